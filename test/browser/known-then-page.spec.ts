/** Known then over the whole page: whatever the day, nothing that became public later is said anywhere on it. */
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';
import { openStage, settled } from './stage-page.ts';

test.describe.configure({ timeout: 180_000 });

interface PublishedStory {
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly label: string;
    readonly known: string;
    readonly disagreements: readonly { readonly question: string; readonly positions: readonly { readonly says: string; readonly known: string }[] }[];
  }[];
  readonly sources: readonly { readonly headline: string; readonly published: string }[];
}

/** What can be seen or heard of the page, and which events its visible words link to. */
function pageAsRead(page: Page): Promise<{ readonly said: string[]; readonly linked: string[] }> {
  return page.evaluate(() => {
    const isShown = (element: Element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    const said: string[] = [];
    const linked: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, h1') || !isShown(element)) continue;
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder']) {
        const words = element.getAttribute(name);
        if (words) said.push(words);
      }
      for (const id of element.getAttribute('aria-labelledby')?.split(' ') ?? []) said.push(document.getElementById(id)?.textContent ?? '');
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim()) said.push(node.nodeValue!.trim());
      }
      const href = element.closest('.plot') ? null : element.getAttribute('href');
      const id = href?.match(/(?:#|\/events\/)([\w-]+)\/?$/)?.[1];
      if (id) linked.push(id);
    }
    return { said, linked };
  });
}

const DAYS = ['2014-11-24', '2014-12-03', '2014-12-16', '2014-12-18', '2014-12-21', '2014-12-24', '2015-01-06', '2015-01-18'];

test('no title, label, version, headline, chapter or link of later is on the page on any day', async ({ page, request }) => {
  const { events, sources } = (await (await request.get('./timeline.json')).json()) as PublishedStory;
  const positions = events.flatMap(({ disagreements }) => disagreements.flatMap((disagreement) => disagreement.positions));
  await openStage(page);
  const chapters = await page.locator('.chapter').evaluateAll((all) =>
    all.map((chapter) => ({
      title: chapter.querySelector('h2')!.textContent,
      events: [...chapter.querySelectorAll('[data-event]')].map((entry) => entry.id),
    })));
  for (const day of DAYS) {
    await openStage(page, `./?known=${day}`);
    const isLater = (known: string) => known.slice(0, 10) > day;
    const { said, linked } = await pageAsRead(page);
    const told = new Set(events.filter(({ known }) => !isLater(known)).flatMap(({ title, label }) => [title, label]));
    const isToldElsewhere = (words: string) => [...told].some((other) => other.includes(words));
    const later = [
      ...events.filter(({ known }) => isLater(known)).flatMap(({ title, label, disagreements }) =>
        [title, label, ...disagreements.map(({ question }) => question)]),
      ...positions.filter(({ known, says }) => isLater(known) && says.length > 12).map(({ says }) => says),
      ...sources.filter(({ published }) => isLater(published)).map(({ headline }) => headline),
    ].filter((words) => !isToldElsewhere(words));
    const isSaidByThen = new Set([
      ...events.filter(({ known }) => !isLater(known)).flatMap(({ disagreements }) => disagreements.map(({ question }) => question)),
      ...positions.filter(({ known }) => !isLater(known)).map(({ says }) => says),
    ]);
    expect(later.length, day).toBeGreaterThan(2);
    expect(later.filter((words) => !isSaidByThen.has(words) && said.some((line) => line.includes(words))), day).toEqual([]);
    const laterIds = new Set(events.filter(({ known }) => isLater(known)).map(({ id }) => id));
    expect(linked.filter((id) => laterIds.has(id)), day).toEqual([]);
    const unbegun = chapters.filter((chapter) => chapter.events.every((id) => laterIds.has(id)));
    expect(unbegun.map(({ title }) => title).filter((title) => said.includes(title)), day).toEqual([]);
    const stillShown = await page.locator(`[data-known]:visible`).evaluateAll(
      (all, until) => all.filter((part) => part.getAttribute('data-known')! > until && !part.classList.contains('is-folded')).map((part) => `${part.tagName} ${part.className} ${part.textContent.slice(0, 80)}`),
      day,
    );
    expect(stillShown, day).toEqual([]);
  }
});

test('a chapter that has not begun has no title until it is asked for, and gets it back in Known now', async ({ page }) => {
  await openStage(page, './?known=2014-12-18');
  const head = page.locator('#count .chapter-head');
  await expect(head.locator('h2')).toHaveText('Not yet known');
  await expect(head).toContainText('Nothing of this chapter is public on Thu 18 Dec 2014.');
  await expect(head.locator('.chapter-lede')).toBeHidden();
  await expect(page.locator('.chapter-nav a[href="#count"]')).toHaveText(/^5\s*Not yet known$/);
  await head.getByRole('button', { name: 'Show its title and introduction' }).click();
  await expect(head.locator('h2')).toHaveText('The count');
  await expect(head.locator('h2')).toBeFocused();
  await expect(head.locator('.chapter-lede')).toBeVisible();
  const pulled = page.locator('#pulled .chapter-head');
  await expect(pulled.locator('h2')).toHaveText('Pulled');
  await expect(pulled).toContainText('looks beyond Thu 18 Dec 2014');
  await page.locator('.stage').getByRole('button', { name: 'Known now' }).click();
  await settled(page);
  await expect(pulled.locator('.chapter-lede')).toBeVisible();
  await expect(page.locator('.chapter-nav a[href="#count"]')).toHaveText(/^5\s*The count$/);
  await expect(page.locator('.fold-line')).toHaveCount(0);
});

test('the deck makes way for the day, and nothing below it moves', async ({ page }) => {
  await openStage(page);
  const stageTop = () => page.locator('zoomable-timeline').evaluate((stage) => stage.getBoundingClientRect().top + scrollY);
  const before = await stageTop();
  await page.locator('.stage').getByRole('button', { name: 'Known then' }).click();
  await settled(page);
  await expect(page.locator('[data-part="deck-then"]')).toContainText('as the public knew it on Wed 4 Feb 2015');
  await expect(page.locator('[data-part="deck"]')).toBeHidden();
  expect(await stageTop()).toBe(before);
});
