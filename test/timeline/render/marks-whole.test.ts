/** Whole drawings of single marks, with all that a line of text in marks.test.ts leaves out. On a plot of 1,000 px. */
import {describe, expect, test} from 'vitest';
import type {PlacedCount, PlacedEvent, PlacedRug, Placement} from '../../../src/timeline/layout/place.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import type {Standing} from '../../../src/timeline/model/standing.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Lane} from '../../../src/timeline/model/timeline.ts';
import {barShape, countShape} from '../../../src/timeline/render/groups.ts';
import {DISPUTED_ID, markId, markShape, NE_PATH} from '../../../src/timeline/render/marks.ts';
import {ghostShape, rugShape} from '../../../src/timeline/render/rugs.ts';
import {secretWords} from '../../../src/timeline/render/secret.ts';
import type {MarkState} from '../../../src/timeline/render/marks.ts';
import {glyphPath} from '../../../src/timeline/render/glyphs.ts';
import {linesOf} from '../drawing.ts';
import {stretch, within} from '../some-spans.ts';
import {anEvent} from '../some-timeline.ts';
import {LABEL, placed, STATE} from './placed-mark.ts';

const LANE: Lane = {id: 'l', name: 'Lane', glyph: 'square', hue: 'blue', rows: 2};
const DAY: Span = {kind: 'day', dayMs: 0};
const STRETCH = stretch(0, 4);
const WITHIN = within(0, 4);

/** The parts of a mark, without the link around them and its target. */
const parts = (one: PlacedEvent, state: Partial<MarkState> = {}, isCompact = false) =>
  linesOf(markShape(one, LANE, {...STATE, ...state}, 1000, isCompact).children!).filter((line) => !line.startsWith('hit'));
const hit = (one: PlacedEvent, state: Partial<MarkState> = {}) => {
  const line = linesOf(markShape(one, LANE, {...STATE, ...state}, 1000, false).children!).find((found) => found.startsWith('hit'))!;
  return /x=(\S+) width=(\S+)/.exec(line)!.slice(1).join(' ');
};

describe('a mark', () => {
  test('is a link at the middle of its row, whose picture is hidden from screen readers', () => {
    expect(linesOf([markShape(placed(DAY, {label: {...LABEL, hasSign: true}}), LANE, STATE, 1000, false)])).toEqual([
      'a a transform=translate(0 69) class=mark hue-blue is-known href=#a data-id=a aria-label=Its name tabindex=-1',
      // 12 px left of its middle to 3 px right of its words.
      '  hit rect class=hit x=48.8% width=6.6% y=-12 height=24',
      '  glyph use class=glyph href=#mark_square x=50%',
      '  words text class=label words size-13 x=51.1% y=4.5 aria-hidden=true “Label”',
      '  sign use class=label sign href=#mark_disputed x=54.1%',
    ]);
  });

  test('says what is special about it', () => {
    const classes = (one: PlacedEvent, state: Partial<MarkState> = {}) =>
      markShape(one, LANE, {...STATE, ...state}, 1000, false).attributes['class'];
    expect(classes(placed(DAY, {event: anEvent({isTurningPoint: true})}))).toBe('mark hue-blue is-known is-turning-point');
    expect(classes(placed(DAY, {}, {form: 'bar'}))).toBe('mark hue-blue is-known is-in-bar');
    expect(classes(placed({kind: 'by', toMs: 0}, {label: null}, {isSmall: true}), {standing: 'coming', isSelected: true})).toBe(
      'mark hue-blue is-coming is-uncertain is-small is-selected',
    );
    expect(classes(placed(STRETCH, {spanPx: {fromPx: 1, toPx: 2}, tabPx: {fromPx: 1, toPx: 2}}, {form: 'tab'}))).toBe(
      'mark hue-blue is-known is-clip',
    );
  });

  test('is nothing but its words in a bar, and on dots where hours are seen', () => {
    expect(parts(placed(DAY, {}, {form: 'bar'}))).toEqual(['words text class=label words size-13 x=51.1% y=4.5 aria-hidden=true “Label”']);
    expect(parts(placed(WITHIN, {spanPx: {fromPx: -300, toPx: 700}}, {form: 'dots'}))).toEqual([
      'dots line class=dots x1=-30% x2=70% y1=0 y2=0',
      'cap-1 line class=cap x1=70% x2=70% y1=-3.5 y2=3.5',
      'words text class=label words size-13 x=51.1% y=4.5 aria-hidden=true “Label”',
    ]);
  });

  test('stays in the middle of its dots, or at the plot’s edge, while the event is not public', () => {
    const glyph = (fromPx: number, toPx: number) => parts(placed(WITHIN, {spanPx: {fromPx, toPx}}, {form: 'dots'}), {standing: 'coming'});
    expect(glyph(200, 600)).toEqual(['glyph use class=glyph href=#mark_square x=40%']);
    expect(glyph(-600, 200)).toEqual(['glyph use class=glyph href=#mark_square x=0%']);
  });

  test('has strong words for what matters most, and larger ones at a turning point', () => {
    const words = (importance: 1 | 2, sizePx: number) =>
      parts(placed(DAY, {event: anEvent({importance}), label: {...LABEL, sizePx}}))
        .at(-1)!
        .split(' x=51.1% ');
    expect(words(1, 15)).toEqual(['words text class=label words size-15 is-strong', 'y=5 aria-hidden=true “Label”']);
    expect(words(1, 12.5)).toEqual(['words text class=label words size-12-5 is-strong', 'y=4.5 aria-hidden=true “Label”']);
    expect(words(2, 13)).toEqual(['words text class=label words size-13', 'y=4.5 aria-hidden=true “Label”']);
  });

  test('has a ring, and a block around its words, when it is selected', () => {
    expect(parts(placed(DAY, {label: {...LABEL, hasSign: true}}), {isSelected: true})).toEqual([
      'at svg class=at x=50% y=0 overflow=visible aria-hidden=true',
      // 4.9 by 1.75 is 8.575.
      '  ring path class=ring d=M-8.58,-8.58H8.58V8.58H-8.58Z',
      'glyph use class=glyph href=#mark_square x=50%',
      'label svg class=label x=51.1% y=0 overflow=visible aria-hidden=true',
      '  block rect class=block x=-6 y=-10 width=52 height=20',
      '  words text class=words size-13 y=4.5 “Label”',
      `  sign path class=sign d=${NE_PATH} transform=translate(30 0.5)`,
    ]);
  });

  test('shows its dots and its drop to the foot only once it is public', () => {
    const onFoot = placed(WITHIN, {spanPx: {fromPx: 300, toPx: 700}, label: null}, {isOnFoot: true});
    expect(parts(onFoot)).toEqual([
      'dots line class=dots x1=30% x2=70% y1=10.4 y2=10.4',
      'cap-0 line class=cap x1=30% x2=30% y1=6.9 y2=13.9',
      'cap-1 line class=cap x1=70% x2=70% y1=6.9 y2=13.9',
      'drop line class=stem x1=50% x2=50% y1=0 y2=10.4',
      'glyph use class=glyph href=#mark_square x=50%',
    ]);
    expect(parts(onFoot, {standing: 'secret'})).toEqual(['glyph use class=glyph href=#mark_square x=50%']);
    expect(parts(placed(DAY, {label: null}, {isOnFoot: true}))).toEqual(['glyph use class=glyph href=#mark_square x=50%']);
  });

  test('caps its dots up to the plot’s very edges', () => {
    const caps = (fromPx: number, toPx: number) =>
      parts(placed(WITHIN, {spanPx: {fromPx, toPx}, label: null})).filter((line) => line.startsWith('cap')).length;
    expect([caps(0, 1000), caps(-0.1, 1000.1)]).toEqual([2, 0]);
  });

  test('lets dots fade towards what is not sure from words on them as well', () => {
    const fades = (span: Span) =>
      parts(placed(span, {spanPx: {fromPx: 100, toPx: 400}, label: null}, {form: 'dots'})).map((line) => line.replace(/ y1.*/, ''));
    const line = (key: string, step: number, from: number, to: number) =>
      `fade-${key}-${step} line class=dots fade-${step} x1=${from}% x2=${to}%`;
    expect(fades({kind: 'by', toMs: DAY_MS})).toEqual([line('0', 0, 40, 30), line('0', 1, 30, 20), line('0', 2, 20, 10)]);
    expect(fades({kind: 'since', fromMs: 0})).toEqual([line('0', 0, 10, 20), line('0', 1, 20, 30), line('0', 2, 30, 40)]);
    expect(fades({...WITHIN, soft: true})).toEqual([
      line('0', 0, 25, 20),
      line('0', 1, 20, 15),
      line('0', 2, 15, 10),
      line('1', 0, 25, 30),
      line('1', 1, 30, 35),
      line('1', 2, 35, 40),
    ]);
  });

  test('lets dots fade from the mark, but from inside the days', () => {
    const first = (xPx: number) =>
      parts(placed({kind: 'by', toMs: DAY_MS}, {xPx, spanPx: {fromPx: 100, toPx: 400}, label: null}))[0]!.replace(/ y1.*/, '');
    expect(first(300)).toBe('fade-0-0 line class=dots fade-0 x1=30% x2=23.333%');
    expect(first(500)).toBe('fade-0-0 line class=dots fade-0 x1=40% x2=30%');
  });
});

describe('the clip of a stretch', () => {
  const clip = (over: Record<string, boolean>, fromPx: number, toPx: number, state: Partial<MarkState> = {}, isCompact = false) =>
    parts(placed({...STRETCH, ...over}, {spanPx: {fromPx, toPx}, label: null}, {form: 'clip'}), state, isCompact);

  test('fades in where its beginning is not sure, and out where its end is not, over 70 px', () => {
    expect(clip({softStart: true}, 100, 500)).toEqual([
      'clip rect class=clip x=17% width=33% y=-8.5 height=17',
      'fade-in rect class=clip-fade x=10% width=7% y=-8.5 height=17 mask=url(#fade_in)',
      'top line class=clip-top x1=17% x2=50% y1=-7.5 y2=-7.5',
      'top-in line class=clip-top is-unsure x1=10% x2=17% y1=-7.5 y2=-7.5',
      'clip-tail line class=clip-tail x1=49.95% x2=49.95% y1=-8.5 y2=8.5',
    ]);
    expect(clip({softEnd: true}, 100, 500)).toEqual([
      'clip rect class=clip x=10% width=33% y=-8.5 height=17',
      'fade-out rect class=clip-fade x=43% width=7% y=-8.5 height=17 mask=url(#fade_out)',
      'top line class=clip-top x1=10% x2=43% y1=-7.5 y2=-7.5',
      'clip-head line class=clip-head x1=10.1% x2=10.1% y1=-8.5 y2=8.5',
      'top-out line class=clip-top is-unsure x1=43% x2=50% y1=-7.5 y2=-7.5',
    ]);
  });

  test('fades over 55 % of a short stretch, and over four fifths of that at each of two ends', () => {
    expect(clip({softStart: true}, 100, 200)[0]).toBe('clip rect class=clip x=15.5% width=4.5% y=-8.5 height=17');
    // 44 px at each end leave 12 of 100.
    expect(clip({softStart: true, softEnd: true}, 100, 200)[0]).toBe('clip rect class=clip x=14.4% width=1.2% y=-8.5 height=17');
    expect(clip({softStart: true, softEnd: true}, 100, 500)[0]).toBe('clip rect class=clip x=15.6% width=28.8% y=-8.5 height=17');
  });

  test('is lower on a phone, and ringed where it is selected', () => {
    expect(clip({}, 100, 500, {isSelected: true}, true)).toEqual([
      'clip rect class=clip x=10% width=40% y=-7 height=14',
      'top line class=clip-top x1=10% x2=50% y1=-6 y2=-6',
      'clip-head line class=clip-head x1=10.1% x2=10.1% y1=-7 y2=7',
      'clip-tail line class=clip-tail x1=49.95% x2=49.95% y1=-7 y2=7',
      'ring rect class=ring x=10% width=40% y=-7 height=14',
    ]);
  });

  test('has head and tail where they are not more than 1 px outside the plot', () => {
    const ends = (fromPx: number, toPx: number) =>
      clip({}, fromPx, toPx)
        .filter((line) => line.startsWith('clip-'))
        .map((line) => line.split(' ')[0]);
    // They are drawn 1 px after the beginning and half a pixel before the end.
    expect(ends(-2, 1001.5)).toEqual(['clip-head', 'clip-tail']);
    expect(ends(-2.1, 1001.6)).toEqual([]);
  });

  test('has only an outline before it is public, however uncertain it is', () => {
    expect(clip({softStart: true, softEnd: true}, 100, 500, {standing: 'secret', isSelected: true})).toEqual([
      'clip rect class=outline x=10% width=40% y=-8.5 height=17',
    ]);
  });
});

describe('the tab of a stretch on its row’s foot', () => {
  const tab = (over: Record<string, boolean> = {}, state: Partial<MarkState> = {}, isCompact = false, isSmall = false) =>
    parts(
      placed(
        {...STRETCH, ...over},
        {spanPx: {fromPx: 100, toPx: 500}, tabPx: {fromPx: 200, toPx: 256}, label: null},
        {form: 'tab', isOnFoot: true, isSmall},
      ),
      state,
      isCompact,
    );

  test('hangs on a line from its true beginning to its true end, dashed where they are not sure', () => {
    expect(tab({softStart: true, softEnd: true})).toEqual([
      'foot-line g class=foot-line',
      '  line rect class=line x=17% width=26% y=9.2 height=2.4',
      '  before line class=unsure x1=10% x2=17% y1=10.4 y2=10.4',
      '  after line class=unsure x1=43% x2=50% y1=10.4 y2=10.4',
      'tab rect class=tab x=20% width=5.6% y=-8.5 height=17',
    ]);
  });

  test('hangs on a line of which no more than 55 % is dashed', () => {
    const short = placed(
      {...STRETCH, softStart: true},
      {spanPx: {fromPx: 100, toPx: 200}, tabPx: {fromPx: 120, toPx: 132}, label: null},
      {form: 'tab'},
    );
    expect(parts(short).slice(1, 3)).toEqual([
      '  line rect class=line x=15.5% width=4.5% y=9.2 height=2.4',
      '  before line class=unsure x1=10% x2=15.5% y1=10.4 y2=10.4',
    ]);
  });

  test('is lower on a phone, on a line nearer to the row’s middle', () => {
    expect(tab({}, {}, true)).toEqual([
      'foot-line g class=foot-line',
      '  line rect class=line x=10% width=40% y=6.6 height=2.4',
      '  tail line class=tail x1=49.95% x2=49.95% y1=1.8 y2=7.8',
      'tab rect class=tab x=20% width=5.6% y=-7 height=14',
    ]);
    expect(tab({}, {}, true, true).at(-1)).toBe('tab rect class=small-box x=20% width=5.6% y=-0.2 height=8');
  });

  test('is ringed where it is selected, and an outline without a line before it is public', () => {
    expect(tab({}, {isSelected: true}).at(-1)).toBe('ring rect class=ring x=20% width=5.6% y=-8.5 height=17');
    expect(tab({softEnd: true}, {standing: 'coming'})).toEqual(['tab rect class=outline x=20% width=5.6% y=-8.5 height=17']);
  });
});

describe('the target of a press', () => {
  test('is the clip, or the tab, with its words', () => {
    expect(hit(placed(STRETCH, {spanPx: {fromPx: 100, toPx: 400}}, {form: 'clip'}))).toBe('10% 45.4%');
    expect(hit(placed(STRETCH, {spanPx: {fromPx: 100, toPx: 400}, tabPx: {fromPx: 200, toPx: 256}, label: null}, {form: 'tab'}))).toBe(
      '20% 5.6%',
    );
  });

  test('is the words alone on dots, and the mark where those are not public', () => {
    const dots = placed(WITHIN, {spanPx: {fromPx: 300, toPx: 700}}, {form: 'dots'});
    expect(hit(dots)).toBe('50.8% 4.6%');
    expect(hit(dots, {standing: 'coming'})).toBe('48.8% 2.4%');
  });

  test('reaches no further than 24 px out of the plot', () => {
    expect(hit(placed(STRETCH, {spanPx: {fromPx: -500, toPx: 1500}, label: null}, {form: 'clip'}))).toBe('-2.4% 104.8%');
  });

  test('holds words left of the mark as well', () => {
    expect(hit(placed(DAY, {label: {...LABEL, xPx: 440}}))).toBe('43.7% 7.5%');
  });
});

describe('countShape(count, lane, known, name, href, widthPx)', () => {
  const COUNT: PlacedCount = {
    lane: 0,
    row: 1,
    atMs: 0,
    widthPx: 39,
    members: ['b', 'c'],
    doubt: null,
    isAllUncertain: false,
    isAllStretch: false,
    xPx: 500,
    yPx: 93,
  };
  const count = (over: Partial<PlacedCount>, known = 2) => linesOf([countShape({...COUNT, ...over}, LANE, known, 'Two', '#b', 1000)]);

  test('is a link in the middle of its row, 2 px wider than its box', () => {
    expect(count({isAllStretch: true})).toEqual([
      'cluster-b a transform=translate(0 93) class=cluster hue-blue is-known is-stretch href=#b ' +
        'data-members=b c aria-label=Two tabindex=-1',
      '  at svg class=at x=50% y=0 overflow=visible aria-hidden=true',
      '    hit rect class=hit x=-20.5 y=-12 width=41 height=24',
      '    box rect class=box x=-19 y=-8 width=38 height=16',
      '    top rect class=top x=-19.5 y=-8.5 width=39 height=2.6',
      '    count text class=count x=0 y=4 “+2”',
    ]);
  });

  // "+2" is 12.754 px wide, and moves 6 px aside for what follows it.
  test('has the outline of its lane’s mark 8 px after its number where a day is uncertain', () => {
    expect(count({doubt: 'uncertain', isAllUncertain: true}).slice(4)).toEqual([
      '    count text class=count x=-6 y=4 “+2”',
      `    doubt path class=doubt d=${glyphPath('square', 0.62)} transform=translate(8.38 0)`,
    ]);
  });

  test('has ≠ 3 px after its number where sources disagree', () => {
    expect(count({doubt: 'disputed'}).slice(4)).toEqual([
      '    count text class=count x=-6 y=4 “+2”',
      `    sign path class=sign d=${NE_PATH} transform=translate(3.38 0.5) scale(0.8)`,
    ]);
  });

  test('is an empty box while nothing in it is public', () => {
    expect(count({doubt: 'disputed', isAllStretch: true}, 0)).toEqual([
      'cluster-b a transform=translate(0 93) class=cluster hue-blue is-coming href=#b data-members=b c aria-label=Two tabindex=-1',
      '  at svg class=at x=50% y=0 overflow=visible aria-hidden=true',
      '    hit rect class=hit x=-20.5 y=-12 width=41 height=24',
      '    box rect class=box x=-19 y=-8 width=38 height=16',
    ]);
  });
});

describe('rugShape(rug, lane, isKnown, name, href, widthPx, isCompact)', () => {
  const tick = (id: string, span: Span, fromPx: number, toPx = fromPx) => ({event: anEvent({id, span}), fromPx, toPx});
  const rug = (ticks: PlacedRug['ticks'], isWholeLane = false, isCompact = false, isKnown = true) =>
    linesOf([rugShape({lane: 1, yPx: 105, isWholeLane, ticks}, LANE, () => isKnown, 'A rug', '#a', 1000, isCompact)]);
  const ticksIn = (ticks: PlacedRug['ticks'], isKnown = true) =>
    rug(ticks, false, false, isKnown).flatMap((line) => /class=tick (\S+) d=(.*)/.exec(line)?.slice(1).join(' ') ?? []);

  test('is a link as wide as the plot', () => {
    expect(rug([tick('a', DAY, 100), tick('b', DAY, 200)])).toEqual([
      'rug-1 a transform=translate(0 105) class=rug hue-blue href=#a data-rug=1 data-members=a b data-first=a aria-label=A rug tabindex=-1',
      '  hit rect class=hit x=0 width=100% y=-5 height=5.5',
      '  ticks svg class=bands x=0 width=100% y=0 height=1 viewBox=0 0 100 1 preserveAspectRatio=none overflow=visible',
      '    tick is-exact path class=tick is-exact d=M9.9 -4H10.1v3.5H9.9zM19.9 -4H20.1v3.5H19.9z',
    ]);
    expect(rug([tick('a', DAY, 100)], true)[1]).toBe('  hit rect class=hit x=0 width=100% y=-7.5 height=15');
    expect(rug([tick('a', DAY, 100)], false, true)[1]).toBe('  hit rect class=hit x=0 width=100% y=-4 height=4.5');
  });

  test('names no more than 60 members', () => {
    const members = Array.from({length: 61}, (_, i) => tick(`e${i}`, DAY, 10 * i));
    expect(/data-members=([^=]*) data-first/.exec(rug(members)[0]!)![1]!.split(' ')).toHaveLength(60);
  });

  test('draws ticks of one kind that are nearer than 2 px once', () => {
    const exact = (...at: readonly number[]) => ticksIn(at.map((px, i) => tick(`e${i}`, DAY, px)))[0]!.split('z').length - 1;
    expect([exact(100, 101.9), exact(100, 102), exact(100, 101, 102)]).toEqual([1, 2, 2]);
    expect(ticksIn([tick('a', DAY, 100), tick('b', {kind: 'by', toMs: 0}, 100)])).toEqual([
      'is-exact M9.9 -4H10.1v3.5H9.9z',
      'is-hollow M9.8 -4H10.2v3.5H9.8z',
    ]);
  });

  test('draws ticks at least 2 px inside the plot', () => {
    expect(ticksIn([tick('a', DAY, -3), tick('b', DAY, 1003)])).toEqual(['is-exact M0.1 -4H0.3v3.5H0.1zM99.7 -4H99.9v3.5H99.7z']);
  });

  test('draws dots under an uncertain tick where its days are wider than 6 px, cut off at the plot’s edges', () => {
    expect(ticksIn([tick('a', WITHIN, 100, 106)])).toEqual(['is-hollow M10.1 -4H10.5v3.5H10.1z']);
    expect(ticksIn([tick('a', WITHIN, 100, 108)])).toEqual(['is-dots M10 -2.85H10.8v1.2H10z', 'is-hollow M10.2 -4H10.6v3.5H10.2z']);
    expect(ticksIn([tick('a', WITHIN, -100, 1100)])[0]).toBe('is-dots M0 -2.85H100v1.2H0z');
  });

  test('draws a stretch along the foot, 3 px long at least, cut off at the plot’s edges', () => {
    expect(ticksIn([tick('a', STRETCH, 100, 101), tick('b', STRETCH, -50, 1050)])).toEqual([
      'is-stretch M10 -3H10.3v2.5H10zM0 -3H100v2.5H0z',
    ]);
  });

  test('draws what is not public as ticks of one kind, whatever they are', () => {
    expect(ticksIn([tick('a', STRETCH, 100, 300), tick('b', WITHIN, 400, 500), tick('c', DAY, 600)], false)).toEqual([
      'is-coming M19.9 -4H20.1v3.5H19.9zM44.9 -4H45.1v3.5H44.9zM59.9 -4H60.1v3.5H59.9z',
    ]);
  });
});

test('ghostShape(rug, widthPx) draws stretches lower than instants, all at least 2 px long', () => {
  const ticks = [
    {event: anEvent(), fromPx: 100, toPx: 100},
    {event: anEvent(), fromPx: 200, toPx: 200.5},
  ];
  expect(linesOf([ghostShape({lane: 1, yPx: 105, isWholeLane: false, ticks}, 1000)])).toEqual([
    'ghost-1 g transform=translate(0 105) class=ghost aria-hidden=true',
    '  ticks svg class=bands x=0 width=100% y=0 height=1 viewBox=0 0 100 1 preserveAspectRatio=none overflow=visible',
    '    tick path class=tick d=M9.9 -5.5H10.1v5H9.9zM19.9 -2.5H20.1v1.5H19.9z',
  ]);
});

test('barShape(…) is an outline from 2 px before the plot to 2 px after it, with a line between each two names', () => {
  const bar = {lane: 0, row: 1, dayMs: DAY_MS, yPx: 93, members: ['a'], fromPx: 100, toPx: 1600};
  const names = [
    {fromPx: 108, toPx: 200},
    {fromPx: 220, toPx: 300},
    {fromPx: 400, toPx: 500},
  ];
  expect(linesOf([barShape(bar, LANE, true, names, null, 1000, false)])).toEqual([
    'bar-0-86400000-1 g transform=translate(0 93) class=day-bar hue-blue is-known aria-hidden=true',
    '  box rect class=box x=10% width=90.2% y=-8.5 height=17',
    '  divider-0 line class=divider x1=21% x2=21% y1=-5 y2=5',
    '  divider-1 line class=divider x1=35% x2=35% y1=-5 y2=5',
  ]);
});

test('ids of outlines differ from any that an event can have', () => {
  expect([markId('cross', false), markId('cross', true), DISPUTED_ID]).toEqual(['mark_cross', 'mark_cross_small', 'mark_disputed']);
});

describe('secretWords(placed, placement, standingOf, widthPx, language)', () => {
  /** "Not public yet" is 70.512 px wide. */
  const WORDS_PX = 70.512;
  const own = (over: Partial<PlacedEvent> = {}, mark: Partial<PlacedEvent['mark']> = {}, span: Span = DAY) =>
    placed(span, {label: null, ...over}, mark);
  type Others = Partial<Pick<Placement, 'events' | 'counts' | 'bars'>>;
  const words = (one: PlacedEvent, over: Others = {}, standing: Standing = 'secret', widthPx = 1000) =>
    secretWords(one, {counts: [], bars: [], ...over, events: [one, ...(over.events ?? [])]}, () => standing, widthPx, 'en')?.xPx ?? null;
  const other = (over: Partial<PlacedEvent>, mark: Partial<PlacedEvent['mark']> = {}, span: Span = DAY) =>
    placed(span, {event: anEvent({id: 'b', span}), label: null, ...over}, mark);

  test('are 11 px right of a mark, else 11 px left of it', () => {
    expect(words(own())).toBe(511);
    // They end at the plot's edge.
    expect(words(own({xPx: 1000 - 11 - WORDS_PX - 0.001}))).toBeCloseTo(1000 - WORDS_PX, 2);
    expect(words(own({xPx: 1000 - 11 - WORDS_PX + 0.1}))).toBeCloseTo(1000 - 22 - 2 * WORDS_PX + 0.1, 6);
    // Left of it they begin at the other.
    expect(words(own({xPx: 11 + WORDS_PX + 0.001}), {}, 'secret', 100)).toBeCloseTo(0, 2);
    expect(words(own({xPx: 11 + WORDS_PX - 0.1}), {}, 'secret', 100)).toBeNull();
  });

  test('are inside a clip or a tab, as far right as the plot’s edge, else left of it', () => {
    expect(words(own({spanPx: {fromPx: 200, toPx: 600}}, {form: 'clip'}, STRETCH))).toBe(208);
    expect(words(own({spanPx: {fromPx: -200, toPx: 600}}, {form: 'clip'}, STRETCH))).toBe(8);
    expect(words(own({spanPx: {fromPx: 100, toPx: 900}, tabPx: {fromPx: 300, toPx: 356}}, {form: 'tab'}, STRETCH))).toBe(308);
    expect(words(own({spanPx: {fromPx: 400, toPx: 900}}, {form: 'bar'}))).toBe(408);
    expect(words(own({spanPx: {fromPx: 950, toPx: 1900}}, {form: 'clip'}, STRETCH))).toBeCloseTo(950 - 8 - WORDS_PX, 6);
  });

  test('keep more than 5 px from another’s mark on their row, whose words are not shown yet either', () => {
    // From 511 to 581.512; a mark counts 11 px on each side.
    const near = (xPx: number) => words(own(), {events: [other({xPx, label: {...LABEL, xPx: 520, widthPx: 300}})]});
    expect(near(511 + WORDS_PX + 5 + 11 + 0.1)).toBe(511);
    expect(near(511 + WORDS_PX + 5 + 11 - 0.1)).toBeCloseTo(489 - WORDS_PX, 6);
    expect(words(own(), {events: [other({xPx: 494.9})]})).toBe(511);
    // Nearer than that it is in the way on both sides.
    expect(words(own(), {events: [other({xPx: 495.1})]})).toBeNull();
  });

  test('keep away from all of what is public on their row, words and clip', () => {
    const known = other({xPx: 800, label: {...LABEL, xPx: 560, widthPx: 229}});
    expect(words(own(), {events: [known]}, 'known')).toBeCloseTo(489 - WORDS_PX, 6);
    expect(words(own(), {events: [known]})).toBe(511);
    const clip = other({spanPx: {fromPx: 560, toPx: 700}, xPx: 560}, {form: 'clip'}, STRETCH);
    expect(words(own(), {events: [clip]})).toBeCloseTo(489 - WORDS_PX, 6);
    const tab = other({spanPx: {fromPx: 100, toPx: 900}, tabPx: {fromPx: 700, toPx: 720}, xPx: 700}, {form: 'tab'}, STRETCH);
    expect(words(own(), {events: [tab]})).toBe(511);
  });

  test('keep away from another’s clip and tab before they are public, and not from the days of a tab', () => {
    const left = (one: PlacedEvent) => words(own(), {events: [one]});
    // What is left of it is in the way of nothing, and what is right of it is.
    expect(left(other({xPx: 60, spanPx: {fromPx: 60, toPx: 560}}, {form: 'clip'}, STRETCH))).toBeNull();
    expect(left(other({xPx: 590, spanPx: {fromPx: 590, toPx: 700}}, {form: 'clip'}, STRETCH))).toBe(511);
    expect(left(other({xPx: 590, spanPx: {fromPx: 0, toPx: 900}, tabPx: {fromPx: 590, toPx: 700}}, {form: 'tab'}, STRETCH))).toBe(511);
    expect(left(other({xPx: 400, spanPx: {fromPx: 0, toPx: 900}, tabPx: {fromPx: 400, toPx: 540}}, {form: 'tab'}, STRETCH))).toBeNull();
    expect(left(other({xPx: 590, spanPx: {fromPx: 0, toPx: 900}}, {}, WITHIN))).toBeCloseTo(489 - WORDS_PX, 6);
  });

  test('keep away from a count on their left', () => {
    // Left of the mark they would begin at 418.488; the count ends at 430 and leaves the place right of it free.
    const count = {xPx: 420, yPx: 69, widthPx: 20} as PlacedCount;
    expect(words(own(), {counts: [count]})).toBe(511);
    expect(words(own({xPx: 950}), {counts: [{...count, xPx: 855}]})).toBeNull();
    expect(words(own({xPx: 950}), {counts: [{...count, xPx: 853.4}]})).toBeCloseTo(939 - WORDS_PX, 6);
  });

  test('keep away from counts and from the bars of others on their row', () => {
    const count = {xPx: 590, yPx: 69, widthPx: 20} as PlacedCount;
    expect(words(own(), {counts: [count]})).toBeCloseTo(489 - WORDS_PX, 6);
    expect(words(own(), {counts: [{...count, xPx: 597}]})).toBe(511);
    expect(words(own(), {counts: [{...count, yPx: 93}]})).toBe(511);
    const bar = {lane: 0, row: 0, dayMs: 0, yPx: 69, members: ['b'], fromPx: 560, toPx: 700};
    expect(words(own(), {bars: [bar]})).toBeCloseTo(489 - WORDS_PX, 6);
    expect(words(own(), {bars: [{...bar, members: ['a', 'b']}]})).toBe(511);
    expect(words(own(), {bars: [{...bar, yPx: 93}]})).toBe(511);
  });

  test('say how wide they are', () => {
    expect(secretWords(own(), {events: [], counts: [], bars: []}, () => 'secret', 1000, 'en')).toEqual({
      text: 'Not public yet',
      xPx: 511,
      widthPx: WORDS_PX,
    });
  });
});
