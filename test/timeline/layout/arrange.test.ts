import {describe, expect, test} from 'vitest';
import {arrangedByHand, arrangeEvents, laneAlone} from '../../../src/timeline/layout/arrange.ts';
import {countWidthPx} from '../../../src/timeline/layout/unnamed.ts';
import {gapsOf} from '../../../src/timeline/layout/wishes.ts';
import {outsideOf, outsideWhileMoving} from '../../../src/timeline/layout/outside.ts';
import type {ArrangeOptions, Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import {spanAnchorMs} from '../../../src/timeline/model/span.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import type {Measure, Timeline, TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {day, days, stretch} from '../some-spans.ts';

/** Ten days on 1,000 px: 100 px a day. */
const WIDE = wideSize(1000);
const arrange = (
  events: readonly TimelineEvent[],
  options: ArrangeOptions = {},
  view = days(0, 10),
  size = WIDE,
  rows: readonly number[] = [2],
): Arrangement => arrangeEvents(aTimeline(events, 10, rows), view, size, options);
const named = ({marks}: Arrangement) => marks.filter(({label}) => label).map(({id}) => id);

describe('arrangeEvents(timeline, view, size, options)', () => {
  test('is empty for a story without events', () => {
    const arrangement = arrange([]);
    expect(arrangement).toMatchObject({
      marks: [],
      bars: [],
      counts: [],
      rugs: [[]],
      ghosts: [[]],
      here: 0,
      pxPerDay: 100,
      depth: 2,
      matching: null,
    });
    expect(arrangement.plan).toEqual({lanes: [2], measures: [], quietMeasures: []});
  });

  test('gives a lone event its words on the right of the first row', () => {
    const [mark] = arrange([anEvent({span: day(3)})]).marks;
    expect(mark).toMatchObject({id: 'a', lane: 0, row: 0, form: 'glyph', isOnFoot: false, isSmall: false, atMs: 3.5 * DAY_MS});
    expect(mark!.label).toMatchObject({text: 'A longer label', side: 'right', sizePx: 13, weight: 450, offsetPx: 11, hasSign: false});
  });

  test('says it short where the whole story is seen, and does not mark it as disputed there', () => {
    const arrangement = arrangeEvents(aTimeline([anEvent({isDisputed: true})], 50), days(0, 50), WIDE);
    expect(arrangement.marks[0]!.label).toMatchObject({text: 'Label', hasSign: false});
    expect(arrange([anEvent({isDisputed: true})]).marks[0]!.label).toMatchObject({text: 'A longer label', hasSign: true});
  });

  test('turns the words to the left at the window’s end', () => {
    // A day is a column in which a mark may move to where there is room for its words; an hour is not.
    expect(arrange([anEvent({span: day(9)})]).marks[0]).toMatchObject({atMs: 9.06 * DAY_MS, label: {side: 'right'}});
    expect(arrange([anEvent({span: {kind: 'moment', atMs: 9.8 * DAY_MS}})]).marks[0]!.label!.side).toBe('left');
    expect(arrange([anEvent({span: {kind: 'moment', atMs: 4.9 * DAY_MS}})], {}, days(0, 5)).marks[0]!.label!.side).toBe('left');
  });

  test('sets turning points larger, and landmarks heavier', () => {
    const events = [anEvent({id: 'turn', importance: 1, isTurningPoint: true}), anEvent({id: 'mark', importance: 1, span: day(5)})];
    expect(arrange(events).marks.map(({label}) => [label!.sizePx, label!.weight])).toEqual([
      [15, 600],
      [13, 600],
    ]);
  });

  test('draws only what touches the window, and counts the rest on its side', () => {
    const events = [
      anEvent({id: 'before', span: day(1)}),
      anEvent({id: 'mark', span: day(0), importance: 1}),
      anEvent({id: 'through', span: stretch(1, 9)}),
      anEvent({id: 'here', span: day(5)}),
      anEvent({id: 'after', span: day(8)}),
    ];
    const arrangement = arrange(events, {}, days(4, 6));
    expect(arrangement.marks.map(({id}) => id).sort()).toEqual(['here', 'through']);
    expect(arrangement).toMatchObject({
      here: 2,
      earlier: {count: 2, nearestMs: 2 * DAY_MS, landmark: {id: 'mark'}},
      later: {count: 1, nearestMs: 8 * DAY_MS, landmark: null},
    });
  });

  test('deals rows to the lanes with events in the window', () => {
    const crowd = [0, 1, 2].map((i) =>
      anEvent({id: `c${i}`, lane: 1, span: day(5), label: 'A label of some length that fills its row quite well'}),
    );
    expect(arrange(crowd, {}, days(5, 6.5), WIDE, [2, 1, 1]).plan.lanes).toEqual([1, 2, 1]);
    expect(arrange([], {}, days(0, 10), WIDE, [2, 1, 1]).plan.lanes).toEqual([2, 1, 1]);
  });

  test('counts what crowds a day in one box, with the doubt of its members', () => {
    const events = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      anEvent({id, span: {kind: 'moment', atMs: 5 * DAY_MS}, importance: 3, isDisputed: id === 'b'}),
    );
    const {marks, counts, rugs} = arrange(events, {}, days(0, 10), WIDE, [1]);
    const {members, doubt, isAllUncertain, isAllStretch, row, widthPx, atMs} = counts[0]!;
    expect(counts).toHaveLength(1);
    expect([...marks.map(({id}) => id), ...members].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(rugs).toEqual([[]]);
    expect([doubt, isAllUncertain, isAllStretch, row]).toEqual(['disputed', false, false, 0]);
    expect(widthPx).toBeCloseTo(countWidthPx(members.length, 'disputed'), 6);
    expect(Math.abs(atMs - 5 * DAY_MS)).toBeLessThanOrEqual(0.68 * DAY_MS + 1);
  });

  test('leaves what is too much even for counts to the rug', () => {
    const events = Array.from({length: 200}, (_, i) =>
      anEvent({id: `e${String(i).padStart(3, '0')}`, span: {kind: 'moment', atMs: (i / 20) * DAY_MS}}),
    );
    const {marks, counts, rugs} = arrange(events, {}, days(0, 10), WIDE, [1]);
    expect(marks.length + counts.reduce((sum, {members}) => sum + members.length, 0) + rugs[0]!.length).toBe(200);
    expect(rugs[0]!.length).toBeGreaterThanOrEqual(160);
  });

  test('names the selected event even where everything else is more important', () => {
    const events = [...Array(8).keys()].map((i) =>
      anEvent({id: `t${i}`, importance: 1, isTurningPoint: true, span: {kind: 'moment', atMs: 0}}),
    );
    const all = [...events, anEvent({id: 'small', importance: 3, span: {kind: 'moment', atMs: 0}})];
    expect(named(arrange(all))).not.toContain('small');
    expect(named(arrange(all, {selectedId: 'small'}))).toContain('small');
  });

  test('cuts the words of the selected event that are wider than the plot, and leaves others without', () => {
    const event = anEvent({label: 'W'.repeat(200), short: 'W'.repeat(200), span: day(5)});
    const [mark] = arrange([event], {selectedId: 'a'}).marks;
    expect(mark!.label!.text).toMatch(/^W{3,}…$/);
    expect(mark!.label!.widthPx).toBe(measureByTable(mark!.label!.text, 13, 450));
    expect(mark!.label!.widthPx).toBeLessThan(1000);
    expect(arrange([event]).marks[0]).toMatchObject({label: null, isSmall: true});
    const bar = arrange([event], {selectedId: 'a'}, days(5, 6)).marks[0]!;
    expect([bar.form, bar.label!.text.endsWith('…')]).toEqual(['bar', true]);
  });

  test('makes ghosts of what a search passes over, and names what it finds', () => {
    const events = [anEvent({id: 'a', importance: 1}), anEvent({id: 'b', importance: 3}), anEvent({id: 'c', importance: 3, span: day(9)})];
    const arrangement = arrange(events, {matching: new Set(['b'])}, days(0, 5));
    expect(arrangement.ghosts.map((lane) => lane.map(({id}) => id))).toEqual([['a']]);
    expect(named(arrangement)).toEqual(['b']);
    expect([arrangement.here, arrangement.later.count]).toEqual([1, 0]);
  });

  test('has the selected event in sight when a search passes over it', () => {
    const {marks, ghosts, here} = arrange([anEvent()], {matching: new Set(), selectedId: 'a'});
    expect(marks.map(({id}) => id)).toEqual(['a']);
    expect([ghosts, here]).toEqual([[[]], 0]);
  });

  test('leaves what a search passes over to its ghosts, but for the selected event', () => {
    const events = [anEvent({id: 'a', span: day(1)}), anEvent({id: 'b', span: day(4)}), anEvent({id: 'c', span: day(7)})];
    const {marks, ghosts} = arrange(events, {matching: new Set(['b']), selectedId: 'a'});
    expect([marks.map(({id}) => id).sort(), ghosts.map((lane) => lane.map(({id}) => id))]).toEqual([['a', 'b'], [['c']]]);
  });

  test('draws nothing of which too little is in the window, selected or not', () => {
    const drawn = (fromDay: number, selectedId: string | null) =>
      arrange([anEvent({span: day(5)}), anEvent({id: 'b', span: day(6)})], {selectedId}, days(fromDay, fromDay + 10)).marks.map(
        ({id}) => id,
      );
    // 100 px a day, of which 16 must be in sight.
    expect([drawn(5.83, null), drawn(5.85, null), drawn(5.83, 'b'), drawn(5.85, 'b')]).toEqual(
      [['a', 'b'], ['b'], ['b', 'a'], ['b']].map((ids) => expect.arrayContaining(ids)),
    );
    expect([drawn(5.83, 'b'), drawn(5.85, 'b')].map(({length}) => length)).toEqual([2, 1]);
    expect(drawn(5.85, null)).toHaveLength(1);
  });

  test('deals rows to the lanes whose events want for room, not to those with most of them', () => {
    const many = Array.from({length: 9}, (_, i) =>
      anEvent({id: `m${i}`, span: {kind: 'moment', atMs: (i + 0.1) * DAY_MS}, label: 'i', short: 'i'}),
    );
    const crowd = [0, 1, 2].map((i) =>
      anEvent({id: `c${i}`, lane: 1, span: {kind: 'moment', atMs: 5 * DAY_MS}, label: 'W'.repeat(35), short: 'W'.repeat(35)}),
    );
    expect(arrange([...many, ...crowd], {}, days(0, 10), WIDE, [2, 2]).plan.lanes).toEqual([1, 3]);
  });

  test('deals what nobody wants for to the lane with most events a row', () => {
    const many = Array.from({length: 9}, (_, i) =>
      anEvent({id: `m${i}`, lane: 1, span: {kind: 'moment', atMs: (i + 0.1) * DAY_MS}, label: 'i', short: 'i'}),
    );
    // On one row the second has its words on the left of its mark, which a row more would save it.
    const two = [
      anEvent({id: 'a', span: {kind: 'moment', atMs: 5 * DAY_MS}, label: 'iii', short: 'iii'}),
      anEvent({id: 'b', span: {kind: 'moment', atMs: 4.7 * DAY_MS}, label: 'iii', short: 'iii'}),
    ];
    expect(arrange([...two, ...many], {}, days(0, 10), WIDE, [2, 1]).plan.lanes).toEqual([1, 2]);
  });

  test('lets a landmark move within its day rather than down a row, and others down', () => {
    const measureText = (text: string) => 10 * text.length;
    // Words up to 540 px leave no room for a mark at 550, but for one at the next place, 564.67.
    const before = anEvent({
      id: 'before',
      importance: 1,
      isTurningPoint: true,
      span: {kind: 'moment', atMs: 1.49 * DAY_MS},
      label: 'x'.repeat(38),
      short: 'x'.repeat(38),
    });
    const placeOf = (over: Partial<TimelineEvent>) => {
      const {row, atMs} = arrange([before, anEvent({span: day(5), label: 'abc', short: 'abc', ...over})], {measureText}).marks.find(
        ({id}) => id === 'a',
      )!;
      return [row, Math.round((atMs / DAY_MS) * 1000)];
    };
    expect([placeOf({importance: 1}), placeOf({})]).toEqual([
      [0, 5647],
      [1, 5500],
    ]);
  });

  test('gives a lane alone all rows, and the others a rug', () => {
    const events = [anEvent({id: 'a', lane: 1}), anEvent({id: 'b', lane: 0}), anEvent({id: 'c', lane: 2})];
    const {plan, rugs, ghosts, marks} = arrange(events, {matching: new Set(['a']), aloneLane: 1}, days(0, 10), WIDE, [3, 3, 3]);
    // 9 rows of 24 px, less two lines of 16 px, are 7.67 rows.
    expect(plan.lanes).toEqual([0, 7, 0]);
    expect(rugs.map((lane) => lane.map(({id}) => id))).toEqual([['b'], [], ['c']]);
    expect([ghosts.flat(), marks.map(({id}) => id)]).toEqual([[], ['a']]);
  });
});

describe('arrangeEvents, of a lane alone', () => {
  test('has a row on a phone for what two lines leave of it, beside its measure', () => {
    const events = [anEvent({id: 'a', lane: 1}), anEvent({id: 'b', lane: 0})];
    const measures = [{id: 'm', name: 'm', prefix: '', suffix: '', steps: []}];
    const planOf = (timeline: Timeline) =>
      arrangeEvents(timeline, days(0, 10), compactSize(340), {matching: new Set(['a']), aloneLane: 1}).plan;
    // 15 rows of 18 px less one line of 18 px; less two rows for the measure.
    expect(planOf(aTimeline(events, 10, [1, 1])).lanes).toEqual([0, 14]);
    expect(planOf({...aTimeline(events, 10, [1, 1]), measures})).toEqual({lanes: [0, 12], measures, quietMeasures: []});
  });

  test('has one row at least', () => {
    const lanes = Array.from({length: 20}, () => 1);
    const plan = arrangeEvents(aTimeline([anEvent()], 10, lanes), days(0, 10), compactSize(340, 0, 400), {
      matching: new Set(['a']),
      aloneLane: 0,
    }).plan;
    expect(plan.lanes).toEqual([1, ...lanes.slice(1).map(() => 0)]);
  });

  test('leaves a selected event of another lane on its rug', () => {
    const events = [anEvent({id: 'a', lane: 1}), anEvent({id: 'b', lane: 0}), anEvent({id: 'c', lane: 0})];
    const {marks, rugs} = arrange(events, {matching: new Set(['a']), aloneLane: 1, selectedId: 'b'}, days(0, 10), WIDE, [2, 2]);
    expect([marks.map(({id}) => id), rugs.map((lane) => lane.map(({id}) => id))]).toEqual([['a'], [['b', 'c'], []]]);
  });
});

describe('arrangeEvents, of what finds no words', () => {
  /** Every letter is 10 px wide. */
  const measureText = (text: string) => 10 * text.length;
  /** An event at a pixel of 1,000 for ten days, with words of this many letters on its right, 11 px from its middle. */
  const at = (id: string, xPx: number, letters: number, over: Partial<TimelineEvent> = {}) =>
    anEvent({id, span: {kind: 'moment', atMs: (xPx / 100) * DAY_MS}, label: 'x'.repeat(letters), short: 'x'.repeat(letters), ...over});
  const TURN = {importance: 1, isTurningPoint: true} as const;
  /** Two whose words nothing moves, with a hole from one pixel to another in their row. */
  const walls = (fromPx: number, toPx: number) => [
    at('left', fromPx - 391, 38, TURN),
    at('right', toPx + 7, Math.floor((975 - toPx) / 10), TURN),
  ];
  const inRow = (events: readonly TimelineEvent[], options: ArrangeOptions = {}) => {
    const {marks, counts, rugs} = arrange(events, {measureText, ...options}, days(0, 10), WIDE, [1]);
    return {
      named: marks
        .filter(({label}) => label)
        .map(({id}) => id)
        .filter((id) => id !== 'left' && id !== 'right'),
      small: marks.filter(({label}) => !label).map(({id}) => id),
      counts: counts.map(({members, atMs}) => [members.join(), Math.round((atMs / DAY_MS) * 100)]),
      rug: rugs[0]!.map(({id}) => id),
    };
  };
  /** Wider than any hole. */
  const long = (id: string, xPx: number, over: Partial<TimelineEvent> = {}) => at(id, xPx, 30, over);

  test('makes it a small mark, 6 px from what is beside it', () => {
    expect(inRow([...walls(489, 560), long('a', 500)])).toEqual({named: [], small: ['a'], counts: [], rug: []});
    expect(inRow([...walls(490, 560), long('a', 500)])).toEqual({named: [], small: [], counts: [], rug: ['a']});
    expect(inRow([...walls(440, 511), long('a', 500)]).small).toEqual(['a']);
    expect(inRow([...walls(440, 510), long('a', 500)]).small).toEqual([]);
  });

  test('counts two in one box of 26 px, in the place that is nearest to their middle', () => {
    // 6 px after 490 and half a box are 509: in steps of 4 px, 512.
    expect(inRow([...walls(490, 560), long('a', 500), long('b', 500)])).toEqual({named: [], small: [], counts: [['a,b', 512]], rug: []});
    expect(inRow([...walls(440, 510), long('a', 500), long('b', 500)]).counts).toEqual([['a,b', 488]]);
    // The middle of the first and the last; of two places as near the right one.
    expect(inRow([...walls(440, 590), long('a', 500), long('b', 502), long('c', 508)])).toMatchObject({
      small: ['a'],
      counts: [['b,c', 525]],
    });
    expect(inRow([...walls(400, 600), at('m', 500, 1, TURN), long('a', 507), long('b', 507)]).counts).toEqual([['a,b', 543]]);
  });

  test('moves a count 68 px at most, or 110 where a day is narrower than 43', () => {
    expect(inRow([...walls(549, 700), long('a', 500), long('b', 500)]).counts).toEqual([['a,b', 568]]);
    expect(inRow([...walls(550, 700), long('a', 500), long('b', 500)])).toMatchObject({counts: [], rug: ['a', 'b']});
    // 25 days at 40 px.
    const narrow = (fromPx: number) => {
      const events = [...walls(fromPx, 700), long('a', 500), long('b', 500)].map((event) => ({
        ...event,
        span: {kind: 'moment' as const, atMs: (event.span as {atMs: number}).atMs * 2.5},
      }));
      const {counts} = arrangeEvents(aTimeline(events, 25, [1]), days(0, 25), WIDE, {measureText});
      return counts.map(({atMs}) => Math.round((atMs / DAY_MS) * 40));
    };
    // 108 is the last step within 110.
    expect([narrow(588), narrow(590)]).toEqual([[608], []]);
  });

  test('counts in the lowest row that has room', () => {
    const events = [
      ...walls(490, 560),
      ...walls(490, 560).map((event) => ({...event, id: `${event.id} too`})),
      long('a', 500),
      long('b', 500),
    ];
    const {counts} = arrange(events, {measureText}, days(0, 10), WIDE, [2]);
    expect(counts.map(({row, members}) => [row, members])).toEqual([[1, ['a', 'b']]]);
  });

  test('leaves one alone, or two too far from each other, to the rug', () => {
    expect(inRow([...walls(490, 600), long('a', 495)])).toMatchObject({counts: [], rug: ['a']});
    expect(inRow([...walls(490, 700), long('a', 495), long('b', 694)])).toMatchObject({counts: [], rug: ['a', 'b']});
  });

  test('counts together what is 100 px apart at most', () => {
    // One is under the words on the left of the hole, the other under the mark on its right.
    const from = (xPx: number) => inRow([...walls(490, 560), long('a', xPx), long('b', 570)]);
    expect(from(470)).toMatchObject({counts: [['a,b', 520]], rug: []});
    expect(from(469)).toMatchObject({counts: [], rug: ['a', 'b']});
  });

  test('lets a small mark join a count that has no room, the nearest first', () => {
    // Small marks at 500 and 540 leave no 26 px between them and the walls.
    const events = [...walls(480, 560), long('a', 500), long('b', 500), long('c', 500), long('d', 540)];
    expect(inRow(events)).toEqual({named: [], small: ['d'], counts: [['a,b,c', 500]], rug: []});
    const last = [...walls(480, 560), long('a', 500), long('b', 540), long('c', 540), long('d', 540)];
    expect(inRow(last)).toEqual({named: [], small: ['a'], counts: [['b,c,d', 540]], rug: []});
  });

  test('lets the least important join first, then the nearest', () => {
    const events = (importance: 2 | 3) => [
      ...walls(460, 580),
      at('w', 500, 1),
      at('v', 546, 1, {importance}),
      ...['a', 'b', 'c'].map((id) => long(id, 514)),
    ];
    expect(inRow(events(3))).toEqual({named: ['w'], small: [], counts: [['a,b,c,v', 542]], rug: []});
    expect(inRow(events(2))).toEqual({named: ['v'], small: [], counts: [['w,a,b,c', 507]], rug: []});
  });

  test('counts inside the plot alone', () => {
    // Beside the small mark there would be room over the edge.
    expect(inRow([at('right', 57, 90, TURN), ...['a', 'b', 'c'].map((id) => long(id, 30))])).toEqual({
      named: [],
      small: [],
      counts: [['a,b,c', 30]],
      rug: [],
    });
    expect(inRow([walls(950, 970)[0]!, ...['a', 'b', 'c'].map((id) => at(id, 970, 95))])).toEqual({
      named: [],
      small: [],
      counts: [['a,b,c', 970]],
      rug: [],
    });
  });

  test('has small marks on every row that has room', () => {
    const events = [
      ...walls(480, 560),
      ...walls(480, 560).map((event) => ({...event, id: `${event.id} too`})),
      long('a', 500),
      long('b', 500),
    ];
    const {marks} = arrange(events, {measureText}, days(0, 10), WIDE, [2]);
    expect(marks.filter(({isSmall}) => isSmall).map(({id, row}) => [id, row])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  test('lets the least important words join a count of three or more, and never a landmark or the selected event', () => {
    const events = (over: Partial<TimelineEvent> = {}) => [
      ...walls(480, 560),
      at('w', 510, 1, over),
      long('a', 500),
      long('b', 500),
      long('c', 500),
    ];
    expect(inRow(events())).toEqual({named: [], small: [], counts: [['a,b,c,w', 505]], rug: []});
    expect(inRow(events().slice(0, 5))).toEqual({named: ['w'], small: [], counts: [], rug: ['a', 'b']});
    expect(inRow(events({importance: 1}))).toEqual({named: ['w'], small: [], counts: [], rug: ['a', 'b', 'c']});
    expect(inRow(events(), {selectedId: 'w'}).named).toEqual(['w']);
  });

  test('shows the doubt of a count’s members, and whether all are alike', () => {
    const flags = (...over: readonly Partial<TimelineEvent>[]) => {
      const {counts} = arrange(
        [...walls(490, 570), ...over.map((one, i) => long(`e${i}`, 500, one))],
        {measureText},
        days(0, 10),
        WIDE,
        [1],
      );
      return counts.map(({widthPx, doubt, isAllUncertain, isAllStretch}) => [widthPx, doubt, isAllUncertain, isAllStretch]);
    };
    const by: Partial<TimelineEvent> = {span: {kind: 'by', toMs: 5.5 * DAY_MS}};
    expect(flags({}, {})).toEqual([[26, null, false, false]]);
    expect(flags({}, {isDisputed: true})).toEqual([[39, 'disputed', false, false]]);
    expect(flags(by, {isDisputed: true})).toEqual([[37, 'uncertain', false, false]]);
    expect(flags(by, by)).toEqual([[37, 'uncertain', true, false]]);
    const lasting: Partial<TimelineEvent> = {span: stretch(4.95, 5.05)};
    expect(flags(lasting, lasting)).toEqual([[26, null, false, true]]);
    expect(flags(lasting, {})).toEqual([[26, null, false, false]]);
  });

  test('asks for words for the most important of each fortieth of the plot, where there are more than forty', () => {
    // Of 25 px each: 44 in one part, one in another.
    const crowd = Array.from({length: 44}, (_, i) => at(`e${String(i).padStart(2, '0')}`, 110, 1, {importance: i === 30 ? 1 : 3}));
    const events = [...crowd, at('far', 900, 1)];
    const {named: words, rug} = inRow(events);
    expect(words).toEqual(['e30', 'far']);
    expect(rug).toHaveLength(43);
    expect(inRow(events, {selectedId: 'e40'}).named).toEqual(['far', 'e40']);
    expect(inRow(events, {selectedId: 'e10'}).named).toEqual(['far', 'e10']);
    // Forty all ask, and those without words are counted.
    const forty = inRow(events.slice(5));
    expect(forty).toMatchObject({named: ['e30', 'far'], rug: []});
    expect(String(forty.counts[0]![0]).split(',')).toHaveLength(38);
  });

  test('counts what a search finds for equally much, turning points for more', () => {
    const wide = at('wide', 20, 90, {importance: 1});
    const details = [at('a', 300, 1, {importance: 3}), at('b', 600, 1, {importance: 3})];
    const all = new Set(['wide', 'a', 'b']);
    // 120 against two of 20; of a search 150 against two of 150.
    expect(inRow([wide, ...details]).named).toEqual(['wide']);
    expect(inRow([wide, ...details], {matching: all}).named).toEqual(['a', 'b']);
    expect(inRow([{...wide, isTurningPoint: true}, details[0]!], {matching: all}).named).toEqual(['wide']);
    // 200 against 120 and two of 30.
    const others = [at('mark', 300, 1, {importance: 1}), at('c', 400, 1), at('d', 500, 1)];
    expect(inRow([{...wide, isTurningPoint: true}, ...others]).named).toEqual(['wide']);
    expect(inRow([wide, ...others]).named).toEqual(['mark', 'c', 'd']);
  });
});

describe('gapsOf(window)', () => {
  test('sets words 12 px apart, 10 where a day is narrower than 72, and 8 on a phone', () => {
    const gaps = (pxPerDay: number, size = WIDE) => Object.values(gapsOf({size, pxPerDay}));
    expect([gaps(72), gaps(71.9), gaps(600, compactSize(340))]).toEqual([
      [12, 4, 8],
      [10, 4, 8],
      [8, 4, 8],
    ]);
  });
});

describe('arrangeEvents, where hours are told apart', () => {
  /** One day on 1,000 px. */
  const ofDay = (events: readonly TimelineEvent[], options: ArrangeOptions = {}) => arrange(events, options, days(5, 6));

  test('puts the events of a day without an hour into one bar, in their order', () => {
    const {bars, marks} = ofDay([anEvent({id: 'b', span: day(5), order: 0.8}), anEvent({id: 'a', span: day(5), order: 0.2})]);
    expect(bars).toEqual([{lane: 0, row: 0, dayMs: 5 * DAY_MS, members: ['a', 'b']}]);
    expect(marks.map(({id, form, atMs, label}) => [id, form, atMs, label!.side])).toEqual([
      ['a', 'bar', 5 * DAY_MS, 'inside'],
      ['b', 'bar', 5 * DAY_MS, 'inside'],
    ]);
    const longPx = measureByTable('A longer label', 13, 450);
    expect(marks.map(({label}) => label!.offsetPx)).toEqual([8, 8 + longPx + 25]);
  });

  test('names those without an order in the middle, the more important first', () => {
    const events = [
      anEvent({id: 'late', order: 0.9}),
      anEvent({id: 'none'}),
      anEvent({id: 'early', order: 0.1}),
      anEvent({id: 'weighty', importance: 1}),
    ];
    expect(ofDay(events.map((event) => ({...event, span: day(5)}))).bars).toMatchObject([{members: ['early', 'weighty', 'none', 'late']}]);
  });

  test('has a bar for each day, those of two days that follow each other on one row', () => {
    const {bars} = arrange([anEvent({id: 'a', span: day(5)}), anEvent({id: 'b', span: day(6)})], {}, days(5, 7));
    expect(bars).toEqual([
      {lane: 0, row: 0, dayMs: 5 * DAY_MS, members: ['a']},
      {lane: 0, row: 0, dayMs: 6 * DAY_MS, members: ['b']},
    ]);
  });

  test('uses the short words where only they leave room for every name', () => {
    const measureText = (text: string) => 10 * text.length;
    const names = (lengths: readonly number[], rows: number) => {
      const events = lengths.map((length, i) =>
        anEvent({id: `e${i}`, span: day(5), label: 'x'.repeat(length), short: 'y'.repeat(length / 2)}),
      );
      return arrange(events, {measureText}, days(5, 6), WIDE, [rows]).marks.map(
        ({id, label, row}) => `${id} ${label?.text.length ?? 0} ${row}`,
      );
    };
    // Of 984 px inside: 600 + 25 + 200, and 400 + 25 + 400.
    expect(names([60, 40], 1)).toEqual(['e0 60 0', 'e1 20 0']);
    expect(names([80, 80], 1)).toEqual(['e0 40 0', 'e1 40 0']);
    // A second row costs more than short words do.
    expect(names([60, 40], 2)).toEqual(['e0 60 0', 'e1 20 0']);
  });

  test('gives way to a bar of many before one of few', () => {
    const measureText = (text: string) => 10 * text.length;
    const hour = anEvent({id: 'hour', span: {kind: 'moment', atMs: 5.5 * DAY_MS}});
    const ofBar = ['a', 'b'].map((id) => anEvent({id, span: day(5), label: 'x'.repeat(40), short: 'x'.repeat(40)}));
    // 30 for the hour against 60 for both names; against one of them the hour, which comes first by its time.
    expect(
      arrange([hour, ...ofBar], {measureText}, days(5, 6), WIDE, [1])
        .marks.filter(({label}) => label)
        .map(({id}) => id),
    ).toEqual(['a', 'b']);
    expect(
      arrange([{...hour, importance: 1}, ...ofBar], {measureText}, days(5, 6), WIDE, [1])
        .marks.filter(({label}) => label)
        .map(({id}) => id),
    ).toEqual(['hour']);
  });

  test('draws only a reported hour at its hour', () => {
    const {marks, bars} = ofDay([anEvent({span: {kind: 'moment', atMs: 5 * DAY_MS + 9 * HOUR_MS}})]);
    expect(bars).toEqual([]);
    expect(marks[0]).toMatchObject({form: 'glyph', atMs: 5 * DAY_MS + 9 * HOUR_MS});
  });

  test('pins the words of an uncertain day to its dots', () => {
    const [mark] = ofDay([anEvent({span: {kind: 'within', ...days(3, 8), soft: false}})]).marks;
    expect(mark).toMatchObject({form: 'dots', label: {side: 'inside', offsetPx: 8}});
  });

  test('leaves out a day of which less than 15 in 100 is in the window', () => {
    const here = (fromDay: number) => arrange([anEvent({span: day(5)})], {}, days(fromDay, fromDay + 1)).here;
    expect([here(5.84), here(5.86), here(4.16), here(4.14)]).toEqual([1, 0, 1, 0]);
  });
});

describe('the rows that measures lend', () => {
  const measure = (id: string, fromDay: number): Measure => ({
    id,
    name: id,
    prefix: '',
    suffix: '',
    steps: [{knownMs: fromDay * DAY_MS, value: 1, asOf: '', qualifier: 'exact', source: '', event: ''}],
  });
  const story = (count: number, measures: readonly Measure[]): Timeline => ({
    ...aTimeline(
      Array.from({length: count}, (_, i) =>
        anEvent({
          id: `e${i}`,
          span: {kind: 'moment', atMs: 2 * DAY_MS},
          label: 'Words as long as half of this stage is wide, and some more',
          short: 'The same'.repeat(8),
        }),
      ),
      10,
      [1],
    ),
    measures: [...measures],
  });
  const planOf = (timeline: Timeline, size = WIDE) => {
    const {plan} = arrangeEvents(timeline, days(0, 4), size);
    return [plan.lanes, plan.measures.map(({id}) => id), plan.quietMeasures.map(({id}) => id)];
  };

  test('are lent by those without a figure before the window’s end, where words would be left out', () => {
    const measures = [measure('now', 1), measure('later', 5), measure('last', 6)];
    expect(planOf(story(1, measures))).toEqual([[1], ['now', 'later', 'last'], []]);
    expect(planOf(story(6, measures))).toEqual([[2], ['now'], ['later', 'last']]);
  });

  test('are lent by one whose first figure comes as the window ends, not by one that has a figure already', () => {
    const twice = {...measure('twice', 1), steps: [...measure('', 1).steps, ...measure('', 6).steps]};
    expect(planOf(story(6, [twice, measure('at-end', 4), measure('last', 6)]))).toEqual([[2], ['twice'], ['at-end', 'last']]);
  });

  test('are lent where one lane of two is in want', () => {
    const timeline = story(6, [measure('later', 5), measure('last', 6)]);
    const lanes = aTimeline([], 10, [1, 1]).lanes;
    const events = [...timeline.events.map((event) => ({...event, lane: 1})), anEvent({id: 'alone'})].sort(
      (a, b) => spanAnchorMs(a.span) - spanAnchorMs(b.span),
    );
    expect(planOf({...timeline, lanes, events})).toEqual([[1, 2], [], ['later', 'last']]);
  });

  test('are not lent by one alone, which would have to share with none', () => {
    expect(planOf(story(6, [measure('now', 1), measure('later', 5)]))).toEqual([[1], ['now', 'later'], []]);
  });

  test('go to the lanes of a phone where they are needed', () => {
    // 15 rows, of which the measure takes two.
    const ofWords = (count: number) => ({
      ...story(count, [measure('now', 1)]),
      events: story(count, []).events.map((event) => ({...event, short: 'Label'})),
    });
    expect(planOf(ofWords(1), compactSize(340))).toEqual([[13], ['now'], []]);
    expect(planOf(ofWords(30), compactSize(340))).toEqual([[15], [], []]);
    // Words wider than the plot would find no room on any row.
    expect(planOf(story(30, [measure('now', 1)]), compactSize(340))).toEqual([[13], ['now'], []]);
  });

  test('leave out the measure of a phone that has no more rows than lanes', () => {
    const timeline = {
      ...aTimeline(
        [anEvent()],
        10,
        Array.from({length: 10}, () => 1),
      ),
      measures: [measure('now', 1)],
    };
    const {plan} = arrangeEvents(timeline, days(0, 4), compactSize(340, 0, 500));
    expect([plan.lanes, plan.measures]).toEqual([Array.from({length: 10}, () => 1), []]);
  });
});

describe('laneAlone(timeline, matching)', () => {
  const timeline = aTimeline([anEvent({id: 'a'}), anEvent({id: 'b'}), anEvent({id: 'c', lane: 1})], 10, [1, 1]);
  test('is the lane of which just all events are let through', () => {
    const alone = (...ids: string[]) => laneAlone(timeline, new Set(ids));
    expect([alone('a', 'b'), alone('c'), alone('a'), alone('a', 'b', 'c'), alone(), laneAlone(timeline, null)]).toEqual([
      0,
      1,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('outsideOf(timeline, view, size, matching)', () => {
  const timeline = aTimeline(
    [
      anEvent({id: 'a', span: day(0), importance: 1}),
      anEvent({id: 'b', span: day(2), importance: 1, lane: 1}),
      anEvent({id: 'c', span: day(5)}),
      anEvent({id: 'd', span: day(7), lane: 1}),
      anEvent({id: 'e', span: day(8), importance: 1}),
      anEvent({id: 'f', span: day(9), importance: 1}),
    ],
    10,
    [1, 1],
  );
  const sidesOf = (view = days(4, 6), matching: ReadonlySet<string> | null = null) => {
    const {here, earlier, later, laneSides} = outsideOf(timeline, view, WIDE, matching);
    const side = ({count, landmark, nearestMs}: typeof earlier) => [
      count,
      landmark?.id ?? null,
      nearestMs === null ? null : nearestMs / DAY_MS,
    ];
    return {
      here,
      earlier: side(earlier),
      later: side(later),
      lanes: laneSides.map((one) => [one.here, side(one.earlier), side(one.later)]),
    };
  };

  test('counts each side, with the nearest landmark and the nearest event', () => {
    expect(sidesOf()).toEqual({
      here: 1,
      earlier: [2, 'b', 3],
      later: [3, 'e', 7],
      lanes: [
        [1, [1, null, 1], [2, null, 8]],
        [0, [1, null, 3], [1, null, 7]],
      ],
    });
  });

  test('counts whole events while a long story moves, and waits under a search', () => {
    // Day 5 and 1,000 more; of day 9 a twentieth is in the window, too little to be there.
    const events = [...timeline.events, ...Array.from({length: 1000}, (_, i) => anEvent({id: `n${i}`, span: day(5)}))];
    const long = aTimeline(events, 10, [1, 1]);
    const view = days(4.5, 9.05);
    const rest = outsideOf(long, view, WIDE, null);
    const moving = outsideWhileMoving(long, view, WIDE, null, rest);
    expect([rest.here, rest.later.count]).toEqual([1003, 1]);
    expect([moving.here, moving.earlier.count, moving.later.count]).toEqual([1004, 2, 0]);
    expect([moving.earlier.landmark?.id, moving.earlier.nearestMs, moving.later.landmark]).toEqual(['b', 3 * DAY_MS, null]);
    expect(moving.laneSides.map(({here, earlier, later}) => [here, earlier.count, later.count])).toEqual([
      [1003, 1, 0],
      [1, 1, 0],
    ]);
    expect(outsideWhileMoving(long, view, WIDE, new Set(['a']), rest)).toBe(rest);
    // A short story is counted as at rest.
    expect(outsideWhileMoving(timeline, view, WIDE, null, rest)).toEqual(outsideOf(timeline, view, WIDE, null));
  });

  test('counts only what a search lets through', () => {
    expect(sidesOf(days(4, 6), new Set(['a', 'f']))).toEqual({
      here: 0,
      earlier: [1, 'a', 1],
      later: [1, 'f', 9],
      lanes: [
        [0, [1, null, 1], [1, null, 9]],
        [0, [0, null, null], [0, null, null]],
      ],
    });
  });

  test('counts what has too little in the window as outside', () => {
    // At 500 px a day 15 in 100 of a day must be in sight.
    expect(sidesOf(days(2.9, 4.9))).toMatchObject({here: 0, earlier: [2, 'b', 3], later: [4, 'e', 5]});
  });

  test('has nothing beyond a window of the whole story', () => {
    expect(sidesOf(days(0, 10))).toMatchObject({here: 6, earlier: [0, null, null], later: [0, null, null]});
  });
});

describe('outsideOf, of landmarks on one side alone', () => {
  const sides = (markDay: number) => {
    const {earlier, later} = outsideOf(
      aTimeline([anEvent({id: 'mark', span: day(markDay), importance: 1}), anEvent({id: 'other', span: day(5)})], 10),
      days(4, 6),
      WIDE,
      null,
    );
    return [earlier.landmark?.id, later.landmark?.id];
  };

  test('has the one before, or the one after', () => {
    expect([sides(1), sides(8), sides(5)]).toEqual([
      ['mark', undefined],
      [undefined, 'mark'],
      [undefined, undefined],
    ]);
  });
});

describe('countWidthPx(count, doubt)', () => {
  test('is 26, more for large numbers, and more for a doubt', () => {
    expect([countWidthPx(3, null), countWidthPx(3, 'uncertain'), countWidthPx(3, 'disputed')]).toEqual([26, 37, 39]);
    expect(countWidthPx(1000, null)).toBeCloseTo(measureByTable('+1000', 11.5, 600) + 9, 9);
  });
});

describe('arrangedByHand(timeline, view, size, marks)', () => {
  test('has those marks alone, on rows as the story asks for them', () => {
    const timeline = aTimeline([anEvent()], 10, [3, 1]);
    const mark = {id: 'a', lane: 0, row: 2, form: 'glyph', atMs: DAY_MS, isOnFoot: false, isSmall: false, label: null} as const;
    expect(arrangedByHand(timeline, days(0, 10), WIDE, [mark])).toMatchObject({
      marks: [mark],
      plan: {lanes: [3, 1]},
      bars: [],
      counts: [],
      rugs: [[], []],
      ghosts: [[], []],
      here: 1,
      depth: 2,
    });
  });
});
