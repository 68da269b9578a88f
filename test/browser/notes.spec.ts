/** The notes beside marks and counts: nothing is said in them alone, and they stay while they are wanted. */
import {expect, test} from './site.ts';
import {openStage, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

test('QUALITY 16: a note can be reached by the pointer, stays, closes with Escape, and says nothing new', async ({page}) => {
  await openStage(page, './?from=2014-12-15&to=2014-12-22');
  const {events} = await timelineOn(page);
  const {id, title, when} = events.find((event) => event.id === 'fbi-names-north-korea')!;
  const mark = page.locator(`.plot-wide [data-id="${id}"]`);
  const note = page.locator('.tooltip');
  await expect(note, 'a still note is not there').toBeHidden();
  // Notes are fetched at the first sign of a pointer; the next one shows them.
  await expect(async () => {
    await mark.locator('.words').hover();
    await mark.locator('.glyph').hover();
    await expect(note).toBeVisible({timeout: 1000});
  }).toPass();
  await expect(note).toContainText(title);
  await expect(note).toContainText(when);
  for (const words of [title, when]) expect(await mark.getAttribute('aria-label')).toContain(words);
  const box = (await note.boundingBox())!;
  const from = (await mark.locator('.glyph').boundingBox())!;
  await page.mouse.move(from.x + 5, from.y + 8);
  await page.mouse.move(Math.min(Math.max(from.x, box.x + 6), box.x + box.width - 6), box.y + 6, {steps: 12});
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, {steps: 4});
  await page.waitForTimeout(500); // Longer than a note outlasts a pointer that has left.
  await expect(note).toBeVisible();
  await page.locator('[data-action="fit"]').focus();
  await mark.focus();
  await page.keyboard.press('Shift'); // The keyboard is in use: focus shows.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(note).toBeVisible();
  await expect(note.locator('kbd')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(mark).toBeFocused();
});
