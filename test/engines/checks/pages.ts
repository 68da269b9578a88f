import {describe, expect, test} from 'vitest';
import type {Reader} from '../reader.ts';

const PAGES = ['table/', 'sources/', 'method/', 'poster/', 'embed/', 'not-there/'];

export function checkPages(reader: () => Reader): void {
  const lookAtPage = () =>
    reader().run(() => ({
      titles: document.querySelectorAll('h1').length,
      ground: getComputedStyle(document.body).backgroundColor,
      outPx: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));

  describe('other pages', () => {
    for (const path of PAGES) {
      test(`${path} has one title and a ground, and nothing sticks out`, async () => {
        await reader().goTo(path);
        const {titles, ground, outPx} = await lookAtPage();
        expect(titles).toBe(1);
        expect(ground).toMatch(/^rgb\(/);
        expect(outPx).toBeLessThanOrEqual(0);
      });
    }

    test('an event has its page, with the days around it', async () => {
      await reader().open();
      const address = await reader().run(() => new URL(document.querySelector<HTMLAnchorElement>('.entry h3 a')!.href).pathname);
      await reader().driver.goTo(new URL(address, reader().site.url).href);
      expect((await lookAtPage()).titles).toBe(1);
      expect(await reader().run(() => document.querySelectorAll('svg .mark').length)).toBeGreaterThan(0);
    });

    test('the table is sorted by its headings', async () => {
      await reader().goTo('table/');
      await reader().until('its headings are buttons', () => reader().run(() => document.querySelector('thead button') !== null));
      const order = () => reader().run(() => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent).join('\n'));
      const before = await order();
      const sort = () => reader().run(() => [...document.querySelectorAll<HTMLElement>('thead button')].at(-1)!.click());
      await sort();
      const once = await order();
      await sort();
      const twice = await order();
      expect(new Set([before, once, twice]).size).toBeGreaterThan(1);
    });

    test('the stage in a frame answers by itself', async () => {
      const before = await reader().open('embed/');
      const after = await reader().click('[data-action="zoom-in"]');
      expect(after.toMs - after.fromMs).toBeLessThan(before.toMs - before.fromMs);
    });
  });
}
