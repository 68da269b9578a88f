import {describe, expect, test} from 'vitest';
import {DAY_MS, lengthOf, type Reader} from '../reader.ts';

export function checkKeys(reader: () => Reader): void {
  const openOnMarks = async () => {
    await reader().open();
    await reader().focusMarks();
    return reader().look();
  };

  describe('keys on the marks', () => {
    test('Home and End go to the first and to the last event', async () => {
      await openOnMarks();
      const {events} = reader().story();
      const first = await reader().press('Home');
      const last = await reader().press('End');
      // An event without a mark of its own is in a count.
      const holds = (focus: string, id: string) =>
        reader().run(
          (focused: string, wanted: string) =>
            [...document.querySelectorAll('.plot-picture [data-id], .plot-picture [data-members]')].some((mark) => {
              const ids = (mark.getAttribute('data-members') ?? mark.getAttribute('data-id')!).split(' ');
              return ids.includes(focused) && ids.includes(wanted);
            }),
          focus,
          id,
        );
      expect(await holds(last.focus, events.at(-1)!.id)).toBe(true);
      expect(first.focus).not.toBe(last.focus);
    });

    test('Right goes on in time, and Left comes back', async () => {
      await openOnMarks();
      const first = await reader().press('Home');
      let after = first;
      for (let presses = 0; presses < 4; presses++) after = await reader().press('ArrowRight');
      expect(after.focus).not.toBe(first.focus);
      for (let presses = 0; presses < 4; presses++) after = await reader().press('ArrowLeft');
      expect(after.focus).toBe(first.focus);
    });

    test('Down and Up stay in the stage: on marks, or in the list of a count', async () => {
      await openOnMarks();
      await reader().press('Home');
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) {
        await reader().press(key);
        expect(await reader().run(() => document.activeElement?.closest('zoomable-timeline') !== null), key).toBe(true);
      }
    });

    test('plus, minus and nought zoom', async () => {
      const before = await openOnMarks();
      const near = await reader().press('+');
      expect(lengthOf(near)).toBeLessThan(lengthOf(before));
      const nearer = await reader().press('+');
      expect(lengthOf(await reader().press('-'))).toBeGreaterThan(lengthOf(nearer));
      const all = await reader().press('0');
      const {extent} = reader().story();
      expect([all.fromMs, all.toMs]).toEqual([extent.fromMs, extent.toMs]);
    });

    test('plus leaves the focus where it is', async () => {
      await openOnMarks();
      const before = await reader().press('Home');
      const after = await reader().press('+');
      expect(after.focus).toBe(before.focus);
    });

    test('Shift with an arrow pans', async () => {
      await openOnMarks();
      await reader().press('Home');
      const near = await reader().press('+');
      const after = await reader().press('ArrowRight', 'Shift');
      expect(after.fromMs).toBeGreaterThan(near.fromMs);
      expect(lengthOf(after) / lengthOf(near)).toBeCloseTo(1, 2);
    });

    test('comma and full stop move the playhead back and on again', async () => {
      const before = await openOnMarks();
      const back = await reader().press(',');
      expect(back.headMs).toBeLessThan(before.headMs);
      const on = await reader().press('.');
      expect(Math.abs(on.headMs - before.headMs)).toBeLessThan(DAY_MS);
    });

    test('K shows the story as it was known then, and K again as it is known now', async () => {
      await openOnMarks();
      expect((await reader().press('k')).isKnownThen).toBe(true);
      expect((await reader().press('k')).isKnownThen).toBe(false);
    });

    test('Space begins the replay, and Escape ends it', async ({skip}) => {
      skip(!reader().story().hasReplay, 'the story has no replay');
      await openOnMarks();
      const isReplaying = () => reader().run(() => document.querySelector('zoomable-timeline .replay') !== null);
      await reader().driver.press('Space');
      await reader().until('it begins', isReplaying);
      expect((await reader().settled()).isKnownThen).toBe(true);
      await reader().driver.press('Escape');
      await reader().until('it ends', async () => !(await isReplaying()));
      expect((await reader().settled()).isKnownThen).toBe(false);
    });

    test('Enter opens the entry, and Escape there comes back to the mark', async () => {
      await openOnMarks();
      await reader().press('End');
      let opened = await reader().press('Enter');
      // A count opens its list first.
      for (let tries = 0; tries < 2 && opened.hash === ''; tries++) opened = await reader().press('Enter');
      await reader().until('the address names an entry', async () => (await reader().look()).hash !== '');
      const [hash, isInEntry] = await reader().run(() => [
        location.hash.slice(1),
        document.activeElement?.closest('li[data-event]')?.id ?? '',
      ]);
      expect(isInEntry).toBe(decodeURIComponent(hash!));
    });

    test('Escape leads from the marks to the bar', async () => {
      await openOnMarks();
      const isInBar = () => reader().run(() => document.activeElement?.closest('.stage-bar') !== null);
      await reader().press('Escape');
      // The first may have put away the note of the mark.
      if (!(await isInBar())) await reader().press('Escape');
      expect(await isInBar()).toBe(true);
    });

    test('the question mark opens the controls, and Escape closes them and gives the focus back', async () => {
      const before = await openOnMarks();
      const isOpen = () => reader().run(() => document.querySelector<HTMLElement>('#controls')!.offsetHeight > 0);
      await reader().driver.press('?');
      await reader().until('the panel is open', isOpen);
      await reader().until('the focus is in it', () => reader().run(() => document.activeElement?.closest('#controls') !== null));
      await reader().settled();
      await reader().driver.press('Escape');
      await reader().until('the panel is closed', async () => !(await isOpen()));
      await reader().until('the focus is back', async () => (await reader().look()).focus === before.focus);
    });

    test('keys do not scroll the page', async () => {
      await openOnMarks();
      for (const key of ['Home', 'ArrowDown', 'ArrowRight', 'End']) expect((await reader().press(key)).scrollY, key).toBe(0);
    });
  });
}
