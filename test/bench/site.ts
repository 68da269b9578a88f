/** The built site, served with its baselines beside it: what is measured, and what it is measured against. */
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Timeline} from '../../src/timeline/model/timeline.ts';
import {serveSite} from '../../src/tools/serve.ts';

/** A page to measure, and where on it a reader's hand would be. */
export interface MeasuredPage {
  readonly name: string;
  readonly url: string;
  /** A CSS selector that matches once the page shows what it is there to show. */
  readonly drawnWhen: string;
  /** The element that takes the wheel and the drag, as a CSS selector. */
  readonly surface: string;
  /** How far below the surface's top the playhead can be taken hold of. */
  readonly rulerPx: number;
  /** Whether it is our stage, with its keys, its replay and its Known then. */
  readonly isStage: boolean;
}

export interface Site {
  /** A page with next to nothing on it, to start the browser's processes with. */
  readonly blankUrl: string;
  /** The home page of the built site. */
  readonly home: MeasuredPage;
  /** The home page of another build, where one was named to be measured beside this one. */
  readonly before: MeasuredPage | null;
  /** The home page's words and links: no style, no script, no picture. What a page of this story costs at least. */
  readonly plain: MeasuredPage;
  /** {@link home} and a simple D3 timeline, both of one story of any size. */
  readonly withStory: (name: string, timeline: Timeline) => {readonly stage: MeasuredPage; readonly naive: MeasuredPage};
  /** The story of {@link home}. */
  readonly story: Timeline;
  readonly close: () => Promise<void>;
}

const PAGES_FOLDER = fileURLToPath(new URL('pages/', import.meta.url));
const STAGE = {drawnWhen: 'html[data-script="ready"]', surface: '.plot-wide', rulerPx: 16, isStage: true};
const NAIVE = {...STAGE, surface: 'svg', isStage: false};
const PLAIN = {drawnWhen: 'footer', surface: 'main', rulerPx: 16, isStage: false};

const DATA = /(<script type="application\/json" data-part="timeline">)(.*?)(<\/script>)/s;

/** Another built site, served by itself. */
export async function serveHome(dist: string, name: string): Promise<{readonly home: MeasuredPage; readonly close: () => Promise<void>}> {
  const {url, close} = await serveSite({folder: dist, base: '/', port: 0});
  return {home: {...STAGE, name, url}, close};
}

/**
 * @param dist - A built site.
 * @param beforeDist - Another build to measure beside it, or null.
 * @throws Error in one sentence if either holds no built site.
 */
export async function serveWithBaselines(dist: string, beforeDist: string | null): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  cpSync(dist, folder, {recursive: true});
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  };
  const served = await serveSite({folder, base: '/', port: 0});
  const servedBefore = beforeDist === null ? null : await serveSite({folder: beforeDist, base: '/', port: 0});
  const homeHtml = readFileSync(join(folder, 'index.html'), 'utf8');
  const story = JSON.parse(DATA.exec(homeHtml)![2]!) as Timeline;
  write('bench/blank/index.html', '<!doctype html><html lang="en"><title>Blank</title><p>Blank</p></html>');
  write('bench/plain/index.html', plainHtml(homeHtml));

  return {
    blankUrl: `${served.url}bench/blank/`,
    home: {...STAGE, name: 'site', url: served.url},
    before: servedBefore && {...STAGE, name: 'before', url: servedBefore.url},
    plain: {...PLAIN, name: 'plain HTML', url: `${served.url}bench/plain/`},
    story,
    withStory(name, timeline) {
      const data = JSON.stringify(timeline).replace(/</g, '\\u003c');
      write(
        `bench/${name}/stage/index.html`,
        homeHtml.replace(DATA, (_, open: string, __, close: string) => open + data + close),
      );
      for (const file of ['naive-d3.js', 'naive-d3.css']) cpSync(join(PAGES_FOLDER, file), join(folder, `bench/${name}/naive`, file));
      write(`bench/${name}/naive/index.html`, readFileSync(join(PAGES_FOLDER, 'naive-d3.html'), 'utf8'));
      write(`bench/${name}/naive/timeline.json`, JSON.stringify(timeline));
      cpSync(d3File(), join(folder, `bench/${name}/naive/d3.min.js`));
      return {
        stage: {...STAGE, name: 'site', url: `${served.url}bench/${name}/stage/`},
        naive: {...NAIVE, name: 'simple D3', url: `${served.url}bench/${name}/naive/`},
      };
    },
    async close() {
      await served.close();
      await servedBefore?.close();
      rmSync(folder, {recursive: true});
    },
  };
}

function d3File(): string {
  return join(dirname(createRequire(import.meta.url).resolve('d3')), 'd3.min.js');
}

function plainHtml(html: string): string {
  return html
    .replace(/<zoomable-timeline.*<\/zoomable-timeline>/s, '')
    .replace(/<(script|svg|template)\b.*?<\/\1>/gs, '')
    .replace(/<link\b[^>]*>/g, '');
}
