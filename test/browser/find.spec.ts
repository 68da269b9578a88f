import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';
import {openStage, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

const ALL = writtenEvents();
/** Those on the axis; the others are in the notes of chapters. */
const EVENTS = ALL.filter(({weight}) => weight !== 'context');
const EVENT = EVENTS[0]!;

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('button', {name: 'Search events'}).click();
  await page.getByRole('searchbox', {name: 'Search the events'}).fill(words);
}

function count(page: Page): Promise<number> {
  return page.locator('[data-find="count"]').innerText().then(Number);
}

/** How many of what is found the stage has. */
function onTheLineOf(page: Page): Promise<number> {
  const ids = EVENTS.map(({id}) => `#${id}`);
  return page
    .locator('.result a')
    .evaluateAll((links, onTheLine) => links.filter((link) => onTheLine.includes(link.getAttribute('href')!)).length, ids);
}

const results = (page: Page) => page.getByRole('list', {name: 'Events found'}).getByRole('listitem');

test('typing a title finds its event, marks its words and leaves the rest as ghosts', async ({page}) => {
  await openStage(page);
  await find(page, EVENT.title);
  await expect(results(page).getByRole('link', {name: EVENT.title})).toHaveCount(1);
  await expect(results(page).first().locator('mark').first()).toBeVisible();
  const found = await count(page);
  expect(found).toBeLessThan(EVENTS.length);
  expect(await results(page).count()).toBe(found);
  const onTheLine = await onTheLineOf(page);
  // One path a lane, however many events a search passes over.
  await expect(page.locator('.plot-picture:visible .ghost')).toHaveCount(await page.locator('.rail-lane').count());
  await expect(page.locator(`.plot-picture:visible a[data-id="${EVENT.id}"] .words`)).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText(
    `${found} of ${ALL.length} events match${found === onTheLine ? '' : `, ${onTheLine} of them on the line`}.`,
  );
  await expect(page.locator('.stage .rail-count')).toHaveText(`${onTheLine} of ${EVENTS.length} match on the line`);
});

test('Escape puts the feed back where it was and gives focus back', async ({page}) => {
  await openStage(page);
  await page.locator(`#${EVENTS[20]!.id}`).evaluate((entry) => entry.scrollIntoView());
  const beforePx = await page.evaluate(() => scrollY);
  await find(page, EVENT.title);
  await expect(page.locator('.chapter').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.locator('.find')).toBeHidden();
  await expect(page.getByRole('button', {name: 'Search events'})).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(beforePx);
  await expect(page.locator('.ghost')).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('q')).toBeNull();
});

test('what is asked is in the address, and a reload and Back restore it', async ({page}) => {
  await openStage(page);
  await find(page, 'film');
  const lane = page.getByRole('group', {name: 'Lane'}).getByRole('checkbox').first();
  await lane.check();
  const words = new URL(page.url()).searchParams;
  expect(words.get('q')).toBe('film');
  expect(words.get('lanes')).toBe(await lane.getAttribute('value'));
  const found = await count(page);
  await page.reload();
  await expect(page.locator('[data-find="count"]')).toHaveText(String(found));
  await expect(page.getByRole('searchbox')).toHaveValue('film');
  await expect(lane).toBeChecked();
  await lane.uncheck();
  await page.goBack();
  await expect(lane).toBeChecked();
  await expect(page.locator('[data-find="count"]')).toHaveText(String(found));
});

test('an address that asks for lanes that are not there opens the story as it is', async ({page}) => {
  await openStage(page, './?lanes=nowhere&certainty=perhaps');
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.find')).toBeHidden();
  await expect(page.locator('.chapter').first()).toBeVisible();
});

test('each count says what choosing its option would show', async ({page}) => {
  await openStage(page);
  await page.getByRole('button', {name: 'Filter events'}).click();
  const boxes = page.locator('.find').getByRole('checkbox');
  await expect(boxes.first()).toBeFocused();
  for (const box of await boxes.all()) {
    const promised = Number(await box.locator('xpath=..').locator('.facet-count').innerText());
    await box.check();
    expect(await count(page), (await box.getAttribute('value'))!).toBe(promised);
    await box.uncheck();
  }
});

test('a lane’s name shows that lane alone, and again shows all', async ({page}) => {
  await openStage(page);
  const timeline = await timelineOn(page);
  const name = page.locator('.rail-solo').first();
  await name.click();
  await expect(name).toHaveAttribute('aria-pressed', 'true');
  const inLane = timeline.events.filter(({lane}) => lane === 0).length;
  await expect(page.locator('.stage .rail-count b')).toHaveText(String(inLane));
  // Each lane says how many of its events match.
  await expect(page.locator('[data-part="lane-count"]').first()).toHaveText(`${inLane}/${inLane}`);
  await expect(page.locator('[data-part="lane-count"]').nth(1)).toHaveText(`0/${timeline.events.filter(({lane}) => lane === 1).length}`);
  await name.click();
  await expect(page.locator('.find')).toBeHidden();
  await expect(name).toHaveAttribute('aria-pressed', 'false');
});

test('where nothing is found, every way out leads to as many events as it says', async ({page}) => {
  await openStage(page, './?q=zzzzzz&weight=landmark');
  await expect(page.locator('.no-match-words')).toHaveText('No event under “Landmark” mentions “zzzzzz”.');
  const ways = page.locator('.ways-out li');
  const all = await ways.count();
  expect(all).toBeGreaterThan(1);
  for (let i = 0; i < all; i++) {
    await page.goto('./?q=zzzzzz&weight=landmark');
    const promised = Number.parseInt(await ways.nth(i).locator('span').innerText(), 10);
    expect(promised).toBeGreaterThan(0);
    await ways.nth(i).getByRole('button').click();
    await expect(page.locator('[data-find="count"]')).toHaveText(String(promised));
  }
});

test('in Known then only what was known is found and counted', async ({page}) => {
  await openStage(page, './?known=2014-12-18&weight=turning-point,landmark,standard,detail');
  const timeline = await timelineOn(page);
  const known = timeline.events.filter(({knownMs}) => knownMs <= Date.UTC(2014, 11, 18));
  await expect(page.locator('[data-find="count"]')).toHaveText(String(known.length));
  const notesKnown = await page
    .locator('.note')
    .evaluateAll((notes) => notes.filter((note) => note.getAttribute('data-known')! <= '2014-12-18').length);
  expect(notesKnown).toBeGreaterThan(0);
  await expect(page.locator('[data-find="count-words"]')).toHaveText(
    `events match of ${known.length + notesKnown} known on Thu 18 Dec 2014`,
  );
  const later = timeline.events.find(({knownMs}) => knownMs > Date.UTC(2014, 11, 18))!;
  await page.goto(`./?known=2014-12-18&q=${encodeURIComponent(later.title)}`);
  await expect(page.locator('.no-match-words')).toBeVisible();
  await page.getByRole('button', {name: 'Look in what is known now'}).click();
  await expect(results(page).getByRole('link', {name: later.title})).toHaveCount(1);
});

test('a result leads to its entry, and Back to the results', async ({page}) => {
  await openStage(page);
  await find(page, EVENT.title);
  await results(page).getByRole('link', {name: EVENT.title}).click();
  await expect(page.locator(`#${EVENT.id} h3`)).toBeFocused();
  await expect(page.locator(`#${EVENT.id} h3`)).toBeInViewport();
  await expect(page.locator('.find')).toBeHidden();
  expect(new URL(page.url()).hash).toBe(`#${EVENT.id}`);
  await page.goBack();
  await expect(results(page).getByRole('link', {name: EVENT.title})).toHaveCount(1);
});

test('a note of a chapter is found, opens where it is, and Back leads to the results', async ({page}) => {
  const note = ALL.find(({weight}) => weight === 'context')!;
  await openStage(page);
  await find(page, `“${note.title}”`);
  const link = results(page).getByRole('link', {name: note.title});
  await expect(link).toHaveCount(1);
  // The stage marks only what is on it.
  await expect(page.locator('.stage .rail-count')).toHaveText(`${await onTheLineOf(page)} of ${EVENTS.length} match on the line`);
  await link.click();
  const title = page.locator(`#${note.id} h4`);
  await expect(title).toBeFocused();
  await expect(title).toBeInViewport({ratio: 1});
  await expect(page.locator('.find')).toBeHidden();
  expect(new URL(page.url()).hash).toBe(`#${note.id}`);
  await page.goBack();
  await expect(link).toHaveCount(1);
});

test('a phrase in quotes is found as a phrase', async ({page}) => {
  await openStage(page);
  await find(page, '“North Korea” denies');
  await expect(results(page).first().getByRole('link')).toContainText('North Korea denies');
  for (const words of await results(page).locator('mark').allInnerTexts())
    expect(words).toMatch(/^(North Korea)? ?(den(y|ies|ied|ying|ials?))?$/i);
  await page.getByRole('searchbox').fill('“Korea North”');
  await expect(page.locator('.no-match-words')).toHaveText('No event mentions “Korea North”.');
  await page.getByRole('button', {name: 'Look for the words in any order'}).click();
  await expect(results(page).first()).toBeVisible();
});

test('a date finds what happened on its day first, and says how the others lie to it', async ({page}) => {
  await openStage(page);
  await find(page, '17 December');
  const groups = page.locator('.result-group');
  await expect(groups.first()).toHaveText('On 17 December');
  await expect(groups.nth(1)).toHaveText('Days that include 17 December');
  const days = await results(page).evaluateAll((list) => {
    const next = list.findIndex((result, i) => i > 0 && result.querySelector('.result-group'));
    return list.slice(0, next).map((result) => result.querySelector('.result-day')!.textContent);
  });
  expect(new Set(days)).toEqual(new Set(['Day 24']));
});

test('a result shows whole sentences with the words it was found by', async ({page}) => {
  await openStage(page);
  for (const words of ['Malaysia', 'price', 'theater', 'Netflix']) {
    await page.goto(`./?q=${words}`);
    await expect(results(page).first()).toBeVisible();
    for (const result of await results(page).all()) await expect(result.locator('mark').first()).toBeVisible();
    for (const line of await page.locator('.result-line').all()) {
      expect(await line.innerText()).not.toMatch(/…|\.\.\./);
      // Nothing is cut off by its box.
      expect(
        await line.evaluate((element) => element.scrollWidth <= element.clientWidth && getComputedStyle(element).textOverflow === 'clip'),
      ).toBe(true);
    }
  }
});

test('where only the introduction to a chapter has the words, Find says so and leads there', async ({page}) => {
  await openStage(page);
  const introductions = await page
    .locator('.chapter')
    .evaluateAll((chapters) => chapters.map((chapter) => ({id: chapter.id, text: chapter.querySelector('.chapter-lede')!.textContent})));
  const events = await page.locator('li[data-event]').allInnerTexts();
  const ofEvents = new Set(
    events
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu),
  );
  const only = introductions
    .flatMap(({id, text}) => text.match(/\p{L}{5,}/gu)!.map((word) => ({id, word})))
    .find(({word}) => ![...ofEvents].some((other) => other.startsWith(word.toLowerCase().slice(0, 4))));
  expect(only, 'a word that only an introduction has').toBeDefined();
  await find(page, only!.word);
  await expect(page.locator('.no-match-words')).toContainText(`No event mentions “${only!.word}”. The introduction to “`);
  await page.getByRole('button', {name: /^Read the introduction to/}).click();
  await expect(page.locator(`#${only!.id} h2`)).toBeFocused();
  await expect(page.locator(`#${only!.id} h2`)).toBeInViewport();
  expect(new URL(page.url()).hash).toBe(`#${only!.id}`);
});

test('the button that was pressed is the lit one, and pressing it again closes Find', async ({page}) => {
  await openStage(page);
  const filter = page.getByRole('button', {name: 'Filter events'});
  const search = page.getByRole('button', {name: 'Search events'});
  await filter.click();
  await expect(filter).toHaveAttribute('aria-expanded', 'true');
  await expect(search).toHaveAttribute('aria-expanded', 'false');
  await search.click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(filter).toHaveAttribute('aria-expanded', 'false');
  await expect(search).toHaveAttribute('aria-expanded', 'true');
  await search.click();
  await expect(page.locator('.find')).toBeHidden();
  await filter.click();
  await filter.click();
  await expect(page.locator('.find')).toBeHidden();
  await expect(filter).toHaveAttribute('aria-expanded', 'false');
});

test('numbers agree: all events, those on the line, and those in notes', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  const [all, onTheLine] = [ALL.length, EVENTS.length];
  await expect(page.locator('.headline-facts')).toContainText(`${onTheLine} events and ${all - onTheLine} background notes from `);
  await expect(page.locator('.headline-facts')).not.toContainText('20 Nov 2014');
  await expect(page.locator('.stage .rail-count')).toHaveText(`${onTheLine} events on the line`);
  await page.getByRole('button', {name: 'Filter events'}).click();
  await expect(page.locator('.find-count')).toHaveText(`${all} events (${onTheLine} on the line)`);
  await page.getByRole('checkbox', {name: /^Note /}).check();
  await expect(page.locator('.find-count')).toHaveText(`${all - onTheLine} events match of ${all} (0 on the line)`);
  await expect(page.locator('.stage .rail-count')).toHaveText(`0 of ${onTheLine} match on the line`);
  expect(await page.locator('.entry, .note').count()).toBe(all);
  await page.goto('./table/');
  await expect(page.locator('.prose-page-side')).toHaveText(`${all} events, ${onTheLine} of them on the line`);
  await expect(page.locator('.prose-page-lead')).toContainText(
    `The ${onTheLine} events on the line and the ${all - onTheLine} in the notes`,
  );
  await expect(page.locator('tr[data-id]')).toHaveCount(all);
  await page.goto('./embed/?from=2014-11-20&to=2015-02-09');
  await expect(page.locator('.rail-count')).toHaveText(`${onTheLine} events on the line`);
});

test('the slash opens the search from the stage, and arrows visit the matches only', async ({page}) => {
  await openStage(page);
  await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('film');
  await expect(page.locator('.ghost').first()).toBeAttached();
  const found = await onTheLineOf(page);
  await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const visited = new Set<string>();
  const focusedId = () =>
    page.evaluate(() => document.activeElement!.getAttribute('data-id') ?? document.activeElement!.getAttribute('data-members'));
  for (let press = 0; press < found; press++) {
    for (const id of (await focusedId())!.split(' ')) visited.add(id);
    await page.keyboard.press('ArrowRight');
  }
  expect(visited.size).toBe(found);
});

test('a first visit does not load the search', async ({page}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openStage(page);
  await page.waitForLoadState('networkidle');
  const before = loaded.length;
  await find(page, 'film');
  await expect(results(page).first()).toBeVisible();
  const isIndex = (path: string) => path.endsWith('/find.json');
  expect(loaded.slice(before).some(isIndex)).toBe(true);
  expect(loaded.slice(0, before).some(isIndex)).toBe(false);
});

test('on a phone the filters fold away behind a button, and stay as chips of 44 pixels', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openStage(page);
  await find(page, 'film');
  const sheet = page.getByRole('group', {name: 'Lane'});
  await expect(sheet).toBeHidden();
  await page.getByRole('button', {name: 'Filters'}).click();
  await sheet.getByRole('checkbox').last().check();
  const wanted = await count(page);
  await page.getByRole('button', {name: 'Filters'}).click();
  await expect(sheet).toBeHidden();
  const chip = page.getByRole('button', {name: 'remove this filter'});
  expect((await chip.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(wanted).toBe(await count(page));
  await chip.click();
  await expect(chip).toHaveCount(0);
  expect(await count(page)).toBeGreaterThanOrEqual(wanted);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test.describe('without a script', () => {
  test.use({javaScriptEnabled: false});

  test('there is no button to find with, and no lane to press', async ({page}) => {
    await page.goto('./');
    await expect(page.locator('.finds')).toBeHidden();
    await expect(page.locator('.find')).toBeHidden();
    for (const name of await page.locator('.rail-solo').all()) await expect(name).toBeDisabled();
  });
});

test('Enter in the search goes to the first event found', async ({page}) => {
  await openStage(page);
  await find(page, 'film');
  await page.keyboard.press('Enter');
  await expect(results(page).first().getByRole('link')).toBeFocused();
});
