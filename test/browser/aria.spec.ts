/**
 * What a screen reader says of the page in each state, as text that can be read in a review: `output/aria.spec.ts/`.
 * Numbers are written as N, so that a new event changes nothing. Renew what is meant to change with
 * `playwright test aria --update-snapshots`.
 */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

const EVENT = 'fbi-names-north-korea';

/** Leaves one or two of everything that repeats: the turning points of the drawing, the first entries, the one that is open. */
function prune(page: Page): Promise<void> {
  return page.evaluate(() => {
    const openedId = location.hash.slice(1);
    const entries = [...document.querySelectorAll('.entry')];
    const kept = entries.filter(({id}, i) => i < 2 || id === openedId);
    for (const entry of entries) if (!kept.includes(entry)) entry.remove();
    for (const chapter of document.querySelectorAll('.chapter:not(:has(.entry))')) chapter.remove();
    const more = [
      '.marks > :not(.is-turning-point, .is-selected)',
      '.chapter .notes',
      '.all-sources li + li',
      '.facet li:nth-child(n + 3)',
      '.result:nth-child(n + 3)',
      '.ledger li:nth-child(n + 2)',
      '.event-list li:nth-child(n + 3)',
    ];
    for (const element of document.querySelectorAll(more.join())) element.remove();
  });
}

async function toldOf(page: Page, part: string): Promise<string> {
  return `${(await page.locator(part).ariaSnapshot()).replace(/\d+([.,]\d+)*/g, 'N')}\n`;
}

const STATES: readonly (readonly [name: string, open: (page: Page) => Promise<unknown>])[] = [
  ['home', (page) => openStage(page)],
  ['home-opened', (page) => openStage(page, `./#${EVENT}`)],
  ['home-known-then', (page) => openStage(page, './?known=2014-12-18')],
  [
    'find',
    async (page) => {
      await openStage(page, './?q=film&certainty=disputed');
      await expect(page.locator('.result').first()).toBeVisible();
    },
  ],
  [
    'find-no-match',
    async (page) => {
      await openStage(page, './?q=zzzzzz&lanes=sony');
      await expect(page.locator('.no-match-words')).toBeVisible();
    },
  ],
  [
    'controls',
    async (page) => {
      await openStage(page);
      await page.getByRole('button', {name: 'Controls and keys'}).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
  ['event', (page) => page.goto(`events/${EVENT}/`)],
  ['not-found', (page) => page.goto('404.html')],
];

for (const [name, open] of STATES) {
  test(`QUALITY 20: a screen reader says of ${name} what it said at the last review`, async ({page}) => {
    await open(page);
    if (!/event|not-found/.test(name)) await settled(page);
    await prune(page);
    const part = name === 'controls' ? '.controls' : name === 'home-opened' ? '.feed' : /find/.test(name) ? 'main' : 'body';
    expect(await toldOf(page, part)).toMatchSnapshot(`${name}.yml`);
  });
}

test('QUALITY 20: a screen reader says of the phone’s stage what it said at the last review', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openStage(page);
  await prune(page);
  expect(await toldOf(page, 'zoomable-timeline')).toMatchSnapshot('phone-stage.yml');
});
