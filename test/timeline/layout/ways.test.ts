import {describe, expect, test} from 'vitest';
import type {MeasureText} from '../../../src/timeline/layout/letter-widths.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import type {StageSize} from '../../../src/timeline/layout/size.ts';
import {beginningsOf, textsOf, wordsOf} from '../../../src/timeline/layout/label-words.ts';
import {fadePx, hasDayBars, hull, reachMs, visibleOf, waysWithoutWords, waysWithWords} from '../../../src/timeline/layout/ways.ts';
import type {Drawn, Window} from '../../../src/timeline/layout/drawn.ts';
import type {Way} from '../../../src/timeline/layout/rows.ts';
import {indexOf} from '../../../src/timeline/model/event-index.ts';
import type {IndexedEvent} from '../../../src/timeline/model/event-index.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {day, stretch, within} from '../some-spans.ts';

const moment = (days: number): Span => ({kind: 'moment', atMs: days * DAY_MS});

/** Every letter is 10 px wide. */
const measureText: MeasureText = (text) => 10 * text.length;

/** Days of a story of twenty, on a plot as wide as asked. */
function windowOf(fromDay: number, toDay: number, over: Partial<Window> = {}, size: StageSize = wideSize(1000)): Window {
  return {
    view: {fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS},
    size,
    pxPerDay: size.widthPx / (toDay - fromDay),
    depth: 2,
    selectedId: null,
    measureText,
    ...over,
  };
}

function entryOf(span: Span, over: Partial<TimelineEvent> = {}): IndexedEvent {
  return indexOf(aTimeline([anEvent({span, label: 'abcde', short: 'abcde', ...over})], 20)).lanes[0]!.entries[0]!;
}

const px = ({fromPx, toPx}: {readonly fromPx: number; readonly toPx: number}) => [
  Math.round(fromPx * 100) / 100,
  Math.round(toPx * 100) / 100,
];
/** Form, side, body, foot and cost of a way. */
const seen = ({body, foot, cost, drawn: {form, label}}: Way<Drawn>) => [
  form,
  label?.side ?? null,
  body && px(body),
  foot && px(foot),
  Math.round(cost * 1000) / 1000,
];

describe('waysWithWords(window, entry), at an instant', () => {
  const instant = (days: number, over: Partial<TimelineEvent> = {}, window = windowOf(0, 10)) =>
    waysWithWords(window, entryOf(moment(days), over)).map(seen);

  test('has words right of the mark, else left', () => {
    // Mark 493 to 507, words from 511 or up to 489.
    expect(instant(5)).toEqual([
      ['glyph', 'right', [493, 561], null, 0],
      ['glyph', 'left', [439, 507], null, 0.7],
    ]);
  });

  test('cuts no words: at an edge one side is left', () => {
    expect(instant(9.39)).toHaveLength(2);
    expect(instant(9.4)).toEqual([['glyph', 'left', [879, 947], null, 0.7]]);
    expect(instant(0.6)).toEqual([['glyph', 'right', [53, 121], null, 0]]);
  });

  test('holds a mark at the very edge inside the plot', () => {
    expect(instant(0)).toEqual([['glyph', 'right', [0, 68], null, 0]]);
    expect(instant(10)).toEqual([['glyph', 'left', [932, 1000], null, 0.7]]);
  });

  test('offers the short words for 0.7 more, and on a phone first', () => {
    expect(instant(5, {short: 'ab'}).map(([, side, , , cost]) => [side, cost])).toEqual([
      ['right', 0],
      ['left', 0.7],
      ['right', 0.7],
      ['left', 1.4],
    ]);
    const texts = (size: StageSize, depth: number) => textsOf({depth, size}, anEvent({label: 'long', short: 's'}));
    expect([texts(wideSize(1000), 2), texts(compactSize(340), 2), texts(wideSize(1000), 0)]).toEqual([['long', 's'], ['s', 'long'], ['s']]);
    expect(textsOf({depth: 2, size: wideSize(1000)}, anEvent({label: 'one', short: 'one'}))).toEqual(['one']);
  });

  test('makes room for ≠, and for the block of the selected event', () => {
    expect(instant(5, {isDisputed: true})[0]).toEqual(['glyph', 'right', [493, 575], null, 0]);
    // Words begin 18 from the middle, on a block 6 wider on both sides.
    expect(instant(5, {}, windowOf(0, 10, {selectedId: 'a'}))).toEqual([
      ['glyph', 'right', [493, 574], null, 0],
      ['glyph', 'left', [426, 507], null, 0.7],
    ]);
  });
});

describe('waysWithWords(window, entry), as they are drawn', () => {
  const label = {text: 'abcde', widthPx: 50, sizePx: 13, weight: 450, hasSign: false} as const;
  const drawnOf = (span: Span, window = windowOf(0, 10), over: Partial<TimelineEvent> = {}) => waysWithWords(window, entryOf(span, over));

  test('have their mark at its instant and their words 11 px from its middle, or 18 on a block', () => {
    const glyph = {form: 'glyph', atMs: 5 * DAY_MS, isOnFoot: false, isSmall: false} as const;
    const [right, left] = drawnOf(moment(5));
    expect(right).toMatchObject({isBox: false, foot: null, drawn: {...glyph, label: {...label, side: 'right', offsetPx: 11}}});
    expect(left).toMatchObject({isBox: false, foot: null, drawn: {...glyph, label: {...label, side: 'left', offsetPx: 11}}});
    expect(drawnOf(moment(5), windowOf(0, 10, {selectedId: 'a'})).map(({drawn}) => drawn.label!.offsetPx)).toEqual([18, 18]);
  });

  test('have a clip from its true start, with words inside, right and left of it', () => {
    const clip = {form: 'clip', atMs: 2 * DAY_MS, isOnFoot: false, isSmall: false} as const;
    expect(drawnOf(stretch(2, 2.66))).toEqual([
      {cost: 0, body: {fromPx: 200, toPx: 266}, isBox: true, foot: null, drawn: {...clip, label: {...label, side: 'inside', offsetPx: 8}}},
    ]);
    expect(drawnOf(stretch(2, 2.5)).map(({isBox, drawn}) => [isBox, drawn])).toEqual([
      [true, {...clip, label: {...label, side: 'right', offsetPx: 8}}],
      [true, {...clip, label: {...label, side: 'left', offsetPx: 8}}],
    ]);
  });

  test('have a tab on its foot line, or words on dots there', () => {
    const tab = {isOnFoot: true, isSmall: false} as const;
    expect(drawnOf(stretch(2, 5))[1]).toMatchObject({
      isBox: true,
      foot: {fromPx: 200, toPx: 500},
      drawn: {...tab, form: 'tab', atMs: 2 * DAY_MS, label: {...label, side: 'inside', offsetPx: 8}},
    });
    const dots = drawnOf(within(4, 6), windowOf(4, 6));
    expect(dots[0]).toEqual({
      cost: 0,
      body: {fromPx: 0, toPx: 1000},
      isBox: false,
      foot: null,
      drawn: {form: 'dots', atMs: 5 * DAY_MS, isOnFoot: false, isSmall: false, label: {...label, side: 'inside', offsetPx: 8}},
    });
    expect(dots[1]).toMatchObject({
      isBox: false,
      isDotted: true,
      drawn: {...tab, form: 'dots', atMs: 4.016 * DAY_MS, label: {...label, side: 'inside', offsetPx: 0}},
    });
  });

  test('have a mark on the foot of its dots', () => {
    const onFoot = drawnOf(within(2, 6)).find(({cost}) => Math.abs(cost - 0.45) < 0.001)!;
    expect(onFoot).toMatchObject({
      isBox: false,
      isDotted: true,
      foot: {fromPx: 200, toPx: 600},
      drawn: {form: 'glyph', atMs: 4 * DAY_MS, isOnFoot: true, label: {...label, side: 'right', offsetPx: 11}},
    });
  });

  test('are the cheapest first', () => {
    for (const [span, window] of [
      [day(5), windowOf(0, 10)],
      [stretch(2, 5), windowOf(0, 10)],
      [within(2, 6), windowOf(0, 10)],
      [within(2, 6), windowOf(4, 5)],
    ] as const) {
      const costs = drawnOf(span, window, {short: 'ab'}).map(({cost}) => cost);
      expect(costs.length).toBeGreaterThan(8);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    }
  });
});

describe('waysWithWords(window, entry), on a day', () => {
  const placesOf = (window: Window, over: Partial<TimelineEvent> = {}) => [
    ...new Set(
      waysWithWords(window, entryOf(day(5), over))
        .filter(({drawn}) => drawn.label!.side === 'right')
        .map(({cost, drawn}) => `${Math.round((drawn.atMs / DAY_MS) * 1000) / 1000} for ${Math.round(cost * 1000) / 1000}`),
    ),
  ];

  test('may be anywhere inside the lines of its column, in the middle for nothing', () => {
    // 100 px a day: from 506 to 594 in seven places 14.67 apart.
    expect(placesOf(windowOf(0, 10))).toEqual([
      '5.5 for 0',
      '5.353 for 0.083',
      '5.647 for 0.083',
      '5.207 for 0.167',
      '5.793 for 0.167',
      '5.06 for 0.25',
      '5.94 for 0.25',
    ]);
  });

  test('is where the order of its day puts it, where there is one', () => {
    expect(placesOf(windowOf(0, 10), {order: 0})[0]).toBe('5.06 for 0');
    expect(placesOf(windowOf(0, 10), {order: 1})[0]).toBe('5.94 for 0');
    expect(placesOf(windowOf(0, 10), {order: 0.25})[0]).toBe('5.28 for 0');
  });

  test('has places at least 3 px apart, and three of them for the words it wants less', () => {
    // 24 px a day: from 6 to 18 in five places.
    const narrow = windowOf(0, 20, {}, wideSize(480));
    expect(placesOf(narrow)).toEqual(['5.5 for 0', '5.375 for 0.125', '5.625 for 0.125', '5.25 for 0.25', '5.75 for 0.25']);
    expect(placesOf(windowOf(0, 10), {short: 'ab'}).slice(7)).toEqual(['5.5 for 0.7', '5.06 for 0.95', '5.94 for 0.95']);
  });

  test('stays inside the plot where only a part of its day does', () => {
    // Of its column 50 px are left; marks keep 7 from the plot's edge and 6 from the line.
    const places = placesOf(windowOf(5.5, 15.5));
    expect(places[0]).toBe('5.57 for 0');
    expect(places.at(-1)).toBe('5.94 for 0.5');
    expect(placesOf(windowOf(5.5, 15.5), {order: 1})[0]).toBe('5.94 for 0');
    expect(placesOf(windowOf(-4.5, 5.5), {order: 0, label: 'a', short: 'a'})).toEqual([
      '5.06 for 0',
      '5.122 for 0.083',
      '5.183 for 0.167',
      '5.245 for 0.25',
    ]);
  });

  test('has one place below 24 px a day, and for the selected event', () => {
    expect(placesOf(windowOf(0, 20, {}, wideSize(479)))).toEqual(['5.5 for 0']);
    expect(placesOf(windowOf(0, 20, {}, wideSize(480))).length).toBeGreaterThan(1);
    expect(placesOf(windowOf(0, 10, {selectedId: 'a'}))).toEqual(['5.5 for 0']);
  });
});

describe('waysWithWords(window, entry), of a stretch', () => {
  const clips = (span: Span, window = windowOf(0, 10), over: Partial<TimelineEvent> = {}) =>
    waysWithWords(window, entryOf(span, over)).map(seen);

  test('has words inside where it is wide enough, else beside it', () => {
    // Words of 50 and 8 on both sides need 66.
    expect(clips(stretch(2, 2.66))).toEqual([['clip', 'inside', [200, 266], null, 0]]);
    expect(clips(stretch(2, 2.65))).toEqual([
      ['clip', 'right', [200, 323], null, 0.5],
      ['clip', 'left', [142, 265], null, 1.2],
    ]);
  });

  test('may lie on the foot, with its words on a tab anywhere on it', () => {
    const ways = clips(stretch(2, 5));
    expect(ways[0]).toEqual(['clip', 'inside', [200, 500], null, 0]);
    expect(ways[1]).toEqual(['tab', 'inside', [200, 266], [200, 500], 0.55]);
    // Nine places from 200 to 434; the last costs half a place more.
    expect(ways).toHaveLength(10);
    expect(ways.at(-1)).toEqual(['tab', 'inside', [434, 500], [200, 500], 1.05]);
  });

  test('pins its words to what is in the window', () => {
    expect(clips(stretch(2, 9), windowOf(5, 15)).slice(0, 2)).toEqual([
      ['clip', 'inside', [0, 400], null, 0],
      ['tab', 'inside', [0, 66], [0, 400], 0.55],
    ]);
    expect(clips(stretch(2, 5.3), windowOf(5, 15))).toEqual([['clip', 'right', [0, 88], null, 0.5]]);
  });

  test('has words beside it only inside the plot', () => {
    const sides = (from: number, to: number) => clips(stretch(from, to)).map(([form, side]) => `${form} ${side}`);
    // Words of 50, 8 from a clip of 50: 942 + 58 is the edge itself.
    expect([sides(8.92, 9.42), sides(8.93, 9.43)]).toEqual([['clip right', 'clip left'], ['clip left']]);
    expect([sides(0.58, 1.08), sides(0.57, 1.07)]).toEqual([['clip right', 'clip left'], ['clip right']]);
  });

  test('has a block 6 px wider on both sides where it is selected', () => {
    const selected = clips(stretch(2, 2.5), windowOf(0, 10, {selectedId: 'a'}));
    expect(selected).toEqual([
      ['clip', 'right', [200, 320], null, 0.5],
      ['clip', 'left', [130, 250], null, 1.2],
    ]);
    expect(clips(stretch(2, 5), windowOf(0, 10, {selectedId: 'a'}))[1]).toEqual(['tab', 'inside', [200, 278], [200, 500], 0.55]);
  });

  test('needs more room for the block of the selected event', () => {
    expect(clips(stretch(2, 2.77), windowOf(0, 10, {selectedId: 'a'}))[0]![1]).toBe('right');
    expect(clips(stretch(2, 2.79), windowOf(0, 10, {selectedId: 'a'}))[0]![1]).toBe('inside');
  });
});

describe('waysWithWords(window, entry), of an uncertain day', () => {
  test('has words on its dots where they end on them, else beyond their end', () => {
    const long = waysWithWords(windowOf(0, 10), entryOf(within(2, 6))).map(seen);
    expect(long[0]).toEqual(['glyph', 'right', [200, 600], null, 0]);
    // The mark at 210, words 221 to 271, which end 5 before 276 …
    const fits = waysWithWords(windowOf(0, 10), entryOf(within(1.43, 2.77))).map(seen)[0];
    expect(fits).toEqual(['glyph', 'right', [143, 277], null, 0]);
    // … and dots that end before that send the words beyond.
    const beyond = waysWithWords(windowOf(0, 10), entryOf(within(1.45, 2.75))).map(seen)[0];
    expect(beyond).toEqual(['glyph', 'right', [145, 330], null, 0]);
  });

  test('has words left of its mark by the same rule, for 0.7 more', () => {
    const lefts = (span: Span, window = windowOf(0, 10)) =>
      waysWithWords(window, entryOf(span))
        .filter(({foot, drawn}) => !foot && drawn.label!.side === 'left')
        .map(seen)[0];
    // Words from 149 to 199 on dots that begin 5 before them at 144 …
    expect(lefts(within(1.43, 2.77))).toEqual(['glyph', 'left', [143, 277], null, 0.7]);
    // … and up to 140 where the dots begin too late for them.
    expect(lefts(within(1.45, 2.75))).toEqual(['glyph', 'left', [90, 275], null, 0.7]);
    expect(lefts(within(1.45, 2.75), windowOf(0, 10, {selectedId: 'a'}))).toEqual(['glyph', 'left', [78, 275], null, 0.7]);
    expect(waysWithWords(windowOf(0, 10), entryOf(within(2, 6))).map(seen)).toContainEqual(['glyph', 'left', [339, 407], [200, 600], 1.15]);
  });

  test('has its words past its mark where the dots end under it', () => {
    // "By" ends at its mark, at 450: words left of it lie on the dots, which begin at 200.
    const by = waysWithWords(windowOf(0, 10), entryOf({kind: 'by', toMs: 5 * DAY_MS}))
      .filter(({foot}) => !foot)
      .map(seen);
    expect(by).toEqual([
      ['glyph', 'right', [200, 511], null, 0],
      ['glyph', 'left', [200, 457], null, 0.7],
    ]);
    const since = waysWithWords(windowOf(0, 10), entryOf({kind: 'since', fromMs: 5 * DAY_MS}))
      .filter(({foot}) => !foot)
      .map(seen);
    expect(since).toEqual([
      ['glyph', 'right', [543, 800], null, 0],
      ['glyph', 'left', [489, 800], null, 0.7],
    ]);
  });

  test('may lie on the foot for 0.45 more', () => {
    expect(waysWithWords(windowOf(0, 10), entryOf(within(2, 6))).map(seen)).toContainEqual([
      'glyph',
      'right',
      [393, 461],
      [200, 600],
      0.45,
    ]);
    const selected = waysWithWords(windowOf(0, 10, {selectedId: 'a'}), entryOf(within(2, 6)));
    expect(selected.every(({foot}) => foot === null)).toBe(true);
  });

  test('fades before “by” and after “since”', () => {
    expect(waysWithWords(windowOf(0, 10), entryOf({kind: 'by', toMs: 5 * DAY_MS})).map(seen)[0]).toEqual([
      'glyph',
      'right',
      [200, 511],
      null,
      0,
    ]);
    expect(waysWithWords(windowOf(0, 10), entryOf({kind: 'since', fromMs: 5 * DAY_MS})).map(seen)[0]).toEqual([
      'glyph',
      'right',
      [543, 800],
      null,
      0,
    ]);
  });

  test('has no mark where hours are told apart: its words are pinned to the dots', () => {
    const ways = waysWithWords(windowOf(4, 6), entryOf(within(2, 5))).map(seen);
    expect(ways[0]).toEqual(['dots', 'inside', [0, 500], null, 0]);
    expect(ways[1]).toEqual(['dots', 'inside', [8, 58], [0, 500], 0.45]);
    expect(waysWithWords(windowOf(4, 6), entryOf(within(2, 4.1))).map(seen)).toEqual([['dots', 'right', [0, 108], null, 0.5]]);
    expect(waysWithWords(windowOf(4, 6), entryOf(within(5.9, 8))).map(seen)).toEqual([['dots', 'left', [892, 1000], null, 1.2]]);
    expect(waysWithWords(windowOf(4, 6), entryOf(within(4.9, 5))).map(seen)).toEqual([
      ['dots', 'right', [450, 558], null, 0.5],
      ['dots', 'left', [392, 500], null, 1.2],
    ]);
  });

  test('needs 66 px of dots for words of 50, and may then lie on the foot in nine places', () => {
    const ways = (to: number, over: Partial<Window> = {}) => waysWithWords(windowOf(4, 6, over), entryOf(within(4.5, to))).map(seen);
    expect([ways(4.632)[0]![1], ways(4.63)[0]![1]]).toEqual(['inside', 'right']);
    // From 8 after their start to 58 before their end.
    const long = ways(5.5);
    expect(long).toHaveLength(10);
    expect(long.at(-1)).toEqual(['dots', 'inside', [692, 742], [250, 750], 0.95]);
    // The selected event has a block around its words and is never on the foot.
    expect(ways(5.5, {selectedId: 'a'})).toEqual([['dots', 'inside', [250, 750], null, 0]]);
    expect(ways(4.6, {selectedId: 'a'})).toEqual([
      ['dots', 'right', [250, 370], null, 0.5],
      ['dots', 'left', [180, 300], null, 1.2],
    ]);
  });
});

describe('waysWithWords of words wider than the plot', () => {
  const window = (selectedId: string | null) => windowOf(0, 10, {selectedId}, wideSize(240));
  const entry = entryOf(moment(5), {label: 'x'.repeat(40), short: 'y'.repeat(30)});

  test('are none', () => {
    expect(waysWithWords(window(null), entry)).toEqual([]);
  });

  test('cut the short words of the selected event', () => {
    // From 138 to 234 there is room for nine letters of ten pixels, the last an ellipsis.
    const ways = waysWithWords(window('a'), entry);
    expect(ways.map(({drawn}) => [drawn.label!.text, drawn.label!.side])).toEqual([
      [`${'y'.repeat(8)}…`, 'right'],
      [`${'y'.repeat(8)}…`, 'left'],
    ]);
    expect(ways.map(({cost}) => Math.round(cost * 10) / 10)).toEqual([1.4, 2.1]);
  });

  test('cut, are the cheapest first on a day as well', () => {
    const costs = waysWithWords(window('a'), entryOf(within(4, 6), {label: 'x'.repeat(40), short: 'y'.repeat(30)})).map(({cost}) => cost);
    expect(costs.length).toBeGreaterThan(2);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });
});

describe('beginningsOf(window, event, text)', () => {
  const beginnings = (widthPx: number, text: string, selectedId: string | null = null) =>
    [...beginningsOf(windowOf(0, 10, {selectedId}, wideSize(widthPx)), anEvent(), text)].map((words) => words.text);

  test('are as long as the plot has room for, then ever shorter', () => {
    expect(beginnings(50, 'abcdefgh')).toEqual(['abcd…', 'abc…', 'ab…', 'a…', '…']);
    expect(beginnings(50, 'abcd')).toEqual(['abc…', 'ab…', 'a…', '…']);
    expect(beginnings(49, 'abcdefgh')[0]).toBe('abc…');
    // A block 6 px wider on both sides.
    expect([beginnings(52, 'abcdefgh', 'a')[0], beginnings(51, 'abcdefgh', 'a')[0]]).toEqual(['abc…', 'ab…']);
  });

  test('end at no space, and cut no letter in two', () => {
    expect(beginnings(60, 'ab cd ef')).toEqual(['ab cd…', 'ab cd…', 'ab c…', 'ab…', 'ab…', 'a…', '…']);
    expect(beginnings(30, '🎬🎬🎬')).toEqual(['🎬…', '…']);
  });
});

describe('waysWithoutWords(window, entry)', () => {
  const small = (span: Span, window = windowOf(0, 10)) => waysWithoutWords(window, entryOf(span)).map(seen);

  test('are a small mark where a named one may be', () => {
    expect(small(moment(5))).toEqual([['glyph', null, [495, 505], null, 0]]);
    expect(small(day(5))).toHaveLength(7);
  });

  test('carry their doubt: dots on the row, or on the foot', () => {
    expect(small(within(2, 6)).slice(0, 2)).toEqual([
      ['glyph', null, [200, 600], null, 0],
      ['glyph', null, [395, 405], [200, 600], 0.1],
    ]);
    expect(waysWithoutWords(windowOf(0, 10), entryOf(within(2, 6))).every(({isDotted}) => isDotted)).toBe(true);
  });

  test('of an uncertain day are anywhere from its first to its last pixel, at any scale', () => {
    const places = (window: Window) =>
      waysWithoutWords(window, entryOf(within(2, 6)))
        .filter(({drawn}) => drawn.isOnFoot)
        .map(({cost, body}) => [Math.round(cost * 1000) / 1000, Math.round((body!.fromPx + body!.toPx) / 2)]);
    expect(places(windowOf(0, 10))).toEqual([
      [0.1, 400],
      [0.35, 200],
      [0.267, 267],
      [0.183, 333],
      [0.183, 467],
      [0.267, 533],
      [0.35, 600],
    ]);
    expect(places(windowOf(0, 20, {}, wideSize(200))).map(([, xPx]) => xPx)).toEqual([40, 20, 27, 33, 47, 53, 60]);
    // What an edge of the plot cuts is in the middle of the rest.
    expect(places(windowOf(4, 14)).slice(0, 2)).toEqual([
      [0.1, 104],
      [0.35, 7],
    ]);
  });

  test('are drawn small, without a label', () => {
    const bare = {isSmall: true, label: null} as const;
    expect(waysWithoutWords(windowOf(0, 10), entryOf(moment(5)))[0]).toEqual({
      cost: 0,
      body: {fromPx: 495, toPx: 505},
      isBox: false,
      foot: null,
      isDotted: true,
      drawn: {...bare, form: 'glyph', atMs: 5 * DAY_MS, isOnFoot: false},
    });
    expect(waysWithoutWords(windowOf(0, 10), entryOf(stretch(2, 6)))).toEqual([
      {
        cost: 0,
        body: {fromPx: 200, toPx: 600},
        isBox: true,
        foot: null,
        isDotted: false,
        drawn: {...bare, form: 'clip', atMs: 2 * DAY_MS, isOnFoot: false},
      },
      {
        cost: 0.1,
        body: {fromPx: 200, toPx: 212},
        isBox: false,
        foot: {fromPx: 200, toPx: 600},
        isDotted: false,
        drawn: {...bare, form: 'tab', atMs: 2 * DAY_MS, isOnFoot: true},
      },
    ]);
    expect(waysWithoutWords(windowOf(0, 10), entryOf(within(2, 6)))[1]!.drawn).toEqual({
      ...bare,
      form: 'glyph',
      atMs: 4 * DAY_MS,
      isOnFoot: true,
    });
  });

  test('are a bare clip, or a small box on a line', () => {
    expect(small(stretch(2, 6))).toEqual([
      ['clip', null, [200, 600], null, 0],
      ['tab', null, [200, 212], [200, 600], 0.1],
    ]);
    expect(small(stretch(9.99, 12))).toEqual([
      ['clip', null, [992, 1000], null, 0],
      ['tab', null, [988, 1000], [992, 1000], 0.1],
    ]);
  });
});

describe('visibleOf(window, entry)', () => {
  const visible = (span: Span) => px(visibleOf(windowOf(5, 15), entryOf(span)));

  test('is what is in the window of days and spans', () => {
    expect([visible(day(7)), visible(within(2, 8)), visible(stretch(12, 19)), visible(stretch(1, 18))]).toEqual([
      [200, 300],
      [0, 300],
      [700, 1000],
      [0, 1000],
    ]);
  });

  test('is at least 8 px of a stretch', () => {
    expect([visible(stretch(7, 7.01)), visible(stretch(14.99, 15))]).toEqual([
      [200, 208],
      [992, 1000],
    ]);
  });

  test('reaches from the mark as far as dots fade', () => {
    expect([visible({kind: 'by', toMs: 10 * DAY_MS}), visible({kind: 'since', fromMs: 10 * DAY_MS})]).toEqual([
      [200, 450],
      [550, 800],
    ]);
    expect([fadePx(100), fadePx(8.8), fadePx(1)]).toEqual([250, 22, 22]);
  });
});

describe('reachMs(entry, window), hasDayBars(window)', () => {
  const reachPx = (span: Span, window: Window) => (reachMs(entryOf(span), window) / DAY_MS) * window.pxPerDay;

  test('asks for 16 px of a day, 4 px of a span, and the middle of “by” and “since”', () => {
    const window = windowOf(0, 10);
    expect(
      [reachPx(day(5), window), reachPx(moment(5), window), reachPx(within(2, 6), window), reachPx(stretch(2, 6), window)].map((value) =>
        Math.round(value),
      ),
    ).toEqual([16, 16, 4, 4]);
    expect([reachMs(entryOf({kind: 'by', toMs: 0}), window), reachMs(entryOf({kind: 'since', fromMs: 0}), window)]).toEqual([
      Infinity,
      Infinity,
    ]);
  });

  test('asks for 15 in 100 of a day that is a bar', () => {
    expect(reachMs(entryOf(day(5)), windowOf(5, 6))).toBe(0.15 * DAY_MS);
    expect(reachMs(entryOf(moment(5)), windowOf(5, 6))).toBe(0.016 * DAY_MS);
    expect([hasDayBars(windowOf(0, 10)), hasDayBars(windowOf(5, 6)), hasDayBars(windowOf(0, 1, {}, compactSize(340)))]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('wordsOf(window, event, text), hull(a, b)', () => {
  test('weighs landmarks heavier, sets turning points larger, and all smaller on a phone', () => {
    const words = (over: Partial<TimelineEvent>, window = windowOf(0, 10)) => {
      const {widthPx, sizePx, weight, hasSign, padPx} = wordsOf(window, anEvent(over), 'abc');
      return [widthPx, sizePx, weight, hasSign, padPx];
    };
    expect(words({})).toEqual([30, 13, 450, false, 0]);
    expect(words({importance: 1})).toEqual([30, 13, 600, false, 0]);
    expect(words({importance: 1, isTurningPoint: true})).toEqual([30, 15, 600, false, 0]);
    expect(words({isTurningPoint: true}, windowOf(0, 10, {}, compactSize(340)))).toEqual([30, 12.5, 450, false, 0]);
    expect(words({isDisputed: true})).toEqual([44, 13, 450, true, 0]);
    expect(words({isDisputed: true}, windowOf(0, 10, {depth: 0}))).toEqual([30, 13, 450, false, 0]);
    expect(words({}, windowOf(0, 10, {selectedId: 'a'}))).toEqual([30, 13, 450, false, 6]);
  });

  test('holds both', () => {
    expect(hull({fromPx: 5, toPx: 9}, {fromPx: 2, toPx: 7})).toEqual({fromPx: 2, toPx: 9});
  });
});
