import {describe, expect, test} from 'vitest';
import {anchorsOf, arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const day = (n: number) => ({kind: 'day', dayMs: n * DAY_MS}) as const;
const hoursOf = (anchors: readonly number[]) => anchors.map((ms) => ms / HOUR_MS);

describe('anchorsOf(events, depth)', () => {
  const shared = [
    anEvent({id: 'a', order: 0.25}),
    anEvent({id: 'b'}),
    anEvent({id: 'c', order: 0.75}),
    anEvent({id: 'd', span: day(1)}),
    anEvent({id: 'e', span: {kind: 'moment', atMs: DAY_MS + 10 * HOUR_MS}}),
  ];

  test('stands every day at noon where the whole story is seen, and an hour at its hour', () => {
    expect(hoursOf(anchorsOf(shared, 0))).toEqual([12, 12, 12, 36, 34]);
  });

  test('follows the order within a day one level further in', () => {
    expect(hoursOf(anchorsOf(shared, 1))).toEqual([6, 12, 18, 36, 34]);
  });

  test('keeps the ends of an order off midnight', () => {
    const ends = [anEvent({id: 'a', order: 0}), anEvent({id: 'b', order: 1})];
    expect(hoursOf(anchorsOf(ends, 1))[0]).toBeCloseTo(2.4);
    expect(hoursOf(anchorsOf(ends, 1))[1]).toBeCloseTo(21.6);
  });

  test.each([2, 3])('spreads days that are shared evenly at depth %i', (depth) => {
    expect(hoursOf(anchorsOf(shared, depth))).toEqual([6, 12, 18, 36, 34]);
    expect(hoursOf(anchorsOf(shared.slice(0, 2), depth))).toEqual([8, 16]);
  });

  test('leaves an event alone on its day where its order puts it', () => {
    expect(hoursOf(anchorsOf([anEvent({order: 0.75})], 2))).toEqual([18]);
  });
});

describe('arrangeEvents(timeline, pxPerDay, size, options)', () => {
  test('is empty for a story without events', () => {
    expect(arrangeEvents(aTimeline([], 10), 100, wideSize(1000))).toMatchObject({marks: [], clusters: [], feet: [], ghosts: []});
  });

  test('gives a lone event its words on the right of the first row', () => {
    const [mark] = arrangeEvents(aTimeline([anEvent()], 10), 100, wideSize(1000)).marks;
    expect(mark).toMatchObject({id: 'a', row: 0, anchorMs: DAY_MS / 2, isSmall: false});
    expect(mark!.label).toMatchObject({text: 'A longer label', side: 'right', sizePx: 13, weight: 450, offsetPx: 11});
  });

  test('says it short at Months, where it is also not marked as disputed', () => {
    const [mark] = arrangeEvents(aTimeline([anEvent({isDisputed: true})], 50), 20, wideSize(1000)).marks;
    expect(mark!.label).toMatchObject({text: 'Label', hasSign: false});
  });

  test('puts the words on the left at the end of the story', () => {
    const [mark] = arrangeEvents(aTimeline([anEvent({span: day(9)})], 10), 100, wideSize(1000)).marks;
    expect(mark!.label!.side).toBe('left');
  });

  test('writes inside a clip that has room', () => {
    const clip = anEvent({span: {kind: 'stretch', fromMs: 0, toMs: 5 * DAY_MS, softStart: false, softEnd: false}});
    expect(arrangeEvents(aTimeline([clip], 10), 100, wideSize(1000)).marks[0]!.label).toMatchObject({side: 'inside', offsetPx: 8});
  });

  test('sets turning points larger, and landmarks heavier', () => {
    const events = [
      anEvent({id: 'turn', importance: 1, isTurningPoint: true}),
      anEvent({id: 'mark', importance: 1, span: day(5)}),
    ];
    const {marks} = arrangeEvents(aTimeline(events, 10), 100, wideSize(1000));
    expect(marks.map(({label}) => [label!.sizePx, label!.weight])).toEqual([[15, 600], [13, 600]]);
  });

  test('counts details that crowd a day at Months in one cluster', () => {
    const events = ['a', 'b', 'c'].map((id) => anEvent({id, importance: 3}));
    const {marks, clusters, feet} = arrangeEvents(aTimeline(events, 50), 20, wideSize(1000));
    expect([marks, feet]).toEqual([[], []]);
    expect(clusters.map(({members}) => members)).toEqual([['a', 'b', 'c']]);
  });

  test('lays the rest along the foot on a phone at Months', () => {
    const events = [anEvent({id: 'a', importance: 1}), anEvent({id: 'b', importance: 3, span: day(20)}), anEvent({id: 'c', importance: 3, span: day(30)})];
    const {marks, clusters, feet} = arrangeEvents(aTimeline(events, 40), 9, compactSize(360));
    expect(marks.map(({id}) => id)).toEqual(['a']);
    expect(clusters).toEqual([]);
    expect(feet.map(({row, members, atMs}) => [row, members, atMs / DAY_MS])).toEqual([[null, ['b'], 20.5], [null, ['c'], 30.5]]);
  });

  test('names the selected event even where everything else is more important', () => {
    const events = [...Array(8).keys()].map((i) => anEvent({id: `t${i}`, importance: 1, isTurningPoint: true}));
    const timeline = aTimeline([...events, anEvent({id: 'small', importance: 3})], 50);
    const labelled = (selectedId: string | null) =>
      arrangeEvents(timeline, 20, wideSize(1000), {selectedId}).marks.filter(({label}) => label).map(({id}) => id);
    expect(labelled(null)).not.toContain('small');
    expect(labelled('small')).toContain('small');
  });

  test('makes ghosts of what a search passes over, and names what it finds', () => {
    const events = [anEvent({id: 'a', importance: 1}), anEvent({id: 'b', importance: 3}), anEvent({id: 'c', importance: 3})];
    const {marks, ghosts} = arrangeEvents(aTimeline(events, 50), 20, wideSize(1000), {matching: new Set(['b'])});
    expect(ghosts).toEqual(['a', 'c']);
    expect(marks.map(({id, label}) => [id, label?.text])).toEqual([['b', 'Label']]);
  });

  test('keeps the selected event in sight when a search passes over it', () => {
    const {marks, ghosts} = arrangeEvents(aTimeline([anEvent()], 50), 20, wideSize(1000), {matching: new Set(), selectedId: 'a'});
    expect(marks.map(({id}) => id)).toEqual(['a']);
    expect(ghosts).toEqual([]);
  });

  test('cuts words that are wider than the story', () => {
    const [mark] = arrangeEvents(aTimeline([anEvent({importance: 1, short: 'W'.repeat(200)})], 50), 5, wideSize(250)).marks;
    expect(mark!.label!.text).toMatch(/^W+…$/);
    expect(mark!.label!.offsetPx + mark!.label!.widthPx).toBeLessThan(250);
  });
});
