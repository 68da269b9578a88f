import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {stageFollower} from '../../../src/timeline/interaction/find/follow.ts';
import type {Matching} from '../../../src/timeline/interaction/find/follow.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aStage(matching: Matching = null) {
  return {matching, rearrange: vi.fn(), draw: vi.fn()};
}

describe('stageFollower(stage)', () => {
  test('says at once what matches, and lays the stage out once when letters stop coming', () => {
    const stage = aStage();
    const follow = stageFollower(stage);
    follow(new Set(['a', 'b']));
    vi.advanceTimersByTime(100);
    follow(new Set(['a']));
    expect([...stage.matching!]).toEqual(['a']);
    vi.advanceTimersByTime(159);
    expect(stage.rearrange).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect([stage.rearrange.mock.calls.length, stage.draw.mock.calls.length]).toEqual([1, 1]);
  });

  test.each([
    ['nothing is filtered before and after', null, null],
    ['the same events match in another order', new Set(['a', 'b']), new Set(['b', 'a'])],
  ])('does nothing if %s', (_, before, after) => {
    const stage = aStage(before);
    stageFollower(stage)(after);
    vi.runAllTimers();
    expect(stage.matching).toBe(before);
    expect(stage.draw).not.toHaveBeenCalled();
  });

  test.each([
    ['as many others match', new Set(['a', 'b']), new Set(['a', 'c'])],
    ['fewer match', new Set(['a', 'b']), new Set(['a'])],
    ['all are let through again', new Set(['a', 'b']), null],
  ])('lays out anew if %s', (_, before, after) => {
    const stage = aStage(before);
    stageFollower(stage)(after);
    vi.runAllTimers();
    expect(stage.matching).toBe(after);
    expect(stage.draw).toHaveBeenCalledTimes(1);
  });
});
