import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {addressBar} from '../../../src/timeline/interaction/address-bar.ts';
import type {AddressBar} from '../../../src/timeline/interaction/address-bar.ts';

/** A browser with a history: what was written to it, in order. */
let written: string[];
let query: string;
let bar: AddressBar;

const pass = (ms: number) => void vi.advanceTimersByTime(ms);
const take = (keepsHistory?: boolean) => (bar = addressBar(() => query, keepsHistory));

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  query = '';
  const location = {pathname: '/story/', search: '', hash: ''};
  const go = (kind: string, state: unknown, address: string) => {
    written.push(`${kind} ${address} ${String(state)}`);
    const {search, hash} = new URL(address, 'https://example.org');
    Object.assign(location, {search, hash});
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    state: 'its state',
    pushState: (state: unknown, title: string, address: string) => go(`push${title}`, state, address),
    replaceState: (state: unknown, title: string, address: string) => go(`replace${title}`, state, address),
  });
  take();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('write()', () => {
  test('rewrites the address in place, with what the history holds and the place on the page', () => {
    location.hash = '#a';
    query = '?from=1';
    bar.write();
    expect(written).toEqual(['replace /story/?from=1#a its state']);
  });

  test('leaves an address that is right already', () => {
    bar.write();
    query = '?from=1';
    bar.write();
    pass(1000);
    bar.write();
    expect(written).toHaveLength(1);
  });

  test('writes no more than once in 300 ms, and then what is shown by then', () => {
    query = '?from=1';
    bar.write();
    pass(100);
    query = '?from=2';
    bar.write();
    pass(100);
    query = '?from=3';
    bar.write();
    pass(99);
    expect(written).toHaveLength(1);
    pass(1);
    expect(written).toEqual(['replace /story/?from=1 its state', 'replace /story/?from=3 its state']);
    pass(300);
    query = '?from=4';
    bar.write();
    expect(written.at(-1)).toBe('replace /story/?from=4 its state');
  });
});

test('writeSoon() writes once nothing has asked for it for 300 ms', () => {
  query = '?from=1';
  bar.writeSoon();
  pass(299);
  query = '?from=2';
  bar.writeSoon();
  pass(299);
  expect(written).toEqual([]);
  pass(1);
  expect(written).toEqual(['replace /story/?from=2 its state']);
});

describe('push(hash)', () => {
  test('adds an entry, at another place on the page or at the same', () => {
    bar.push('#a');
    query = '?from=1';
    bar.push();
    expect(written).toEqual(['push /story/#a null', 'push /story/?from=1#a null']);
  });

  test('adds none where the address stays the same', () => {
    bar.push('');
    bar.push('#a');
    bar.push('#a');
    expect(written).toHaveLength(1);
  });

  test('adds none in another page’s frame, whose history is not ours', () => {
    take(false).push('#a');
    expect(written).toEqual(['replace /story/#a its state']);
  });

  test('writes at once what was to be written soon', () => {
    query = '?from=1';
    bar.writeSoon();
    bar.push('#a');
    query = '?from=2';
    pass(1000);
    expect(written).toEqual(['push /story/?from=1#a null']);
  });
});

describe('step()', () => {
  test('adds one entry for steps that follow each other within a second', () => {
    query = '?from=1';
    bar.step();
    pass(999);
    query = '?from=2';
    bar.step();
    pass(999);
    query = '?from=3';
    bar.step();
    pass(1000);
    query = '?from=4';
    bar.step();
    expect(written).toEqual([
      'push /story/?from=1 null',
      'replace /story/?from=2 its state',
      'replace /story/?from=3 its state',
      'push /story/?from=4 null',
    ]);
  });

  test('passes over a step that changes nothing', () => {
    query = '?from=1';
    bar.step();
    pass(600);
    bar.step();
    pass(600);
    query = '?from=2';
    bar.step();
    // The step that changed nothing began no second of its own.
    expect(written).toEqual(['push /story/?from=1 null', 'push /story/?from=2 null']);
  });

  test('writes at once what was to be written soon', () => {
    query = '?from=1';
    bar.writeSoon();
    bar.step();
    query = '?from=2';
    pass(1000);
    expect(written).toEqual(['push /story/?from=1 null']);
  });

  test('adds no entry in another page’s frame', () => {
    query = '?from=1';
    take(false).step();
    expect(written).toEqual(['replace /story/?from=1 its state']);
  });
});
