import {describe, expect, test} from 'vitest';
import {daysOf, type Reader} from '../reader.ts';

export function checkKnownThen(reader: () => Reader): void {
  const isPressed = (action: string) =>
    reader().run((name: string) => document.querySelector(`[data-action="${name}"]`)!.getAttribute('aria-pressed') === 'true', action);
  /** A day in the middle of those on which something became public. */
  const middleDay = () => {
    const {publicDays} = reader().story();
    return publicDays[Math.floor(publicDays.length / 2)]!;
  };
  /** The entries whose text can be read, though the day before them had not come. */
  const tooEarly = (day: string) =>
    reader().run(
      (shown: string) =>
        [...document.querySelectorAll<HTMLElement>('li[data-event][data-known]')]
          .filter(({dataset}) => dataset['known']! > shown)
          .filter((entry) => (entry.querySelector<HTMLElement>('.entry-text, .note-text, h3, h4')?.offsetHeight ?? 0) > 0)
          .map(({id}) => id),
      day,
    );

  describe('known then', () => {
    test('its button switches it on, and the other off', async () => {
      await reader().open();
      const then = await reader().click('[data-action="known-then"]');
      expect([then.isKnownThen, await isPressed('known-then'), await isPressed('known-now')]).toEqual([true, true, false]);
      expect(then.search).toContain('known=');
      const now = await reader().click('[data-action="known-now"]');
      expect([now.isKnownThen, now.search]).toEqual([false, '']);
    });

    test('a link to a day shows nothing that came out later', async () => {
      const day = middleDay();
      const look = await reader().open(`?known=${day}`);
      expect([look.isKnownThen, daysOf(look.headMs)]).toEqual([true, day]);
      expect(await tooEarly(day)).toEqual([]);
    });

    test('marks of what was not public name nothing', async () => {
      const day = middleDay();
      await reader().open(`?known=${day}`);
      const {events} = reader().story();
      const known = await reader().run(
        (shown: string) =>
          [...document.querySelectorAll<HTMLElement>('li[data-event][data-known]')]
            .filter(({dataset}) => dataset['known']! <= shown)
            .map(({id}) => id),
        day,
      );
      const named = await reader().run(() =>
        [...document.querySelectorAll('.plot-picture .mark.is-known')].map((mark) => mark.getAttribute('data-id')!),
      );
      expect(named.filter((id) => !known.includes(id))).toEqual([]);
      expect(events.length).toBeGreaterThan(named.length);
    });

    test('known now brings everything back', async () => {
      const day = middleDay();
      await reader().open(`?known=${day}`);
      await reader().click('[data-action="known-now"]');
      await reader().until('no entry is folded', () => reader().run(() => document.querySelectorAll('li.is-folded').length === 0));
    });

    test('the next event of then is one that became public later', async () => {
      const day = middleDay();
      const before = await reader().open(`?known=${day}`);
      const after = await reader().click('[data-action="next"]');
      expect(after.headMs).toBeGreaterThanOrEqual(before.headMs);
      expect(after.isKnownThen).toBe(true);
    });
  });

  describe('play', () => {
    test('moves the playhead on through what was known, and stops where it is paused', async () => {
      const {extent} = reader().story();
      const before = await reader().open(`?known=${daysOf(extent.fromMs + (extent.toMs - extent.fromMs) / 4)}`);
      const {x, y} = await reader().middleOf('[data-action="play"]');
      await reader().driver.click(x, y);
      await reader().until('it plays', () => isPressed('play'));
      await reader().until('the playhead has moved on', async () => (await reader().look()).headMs > before.headMs);
      await reader().driver.click(x, y);
      await reader().until('it pauses', async () => !(await isPressed('play')));
      const paused = await reader().settled();
      expect(paused.isKnownThen).toBe(true);
      expect((await reader().settled()).headMs).toBe(paused.headMs);
    });

    test('next and previous go from event to event', async () => {
      await reader().open();
      const back = await reader().click('[data-action="previous"]');
      const first = await reader().run(() => document.querySelector('.mark.is-selected')?.getAttribute('data-id') ?? '');
      await reader().click('[data-action="previous"]');
      const second = await reader().run(() => document.querySelector('.mark.is-selected')?.getAttribute('data-id') ?? '');
      expect(first).not.toBe('');
      expect(second).not.toBe(first);
      expect(back.isKnownThen).toBe(false);
    });
  });
}
