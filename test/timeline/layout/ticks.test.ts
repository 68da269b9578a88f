import {describe, expect, test} from 'vitest';
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
    expect(labelled(ruler).slice(1, 5)).toEqual([['24', 40], ['1', 110], ['8', 180], ['15', 250]]);
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
    expect(groups(short)).toEqual([['Nov', 0, false], ['December 2014', 44, true], ['January 2015', 168, true], ['', 292, true]]);
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
      'Wed 17', '1am', '2am', '3am', '4am', '5am', '6am', '7am', '8am', '9am', '10am', '11am',
      'noon', '1pm', '2pm', '3pm', '4pm', '5pm', '6pm', '7pm', '8pm', '9pm', '10pm', '11pm',
    ]);
  });

  test('puts years over months for a story of years', () => {
    const ruler = rulerOf({fromMs: axisMs(2014, 0), toMs: axisMs(2016, 0)}, 1000, STYLE);
    expect(groups(ruler)).toEqual([['2014', 0, true], ['2015', 500, true]]);
    expect(labelled(ruler).slice(0, 3)).toEqual([['Jan', 0], ['Feb', 42], ['Mar', 81]]);
  });

  test('counts in fives for a story of a century, and says nothing twice above', () => {
    const ruler = rulerOf({fromMs: axisMs(1900, 0), toMs: axisMs(2000, 0)}, 1000, STYLE);
    expect(ruler.groups).toEqual([]);
    expect(labelled(ruler).slice(0, 3)).toEqual([['1900', 0], ['1905', 50], ['1910', 100]]);
    expect(ruler.ticks).toHaveLength(20);
  });

  test('counts in centuries for a story of millennia', () => {
    const {ticks} = rulerOf({fromMs: axisMs(0, 0), toMs: axisMs(2000, 0)}, 1000, STYLE);
    expect(ticks.filter((tick) => wordsOf(tick)).map(wordsOf).slice(-3)).toEqual(['1700', '1800', '1900']);
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

describe('rulerOf(view, widthPx, style) of centuries', () => {
  const ofYears = (from: number, to: number) => ({fromMs: axisMs(from, 0), toMs: axisMs(to, 0)});

  test('puts round years at their lines, before and after 1', () => {
    expect(labelled(rulerOf(ofYears(-250, 1911), 1080, STYLE)).map(([words]) => words)).toEqual([
      '200 BCE', '1', '100', '200', '300', '400', '500', '600', '700', '800', '900', '1000', '1100', '1200', '1300', '1400', '1500', '1600', '1700', '1800', '1900',
    ]);
  });

  test('gives every year its line where there is room', () => {
    expect(labelled(rulerOf(ofYears(-2, 3), 400, STYLE)).map(([words]) => words)).toEqual(['3 BCE', '2 BCE', '1 BCE', '1', '2']);
  });
});
