/**
 * Known then over the whole page, on every day of the story: no word, name, title or link of the page, seen or not,
 * shows what became public later.
 */
import {readFileSync} from 'node:fs';
import type {APIRequestContext, Page} from '@playwright/test';
import {datesIn} from './dates-in-words.ts';
import {saidOn, type Said} from './said.ts';
import {expect, test} from './site.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 180_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

const FIRST_DAY = '2014-11-20';
const LAST_DAY = '2015-02-05';
/** Day 1 of the story's own count. */
const DAY_1 = '2014-11-24';
const DAY_MS = 86_400_000;
/** The story's own name, which has a month in it. */
const TITLE = 'Seven Days in December';

/** Words that only a later event brings, each with the first day on which it may be said. */
const WORDS = (
  JSON.parse(readFileSync(new URL('../fixtures/known-words.json', import.meta.url), 'utf8')) as {word: string; from: string}[]
).map(({word, from}) => ({
  word,
  from,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}.,])${RegExp.escape(word)}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'u'),
}));
/** When the matter that a chapter is named for was public. */
const CHAPTERS: Readonly<Record<string, string>> = {
  'break-in': '2014-11-24',
  pulled: '2014-12-17',
  'who-did-it': '2014-12-17',
  'back-on': '2014-12-23',
  count: '2014-12-24',
  'sony-speaks': '2015-01-05',
  bill: '2015-01-07',
};
/** Days to come that had been announced, beside those of events that were. */
const ANNOUNCED = [{date: '2016-03-01', from: '2015-02-04'}];

interface PublishedStory {
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly label: string;
    readonly date: string;
    readonly known: string;
    readonly status: string;
    readonly disagreements: readonly {
      readonly question: string;
      readonly positions: readonly {readonly says: string; readonly known: string}[];
    }[];
  }[];
  readonly sources: readonly {readonly id: string; readonly headline: string; readonly published: string}[];
}

const storyOf = async (request: APIRequestContext) => (await (await request.get('./timeline.json')).json()) as PublishedStory;
/** The last day a date can mean. */
const dayOf = (date: string) => date.split('/').at(-1)!.slice(0, 10);

/** What the page says that was not public on a day, and where it leads. */
function leaksOf({words, hrefs}: Said, day: string, {events, sources}: PublishedStory): string[] {
  const announced = [
    ...ANNOUNCED,
    ...events.filter(({status}) => status === 'announced').map(({date, known}) => ({date: dayOf(date), from: dayOf(known)})),
  ];
  const isAnnounced = (date: string) => announced.some((one) => one.date === date && one.from <= day);
  const dates = words.flatMap((said) =>
    datesIn(said.replaceAll(TITLE, ''), DAY_1)
      .filter(({from}) => from > day && !isAnnounced(from))
      .map(({text}) => `date ${text}: ${said}`),
  );
  const early = WORDS.filter(({from}) => from > day).flatMap(({word, pattern}) =>
    words.filter((said) => pattern.test(said)).map((said) => `word ${word}: ${said}`),
  );

  const known = events.filter((event) => dayOf(event.known) <= day);
  const later = events.filter((event) => dayOf(event.known) > day);
  const positions = (isSaid: (day: string) => boolean) =>
    events.flatMap(({disagreements}) => disagreements.flatMap((one) => one.positions.filter((position) => isSaid(dayOf(position.known)))));
  const saidByThen = [
    ...known.flatMap(({title, label, disagreements}) => [title, label, ...disagreements.map(({question}) => question)]),
    ...positions((date) => date <= day).map(({says}) => says),
  ];
  const names = [
    ...later.flatMap(({title, label, disagreements}) => [title, label, ...disagreements.map(({question}) => question)]),
    ...positions((date) => date > day)
      .map(({says}) => says)
      .filter((says) => says.length > 12),
    ...sources.filter(({published}) => dayOf(published) > day).map(({headline}) => headline),
  ].filter((name) => !saidByThen.some((other) => other.includes(name)));
  const told = words.flatMap((said) => names.filter((name) => said.includes(name)).map((name) => `later: ${name}`));

  const laterIds = new Set([
    ...later.map(({id}) => id),
    ...sources.filter(({published}) => dayOf(published) > day).map(({id}) => id),
    ...Object.keys(CHAPTERS).filter((id) => CHAPTERS[id]! > day),
  ]);
  const links = hrefs.filter((href) => href.split(/[#/?]/).some((piece) => laterIds.has(piece))).map((href) => `link ${href}`);
  return [...new Set([...dates, ...early, ...told, ...links])].map((leak) => `${day} ${leak.slice(0, 200)}`);
}

/** The titles of chapters that were shown, in the page and in its contents. */
function titlesOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.chapter')].flatMap((chapter, i) => {
      const titles = [
        chapter.querySelector('h2')!.textContent,
        document.querySelectorAll('.chapter-nav li > a > span:last-child')[i]!.textContent,
      ];
      return titles.every((title) => title === 'Not yet known') ? [] : [chapter.id];
    }),
  );
}

async function isShown(page: Page, day: string): Promise<void> {
  const words = new Date(day).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  await expect(page.locator('[data-part="deck-then"]')).toContainText(` ${words}`, {useInnerText: false});
}

const daysBetween = (from: string, to: string) =>
  Array.from({length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1}, (_, i) =>
    new Date(Date.parse(from) + i * DAY_MS).toISOString().slice(0, 10),
  );

test('on no day from 20 November to 5 February does the page show what became public later', async ({page, request}) => {
  expect(WORDS.length).toBeGreaterThanOrEqual(40);
  const story = await storyOf(request);
  await openStage(page, `./?known=${FIRST_DAY}`);
  await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
  const leaks: string[] = [];
  const titles: string[] = [];
  for (const day of daysBetween(FIRST_DAY, LAST_DAY)) {
    if (day !== FIRST_DAY) await page.keyboard.press('.');
    await isShown(page, day);
    leaks.push(...leaksOf(await saidOn(page), day, story));
    titles.push(...(await titlesOn(page)).filter((id) => CHAPTERS[id]! > day).map((id) => `${day} ${id}`));
  }
  expect(leaks).toEqual([]);
  expect(titles).toEqual([]);
  // The last day holds every word of the list, or the list looks for what nobody says.
  const {words} = await saidOn(page);
  expect(WORDS.filter(({pattern}) => !words.some((said) => pattern.test(said))).map(({word}) => word)).toEqual([]);
});

const SOME_DAYS = ['2014-12-16', '2014-12-24', '2015-01-06'];

for (const day of SOME_DAYS) {
  test(`on ${day} neither notes, search nor controls show what became public later`, async ({page, request}) => {
    const story = await storyOf(request);
    await openStage(page, `./?known=${day}`);
    const stage = page.locator('.stage');
    await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.tooltip')).toBeVisible();
    const notes = await page.evaluate(() => {
      const places = document.querySelectorAll<HTMLElement | SVGElement>('.plot-picture a, [data-note]');
      return [...places]
        .filter((place) => place.getClientRects().length > 0)
        .map((place) => {
          place.focus();
          return document.querySelector('.tooltip')!.textContent;
        });
    });
    expect(notes.filter(Boolean).length).toBeGreaterThan(10);
    expect(leaksOf({words: notes, hrefs: []}, day, story)).toEqual([]);

    await stage.getByRole('button', {name: 'Search events'}).click();
    await expect(page.locator('.result').first()).toBeVisible();
    expect(leaksOf(await saidOn(page), day, story)).toEqual([]);
    for (const query of ['film', 'Sony', 'zzzz']) {
      await page.locator('#find-query').fill(query);
      await expect(page.locator('[data-find="count-words"]')).toContainText('match');
      expect(leaksOf(await saidOn(page), day, story), query).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await stage.getByRole('button', {name: 'Controls and keys'}).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(leaksOf(await saidOn(page), day, story)).toEqual([]);
  });
}

test('search finds everything again once the reader is back in Known now', async ({page}) => {
  await openStage(page, './?known=2014-11-24&q=Comey');
  await expect(page.locator('.no-match-words')).toContainText('No event known on Mon 24 Nov 2014 mentions “Comey”.');
  await page.getByRole('button', {name: 'Look in what is known now'}).click();
  await expect(page.locator('.result', {hasText: 'FBI director says the attackers “got sloppy”'})).toBeVisible();
  await expect(page.locator('.facet-row', {hasText: 'James Comey'})).toHaveCount(1);
});

test('a day reached from later reads as one that was opened', async ({page, request}) => {
  const day = '2014-12-16';
  const story = await storyOf(request);
  await openStage(page, './?known=2014-12-24');
  await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press(',');
  await settled(page);
  await isShown(page, day);
  const said = await saidOn(page);
  expect(leaksOf(said, day, story)).toEqual([]);
  const words = await page.locator('#story').textContent();
  await openStage(page, `./?known=${day}`);
  expect(words).toBe(await page.locator('#story').textContent());
});

test('what is not known any more is gone as soon as the playhead is dragged back', async ({page, request}) => {
  const story = await storyOf(request);
  await openStage(page, './?known=2015-01-06&from=2014-12-10&to=2015-01-10');
  const plot = (await page.locator('.plot').boundingBox())!;
  const x = (day: string) =>
    plot.x +
    (plot.width * (Date.parse(day) + DAY_MS / 2 - Date.parse('2014-12-10'))) / (Date.parse('2015-01-10') - Date.parse('2014-12-10'));
  await page.mouse.move(x('2015-01-06'), plot.y + 24);
  await page.mouse.down();
  for (const day of ['2014-12-26', '2014-12-22', '2014-12-16']) {
    await page.mouse.move(x(day), plot.y + 24);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(leaksOf(await saidOn(page), day, story)).toEqual([]);
  }
  await page.mouse.up();
});

test('on a phone and in a frame no later word is said either', async ({page, request}) => {
  const story = await storyOf(request);
  await page.setViewportSize({width: 390, height: 844});
  for (const address of ['./', './embed/']) {
    for (const day of ['2014-12-16', '2014-12-24']) {
      await openStage(page, `${address}?known=${day}`);
      expect(leaksOf(await saidOn(page), day, story), address).toEqual([]);
    }
  }
});

test('links to what is not public yet lead nowhere, or to a number; in Known now they lead where they did', async ({page}) => {
  await openStage(page);
  const hrefsOf = () => page.locator('#story .prose a, .chapter-nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const before = await hrefsOf();
  await page.getByRole('button', {name: 'Known then'}).last().click();
  for (const day of ['2014-12-19', '2014-11-24']) {
    await page.evaluate(
      (ms) => (document.querySelector('zoomable-timeline') as unknown as {clocks: {moveTo: (ms: number) => void}}).clocks.moveTo(ms),
      Date.parse(day) + DAY_MS / 2,
    );
    await isShown(page, day);
  }
  const mark = page.locator('.plot-picture:visible [data-id="fbi-names-north-korea"]');
  await expect(mark).toHaveAttribute('href', '#chapter_3');
  await expect(page.locator('.chapter-nav a').nth(2)).toHaveAttribute('href', '#chapter_3');
  const cites = page.locator('#hack-begins .cite a');
  await expect(cites.first()).toHaveAttribute('href', '#sources');
  await expect(cites.first()).toHaveAttribute('aria-label', /^\d+, source found later$/);
  await expect(page.locator('#hack-begins .source-line').first()).toHaveText(/^\d+Source found later$/);
  await mark.click();
  await settled(page);
  expect(new URL(page.url()).hash).toBe('#chapter_3');
  await page.getByRole('button', {name: 'Known now'}).last().click();
  await settled(page);
  expect(await hrefsOf()).toEqual(before);
});
