/**
 * Runs one Astro command, such as `build` or `dev`, the way this project wants it:
 * no telemetry, no look for newer versions, nothing stale, nothing in the background.
 */
import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';

/** What each command needs so that it behaves the same in every terminal and on every run. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  // Astro does not see that a schema in an imported file has changed; `--force` reads all content again.
  build: ['--force'],
  sync: ['--force'],
  // Without it Astro may put the server into the background and return at once.
  dev: ['--ignore-lock'],
};

const command = process.argv[2];
if (command === undefined) throw new Error('name an Astro command: build, sync, check or dev');

// Editors offer the ids of this project's own content; a writer who starts finds them up to date.
if (command === 'dev' && !process.env.CONTENT_DIR && existsSync('.schemas')) {
  const {writeSchemas} = await import('../commands/schemas.ts');
  await writeSchemas('content', '.schemas');
}

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
process.argv.push(...(FLAGS[command] ?? []));

const astroFolder = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
await import(pathToFileURL(join(astroFolder, 'bin', 'astro.mjs')).href);
