import {describe, expect, test} from 'vitest';
import {lookInWords, looksOf, unnamedLandmarks} from '../../src/desk/looks.ts';
import {DAY_MS} from '../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../src/timeline/model/timeline.ts';
import {drawingOf} from '../../src/timeline/render/stage.ts';
import {anEvent, aTimeline} from '../timeline/some-timeline.ts';

const onDay = (id: string, day: number, over: Partial<TimelineEvent> = {}) =>
  anEvent({id, title: `Title ${id}`, span: {kind: 'day', dayMs: day * DAY_MS}, ...over});
const looks = (timeline: ReturnType<typeof aTimeline>, id: string) =>
  Object.fromEntries(
    looksOf(timeline, id).map(({level, look}) => [level, look.kind === 'named' ? `${look.wording} ${look.side}` : look.kind]),
  );

describe('looksOf(timeline, id)', () => {
  test('names an event by its shorter words at Months, by its label further in', () => {
    expect(looks(aTimeline([onDay('a', 40)], 80), 'a')).toEqual({
      months: 'short right',
      weeks: 'label right',
      days: 'label right',
      hours: 'label inside',
    });
  });

  test('turns the words to the left at the end of the story', () => {
    const atLast = onDay('a', 79, {span: {kind: 'moment', atMs: 79.9 * DAY_MS}});
    expect(looks(aTimeline([atLast], 80), 'a')).toEqual({
      months: 'short left',
      weeks: 'label left',
      days: 'label left',
      hours: 'label left',
    });
  });

  test('says behind which count an event is, and with which', () => {
    const crowd = Array.from({length: 8}, (_, i) => onDay(`e${i}`, 40, {importance: 3, span: {kind: 'moment', atMs: 40 * DAY_MS}}));
    const months = looksOf(aTimeline(crowd, 80, [1]), 'e7')[0]!;
    expect(months.look.kind).toBe('count');
    expect(lookInWords(months.look)).toMatch(
      /^No room for its label: it is one of the \d in a counted box, with “Title e\d”, .* and “Title e\d”\.$/,
    );
    expect(lookInWords(months.look)).not.toContain('Title e7');
  });

  test('draws its own lane alone, with the rows that the whole stage deals to it', () => {
    // Of four rows the lane with one event needs one; the other has six events of one hour.
    const crowd = Array.from({length: 6}, (_, i) =>
      onDay(`b${i}`, 40, {lane: 1, importance: 1, span: {kind: 'moment', atMs: 40.5 * DAY_MS}}),
    );
    const timeline = aTimeline([onDay('a', 40), ...crowd], 80, [3, 1]);
    for (const {scene, look} of looksOf(timeline, 'b0')) {
      expect(look.kind === 'named' || look.kind === 'count' || look.kind === 'unnamed').toBe(true);
      expect(scene.timeline.lanes).toHaveLength(1);
      expect(scene.arrangement.plan.lanes).toEqual([3]);
      expect(scene.arrangement.marks.every(({lane}) => lane === 0)).toBe(true);
      expect(scene.arrangement.marks.filter(({label}) => label).length).toBeGreaterThan(2);
    }
  });

  test('can be drawn at every level, the event in sight', () => {
    for (const {scene} of looksOf(aTimeline([onDay('a', 0), onDay('b', 79)], 80), 'b')) {
      const {placement} = drawingOf(scene);
      expect(placement.events.map(({event}) => event.id)).toContain('b');
    }
  });

  test('never zooms out of the story', () => {
    for (const {scene} of looksOf(aTimeline([onDay('a', 1)], 2), 'a')) {
      expect(scene.view.fromMs).toBeGreaterThanOrEqual(0);
      expect(scene.view.toMs).toBeLessThanOrEqual(2 * DAY_MS);
    }
  });

  test('throws where the event is not on the axis', () => {
    expect(() => looksOf(aTimeline([], 80), 'a')).toThrow('no event on the axis has the id a');
  });
});

describe('unnamedLandmarks(timeline)', () => {
  const landmark = (id: string, day: number) => onDay(id, day, {importance: 1, short: 'Twelve letters'});

  test('is empty where every landmark has room', () => {
    expect(unnamedLandmarks(aTimeline([landmark('a', 10), landmark('b', 60)], 80))).toEqual([]);
  });

  test('names those that have none, whatever is beside them', () => {
    const crowd = Array.from({length: 6}, (_, i) => landmark(`e${i}`, 40));
    const unnamed = unnamedLandmarks(aTimeline([...crowd, onDay('f', 41, {importance: 2})], 80, [1]));
    expect(unnamed.length).toBeGreaterThanOrEqual(4);
    expect(unnamed.every(({event, look}) => event.importance === 1 && look.kind !== 'named')).toBe(true);
  });
});

describe('lookInWords(look)', () => {
  test('says which words are shown, and where', () => {
    expect(lookInWords({kind: 'named', text: 'Eagle lands', wording: 'label', side: 'right'})).toBe(
      'Shows its label: “Eagle lands”, right of its mark.',
    );
    expect(lookInWords({kind: 'named', text: 'Eagle', wording: 'short', side: 'inside'})).toBe(
      'Shows its shorter words: “Eagle”, inside its bar.',
    );
  });

  test('says where an event went without words', () => {
    expect(lookInWords({kind: 'unnamed'})).toBe('No room for its label: a small mark without words.');
    expect(lookInWords({kind: 'rug'})).toBe('No room for its label: a tick on the foot of its lane.');
    expect(lookInWords({kind: 'count', others: ['A', 'B']})).toBe(
      'No room for its label: it is one of the 3 in a counted box, with “A” and “B”.',
    );
    expect(lookInWords({kind: 'count', others: ['A']})).toBe('No room for its label: it is one of the 2 in a counted box, with “A”.');
  });
});
