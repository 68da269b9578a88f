import {describe, expect, test} from 'vitest';
import {dateAt, DAY_MS, lengthOf, type Look, type Reader} from '../reader.ts';

/** How far a date may drift from the pointer. */
const DRIFT_PX = 1.5;

export function checkView(reader: () => Reader): void {
  const driftPx = (before: Look, after: Look, x: number) =>
    Math.abs(((dateAt(before, x) - dateAt(after, x)) / lengthOf(after)) * after.width);
  /** Opens the middle third of the story. */
  const openMiddle = async () => {
    const {extent} = reader().story();
    const thirdMs = lengthOf(extent) / 3;
    const [from, to] = [extent.fromMs + thirdMs, extent.fromMs + 2 * thirdMs].map((ms) => new Date(ms).toISOString().slice(0, 19));
    return reader().open(`?from=${from}&to=${to}`);
  };
  const gesture = (kind: string, scale: number, x: number, y: number) =>
    reader().run(
      (type: string, apart: number, clientX: number, clientY: number) => {
        const event = Object.assign(new Event(`gesture${type}`, {bubbles: true, cancelable: true}), {scale: apart, clientX, clientY});
        return !document.elementFromPoint(clientX, clientY)!.dispatchEvent(event);
      },
      kind,
      scale,
      x,
      y,
    );
  const finger = (type: string, id: number, x: number, y: number) =>
    reader().run(
      (kind: string, pointerId: number, clientX: number, clientY: number) => {
        const event = new PointerEvent(`pointer${kind}`, {
          bubbles: true,
          cancelable: true,
          pointerId,
          pointerType: 'touch',
          clientX,
          clientY,
          button: kind === 'move' ? -1 : 0,
          buttons: kind === 'up' ? 0 : 1,
        });
        document.querySelector('.plot')!.dispatchEvent(event);
      },
      type,
      id,
      x,
      y,
    );

  describe('zoom', () => {
    for (const held of ['Control', 'Meta'] as const) {
      test(`the wheel with ${held} zooms, and the date under the pointer stays there`, async () => {
        const before = await reader().open();
        const {x, y} = await reader().emptyPlace(0.4);
        for (let turn = 0; turn < 3; turn++) await reader().driver.wheel(x, y, {y: -100, held});
        const after = await reader().settled();
        expect(lengthOf(after)).toBeLessThan(lengthOf(before) * 0.8);
        expect(driftPx(before, after, x)).toBeLessThan(DRIFT_PX);
        expect(after.scrollY).toBe(before.scrollY);
      });
    }

    test('the wheel with Control turned back zooms out', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.5);
      await reader().driver.wheel(x, y, {y: 100, held: 'Control'});
      expect(lengthOf(await reader().settled())).toBeGreaterThan(lengthOf(before) * 1.1);
    });

    test('a plain wheel scrolls the page and leaves the view', async () => {
      const before = await reader().open();
      const {x, y} = await reader().emptyPlace(0.5);
      await reader().driver.wheel(x, y, {y: 150});
      await reader().until('the page has scrolled', async () => (await reader().look()).scrollY > before.scrollY + 40);
      const after = await reader().settled();
      expect([after.fromMs, after.toMs]).toEqual([before.fromMs, before.toMs]);
    });

    test('plus and minus zoom in and out, and the last button shows all', async () => {
      const before = await reader().open();
      const near = await reader().click('[data-action="zoom-in"]');
      expect(lengthOf(near)).toBeLessThan(lengthOf(before));
      const nearer = await reader().click('[data-action="zoom-in"]');
      expect(lengthOf(nearer)).toBeLessThan(lengthOf(near));
      expect(lengthOf(await reader().click('[data-action="zoom-out"]'))).toBeGreaterThan(lengthOf(nearer));
      const all = await reader().click('[data-action="fit"]');
      const {extent} = reader().story();
      expect([all.fromMs, all.toMs]).toEqual([extent.fromMs, extent.toMs]);
    });

    test('every level shows less than the one before, and its button says so', async () => {
      await reader().open();
      const levels = await reader().run(() =>
        [...document.querySelectorAll<HTMLElement>('.levels [data-level]')].map(({dataset}) => dataset['level']!),
      );
      let lengthMs = Infinity;
      for (const level of levels) {
        const after = await reader().click(`.levels [data-level="${level}"]`);
        expect(lengthOf(after), level).toBeLessThan(lengthMs);
        expect(
          await reader().run(
            (name: string) => document.querySelector(`.levels [data-level="${name}"]`)!.getAttribute('aria-pressed'),
            level,
          ),
        ).toBe('true');
        lengthMs = lengthOf(after);
      }
    });

    test('two clicks zoom to half about the pointer', async () => {
      const before = await reader().open();
      const {x, y} = await reader().emptyPlace(0.6);
      await reader().driver.click(x, y, 2);
      await reader().until('the view is shorter', async () => lengthOf(await reader().look()) < lengthOf(before));
      const after = await reader().settled();
      expect(lengthOf(before) / lengthOf(after)).toBeCloseTo(2, 1);
      expect(driftPx(before, after, Math.round(x))).toBeLessThan(DRIFT_PX);
      expect(after.selection).toBe(0);
    });

    test('there is an end to zooming in, and to zooming out', async () => {
      const before = await reader().open();
      const {x, y} = await reader().emptyPlace(0.5);
      for (let turn = 0; turn < 40; turn++) await reader().driver.wheel(x, y, {y: -500, held: 'Control'});
      const near = await reader().settled();
      expect(lengthOf(near)).toBeGreaterThan(0);
      for (let turn = 0; turn < 40; turn++) await reader().driver.wheel(x, y, {y: 500, held: 'Control'});
      const far = await reader().settled();
      expect(lengthOf(far)).toBeGreaterThanOrEqual(lengthOf(before) * 0.99);
      expect(lengthOf(far)).toBeLessThan(lengthOf(before) * 20);
    });
  });

  describe('pinch', () => {
    test('apart on a trackpad, as Safari reports it, zooms in about the place where it began', async () => {
      const before = await reader().open();
      const {x, y} = await reader().emptyPlace(0.4);
      const taken = [
        await gesture('start', 1, x, y),
        await gesture('change', 1.4, x, y),
        await gesture('change', 2, x, y),
        await gesture('end', 2, x, y),
      ];
      const after = await reader().settled();
      expect(taken, 'the page does not zoom').toEqual([true, true, true, true]);
      expect(lengthOf(before) / lengthOf(after)).toBeCloseTo(2, 1);
      expect(driftPx(before, after, x)).toBeLessThan(DRIFT_PX);
    });

    test('together on a trackpad zooms out', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.5);
      await gesture('start', 1, x, y);
      await gesture('change', 0.7, x, y);
      await gesture('end', 0.7, x, y);
      expect(lengthOf(await reader().settled())).toBeGreaterThan(lengthOf(before) * 1.2);
    });

    test('two fingers on the screen hold the dates under them', async () => {
      const before = await reader().open();
      const {x, y} = await reader().emptyPlace(0.5);
      await finger('down', 11, x - 60, y);
      await finger('down', 12, x + 60, y);
      for (const apart of [80, 100, 120]) {
        await finger('move', 11, x - apart, y);
        await finger('move', 12, x + apart, y);
      }
      await finger('up', 11, x - 120, y);
      await finger('up', 12, x + 120, y);
      const after = await reader().settled();
      expect(lengthOf(before) / lengthOf(after)).toBeCloseTo(2, 1);
      expect(driftPx(before, after, x)).toBeLessThan(DRIFT_PX);
    });
  });

  describe('pan', () => {
    test('a drag moves the picture by as much as the hand, and selects no text', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.6);
      const {driver} = reader();
      await driver.move(x, y);
      await driver.down();
      for (const by of [50, 100, 150]) await driver.move(x - by, y);
      await driver.up();
      const after = await reader().settled();
      expect(((after.fromMs - before.fromMs) / lengthOf(before)) * before.width).toBeCloseTo(150, -0.5);
      expect(lengthOf(after) / lengthOf(before)).toBeCloseTo(1, 3);
      expect(after.selection).toBe(0);
    });

    test('a wheel that turns sideways pans, and the page stays', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.5);
      await reader().driver.wheel(x, y, {x: 100});
      const after = await reader().settled();
      expect(((after.fromMs - before.fromMs) / lengthOf(before)) * before.width).toBeCloseTo(100, -0.5);
      expect(after.scrollY).toBe(before.scrollY);
    });

    test('the wheel with Shift pans', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.5);
      await reader().driver.wheel(x, y, {y: 100, held: 'Shift'});
      const after = await reader().settled();
      expect(after.fromMs).toBeGreaterThan(before.fromMs);
      expect(after.scrollY).toBe(before.scrollY);
    });

    test('a finger pans', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.6);
      await finger('down', 21, x, y);
      for (const by of [30, 60, 90]) await finger('move', 21, x - by, y);
      await finger('up', 21, x - 90, y);
      expect((await reader().settled()).fromMs).toBeGreaterThan(before.fromMs);
    });

    test('the window on the overview can be dragged, and made smaller at its grip', async () => {
      const before = await openMiddle();
      const {driver} = reader();
      const brush = await reader().middleOf('[data-part="brush"]');
      await driver.move(brush.x, brush.y);
      await driver.down();
      for (const by of [4, 8, 12]) await driver.move(brush.x + by, brush.y);
      await driver.up();
      const moved = await reader().settled();
      expect(moved.fromMs).toBeGreaterThan(before.fromMs);
      expect(lengthOf(moved) / lengthOf(before)).toBeCloseTo(1, 1);
      const grip = await reader().middleOf('[data-part="grip-to"]');
      await driver.move(grip.x, grip.y);
      await driver.down();
      for (const by of [5, 10, 15]) await driver.move(grip.x - by, grip.y);
      await driver.up();
      expect(lengthOf(await reader().settled())).toBeLessThan(lengthOf(moved));
    });

    test('arrow keys on a grip move that end of the window', async () => {
      const before = await openMiddle();
      await reader().run(() => document.querySelector<HTMLElement>('[data-part="grip-from"]')!.focus());
      const after = await reader().press('ArrowRight');
      expect(after.fromMs).toBeGreaterThan(before.fromMs);
      expect(Math.abs(after.toMs - before.toMs)).toBeLessThan(DAY_MS);
    });

    test('the window is in the address, and a reload shows it again', async () => {
      const before = await openMiddle();
      const {x, y} = await reader().emptyPlace(0.5);
      await reader().driver.wheel(x, y, {x: 60});
      await reader().until('the address has changed', async () => (await reader().look()).search !== before.search);
      const after = await reader().settled();
      const again = await reader().open(after.search);
      expect([again.fromMs, again.toMs]).toEqual([after.fromMs, after.toMs]);
    });
  });

  describe('scrub', () => {
    test('a drag on the ruler brings the playhead to the day under the pointer, and leaves the view', async () => {
      const before = await reader().open();
      const {driver} = reader();
      const [x, y] = [before.left + before.width * 0.5, before.top + 12];
      const dayBefore = await reader().run(() => document.querySelector('[data-part="date"]')!.textContent);
      await driver.move(x, y);
      await driver.down();
      for (const by of [40, 80, 120]) await driver.move(x - by, y);
      await driver.up();
      const after = await reader().settled();
      expect(Math.abs(after.headMs - dateAt(before, x - 120))).toBeLessThan(DAY_MS + lengthOf(before) * 0.004);
      expect([after.fromMs, after.toMs]).toEqual([before.fromMs, before.toMs]);
      expect(await reader().run(() => document.querySelector('[data-part="date"]')!.textContent)).not.toBe(dayBefore);
    });

    test('a click on the ruler does so too', async () => {
      const before = await reader().open();
      const x = Math.round(before.left + before.width * 0.3);
      await reader().driver.click(x, before.top + 12);
      const after = await reader().settled();
      expect(Math.abs(after.headMs - dateAt(before, x))).toBeLessThan(DAY_MS + lengthOf(before) * 0.004);
    });
  });
}
