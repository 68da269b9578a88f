/** The layers of the whole drawing, on 20 days from 1 January 1970 that are 50 px each. */
import {describe, expect, test} from 'vitest';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import type {Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import {asKnownNow, asKnownOn} from '../../../src/timeline/model/known.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import type {Measure, StoryState, Timeline} from '../../../src/timeline/model/timeline.ts';
import type {Scene} from '../../../src/timeline/render/scene.ts';
import {drawingOf} from '../../../src/timeline/render/stage.ts';
import {linesOf} from '../drawing.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {day, days as view, stretch} from '../some-spans.ts';

const WIDE = wideSize(1000);

/** From the morning of one day to that of the next state. */
const state = (fromDay: number, look: StoryState['look'], label: string, short: string): StoryState => ({
  label,
  short,
  look,
  fromMs: fromDay * DAY_MS,
  toMs: 0,
  knownMs: Math.floor(fromDay) * DAY_MS,
});
const STATES = [
  state(0, 'outline', 'Due on the day', 'Due'),
  state(4, 'hatched', 'Cancelled', 'Off'),
  state(10, 'solid', 'Out everywhere at last', 'Out'),
];
const step = (knownDay: number, value: number): Measure['steps'][number] => ({
  knownMs: knownDay * DAY_MS,
  value,
  asOf: `1970-01-${String(knownDay).padStart(2, '0')}`,
  qualifier: 'exact',
  source: '',
  event: '',
});
const MEASURE: Measure = {id: 'm', name: 'Box office', prefix: '$', suffix: '', steps: [step(2, 5), step(10, 10)]};
const QUIET: Measure = {...MEASURE, id: 'q', steps: []};

interface Asked extends Partial<Scene> {
  /** Known then on this day; now if left out. */
  readonly onDay?: number;
  readonly plan?: Partial<Arrangement['plan']>;
  /** In place of what is arranged. */
  readonly arranged?: Partial<Arrangement>;
}

/** The layers of a story's drawing by their keys. */
function layers(timeline: Timeline, asked: Asked = {}): Readonly<Record<string, string[]>> {
  const {onDay, plan = {}, arranged: instead = {}, size = WIDE, view: seen = timeline.extent, ...over} = asked;
  const arranged = arrangeEvents(timeline, seen, size);
  const arrangement = {...arranged, ...instead, plan: {...arranged.plan, ...plan}};
  const known = onDay === undefined ? asKnownNow(timeline) : asKnownOn(timeline, onDay * DAY_MS);
  const {shapes} = drawingOf({
    ...known,
    timeline,
    view: seen,
    size,
    arrangement,
    selectedId: null,
    playheadMs: ((onDay ?? 19) + 0.5) * DAY_MS,
    ...over,
  });
  return Object.fromEntries(shapes.map((layer) => [layer.key, linesOf([layer])]));
}

const plainStory = (over: Partial<Timeline> = {}): Timeline => ({...aTimeline([anEvent({span: day(2)})], 20, [1]), ...over});

describe('the layers of a drawing', () => {
  test('come in the order in which they cover each other, those that only repeat others hidden from screen readers', () => {
    expect(Object.entries(layers(plainStory())).map(([, [first]]) => first)).toEqual([
      'grid g class=grid aria-hidden=true',
      'strip g class=strip aria-hidden=true',
      'playhead g class=playhead aria-hidden=true',
      'bars g class=day-bars aria-hidden=true',
      'marks g class=marks',
      'measures g class=measures aria-hidden=true',
      'playhead-over g class=playhead aria-hidden=true',
      'flag g class=flag aria-hidden=true',
      'edges g class=edges',
    ]);
  });

  test('have no edges in a still picture, and no room for them on the ruler', () => {
    const early = {...aTimeline([anEvent({id: 'early', span: day(2)}), anEvent({id: 'here', span: day(12)})], 20, [1])};
    const month = (lines: readonly string[]) => lines.find((line) => line.includes('January'))!;
    const [moving, still] = [layers(early, {view: view(10, 14)}), layers(early, {view: view(10, 14), hasEdges: false})];
    expect(moving['edges']![1]).toContain('edge-earlier');
    expect(still).not.toHaveProperty('edges');
    // "1 earlier" is 39.852 px wide and ends at 50.852; the month follows by 26 px. Else it is 6 px from the edge.
    expect(month(moving['grid']!)).toBe('  group-0 text class=words is-strong group x=7.685% y=11 “January 1970”');
    expect(month(still['grid']!)).toBe('  group-0 text class=words is-strong group x=0.6% y=11 “January 1970”');
  });
});

describe('the strip', () => {
  const strip = (asked: Asked = {}, states: readonly StoryState[] = STATES) => layers(plainStory({states}), asked)['strip']!.slice(1);

  test('is a bar 16 high for each state, with its name on it, that of a cancelled one on a ground of its own', () => {
    expect(strip()).toEqual([
      '  state-0 g class=state is-outline',
      '    bar rect class=bar x=0% width=20% y=37 height=16',
      '    words text class=words x=0.6% y=49 “Due on the day”',
      '  state-345600000 g class=state is-hatched',
      '    bar rect class=bar x=20% width=30% y=37 height=16',
      // "Cancelled" is 45.738 px wide, and its ground 3 px wider on its left and 4 on its right.
      '    ground rect class=ground x=20.3% width=5.274% y=37 height=16',
      '    words text class=words x=20.6% y=49 “Cancelled”',
      '  state-864000000 g class=state is-solid',
      '    bar rect class=bar x=50% width=50% y=37 height=16',
      '    words text class=words x=50.6% y=49 “Out everywhere at last”',
    ]);
  });

  test('has a second line within a double outline, 2.5 px from the first', () => {
    expect(strip({}, [state(4, 'double', 'Back on', 'Back')])).toEqual([
      '  state-345600000 g class=state is-double',
      '    bar rect class=bar x=20% width=80% y=37 height=16',
      '    inner rect class=bar x=20.25% width=79.5% y=39.5 height=11',
      '    words text class=words x=20.6% y=49 “Back on”',
    ]);
  });

  test('is 13 high and without names on a phone', () => {
    expect(strip({size: compactSize(1000)})).toEqual([
      '  state-0 g class=state is-outline',
      '    bar rect class=bar x=0% width=20% y=32.5 height=13',
      '  state-345600000 g class=state is-hatched',
      '    bar rect class=bar x=20% width=30% y=32.5 height=13',
      '  state-864000000 g class=state is-solid',
      '    bar rect class=bar x=50% width=50% y=32.5 height=13',
    ]);
  });

  test('reaches 2 px over the plot’s edges, with its names inside', () => {
    // 100 px a day from day 2 to 12: the first state has begun before, the last goes on.
    expect(strip({view: view(2, 12)})).toEqual([
      '  state-0 g class=state is-outline',
      '    bar rect class=bar x=-0.2% width=20.2% y=37 height=16',
      '    words text class=words x=0.6% y=49 “Due on the day”',
      '  state-345600000 g class=state is-hatched',
      '    bar rect class=bar x=20% width=60% y=37 height=16',
      '    ground rect class=ground x=20.3% width=5.274% y=37 height=16',
      '    words text class=words x=20.6% y=49 “Cancelled”',
      '  state-864000000 g class=state is-solid',
      '    bar rect class=bar x=80% width=20.2% y=37 height=16',
      '    words text class=words x=80.6% y=49 “Out everywhere at last”',
    ]);
  });

  test('leaves out states that end before the window or begin after it', () => {
    const keys = (from: number, to: number) =>
      strip({view: view(from, to)})
        .filter((line) => line.startsWith('  state'))
        .map((line) => line.split(' is-')[1]);
    expect(keys(5, 9)).toEqual(['hatched']);
    expect(keys(0, 3)).toEqual(['outline']);
    expect(keys(12, 20)).toEqual(['solid']);
  });

  test('has the short name where the long one has no room, and none where that has none either', () => {
    // 6 px before and 4 after "Cancelled" make 55.738, and with "Off", of 13.882 px, 23.882.
    const named = (px: number) =>
      strip({}, [STATES[1]!, {...STATES[2]!, fromMs: (4 + px / 50) * DAY_MS}])
        .filter((line) => line.startsWith('    words'))[0]
        ?.split('“')[1];
    expect([named(55.8), named(55.7)]).toEqual(['Cancelled”', 'Off”']);
    expect([named(23.9), named(23.8)]).toEqual(['Off”', 'Out everywhere at last”']);
  });

  test('ends at the playhead in Known then, and hatches what comes after', () => {
    expect(strip({onDay: 6})).toEqual([
      '  state-0 g class=state is-outline',
      '    bar rect class=bar x=0% width=20% y=37 height=16',
      '    words text class=words x=0.6% y=49 “Due on the day”',
      '  state-345600000 g class=state is-hatched',
      '    bar rect class=bar x=20% width=12.5% y=37 height=16',
      '    ground rect class=ground x=20.3% width=5.274% y=37 height=16',
      '    words text class=words x=20.6% y=49 “Cancelled”',
      '  unknown rect class=unknown x=32.5% width=67.5% y=37 height=16',
    ]);
  });

  test('hatches all of a window after the playhead, and nothing of one before it', () => {
    expect(strip({onDay: 6, view: view(8, 12)})).toEqual(['  unknown rect class=unknown x=0% width=100% y=37 height=16']);
    expect(strip({onDay: 6, view: view(0, 4)}).filter((line) => line.includes('unknown'))).toEqual([]);
  });

  test('shows nothing of a state that begins later on the playhead’s day', () => {
    const later = [STATES[0]!, state(6.6, 'hatched', 'Cancelled', 'Off')];
    expect(strip({onDay: 6}, later).filter((line) => line.startsWith('  state'))).toEqual(['  state-0 g class=state is-outline']);
    expect(strip({onDay: 6, playheadMs: 6.7 * DAY_MS}, later).filter((line) => line.startsWith('  state'))).toHaveLength(2);
  });

  test('ends with the story, wherever the playhead is', () => {
    const long = {...plainStory({states: STATES}), extent: view(0, 12)};
    const bars = (asked: Asked) =>
      layers(long, {view: view(0, 20), ...asked})
        ['strip']!.filter((line) => /^ *(bar|unknown)/.test(line))
        .at(-1);
    expect(bars({})).toBe('    bar rect class=bar x=50% width=10% y=37 height=16');
    expect(bars({onDay: 14})).toBe('  unknown rect class=unknown x=60% width=40% y=37 height=16');
  });
});

describe('the measures', () => {
  const story = plainStory({measures: [MEASURE]});
  const measures = (asked: Asked = {}, timeline = story) => layers(timeline, asked)['measures']!.slice(1);

  // The lane is 26.5 high and ends at 83.5. In a row of 24 px 0 is at 22, 5 at 14.5 and 10 at 7.
  test('are a line of steps with the area below it, and the number beside each step', () => {
    expect(measures()).toEqual([
      '  row-m svg y=83.5 width=100% height=24 viewBox=0 0 100 24 preserveAspectRatio=none overflow=hidden',
      '    area path class=area d=M10 24V14.5H50V24zM50 24V7H100V24z',
      '    line path class=step d=M10 22V14.5H50M50 14.5V7H100',
      // A number has its foot 2.5 px above its step, and 11 px below one that leaves no room above it.
      '  words-m-1970-01-02-0 text class=words x=10.5% y=95.5 “$5”',
      '  words-m-1970-01-10-1 text class=words x=50.5% y=101.5 “$10”',
    ]);
  });

  test('leave out steps beyond the window, and the number of one that began before it', () => {
    // 125 px a day from day 12 on: the last step began 250 px before.
    expect(measures({view: view(12, 20)})).toEqual([
      '  row-m svg y=83.5 width=100% height=24 viewBox=0 0 100 24 preserveAspectRatio=none overflow=hidden',
      '    area path class=area d=M-0.4 24V7H100V24z',
      '    line path class=step d=M-0.4 14.5V7H100',
    ]);
    expect(measures({view: view(0, 2)})).toEqual([
      '  row-m svg y=83.5 width=100% height=24 viewBox=0 0 100 24 preserveAspectRatio=none overflow=hidden',
    ]);
  });

  test('draw no riser within 2 px of the plot’s right edge', () => {
    const line = (toDay: number) =>
      measures({view: view(0, toDay)})
        .find((one) => one.includes('class=step'))!
        .split('d=')[1];
    // The last step begins at 999.001 px, and at 997.009.
    expect(line(10.01)).toBe('M19.98 22V14.5H99.9M99.9 7H100.4');
    expect(line(10.03)).toBe('M19.94 22V14.5H99.701M99.701 14.5V7H100.4');
  });

  test('put the number of a short step on its left', () => {
    const close: Measure = {...MEASURE, steps: [step(2, 5), step(10, 10), {...step(10, 12), knownMs: 10.2 * DAY_MS}]};
    // A step of 10 px has no room for its own number.
    expect(
      measures({}, plainStory({measures: [close]}))
        .filter((line) => line.includes('text'))
        .map((line) => line.split(' y=')[0]),
    ).toEqual([
      '  words-m-1970-01-02-0 text class=words x=10.5%',
      '  words-m-1970-01-10-1 text class=words is-end x=49.5%',
      '  words-m-1970-01-10-2 text class=words x=51.5%',
    ]);
  });

  test('leave out the number of a step that has room for it on neither side', () => {
    const steps = [step(2, 5), step(10, 10), {...step(10, 12), knownMs: 10.2 * DAY_MS}, {...step(10, 14), knownMs: 10.4 * DAY_MS}];
    const drawn = layers(plainStory({measures: [{...MEASURE, steps}]}));
    expect(drawn['measures']!.flatMap((line) => /“(.*)”/.exec(line)?.[1] ?? [])).toEqual(['$5', '$10', '$14']);
  });

  test('end at the playhead in Known then, and say beyond it that nothing is known yet', () => {
    expect(measures({onDay: 6})).toEqual([
      '  row-m svg y=83.5 width=100% height=24 viewBox=0 0 100 24 preserveAspectRatio=none overflow=hidden',
      // The only figure so far is the highest.
      '    area path class=area d=M10 24V7H32.5V24z',
      '    line path class=step d=M10 22V7H32.5',
      '  words-m-1970-01-02-0 text class=words x=10.5% y=101.5 “$5”',
      '  unknown rect class=unknown x=32.5% width=67.5% y=83.5 height=24',
      '  unknown-words text class=words is-quiet x=33.9% y=99.5 “Not yet known”',
    ]);
  });

  test('say so only where there is room for it', () => {
    // 50 px a day: 115 px are left on day 17 at 4.8 hours, and 105 six hours later.
    const said = (playheadDay: number) =>
      measures({onDay: 17, playheadMs: playheadDay * DAY_MS}).filter((line) => line.includes('unknown')).length;
    expect([said(17.7), said(17.9)]).toEqual([2, 1]);
  });

  test('hatch all of a window after the playhead, and nothing of one before it', () => {
    expect(measures({onDay: 6, view: view(8, 12)}).slice(-2)).toEqual([
      '  unknown rect class=unknown x=0% width=100% y=83.5 height=24',
      '  unknown-words text class=words is-quiet x=1.4% y=99.5 “Not yet known”',
    ]);
    expect(measures({onDay: 6, view: view(0, 4)}).filter((line) => line.includes('unknown'))).toEqual([]);
  });

  test('are nothing, not even hatched, in a story that counts nothing', () => {
    expect(measures({onDay: 6}, plainStory())).toEqual([]);
  });

  test('have a row each, from the lanes’ foot down', () => {
    const other: Measure = {...MEASURE, id: 'o', prefix: '', steps: [step(4, 3)]};
    const lines = measures({}, plainStory({measures: [MEASURE, other]}));
    expect(lines.filter((line) => line.startsWith('  row')).map((line) => line.split(' width')[0])).toEqual([
      '  row-m svg y=83.5',
      '  row-o svg y=107.5',
    ]);
    expect(lines.filter((line) => line.includes('text')).map((line) => line.split(' text ')[0])).toEqual([
      '  words-m-1970-01-02-0',
      '  words-m-1970-01-10-1',
      '  words-o-1970-01-04-0',
    ]);
    // The only figure of a measure is at 7 of its 24, as the highest is.
    expect(lines.filter((line) => line.includes('text')).map((line) => line.split(' y=')[1])).toEqual([
      '95.5 “$5”',
      '101.5 “$10”',
      '125.5 “3”',
    ]);
  });

  describe('without a figure yet', () => {
    const quietStory = plainStory({measures: [MEASURE, QUIET]});
    const quiet = (asked: Asked = {}) =>
      measures({plan: {measures: [MEASURE], quietMeasures: [QUIET]}, ...asked}, quietStory).filter((line) => line.includes('quiet text'));

    test('share a row below the others that says so', () => {
      expect(quiet()).toEqual(['  quiet text class=words is-quiet is-plain x=0.6% y=123.5 “no figure yet”']);
      expect(quiet({plan: {measures: [MEASURE, QUIET], quietMeasures: []}})).toEqual([]);
    });

    test('say so right of a playhead that would cross the words', () => {
      // The words end before 90 px, which is 1.8 days.
      const at = (headDay: number) =>
        quiet({playheadMs: headDay * DAY_MS})[0]!
          .split(' ')
          .find((part) => part.startsWith('x='));
      expect([at(0), at(1), at(1.78), at(1.8)]).toEqual(['x=0.6%', 'x=5.6%', 'x=9.5%', 'x=0.6%']);
    });

    test('say it at the plot’s left edge where the playhead is left of that', () => {
      expect(quiet({view: view(2, 12), playheadMs: 1.5 * DAY_MS})[0]).toContain(' x=0.6% ');
    });

    test('leave it to “Not yet known” there in Known then', () => {
      expect(quiet({onDay: 1})).toEqual([]);
      expect(quiet({onDay: 6})).toHaveLength(1);
    });
  });
});

describe('the playhead', () => {
  test('stops for the words of marks, of the strip and of the measures', () => {
    // The playhead is at 120 px, over "Label", which is right of the mark at 125 px, and over the name of a state.
    const timeline = {
      ...aTimeline([anEvent({id: 'a', span: day(1)})], 20, [1]),
      states: [STATES[0]!],
      measures: [{...MEASURE, steps: [step(2, 5)]}],
    };
    const drawn = layers(timeline, {playheadMs: 2.1 * DAY_MS});
    // The ruler ends at 33. The strip's bar is from 37 to 53; the row's middle is at 69, and its words reach 10 px up and down.
    expect(drawn['playhead']!.slice(1)).toEqual([
      '  line-0 line x1=10.5% x2=10.5% y1=33 y2=59',
      '  line-1 line x1=10.5% x2=10.5% y1=79 y2=83.5',
    ]);
    // "$5" on its step has its foot at 83.5 + 18; from 9 px above to 1 px below.
    expect(drawn['playhead-over']!.slice(1)).toEqual([
      '  line-0 line x1=10.5% x2=10.5% y1=83.5 y2=92.5',
      '  line-1 line x1=10.5% x2=10.5% y1=102.5 y2=107.5',
    ]);
    const inStrip = layers({...timeline, states: [state(2, 'outline', 'Due', 'Due')]}, {playheadMs: 2.3 * DAY_MS});
    // "Due" begins 6 px after 100 and is 18.403 px wide.
    expect(inStrip['playhead']!.slice(1, 3)).toEqual([
      '  line-0 line x1=11.5% x2=11.5% y1=33 y2=37',
      '  line-1 line x1=11.5% x2=11.5% y1=53 y2=59',
    ]);
  });

  test('stops for the number of the second measure, and for one on the left of its step', () => {
    const close: Measure = {...MEASURE, prefix: '', id: 'o', steps: [step(10, 10), {...step(10, 12), knownMs: 10.2 * DAY_MS}]};
    const timeline = plainStory({measures: [{...MEASURE, steps: []}, close]});
    const drawn = (px: number) =>
      layers(timeline, {playheadMs: (px / 50) * DAY_MS})
        ['playhead-over']!.slice(1)
        .map((line) => line.split(' y1=')[1]);
    // "10" is 11.528 px wide and ends at 495. Its tread is at 107.5 + 24 − 2 − 12.5 = 117, and its foot 2.5 px higher.
    expect(drawn(486)).toEqual(['83.5 y2=106.1', '116.1 y2=131.5']);
    expect([drawn(480), drawn(498.1)]).toEqual([['83.5 y2=131.5'], ['83.5 y2=131.5']]);
  });

  test('stops for the words that say that an event is not public yet', () => {
    const timeline = aTimeline([anEvent({span: day(2), knownMs: 8 * DAY_MS})], 20, [1]);
    // They begin at 136 px and are 70.512 px wide.
    expect(layers(timeline, {onDay: 3, playheadMs: 3.5 * DAY_MS})['playhead']!.slice(1)).toEqual([
      '  line-0 line x1=17.5% x2=17.5% y1=33 y2=59',
      '  line-1 line x1=17.5% x2=17.5% y1=79 y2=83.5',
    ]);
    expect(layers(timeline, {onDay: 4, playheadMs: 4.5 * DAY_MS})['playhead']!.slice(1)).toHaveLength(1);
  });

  test('does not stop for words that are not shown', () => {
    const timeline = aTimeline([anEvent({id: 'a', span: day(1)}), anEvent({id: 'late', span: day(8), knownMs: 8 * DAY_MS})], 20, [1]);
    const lines = (standing: Scene['standingOf']) =>
      layers(timeline, {playheadMs: 2.1 * DAY_MS, standingOf: standing})['playhead']!.length - 1;
    expect([lines(() => 'known'), lines(() => 'coming')]).toEqual([2, 1]);
  });
});

describe('the marks', () => {
  const marks = (timeline: Timeline, asked: Asked = {}) => layers(timeline, asked)['marks']!.slice(1);

  test('end what still goes on at the playhead, and let it fade away there', () => {
    const timeline = aTimeline([anEvent({span: stretch(2, 15), knownMs: 2 * DAY_MS})], 20, [1]);
    // From 100 px to 325, of which the last 70 fade.
    expect(marks(timeline, {onDay: 6}).filter((line) => /^ {4}(clip |fade|top)/.test(line))).toEqual([
      '    clip rect class=clip x=10% width=15.5% y=-8.5 height=17',
      '    fade-out rect class=clip-fade x=25.5% width=7% y=-8.5 height=17 mask=url(#fade_out)',
      '    top line class=clip-top x1=10% x2=25.5% y1=-7.5 y2=-7.5',
      '    top-out line class=clip-top is-unsure x1=25.5% x2=32.5% y1=-7.5 y2=-7.5',
    ]);
    expect(marks(timeline).filter((line) => /^ {4}clip /.test(line))).toEqual([
      '    clip rect class=clip x=10% width=65% y=-8.5 height=17',
    ]);
    // Before its beginning it is as short as a clip can be.
    expect(marks(timeline, {onDay: 6, playheadMs: 2 * DAY_MS}).find((line) => /^ {4}top-out /.test(line))).toBe(
      '    top-out line class=clip-top is-unsure x1=10.36% x2=10.8% y1=-7.5 y2=-7.5',
    );
  });

  test('keep ≠ from an event about which nobody disagreed yet, and end the target with its words', () => {
    const timeline = aTimeline([anEvent({span: day(2), isDisputed: true, positionsKnownMs: [[2 * DAY_MS, 8 * DAY_MS]]})], 20, [1]);
    const drawn = (asked: Asked) =>
      marks(timeline, asked)
        .map((line) => line.trim())
        .filter((line) => /^(hit|sign)/.test(line))
        .map((line) => line.replace(/ y=.*/, ''));
    const [now, then] = [drawn({}), drawn({onDay: 6})];
    expect([now.length, then.length]).toEqual([2, 1]);
    const widthOf = (line: string) => Number(/width=([\d.]+)%/.exec(line)![1]) * 10;
    // ≠ takes 14 px.
    expect(widthOf(now[0]!) - widthOf(then[0]!)).toBeCloseTo(14, 1);
  });

  test('say beside an event that has happened and is not public that it is not', () => {
    const timeline = aTimeline([anEvent({span: day(2), knownMs: 8 * DAY_MS})], 20, [1]);
    expect(marks(timeline, {onDay: 6}).at(-1)).toBe(
      '    words text class=words size-13 is-quiet label x=13.6% y=4.5 aria-hidden=true “Not public yet”',
    );
    expect(marks(timeline, {onDay: 1}).at(-1)).toBe('    glyph use class=glyph href=#mark_circle x=12.5%');
  });

  test('drop the stem of an hour from 200 px a day on, if the hour is public and its mark has words', () => {
    const timeline = aTimeline(
      [anEvent({span: {kind: 'moment', atMs: 2 * DAY_MS + 6 * HOUR_MS}, knownMs: 2 * DAY_MS}), anEvent({id: 'b', span: day(3), lane: 1})],
      20,
      [1, 1],
    );
    const stems = (days: number, over: Asked = {}) =>
      marks(timeline, {view: view(2, 2 + days), ...over}).filter((line) => line.includes('stem'));
    // The lane is from 57 to 83.5 and its row's middle at 69.
    expect(stems(5)).toEqual(['    stem line class=stem x1=5% x2=5% y1=-12 y2=14.5']);
    expect(stems(5.01)).toEqual([]);
    expect(stems(5, {standingOf: () => 'coming'})).toEqual([]);
    expect(marks(aTimeline([anEvent({span: day(2)})], 20, [1]), {view: view(2, 7)}).filter((line) => line.includes('stem'))).toEqual([]);
  });

  test('end the days of one instant at the playhead too, while its last day is still to come', () => {
    const span: Span = {kind: 'within', ...view(2, 10), soft: false};
    const timeline = aTimeline([anEvent({span, knownMs: 2 * DAY_MS, whenOpen: 'From Day 3'})], 20, [1]);
    const dots = (asked: Asked) =>
      marks(timeline, asked)
        .filter((line) => /dots|cap/.test(line))
        .map((line) => line.trim().split(' ')[0]);
    expect(dots({})).toEqual(['dots', 'cap-0', 'cap-1']);
    // They fade away on both sides, for nothing of them is sure yet.
    expect(marks(timeline, {onDay: 6})[0]).toContain('class=mark hue-blue is-known is-uncertain ');
    expect(dots({onDay: 6})).toEqual(['fade-0-0', 'fade-0-1', 'fade-0-2', 'fade-1-0', 'fade-1-1', 'fade-1-2']);
    expect(
      marks(timeline, {onDay: 6})
        .filter((line) => /fade-.-2/.test(line))
        .map((line) => /x2=(\S+)/.exec(line)![1]),
    ).toEqual(['10%', '32.5%']);
  });

  test('begin with what a search passes over and with what lies on the rug', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, i) => anEvent({id, title: `Title ${id}`, span: day(2 + 2 * i)}));
    const timeline = aTimeline([a!, b!, c!], 20, [1]);
    const drawn = marks(timeline, {arranged: {rugs: [[a!, b!]], ghosts: [[c!]]}, hrefOf: (id) => `/story/#${id}`});
    expect(drawn.filter((line) => /^ {2}\S/.test(line)).map((line) => line.trim().split(' ')[0])).toEqual([
      'ghost-0',
      'rug-0',
      'a',
      'b',
      'c',
    ]);
    // The lane's row ends at 57 + 24.
    expect(drawn.find((line) => line.startsWith('  rug'))).toBe(
      '  rug-0 a transform=translate(0 81) class=rug hue-blue href=/story/#a data-rug=0 data-members=a b data-first=a ' +
        'aria-label=2 events close together. Lane 0. Press one to zoom in on it. tabindex=-1',
    );
    expect(drawn.filter((line) => line.includes('class=tick')).map((line) => line.split('class=')[1])).toEqual([
      // The middles of days 2, 4 and 6 are at 125, 225 and 325 px.
      'tick d=M32.4 -5.5H32.6v5H32.4z',
      'tick is-exact d=M12.4 -4H12.6v3.5H12.4zM22.4 -4H22.6v3.5H22.4z',
    ]);
    expect(
      marks(timeline, {arranged: {rugs: [[a!, b!]]}, standingOf: (id) => (id === 'a' ? 'coming' : 'known')}).filter((line) =>
        line.includes('is-coming d='),
      ),
    ).toHaveLength(1);
  });

  test('have a name where they have no words', () => {
    const timeline = plainStory();
    const bare = {id: 'a', lane: 0, row: 0, form: 'glyph', atMs: 2.5 * DAY_MS, isOnFoot: false, isSmall: true, label: null} as const;
    expect(marks(timeline, {arranged: {marks: [bare]}})).toEqual([
      '  a a transform=translate(0 69) class=mark hue-blue is-known is-small href=#a data-id=a ' +
        'aria-label=Title. Day 1. Lane 0. tabindex=-1',
      '    hit rect class=hit x=11.3% width=2.4% y=-12 height=24',
      '    glyph use class=glyph href=#mark_circle_small x=12.5%',
    ]);
  });

  test('have the tab stop on a link, and not on what a search passes over', () => {
    const events = ['a', 'b'].map((id, i) => anEvent({id, span: day(2 + 2 * i)}));
    const timeline = aTimeline(events, 20, [1]);
    const stops = marks(timeline, {arranged: {ghosts: [[events[1]!]]}, tabStops: []}).filter((line) => line.includes('tabindex=0'));
    expect(stops.map((line) => line.trim().split(' ')[0])).toEqual(['a']);
  });

  test('count in a box those of its members that are public', () => {
    const timeline = aTimeline([anEvent({id: 'x', span: day(1)}), ...['a', 'b', 'c'].map((id) => anEvent({id, span: day(4)}))], 20, [1]);
    const count = {
      lane: 0,
      row: 0,
      atMs: 4.5 * DAY_MS,
      widthPx: 26,
      members: ['a', 'b', 'c'],
      doubt: null,
      isAllUncertain: false,
      isAllStretch: false,
    };
    const boxes = (standingOf: Scene['standingOf']) =>
      marks(timeline, {arranged: {counts: [count], marks: []}, standingOf}).flatMap((line) => /“(.*)”/.exec(line)?.[1] ?? []);
    expect([boxes(() => 'known'), boxes((id) => (id === 'b' ? 'secret' : 'known'))]).toEqual([['+3'], ['+2']]);
    expect(marks(timeline, {arranged: {counts: [count], marks: []}}).find((line) => line.startsWith('  cluster'))).toBe(
      '  cluster-a a transform=translate(0 69) class=cluster hue-blue is-known href=#a ' +
        'data-members=a b c aria-label=+3 events: A longer label; A longer label; A longer label. Lane 0. Zoom to show them. tabindex=-1',
    );
  });

  test('are links to entries of this page, or where the stage says those are', () => {
    const timeline = plainStory();
    const href = (asked: Asked) =>
      marks(timeline, asked)[0]!
        .split(' ')
        .find((part) => part.startsWith('href='));
    expect([href({}), href({hrefOf: (id) => `/story/#${id}`})]).toEqual(['href=#a', 'href=/story/#a']);
  });

  test('ring the selected event', () => {
    expect(marks(plainStory(), {selectedId: 'a'}).some((line) => line.includes('ring'))).toBe(true);
    expect(marks(plainStory(), {selectedId: 'b'}).some((line) => line.includes('ring'))).toBe(false);
  });
});

describe('the bars of days', () => {
  // 500 px a day, where an event without an hour is a bar.
  const timeline = aTimeline([anEvent({id: 'a', span: day(2)})], 20, [1]);
  const bars = (asked: Asked = {}, story = timeline) => layers(story, {view: view(2, 4), ...asked})['bars']!.slice(1);

  test('say that no hour was reported, 6 px before their end', () => {
    // The bar is from 2 to 498. "hour not reported" is 82.392 px wide and ends at 492.
    expect(bars()).toEqual([
      '  bar-0-172800000-0 g transform=translate(0 69) class=day-bar hue-blue is-known aria-hidden=true',
      '    box rect class=box x=0.2% width=49.6% y=-8.5 height=17',
      '    hour text class=words is-hour x=40.961% y=4.5 “hour not reported”',
    ]);
  });

  test('say nothing on a phone, nor while nothing of the day is public', () => {
    const said = (asked: Asked) => bars(asked).filter((line) => line.includes('hour')).length;
    expect(said({size: compactSize(1000)})).toBe(0);
    expect(said({standingOf: () => 'coming'})).toBe(0);
    expect(bars({standingOf: () => 'coming'})[0]).toContain('is-coming');
  });

  test('say it inside the window, as long as the names leave 28 px beside it', () => {
    // "A longer label" begins 8 px in and is 70.395 px wide. With 28 px, 82.392 and 6 that makes 194.787.
    const said = (px: number) => bars({view: view(2 - (1000 - px) / 500, 2 + px / 500)}).filter((line) => line.includes('is-hour')).length;
    expect([said(194.9), said(194.7)]).toEqual([1, 0]);
  });

  test('say it from the plot’s left edge where they have no names', () => {
    // 28 + 82.392 + 6, and 2 between the bar's end and the day's.
    const said = (px: number) =>
      bars({view: view(2 + (500 - px) / 500, 4 + (500 - px) / 500), arranged: {marks: []}}).filter((line) => line.includes('is-hour'))
        .length;
    expect([said(118.5), said(118.3)]).toEqual([1, 0]);
  });

  test('have a line between two names', () => {
    const two = aTimeline([anEvent({id: 'a', span: day(2)}), anEvent({id: 'b', span: day(2)})], 20, [1]);
    expect(bars({}, two).filter((line) => line.includes('divider'))).toHaveLength(1);
    expect(bars({standingOf: (id) => (id === 'a' ? 'known' : 'coming')}, two).filter((line) => line.includes('divider'))).toHaveLength(0);
  });
});
