import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import {defineConfig} from 'astro/config';
import {DESK_PAGES} from './src/desk/pages.ts';
import {hostFiles, lastChange} from './src/tools/host-files.ts';
import {preview} from './src/preview/integration.ts';
import {FLOOR} from './src/tools/floor.ts';

/** The public address, without the base path: `SITE=https://example.org`. */
const site = process.env.SITE || 'https://seven-days.example';
/** The path the site lives under, with a slash at both ends: `BASE=/stories/moon/`. */
const base = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/g, '/');
const port = Number(process.env.PORT || 4321);

/** Pages that stand for others or are made for paper and frames, so search engines need not list them. */
const UNLISTED = ['embed/', 'poster/'];

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  server: {port},
  integrations: [
    mdx(),
    preview(DESK_PAGES),
    hostFiles(base),
    sitemap({
      filter: (page) => !UNLISTED.some((path) => new URL(page).pathname.startsWith(base + path)),
      ...lastChange(process.env.CONTENT_DIR || 'content'),
    }),
  ],
  // Shiki colours code with style attributes, which the content security policy forbids.
  markdown: {syntaxHighlight: false},
  devToolbar: {enabled: false},
  build: {inlineStylesheets: 'never'},
  vite: {
    build: {
      assetsInlineLimit: 0,
      // What is newer is written in older words; what has no older words is found by test/browser/floor.spec.ts.
      target: FLOOR.map(({name, version}) => name + version),
      cssTarget: FLOOR.map(({name, version}) => name + version),
      rolldownOptions: {
        onLog(level, log, handle) {
          // Every compiled MDX file starts with such a line and would print ten lines about it.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
