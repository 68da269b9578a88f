import {describe, expect, test} from 'vitest';
import {arrangedByHand, arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import type {ArrangedMark, Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {placeEvents, reachOf, stretchOf} from '../../../src/timeline/layout/place.ts';
import type {Placement} from '../../../src/timeline/layout/place.ts';
import {wideSize} from '../../../src/timeline/layout/size.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {day, days, stretch, within} from '../some-spans.ts';

/** Ten days of twenty, at 100 px a day. */
const WIDE = wideSize(1000);
const VIEW = days(5, 15);
const LABEL = {text: 'Label', side: 'right', widthPx: 40, sizePx: 13, weight: 450, hasSign: false, offsetPx: 11} as const;

function mark(over: Partial<ArrangedMark> = {}): ArrangedMark {
  return {id: 'a', lane: 0, row: 0, form: 'glyph', atMs: 10.5 * DAY_MS, isOnFoot: false, isSmall: false, label: LABEL, ...over};
}

function place(span: Span, over: Partial<ArrangedMark> = {}, view = VIEW): Placement {
  const timeline = aTimeline([anEvent({span})], 20);
  return placeEvents(timeline, view, WIDE, arrangedByHand(timeline, VIEW, WIDE, [mark(over)]));
}

describe('placeEvents(timeline, view, size, arrangement)', () => {
  test('puts a mark at its instant, in the middle of its row, with its words beside it', () => {
    const [placed] = place(day(10)).events;
    // Ruler 33 and strip 24, then half a row of 24.
    expect(placed).toMatchObject({xPx: 550, yPx: 69, spanPx: null, tabPx: null, label: {xPx: 561, widthPx: 40}});
    expect(place(day(10), {row: 1, label: {...LABEL, side: 'left'}}).events[0]).toMatchObject({yPx: 93, label: {xPx: 499}});
    expect(place(day(10), {label: null}).events[0]).toMatchObject({xPx: 550, label: null});
  });

  test('rides with a view that moves, and drops words that an edge would cut', () => {
    const at = (fromDay: number) => place(day(10), {}, days(fromDay, fromDay + 10)).events[0];
    expect(at(6)).toMatchObject({xPx: 450, label: {xPx: 461}});
    // 949 + 11 + 40 is the edge itself.
    expect(at(1.01)!.label!.xPx).toBeCloseTo(960, 6);
    expect(at(1)).toMatchObject({xPx: 950, label: null});
    const left = (fromDay: number) => place(day(10), {label: {...LABEL, side: 'left'}}, days(fromDay, fromDay + 10)).events[0];
    expect(left(9.99)!.label!.xPx).toBeCloseTo(0, 6);
    expect(left(10)).toMatchObject({xPx: 50, label: null});
  });

  test('leaves out a mark that is outside, to its last pixel', () => {
    expect(place(day(10), {label: null}, days(10.56, 20.56)).events).toHaveLength(1);
    expect(place(day(10), {label: null}, days(10.58, 20.58)).events).toHaveLength(0);
    expect(place(day(10), {label: null}, days(0.44, 10.44)).events).toHaveLength(1);
    expect(place(day(10), {label: null}, days(0.42, 10.42)).events).toHaveLength(0);
  });

  test('gives an uncertain day its span, and the fading dots of “by” and “since”', () => {
    expect(place(within(8, 12)).events[0]!.spanPx).toEqual({fromPx: 300, toPx: 700});
    expect(place({kind: 'by', toMs: 11 * DAY_MS}).events[0]!.spanPx).toEqual({fromPx: 300, toPx: 550});
    expect(place({kind: 'since', fromMs: 10 * DAY_MS}).events[0]!.spanPx).toEqual({fromPx: 550, toPx: 800});
    expect(place({kind: 'moment', atMs: 10.5 * DAY_MS}).events[0]!.spanPx).toBeNull();
  });

  test('cuts spans at the story’s edges', () => {
    expect(place(within(-3, 30), {}, days(0, 20)).events[0]!.spanPx).toEqual({fromPx: 0, toPx: 1000});
  });

  test('draws a clip from its start to its end, at least 8 px wide, and inside the plot', () => {
    expect(place(stretch(8, 12), {form: 'clip', label: null}).events[0]).toMatchObject({xPx: 300, spanPx: {fromPx: 300, toPx: 700}});
    expect(place(stretch(8, 8.01), {form: 'clip', label: null}).events[0]!.spanPx).toEqual({fromPx: 300, toPx: 308});
    expect(place(stretch(14.99, 15), {form: 'clip', label: null}).events[0]!.spanPx).toEqual({fromPx: 992, toPx: 1000});
  });

  test('pins the words in a clip to the plot’s edge until its tail takes them along', () => {
    const wordsAt = (fromDay: number) =>
      place(stretch(8, 12), {form: 'clip', label: {...LABEL, side: 'inside', offsetPx: 8}}, days(fromDay, fromDay + 10)).events[0]!.label
        ?.xPx;
    expect([wordsAt(5), wordsAt(10), wordsAt(11.44)]).toEqual([308, 8, 8]);
    // 56 px hold the words and 8 px on both sides; with less, they ride on the tail until the edge cuts them.
    expect(wordsAt(11.48)).toBeCloseTo(4, 6);
    expect(wordsAt(11.53)).toBeUndefined();
  });

  test('puts the words of a short clip beside it', () => {
    expect(place(stretch(8, 8.2), {form: 'clip', label: {...LABEL, offsetPx: 8}}).events[0]!.label!.xPx).toBeCloseTo(328, 6);
    expect(place(stretch(8, 8.2), {form: 'clip', label: {...LABEL, side: 'left', offsetPx: 8}}).events[0]!.label!.xPx).toBeCloseTo(252, 6);
  });

  test('holds a tab on what is in sight of its line', () => {
    const tabAt = (fromDay: number) =>
      place(
        stretch(8, 12),
        {form: 'tab', isOnFoot: true, atMs: 9 * DAY_MS, label: {...LABEL, side: 'inside', offsetPx: 8}},
        days(fromDay, fromDay + 10),
      ).events[0]!;
    expect(tabAt(5)).toMatchObject({xPx: 400, tabPx: {fromPx: 400, toPx: 456}, label: {xPx: 408}, spanPx: {fromPx: 300, toPx: 700}});
    expect(tabAt(10)).toMatchObject({tabPx: {fromPx: 0, toPx: 56}, label: {xPx: 8}});
    const small = place(stretch(8, 12), {form: 'tab', isOnFoot: true, isSmall: true, atMs: 9 * DAY_MS, label: null}).events[0]!;
    expect(small.tabPx).toEqual({fromPx: 400, toPx: 412});
  });

  test('makes a day’s bar as wide as the day, less 2 px at each end, and pins the names in it', () => {
    const timeline = aTimeline([anEvent({span: day(10)})], 20);
    const arrangement: Arrangement = {
      ...arrangedByHand(timeline, VIEW, WIDE, [mark({form: 'bar', atMs: 10 * DAY_MS, label: {...LABEL, side: 'inside', offsetPx: 8}})]),
      bars: [{lane: 0, row: 0, dayMs: 10 * DAY_MS, members: ['a']}],
    };
    const at = (fromDay: number) => placeEvents(timeline, days(fromDay, fromDay + 10), WIDE, arrangement);
    expect(at(5).bars).toEqual([{lane: 0, row: 0, dayMs: 10 * DAY_MS, members: ['a'], yPx: 69, fromPx: 502, toPx: 598}]);
    expect(at(5).events[0]).toMatchObject({xPx: 500, spanPx: {fromPx: 500, toPx: 600}, label: {xPx: 508}});
    expect(at(10.2).events[0]!.label!.xPx).toBe(8);
    expect(at(11).bars).toEqual([]);
  });

  test('shows a bar as long as a pixel of it is in sight, and pins its names past its tail', () => {
    const timeline = aTimeline([anEvent({span: day(10)})], 20);
    const arrangement: Arrangement = {
      ...arrangedByHand(timeline, VIEW, WIDE, [mark({form: 'bar', atMs: 10 * DAY_MS, label: {...LABEL, side: 'inside', offsetPx: 8}})]),
      bars: [{lane: 0, row: 0, dayMs: 10 * DAY_MS, members: ['a']}],
    };
    const at = (fromDay: number) => placeEvents(timeline, days(fromDay, fromDay + 10), WIDE, arrangement);
    expect([0, 0.1, 10.9, 11].map((fromDay) => at(fromDay).bars.length)).toEqual([0, 1, 1, 0]);
    expect(at(10.95).events[0]!.label!.xPx).toBe(8);
  });

  test('begins the words of a clip that has become too short for them at its head', () => {
    // 50 px for a day, of which 8 + 40 + 8 are asked.
    const clip = place(stretch(8, 9), {form: 'clip', label: {...LABEL, side: 'inside', offsetPx: 8}}, days(0, 20)).events[0]!;
    expect([clip.spanPx, clip.label!.xPx]).toEqual([{fromPx: 400, toPx: 450}, 408]);
  });

  test('loses no words to rounding at the edges', () => {
    expect(place(day(10), {label: {...LABEL, widthPx: 439.005}}).events[0]!.label).not.toBeNull();
    expect(place(day(10), {label: {...LABEL, widthPx: 439.02}}).events[0]!.label).toBeNull();
    const left = {...LABEL, side: 'left'} as const;
    expect(place(day(10), {label: {...left, widthPx: 539.005}}).events[0]!.label).not.toBeNull();
    expect(place(day(10), {label: {...left, widthPx: 539.02}}).events[0]!.label).toBeNull();
  });

  test('draws a short clip that an edge cuts where it is', () => {
    const clip = (fromDay: number) =>
      place(stretch(8, 8.01), {form: 'clip', label: null}, days(fromDay, fromDay + 10)).events.map(({spanPx}) => [
        Math.round(spanPx!.fromPx),
        Math.round(spanPx!.toPx),
      ]);
    expect([clip(8), clip(8.03), clip(8.09)]).toEqual([[[0, 8]], [[-3, 5]], []]);
    expect([clip(-1.95), clip(-2), clip(-2.02)]).toEqual([[[992, 1000]], [[992, 1000]], []]);
  });

  test('holds a tab back where its line ends', () => {
    const tab = (atDay: number, over: Partial<ArrangedMark> = {}) =>
      place(stretch(8, 12), {form: 'tab', isOnFoot: true, atMs: atDay * DAY_MS, label: {...LABEL, side: 'inside', offsetPx: 8}, ...over})
        .events[0]!;
    expect(tab(11.9)).toMatchObject({xPx: 644, tabPx: {fromPx: 644, toPx: 700}, label: {xPx: 652}});
    expect(tab(7)).toMatchObject({xPx: 300, tabPx: {fromPx: 300, toPx: 356}});
    expect(tab(11.9, {label: null, isSmall: true})).toMatchObject({xPx: 688, tabPx: {fromPx: 688, toPx: 700}, label: null});
  });

  test('pins words to their dots, on the row and on its foot', () => {
    const dots = (over: Partial<ArrangedMark>, view = VIEW, span = within(8, 12)) => place(span, {form: 'dots', ...over}, view).events[0]!;
    const inside = {...LABEL, side: 'inside'} as const;
    const onRow = {label: {...inside, offsetPx: 8}};
    expect(dots(onRow)).toMatchObject({xPx: 300, spanPx: {fromPx: 300, toPx: 700}, tabPx: null, label: {xPx: 308}});
    expect(dots(onRow, days(10, 20))).toMatchObject({xPx: -200, spanPx: {fromPx: -200, toPx: 200}, label: {xPx: 8}});
    const onFoot = {isOnFoot: true, atMs: 9 * DAY_MS, label: {...inside, offsetPx: 0}};
    expect(dots(onFoot)).toMatchObject({xPx: 400, tabPx: null, label: {xPx: 400}});
    expect(dots(onFoot, days(10, 20))).toMatchObject({xPx: 0, tabPx: null, label: {xPx: 0}});
    expect(dots({...onFoot, atMs: 11.9 * DAY_MS})).toMatchObject({xPx: 660, label: {xPx: 660}});
  });

  test('fades dots on the foot from the middle of their day, wherever their words are', () => {
    const dots = (span: Span) =>
      place(span, {form: 'dots', isOnFoot: true, atMs: 9 * DAY_MS, label: {...LABEL, side: 'inside', offsetPx: 0}}).events[0]!.spanPx;
    expect(dots({kind: 'by', toMs: 11 * DAY_MS})).toEqual({fromPx: 300, toPx: 550});
    expect(dots({kind: 'since', fromMs: 8 * DAY_MS})).toEqual({fromPx: 350, toPx: 600});
    // A mark on the foot stays the middle of its dots.
    expect(place({kind: 'by', toMs: 11 * DAY_MS}, {isOnFoot: true, atMs: 10 * DAY_MS}).events[0]!.spanPx).toEqual({fromPx: 250, toPx: 500});
    expect(
      place({kind: 'by', toMs: 11 * DAY_MS}, {form: 'dots', atMs: 10 * DAY_MS, label: {...LABEL, side: 'inside', offsetPx: 8}}).events[0]!
        .spanPx,
    ).toEqual({fromPx: 250, toPx: 500});
  });

  test('leaves out a count as soon as an edge would cut it', () => {
    const timeline = aTimeline([anEvent({id: 'a', span: day(10)}), anEvent({id: 'b', span: day(10)})], 20);
    const count = {
      lane: 0,
      row: 1,
      atMs: 10 * DAY_MS,
      widthPx: 26,
      members: ['a', 'b'],
      doubt: null,
      isAllUncertain: false,
      isAllStretch: false,
    } as const;
    const arrangement: Arrangement = {...arrangedByHand(timeline, VIEW, WIDE, []), counts: [count]};
    const at = (fromDay: number) =>
      placeEvents(timeline, days(fromDay, fromDay + 10), WIDE, arrangement).counts.map(({xPx, yPx}) => [Math.round(xPx), yPx]);
    expect([at(5), at(9.87), at(9.89), at(0.13), at(0.11)]).toEqual([[[500, 93]], [[13, 93]], [], [[987, 93]], []]);
  });

  test('has the rugs of lanes with ticks as long as their spans, at the foot of the last row', () => {
    const timeline = aTimeline(
      [
        anEvent({id: 'a', span: day(10)}),
        anEvent({id: 'b', span: within(3, 7)}),
        anEvent({id: 'c', span: stretch(16, 18)}),
        anEvent({id: 'd', span: day(2)}),
      ],
      20,
    );
    const {rugs, ghosts} = placeEvents(timeline, VIEW, WIDE, {
      ...arrangedByHand(timeline, VIEW, WIDE, []),
      rugs: [timeline.events],
      ghosts: [[]],
    });
    expect(ghosts).toEqual([]);
    expect(
      rugs.map(({lane, yPx, isWholeLane, ticks}) => [
        lane,
        yPx,
        isWholeLane,
        ticks.map(({event, fromPx, toPx}) => [event.id, fromPx, toPx]),
      ]),
    ).toEqual([
      [
        0,
        105,
        false,
        [
          ['b', -200, 200],
          ['a', 550, 550],
        ],
      ],
    ]);
  });

  test('has a tick up to the very edges of the plot, and no rug without one', () => {
    const at = (n: number): Span => ({kind: 'moment', atMs: n * DAY_MS});
    const rugOf = (...events: TimelineEvent[]) => {
      const timeline = aTimeline(events, 20);
      return placeEvents(timeline, VIEW, WIDE, {...arrangedByHand(timeline, VIEW, WIDE, []), rugs: [[]], ghosts: [timeline.events]}).ghosts;
    };
    expect(rugOf(anEvent({id: 'left', span: at(5)}), anEvent({id: 'right', span: at(15)}))[0]!.ticks.map(({fromPx}) => fromPx)).toEqual([
      0, 1000,
    ]);
    expect(rugOf(anEvent({id: 'left', span: at(4.9)}), anEvent({id: 'right', span: at(15.1)}))).toEqual([]);
    expect(rugOf(anEvent({span: stretch(-4, 30)}))[0]!.ticks).toMatchObject([{fromPx: -500, toPx: 1500}]);
    expect(rugOf(anEvent({span: {kind: 'by', toMs: 8 * DAY_MS}}))[0]!.ticks).toMatchObject([{fromPx: 250, toPx: 250}]);
  });

  test('has the rug of a lane without rows in the middle of its line', () => {
    const timeline = aTimeline([anEvent({id: 'a', span: day(10)}), anEvent({id: 'b', lane: 1, span: day(10)})], 20, [2, 2]);
    const arrangement = arrangeEvents(timeline, VIEW, WIDE, {matching: new Set(['b']), aloneLane: 1});
    expect(placeEvents(timeline, VIEW, WIDE, arrangement).rugs).toMatchObject([
      {lane: 0, yPx: 67.75, isWholeLane: true, ticks: [{event: {id: 'a'}}]},
    ]);
  });
});

describe('placeEvents, of a view that has moved from what was arranged', () => {
  const events: TimelineEvent[] = [
    anEvent({id: 'here', span: day(8)}),
    anEvent({id: 'new', span: day(16)}),
    anEvent({id: 'doubt', span: within(17, 19)}),
    anEvent({id: 'long', span: stretch(16, 20)}),
    anEvent({id: 'gone', span: day(3)}),
  ];
  const timeline = aTimeline(events, 20);
  const arrangement = arrangeEvents(timeline, VIEW, WIDE);
  const moved = () => placeEvents(timeline, days(7, 17.9), WIDE, arrangement);

  test('lets what comes into view arrive as small marks with their doubt', () => {
    expect(placeEvents(timeline, VIEW, WIDE, arrangement).events.map(({event}) => event.id)).toEqual(['here']);
    const drawn = Object.fromEntries(
      moved().events.map(({event, mark: {form, isSmall, isOnFoot, label, row}}) => [
        event.id,
        [form, isSmall, isOnFoot, label === null, row < 2],
      ]),
    );
    expect(drawn).toEqual({
      here: ['glyph', false, false, false, true],
      new: ['glyph', true, false, true, true],
      doubt: ['glyph', true, true, true, true],
      long: ['clip', true, false, true, true],
    });
    expect(moved().events.find(({event}) => event.id === 'new')!.xPx).toBeCloseTo((9.5 / 10.9) * 1000, 6);
  });

  test('lets them arrive on the rows of their lane in turn, by their importance', () => {
    const rows = Object.fromEntries(moved().events.map(({event, mark: {row}}) => [event.id, row]));
    // Among the five events “long” is third, then “new”, then “doubt”.
    expect([rows['long'], rows['new'], rows['doubt']]).toEqual([0, 1, 0]);
  });

  test('puts them at the middle of their days, and what lasts at its start', () => {
    const xOf = (id: string) => moved().events.find(({event}) => event.id === id)!.xPx;
    expect([xOf('doubt'), xOf('long')].map((xPx) => Math.round(xPx))).toEqual([
      Math.round((11 / 10.9) * 1000),
      Math.round((9 / 10.9) * 1000),
    ]);
  });

  test('lets them arrive when one end of the view has moved', () => {
    const ids = (view: typeof VIEW) => placeEvents(timeline, view, WIDE, arrangement).events.map(({event}) => event.id);
    expect(ids(days(5, 17))).toEqual(['here', 'new', 'long']);
    expect(ids(days(3, 15))).toEqual(['here', 'gone']);
    expect(placeEvents(timeline, days(5, 17), WIDE, arrangement).outside.here).toBe(3);
  });

  test('lets nothing arrive in a view that has not moved, nor inside the window that was arranged', () => {
    const byHand = arrangedByHand(timeline, VIEW, WIDE, [mark({id: 'here', atMs: 8.5 * DAY_MS})]);
    const ids = (view: typeof VIEW) => placeEvents(timeline, view, WIDE, byHand).events.map(({event}) => event.id);
    expect([ids(VIEW), ids(days(5, 14))]).toEqual([['here'], ['here']]);
    const without = arrangedByHand(timeline, VIEW, WIDE, []);
    expect(
      [placeEvents(timeline, VIEW, WIDE, without), placeEvents(timeline, days(5, 14), WIDE, without)].map(({events: placed}) =>
        placed.map(({event}) => event.id),
      ),
    ).toEqual([[], []]);
  });

  test('lets nothing arrive of which too little is in the view', () => {
    const ids = (toDay: number) => placeEvents(timeline, days(toDay - 10, toDay), WIDE, arrangement).events.map(({event}) => event.id);
    // 100 px a day: 4 px of what lasts.
    expect([ids(16.03), ids(16.05)]).toEqual([['here'], ['here', 'long']]);
  });

  test('lets nothing arrive that a count, a rug or a ghost shows already', () => {
    const count = {
      lane: 0,
      row: 0,
      atMs: 8 * DAY_MS,
      widthPx: 26,
      members: ['here', 'new'],
      doubt: null,
      isAllUncertain: false,
      isAllStretch: false,
    } as const;
    const byId = (id: string) => timeline.events.find((event) => event.id === id)!;
    const shown = {...arrangedByHand(timeline, VIEW, WIDE, []), counts: [count], rugs: [[byId('long')]], ghosts: [[byId('doubt')]]};
    expect(placeEvents(timeline, days(7, 17.9), WIDE, shown).events).toEqual([]);
    expect(placeEvents(timeline, days(3, 10), WIDE, shown).events.map(({event}) => event.id)).toEqual(['gone']);
  });

  test('counts again what lies outside', () => {
    expect(moved().outside).toMatchObject({here: 4, earlier: {count: 1}, later: {count: 0}});
    expect(placeEvents(timeline, VIEW, WIDE, arrangement).outside).toMatchObject({here: 1, earlier: {count: 1}, later: {count: 3}});
  });

  test('lets nothing arrive that a search passes over, or in a lane without rows', () => {
    const found = arrangeEvents(timeline, VIEW, WIDE, {matching: new Set(['here', 'long'])});
    expect(
      placeEvents(timeline, days(7, 17.9), WIDE, found)
        .events.map(({event}) => event.id)
        .sort(),
    ).toEqual(['here', 'long']);
    const two = aTimeline([...events, anEvent({id: 'other', lane: 1, span: day(8)})], 20, [2, 2]);
    const alone = arrangeEvents(two, VIEW, WIDE, {matching: new Set(['other']), aloneLane: 1});
    expect(placeEvents(two, days(7, 17.9), WIDE, alone).events.map(({event}) => event.id)).toEqual(['other']);
  });

  test('lets at most twelve arrive at each side of a lane, spread over what comes in', () => {
    const many = aTimeline(
      Array.from({length: 60}, (_, i) => anEvent({id: `e${i}`, span: {kind: 'moment', atMs: (11 + i / 20) * DAY_MS}})),
      20,
    );
    const arrived = placeEvents(many, days(4, 14), WIDE, arrangeEvents(many, days(0, 10), WIDE)).events;
    // Every fourth of sixty would be too many.
    expect(arrived.map(({event}) => event.id)).toEqual(['e0', 'e8', 'e16', 'e24', 'e32', 'e40', 'e48', 'e56']);
  });

  test('thins a rug while the view moves, to a tick in 4 px', () => {
    // A lane without rows of its own: sixty events in 30 px.
    const many = aTimeline(
      Array.from({length: 60}, (_, i) => anEvent({id: `e${i}`, span: {kind: 'moment', atMs: (5 + i / 200) * DAY_MS}})),
      20,
    );
    const arrangement = {...arrangedByHand(many, days(0, 10), WIDE, []), rugs: [many.events]};
    const ticksAt = (fromDay: number) => placeEvents(many, days(fromDay, fromDay + 10), WIDE, arrangement).rugs[0]!.ticks.length;
    expect([ticksAt(0), ticksAt(0.01)]).toEqual([60, 8]);
  });
});

describe('reachOf(placed)', () => {
  test('goes from the first to the last pixel of mark, span and words', () => {
    expect(reachOf(place(day(10)).events[0]!)).toEqual([543, 601]);
    expect(reachOf(place(day(10), {label: null}).events[0]!)).toEqual([543, 557]);
    expect(reachOf(place(within(8, 12), {label: null}).events[0]!)).toEqual([300, 700]);
    expect(reachOf(place(stretch(8, 9), {form: 'clip', label: {...LABEL, side: 'left', offsetPx: 8}}).events[0]!)).toEqual([252, 400]);
  });
});

describe('stretchOf(timeline, ids)', () => {
  test('holds all of some events, inside the story', () => {
    const timeline = aTimeline([anEvent({id: 'a', span: day(3)}), anEvent({id: 'b', span: stretch(5, 30)})], 20);
    expect(stretchOf(timeline, ['a', 'b', 'gone'])).toEqual(days(3, 20));
    expect(stretchOf(timeline, ['a'])).toEqual(days(3, 4));
  });
});
