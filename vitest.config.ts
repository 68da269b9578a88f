/// <reference types="vitest/config" />
import {getViteConfig} from 'astro/config';
import {FULL_STORY} from './test/full-story.ts';

export default getViteConfig(
  {
    test: {
      environment: 'node',
      include: ['test/**/*.test.ts'],
      exclude: ['test/browser/**'],
      setupFiles: ['test/random-cases.ts'],
      // What renders a page renders the tests' own story, whatever `content/` holds.
      env: {CONTENT_DIR: FULL_STORY},
    },
  },
  // Otherwise the paths of source files get into the drawings the tests compare.
  {devToolbar: {enabled: false}},
);
