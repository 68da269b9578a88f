import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {nextTask, pageLaidOut} from '../../../src/timeline/interaction/tasks.ts';
import {FRAME_MS, giveClockBack, takeClock} from './clock.ts';

let clock: ReturnType<typeof takeClock>;
beforeEach(() => (clock = takeClock()));
afterEach(giveClockBack);

/** Whether something has arrived, once everything that follows immediately is done. */
async function hasCome(promise: Promise<void>): Promise<() => Promise<boolean>> {
  let is = false;
  void promise.then(() => (is = true));
  return async () => {
    await Promise.resolve();
    return is;
  };
}

test('nextTask() lets the page answer first', async () => {
  const isThere = await hasCome(nextTask());
  expect(await isThere()).toBe(false);
  clock.pass(1);
  expect(await isThere()).toBe(true);
});

describe('pageLaidOut()', () => {
  test('comes after the next frame', async () => {
    vi.stubGlobal('document', {hidden: false});
    const isThere = await hasCome(pageLaidOut());
    clock.pass(FRAME_MS - 1);
    expect(await isThere()).toBe(false);
    clock.pass(2);
    expect(await isThere()).toBe(true);
  });

  test('waits for no frame on a hidden page, which has none', async () => {
    vi.stubGlobal('document', {hidden: true});
    const isThere = await hasCome(pageLaidOut());
    expect(await isThere()).toBe(false);
    clock.pass(1);
    expect(await isThere()).toBe(true);
  });
});
