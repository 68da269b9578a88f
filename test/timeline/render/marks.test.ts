import {describe, expect, test} from 'vitest';
import type {PlacedCount, PlacedEvent, PlacedRug} from '../../../src/timeline/layout/place.ts';
import {barShape, countShape} from '../../../src/timeline/render/groups.ts';
import {markShape} from '../../../src/timeline/render/marks.ts';
import {ghostShape, rugShape} from '../../../src/timeline/render/rugs.ts';
import {secretWords} from '../../../src/timeline/render/secret.ts';
import type {MarkState} from '../../../src/timeline/render/marks.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import type {Lane} from '../../../src/timeline/model/timeline.ts';
import {stretch, within} from '../some-spans.ts';
import {anEvent} from '../some-timeline.ts';
import {LABEL, placed, STATE} from './placed-mark.ts';

const LANE: Lane = {id: 'l', name: 'Lane', glyph: 'circle', hue: 'blue', rows: 2};
const STRETCH = stretch(0, 4);
const WITHIN = within(0, 4);

/** A drawing on one line for each shape: key, then what matters of its attributes. */
function lines({key, attributes, children, text}: Shape, depth = 0): string[] {
  const parts = ['class', 'href', 'x', 'width', 'x1', 'x2', 'y', 'y1', 'y2', 'height'].flatMap((name) =>
    attributes[name] === undefined || key === 'hit' ? [] : [`${name}=${attributes[name]}`],
  );
  return [
    `${'  '.repeat(depth)}${[key, ...parts, ...(text ? [`“${text}”`] : [])].join(' ')}`,
    ...(children ?? []).flatMap((child) => lines(child, depth + 1)),
  ];
}

const draw = (one: PlacedEvent, state: Partial<MarkState> = {}, isCompact = false) =>
  lines(markShape(one, LANE, {...STATE, ...state}, 1000, isCompact));
const day: Span = {kind: 'day', dayMs: 0};

describe('markShape(placed, lane, state, widthPx, isCompact)', () => {
  test('is a link with a glyph and words', () => {
    const shape = markShape(placed(day), LANE, STATE, 1000, false);
    expect(shape).toMatchObject({
      key: 'a',
      tag: 'a',
      attributes: {transform: 'translate(0 69)', 'data-id': 'a', 'aria-label': 'Its name', tabindex: -1},
    });
    expect(lines(shape)).toEqual([
      'a class=mark hue-blue is-known href=#a',
      '  hit',
      '  glyph class=glyph href=#mark_circle x=50%',
      '  words class=label words size-13 x=51.1% y=4.5 “Label”',
    ]);
  });

  test('takes the press on mark and words, and on 24 px at least', () => {
    const hit = (one: PlacedEvent, state: Partial<MarkState> = {}) => {
      const {x, width, y, height} = markShape(one, LANE, {...STATE, ...state}, 1000, false).children!.find(
        ({key}) => key === 'hit',
      )!.attributes;
      return [x, width, y, height];
    };
    expect(hit(placed(day))).toEqual(['48.8%', '6.6%', -12, 24]);
    expect(hit(placed(day, {label: null}))).toEqual(['48.8%', '2.4%', -12, 24]);
    expect(hit(placed(day), {standing: 'secret'})).toEqual(['48.8%', '2.4%', -12, 24]);
    expect(hit(placed(STRETCH, {spanPx: {fromPx: 100, toPx: 104}, label: null}, {form: 'clip'}))).toEqual(['10%', '2.4%', -12, 24]);
    expect(hit(placed(day, {}, {form: 'bar'}))).toEqual(['50.8%', '4.6%', -12, 24]);
  });

  test('is smaller where it has no words, and says so', () => {
    expect(draw(placed(day, {label: null}, {isSmall: true}))).toEqual([
      'a class=mark hue-blue is-known is-small href=#a',
      '  hit',
      '  glyph class=glyph href=#mark_circle_small x=50%',
    ]);
  });

  test('follows words with ≠ where sources disagree', () => {
    // 4 px after words of 26, for 14 of the 40 are the sign's room.
    expect(draw(placed(day, {label: {...LABEL, hasSign: true}})).at(-1)).toBe('  sign class=label sign href=#mark_disputed x=54.1%');
  });

  test('sets the selected event’s words on a block and rings its mark', () => {
    expect(draw(placed(day), {isSelected: true})).toEqual([
      'a class=mark hue-blue is-known is-selected href=#a',
      '  hit',
      '  at class=at x=50% y=0',
      '    ring class=ring',
      '  glyph class=glyph href=#mark_circle x=50%',
      '  label class=label x=51.1% y=0',
      '    block class=block x=-6 width=52 y=-10 height=20',
      '    words class=words size-13 y=4.5 “Label”',
    ]);
  });

  test('has dots with caps between two days, cut off at the plot’s edges', () => {
    expect(draw(placed(WITHIN, {spanPx: {fromPx: 300, toPx: 700}, label: null}))).toEqual([
      'a class=mark hue-blue is-known is-uncertain href=#a',
      '  hit',
      '  dots class=dots x1=30% x2=70% y1=0 y2=0',
      '  cap-0 class=cap x1=30% x2=30% y1=-3.5 y2=3.5',
      '  cap-1 class=cap x1=70% x2=70% y1=-3.5 y2=3.5',
      '  glyph class=glyph href=#mark_circle x=50%',
    ]);
    expect(draw(placed(WITHIN, {spanPx: {fromPx: -300, toPx: 700}, label: null})).filter((line) => line.includes('cap'))).toEqual([
      '  cap-1 class=cap x1=70% x2=70% y1=-3.5 y2=3.5',
    ]);
  });

  test('drops a stem from a mark to its dots on the foot', () => {
    const drawn = draw(placed(WITHIN, {spanPx: {fromPx: 300, toPx: 700}, label: null}, {isOnFoot: true}));
    expect(drawn).toContain('  dots class=dots x1=30% x2=70% y1=10.4 y2=10.4');
    expect(drawn).toContain('  drop class=stem x1=50% x2=50% y1=0 y2=10.4');
    expect(draw(placed(WITHIN, {spanPx: {fromPx: 300, toPx: 700}, label: null}, {isOnFoot: true}), {}, true)).toContain(
      '  drop class=stem x1=50% x2=50% y1=0 y2=7.8',
    );
  });

  test('lets dots fade away from the day in three steps: one way for “by” and “since”, both ways for “about”', () => {
    const fades = (span: Span, fromPx: number, toPx: number) =>
      draw(placed(span, {spanPx: {fromPx, toPx}, label: null}))
        .filter((line) => line.includes('fade'))
        .map((line) => line.replace(/.*x1=(\S+) x2=(\S+) .*/, '$1 $2'));
    expect(fades({kind: 'by', toMs: 0}, 200, 500)).toEqual(['50% 40%', '40% 30%', '30% 20%']);
    expect(fades({kind: 'since', fromMs: 0}, 500, 800)).toEqual(['50% 60%', '60% 70%', '70% 80%']);
    expect(fades({...WITHIN, soft: true} as Span, 350, 650)).toEqual(['50% 45%', '45% 40%', '40% 35%', '50% 55%', '55% 60%', '60% 65%']);
  });

  test('draws a stretch as a clip with head and tail where they are in the window', () => {
    expect(draw(placed(STRETCH, {spanPx: {fromPx: 100, toPx: 500}, label: null}, {form: 'clip'}))).toEqual([
      'a class=mark hue-blue is-known is-clip href=#a',
      '  hit',
      '  clip class=clip x=10% width=40% y=-8.5 height=17',
      '  top class=clip-top x1=10% x2=50% y1=-7.5 y2=-7.5',
      '  clip-head class=clip-head x1=10.1% x2=10.1% y1=-8.5 y2=8.5',
      '  clip-tail class=clip-tail x1=49.95% x2=49.95% y1=-8.5 y2=8.5',
    ]);
    expect(
      draw(placed(STRETCH, {spanPx: {fromPx: -100, toPx: 1500}, label: null}, {form: 'clip'})).filter((line) => /head|tail/.test(line)),
    ).toEqual([]);
  });

  test('lets an end that is not sure fade and dash its edge', () => {
    const drawn = draw(placed({...STRETCH, softEnd: true} as Span, {spanPx: {fromPx: 100, toPx: 500}, label: null}, {form: 'clip'}));
    // 70 px of fade before 500.
    expect(drawn).toContain('  clip class=clip x=10% width=33% y=-8.5 height=17');
    expect(drawn).toContain('  top-out class=clip-top is-unsure x1=43% x2=50% y1=-7.5 y2=-7.5');
    expect(drawn.some((line) => line.includes('clip-tail'))).toBe(false);
  });

  test('draws a stretch on the foot as a line with a tab', () => {
    expect(
      draw(
        placed(STRETCH, {spanPx: {fromPx: 100, toPx: 500}, tabPx: {fromPx: 200, toPx: 256}, label: null}, {form: 'tab', isOnFoot: true}),
      ),
    ).toEqual([
      'a class=mark hue-blue is-known is-clip href=#a',
      '  hit',
      '  foot-line class=foot-line',
      '    line class=line x=10% width=40% y=9.2 height=2.4',
      '    tail class=tail x1=49.95% x2=49.95% y1=4.4 y2=10.4',
      '  tab class=tab x=20% width=5.6% y=-8.5 height=17',
    ]);
    expect(
      draw(
        placed(
          STRETCH,
          {spanPx: {fromPx: 100, toPx: 500}, tabPx: {fromPx: 200, toPx: 212}, label: null},
          {form: 'tab', isOnFoot: true, isSmall: true},
        ),
      ).at(-1),
    ).toBe('  tab class=small-box x=20% width=1.2% y=2.4 height=8');
  });

  test('shows only an outline of what is not public yet, and never its words or dots', () => {
    expect(draw(placed(STRETCH, {spanPx: {fromPx: 100, toPx: 500}}, {form: 'clip'}), {standing: 'coming'})).toEqual([
      'a class=mark hue-blue is-coming is-clip href=#a',
      '  hit',
      '  clip class=outline x=10% width=40% y=-8.5 height=17',
    ]);
    expect(draw(placed(WITHIN, {spanPx: {fromPx: 300, toPx: 700}}), {standing: 'coming'})).toEqual([
      'a class=mark hue-blue is-coming is-uncertain href=#a',
      '  hit',
      '  glyph class=glyph href=#mark_circle x=50%',
    ]);
    expect(draw(placed(day), {standing: 'secret', secret: {text: 'not public yet', xPx: 520, widthPx: 80}}).at(-1)).toBe(
      '  words class=words size-13 is-quiet label x=52% y=4.5 “not public yet”',
    );
  });

  test('drops the stem of a reported hour through its lane', () => {
    expect(draw(placed({kind: 'moment', atMs: 0}), {stemPx: {topPx: -12, footPx: 36}})).toContain(
      '  stem class=stem x1=50% x2=50% y1=-12 y2=36',
    );
  });
});

describe('countShape(count, lane, known, name, href, widthPx)', () => {
  const COUNT: PlacedCount = {
    lane: 0,
    row: 1,
    atMs: 0,
    widthPx: 26,
    members: ['a', 'b', 'c'],
    doubt: null,
    isAllUncertain: false,
    isAllStretch: false,
    xPx: 500,
    yPx: 93,
  };
  const count = (over: Partial<PlacedCount> = {}, known = 3) => {
    const shape = countShape({...COUNT, ...over}, LANE, known, 'Three', '#a', 1000);
    return {
      classes: shape.attributes['class'],
      keys: shape.children![0]!.children!.map(({key}) => key),
      text: shape.children![0]!.children!.find(({key}) => key === 'count')?.text,
    };
  };

  test('is a box with the number of those known', () => {
    expect(count()).toEqual({classes: 'cluster hue-blue is-known', keys: ['hit', 'box', 'count'], text: '+3'});
    expect(count({}, 2).text).toBe('+2');
    expect(lines(countShape(COUNT, LANE, 3, 'Three', '#a', 1000))).toEqual([
      'cluster-a class=cluster hue-blue is-known href=#a',
      '  at class=at x=50% y=0',
      '    hit',
      '    box class=box x=-12.5 width=25 y=-8 height=16',
      '    count class=count x=0 y=4 “+3”',
    ]);
  });

  test('shows one doubt of its members, and whether all are uncertain or last', () => {
    expect(count({doubt: 'uncertain', isAllUncertain: true, widthPx: 37})).toMatchObject({
      classes: 'cluster hue-blue is-known is-uncertain',
      keys: ['hit', 'box', 'count', 'doubt'],
    });
    expect(count({doubt: 'disputed', widthPx: 39})).toMatchObject({keys: ['hit', 'box', 'count', 'sign']});
    expect(count({isAllStretch: true})).toMatchObject({
      classes: 'cluster hue-blue is-known is-stretch',
      keys: ['hit', 'box', 'top', 'count'],
    });
  });

  test('says nothing of what is all still to come', () => {
    expect(count({doubt: 'uncertain', isAllUncertain: true, isAllStretch: true}, 0)).toEqual({
      classes: 'cluster hue-blue is-coming',
      keys: ['hit', 'box'],
      text: undefined,
    });
  });
});

describe('barShape(bar, lane, isKnown, names, hourWords, widthPx, isCompact)', () => {
  const BAR = {lane: 0, row: 1, dayMs: 0, yPx: 93, members: ['a', 'b'], fromPx: -50, toPx: 600};
  test('is an outline cut at the window’s edge, with a line between two names', () => {
    const names = [
      {fromPx: 8, toPx: 100},
      {fromPx: 124, toPx: 200},
    ];
    expect(lines(barShape(BAR, LANE, true, names, {text: 'hour not reported', xPx: 480, widthPx: 100}, 1000, false))).toEqual([
      'bar-0-0-1 class=day-bar hue-blue is-known',
      '  box class=box x=-0.2% width=60.2% y=-8.5 height=17',
      '  divider-0 class=divider x1=11.2% x2=11.2% y1=-5 y2=5',
      '  hour class=words is-hour x=48% y=4.5 “hour not reported”',
    ]);
    expect(lines(barShape(BAR, LANE, false, [], null, 1000, true))).toEqual([
      'bar-0-0-1 class=day-bar hue-blue is-coming',
      '  box class=box x=-0.2% width=60.2% y=-7 height=14',
    ]);
  });
});

describe('rugShape(rug, lane, isKnown, name, href, widthPx, isCompact), ghostShape(rug, widthPx)', () => {
  const tick = (id: string, span: Span, fromPx: number, toPx = fromPx) => ({event: anEvent({id, span}), fromPx, toPx});
  const RUG: PlacedRug = {
    lane: 0,
    yPx: 105,
    isWholeLane: false,
    ticks: [
      tick('a', day, 100),
      tick('near', day, 101),
      tick('b', day, 200),
      tick('doubt', WITHIN, 300, 400),
      tick('long', STRETCH, 500, 600),
      tick('coming', day, 700),
    ],
  };
  const paths = (shape: Shape) =>
    shape.children!.flatMap(({children}) => children ?? []).map(({attributes}) => [attributes['class'], attributes['d']]);

  test('draws one path for each kind of tick, with its doubt', () => {
    const shape = rugShape(RUG, LANE, ({id}) => id !== 'coming', 'A rug', '#a', 1000, false);
    expect(shape).toMatchObject({
      key: 'rug-0',
      tag: 'a',
      attributes: {
        class: 'rug hue-blue',
        'data-rug': 0,
        'data-first': 'a',
        'data-members': 'a near b doubt long coming',
        'aria-label': 'A rug',
      },
    });
    expect(paths(shape)).toEqual([
      ['tick is-dots', 'M30 -2.85H40v1.2H30z'],
      ['tick is-stretch', 'M50 -3H60v2.5H50z'],
      ['tick is-exact', 'M9.9 -4H10.1v3.5H9.9zM19.9 -4H20.1v3.5H19.9z'],
      ['tick is-hollow', 'M34.8 -4H35.2v3.5H34.8z'],
      ['tick is-coming', 'M69.9 -4H70.1v3.5H69.9z'],
    ]);
  });

  test('has higher ticks in a lane that is nothing but a rug, and lower ones on a phone', () => {
    expect(paths(rugShape({...RUG, isWholeLane: true, ticks: [tick('a', day, 100)]}, LANE, () => true, '', '#', 1000, true))).toEqual([
      ['tick is-exact', 'M9.9 -3.5H10.1v7H9.9z'],
    ]);
    expect(paths(rugShape({...RUG, ticks: [tick('a', day, 100)]}, LANE, () => true, '', '#', 1000, true))).toEqual([
      ['tick is-exact', 'M9.9 -3H10.1v2.5H9.9z'],
    ]);
  });

  test('draws what a search passes over as ticks without a link', () => {
    const shape = ghostShape({...RUG, ticks: [tick('a', day, 100), tick('long', STRETCH, 500, 600)]}, 1000);
    expect([shape.tag, shape.key, shape.attributes['aria-hidden']]).toEqual(['g', 'ghost-0', 'true']);
    expect(paths(shape)).toEqual([['tick', 'M9.9 -5.5H10.1v5H9.9zM49.9 -2.5H60v1.5H49.9z']]);
  });
});

describe('secretWords(placed, placement, standingOf, widthPx, language)', () => {
  const at = (xPx: number, others: readonly PlacedEvent[] = []) => {
    const own = placed(day, {xPx, label: null});
    return secretWords(own, {events: [own, ...others], counts: [], bars: []}, () => 'secret', 1000, 'en');
  };

  test('are right of a mark, else left of it, else nowhere', () => {
    expect(at(500)).toMatchObject({text: 'Not public yet', xPx: 511});
    const left = at(950)!;
    expect(left.xPx + left.widthPx).toBeCloseTo(939, 6);
    const near = [placed(day, {xPx: 540, event: anEvent({id: 'b'})}), placed(day, {xPx: 460, event: anEvent({id: 'c'})})];
    expect(at(500, near.slice(0, 1))!.xPx).toBeLessThan(489);
    expect(at(500, near)).toBeNull();
    expect(
      at(
        500,
        near.map((other) => ({...other, yPx: 93})),
      )!.xPx,
    ).toBe(511);
  });
});
