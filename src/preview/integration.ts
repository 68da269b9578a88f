/** The writer's preview: what `npm run dev` adds to the site, and a build never sees. */
import {sep} from 'node:path';
import type {AstroIntegration, AstroIntegrationLogger} from 'astro';
import type {ViteDevServer} from 'vite';
import {closingLine, printProblems} from '../problems/print-problems.ts';
import {CONTENT_FOLDER, latestReading} from '../reading/latest-reading.ts';
import type {Reading} from '../reading/reading.ts';
import {bodiesPlugin} from './bodies.ts';

export interface AddedPage {
  readonly pattern: string;
  readonly entrypoint: URL;
}

/** Long enough for an editor to write a file in two steps, too short to be noticed. */
const SETTLE_MS = 30;

/** @param pages - Those it adds to the site's own: the writers' desk. */
export function preview(pages: readonly AddedPage[]): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({command, addMiddleware, injectRoute, updateConfig}) => {
        if (command !== 'dev') return;
        for (const page of pages) injectRoute({...page, prerender: false});
        addMiddleware({order: 'pre', entrypoint: new URL('requests.ts', import.meta.url)});
        updateConfig({
          vite: {
            plugins: [bodiesPlugin()],
          },
        });
      },
      'astro:server:setup': ({server, logger}) => {
        const report = reporter(logger);
        void latestReading().then(report);
        followContent(server, report);
      },
    },
  };
}

/** Says in the terminal what is wrong, as often as that changes. */
function reporter(logger: AstroIntegrationLogger): (reading: Reading) => void {
  let printed = '';
  return ({problems, files}) => {
    const errors = problems.filter(({severity}) => severity === 'error');
    const words = errors.length > 0 ? printProblems(errors, files.length) : '';
    if (words === printed) return;
    printed = words;
    if (words === '') logger.info(closingLine([], files.length));
    else logger.error(`\n${words}`);
  };
}

/** Reloads every page when a content file changes. */
function followContent(server: ViteDevServer, report: (reading: Reading) => void): void {
  let settling: NodeJS.Timeout | undefined;
  const showAnew = async () => {
    for (const environment of Object.values(server.environments)) {
      // Astro keeps the addresses of events until this event.
      environment.hot.send('astro:content-changed', {});
    }
    // The folder is read while the browser is on its way back.
    server.environments.client.hot.send({type: 'full-reload', path: '*'});
    report(await latestReading());
  };
  server.watcher.add(CONTENT_FOLDER);
  server.watcher.on('all', (_, path) => {
    if (!path.startsWith(CONTENT_FOLDER + sep)) return;
    clearTimeout(settling);
    settling = setTimeout(() => void showAnew(), SETTLE_MS);
  });
}
