/** What a first visit of the home page brings over the wire, each file compressed as well as its kind can be. */
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {load, withPage} from './browser.ts';
import type {Bench, Part} from './part.ts';
import {serveHome, type MeasuredPage} from './site.ts';
import {rounded} from './statistics.ts';
import type {Row, Table} from './table.ts';

/** Columns by what Playwright calls a resource. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  document: 'HTML',
  stylesheet: 'CSS',
  script: 'script',
  font: 'fonts',
  fetch: 'data',
  xhr: 'data',
  image: 'images',
};
const COLUMNS = ['HTML', 'CSS', 'script', 'fonts', 'images', 'data', 'all'];
/** Sizes of invented stories that are weighed beside the real one. */
const STORY_SIZES = [40, 1000];
const ALREADY_COMPRESSED = /^(?:font\/woff2?|image\/(?!svg))/;

interface Bytes {
  readonly brotli: number;
  readonly gzip: number;
}

interface Visit {
  readonly requests: number;
  /** Sums by column. */
  readonly sums: ReadonlyMap<string, Bytes>;
}

function compressedBytes(body: Buffer, type: string): Bytes {
  if (ALREADY_COMPRESSED.test(type)) return {brotli: body.length, gzip: body.length};
  return {
    brotli: brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY}}).length,
    gzip: gzipSync(body, {level: constants.Z_BEST_COMPRESSION}).length,
  };
}

function visit(blankUrl: string, measured: MeasuredPage): Promise<Visit> {
  return withPage(blankUrl, async (open) => {
    const fetched: Promise<{readonly column: string; readonly bytes: Bytes}>[] = [];
    open.page.on('response', (response) => {
      const column = COLUMN_OF[response.request().resourceType()];
      if (column === undefined || !response.ok()) return;
      fetched.push(response.body().then((body) => ({column, bytes: compressedBytes(body, response.headers()['content-type'] ?? '')})));
    });
    await load(open, measured);
    const sums = new Map<string, Bytes>();
    const add = (column: string, {brotli, gzip}: Bytes): void => {
      const before = sums.get(column) ?? {brotli: 0, gzip: 0};
      sums.set(column, {brotli: before.brotli + brotli, gzip: before.gzip + gzip});
    };
    for (const file of await Promise.all(fetched)) {
      add(file.column, file.bytes);
      add('all', file.bytes);
    }
    return {requests: fetched.length, sums};
  });
}

async function measure({site, stories, say}: Bench): Promise<Table[]> {
  const {blankUrl, home, before, plain} = await site();
  const pages = [plain, ...(before ? [before] : []), home];
  const visits = new Map<string, Visit>();
  for (const page of pages) {
    say(`bytes: ${page.name}`);
    visits.set(page.name, await visit(blankUrl, page));
  }
  const storyNames = STORY_SIZES.map((events) => `${events} events`);
  for (const [i, events] of STORY_SIZES.entries()) {
    say(`bytes: a story of ${storyNames[i]!}`);
    const {home: storyHome, close} = await serveHome((await stories.latestBuild(events)).dist, storyNames[i]!);
    visits.set(storyHome.name, await visit(blankUrl, storyHome));
    await close();
  }
  const least = visits.get(plain.name)!.sums.get('all')!;
  const table = (encoding: keyof Bytes): Table => ({
    title: `First visit of the home page: kB, ${encoding}`,
    rows: [...visits.keys()].map((name): Row => {
      const {requests, sums} = visits.get(name)!;
      const kB = (column: string): number => rounded((sums.get(column)?.[encoding] ?? 0) / 1000, 1)!;
      return {
        page: name,
        ...Object.fromEntries(COLUMNS.map((column) => [column, kB(column)])),
        requests,
        '÷ plain HTML': pages.some((page) => page.name === name) ? rounded(sums.get('all')![encoding] / least[encoding]) : null,
      };
    }),
  });
  const allOf = (name: string): number => visits.get(name)!.sums.get('all')!.brotli;
  return [{...table('brotli'), gated: {'first visit growth': allOf(storyNames.at(-1)!) / allOf(storyNames[0]!)}}, table('gzip')];
}

export const bytes: Part = {
  name: 'bytes',
  about: `what a first visit of the home page weighs, of the real story and of ones of ${STORY_SIZES.map((n) => n.toLocaleString('en-US')).join(' and ')} events`,
  measure,
};
