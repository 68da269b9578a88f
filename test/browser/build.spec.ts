import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join, relative} from 'node:path';
import {promisify} from 'node:util';
import {parse} from 'csv-parse/sync';
import {JSDOM} from 'jsdom';
import {EXITS} from '../../src/publish/exits.ts';
import {exitWords} from '../../src/timeline/model/words/exits.ts';
import {serveSite} from '../../src/tools/serve.ts';
import {brokenLinks} from './broken-links.ts';
import {CONTENT_FOLDER, expect, test, writtenEvents} from './site.ts';
import {SITE_FOLDER} from './site-folder.ts';

const BUILDS_FOLDER = 'test-results/builds';
const BASE = '/stories/moon/';
/** Nine hours ahead of UTC and eight behind it: for most of a day their calendars disagree. */
const ZONES = ['Asia/Seoul', 'America/Los_Angeles'] as const;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

test('no link of the site is broken', async ({baseURL}) => {
  test.slow();
  expect(await brokenLinks(baseURL!)).toEqual([]);
});

test('nothing in the built pages is inline, and nothing comes from another host', () => {
  test.slow();
  const found: string[] = [];
  for (const file of filesBelow(SITE_FOLDER).filter((name) => name.endsWith('.html'))) {
    const {document} = new JSDOM(readFileSync(join(SITE_FOLDER, file), 'utf8')).window;
    const complain = (words: string) => found.push(`${file}: ${words}`);
    for (const script of document.querySelectorAll('script:not([src])')) {
      if (!['application/json', 'application/ld+json'].includes(script.getAttribute('type') ?? '')) complain('an inline script');
      if (script.textContent.includes('<')) complain('a < in inline data, which could end it early');
    }
    for (const style of document.querySelectorAll('style, [style]')) complain(`an inline style on <${style.localName}>`);
    for (const element of document.querySelectorAll('*')) {
      for (const {name} of element.attributes) if (/^on/.test(name)) complain(`${name} on <${element.localName}>`);
    }
    for (const part of document.querySelectorAll('[src], [srcset], link[href]:not([rel~="canonical"]):not([rel~="alternate"])')) {
      const address = part.getAttribute('src') ?? part.getAttribute('srcset') ?? part.getAttribute('href')!;
      if (/^(?:[a-z]+:)?\/\//i.test(address)) complain(`${address} from another host`);
    }
  }
  expect(found).toEqual([]);
});

test('the same events are in every form the data is given in', async ({request}) => {
  const ids = writtenEvents()
    .map(({id}) => id)
    .sort();
  const text = async (address: string) => (await request.get(address)).text();
  const rows: Record<string, string>[] = parse(await text('timeline.csv'), {columns: true});
  expect(rows.map(({id}) => id!).sort()).toEqual(ids);
  for (const address of ['timeline.json', 'timelinejs.json']) {
    const {events} = JSON.parse(await text(address)) as {events: {id?: string; unique_id?: string}[]};
    expect(events.map(({id, unique_id}) => id ?? unique_id).sort(), address).toEqual(ids);
  }
  const calendar = await text('timeline.ics');
  expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(ids.length);
  const {document} = new JSDOM(await text('feed.xml'), {contentType: 'application/xml'}).window;
  const links = [...document.querySelectorAll('item > link')].map((link) => link.textContent);
  for (const id of ids)
    expect(
      links.some((link) => link.endsWith(`/events/${id}/`)),
      id,
    ).toBe(true);
});

test('every page leads to the data, the feed and the corrections', async ({page}) => {
  for (const address of ['./', 'sources/', 'method/', 'table/', `events/${writtenEvents()[0]!.id}/`]) {
    await page.goto(address);
    for (const {path, id} of EXITS.filter((exit) => exit.foot !== null))
      await expect(page.locator(`link[rel="alternate"][href$="${path}"]`), id).toHaveCount(1);
    const footer = page.getByRole('contentinfo');
    const names = exitWords('en').names;
    for (const name of [...EXITS.filter(({foot}) => foot !== null).map(({id}) => names[id]), 'Corrections'])
      await expect(footer.getByRole('link', {name, exact: true})).toBeVisible();
  }
});

test('the data is sent for any program to read, with its licence', async ({request}) => {
  for (const {path} of EXITS) {
    const address = path.slice(1);
    const headers = (await request.get(address)).headers();
    expect(headers['access-control-allow-origin'], address).toBe('*');
    expect(headers['link'], address).toContain('rel="license"');
  }
});

test.describe('built again under a base path, in two zones', () => {
  test.describe.configure({mode: 'serial', timeout: 600_000});

  test('gives the same bytes', async () => {
    rmSync(BUILDS_FOLDER, {recursive: true, force: true});
    const built: Record<string, string>[] = [];
    for (const zone of ZONES) {
      const folder = join(BUILDS_FOLDER, zone.replace('/', '-'));
      await promisify(execFile)(process.execPath, ['src/tools/astro.ts', 'build', '--outDir', folder], {
        env: {...process.env, CONTENT_DIR: CONTENT_FOLDER, TZ: zone, BASE, SITE: 'https://example.org'},
        maxBuffer: 64 * 1024 * 1024,
      });
      built.push(digests(folder));
    }
    expect(Object.keys(built[0]!).length).toBeGreaterThan(20);
    expect(built[0]).toEqual(built[1]);
  });

  test('has no broken link and never leads out of its base', async () => {
    const folder = join(BUILDS_FOLDER, ZONES[0].replace('/', '-'));
    const site = await serveSite({folder, base: BASE, port: 0});
    try {
      expect(await brokenLinks(site.url)).toEqual([]);
    } finally {
      await site.close();
    }
    const pages = filesBelow(folder).filter((file) => file.endsWith('.html'));
    const outside = pages.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:href|src)="(\/[^"]*)"/g)]
        .filter(([, address]) => !address!.startsWith(BASE))
        .map(([, address]) => `${file}: ${address}`),
    );
    expect(outside).toEqual([]);
  });

  test('gives the data the full addresses it will have', () => {
    const folder = join(BUILDS_FOLDER, ZONES[0].replace('/', '-'));
    for (const file of ['timeline.json', 'timeline.csv', 'timeline.ics', 'timelinejs.json', 'feed.xml']) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n /g, '');
      const addresses = text.match(/https?:\/\/[^/\s"]+\/[^\s"<,\\]*\bevents\/[^\s"<,\\]+/g) ?? [];
      expect(addresses.length, file).toBeGreaterThan(20);
      expect(
        addresses.filter((address) => !address.startsWith(`https://example.org${BASE}events/`)),
        file,
      ).toEqual([]);
    }
  });
});
