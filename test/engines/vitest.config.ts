import {defineConfig} from 'vitest/config';

/** The same checks in every engine that is installed; `npm test` runs them after the build. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.check.ts'],
    environment: 'node',
    testTimeout: 90_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
