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
      await reader().act('known-then');
      await reader().until('it is known then', () => isPressed('known-then'));
      const then = await reader().settled();
      expect([then.isKnownThen, await isPressed('known-then'), await isPressed('known-now')]).toEqual([true, true, false]);
      expect(then.search).toContain('known=');
      await reader().act('known-now');
      await reader().until('it is known now', () => isPressed('known-now'));
      const now = await reader().settled();
      expect([now.isKnownThen, await isPressed('known-then')]).toEqual([false, false]);
      expect(now.search).not.toContain('known=');
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
      await reader().act('known-now');
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

  describe('the replay', () => {
    const isPlaying = () => reader().run(() => document.querySelector('.replay')?.classList.contains('is-playing') === true);
    const said = () =>
      reader().run(() => ['day', 'caption', 'time'].map((name) => document.querySelector(`.replay [data-replay="${name}"]`)!.textContent));

    test('plays through its days, and stops where it is paused', async ({skip}) => {
      skip(!reader().story().hasReplay, 'the story has no replay');
      await reader().open();
      // This reader wants motion after all.
      await reader().run(() => {
        const own = matchMedia.bind(globalThis);
        globalThis.matchMedia = (query) => own(query.includes('reduced-motion') ? 'not all' : query);
      });
      await reader().act('play');
      await reader().until('it plays', isPlaying);
      const {headMs} = await reader().look();
      await reader().until('the playhead has moved on', async () => (await reader().look()).headMs > headMs);
      const {x, y} = await reader().middleOf('[data-replay="main"]');
      await reader().driver.click(x, y);
      await reader().until('it pauses', async () => !(await isPlaying()));
      const [paused, words] = [await reader().settled(), await said()];
      expect(paused.isKnownThen).toBe(true);
      expect([(await reader().settled()).headMs, await said()]).toEqual([paused.headMs, words]);
    });

    test('goes from picture to picture where no motion is wanted, and back', async ({skip}) => {
      skip(!reader().story().hasReplay, 'the story has no replay');
      await reader().open();
      await reader().act('play');
      await reader().until('it is open', () => reader().run(() => document.querySelector('.replay.is-still') !== null));
      await reader().settled();
      const first = await said();
      await reader().click('[data-replay="main"]');
      const second = await said();
      expect(second).not.toEqual(first);
      await reader().click('[data-replay="back"]');
      expect(await said()).toEqual(first);
      expect(await isPlaying()).toBe(false);
    });
  });

  describe('the buttons beside it', () => {
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
