import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {longestPlainStretch, missingFrom, plainWords} from './plain-words.ts';
import {CONTENT_FOLDER, expect, test, writtenEvents} from './site.ts';

test.use({javaScriptEnabled: false});

test('QUALITY 1, 36: without JavaScript, / shows the title and the words of every event', async ({page}) => {
  await page.goto('./');
  const shown = plainWords(await page.locator('main').innerText());
  const missing = missingFrom(shown, writtenEvents());
  expect(missing).toEqual([]);
});

interface WrittenSource {
  readonly id: string;
  readonly headline: string;
  readonly publisher: string;
  readonly howDated: string;
  readonly url?: string;
}

const SOURCES: readonly WrittenSource[] = readdirSync(join(CONTENT_FOLDER, 'sources')).map((name) => ({
  ...(parse(readFileSync(join(CONTENT_FOLDER, 'sources', name), 'utf8')) as Omit<WrittenSource, 'id'>),
  id: name.replace(/\.yaml$/, ''),
}));

test('without JavaScript, / names every source and leads to what it supports', async ({page, baseURL}) => {
  await page.goto('./');
  const shown = plainWords(await page.locator('body').innerText());
  const links = new Set(await page.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)));
  for (const {id, headline, publisher} of SOURCES) {
    expect.soft(shown, id).toContain(plainWords(headline));
    expect.soft(shown, id).toContain(plainWords(publisher));
    expect.soft(links, id).toContain(`${baseURL}sources/#${id}`);
  }
});

test('without JavaScript, /sources/ says how each source was dated and links to the original', async ({page}) => {
  await page.goto('sources/');
  const shown = plainWords(await page.locator('main').innerText());
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const {id, headline, howDated, url} of SOURCES) {
    expect.soft(shown, id).toContain(plainWords(headline));
    expect.soft(shown, id).toContain(longestPlainStretch(howDated));
    if (url !== undefined) expect.soft(links, id).toContain(url);
  }
});

test('without JavaScript, / keeps the order of the story and one heading for each', async ({page}) => {
  await page.goto('./');
  await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
  const ids = await page.locator('main [id]').evaluateAll((all) => all.map((element) => element.id));
  const events = writtenEvents();
  const missing = events.filter(({id}) => ids.filter((other) => other === id).length !== 1).map(({id}) => id);
  expect(missing).toEqual([]);
});

test('without JavaScript, every event has a page with its title and its sources', async ({page}) => {
  test.slow();
  for (const {id, title, sources} of writtenEvents()) {
    const response = await page.goto(`events/${id}/`, {waitUntil: 'commit'});
    expect(response?.status(), id).toBe(200);
    const heading = page.getByRole('heading', {level: 1});
    expect(plainWords(await heading.innerText()), id).toContain(plainWords(title.replace(/[*_]/g, '')));
    const html = await page.content();
    expect(
      sources.filter((source) => !html.includes(source)),
      `sources of ${id}`,
    ).toEqual([]);
  }
});
