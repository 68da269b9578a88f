/** What every built page says of itself to programs that show a link to it. */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {JSDOM} from 'jsdom';
import sharp from 'sharp';
import {EXITS} from '../../src/publish/exits.ts';
import {expect, test, writtenEvents} from './site.ts';
import {SITE_FOLDER} from './site-folder.ts';

const MOST_CARD_BYTES = 60_000;

const pages = readdirSync(SITE_FOLDER, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({file, document: new JSDOM(readFileSync(join(SITE_FOLDER, file), 'utf8')).window.document}));

/** The file behind a full address. */
function fileAt(address: string): string {
  return join(SITE_FOLDER, decodeURIComponent(new URL(address).pathname));
}

test('every page has one h1, one canonical address and one card', () => {
  expect(pages.length).toBeGreaterThan(writtenEvents().length);
  const found: string[] = [];
  for (const {file, document} of pages) {
    const count = (selector: string) => document.querySelectorAll(selector).length;
    const content = (selector: string) => document.querySelector(selector)?.getAttribute('content') ?? '';
    const complain = (words: string) => found.push(`${file}: ${words}`);
    if (count('h1') !== 1) complain(`${count('h1')} h1`);
    if (count('link[rel="canonical"]') !== (file === '404.html' ? 0 : 1)) complain(`${count('link[rel="canonical"]')} canonical`);
    for (const name of ['og:image', 'og:image:alt', 'og:image:width', 'og:image:height', 'og:title', 'og:description'])
      if (count(`meta[property="${name}"]`) !== 1 || content(`meta[property="${name}"]`) === '') complain(`no ${name}, or two`);
    if (content('meta[name="twitter:card"]') !== 'summary_large_image') complain('no large card');
    if (!existsSync(fileAt(content('meta[property="og:image"]')))) complain(`no card at ${content('meta[property="og:image"]')}`);
  }
  expect(found).toEqual([]);
});

test('every event has a card and data of its own, and data says what the page says', () => {
  for (const {id, title} of writtenEvents()) {
    const {document} = pages.find(({file}) => file === join('events', id, 'index.html'))!;
    expect(document.querySelector('meta[property="og:image"]')!.getAttribute('content')).toMatch(new RegExp(`/cards/events/${id}\\.png$`));
    expect(document.querySelector('meta[property="og:image:alt"]')!.getAttribute('content')).toContain(title);
    const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent) as {headline: string; url: string};
    expect(data.headline).toBe(title);
    expect(data.url).toBe(document.querySelector('link[rel="canonical"]')!.getAttribute('href'));
  }
});

test('every card is 1200 × 630 and small', async () => {
  const cards = readdirSync(join(SITE_FOLDER, 'cards'), {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.png'));
  expect(cards.length).toBeGreaterThan(writtenEvents().length);
  for (const card of cards) {
    const path = join(SITE_FOLDER, 'cards', card);
    const {width, height} = await sharp(path).metadata();
    expect([width, height], card).toEqual([1200, 630]);
    expect(statSync(path).size, card).toBeLessThan(MOST_CARD_BYTES);
  }
});

test('every form of the data is there, and the head of every page names it', () => {
  for (const {path, id, type} of EXITS) {
    expect(existsSync(join(SITE_FOLDER, path)), path).toBe(true);
    for (const {file, document} of pages.filter((page) => id !== 'oembed' || page.file === 'index.html'))
      expect(document.querySelectorAll(`link[rel="alternate"][type="${type}"][href$="${path}"]`), `${file} ${path}`).toHaveLength(1);
  }
});

test('the icons and the manifest that the head names are there, and the sitemap has days', async () => {
  const [{document} = pages[0]!] = pages.filter(({file}) => file === 'index.html');
  const manifest = JSON.parse(readFileSync(join(SITE_FOLDER, 'manifest.webmanifest'), 'utf8')) as {icons: {src: string; sizes: string}[]};
  const named = [...document.querySelectorAll('link[rel~="icon"], link[rel="apple-touch-icon"], link[rel="manifest"]')].map((link) =>
    link.getAttribute('href')!,
  );
  for (const path of [...named, ...manifest.icons.map(({src}) => src)]) expect(existsSync(join(SITE_FOLDER, path)), path).toBe(true);
  for (const {src, sizes} of manifest.icons.filter(({sizes}) => sizes !== 'any')) {
    const {width, height} = await sharp(join(SITE_FOLDER, src)).metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
  }
  const sitemap = readFileSync(join(SITE_FOLDER, 'sitemap-0.xml'), 'utf8');
  expect(sitemap.match(/<lastmod>\d{4}-\d\d-\d\d/g)).toHaveLength(sitemap.match(/<loc>/g)!.length);
});
