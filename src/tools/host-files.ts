import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {AstroIntegration} from 'astro';
import {hostHeaders} from '../publish/host-headers.ts';

/**
 * Writes what the host itself reads beside the built site.
 *
 * @param base - The path that the site stands under, with a slash at both ends.
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
