/** Builds the tests' own story and serves it, as `src/tools/serve.ts` serves the site of `content/`. */
import {execFileSync} from 'node:child_process';
import {baseFromText} from '../../src/story/base.ts';
import {serveSite} from '../../src/tools/serve.ts';
import {FULL_STORY} from '../full-story.ts';
import {SITE_FOLDER} from './site-folder.ts';

execFileSync(process.execPath, ['src/tools/astro.ts', 'build', '--outDir', SITE_FOLDER], {
  env: {...process.env, CONTENT_DIR: FULL_STORY},
  stdio: ['ignore', 'ignore', 'inherit'],
});
await serveSite({folder: SITE_FOLDER, base: baseFromText(process.env.BASE), port: Number(process.env.PORT)});
