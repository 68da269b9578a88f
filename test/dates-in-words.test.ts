import {describe, expect, test} from 'vitest';
import {datesIn} from './browser/dates-in-words.ts';

describe('datesIn(words, firstDay)', () => {
  test.each([
    ['17 Dec', '2014-12-17'],
    ['17 December', '2014-12-17'],
    ['Wed 17 Dec 2014', '2014-12-17'],
    ['Wednesday\u00A017\u00A0December 2014', '2014-12-17'],
    ['24 Nov – 17 Dec', '2014-11-24 2014-12-17'],
    ['24–28 Dec 2014', '2014-12-28'],
    ['Between 19 and 22 Dec', '2014-12-22'],
    ['by 2 January', '2015-01-02'],
    ['December 17, 2014', '2014-12-17'],
    ['Dec 17', '2014-12-17'],
    ['2014-12-17', '2014-12-17'],
    ['2014-12', '2014-12-01'],
    ['In January the paper says', '2015-01-01'],
    ['a complaint of June 2014', '2014-06-01'],
    ['October', '2014-10-01'],
    ['Day 31', '2014-12-24'],
    ['Days 1–24', '2014-12-17'],
    ['By Day 24', '2014-12-17'],
    ['On the 17th Sony', '2014-12-17'],
    ['Updated 23 November 2026', '2026-11-23'],
    ['CES 2015', '2015-01-01'],
    ['they may march on, 331 of 2,100', ''],
    ['331 cinemas, $15M, 4.3M, 900,000', ''],
  ])('%s', (words, days) => {
    expect(
      datesIn(words, '2014-11-24')
        .map(({from}) => from)
        .join(' '),
    ).toBe(days);
  });
});
