/** The writer's preview: what `npm run dev` adds to the site, and a build never sees. */
import {sep} from 'node:path';
import type {AstroIntegration} from 'astro';
import type {ViteDevServer} from 'vite';
import {printProblems} from '../print-problems.ts';
import {bodiesPlugin} from './bodies.ts';
import {CONTENT_FOLDER, latestReading} from './reading.ts';

/** Long enough for an editor to write a file in two steps, too short to be noticed. */
const SETTLE_MS = 30;

export function preview(): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({command, addMiddleware, injectRoute, updateConfig}) => {
        if (command !== 'dev') return;
        injectRoute({pattern: '/desk', entrypoint: new URL('../page/Desk.astro', import.meta.url), prerender: false});
        injectRoute({pattern: '/desk/[id]', entrypoint: new URL('../page/Looks.astro', import.meta.url), prerender: false});
        addMiddleware({order: 'pre', entrypoint: new URL('requests.ts', import.meta.url)});
        updateConfig({vite: {plugins: [bodiesPlugin()]}});
      },
      'astro:server:setup': ({server, logger}) => {
        followContent(server, (words) => logger.error(words));
      },
    },
  };
}

/** Shows every page anew when a file of the content changes, and says in the terminal what is wrong with it. */
function followContent(server: ViteDevServer, complain: (words: string) => void): void {
  let settling: NodeJS.Timeout | undefined;
  const showAnew = async () => {
    const {problems, files} = await latestReading();
    for (const environment of Object.values(server.environments)) {
      // Astro keeps the addresses of a page's events until it is told this.
      environment.hot.send('astro:content-changed', {});
    }
    server.environments.client.hot.send({type: 'full-reload', path: '*'});
    const errors = problems.filter(({severity}) => severity === 'error');
    if (errors.length > 0) complain(`\n${printProblems(errors, files.length)}`);
  };
  server.watcher.add(CONTENT_FOLDER);
  server.watcher.on('all', (_, path) => {
    if (!path.startsWith(CONTENT_FOLDER + sep)) return;
    clearTimeout(settling);
    settling = setTimeout(() => void showAnew().catch((error: unknown) => complain(String(error))), SETTLE_MS);
  });
}
