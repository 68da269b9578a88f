import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {late} from '../../../src/timeline/interaction/late.ts';

let loads: number;
let missing: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  [loads, missing] = [0, 0];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A part that fails to load a number of times. */
const failing = (times: number) => () => {
  loads++;
  return loads <= times ? Promise.reject(new Error('no connection')) : Promise.resolve({number: 7});
};
const asked = async <Part>(part: Promise<Part>): Promise<Part> => {
  await vi.advanceTimersByTimeAsync(1000);
  return part;
};

describe('late(load, start, onMissing)', () => {
  test('comes once, however often it is asked for', async () => {
    const ask = late(
      failing(0),
      ({number}) => ({number}),
      () => missing++,
    );
    const parts = await Promise.all([ask(), ask(), ask()]);
    expect(parts[0]).toEqual({number: 7});
    expect(parts[1]).toBe(parts[0]);
    expect([loads, missing]).toEqual([1, 0]);
  });

  test('is tried again after a moment', async () => {
    const ask = late(
      failing(1),
      ({number}) => number,
      () => missing++,
    );
    expect(await asked(ask())).toBe(7);
    expect([loads, missing]).toEqual([2, 0]);
  });

  test('is null where it does not come, says so, and is tried again the next time', async () => {
    const ask = late(
      failing(2),
      ({number}) => number,
      () => missing++,
    );
    expect(await asked(ask())).toBeNull();
    expect([loads, missing]).toEqual([2, 1]);
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(new Error('no connection'));
    expect(await asked(ask())).toBe(7);
    expect([loads, missing]).toEqual([3, 1]);
  });

  test('is tried again where what it needs did not come', async () => {
    let starts = 0;
    const ask = late(
      failing(0),
      ({number}) => {
        starts++;
        if (starts === 1) throw new Error('no words to search');
        return number;
      },
      () => missing++,
    );
    expect(await asked(ask())).toBeNull();
    expect(missing).toBe(1);
    expect(await asked(ask())).toBe(7);
  });
});
