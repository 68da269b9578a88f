import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';
import type {AstroIntegration} from 'astro';
import {hostHeaders} from '../publish/host-headers.ts';

/**
 * Writes what the host itself reads beside the built site.
 *
 * @param base - The path that the site is under, with a slash at both ends.
 */
export function hostFiles(base: string): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({dir}) => {
        await writeFile(fileURLToPath(new URL('_headers', dir)), hostHeaders(base));
      },
    },
  };
}

/** The day of the last change to a story, for the sitemap; nothing where `story.yaml` cannot be read, which the build says itself. */
export function lastChange(contentFolder: string): {lastmod?: Date} {
  try {
    const {updated} = parse(readFileSync(join(contentFolder, 'story.yaml'), 'utf8')) as {updated?: unknown};
    const day = new Date(typeof updated === 'string' ? updated : NaN);
    return Number.isNaN(day.getTime()) ? {} : {lastmod: day};
  } catch {
    return {};
  }
}
