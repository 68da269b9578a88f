import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {addressOnDisk, copyToOpenFromDisk, pageOnDisk, sheetOnDisk} from '../../src/tools/from-disk.ts';

describe('addressOnDisk(address, from, base)', () => {
  test.each([
    ['/', 'index.html', '/', 'index.html'],
    ['/', 'events/landing/index.html', '/', '../../index.html'],
    ['/sources/', 'index.html', '/', 'sources/index.html'],
    ['/sources/#s4', 'events/landing/index.html', '/', '../../sources/index.html#s4'],
    ['/?known=1969-07-20#stage', 'sources/index.html', '/', '../index.html#stage'],
    ['/timeline.json', 'method/index.html', '/', '../timeline.json'],
    ['/stories/moon/', 'index.html', '/stories/moon/', 'index.html'],
    ['/stories/moon/events/landing/', 'sources/index.html', '/stories/moon/', '../events/landing/index.html'],
    ['/elsewhere/', 'index.html', '/stories/moon/', '/elsewhere/'],
  ])('%s in %s under %s is %s', (address, from, base, wanted) => {
    expect(addressOnDisk(address, from, base)).toBe(wanted);
  });
});

test('pageOnDisk(html, path, base) leads from file to file, and leaves out what a file cannot bring in', () => {
  const html = [
    '<link rel="stylesheet" href="/_astro/Page.css" crossorigin>',
    '<link rel="preload" href="/fonts/a.woff2" as="font" crossorigin>',
    '<link rel="manifest" href="/manifest.webmanifest">',
    '<link rel="canonical" href="https://example.org/sources/">',
    '<script src="/masthead.js"></script><script type="module" src="/_astro/Stage.js"></script>',
    '<script type="application/json" data-part="timeline">{"a":"/b"}</script>',
    '<a href="/">Story</a><a href="#s4">4</a><a href="https://example.org/">Out</a><a href="//example.org/x">Out</a>',
  ].join('\n');
  expect(pageOnDisk(html, 'sources/index.html', '/').split('\n')).toEqual([
    '<link rel="stylesheet" href="../_astro/Page.css">',
    '',
    '',
    '<link rel="canonical" href="https://example.org/sources/">',
    '',
    '<script type="application/json" data-part="timeline">{"a":"/b"}</script>',
    '<a href="../index.html">Story</a><a href="#s4">4</a><a href="https://example.org/">Out</a><a href="//example.org/x">Out</a>',
  ]);
});

test('sheetOnDisk(css, path, base) finds its fonts beside it, and leaves patterns of the page alone', () => {
  expect(sheetOnDisk('@view-transition{navigation:auto}a{src:url(/fonts/a.woff2)}b{fill:url(#hatch)}', '_astro/Page.css', '/')).toBe(
    'a{src:url(../fonts/a.woff2)}b{fill:url(#hatch)}',
  );
});

describe('copyToOpenFromDisk(site, folder, base)', () => {
  let parent: string;
  beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'disk-'))));
  afterEach(() => rmSync(parent, {recursive: true}));

  test('copies every file, and changes pages and style sheets alone', async () => {
    const site = join(parent, 'dist');
    mkdirSync(join(site, 'sources'), {recursive: true});
    writeFileSync(join(site, 'index.html'), '<a href="/sources/">S</a>');
    writeFileSync(join(site, 'sources/index.html'), '<a href="/">H</a>');
    writeFileSync(join(site, 'timeline.json'), '{"href":"/sources/"}');
    const folder = join(parent, 'copy');
    await copyToOpenFromDisk(site, folder, '/');
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    expect(read('index.html')).toBe('<a href="sources/index.html">S</a>');
    expect(read('sources/index.html')).toBe('<a href="../index.html">H</a>');
    expect(read('timeline.json')).toBe('{"href":"/sources/"}');
    await expect(copyToOpenFromDisk(site, folder, '/')).rejects.toThrow(/is there already; nothing was written/);
  });

  test('says what to do where nothing is built', async () => {
    const folder = join(parent, 'copy');
    await expect(copyToOpenFromDisk(join(parent, 'dist'), folder, '/')).rejects.toThrow(/`npm run build` builds it/);
    expect(existsSync(folder)).toBe(false);
  });
});
