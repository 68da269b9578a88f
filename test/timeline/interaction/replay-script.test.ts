import {describe, expect, test} from 'vitest';
import {clockWords, momentAt, scriptOf, stillsOf, timeOfDay} from '../../../src/timeline/interaction/replay-script.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';

const caption = (day: number, words: string) => ({dayMs: day * DAY_MS, event: null, caption: words, line: ''});
/** Two captions on day 1, none on day 2, one on day 3: 7.8 s, 1.4 s and 4.6 s. */
const SCRIPT = scriptOf({
  days: [DAY_MS, 2 * DAY_MS, 3 * DAY_MS],
  captions: [caption(1, 'one'), caption(1, 'two'), caption(3, 'three')],
});
const at = (ms: number) => {
  const {day, headMs, caption: shown} = momentAt(SCRIPT, ms);
  return [day, headMs / HOUR_MS, shown?.caption ?? null];
};

describe('scriptOf(plan)', () => {
  test('gives each caption 3.2 s and each day 1.4', () => {
    expect(SCRIPT.days.map(({fromMs, toMs}) => [fromMs, toMs])).toEqual([
      [0, 7800],
      [7800, 9200],
      [9200, 13_800],
    ]);
    expect(SCRIPT.totalMs).toBe(13_800);
  });

  test('nine captions on eight days are forty seconds', () => {
    const days = Array.from({length: 8}, (_, i) => i * DAY_MS);
    const captions = [...days.keys(), 0].map((day) => caption(day, String(day)));
    expect(scriptOf({days, captions}).totalMs).toBe(40_000);
  });

  test('is over at once where there is nothing to show', () => {
    expect(scriptOf({days: [], captions: []}).totalMs).toBe(0);
  });
});

describe('momentAt(script, ms)', () => {
  test('begins at the midnight of the first day, with its first caption', () => {
    expect(at(0)).toEqual([0, 24, 'one']);
    expect(at(350)).toEqual([0, 30, 'one']);
  });

  test('waits at noon for the captions of the day', () => {
    expect(at(700)).toEqual([0, 36, 'one']);
    expect(at(3899)).toEqual([0, 36, 'one']);
    expect(at(3900)).toEqual([0, 36, 'two']);
    expect(at(7100)).toEqual([0, 36, 'two']);
  });

  test('goes on to the next midnight and stays in its day until then', () => {
    expect(at(7450)).toEqual([0, 42, 'two']);
    expect(at(7799)[1]).toBeLessThan(48);
    expect(at(7800)).toEqual([1, 48, null]);
    expect(at(8500)).toEqual([1, 60, null]);
    expect(at(9200)).toEqual([2, 72, 'three']);
  });

  test('ends at the noon of the last day, before its beginning and after its end alike', () => {
    expect(at(13_800)).toEqual([2, 84, 'three']);
    expect(at(99_999)).toEqual([2, 84, 'three']);
    expect(at(-5)).toEqual([0, 24, 'one']);
  });

  test('never shows a caption before its day', () => {
    for (let ms = 0; ms <= SCRIPT.totalMs; ms += 10) {
      const {headMs, caption: shown} = momentAt(SCRIPT, ms);
      expect(shown === null || headMs >= shown.dayMs).toBe(true);
    }
  });

  test('crosses the days between two stops', () => {
    const stops = scriptOf({days: [0, 10 * DAY_MS], captions: [caption(0, 'one'), caption(10, 'two')]});
    expect(momentAt(stops, 4600 - 350).headMs / DAY_MS).toBe(0.5 + 9.5 / 2);
    expect(momentAt(stops, 4599).caption?.caption).toBe('one');
  });
});

describe('timeOfDay(script, ms)', () => {
  test('is when a day comes to its noon', () => {
    expect(timeOfDay(SCRIPT, 2 * DAY_MS + 5 * HOUR_MS)).toBe(8500);
  });

  test('is that of the first day before it, and of the last after it', () => {
    expect(timeOfDay(SCRIPT, 0)).toBe(700);
    expect(timeOfDay(SCRIPT, 30 * DAY_MS)).toBe(9900);
  });
});

describe('stillsOf(script)', () => {
  test('is when each caption is at its noon', () => {
    expect(stillsOf(SCRIPT)).toEqual([700, 3900, 9900]);
    expect(stillsOf(SCRIPT).map((ms) => momentAt(SCRIPT, ms).caption?.caption)).toEqual(['one', 'two', 'three']);
  });
});

describe('clockWords(ms)', () => {
  test('counts whole seconds', () => {
    expect([0, 4999, 40_000, 75_000].map(clockWords)).toEqual(['0:00', '0:04', '0:40', '1:15']);
  });
});
