import {describe, expect, test} from 'vitest';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';
import {rulerOf, tickLabelBounds} from '../../../src/timeline/layout/ticks.ts';
import type {Ruler, Tick} from '../../../src/timeline/layout/ticks.ts';
import {axisMs, DAY_MS} from '../../../src/timeline/model/time.ts';

const dec = (day: number, hour = 0) => Date.UTC(2014, 11, day, hour);
/** Eighty days: 800 px make 10 px a day. */
const STORY = {fromMs: Date.UTC(2014, 10, 20), toMs: Date.UTC(2015, 1, 8)};

const STYLE = {language: 'en', zoneLabel: 'PT'};

const wordsOf = ({label, strong}: Tick) => `${label}${strong}`;
const labelled = ({ticks}: Ruler) => ticks.filter((tick) => wordsOf(tick) !== '').map((tick) => [wordsOf(tick), Math.round(tick.xPx)]);
const groups = ({groups: all}: Ruler) => all.map(({label, xPx, hasLine}) => [label, Math.round(xPx), hasLine]);

describe('rulerOf(view, widthPx, style)', () => {
  test('puts months over Mondays at Months', () => {
    const ruler = rulerOf(STORY, 800, STYLE);
    expect(groups(ruler)).toEqual([
      ['November 2014', 0, false],
      ['December 2014', 110, true],
      ['January 2015', 420, true],
      ['February', 730, true],
    ]);
    expect(labelled(ruler).slice(1, 5)).toEqual([
      ['24', 40],
      ['1', 110],
      ['8', 180],
      ['15', 250],
    ]);
    expect(ruler.weekends[1]).toMatchObject({atMs: dec(-1), xPx: 90});
    expect(ruler.weekends[1]!.widthPx).toBeCloseTo(20);
  });

  test('gives every day a minor line at Months, and Mondays a major one', () => {
    const {ticks} = rulerOf(STORY, 800, STYLE);
    expect(ticks.filter(({isMajor}) => isMajor)).toHaveLength(12);
    expect(ticks).toHaveLength(81);
  });

  test('leaves out single days where they would be closer than four pixels', () => {
    expect(rulerOf(STORY, 300, STYLE).ticks).toHaveLength(12);
  });

  test('leaves out weekends where a day is narrower than eight pixels', () => {
    expect(rulerOf(STORY, 639, STYLE).weekends).toEqual([]);
    expect(rulerOf(STORY, 641, STYLE).weekends).toHaveLength(12);
  });

  test('shades no weekend that is out of sight', () => {
    expect(rulerOf({fromMs: dec(15), toMs: dec(20)}, 500, STYLE).weekends).toEqual([]);
    expect(rulerOf({fromMs: dec(15), toMs: dec(21)}, 600, STYLE).weekends).toEqual([{atMs: dec(20), xPx: 500, widthPx: 200}]);
  });

  test('shortens a month until it fits before the next', () => {
    const short = rulerOf(STORY, 320, {...STYLE, isCompact: true});
    expect(groups(short)).toEqual([
      ['Nov', 0, false],
      ['December 2014', 44, true],
      ['January 2015', 168, true],
      ['', 292, true],
    ]);
  });

  test('numbers every day at Weeks, Mondays in bold, in the middle of the day', () => {
    const ruler = rulerOf({fromMs: dec(13), toMs: dec(17)}, 192, STYLE);
    expect(ruler.ticks.map(({label, strong, align}) => [label, strong, align])).toEqual([
      ['13', '', 'middle'],
      ['14', '', 'middle'],
      ['', '15', 'middle'],
      ['16', '', 'middle'],
    ]);
    expect(ruler.ticks.map(({isWeekend}) => isWeekend)).toEqual([true, true, false, false]);
  });

  test('names days at their midnight at Days', () => {
    const ruler = rulerOf({fromMs: dec(17), toMs: dec(20)}, 300, STYLE);
    expect(ruler.ticks.map(({label, strong, xPx, align}) => [label, strong, xPx, align])).toEqual([
      ['Wed ', '17', 0, 'line'],
      ['Thu ', '18', 100, 'line'],
      ['Fri ', '19', 200, 'line'],
    ]);
    expect(groups(ruler)).toEqual([['December 2014', 0, false]]);
  });

  test.each([
    [480, ['Wed 17', '6am', 'noon', '6pm']],
    [499, ['Wed 17', '6am', 'noon', '6pm']],
    [500, ['Wed 17', '3am', '6am', '9am', 'noon', '3pm', '6pm', '9pm']],
  ])('labels hours to suit %i pixels a day', (widthPx, words) => {
    const {ticks} = rulerOf({fromMs: dec(17), toMs: dec(18)}, widthPx, STYLE);
    expect(ticks.map(wordsOf).filter(Boolean)).toEqual(words);
    expect(ticks).toHaveLength(24);
    expect(ticks.filter(({isMajor}) => isMajor).map(({atMs}) => (atMs - dec(17)) / 3_600_000)).toEqual([0, 6, 12, 18]);
  });

  test('labels every hour from 900 pixels a day', () => {
    expect(rulerOf({fromMs: dec(17), toMs: dec(18)}, 2400, STYLE).ticks.map(wordsOf)).toEqual([
      'Wed 17',
      '1am',
      '2am',
      '3am',
      '4am',
      '5am',
      '6am',
      '7am',
      '8am',
      '9am',
      '10am',
      '11am',
      'noon',
      '1pm',
      '2pm',
      '3pm',
      '4pm',
      '5pm',
      '6pm',
      '7pm',
      '8pm',
      '9pm',
      '10pm',
      '11pm',
    ]);
  });

  test('puts years over months for a story of years', () => {
    const ruler = rulerOf({fromMs: axisMs(2014, 0), toMs: axisMs(2016, 0)}, 1000, STYLE);
    expect(groups(ruler)).toEqual([
      ['2014', 0, true],
      ['2015', 500, true],
    ]);
    expect(labelled(ruler).slice(0, 3)).toEqual([
      ['Jan', 0],
      ['Feb', 42],
      ['Mar', 81],
    ]);
  });

  test('counts in fives for a story of a century, and says nothing twice above', () => {
    const ruler = rulerOf({fromMs: axisMs(1900, 0), toMs: axisMs(2000, 0)}, 1000, STYLE);
    expect(ruler.groups).toEqual([]);
    expect(labelled(ruler).slice(0, 3)).toEqual([
      ['1900', 0],
      ['1905', 50],
      ['1910', 100],
    ]);
    expect(ruler.ticks).toHaveLength(20);
  });

  test('counts in centuries for a story of millennia', () => {
    const {ticks} = rulerOf({fromMs: axisMs(0, 0), toMs: axisMs(2000, 0)}, 1000, STYLE);
    expect(
      ticks
        .filter((tick) => wordsOf(tick))
        .map(wordsOf)
        .slice(-3),
    ).toEqual(['1700', '1800', '1900']);
  });

  test.each([
    ['named days', 5, 360, ['Wed 17', 'Thu 18', 'Fri 19']],
    ['numbered days', 5, 359, ['17', '18', '19']],
    ['numbered days', 10, 240, ['17', '18', '19']],
    ['Mondays', 10, 239, ['22']],
    ['Mondays', 100, 300, ['22', '29', '5']],
    ['months', 100, 299, ['Jan', 'Feb', 'Mar']],
    ['months', 1000, 1101, ['Jan', 'Feb', 'Mar']],
  ])('says %s where %i days are %i px wide', (_what, days, widthPx, words) => {
    const inSight = labelled(rulerOf({fromMs: dec(17), toMs: dec(17 + days)}, widthPx, STYLE)).filter(([, xPx]) => Number(xPx) >= 0);
    expect(inSight.slice(0, words.length).map(([word]) => word)).toEqual(words);
  });

  test('puts months above from three pixels a day, years from 1.1, and nothing below', () => {
    const short = (days: number, widthPx: number) =>
      rulerOf({fromMs: axisMs(2014, 0), toMs: axisMs(2014, 0, 1 + days)}, widthPx, STYLE).groups[0]?.label ?? null;
    expect([short(100, 300), short(100, 299), short(1000, 1101), short(1000, 1099)]).toEqual(['January 2014', '2014', '2014', null]);
  });

  test.each([
    [20, ['1001', '1002', '1003']],
    [50, ['1005', '1010', '1015']],
    [200, ['1010', '1020', '1030']],
    [500, ['1025', '1050', '1075']],
    [1000, ['1050', '1100', '1150']],
    [2000, ['1100', '1200', '1300']],
    [10_000, ['1500', '2000', '2500']],
    [20_000, ['2000', '3000', '4000']],
    [40_000, ['5000', '10000', '15000']],
  ])('counts years in steps of 44 px at least: of %i years on 1,000 px', (years, words) => {
    const ruler = rulerOf({fromMs: axisMs(1001, 0), toMs: axisMs(1001 + years, 0)}, 1000, STYLE);
    expect(
      labelled(ruler)
        .slice(0, 3)
        .map(([word]) => word),
    ).toEqual(words);
  });

  test('uses the smallest step of years that is 44 px wide', () => {
    // A century is 4,400 px: a year 44.
    const first = (widthPx: number) => labelled(rulerOf({fromMs: 0, toMs: 36_525 * DAY_MS}, widthPx, STYLE))[1]![0];
    expect([first(4401), first(4399)]).toEqual(['1971', '1975']);
  });

  test('names a day whose line is out of sight, and lets it push the next aside', () => {
    const ruler = rulerOf({fromMs: dec(17, 12), toMs: dec(20, 12)}, 300, STYLE);
    expect(labelled(ruler)).toEqual([
      ['Wed 17', -50],
      ['Thu 18', 50],
      ['Fri 19', 150],
      ['Sat 20', 250],
    ]);
    expect(labelled(rulerOf({fromMs: dec(15, 12), toMs: dec(19, 12)}, 192, STYLE)).slice(0, 2)).toEqual([
      ['15', -24],
      ['16', 24],
    ]);
  });

  test('names a Monday and a month whose lines are out of sight', () => {
    expect(labelled(rulerOf({fromMs: dec(17), toMs: dec(37)}, 200, STYLE))[0]).toEqual(['15', -20]);
    expect(labelled(rulerOf({fromMs: dec(2), toMs: dec(202)}, 400, STYLE))[0]).toEqual(['Dec', -2]);
  });

  test('puts months and years at their lines, and Mondays in the middle of their day', () => {
    const aligned = (days: number, widthPx: number) =>
      rulerOf({fromMs: dec(1), toMs: dec(1 + days)}, widthPx, STYLE).ticks.find((tick) => wordsOf(tick) !== '')!.align;
    expect([aligned(40, 200), aligned(200, 400), aligned(4000, 400)]).toEqual(['middle', 'line', 'line']);
  });

  test('does not name a year whose line is out of sight', () => {
    const ruler = rulerOf({fromMs: axisMs(1902, 0), toMs: axisMs(1962, 0)}, 1000, STYLE);
    expect(ruler.ticks[0]!.xPx).toBeLessThan(0);
    expect(labelled(ruler)[0]![0]).toBe('1905');
  });

  test('marks Saturdays and Sundays alone as weekend', () => {
    const weekend = (view: Parameters<typeof rulerOf>[0], widthPx: number) =>
      rulerOf(view, widthPx, STYLE)
        .ticks.filter(({isWeekend}) => isWeekend)
        .map(({atMs}) => atMs);
    expect(weekend({fromMs: dec(15), toMs: dec(23)}, 240)).toEqual([dec(20), dec(21)]);
    // November 2014 began on a Saturday, and hours are those of a Saturday.
    expect(weekend({fromMs: dec(-29), toMs: dec(171)}, 400)).toEqual([]);
    expect(weekend({fromMs: dec(20), toMs: dec(21)}, 480)).toEqual([dec(20)]);
    expect(weekend(STORY, 800)).toEqual([]);
  });

  test('gives single days a line without words from four pixels on', () => {
    const {ticks} = rulerOf(STORY, 320, STYLE);
    expect(ticks).toHaveLength(81);
    expect(ticks.find(({atMs}) => atMs === dec(2))).toEqual({
      atMs: dec(2),
      xPx: 48,
      label: '',
      strong: '',
      align: 'middle',
      isMajor: false,
      isWeekend: false,
    });
  });

  test('shades weekends from eight pixels a day', () => {
    expect(rulerOf(STORY, 640, STYLE).weekends).toHaveLength(12);
  });

  test('sets labels 40 px apart on a phone, but every day where days are numbered', () => {
    // 35 px from Monday to Monday.
    const weeks = (isCompact: boolean) =>
      labelled(rulerOf({fromMs: dec(15), toMs: dec(71)}, 280, {...STYLE, isCompact})).map(([word]) => word);
    expect(weeks(false)).toEqual(['15', '22', '29', '5', '12', '19', '26', '2']);
    expect(weeks(true)).toEqual(['15', '29', '12', '26']);
    expect(labelled(rulerOf({fromMs: dec(15), toMs: dec(25)}, 240, {...STYLE, isCompact: true}))).toHaveLength(10);
  });

  test('labels hours on a phone from 200 pixels a day', () => {
    const day = {fromMs: dec(17), toMs: dec(18)};
    expect(rulerOf(day, 200, {...STYLE, isCompact: true}).ticks).toHaveLength(24);
    expect(rulerOf(day, 200, STYLE).ticks).toHaveLength(1);
    expect(rulerOf(day, 200, {...STYLE, isCompact: true}).groups[0]!.short).toBe('Dec, PT');
  });

  test('labels every hour from 900 pixels a day, not before', () => {
    const words = (widthPx: number) =>
      rulerOf({fromMs: dec(17), toMs: dec(18)}, widthPx, STYLE)
        .ticks.map(wordsOf)
        .filter(Boolean);
    expect(words(899)).toEqual(['Wed 17', '3am', '6am', '9am', 'noon', '3pm', '6pm', '9pm']);
    // 37.5 px an hour: "1am" ends after 8 px less than "2am" begins.
    expect(words(900)).toHaveLength(23);
  });

  test('labels the hours of each of two days', () => {
    const {ticks} = rulerOf({fromMs: dec(17), toMs: dec(19)}, 960, STYLE);
    expect(ticks.map(wordsOf).filter(Boolean)).toEqual(['Wed 17', '6am', 'noon', '6pm', 'Thu 18', '6am', 'noon', '6pm']);
  });

  test('puts the words of hours at their line', () => {
    const {ticks} = rulerOf({fromMs: dec(17), toMs: dec(18)}, 480, STYLE);
    expect(ticks[6]).toEqual({atMs: dec(17, 6), xPx: 120, label: '6am', strong: '', align: 'line', isMajor: true, isWeekend: false});
  });

  test('lets no two labels touch, at any scale', () => {
    for (let widthPx = 240; widthPx < 200_000; widthPx *= 1.31) {
      for (const isCompact of [false, true]) {
        const bounds = rulerOf(STORY, widthPx, {...STYLE, isCompact})
          .ticks.filter((tick) => wordsOf(tick) !== '')
          .map((tick) => tickLabelBounds(tick, widthPx / 80));
        for (let i = 1; i < bounds.length; i++) expect(bounds[i]!.fromPx).toBeGreaterThanOrEqual(bounds[i - 1]!.toPx + 8);
      }
    }
  });

  test('keeps the number of lines in proportion to the width', () => {
    for (const years of [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000]) {
      const view = {fromMs: axisMs(1000, 0), toMs: axisMs(1000, 0) + years * 365.25 * DAY_MS};
      expect(rulerOf(view, 1200, STYLE).ticks.length).toBeLessThanOrEqual(301);
      expect(rulerOf(view, 1200, STYLE).ticks.length).toBeGreaterThan(0);
    }
  });
});

describe('rulerOf(view, widthPx, {language, zoneLabel})', () => {
  const labelOf = (widthPx: number) => rulerOf({fromMs: dec(17), toMs: dec(18)}, widthPx, STYLE).groups[0]!.label;

  test('names the zone once hours are told apart, in as many words as there is room for', () => {
    expect(labelOf(479)).toBe('December 2014');
    expect(labelOf(481)).toBe('December 2014, times in PT');
    // The last five hours of the year take 104 px.
    const turn = rulerOf({fromMs: dec(31, 19), toMs: dec(33, 19)}, 1000, STYLE);
    expect(groups(turn).map(([label]) => label)).toEqual(['December, PT', 'January 2015, times in PT']);
  });

  test('names months and weekdays in another language', () => {
    const ruler = rulerOf({fromMs: dec(17), toMs: dec(20)}, 300, {...STYLE, language: 'de'});
    expect(groups(ruler)).toEqual([['Dezember 2014', 0, false]]);
    expect(ruler.ticks.map(wordsOf).slice(0, 3)).toEqual(['Mi 17', 'Do 18', 'Fr 19']);
  });
});

describe('the groups of a ruler', () => {
  test('have a line where they begin in sight, at the left edge itself too', () => {
    const {groups: all} = rulerOf({fromMs: dec(1), toMs: dec(41)}, 400, STYLE);
    expect(all.map(({atMs, xPx, hasLine, short}) => [atMs, xPx, hasLine, short])).toEqual([
      [dec(1), 0, true, 'Dec'],
      [dec(32), 310, true, 'Jan'],
    ]);
    expect(rulerOf({fromMs: dec(1, 1), toMs: dec(41)}, 400, STYLE).groups[0]).toMatchObject({atMs: dec(1), xPx: 0, hasLine: false});
  });

  test('end 12 px before the next begins, or the plot ends', () => {
    const namePx = measureByTable('December 2014', 12, 600);
    // Thirty days from 11 December, of which it has 21.
    const name = (widthPx: number) => rulerOf({fromMs: dec(11), toMs: dec(41)}, widthPx, STYLE).groups[0]!.label;
    const leastPx = ((namePx + 12) / 21) * 30;
    expect([name(leastPx + 0.1), name(leastPx - 0.1)]).toEqual(['December 2014', 'December']);
    const cut = (widthPx: number) => rulerOf({fromMs: dec(11), toMs: dec(31)}, widthPx, STYLE).groups[0]!.label;
    expect([cut(namePx + 12.1), cut(namePx + 11.9)]).toEqual(['December 2014', 'December']);
  });
});

describe('tickLabelBounds(tick, dayPx)', () => {
  const tick: Tick = {atMs: 0, xPx: 100, label: 'Wed ', strong: '17', align: 'line', isMajor: true, isWeekend: false};
  const widthPx = measureByTable('Wed ', 12, 450) + measureByTable('17', 12, 600);

  test('begin 6 px after the line, or lie about the middle of the day', () => {
    expect(tickLabelBounds(tick, 80)).toEqual({fromPx: 106, toPx: 106 + widthPx});
    expect(tickLabelBounds({...tick, align: 'middle'}, 80)).toEqual({fromPx: 140 - widthPx / 2, toPx: 140 + widthPx / 2});
  });
});

describe('rulerOf(view, widthPx, style) of centuries', () => {
  const ofYears = (from: number, to: number) => ({fromMs: axisMs(from, 0), toMs: axisMs(to, 0)});

  test('puts round years at their lines, before and after 1', () => {
    expect(labelled(rulerOf(ofYears(-250, 1911), 1080, STYLE)).map(([words]) => words)).toEqual([
      '200 BCE',
      '1',
      '100',
      '200',
      '300',
      '400',
      '500',
      '600',
      '700',
      '800',
      '900',
      '1000',
      '1100',
      '1200',
      '1300',
      '1400',
      '1500',
      '1600',
      '1700',
      '1800',
      '1900',
    ]);
  });

  test('gives every year its line where there is room', () => {
    expect(labelled(rulerOf(ofYears(-2, 3), 400, STYLE)).map(([words]) => words)).toEqual(['3 BCE', '2 BCE', '1 BCE', '1', '2']);
  });
});
