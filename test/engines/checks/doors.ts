import {describe, expect, test} from 'vitest';
import type {Reader} from '../reader.ts';

export function checkDoors(reader: () => Reader): void {
  describe('history', () => {
    test('Back undoes known then, and Forward brings it again', async () => {
      await reader().open();
      await reader().act('known-then');
      await reader().until('it is known then', async () => (await reader().look()).isKnownThen);
      await reader().driver.back();
      await reader().until('it is known now', async () => !(await reader().look()).isKnownThen);
      await reader().driver.forward();
      await reader().until('it is known then', async () => (await reader().look()).isKnownThen);
    });

    test('a press on a mark leads to its entry, and Back to the stage', async () => {
      await reader().open();
      const id = await reader().run(() => {
        const mark = [...document.querySelectorAll('.plot-picture .mark')].find(
          (one) => one.querySelector('use.glyph')?.getBoundingClientRect().width,
        );
        return mark?.getAttribute('data-id') ?? null;
      });
      if (id === null) return; // A story of stretches alone has no such marks.
      const {x, y} = await reader().middleOf(`.plot-picture .mark[data-id="${id}"] use.glyph`);
      await reader().driver.click(x, y);
      await reader().until('the address names it', async () => (await reader().look()).hash === `#${id}`);
      await reader().until('its title has the focus', () =>
        reader().run((wanted: string) => document.activeElement?.closest('li[data-event]')?.id === wanted, id),
      );
      await reader().settled();
      await reader().driver.back();
      await reader().until('the address names none', async () => (await reader().look()).hash === '');
    });

    test('a link to an event shows its entry, and its mark as chosen', async () => {
      const {id} = reader().story().events.at(-1)!;
      await reader().open(`#${id}`);
      await reader().until('its mark is chosen', () => reader().run(() => document.querySelector('.is-selected') !== null));
      await reader().until('the entry is in sight', () =>
        reader().run((wanted: string) => {
          const {top, bottom} = document.getElementById(wanted)!.getBoundingClientRect();
          return top < innerHeight && bottom > 0;
        }, id),
      );
    });

    test('the page that is come back to from another answers as before', async ({skip}) => {
      skip(!reader().driver.answersAfterReturn, 'the driver does not answer after Back from another page');
      const before = await reader().open(`?known=${reader().story().publicDays[0]!}`);
      await reader().goTo('sources/');
      await reader().driver.back();
      await reader().until('the timeline is there', () => reader().run(() => document.documentElement.dataset['script'] === 'ready'));
      const after = await reader().settled();
      expect([after.search, after.isKnownThen]).toEqual([before.search, true]);
      await reader().act('known-now');
      await reader().until('it is known now', async () => !(await reader().look()).isKnownThen);
    });
  });

  describe('the theme', () => {
    test('its button turns light and dark, and the choice lasts', async () => {
      await reader().open();
      const ground = () => reader().run(() => getComputedStyle(document.body).backgroundColor);
      const first = await ground();
      await reader().click('[data-action="theme"]');
      const second = await ground();
      expect(second).not.toBe(first);
      await reader().open();
      expect(await ground()).toBe(second);
      await reader().click('[data-action="theme"]');
      expect(await ground()).toBe(first);
    });
  });

  describe('paper', () => {
    test('the button prints', async () => {
      await reader().open();
      await reader().run(() => {
        window.print = () => (document.documentElement.dataset['printed'] = 'yes');
      });
      await reader().click('[data-action="print"]');
      expect(await reader().run(() => document.documentElement.dataset['printed'])).toBe('yes');
    });

    test('has the whole story, and no buttons', async () => {
      await reader().open();
      // What is for paper is shown on the screen, since not every driver can print.
      await reader().run(() => {
        const rulesOf = (rules: CSSRuleList): CSSRule[] =>
          [...rules].flatMap((rule) => [rule, ...('cssRules' in rule ? rulesOf(rule.cssRules as CSSRuleList) : [])]);
        for (const sheet of document.styleSheets) {
          for (const rule of rulesOf(sheet.cssRules))
            if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
        }
        delete document.documentElement.dataset['arriving'];
      });
      const [bar, nav, hidden] = await reader().run(() => {
        const heightOf = (selector: string) => document.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
        const entries = [...document.querySelectorAll<HTMLElement>('li.entry')];
        return [
          heightOf('.stage-bar'),
          heightOf('.masthead-nav'),
          entries.filter(({offsetHeight}) => offsetHeight === 0).map(({id}) => id),
        ] as const;
      });
      expect([bar, nav, hidden]).toEqual([0, 0, []]);
    });
  });

  describe('a narrow window', () => {
    const NARROW = {width: 500, height: 800};

    test('shows the picture for phones, and nothing sticks out', async () => {
      await reader().driver.resize(NARROW.width, NARROW.height);
      try {
        await reader().open();
        const [compact, wide, outPx] = await reader().run(
          () =>
            [
              document.querySelector('.plot-compact')!.getBoundingClientRect().height,
              document.querySelector('.plot-wide')!.getBoundingClientRect().height,
              document.documentElement.scrollWidth - document.documentElement.clientWidth,
            ] as const,
        );
        expect(compact).toBeGreaterThan(50);
        expect([wide, outPx <= 0]).toEqual([0, true]);
        await reader().click('[data-action="find"]');
        await reader().until('the search has the focus', () => reader().run(() => document.activeElement?.id === 'find-query'));
      } finally {
        await reader().driver.resize(1440, 900);
      }
    });
  });
}
