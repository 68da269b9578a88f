import {describe, expect, test} from 'vitest';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import type {Bands, StageSize} from '../../../src/timeline/layout/size.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Timeline} from '../../../src/timeline/model/timeline.ts';
import {gridShapes} from '../../../src/timeline/render/grid.ts';
import type {Flag, Scene} from '../../../src/timeline/render/scene.ts';
import {datedLinesOf} from '../drawing.ts';
import {aTimeline} from '../some-timeline.ts';

/** A pixel is a quarter of a hundredth of the width. */
const WIDE = wideSize(400);
/** The ruler is 33 high and the strip 24, so the first lane begins at 57. */
const BANDS: Bands = {
  lanes: [
    {topPx: 57, heightPx: 50, rows: 2},
    {topPx: 107, heightPx: 26, rows: 1},
  ],
  footPx: 133,
  measureTopsPx: [133, 157],
  heightPx: 181,
};
const NO_FLAG: Flag = {words: '', xPx: 0, widthPx: 400, day: null, isSeen: false};

const at = (text: string) => Date.parse(`${text}Z`);
/** The whole story, from midnight. */
const story = (fromDay: string, days: number, bracket: Timeline['bracket'] = null): Timeline => {
  const fromMs = at(`${fromDay}T00:00`);
  return {...aTimeline([], days), extent: {fromMs, toMs: fromMs + days * DAY_MS}, bracket};
};

interface Asked {
  readonly from: string;
  readonly days: number;
  readonly timeline?: Timeline;
  readonly size?: StageSize;
  readonly flag?: Flag;
  readonly bands?: Bands;
  readonly taken?: readonly {readonly fromPx: number; readonly toPx: number}[];
  readonly isBracketKnown?: boolean;
}

function grid({from, days, size = WIDE, ...over}: Asked): string[] {
  const {timeline = story('2014-11-20', 80), flag = NO_FLAG, bands = BANDS, taken = [], isBracketKnown = false} = over;
  const fromMs = at(from);
  const scene = {timeline, view: {fromMs, toMs: fromMs + days * DAY_MS}, size, isBracketKnown} as Scene;
  return datedLinesOf(gridShapes(scene, flag, bands, taken));
}

const ruler = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('tick') || line.startsWith('    ')).map((line) => line.trim());
const named = (asked: Asked) =>
  grid(asked)
    .filter((line) => line.startsWith('tick'))
    .map((line) => line.slice('tick '.length, 'tick 2014-12-05T00:00'.length));
const groups = (asked: Asked) => grid(asked).filter((line) => line.startsWith('group'));

const ACROSS = [
  'lane-0 line transform=translate(0 56.5) class=edge across x1=0% x2=100% y1=0 y2=0',
  'lane-1 line transform=translate(0 106.5) class=across x1=0% x2=100% y1=0 y2=0',
  'lane-2 line transform=translate(0 132.5) class=edge across x1=0% x2=100% y1=0 y2=0',
  'measure-0 line transform=translate(0 156.5) class=across x1=0% x2=100% y1=0 y2=0',
];
const UPRIGHTS = 'uprights svg width=100% height=181 viewBox=0 0 100 181 preserveAspectRatio=none overflow=visible';

describe('gridShapes(scene, flag, bands, taken)', () => {
  // Friday to Monday, 100 px a day.
  const DAYS = {from: '2014-12-05T00:00', days: 4};

  test('names each day beside its line, shades weekends from the first lane down, and rules lanes and measures off', () => {
    expect(grid(DAYS)).toEqual([
      UPRIGHTS,
      '  weekend path class=weekend d=M25 57V181h50V57z',
      '  line path class=line d=M0 57V181M25 57V181M50 57V181M75 57V181',
      '  nib path class=nib d=M0 28V33M25 28V33M50 28V33M75 28V33',
      // 6 px right of each line, 9 px above the ruler's foot.
      'tick 2014-12-05T00:00 text class=words x=1.5% y=24',
      '  plain tspan “Fri ”',
      '  strong tspan class=is-strong “5”',
      'tick 2014-12-06T00:00 text class=words is-weekend x=26.5% y=24',
      '  plain tspan “Sat ”',
      '  strong tspan class=is-strong “6”',
      'tick 2014-12-07T00:00 text class=words is-weekend x=51.5% y=24',
      '  plain tspan “Sun ”',
      '  strong tspan class=is-strong “7”',
      'tick 2014-12-08T00:00 text class=words x=76.5% y=24',
      '  plain tspan “Mon ”',
      '  strong tspan class=is-strong “8”',
      'group 2014-12-01T00:00 text class=words is-strong group x=1.5% y=11 “December 2014”',
      ...ACROSS,
    ]);
  });

  test('puts the number of each day in its middle where days are narrow, in bold on Mondays, with a line between months', () => {
    // Friday 28 November and nine days more, 40 px each.
    expect(grid({from: '2014-11-28T00:00', days: 10})).toEqual([
      UPRIGHTS,
      '  weekend path class=weekend d=M10 57V181h20V57zM80 57V181h20V57z',
      '  line path class=line d=M0 57V181M10 57V181M20 57V181M30 57V181M40 57V181M50 57V181M60 57V181M70 57V181M80 57V181M90 57V181',
      '  nib path class=nib d=M0 28V33M10 28V33M20 28V33M30 28V33M40 28V33M50 28V33M60 28V33M70 28V33M80 28V33M90 28V33',
      'tick 2014-11-28T00:00 text class=words is-middle x=5% y=24 “28”',
      'tick 2014-11-29T00:00 text class=words is-middle is-weekend x=15% y=24 “29”',
      'tick 2014-11-30T00:00 text class=words is-middle is-weekend x=25% y=24 “30”',
      'tick 2014-12-01T00:00 text class=words is-middle is-strong x=35% y=24 “1”',
      'tick 2014-12-02T00:00 text class=words is-middle x=45% y=24 “2”',
      'tick 2014-12-03T00:00 text class=words is-middle x=55% y=24 “3”',
      'tick 2014-12-04T00:00 text class=words is-middle x=65% y=24 “4”',
      'tick 2014-12-05T00:00 text class=words is-middle x=75% y=24 “5”',
      'tick 2014-12-06T00:00 text class=words is-middle is-weekend x=85% y=24 “6”',
      'tick 2014-12-07T00:00 text class=words is-middle is-weekend x=95% y=24 “7”',
      'group 2014-11-01T00:00 text class=words is-strong group x=1.5% y=11 “November 2014”',
      'edge 2014-12-01T00:00 line class=edge x1=30% x2=30% y1=0 y2=181',
      'group 2014-12-01T00:00 text class=words is-strong group x=31.5% y=11 “December 2014”',
      ...ACROSS,
    ]);
  });

  test('numbers Mondays where weeks are seen, with a shorter nib for every other day', () => {
    // Saturday 29 November and seven weeks more, 8 px a day; the Monday before is 40 px left of the plot.
    const nibs = Array.from({length: 50}, (_, day) => `M${day * 2} ${day % 7 === 2 ? 28 : 30}V33`);
    const mondays = [-10, 4, 18, 32, 46, 60, 74, 88];
    expect(grid({from: '2014-11-29T00:00', days: 50})).toEqual([
      UPRIGHTS,
      `  weekend path class=weekend d=${[0, 14, 28, 42, 56, 70, 84, 98].map((x) => `M${x} 57V181h4V57z`).join('')}`,
      `  line path class=line d=${mondays.map((x) => `M${x} 57V181`).join('')}`,
      `  nib path class=nib d=M-10 28V33${nibs.join('')}`,
      'tick 2014-12-01T00:00 text class=words is-middle x=5% y=24 “1”',
      'tick 2014-12-08T00:00 text class=words is-middle x=19% y=24 “8”',
      'tick 2014-12-15T00:00 text class=words is-middle x=33% y=24 “15”',
      'tick 2014-12-22T00:00 text class=words is-middle x=47% y=24 “22”',
      'tick 2014-12-29T00:00 text class=words is-middle x=61% y=24 “29”',
      'tick 2015-01-05T00:00 text class=words is-middle x=75% y=24 “5”',
      'tick 2015-01-12T00:00 text class=words is-middle x=89% y=24 “12”',
      // Of November 16 px are left, which is too little for its name.
      'edge 2014-12-01T00:00 line class=edge x1=4% x2=4% y1=0 y2=181',
      'group 2014-12-01T00:00 text class=words is-strong group x=5.5% y=11 “December 2014”',
      'edge 2015-01-01T00:00 line class=edge x1=66% x2=66% y1=0 y2=181',
      'group 2015-01-01T00:00 text class=words is-strong group x=67.5% y=11 “January 2015”',
      ...ACROSS,
    ]);
  });

  test('names months under their year, without weekends', () => {
    // 2 px a day: months of 30, 31, 31, 28, 31 and 30 days.
    const xs = [0, 15, 30.5, 46, 60, 75.5, 90.5];
    expect(grid({from: '2014-11-01T00:00', days: 200, timeline: story('2014-11-01', 390)})).toEqual([
      UPRIGHTS,
      '  weekend path class=weekend d=',
      `  line path class=line d=${xs.map((x) => `M${x} 57V181`).join('')}`,
      `  nib path class=nib d=${xs.map((x) => `M${x} 28V33`).join('')}`,
      'tick 2014-11-01T00:00 text class=words x=1.5% y=24 “Nov”',
      'tick 2014-12-01T00:00 text class=words x=16.5% y=24 “Dec”',
      'tick 2015-01-01T00:00 text class=words x=32% y=24 “Jan”',
      'tick 2015-02-01T00:00 text class=words x=47.5% y=24 “Feb”',
      'tick 2015-03-01T00:00 text class=words x=61.5% y=24 “Mar”',
      'tick 2015-04-01T00:00 text class=words x=77% y=24 “Apr”',
      'tick 2015-05-01T00:00 text class=words x=92% y=24 “May”',
      'group 2014-01-01T00:00 text class=words is-strong group x=1.5% y=11 “2014”',
      'edge 2015-01-01T00:00 line class=edge x1=30.5% x2=30.5% y1=0 y2=181',
      'group 2015-01-01T00:00 text class=words is-strong group x=32% y=11 “2015”',
      ...ACROSS,
    ]);
  });

  test('numbers years, with nothing above them', () => {
    // Eight years of 2922 days; 2004 and 2008 are leap years.
    const starts = [0, 365, 730, 1095, 1461, 1826, 2191, 2556];
    const percent = (days: number, px = 0) => Math.round((days / 2922 + px / 400) * 100_000) / 1000;
    expect(grid({from: '2001-01-01T00:00', days: 2922, timeline: story('2001-01-01', 2922)})).toEqual([
      UPRIGHTS,
      '  weekend path class=weekend d=',
      `  line path class=line d=${starts.map((day) => `M${percent(day)} 57V181`).join('')}`,
      `  nib path class=nib d=${starts.map((day) => `M${percent(day)} 28V33`).join('')}`,
      ...starts.map((day, i) => `tick ${2001 + i}-01-01T00:00 text class=words x=${percent(day, 6)}% y=24 “${2001 + i}”`),
      ...ACROSS,
    ]);
  });

  test('names every third hour at 600 px a day, with the zone beside the month', () => {
    // From 8pm to noon, 25 px an hour; the day before began 500 px left of the plot.
    const hours = [0, 6.25, 12.5, 18.75, 25, 31.25, 37.5, 43.75, 50, 56.25, 62.5, 68.75, 75, 81.25, 87.5, 93.75];
    expect(grid({from: '2014-12-16T20:00', days: 16 / 24})).toEqual([
      UPRIGHTS,
      '  weekend path class=weekend d=',
      '  line path class=line d=M-125 57V181M25 57V181M62.5 57V181',
      // Taller at midnight and at 6am.
      `  nib path class=nib d=M-125 28V33${hours.map((x) => `M${x} ${x === 25 || x === 62.5 ? 28 : 30}V33`).join('')}`,
      'tick 2014-12-16T21:00 text class=words x=7.75% y=24 “9pm”',
      'tick 2014-12-17T00:00 text class=words x=26.5% y=24',
      '  plain tspan “Wed ”',
      '  strong tspan class=is-strong “17”',
      'tick 2014-12-17T03:00 text class=words x=45.25% y=24 “3am”',
      'tick 2014-12-17T06:00 text class=words x=64% y=24 “6am”',
      'tick 2014-12-17T09:00 text class=words x=82.75% y=24 “9am”',
      'group 2014-12-01T00:00 text class=words is-strong group x=1.5% y=11 “December 2014, times in PT”',
      ...ACROSS,
    ]);
  });

  test('has a ruler of 30 on a phone, with its upper words no higher than 10', () => {
    const lines = grid({...DAYS, size: compactSize(400)});
    // The strip of a phone is 18 high.
    expect(lines[1]).toBe('  weekend path class=weekend d=M25 48V181h50V48z');
    expect(lines[3]).toBe('  nib path class=nib d=M0 25V30M25 25V30M50 25V30M75 25V30');
    expect(lines.filter((line) => line.startsWith('tick'))[0]).toBe('tick 2014-12-05T00:00 text class=words x=1.5% y=21');
    expect(groups({...DAYS, size: compactSize(400)})).toEqual([
      'group 2014-12-01T00:00 text class=words is-strong group x=1.5% y=10 “December 2014”',
    ]);
  });

  test('leaves out words that the plot’s edge would cut by more than 2 px', () => {
    // "Tue 9" is 27 px wide: 6 px right of a line at 369 px it ends at 402, and of one at 370 px at 403.
    expect(named({from: '2014-12-05T07:26:24', days: 4}).at(-1)).toBe('2014-12-09T00:00');
    expect(named({from: '2014-12-05T07:12:00', days: 4}).at(-1)).toBe('2014-12-08T00:00');
    // 6 px right of lines 8 and 9 px left of the plot.
    expect(named({from: '2014-12-05T01:55:12', days: 4})[0]).toBe('2014-12-05T00:00');
    expect(named({from: '2014-12-05T02:09:36', days: 4})[0]).toBe('2014-12-06T00:00');
  });

  test('leaves out words within 3 px of the playhead’s flag, as long as that is seen', () => {
    const all = ['05', '06', '07', '08'];
    const withFlag = (xPx: number, toPx: number, isSeen = true) =>
      named({...DAYS, flag: {...NO_FLAG, xPx, widthPx: toPx - xPx, isSeen}}).map((day) => day.slice(8, 10));
    // "Sat 6" is from 106 to 130.65, and "Sun 7" begins at 206.
    expect(withFlag(133.7, 203)).toEqual(all);
    expect(withFlag(133.6, 203)).toEqual(['05', '07', '08']);
    expect(withFlag(133.7, 203.1)).toEqual(['05', '06', '08']);
    expect(withFlag(0, 400)).toEqual([]);
    expect(withFlag(0, 400, false)).toEqual(all);
  });

  describe('the words of a group', () => {
    test('follow what lies at the left edge by 26 px', () => {
      expect(groups({...DAYS, taken: [{fromPx: 0, toPx: 80}]})).toEqual([
        'group 2014-12-01T00:00 text class=words is-strong group x=26.5% y=11 “December 2014”',
      ]);
      expect(groups({...DAYS, taken: [{fromPx: 300, toPx: 400}]})).toEqual([
        'group 2014-12-01T00:00 text class=words is-strong group x=1.5% y=11 “December 2014”',
      ]);
    });

    test('keep 12 px from what lies at the right edge, or are left out', () => {
      // "December 2014" is 78.56 px wide: from 106 to 184.56.
      const isNamed = (fromPx: number) =>
        groups({
          ...DAYS,
          taken: [
            {fromPx: 0, toPx: 80},
            {fromPx, toPx: 400},
          ],
        }).length === 1;
      expect([isNamed(196.6), isNamed(196.5)]).toEqual([true, false]);
    });

    test('keep 12 px from what ends before them, and their line stays without them', () => {
      const december = (toPx: number) => groups({from: '2014-11-28T00:00', days: 10, taken: [{fromPx: 1, toPx}]});
      expect(december(114)).toEqual(['group 2014-12-01T00:00 text class=words is-strong group x=31.5% y=11 “December 2014”']);
      expect(december(115)).toEqual([]);
      expect(grid({from: '2014-11-28T00:00', days: 10, taken: [{fromPx: 1, toPx: 115}]})).toContain(
        'edge 2014-12-01T00:00 line class=edge x1=30% x2=30% y1=0 y2=181',
      );
    });
  });

  test('rules nothing between measures where there is one, or none', () => {
    const measures = (measureTopsPx: readonly number[]) =>
      grid({...DAYS, bands: {...BANDS, measureTopsPx}}).filter((line) => line.startsWith('measure'));
    expect(measures([133])).toEqual([]);
    expect(measures([])).toEqual([]);
    expect(measures([133, 157, 181])).toHaveLength(2);
  });
});

describe('the bracket', () => {
  /** From the start of 10 December, 11 days after the story's beginning, to the noon of the 20th; 8 px a day. */
  const BRACKET = {label: 'Core', long: 'Core of the story', fromMs: at('2014-12-10T00:00'), toMs: at('2014-12-20T12:00')};
  const WHOLE = {from: '2014-11-29T00:00', days: 50, isBracketKnown: true};
  const bracketed = (over: Partial<Asked> = {}, bracket: Timeline['bracket'] = BRACKET) =>
    grid({...WHOLE, timeline: story('2014-11-29', 50, bracket), ...over});
  const isThere = (lines: readonly string[]) => lines.some((line) => line.startsWith('bracket'));
  const wordsOf = (lines: readonly string[]) => /“(.*)”/.exec(lines.find((line) => line.includes('  words text')) ?? '')?.[1];

  test('is on the ruler’s upper line, over its days, and stops for its words', () => {
    const lines = bracketed();
    const first = lines.findIndex((line) => line.startsWith('bracket'));
    // "Core" is 24.04 px wide: with 10 px on each side the line stops from 107.98 to 152.02 px.
    expect(lines.slice(first, first + 6)).toEqual([
      'bracket g class=bracket',
      '  left line x1=22% x2=26.996% y1=6 y2=6',
      '  right line x1=38.005% x2=43% y1=6 y2=6',
      '  from line x1=22% x2=22% y1=5.2 y2=12',
      '  to line x1=43% x2=43% y1=5.2 y2=12',
      '  words text class=words is-middle x=32.5% y=11 “Core”',
    ]);
  });

  test('has its longer words where they have room', () => {
    expect(wordsOf(bracketed())).toBe('Core');
    expect(wordsOf(bracketed({days: 30}))).toBe('Core of the story');
  });

  test('leaves every day its figure', () => {
    expect(ruler(bracketed())).toEqual(ruler(bracketed({}, null)).concat());
  });

  test('leaves no room for the name of a month that it covers, and takes the short one beside it', () => {
    const groupsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('group')).map((line) => /“(.*)”/.exec(line)?.[1]);
    const DECEMBER = {from: '2014-12-08T00:00', days: 16, isBracketKnown: true};
    expect(groupsOf(grid({...DECEMBER, timeline: story('2014-11-29', 50, null)}))).toEqual(['December 2014']);
    expect(groupsOf(grid({...DECEMBER, timeline: story('2014-11-29', 50, BRACKET)}))).toEqual(['Dec']);
  });

  test('is left out where it is not public, where none of it is in view, in Both, and in a story without one', () => {
    expect(isThere(bracketed({isBracketKnown: false}))).toBe(false);
    expect(isThere(bracketed({from: '2014-12-21T00:00'}))).toBe(false);
    expect(isThere(bracketed({days: 10}))).toBe(false);
    expect(isThere(bracketed({}, null))).toBe(false);
  });

  const parts = (lines: readonly string[]) =>
    lines.slice(lines.findIndex((line) => line.startsWith('bracket')) + 1).filter((line) => line.startsWith('  '));
  const keys = (lines: readonly string[]) => parts(lines).map((line) => line.trim().split(' ')[0]);

  test('has an open end where it goes on beyond an edge', () => {
    expect(keys(bracketed())).toEqual(['left', 'right', 'from', 'to', 'words']);
    expect(keys(bracketed({from: '2014-12-11T00:00', days: 20})), 'after the name of the month').toEqual(['left', 'right', 'to', 'words']);
    const later = bracketed({days: 20});
    expect(keys(later)).toEqual(['left', 'right', 'from', 'words']);
    expect(parts(later)[1]).toContain('x2=100% ');
  });

  test('begins after the counter at the edge and the month’s name, and ends before the other counter', () => {
    const within = bracketed({
      from: '2014-12-12T00:00',
      days: 6,
      taken: [
        {fromPx: 0, toPx: 60},
        {fromPx: 340, toPx: 400},
      ],
    });
    const [left, right] = parts(within);
    expect(keys(within)).toEqual(['left', 'right', 'words']);
    // 60 px, 26 to the month, "December 2014" and 12 more.
    expect(parseFloat(/x1=([\d.]+)/.exec(left!)![1]!)).toBeGreaterThan((98 / 400) * 100);
    expect(right).toContain('x2=82% ');
    expect(within.filter((line) => line.startsWith('group'))).toHaveLength(1);
  });

  test('is on a phone too', () => {
    expect(isThere(bracketed({size: compactSize(400)}))).toBe(true);
  });

  test('is left out where its words would leave less than 6 px of its line on either side', () => {
    // "Core" and 10 px on each side of it take 44.04 px.
    const upTo = (px: number) => isThere(bracketed({}, {...BRACKET, toMs: BRACKET.fromMs + (px / 8) * DAY_MS}));
    expect([upTo(56), upTo(56.1)]).toEqual([false, true]);
  });

  test('is left out where something else lies within 12 px of it on the upper line', () => {
    const beside = (toPx: number) => isThere(bracketed({taken: [{fromPx: 0, toPx}]}));
    expect([beside(76), beside(76.1)]).toEqual([true, false]);
  });
});
