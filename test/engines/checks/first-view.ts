import {beforeAll, describe, expect, test} from 'vitest';
import type {Reader} from '../reader.ts';
import {WITHOUT_SCRIPT} from '../site.ts';

export function checkFirstView(reader: () => Reader): void {
  describe('the first view', () => {
    // These only read it.
    beforeAll(() => reader().open());

    test('wakes, in a language and under a name', async () => {
      const [language, title] = await reader().run(() => [document.documentElement.lang, document.title] as const);
      expect(language).not.toBe('');
      expect(title).not.toBe('');
    });

    test('shows every event: by name, in a count or on a rug', async () => {
      const {events} = reader().story();
      const shown = await reader().run(() =>
        [...document.querySelectorAll('.plot-picture:not(:empty) [data-id], .plot-picture:not(:empty) [data-members]')].flatMap((mark) =>
          (mark.getAttribute('data-members') ?? mark.getAttribute('data-id')!).split(' '),
        ),
      );
      const rugs = await reader().run(() => document.querySelectorAll('.plot-picture .rug').length);
      const missing = events.filter(({id}) => !shown.includes(id));
      expect(rugs > 0 ? [] : missing).toEqual([]);
      expect(shown.length).toBeGreaterThan(0);
    });

    test('every event has its entry below', async () => {
      const {events} = reader().story();
      const entries = await reader().run(() => [...document.querySelectorAll('[data-event]')].map(({id}) => id));
      expect(events.filter(({id}) => !entries.includes(id))).toEqual([]);
    });

    test('nothing sticks out sideways', async () => {
      expect(await reader().run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    });

    test('has its own letters', async () => {
      await reader().until('the fonts are there', () => reader().run(() => document.fonts.status === 'loaded'));
      expect(await reader().run(() => [...document.fonts].filter(({status}) => status === 'loaded').length)).toBeGreaterThan(0);
    });

    test('has opaque grounds, and ink that is not their colour', async () => {
      const [ground, stage, ink] = await reader().run(() => {
        const colours = [getComputedStyle(document.body), getComputedStyle(document.querySelector('.stage')!)];
        return [colours[0]!.backgroundColor, colours[1]!.backgroundColor, colours[0]!.color] as const;
      });
      for (const colour of [ground, stage]) expect(colour).toMatch(/^rgb\(/);
      expect(ink).not.toBe(ground);
    });

    test('names lie beside their marks, not over them', async () => {
      const over = await reader().run(() =>
        [...document.querySelectorAll('.plot-picture .mark:not(.is-clip, .is-in-bar)')].flatMap((mark) => {
          const [glyph, words] = [mark.querySelector('use.glyph'), mark.querySelector('text.label')];
          if (!glyph || !words) return [];
          // A box may hold the clear edge around letters as well, which is as wide on both sides.
          const [a, b] = [glyph, words].map((part) => part.getBoundingClientRect()) as [DOMRect, DOMRect];
          const apartPx = Math.abs(a.left + a.width / 2 - b.left - b.width / 2);
          const overPx = (a.width + (words as SVGTextElement).getComputedTextLength()) / 2 - apartPx;
          return overPx > 1 ? [`${words.textContent}: ${overPx} px`] : [];
        }),
      );
      expect(over).toEqual([]);
    });

    test('names do not lie over each other', async () => {
      const over = await reader().run(() => {
        const boxes = [...document.querySelectorAll('.plot-picture .mark text.label')].map((words) => ({
          name: words.textContent,
          box: words.getBoundingClientRect(),
        }));
        return boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => {
            const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            const along = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
            return across > 1 && along > 4 ? [`${a.name} and ${b.name}`] : [];
          }),
        );
      });
      expect(over).toEqual([]);
    });

    test('every button of the bar has a name', async () => {
      const nameless = await reader().run(() =>
        [...document.querySelectorAll('.stage-bar button')]
          .filter((button) => !(button.getAttribute('aria-label') ?? button.textContent)?.trim())
          .map(({outerHTML}) => outerHTML.slice(0, 80)),
      );
      expect(nameless).toEqual([]);
    });

    test('all that is fetched comes from the site itself', async () => {
      const hosts = await reader().run(() => [...new Set(performance.getEntriesByType('resource').map(({name}) => new URL(name).origin))]);
      expect(hosts).toEqual([new URL(reader().site.url).origin]);
    });
  });

  describe('the top of the page', () => {
    test('the stage stays at the top while the story is read, and marks the entry', async () => {
      await reader().open();
      await reader().run(() => {
        const entries = document.querySelectorAll('.entry');
        const entry = entries[Math.min(3, entries.length - 1)]!;
        const footPx = document.querySelector<HTMLElement>('zoomable-timeline')!.offsetHeight;
        scrollTo({top: scrollY + entry.getBoundingClientRect().top - footPx, behavior: 'instant'});
      });
      await reader().until('an entry is marked as read', () => reader().run(() => document.querySelector('.entry[data-current]') !== null));
      const topPx = await reader().run(() => document.querySelector('zoomable-timeline')!.getBoundingClientRect().top);
      expect(Math.abs(topPx)).toBeLessThanOrEqual(1);
    });

    test('one link leads past the bar to the events', async () => {
      await reader().open();
      await reader().run(() => document.querySelector<HTMLElement>('[data-part="to-events"]')!.focus());
      await reader().driver.press('Enter');
      await reader().until('a mark has the focus', () => reader().run(() => document.activeElement?.closest('.plot') !== null));
    });
  });

  describe('the policy', () => {
    test('refuses a script that is written into the page', async () => {
      await reader().open();
      const ran = await reader().run(() => {
        const script = document.createElement('script');
        try {
          script.textContent = 'document.documentElement.dataset.intruder = "yes"';
          document.body.append(script);
        } catch (error) {
          // Trusted Types do not even let it be written.
          if (!(error instanceof TypeError)) throw error;
        }
        (globalThis as unknown as {complaints: string[]}).complaints = [];
        return document.documentElement.dataset['intruder'] ?? 'no';
      });
      await reader().until('the browser reports it', async () => reader().site.takeReports().length > 0);
      await reader().goTo();
      reader().site.takeReports();
      expect(ran).toBe('no');
    });
  });

  describe('without script', () => {
    const openStill = () => reader().goTo(`?${WITHOUT_SCRIPT}`);

    test('the whole story can be read', async () => {
      await openStill();
      expect(await reader().run(() => document.documentElement.dataset['script'] ?? 'none')).toBe('none');
      const {events} = reader().story();
      const hidden = await reader().run(
        (ids: readonly string[]) => ids.filter((id) => !document.getElementById(id) || document.getElementById(id)!.offsetHeight === 0),
        events.map(({id}) => id),
      );
      expect(hidden.length).toBeLessThan(events.length);
      const folded = await reader().run(
        (ids: readonly string[]) => ids.filter((id) => !document.getElementById(id)?.closest('details:not([open])')),
        hidden,
      );
      expect(folded).toEqual([]);
    });

    test('the picture says that it stands still, and offers no buttons that do nothing', async () => {
      await openStill();
      const [bar, words] = await reader().run(
        () =>
          [
            document.querySelector<HTMLElement>('.stage-bar')!.offsetHeight,
            document.querySelector<HTMLElement>('.stage-still')!.offsetHeight,
          ] as const,
      );
      expect(bar).toBe(0);
      expect(words).toBeGreaterThan(20);
    });

    test('every mark leads to an entry', async () => {
      await openStill();
      const lost = await reader().run(() =>
        [...document.querySelectorAll('.plot-picture a.mark')]
          .map((mark) => mark.getAttribute('href')!)
          .filter((address) => !address.startsWith('#') || !document.getElementById(decodeURIComponent(address.slice(1)))),
      );
      expect(lost).toEqual([]);
    });
  });
}
