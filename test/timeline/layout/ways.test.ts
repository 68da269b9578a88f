import {describe, expect, test} from 'vitest';
import type {MeasureText} from '../../../src/timeline/layout/letter-widths.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import type {StageSize} from '../../../src/timeline/layout/size.ts';
import {fadePx, hasDayBars, hull, reachMs, textsOf, visibleOf, waysWithoutWords, waysWithWords, wordsOf} from '../../../src/timeline/layout/ways.ts';
import type {Drawn, Window} from '../../../src/timeline/layout/ways.ts';
import type {Way} from '../../../src/timeline/layout/rows.ts';
import {indexOf} from '../../../src/timeline/model/event-index.ts';
import type {IndexedEvent} from '../../../src/timeline/model/event-index.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const day = (n: number): Span => ({kind: 'day', dayMs: n * DAY_MS});
const moment = (days: number): Span => ({kind: 'moment', atMs: days * DAY_MS});
const stretch = (from: number, to: number): Span => ({kind: 'stretch', fromMs: from * DAY_MS, toMs: to * DAY_MS, softStart: false, softEnd: false});
const within = (from: number, to: number): Span => ({kind: 'within', fromMs: from * DAY_MS, toMs: to * DAY_MS, soft: false});

/** Every letter is 10 px wide. */
const measureText: MeasureText = (text) => 10 * text.length;

/** Days of a story of twenty, on a plot as wide as asked. */
function windowOf(fromDay: number, toDay: number, over: Partial<Window> = {}, size: StageSize = wideSize(1000)): Window {
  return {view: {fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS}, size, pxPerDay: size.widthPx / (toDay - fromDay), depth: 2, selectedId: null, measureText, ...over};
}

function entryOf(span: Span, over: Partial<TimelineEvent> = {}): IndexedEvent {
  return indexOf(aTimeline([anEvent({span, label: 'abcde', short: 'abcde', ...over})], 20)).lanes[0]!.entries[0]!;
}

const px = ({fromPx, toPx}: {readonly fromPx: number; readonly toPx: number}) => [Math.round(fromPx * 100) / 100, Math.round(toPx * 100) / 100];
/** Form, side, body, foot and cost of a way. */
const seen = ({body, foot, cost, drawn: {form, label}}: Way<Drawn>) => [form, label?.side ?? null, body && px(body), foot && px(foot), Math.round(cost * 1000) / 1000];

describe('waysWithWords(window, entry), at an instant', () => {
  const instant = (days: number, over: Partial<TimelineEvent> = {}, window = windowOf(0, 10)) => waysWithWords(window, entryOf(moment(days), over)).map(seen);

  test('has words right of the mark, else left', () => {
    // Mark 493 to 507, words from 511 or up to 489.
    expect(instant(5)).toEqual([['glyph', 'right', [493, 561], null, 0], ['glyph', 'left', [439, 507], null, 0.7]]);
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
    expect(instant(5, {short: 'ab'}).map(([, side, , , cost]) => [side, cost])).toEqual([['right', 0], ['left', 0.7], ['right', 0.7], ['left', 1.4]]);
    const texts = (size: StageSize, depth: number) => textsOf({depth, size}, anEvent({label: 'long', short: 's'}));
    expect([texts(wideSize(1000), 2), texts(compactSize(340), 2), texts(wideSize(1000), 0)]).toEqual([['long', 's'], ['s', 'long'], ['s']]);
    expect(textsOf({depth: 2, size: wideSize(1000)}, anEvent({label: 'one', short: 'one'}))).toEqual(['one']);
  });

  test('makes room for ≠, and for the block of the selected event', () => {
    expect(instant(5, {isDisputed: true})[0]).toEqual(['glyph', 'right', [493, 575], null, 0]);
    // Words begin 18 from the middle, on a block 6 wider on both sides.
    expect(instant(5, {}, windowOf(0, 10, {selectedId: 'a'}))).toEqual([['glyph', 'right', [493, 574], null, 0], ['glyph', 'left', [426, 507], null, 0.7]]);
  });
});

describe('waysWithWords(window, entry), on a day', () => {
  const placesOf = (window: Window, over: Partial<TimelineEvent> = {}) => [
    ...new Set(waysWithWords(window, entryOf(day(5), over)).filter(({drawn}) => drawn.label!.side === 'right').map(({cost, drawn}) => `${Math.round((drawn.atMs / DAY_MS) * 1000) / 1000} for ${Math.round(cost * 1000) / 1000}`)),
  ];

  test('stands anywhere inside the lines of its column, in the middle for nothing', () => {
    // 100 px a day: from 506 to 594 in seven places 14.67 apart.
    expect(placesOf(windowOf(0, 10))).toEqual(['5.5 for 0', '5.353 for 0.083', '5.647 for 0.083', '5.207 for 0.167', '5.793 for 0.167', '5.06 for 0.25', '5.94 for 0.25']);
  });

  test('stands where the order of its day puts it, where there is one', () => {
    expect(placesOf(windowOf(0, 10), {order: 0})[0]).toBe('5.06 for 0');
    expect(placesOf(windowOf(0, 10), {order: 1})[0]).toBe('5.94 for 0');
    expect(placesOf(windowOf(0, 10), {order: 0.25})[0]).toBe('5.28 for 0');
  });

  test('has one place below 24 px a day, and for the selected event', () => {
    expect(placesOf(windowOf(0, 20, {}, wideSize(479)))).toEqual(['5.5 for 0']);
    expect(placesOf(windowOf(0, 20, {}, wideSize(480))).length).toBeGreaterThan(1);
    expect(placesOf(windowOf(0, 10, {selectedId: 'a'}))).toEqual(['5.5 for 0']);
  });
});

describe('waysWithWords(window, entry), of a stretch', () => {
  const clips = (span: Span, window = windowOf(0, 10), over: Partial<TimelineEvent> = {}) => waysWithWords(window, entryOf(span, over)).map(seen);

  test('has words inside where it is wide enough, else beside it', () => {
    // Words of 50 and 8 on both sides need 66.
    expect(clips(stretch(2, 2.66))).toEqual([['clip', 'inside', [200, 266], null, 0]]);
    expect(clips(stretch(2, 2.65))).toEqual([['clip', 'right', [200, 323], null, 0.5], ['clip', 'left', [142, 265], null, 1.2]]);
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
    expect(clips(stretch(2, 9), windowOf(5, 15)).slice(0, 2)).toEqual([['clip', 'inside', [0, 400], null, 0], ['tab', 'inside', [0, 66], [0, 400], 0.55]]);
    expect(clips(stretch(2, 5.3), windowOf(5, 15))).toEqual([['clip', 'right', [0, 88], null, 0.5]]);
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

  test('may lie on the foot for 0.45 more', () => {
    expect(waysWithWords(windowOf(0, 10), entryOf(within(2, 6))).map(seen)).toContainEqual(['glyph', 'right', [393, 461], [200, 600], 0.45]);
    const selected = waysWithWords(windowOf(0, 10, {selectedId: 'a'}), entryOf(within(2, 6)));
    expect(selected.every(({foot}) => foot === null)).toBe(true);
  });

  test('fades before “by” and after “since”', () => {
    expect(waysWithWords(windowOf(0, 10), entryOf({kind: 'by', toMs: 5 * DAY_MS})).map(seen)[0]).toEqual(['glyph', 'right', [200, 511], null, 0]);
    expect(waysWithWords(windowOf(0, 10), entryOf({kind: 'since', fromMs: 5 * DAY_MS})).map(seen)[0]).toEqual(['glyph', 'right', [543, 800], null, 0]);
  });

  test('has no mark where hours are told apart: its words are pinned to the dots', () => {
    const ways = waysWithWords(windowOf(4, 6), entryOf(within(2, 5))).map(seen);
    expect(ways[0]).toEqual(['dots', 'inside', [0, 500], null, 0]);
    expect(ways[1]).toEqual(['dots', 'inside', [8, 58], [0, 500], 0.45]);
    expect(waysWithWords(windowOf(4, 6), entryOf(within(2, 4.1))).map(seen)).toEqual([['dots', 'right', [0, 108], null, 0.5]]);
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
    expect(waysWithWords(window('a'), entry).map(({drawn}) => [drawn.label!.text, drawn.label!.side])).toEqual([[`${'y'.repeat(8)}…`, 'right'], [`${'y'.repeat(8)}…`, 'left']]);
  });
});

describe('waysWithoutWords(window, entry)', () => {
  const small = (span: Span, window = windowOf(0, 10)) => waysWithoutWords(window, entryOf(span)).map(seen);

  test('are a small mark where a named one may be', () => {
    expect(small(moment(5))).toEqual([['glyph', null, [495, 505], null, 0]]);
    expect(small(day(5))).toHaveLength(7);
  });

  test('carry their doubt: dots on the row, or on the foot', () => {
    expect(small(within(2, 6)).slice(0, 2)).toEqual([['glyph', null, [200, 600], null, 0], ['glyph', null, [395, 405], [200, 600], 0.1]]);
    expect(waysWithoutWords(windowOf(0, 10), entryOf(within(2, 6))).every(({isDotted}) => isDotted)).toBe(true);
  });

  test('are a bare clip, or a small box on a line', () => {
    expect(small(stretch(2, 6))).toEqual([['clip', null, [200, 600], null, 0], ['tab', null, [200, 212], [200, 600], 0.1]]);
    expect(small(stretch(9.99, 12))).toEqual([['clip', null, [992, 1000], null, 0], ['tab', null, [988, 1000], [992, 1000], 0.1]]);
  });
});

describe('visibleOf(window, entry)', () => {
  const visible = (span: Span) => px(visibleOf(windowOf(5, 15), entryOf(span)));

  test('is what is in the window of days and spans', () => {
    expect([visible(day(7)), visible(within(2, 8)), visible(stretch(12, 19)), visible(stretch(1, 18))]).toEqual([[200, 300], [0, 300], [700, 1000], [0, 1000]]);
  });

  test('is at least 8 px of a stretch', () => {
    expect([visible(stretch(7, 7.01)), visible(stretch(14.99, 15))]).toEqual([[200, 208], [992, 1000]]);
  });

  test('reaches from the mark as far as dots fade', () => {
    expect([visible({kind: 'by', toMs: 10 * DAY_MS}), visible({kind: 'since', fromMs: 10 * DAY_MS})]).toEqual([[200, 450], [550, 800]]);
    expect([fadePx(100), fadePx(8.8), fadePx(1)]).toEqual([250, 22, 22]);
  });
});

describe('reachMs(entry, window), hasDayBars(window)', () => {
  const reachPx = (span: Span, window: Window) => (reachMs(entryOf(span), window) / DAY_MS) * window.pxPerDay;

  test('asks for 16 px of a day, 4 px of a span, and the middle of “by” and “since”', () => {
    const window = windowOf(0, 10);
    expect([reachPx(day(5), window), reachPx(moment(5), window), reachPx(within(2, 6), window), reachPx(stretch(2, 6), window)].map((value) => Math.round(value))).toEqual([16, 16, 4, 4]);
    expect([reachMs(entryOf({kind: 'by', toMs: 0}), window), reachMs(entryOf({kind: 'since', fromMs: 0}), window)]).toEqual([Infinity, Infinity]);
  });

  test('asks for 15 in 100 of a day that is a bar', () => {
    expect(reachMs(entryOf(day(5)), windowOf(5, 6))).toBe(0.15 * DAY_MS);
    expect(reachMs(entryOf(moment(5)), windowOf(5, 6))).toBe(0.016 * DAY_MS);
    expect([hasDayBars(windowOf(0, 10)), hasDayBars(windowOf(5, 6)), hasDayBars(windowOf(0, 1, {}, compactSize(340)))]).toEqual([false, true, true]);
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
