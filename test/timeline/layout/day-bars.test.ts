import {describe, expect, test} from 'vitest';
import {barGapPx, barsOfDay} from '../../../src/timeline/layout/day-bars.ts';
import type {Bar, Wording} from '../../../src/timeline/layout/day-bars.ts';
import {gapsOf} from '../../../src/timeline/layout/wishes.ts';
import {clash} from '../../../src/timeline/layout/rows.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import type {StageSize} from '../../../src/timeline/layout/size.ts';
import type {Window} from '../../../src/timeline/layout/drawn.ts';
import {indexOf} from '../../../src/timeline/model/event-index.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

/** A window in days; every letter is 10 px wide. */
function windowOf(fromDay: number, toDay: number, over: Partial<Window> = {}, size: StageSize = wideSize(1000)): Window {
  return {
    view: {fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS},
    size,
    pxPerDay: size.widthPx / (toDay - fromDay),
    depth: 3,
    selectedId: null,
    measureText: (text) => 10 * text.length,
    ...over,
  };
}

/** Bars of day 5, for events with labels of this many letters and short labels half as long. */
function barsOf(window: Window, lengths: readonly number[], wording: Wording = 'first'): Bar[] {
  const events = lengths.map((length, i) =>
    anEvent({id: `e${i}`, span: {kind: 'day', dayMs: 5 * DAY_MS}, label: 'x'.repeat(length), short: 'y'.repeat(length / 2)}),
  );
  return barsOfDay(window, indexOf(aTimeline(events, 20)).lanes[0]!.entries, wording);
}

/** Of each bar its ends, its cost, and for each name its letters, side and distance. */
const seen = (bars: readonly Bar[]) =>
  bars.map(({way: {body, cost, drawn}}) => [
    [Math.round(body!.fromPx), Math.round(body!.toPx)],
    cost,
    drawn.map(({label}) => `${label!.text.length}${label!.text[0]} ${label!.side} ${Math.round(label!.offsetPx)}`),
  ]);

describe('barsOfDay(window, entries, wording)', () => {
  test('name one after the other, 25 px apart, 8 px inside', () => {
    // 100 + 25 + 200 in a day of 1,000 px.
    const bars = barsOf(windowOf(5, 6), [10, 20]);
    expect(seen(bars)).toEqual([[[0, 1000], 0, ['10x inside 8', '20x inside 133']]]);
    expect(bars[0]).toMatchObject({dayMs: 5 * DAY_MS, way: {isBox: true, foot: null}});
    expect(bars[0]!.entries.map(({event}) => event.id)).toEqual(['e0', 'e1']);
    expect(
      bars[0]!.way.drawn.every(({form, atMs, isSmall, isOnFoot}) => form === 'bar' && atMs === 5 * DAY_MS && !isSmall && !isOnFoot),
    ).toBe(true);
  });

  test('open another when one is full, and fill the first that has room', () => {
    // Of 984 px inside, 600 + 25 + 400 is too much; 600 + 25 + 300 is not.
    expect(seen(barsOf(windowOf(5, 6), [60, 40, 30]))).toEqual([
      [[0, 1000], 0, ['60x inside 8', '30x inside 633']],
      [[0, 1000], 0, ['40x inside 8']],
    ]);
    expect(seen(barsOf(windowOf(5, 6), [60, 34]))).toHaveLength(1);
    expect(seen(barsOf(windowOf(5, 6), [60, 36]))).toHaveLength(2);
  });

  test('use the short words throughout, or where only they find room', () => {
    expect(seen(barsOf(windowOf(5, 6), [60, 40], 'other'))).toEqual([[[0, 1000], 0, ['30y inside 8', '20y inside 333']]]);
    expect(seen(barsOf(windowOf(5, 6), [60, 40], 'mixed'))).toEqual([[[0, 1000], 0, ['60x inside 8', '20y inside 633']]]);
    expect(seen(barsOf(windowOf(5, 6), [120]))).toEqual([[[0, 1000], 0, ['60y inside 8']]]);
  });

  test('are as wide as what is in sight of the day, less 2 px where the next day begins', () => {
    // From 5.4 on 600 px of the day are left, 584 inside.
    expect(seen(barsOf(windowOf(5.4, 6.4), [40, 30]))).toEqual([
      [[0, 598], 0, ['40x inside 8']],
      [[0, 598], 0, ['30x inside 8']],
    ]);
  });

  test('of two days that follow each other share a row', () => {
    const events = [5, 6].map((day) => anEvent({id: `e${day}`, span: {kind: 'day', dayMs: day * DAY_MS}}));
    const window = windowOf(5, 7);
    const [first, second] = indexOf(aTimeline(events, 20)).lanes[0]!.entries.map((entry) => barsOfDay(window, [entry], 'first')[0]!.way);
    expect([first!.body, second!.body]).toEqual([
      {fromPx: 0, toPx: 498},
      {fromPx: 502, toPx: 1000},
    ]);
    expect(clash(first!, second!, gapsOf(window))).toBe(false);
  });

  test('have words left of a bar too short for them, else right of it', () => {
    // 200 px of the day at the right end; the words of 400 end 8 before it.
    expect(seen(barsOf(windowOf(4.2, 5.2), [40]))).toEqual([[[392, 1000], 0.5, ['40x left 8']]]);
    expect(seen(barsOf(windowOf(5.8, 6.8), [40]))).toEqual([[[0, 608], 0.5, ['40x right 8']]]);
    // Where the long words do not fit, the short ones do.
    expect(seen(barsOf(windowOf(4.2, 5.2), [100]))).toEqual([[[292, 1000], 0.5, ['50y left 8']]]);
    expect(seen(barsOf(windowOf(4.2, 5.2), [40], 'other'))).toEqual([[[592, 1000], 0.5, ['20y left 8']]]);
    // Short words in the bar come before long ones beside it.
    expect(seen(barsOf(windowOf(4.2, 5.2), [30]))).toEqual([[[802, 1000], 0, ['15y inside 8']]]);
  });

  test('have the words of several beside one narrow bar, the last the nearest on its left', () => {
    expect(seen(barsOf(windowOf(4.2, 5.2), [20, 30], 'beside'))).toEqual([[[267, 1000], 1, ['20x left 333', '30x left 8']]]);
    expect(seen(barsOf(windowOf(5.8, 6.8), [20, 30], 'beside'))).toEqual([[[0, 733], 1, ['20x right 8', '30x right 233']]]);
    // As many as have room in one row, and the rest with a bar of their own: left of it are 800 px, 200 + 25 + 300 + 25 + 300 are more.
    expect(seen(barsOf(windowOf(4.2, 5.2), [20, 30, 30, 40], 'beside'))).toEqual([
      [[267, 1000], 1, ['20x left 333', '30x left 8']],
      [[67, 1000], 1, ['30x left 433', '40x left 8']],
    ]);
    // The short words where the long ones have room on neither side.
    expect(seen(barsOf(windowOf(4.2, 5.2), [20, 100], 'beside'))).toEqual([
      [[592, 1000], 0.5, ['20x left 8']],
      [[292, 1000], 0.5, ['50y left 8']],
    ]);
    // Not where there is room in the bar.
    expect(seen(barsOf(windowOf(5, 6), [20, 30], 'beside'))).toEqual([[[0, 1000], 0, ['20x inside 8', '30x inside 233']]]);
  });

  test('have names inside up to the last pixel of room', () => {
    // 100 + 25 + 190 and 8 on both sides are 331.
    expect(seen(barsOf(windowOf(4.3311, 5.3311), [10, 19]))).toHaveLength(1);
    expect(seen(barsOf(windowOf(4.3309, 5.3309), [10, 19]))).toHaveLength(2);
    // 200 and 8 on both sides are 216, from 784 on; the bar is drawn from 786.
    expect(seen(barsOf(windowOf(4.2161, 5.2161), [20]))).toEqual([[[786, 1000], 0, ['20x inside 8']]]);
    expect(seen(barsOf(windowOf(4.2159, 5.2159), [20]))).toEqual([[[786, 1000], 0, ['10y inside 8']]]);
  });

  test('have the block of the selected event inside up to the last pixel of room', () => {
    const selected = (fromDay: number, id: string, lengths: readonly number[]) =>
      seen(barsOf(windowOf(fromDay, fromDay + 1, {selectedId: id}), lengths));
    // 12 px more than without a block: 343 and 228.
    expect([selected(4.3431, 'e1', [10, 19]).length, selected(4.3429, 'e1', [10, 19]).length]).toEqual([1, 2]);
    expect([selected(4.2281, 'e0', [20]), selected(4.2279, 'e0', [20])]).toEqual([
      [[[774, 1000], 0, ['20x inside 14']]],
      [[[774, 1000], 0, ['10y inside 14']]],
    ]);
    expect(selected(5, 'e0', [10, 20])).toEqual([[[0, 1000], 0, ['10x inside 14', '20x inside 145']]]);
    const narrow = windowOf(4, 7, {selectedId: 'e0'}, wideSize(300));
    expect(seen(barsOf(narrow, [50]))).toEqual([[[38, 300], 1, ['25y inside -56']]]);
    expect(barsOf(narrow, [58])[0]!.way.drawn[0]!.label!.text).toBe(`${'y'.repeat(27)}…`);
  });

  test('have the words of several beside them only where less than 260 px are inside, and more than one name', () => {
    const sides = (fromDay: number, lengths: readonly number[]) =>
      barsOf(windowOf(fromDay, fromDay + 1), lengths, 'beside').flatMap(({way}) => way.drawn.map(({label}) => label!.side));
    expect(sides(4.2761, [10, 10])).toEqual(['inside', 'inside']);
    expect(sides(4.2759, [10, 10])).toEqual(['left', 'left']);
    expect(sides(4.2759, [10])).toEqual(['inside']);
    expect(barsOf(windowOf(4.2759, 5.2759), [10, 10]).flatMap(({way}) => way.drawn.map(({label}) => label!.side))).toEqual([
      'inside',
      'inside',
    ]);
  });

  test('have names inside after all where one of several has no room beside, not even by its short words', () => {
    // The day takes 200 px in the middle of the window, with 400 on each side.
    const names = (lengths: readonly number[]) =>
      barsOf(windowOf(3, 8), lengths, 'beside').map(({way}) =>
        way.drawn.map(({label}) => `${label!.text.length}${label!.text[0]} ${label!.side} ${label!.offsetPx}`),
      );
    // 300 + 25 + 500 + 8 are too much for one bar, and 500 + 8 for a bar of its own.
    expect(names([30, 50])).toEqual([['30x left 8'], ['25y left 8']]);
    expect(names([30, 78])).toEqual([['30x left 8'], ['39y left 8']]);
    expect(names([30, 80])).toEqual([['15y inside 8'], ['40y inside 8']]);
  });

  test('have words beside them up to the edge of the window', () => {
    const widths = (fromDay: number, length: number) => seen(barsOf(windowOf(fromDay, fromDay + 1), [length], 'first'))[0];
    // 100 px of the day on the right: 892 left of them less 8.
    expect(widths(4.1, 89)).toEqual([[2, 1000], 0.5, ['89x left 8']]);
    expect(widths(4.1, 90)).toEqual([[442, 1000], 0.5, ['45y left 8']]);
    expect(widths(5.9, 89)).toEqual([[0, 998], 0.5, ['89x right 8']]);
    expect(widths(5.9, 90)).toEqual([[0, 558], 0.5, ['45y right 8']]);
  });

  test('have the block of the selected event beside them too', () => {
    expect(seen(barsOf(windowOf(4.2, 5.2, {selectedId: 'e0'}), [40]))).toEqual([[[380, 1000], 0.5, ['40x left 14']]]);
    expect(seen(barsOf(windowOf(4.2, 5.2, {selectedId: 'e1'}), [20, 30], 'beside'))).toEqual([
      [[255, 1000], 1, ['20x left 345', '30x left 14']],
    ]);
    expect(seen(barsOf(windowOf(5.8, 6.8, {selectedId: 'e0'}), [20, 30], 'beside'))).toEqual([
      [[0, 745], 1, ['20x right 14', '30x right 245']],
    ]);
  });

  test('name the day, its events and the form of their words, beside and across them as well', () => {
    for (const window of [windowOf(4.2, 5.2), windowOf(4, 7, {}, wideSize(300))]) {
      const [bar] = barsOf(window, [50]);
      expect(bar).toMatchObject({dayMs: 5 * DAY_MS, way: {isBox: true, foot: null}});
      expect(bar!.entries.map(({event}) => event.id)).toEqual(['e0']);
      expect(bar!.way.drawn).toMatchObject([{form: 'bar', atMs: 5 * DAY_MS, isOnFoot: false, isSmall: false}]);
    }
  });

  test('let words begin on a bar 8 px inside where they have room to its right there', () => {
    // Words of 180 have no room beside the 100 px in the middle of 300, but from 108 on. The bar begins at 102.
    const window = windowOf(4, 7, {}, wideSize(300));
    expect(seen(barsOf(window, [36]))).toEqual([[[102, 288], 1, ['18y inside 8']]]);
    expect(seen(barsOf(window, [60]))).toEqual([[[0, 300], 1, ['30y inside -100']]]);
    expect(seen(barsOf(window, [62]))).toEqual([]);
    expect(seen(barsOf(windowOf(4, 7, {selectedId: 'e0'}, wideSize(300)), [36]))).toEqual([[[102, 294], 1, ['18y inside 8']]]);
  });

  test('let words begin on a bar that has room on neither side', () => {
    // A window of 300 px, of which the day takes 100 in the middle: words of 250 fit only across.
    const window = windowOf(4, 7, {}, wideSize(300));
    expect(seen(barsOf(window, [50]))).toEqual([[[50, 300], 1, ['25y inside -50']]]);
    expect(seen(barsOf(window, [80]))).toEqual([]);
  });

  test('cut the words of the selected event that are wider than the window', () => {
    const window = windowOf(4, 7, {selectedId: 'e0'}, wideSize(300));
    // 288 px between the ends of its block have room for 28 letters.
    expect(barsOf(window, [80])[0]!.way.drawn[0]!.label!.text).toBe(`${'y'.repeat(27)}…`);
  });

  test('make room for the block of the selected event', () => {
    expect(seen(barsOf(windowOf(5, 6, {selectedId: 'e1'}), [10, 20, 10]))).toEqual([
      [[0, 1000], 0, ['10x inside 8', '20x inside 139', '10x inside 370']],
    ]);
  });

  test('set names closer on a phone', () => {
    const window = windowOf(5, 6, {}, compactSize(340));
    expect(seen(barsOf(window, [20, 20]))).toEqual([[[0, 340], 0, ['10y inside 8', '10y inside 121']]]);
    expect([barGapPx(window), barGapPx(windowOf(5, 6))]).toEqual([13, 25]);
  });
});
