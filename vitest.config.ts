/// <reference types="vitest/config" />
import {getViteConfig} from 'astro/config';

export default getViteConfig(
  {
    test: {
      environment: 'node',
      include: ['test/**/*.test.ts'],
      exclude: ['test/browser/**'],
      setupFiles: ['test/random-cases.ts'],
    },
  },
  // Otherwise the paths of source files get into the drawings the tests compare.
  {devToolbar: {enabled: false}},
);
