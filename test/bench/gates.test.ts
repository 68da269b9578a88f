import {describe, expect, test} from 'vitest';
import {brokenGates, brokenInWords, GATES, type Gate} from './gates.ts';
import type {Table} from './table.ts';

const GATE: Gate = {name: 'growth', limit: 2, unit: '× as much', why: 'It should not grow.', measuredBy: 'build'};
const measured = (...gated: Table['gated'][]): ReadonlyMap<string, Table[]> =>
  new Map([['build', gated.map((each) => ({title: '', rows: [], ...(each && {gated: each})}))]]);

describe('brokenGates(tables)', () => {
  test('lets through what is at its limit, and nothing above', () => {
    expect(brokenGates(measured({growth: 2}), [GATE])).toEqual([]);
    expect(brokenGates(measured({growth: 2.01}), [GATE])).toEqual([{gate: GATE, value: 2.01}]);
  });

  test('finds the number in any table of the part', () => {
    expect(brokenGates(measured(undefined, {growth: 3, other: 1}, undefined), [GATE])).toEqual([{gate: GATE, value: 3}]);
  });

  test('does not accept a missing number, or what is not a number', () => {
    expect(brokenGates(measured({other: 1}), [GATE])).toEqual([{gate: GATE, value: null}]);
    expect(brokenGates(measured({growth: NaN}), [GATE])).toEqual([{gate: GATE, value: NaN}]);
  });

  test('passes over parts that did not run', () => {
    expect(brokenGates(new Map([['bytes', []]]), [GATE])).toEqual([]);
  });
});

describe('brokenInWords(broken)', () => {
  test('names the number, its limit and what it is about', () => {
    expect(brokenInWords({gate: GATE, value: 2.0146})).toBe('growth is 2.015 × as much, and 2 is the limit. It should not grow.');
    expect(brokenInWords({gate: GATE, value: null})).toBe('growth was not measured by the part build. It should not grow.');
  });
});

describe('GATES', () => {
  test('have names of their own', () => {
    expect(new Set(GATES.map(({name}) => name)).size).toBe(GATES.length);
  });
});
