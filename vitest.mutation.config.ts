/** The tests that a mutation run asks: all of the timeline's, without the long searches over random cases and the real story. */
import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    include: ['test/timeline/**/*.test.ts'],
    exclude: ['**/real-story.test.ts', '**/*.property.test.ts'],
    setupFiles: ['test/random-cases.ts'],
  },
});
