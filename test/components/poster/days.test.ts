import {describe, expect, test} from 'vitest';
import {stretchWords} from '../../../src/components/poster/days.ts';

/** Both days included. */
const stretch = (first: string, last: string) => ({fromMs: Date.parse(first), toMs: Date.parse(last) + 86_400_000});

describe('stretchWords(stretch, language)', () => {
  test.each([
    ['2014-12-16', '2014-12-28', '16–28 December'],
    ['2014-12-29', '2015-02-08', '29 Dec – 8 Feb'],
    ['1800-01-01', '2035-12-31', '1800–2035'],
    ['-000239-05-25', '1066-10-14', '240 BCE–1066'],
  ])('%s to %s is %j', (first, last, words) => {
    expect(stretchWords(stretch(first, last), 'en')).toBe(words);
  });
});
