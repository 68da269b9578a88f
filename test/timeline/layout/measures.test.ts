import {describe, expect, test} from 'vitest';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';
import {numberOnChart, placeSteps} from '../../../src/timeline/layout/measures.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Measure, MeasureStep} from '../../../src/timeline/model/timeline.ts';

const step = (day: number, value: number): MeasureStep => ({
  knownMs: day * DAY_MS,
  value,
  asOf: '1970-01-01',
  qualifier: 'exact',
  source: 'a',
  event: `e${day}`,
});
const measure = (...steps: MeasureStep[]): Measure => ({id: 'm', name: 'M', prefix: '', suffix: '', steps});
/** Ten days at 100 px a day. */
const VIEW = {fromMs: 0, toMs: 10 * DAY_MS};

describe('numberOnChart(value, measure, language)', () => {
  test.each([
    [331, '331'],
    [9_999, '9999'],
    [10_000, '10k'],
    [31_500, '31.5k'],
    [4_300_000, '4.3M'],
    [40_000_000, '40M'],
    [1_250_000_000, '1.3B'],
    [0, '0'],
  ])('writes %i as %s', (value, text) => {
    expect(numberOnChart(value, {prefix: '', suffix: ''}, 'en')).toBe(text);
  });

  test('puts the unit before or after', () => {
    expect(numberOnChart(15_000_000, {prefix: '$', suffix: ''}, 'en')).toBe('$15M');
    expect(numberOnChart(12, {prefix: '', suffix: ' km'}, 'en')).toBe('12 km');
  });

  test('never writes a thousand of a unit that has a greater one', () => {
    expect(numberOnChart(999_960, {prefix: '', suffix: ''}, 'en')).toBe('1M');
    expect(numberOnChart(999_960_000, {prefix: '', suffix: ''}, 'en')).toBe('1B');
  });
});

describe('placeSteps(measure, view, widthPx, heightPx, untilMs, language)', () => {
  // From 7 under the top to 2 over the foot of 29 px: 20 px for the greatest value.
  const steps = () => placeSteps(measure(step(1, 50), step(4, 100)), VIEW, 1000, 29, 8 * DAY_MS, 'en');

  test('rises on the day each count became public and runs to the next', () => {
    expect(steps().map(({fromPx, toPx}) => [fromPx, toPx])).toEqual([
      [100, 400],
      [400, 800],
    ]);
  });

  test('makes height the share of the greatest count, from the foot', () => {
    expect(steps().map(({fromYPx, yPx}) => [fromYPx, yPx])).toEqual([
      [27, 17],
      [17, 7],
    ]);
  });

  test('writes a number right of its riser: above the line, or under it where the step is tall or the row ends', () => {
    expect(steps().map(({label}) => label)).toEqual([
      {text: '50', xPx: 105, yPx: 14.5, anchor: 'start'},
      {text: '100', xPx: 405, yPx: 18, anchor: 'start'},
    ]);
    const [tall] = placeSteps(measure(step(1, 100)), VIEW, 1000, 29, 8 * DAY_MS, 'en');
    expect(tall!.label).toEqual({text: '100', xPx: 105, yPx: 18, anchor: 'start'});
  });

  test('writes it left of the riser where the step is too short for it', () => {
    const [first] = placeSteps(measure(step(1, 100), step(1.1, 200)), VIEW, 1000, 29, 8 * DAY_MS, 'en');
    expect(first!.label).toMatchObject({xPx: 95, anchor: 'end'});
  });

  test('leaves it out where neither side has room', () => {
    const labels = placeSteps(measure(step(1, 100), step(1.1, 200), step(1.15, 300)), VIEW, 1000, 29, 8 * DAY_MS, 'en').map(
      ({label}) => label?.anchor,
    );
    expect(labels).toEqual(['end', undefined, 'start']);
  });

  /** Heights of numbers on a row of 29 px, where a hundredth of the greatest count is 0.2 px. */
  const numberYs = (...values: readonly number[]) =>
    placeSteps(measure(...values.map((value, i) => step(i * 2, value))), VIEW, 1000, 29, 10 * DAY_MS, 'en').map(
      ({label}) => Math.round(label!.yPx * 100) / 100,
    );

  test('writes a number 2.5 px above its line, never cut by the row’s top, or 11 px under it', () => {
    // Lines at 27 − 20 · share, of which the first rise from 27. A step of 12 px is tall.
    expect(numberYs(59, 100)[0]).toBe(12.7);
    expect(numberYs(60, 100)[0]).toBe(26);
    // 89.5 is at 9.1 px, the last with room above; it and 85, at 10, are written as high as the row lets them.
    expect(numberYs(50, 85, 89.5, 90, 100)).toEqual([14.5, 7.6, 7.6, 20, 18]);
    expect(numberYs(50, 84, 100)[1]).toBe(7.7);
  });

  test('writes a number inside a low row', () => {
    expect(placeSteps(measure(step(1, 100)), VIEW, 1000, 16, 8 * DAY_MS, 'en')[0]!.label!.yPx).toBe(14);
  });

  test('needs 5 px on both sides of a number between two risers', () => {
    const widthPx = measureByTable('100', 11, 600);
    const anchorOf = (px: number) =>
      placeSteps(measure(step(1, 100), step(1 + px / 100, 200)), VIEW, 1000, 29, 8 * DAY_MS, 'en')[0]!.label!.anchor;
    expect([anchorOf(widthPx + 10.01), anchorOf(widthPx + 9.99)]).toEqual(['start', 'end']);
  });

  test('needs 10 px between a number left of its riser and the one before', () => {
    const [firstPx, nextPx] = ['100', '200'].map((text) => measureByTable(text, 11, 600)) as [number, number];
    const anchors = (px: number) =>
      placeSteps(measure(step(1, 100), step(1 + px / 100, 200), step(1.01 + px / 100, 300)), VIEW, 1000, 29, 8 * DAY_MS, 'en').map(
        ({label}) => label?.anchor,
      );
    // The first ends 5 px and its own width after its riser; the second ends 5 px before its own.
    const leastPx = 5 + firstPx + 5 + nextPx + 5;
    expect([anchors(leastPx + 0.1), anchors(leastPx - 0.1)]).toEqual([
      ['start', 'end', 'start'],
      ['start', undefined, 'start'],
    ]);
    // After one that is left of its riser, from that riser less 5 px.
    expect(anchors(firstPx + 9)).toEqual(['end', 'end', 'start']);
  });

  test('writes a number left of its riser above its line, never cut by the row’s top', () => {
    const yPx = (value: number) => placeSteps(measure(step(1, value), step(1.1, 200)), VIEW, 1000, 29, 8 * DAY_MS, 'en')[0]!.label!.yPx;
    expect([yPx(100), yPx(190)]).toEqual([14.5, 7.6]);
  });

  test('writes the last number right of its riser, however little follows', () => {
    const [first, last] = placeSteps(measure(step(1, 100), step(7.99, 200)), VIEW, 1000, 29, 8 * DAY_MS, 'en');
    expect([first!.label!.anchor, last!.label]).toEqual(['start', {text: '200', xPx: 804, yPx: 18, anchor: 'start'}]);
  });

  test('has a count on the day that it became public, and a line on the foot for none', () => {
    expect(placeSteps(measure(step(3, 50)), VIEW, 1000, 29, 3 * DAY_MS, 'en')).toMatchObject([{fromPx: 300, toPx: 300}]);
    expect(placeSteps(measure(step(1, 0)), VIEW, 1000, 29, 3 * DAY_MS, 'en')).toMatchObject([{yPx: 27, fromYPx: 27}]);
  });

  test('stops at what is known until then, and gives away nothing that came later by its height', () => {
    const early = placeSteps(measure(step(1, 50), step(4, 100)), VIEW, 1000, 29, 3 * DAY_MS, 'en');
    expect(early).toHaveLength(1);
    expect(early[0]).toMatchObject({fromPx: 100, toPx: 300, yPx: 7});
  });

  test('is empty before the first count, and for a measure without one', () => {
    expect(placeSteps(measure(step(1, 50)), VIEW, 1000, 29, 0, 'en')).toEqual([]);
    expect(placeSteps(measure(), VIEW, 1000, 29, DAY_MS, 'en')).toEqual([]);
  });

  test('lets no two numbers of a row overlap', () => {
    const many = Array.from({length: 40}, (_, i) => step(i * 0.25, (i + 1) * 12_345));
    const boxes = placeSteps(measure(...many), VIEW, 1000, 29, 10 * DAY_MS, 'en')
      .flatMap(({label}) => label ?? [])
      .map(({text, xPx, anchor}) => {
        const widthPx = measureByTable(text, 11, 600);
        return anchor === 'start' ? [xPx, xPx + widthPx] : [xPx - widthPx, xPx];
      });
    expect(boxes.length).toBeGreaterThan(3);
    for (let i = 1; i < boxes.length; i++) expect(boxes[i]![0]).toBeGreaterThanOrEqual(boxes[i - 1]![1]!);
  });
});
