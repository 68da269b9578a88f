import {describe, expect, test} from 'vitest';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {StoryState} from '../../../src/timeline/model/timeline.ts';
import {overviewShapes} from '../../../src/timeline/render/overview.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import {datedLinesOf} from '../drawing.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const day = (id: string, n: number, lane = 0) => anEvent({id, lane, span: {kind: 'day', dayMs: n * DAY_MS}});
const TIMELINE = aTimeline(
  [
    day('a', 1),
    day('again', 1),
    day('b', 5),
    anEvent({id: 'long', span: {kind: 'stretch', fromMs: 2 * DAY_MS, toMs: 6 * DAY_MS, softStart: false, softEnd: false}}),
    day('c', 8, 1),
  ],
  10,
  [1, 1, 1],
);

/** The strip of ten days on 1,000 px: 34 high, of which 12 are for names and 19 for three lanes. */
function draw(over: Partial<Parameters<typeof overviewShapes>[4]> = {}, playheadMs = 9 * DAY_MS): readonly Shape[] {
  return overviewShapes(TIMELINE, 1000, 34, playheadMs, {...asKnownNow(TIMELINE), ...over});
}

function lanesOf(shapes: readonly Shape[]) {
  return shapes
    .filter(({key}) => key.startsWith('lane-'))
    .map(({key, attributes, children}) => [
      key,
      attributes['transform'],
      ...children![0]!.children!.map((path) => `${path.attributes['class']} ${path.attributes['d']}`),
    ]);
}

describe('overviewShapes(timeline, widthPx, heightPx, playheadMs, known)', () => {
  test('draws a lane as one path of ticks and one of stretches; ticks on one spot are one', () => {
    expect(lanesOf(draw())).toEqual([
      ['lane-lane-0', 'translate(0 12)', 'event is-clips M20 0H60v2H20z', 'event is-marks M14.9 0H15.1v2H14.9zM54.9 0H55.1v2H54.9z'],
      ['lane-lane-1', 'translate(0 18.33)', 'event is-marks M84.9 0H85.1v2H84.9z'],
    ]);
  });

  test('draws what is not public apart, and ends what still goes on at the playhead', () => {
    const shapes = draw(
      {isKnownThen: true, standingOf: (id) => (id === 'b' ? 'coming' : 'known'), goesOn: (id) => id === 'long'},
      4 * DAY_MS,
    );
    expect(lanesOf(shapes)[0]).toEqual([
      'lane-lane-0',
      'translate(0 12)',
      'event is-clips M20 0H40v2H20z',
      'event is-marks M14.9 0H15.1v2H14.9z',
      'event is-unknown M54.9 0H55.1v2H54.9z',
    ]);
  });

  test('has the playhead, 2 px wide', () => {
    expect(draw().at(-1)).toMatchObject({key: 'playhead', attributes: {class: 'head', x: '89.9%', width: '0.2%', y: 0, height: 34}});
  });

  test('shades the days on which a state is hatched, as far as they are known', () => {
    const hatched = {look: 'hatched', fromMs: 3 * DAY_MS, toMs: 7 * DAY_MS} as StoryState;
    const shades = (over: Parameters<typeof draw>[0], playheadMs?: number) =>
      draw(over, playheadMs)
        .filter(({key}) => key.startsWith('hatched'))
        .map(({attributes: {x, width, y, height}}) => [x, width, y, height]);
    expect(shades({states: [hatched]})).toEqual([['30%', '40%', 12, 22]]);
    expect(shades({states: [hatched], isKnownThen: true}, 5 * DAY_MS)).toEqual([['30%', '20%', 12, 22]]);
    expect(shades({states: [hatched], isKnownThen: true}, 2 * DAY_MS)).toEqual([]);
  });
});

describe('the months of the strip', () => {
  // 100 days from 1 January 1970: months of 31, 28 and 31 days, and ten days of April.
  const YEAR = aTimeline([], 100);
  test('have a line at their beginning and their name 8 px right of it', () => {
    const lines = datedLinesOf(overviewShapes(YEAR, 1000, 34, 50 * DAY_MS, asKnownNow(YEAR)));
    expect(lines.map((line) => line.replace('T00:00', ''))).toEqual([
      'ground rect class=ground width=100% height=100%',
      'month-0 line class=month x1=0% x2=0% y1=0 y2=34',
      'month-name-0 text class=month name x=0.8% y=11 “Jan”',
      'month 1970-02-01 line class=month x1=31% x2=31% y1=0 y2=34',
      'month-name 1970-02-01 text class=month name x=31.8% y=11 “Feb”',
      'month 1970-03-01 line class=month x1=59% x2=59% y1=0 y2=34',
      'month-name 1970-03-01 text class=month name x=59.8% y=11 “Mar”',
      'month 1970-04-01 line class=month x1=90% x2=90% y1=0 y2=34',
      'month-name 1970-04-01 text class=month name x=90.8% y=11 “Apr”',
      'playhead rect class=head x=49.9% width=0.2% y=0 height=34',
    ]);
  });

  test('have no name where the next month leaves less than 8 px on each side, nor in a strip narrower than 200', () => {
    const names = (days: number, widthPx: number) => {
      const story = aTimeline([], days);
      return datedLinesOf(overviewShapes(story, widthPx, 34, 0, asKnownNow(story))).flatMap((line) => /“(.*)”/.exec(line)?.[1] ?? []);
    };
    // "Apr" is 16.992 px wide and with 16 more 32.992; ten days are a tenth of the strip.
    expect(names(100, 330)).toEqual(['Jan', 'Feb', 'Mar', 'Apr']);
    expect(names(100, 329)).toEqual(['Jan', 'Feb', 'Mar']);
    expect([names(60, 200), names(60, 199)]).toEqual([['Jan', 'Feb'], []]);
  });

  test('have no line for the month that began before the story', () => {
    const story = {...aTimeline([], 100), extent: {fromMs: 10 * DAY_MS, toMs: 60 * DAY_MS}};
    expect(datedLinesOf(overviewShapes(story, 1000, 34, 0, asKnownNow(story))).slice(1, 3)).toEqual([
      'month-name-0 text class=month name x=0.8% y=11 “Jan”',
      'month 1970-02-01T00:00 line class=month x1=42% x2=42% y1=0 y2=34',
    ]);
  });
});

describe('the lanes of the strip', () => {
  type Known = Partial<Parameters<typeof overviewShapes>[4]>;
  const lanes = (events: Parameters<typeof aTimeline>[0], over: Known = {}, playheadMs = 9 * DAY_MS) => {
    const timeline = aTimeline(events, 10);
    return lanesOf(overviewShapes(timeline, 1000, 34, playheadMs, {...asKnownNow(timeline), ...over})).flatMap((lane) => lane.slice(2));
  };
  const clip = (id: string, from: number, to: number) =>
    anEvent({id, span: {kind: 'stretch', fromMs: from * DAY_MS, toMs: to * DAY_MS, softStart: false, softEnd: false}});

  test('are as wide as the story, and no narrower than a tick', () => {
    expect(lanes([clip('long', -5, 15)])).toEqual(['event is-clips M0 0H100v2H0z']);
    expect(lanes([clip('short', 2, 2.001)])).toEqual(['event is-clips M20 0H20.2v2H20z']);
  });

  test('draw nothing that lies within half a pixel of what is drawn', () => {
    // A clip that ends inside another, and marks a quarter and three quarters of a pixel on.
    expect(lanes([clip('long', 2, 6), clip('inside', 3, 5)])).toEqual(['event is-clips M20 0H60v2H20z']);
    const marks = (days: number) =>
      lanes([day('a', 1), anEvent({id: 'b', span: {kind: 'moment', atMs: (1.5 + days) * DAY_MS}})])[0]!
        .toString()
        .split('z').length - 1;
    expect([marks(0.0025), marks(0.0075)]).toEqual([1, 2]);
  });

  test('begin with what begins first, whatever the order of its events', () => {
    // The order of time is that of middles: what may have been over many days comes after what it began before.
    const mark = (id: string, atDay: number) => anEvent({id, span: {kind: 'moment', atMs: atDay * DAY_MS}});
    const timeline = {
      ...aTimeline([], 10),
      events: [mark('late', 8), clip('long', 2, 6), mark('early', 3), clip('short', 2, 3), clip('first', 1, 1.5)],
    };
    const paths = lanesOf(overviewShapes(timeline, 1000, 34, 9 * DAY_MS, asKnownNow(timeline)))[0]!.slice(2);
    expect(paths).toEqual([
      'event is-clips M10 0H15v2H10zM20 0H30v2H20zM20 0H60v2H20z',
      'event is-marks M29.9 0H30.1v2H29.9zM79.9 0H80.1v2H79.9z',
    ]);
  });

  test('are groups in the colour of their lane', () => {
    expect(datedLinesOf(draw().filter(({key}) => key === 'lane-lane-1'))).toEqual([
      'lane-lane-1 g transform=translate(0 18.33) class=lane hue-blue',
      '  ticks svg class=bands x=0 width=100% y=0 height=1 viewBox=0 0 100 1 preserveAspectRatio=none overflow=visible',
      '    event is-marks path class=event is-marks d=M84.9 0H85.1v2H84.9z',
    ]);
  });

  test('end what goes on at the playhead, but never before it begins', () => {
    const asked = {goesOn: () => true};
    expect(lanes([clip('long', 2, 6)], asked, 4 * DAY_MS)).toEqual(['event is-clips M20 0H40v2H20z']);
    expect(lanes([clip('long', 2, 6)], asked, DAY_MS)).toEqual(['event is-clips M20 0H20.2v2H20z']);
    // Of what is not public nobody knows that it goes on.
    expect(lanes([clip('long', 2, 6)], {...asked, standingOf: () => 'coming'}, 4 * DAY_MS)).toEqual(['event is-unknown M20 0H60v2H20z']);
  });

  test('have no shade where no state is hatched', () => {
    const states = [
      {look: 'outline', fromMs: 0, toMs: 3 * DAY_MS},
      {look: 'solid', fromMs: 3 * DAY_MS, toMs: 9 * DAY_MS},
    ] as StoryState[];
    expect(draw({states}).some(({key}) => key.startsWith('hatched'))).toBe(false);
  });

  test('shade hatched days from the line of names down, one after the other', () => {
    const hatched = (fromDay: number, toDay: number) => ({look: 'hatched', fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS});
    const states = [hatched(0, 3), hatched(5, 9)] as StoryState[];
    expect(datedLinesOf(draw({states}).filter(({key}) => key.startsWith('hatched')))).toEqual([
      'hatched-0 rect class=hatched x=0% width=30% y=12 height=22',
      'hatched-1 rect class=hatched x=50% width=40% y=12 height=22',
    ]);
    expect(draw({states, isKnownThen: true}, 5 * DAY_MS).filter(({key}) => key.startsWith('hatched'))).toHaveLength(2);
  });
});
