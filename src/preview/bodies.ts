/**
 * Bodies in the preview. Each is a module named by its own text, so it is compiled once, and what is shown is
 * always the text that was read and checked, whatever has been saved since.
 */
import {sep} from 'node:path';
import type {Plugin} from 'vite';
import {CONTENT_FOLDER} from '../reading/latest-reading.ts';
import {BODY_ADDRESS} from '../story/body-address.ts';

/** Answers the addresses of bodies with the text in them. */
export function bodiesPlugin(): Plugin {
  return {
    name: 'preview-bodies',
    enforce: 'pre',
    resolveId: {
      filter: {id: BODY_ADDRESS},
      handler: (id) => id,
    },
    load: {
      filter: {id: BODY_ADDRESS},
      handler(id) {
        const [, text = ''] = BODY_ADDRESS.exec(id) ?? [];
        // With fields of its own, empty ones, a body that begins with a rule keeps it.
        return `---\n---\n${Buffer.from(text, 'base64url').toString()}`;
      },
    },
    hotUpdate: {
      order: 'pre',
      // A changed text is another module. The page is reloaded once the folder has settled.
      handler: ({file}) =>
        file
          .split('/')
          .join(sep)
          .startsWith(CONTENT_FOLDER + sep)
          ? []
          : undefined,
    },
  };
}
