/** On paper: the words, every source written out with its address, and nothing that belongs to a screen. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {CONTENT_FOLDER, expect, test, writtenEvents} from './site.ts';

test.describe.configure({timeout: 120_000});

const EVENTS = writtenEvents();
/** One of whose sources the address is known. */
const EVENT = EVENTS.find(({sources}) =>
  sources.some((id) => /^url: /m.test(readFileSync(join(CONTENT_FOLDER, 'sources', `${id}.yaml`), 'utf8'))),
)!;

for (const path of ['./', `events/${EVENT.id}/`]) {
  test(`QUALITY 47: ${path} prints as text, with the addresses of its sources and nothing that sticks`, async ({page}) => {
    await page.goto(path);
    await page.emulateMedia({media: 'print'});
    const paper = await page.evaluate(() => {
      const isShown = (element: Element) => element.checkVisibility();
      return {
        sticky: [...document.querySelectorAll('body *')]
          .filter((element) => isShown(element) && /sticky|fixed/.test(getComputedStyle(element).position))
          .map((element) => element.className),
        pressable: [...document.querySelectorAll('button, input, select, dialog')]
          .filter(isShown)
          .map(({localName, textContent}) => `${localName} ${textContent.trim().slice(0, 60)}`),
        stage: [...document.querySelectorAll('.stage-bar, zoomable-timeline, .find, .tooltip, .skip-link')]
          .filter(isShown)
          .map((element) => element.className),
        addresses: [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="https:"]')]
          .filter(isShown)
          .map((link) => getComputedStyle(link, '::after').content.includes(link.getAttribute('href')!)),
        ground: getComputedStyle(document.body).backgroundColor,
        overflowPx: document.documentElement.scrollWidth - innerWidth,
        events: [...document.querySelectorAll('[data-event]')].filter(isShown).length,
      };
    });
    expect(paper.sticky).toEqual([]);
    expect(paper.pressable).toEqual([]);
    expect(paper.stage).toEqual([]);
    expect(paper.addresses.length).toBeGreaterThan(0);
    expect(paper.addresses).not.toContain(false);
    expect(paper.ground).toBe('rgb(255, 255, 255)');
    expect(paper.overflowPx).toBe(0);
    if (path === './') expect(paper.events).toBe(EVENTS.length);
    // Printed from the dark, paper is still white, and its words are black.
    await page.emulateMedia({media: 'print', colorScheme: 'dark'});
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(0, 0, 0)');
    const pdf = await page.pdf({format: 'A4'});
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
    expect(pages).toBeGreaterThanOrEqual(path === './' ? 10 : 1);
    expect(pages).toBeLessThanOrEqual(path === './' ? 60 : 4);
  });
}
