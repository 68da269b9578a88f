import {describe, expect, test} from 'vitest';
import * as fc from 'fast-check';
import {dealRows} from '../../../src/timeline/layout/deal.ts';
import {fillAround, fillRows, lyingIn, QUICK, THOROUGH} from '../../../src/timeline/layout/fill.ts';
import {clash, excludes, tableOf} from '../../../src/timeline/layout/rows.ts';
import type {Effort, Filled} from '../../../src/timeline/layout/fill.ts';
import type {Footprint, Gaps, Interval, Way, Wish, Table} from '../../../src/timeline/layout/rows.ts';
import {checkProperty, PROPERTY_TIMEOUT_MS} from '../property.ts';

const GAPS: Gaps = {bodyPx: 12, boxPx: 4, footPx: 8};

const px = (fromPx: number, toPx: number): Interval => ({fromPx, toPx});
const words = (fromPx: number, toPx: number): Footprint => ({body: px(fromPx, toPx), isBox: false, foot: null});
const box = (fromPx: number, toPx: number): Footprint => ({body: px(fromPx, toPx), isBox: true, foot: null});
const foot = (fromPx: number, toPx: number, isDotted = false): Footprint => ({body: null, isBox: false, foot: px(fromPx, toPx), isDotted});

describe('clash(a, b, gaps)', () => {
  /** Whether two clash at a distance of their gap, and just below it, either way round. */
  const at = (a: Footprint, make: (fromPx: number, toPx: number) => Footprint, gapPx: number) =>
    [gapPx, gapPx - 0.01].flatMap((distance) => {
      const b = make(100 + distance, 150);
      return [clash(a, b, GAPS), clash(b, a, GAPS)];
    });
  const onlyBelow = [false, false, true, true];

  test('keeps words 12 px from words and from boxes', () => {
    expect(at(words(0, 100), words, 12)).toEqual(onlyBelow);
    expect(at(words(0, 100), box, 12)).toEqual(onlyBelow);
    expect(at(box(0, 100), words, 12)).toEqual(onlyBelow);
  });

  test('keeps boxes 4 px apart, and lines on a foot 8 px', () => {
    expect(at(box(0, 100), box, 4)).toEqual(onlyBelow);
    expect(at(foot(0, 100), foot, 8)).toEqual(onlyBelow);
    expect(at(foot(0, 100, true), foot, 8)).toEqual(onlyBelow);
  });

  test('lets a line pass below words, and only a dotted one below a box', () => {
    expect(clash(foot(0, 100), words(20, 60), GAPS)).toBe(false);
    expect(clash(foot(0, 100, true), box(20, 60), GAPS)).toBe(false);
    expect(at(foot(0, 100), box, 4)).toEqual(onlyBelow);
    expect(at(box(0, 100), foot, 4)).toEqual(onlyBelow);
  });

  test('sees what lies inside the other', () => {
    expect([clash(words(0, 100), words(40, 50), GAPS), clash(words(40, 50), words(0, 100), GAPS)]).toEqual([true, true]);
  });

  test('looks at body and foot of both', () => {
    const tab: Footprint = {body: px(0, 40), isBox: true, foot: px(0, 200)};
    expect(clash(tab, words(60, 100), GAPS)).toBe(false);
    expect(clash(tab, {...box(60, 100), foot: null}, GAPS)).toBe(true);
    expect(clash(tab, {...words(60, 100), foot: px(190, 300)}, GAPS)).toBe(true);
    expect(clash(tab, {...words(60, 100), foot: px(208, 300)}, GAPS)).toBe(false);
  });
});

const way = (fromPx: number, toPx: number, cost = 0): Way<string> => ({...words(fromPx, toPx), cost, drawn: `${fromPx}–${toPx}`});
const wish = (ways: readonly Way<string>[], dropCost = 30, rowCost = 0.06): Wish<string> => ({ways, dropCost, rowCost});
const seen = ({placed}: Filled<string>) => placed.map((one) => (one ? `${one.way.drawn} on ${one.row}` : null));
const fill = (wishes: readonly Wish<string>[], rows: number, effort = THOROUGH) =>
  fillRows(tableOf<string, Wish<string>>(wishes, GAPS), rows, effort);

describe('tableOf(wishes, gaps)', () => {
  const table = (...wishes: readonly Wish<string>[]) => tableOf<string, Wish<string>>(wishes, GAPS);

  test('has the ways of each wish after those of the one before, without those that cost as much as going without', () => {
    const {wishes, starts, ways, cost} = table(
      wish([way(0, 100), way(200, 300, 20)], 20),
      wish([]),
      wish([way(50, 150, 0.5), way(0, 90, 1)]),
    );
    expect([wishes.length, [...starts]]).toEqual([3, [0, 1, 1, 3]]);
    expect(ways.map(({drawn}) => drawn)).toEqual(['0–100', '50–150', '0–90']);
    expect([...cost]).toEqual([0, 0.5, 1]);
  });

  test('has the shortest way of each first, the cheapest of those within 4 px of each other', () => {
    const {tight} = table(wish([way(0, 100), way(0, 50, 1)]), wish([way(0, 103), way(0, 100, 0.5), way(0, 95, 0.7), way(200, 295, 0.7)]));
    expect([...tight]).toEqual([1, 0, 4, 5, 2, 3]);
  });

  /** For each way those of other wishes that it excludes. */
  const rivalsIn = ({ways, starts, ends}: Table<string>) => {
    const wishOf = (way: number) => starts.findLastIndex((first) => first <= way);
    const all = [...ways.keys()];
    return all.map((a) => all.filter((b) => wishOf(a) !== wishOf(b) && excludes(ends, a, b)));
  };

  test('knows which ways exclude each other', () => {
    const line = (fromPx: number, toPx: number): Way<string> => ({...foot(fromPx, toPx), cost: 0.1, drawn: ''});
    const boxed = (fromPx: number, toPx: number): Way<string> => ({...box(fromPx, toPx), cost: 0.2, drawn: ''});
    const rivals = rivalsIn(
      table(
        wish([way(0, 100), way(50, 150)]),
        wish([way(111, 160), line(0, 20)]),
        wish([boxed(24, 60), boxed(23, 60), way(172, 180, 0.3)]),
      ),
    );
    expect(rivals).toEqual([[2, 4, 5], [2, 4, 5], [0, 1], [5], [0, 1], [0, 1, 3], []]);
  });

  test('looks at the whole of what has a body and a foot', () => {
    const tab: Way<string> = {body: px(100, 140), isBox: true, foot: px(0, 300), cost: 0, drawn: ''};
    const line = (fromPx: number, toPx: number): Way<string> => ({...foot(fromPx, toPx), cost: 0, drawn: ''});
    const lines = [line(307, 400), line(308, 400), line(-90, -7), line(-90, -8)];
    expect(rivalsIn(table(wish([tab]), ...lines.map((one) => wish([one]))))[0]).toEqual([1, 3]);
  });
});

test(
  'excludes(ends, a, b) is clash(a, b), for any two ways',
  () => {
    const interval = fc
      .tuple(fc.integer({min: 0, max: 240}), fc.integer({min: 0, max: 120}))
      .map(([from, length]) => px(from / 4, (from + length) / 4));
    const footprint: fc.Arbitrary<Footprint> = fc.record({
      body: fc.option(interval, {nil: null}),
      isBox: fc.boolean(),
      foot: fc.option(interval, {nil: null}),
      isDotted: fc.boolean(),
    });
    checkProperty(
      fc.property(footprint, footprint, (one, other) => {
        const {ends} = tableOf<string, Wish<string>>(
          [one, other].map((each) => wish([{...each, cost: 0, drawn: ''}])),
          GAPS,
        );
        expect([excludes(ends, 0, 1), excludes(ends, 1, 0)]).toEqual([clash(one, other, GAPS), clash(other, one, GAPS)]);
      }),
    );
  },
  PROPERTY_TIMEOUT_MS,
);

describe('fillRows(table, rows, effort), no further than its effort', () => {
  const LITTLE: Effort = {steps: 150, allSteps: 3000, depth: 0, orders: 0, rounds: 0};
  const costWith = (wishes: readonly Wish<string>[], effort: Partial<Effort>, rows = 1) => fill(wishes, rows, {...LITTLE, ...effort}).cost;
  /** The third has room where the first is, if that goes to where the second is, and that elsewhere. */
  const chain = [wish([way(0, 100), way(150, 250, 0.7)]), wish([way(150, 250), way(300, 400, 0.5)]), wish([way(50, 120)])];

  test('moves one for the other as often as its depth allows', () => {
    expect([0, 1, 2].map((depth) => costWith(chain, {depth}))).toEqual([30, 30, 1.2]);
    expect([0, 1].map((depth) => costWith([chain[0]!, chain[2]!], {depth}))).toEqual([30, 0.7]);
  });

  test('moves nothing without a step to spend', () => {
    expect([costWith(chain, {depth: 2, steps: 0}), costWith(chain, {depth: 2, allSteps: 0})]).toEqual([30, 30]);
  });

  test('moves as long as it has steps', () => {
    // The third for the first, the first to where it would be again, and to where the second is.
    expect([1, 2, 3].map((steps) => costWith(chain, {depth: 2, steps}))).toEqual([30, 30, 1.2]);
  });

  test('tries again as long as not all steps are spent, of which each wish of a try is one', () => {
    const dearestLast = [wish([way(0, 100)], 20), wish([way(50, 150)], 200)];
    expect([2, 3].map((allSteps) => costWith(dearestLast, {orders: 1, allSteps}))).toEqual([200, 20]);
    const longLast = [wish([way(0, 50), way(200, 250, 0.5)], 200), wish([way(0, 150)])];
    expect([2, 3].map((allSteps) => costWith(longLast, {rounds: 1, allSteps}))).toEqual([30, 0.5]);
  });

  test('moves two aside for one, not three', () => {
    const three = [0, 60, 120].map((atPx) => wish([way(atPx, atPx + 40), way(atPx + 400, atPx + 440, 0.1)]));
    expect(costWith([...three, wish([way(20, 80)])], {depth: 1})).toBeCloseTo(0.2, 9);
    expect(costWith([...three, wish([way(20, 140)])], {depth: 1})).toBe(30);
  });

  test('puts all back where it finds no room', () => {
    const filled = fill([wish([way(0, 100), way(400, 500, 0.1)]), wish([way(120, 200)]), wish([way(50, 150)])], 1, {...LITTLE, depth: 1});
    expect(seen(filled)).toEqual(['0–100 on 0', '120–200 on 0', null]);
  });

  test('lets no two exclude each other after many moves', () => {
    const wishes = Array.from({length: 12}, (_, i) => wish([0, 1, 2].map((n) => way(i * 20 + n * 60, i * 20 + n * 60 + 50, n * 0.1))));
    const {placed} = fill(wishes, 2, {...LITTLE, depth: 2});
    placed.forEach((one, i) => {
      for (const other of placed.slice(i + 1)) if (one && other?.row === one.row) expect(clash(one.way, other.way, GAPS)).toBe(false);
    });
    expect(placed.filter((one) => one === null).length).toBeLessThan(4);
  });

  test('tries the dearest to leave out first', () => {
    const wishes = [wish([way(0, 100)], 20), wish([way(50, 150)], 200)];
    expect([0, 1].map((orders) => costWith(wishes, {orders}))).toEqual([200, 20]);
  });

  test('then goes from the left', () => {
    const wishes = [wish([way(40, 160)]), wish([way(0, 100)]), wish([way(112, 212)])];
    expect([1, 2].map((orders) => costWith(wishes, {orders}))).toEqual([60, 30]);
  });

  test('then begins with the longest', () => {
    const wishes = [wish([way(0, 50), way(200, 250, 0.5)], 200), wish([way(0, 150)])];
    expect([2, 3].map((orders) => costWith(wishes, {orders}))).toEqual([30, 0.5]);
  });

  test('then goes from the right', () => {
    const wishes = [wish([way(0, 300)]), wish([way(50, 120)]), wish([way(150, 220)])];
    expect([3, 4].map((orders) => costWith(wishes, {orders}))).toEqual([60, 30]);
  });

  test('then places the neighbours of a wish without a place again', () => {
    const wishes = [wish([way(0, 50), way(200, 250, 0.5)], 200), wish([way(0, 150)])];
    expect([0, 1].map((rounds) => costWith(wishes, {rounds}))).toEqual([30, 0.5]);
    // Each round helps one of two.
    const far = [wish([way(1000, 1050), way(1200, 1250, 0.5)], 200), wish([way(1000, 1150)])];
    expect([0, 1, 2].map((rounds) => costWith([...wishes, ...far], {rounds}))).toEqual([60, 30.5, 1]);
  });

  test('places again by importance, then the longest first, then from the left', () => {
    const last = wish([way(0, 70)]);
    const moves = [way(100, 120, 0.1), way(200, 220, 0.2)];
    const stuck = way(110, 170, 0.1);
    // By importance the first would be put where alone the second can be.
    const longer = [wish([way(0, 20), ...moves], 200), wish([way(40, 70), stuck], 200), last];
    expect([0, 1].map((rounds) => Math.round(costWith(longer, {rounds}) * 100) / 100)).toEqual([30, 0.3]);
    const lefter = [wish([way(40, 60), ...moves], 200), wish([way(0, 20), stuck], 200), last];
    expect([0, 1].map((rounds) => Math.round(costWith(lefter, {rounds}) * 100) / 100)).toEqual([30, 0.3]);
  });

  test('ends with the cheapest way that is free', () => {
    // Short ways make room for the second; where there is room already, the long one is cheaper.
    const longOrShort = (atPx: number) => wish([way(atPx, atPx + 200), way(atPx, atPx + 80, 0.7)], 200);
    const wishes = [longOrShort(0), wish([way(100, 180)]), longOrShort(1000)];
    expect(seen(fill(wishes, 1, {...LITTLE, orders: 1}))).toEqual(['0–80 on 0', '100–180 on 0', '1000–1200 on 0']);
    expect([0, 1].map((orders) => costWith(wishes, {orders}))).toEqual([30, 0.7]);
  });
});

describe('fillRows(table, rows, effort)', () => {
  test('gives each its cheapest way, on the first row that is free', () => {
    const filled = fill([wish([way(0, 100), way(200, 300, 0.7)]), wish([way(50, 150)]), wish([way(112, 180)])], 2);
    expect(seen(filled)).toEqual(['0–100 on 0', '50–150 on 1', '112–180 on 0']);
    expect(filled.cost).toBeCloseTo(0.06, 9);
  });

  test('takes a dearer way where a further row is dearer still', () => {
    expect(seen(fill([wish([way(0, 100)]), wish([way(50, 150), way(120, 220, 0.05)])], 2))).toEqual(['0–100 on 0', '120–220 on 0']);
    expect(seen(fill([wish([way(0, 100)]), wish([way(50, 150), way(120, 220, 0.07)])], 2))).toEqual(['0–100 on 0', '50–150 on 1']);
  });

  test('uses no dearer way on a row as far down', () => {
    const wishes = [wish([way(0, 100)], 200), wish([way(120, 220)], 200), wish([way(50, 110), way(130, 200, 0.05)])];
    expect(seen(fill(wishes, 2))).toEqual(['0–100 on 0', '120–220 on 0', '50–110 on 1']);
  });

  test('leaves out what finds no place, and counts what that costs', () => {
    const filled = fill([wish([way(0, 100)], 200), wish([way(0, 100)], 30), wish([], 20)], 1);
    expect(seen(filled)).toEqual(['0–100 on 0', null, null]);
    expect(filled.cost).toBe(50);
  });

  test('leaves out the lesser, whatever comes first', () => {
    expect(seen(fill([wish([way(0, 100)], 20), wish([way(50, 150)], 200)], 1))).toEqual([null, '50–150 on 0']);
  });

  test('never uses a way that costs more than going without', () => {
    const filled = fill([wish([way(0, 100, 31)], 30)], 3);
    expect([seen(filled), filled.cost]).toEqual([[null], 30]);
  });

  test('moves aside what can lie elsewhere, to make room', () => {
    const first = wish([way(0, 100), way(150, 250, 0.7)]);
    expect(seen(fill([first, wish([way(50, 120)])], 1))).toEqual(['150–250 on 0', '50–120 on 0']);
    // A second in turn gives way to the first.
    const second = wish([way(150, 250), way(300, 400, 0.5)]);
    expect(seen(fill([first, second, wish([way(50, 120)])], 1))).toEqual(['150–250 on 0', '300–400 on 0', '50–120 on 0']);
  });

  test('moves two at once', () => {
    const left = wish([way(0, 100), way(400, 500, 0.7)]);
    const right = wish([way(120, 200), way(520, 600, 0.7)]);
    expect(seen(fill([left, right, wish([way(50, 150)])], 1))).toEqual(['400–500 on 0', '520–600 on 0', '50–150 on 0']);
  });

  test('is empty where nothing is wished for', () => {
    expect(fill([], 3)).toEqual({cost: 0, placed: []});
  });

  /** Wishes of a few ways each, over a stretch with room for about three. */
  const someWishes = fc
    .array(
      fc.record({
        ways: fc.array(
          fc.record({fromPx: fc.nat({max: 200}), lengthPx: fc.integer({min: 10, max: 120}), cost: fc.constantFrom(0, 0.1, 0.7, 1.4)}),
          {maxLength: 3},
        ),
        dropCost: fc.constantFrom(20, 30, 120, 200),
      }),
      {maxLength: 5},
    )
    .map((all) =>
      all.map(({ways, dropCost}) =>
        wish(
          ways.map(({fromPx, lengthPx, cost}) => way(fromPx, fromPx + lengthPx, cost)).sort((a, b) => a.cost - b.cost),
          dropCost,
        ),
      ),
    );

  /** The least cost there is, by trying everything. */
  function leastCost(
    wishes: readonly Wish<string>[],
    rows: number,
    placed: readonly {readonly way: Way<string>; readonly row: number}[] = [],
  ): number {
    const [first, ...rest] = wishes;
    if (!first) return 0;
    let least = first.dropCost + leastCost(rest, rows, placed);
    for (const one of first.ways) {
      for (let row = 0; row < rows; row++) {
        if (placed.some((other) => other.row === row && clash(one, other.way, GAPS))) continue;
        least = Math.min(least, one.cost + row * first.rowCost + leastCost(rest, rows, [...placed, {way: one, row}]));
      }
    }
    return least;
  }

  test('lets nothing clash, and counts its cost rightly', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(
      fc.property(someWishes, fc.integer({min: 1, max: 3}), fc.constantFrom(QUICK, THOROUGH), (wishes, rows, effort) => {
        const {placed, cost} = fill(wishes, rows, effort);
        placed.forEach((one, i) => {
          if (!one) return;
          expect(wishes[i]!.ways).toContain(one.way);
          expect(one.row).toBeLessThan(rows);
          for (const other of placed.slice(i + 1)) if (other?.row === one.row) expect(clash(one.way, other.way, GAPS)).toBe(false);
        });
        const sum = placed.reduce((total, one, i) => total + (one ? one.way.cost + one.row * wishes[i]!.rowCost : wishes[i]!.dropCost), 0);
        expect(cost).toBeCloseTo(sum, 6);
      }),
    );
  });

  test('finds the least cost there is in at least 95 of 100 small cases', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    let [cases, missed] = [0, 0];
    checkProperty(
      fc.property(someWishes, fc.integer({min: 1, max: 3}), (wishes, rows) => {
        const {cost} = fill(wishes, rows);
        const least = leastCost(wishes, rows);
        expect(cost).toBeGreaterThan(least - 1e-6);
        cases++;
        if (cost > least + 1e-6) missed++;
      }),
    );
    expect(missed / cases).toBeLessThan(0.05);
  });
});

describe('dealRows(costs, total, events)', () => {
  test('gives rows to the lanes where they save most', () => {
    expect(
      dealRows(
        [
          [30, 10, 0],
          [50, 40, 0],
        ],
        4,
        [3, 3],
      ),
    ).toEqual([1, 3]);
    expect(
      dealRows(
        [
          [60, 10, 0],
          [50, 40, 0],
        ],
        4,
        [3, 3],
      ),
    ).toEqual([3, 1]);
    expect(
      dealRows(
        [
          [90, 10, 0],
          [80, 10, 0],
        ],
        4,
        [3, 3],
      ),
    ).toEqual([2, 2]);
  });

  test('of equal deals gives the upper lane more', () => {
    expect(
      dealRows(
        [
          [20, 0],
          [20, 0],
        ],
        3,
        [2, 2],
      ),
    ).toEqual([2, 1]);
  });

  test('gives rows that save nothing to the lane with most events a row, the upper of equals', () => {
    expect(dealRows([[0], [0], [0]], 6, [1, 9, 0])).toEqual([1, 4, 1]);
    expect(dealRows([[0], [0]], 4, [2, 2])).toEqual([2, 2]);
    // 9 and 5 a row, then 4.5 and 5, 4.5 and 2.5, 3 and 2.5.
    expect(dealRows([[0], [0], [0]], 7, [5, 9, 0])).toEqual([2, 4, 1]);
    expect(dealRows([[0], [0]], 3, [0, 0])).toEqual([2, 1]);
  });

  test('holds the last cost for any more rows', () => {
    expect(dealRows([[10, 5], [0]], 5, [5, 0])).toEqual([4, 1]);
  });

  test('gives one to each where there are no more', () => {
    expect(
      dealRows(
        [
          [9, 0],
          [9, 0],
        ],
        2,
        [1, 1],
      ),
    ).toEqual([1, 1]);
  });

  test('deals all rows, at least one to each, at the least cost there is', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    const someCosts = fc.array(
      fc.array(fc.integer({min: 0, max: 50}), {minLength: 1, maxLength: 5}).map((costs) => costs.sort((a, b) => b - a)),
      {minLength: 1, maxLength: 4},
    );
    checkProperty(
      fc.property(someCosts, fc.nat({max: 6}), (costs, more) => {
        const total = costs.length + more;
        const costOf = (lane: number, rows: number) => costs[lane]![Math.min(rows, costs[lane]!.length) - 1]!;
        const leastFrom = (lane: number, rows: number): number => {
          if (lane === costs.length) return 0;
          let least = Infinity;
          for (let own = 1; own <= rows - (costs.length - lane - 1); own++)
            least = Math.min(least, costOf(lane, own) + leastFrom(lane + 1, rows - own));
          return least;
        };
        const dealt = dealRows(
          costs,
          total,
          costs.map(() => 1),
        );
        expect(Math.min(...dealt)).toBeGreaterThanOrEqual(1);
        expect(dealt.reduce((sum, rows) => sum + rows, 0)).toBe(total);
        expect(dealt.reduce((sum, rows, lane) => sum + costOf(lane, rows), 0)).toBe(leastFrom(0, total));
      }),
    );
  });
});

describe('fillAround(table, rows, before, first)', () => {
  /** Fills rows, then puts one wish, with ways of its own now, down first. */
  const around = (wishes: readonly Wish<string>[], rows: number, first: number, ways: readonly Way<string>[]) => {
    const table = tableOf<string, Wish<string>>(wishes, GAPS);
    const selected = tableOf<string, Wish<string>>(
      wishes.map((one, i) => (i === first ? wish(ways, 1e7) : one)),
      GAPS,
    );
    return seen(fillAround(selected, rows, lyingIn(table, fillRows(table, rows, THOROUGH)), first));
  };

  test('leaves the others where they lie', () => {
    const wishes = [wish([way(0, 100)]), wish([way(0, 100)]), wish([way(200, 300)])];
    expect(fill(wishes, 2).placed.map((one) => one?.row)).toEqual([0, 1, 0]);
    // The third grows wider, and has room all the same.
    expect(around(wishes, 2, 2, [way(190, 310)])).toEqual(['0–100 on 0', '0–100 on 1', '190–310 on 0']);
  });

  test('moves aside what is in the way, and nothing else', () => {
    const wishes = [wish([way(0, 100), way(100, 200, 0.7)]), wish([way(300, 400)]), wish([way(220, 280)])];
    expect(around(wishes, 1, 2, [way(-40, 80)])).toEqual(['100–200 on 0', '300–400 on 0', '-40–80 on 0']);
  });

  test('leaves out what has no other place', () => {
    expect(around([wish([way(0, 100)]), wish([way(200, 300)])], 1, 1, [way(50, 150)])).toEqual([null, '50–150 on 0']);
    // Three in the way are more than are moved one by one.
    const three = [wish([way(0, 20)]), wish([way(40, 60)]), wish([way(80, 100)]), wish([way(200, 300)])];
    expect(around(three, 1, 3, [way(0, 100)])).toEqual([null, null, null, '0–100 on 0']);
  });
});
