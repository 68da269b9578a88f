import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {DateError, daysInMonth, edtfFromText, endsBefore, firstMs, lastMs, reachesOutside, startOf} from '../../src/schema/dates.ts';

const instants = (text: string) => {
  const {earliestMs, latestMs} = edtfFromText(text);
  return [earliestMs, latestMs].map((ms) => (ms === null ? null : new Date(ms).toISOString()));
};

function refusal(text: string): DateError {
  try {
    edtfFromText(text);
  } catch (error) {
    if (error instanceof DateError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('edtfFromText(text)', () => {
  test.each([
    ['1969', 'year', '1969-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z'],
    ['1969-07', 'month', '1969-07-01T00:00:00.000Z', '1969-07-31T23:59:59.999Z'],
    ['1968-02', 'month', '1968-02-01T00:00:00.000Z', '1968-02-29T23:59:59.999Z'],
    ['1969-07-20', 'day', '1969-07-20T00:00:00.000Z', '1969-07-20T23:59:59.999Z'],
    ['1969-07-20T20:17Z', 'time', '1969-07-20T20:17:00.000Z', '1969-07-20T20:17:00.000Z'],
    ['1969-07-20T20:17:40Z', 'time', '1969-07-20T20:17:40.000Z', '1969-07-20T20:17:40.000Z'],
    ['1969-07-16/1969-07-24', 'interval', '1969-07-16T00:00:00.000Z', '1969-07-24T23:59:59.999Z'],
    ['1969-07/1969', 'interval', '1969-07-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z'],
    ['1969-07-20/1969-07', 'interval', '1969-07-20T00:00:00.000Z', '1969-07-31T23:59:59.999Z'],
    ['0044', 'year', '0044-01-01T00:00:00.000Z', '0044-12-31T23:59:59.999Z'],
    ['-0043-03-15', 'day', '-000043-03-15T00:00:00.000Z', '-000043-03-15T23:59:59.999Z'],
  ])('reads %s as a %s', (text, precision, earliest, latest) => {
    expect(edtfFromText(text)).toMatchObject({text, precision});
    expect(instants(text)).toEqual([earliest, latest]);
  });

  test('has no instant at an open or unknown end, and says which it is', () => {
    expect(edtfFromText('1969/..')).toMatchObject({latestMs: null, end: {bound: 'open'}, start: {bound: 'closed'}});
    expect(edtfFromText('1969/')).toMatchObject({latestMs: null, end: {bound: 'unknown'}});
    expect(edtfFromText('../1969')).toMatchObject({earliestMs: null, start: {bound: 'open'}});
    expect(edtfFromText('/1969-07-20')).toMatchObject({earliestMs: null, start: {bound: 'unknown'}, precision: 'interval'});
  });

  test('keeps what each sign of doubt says, side by side', () => {
    expect(edtfFromText('1969-07~').start).toEqual({approximate: true, uncertain: false, bound: 'closed'});
    expect(edtfFromText('1969-07?').end).toEqual({approximate: false, uncertain: true, bound: 'closed'});
    const interval = edtfFromText('1969-07-16%/1969-07-24');
    expect(interval.start).toEqual({approximate: true, uncertain: true, bound: 'closed'});
    expect(interval.end).toEqual({approximate: false, uncertain: false, bound: 'closed'});
  });

  test.each([
    ['', 'date-empty', '1969-07-20'],
    ['24/11/2014', 'date-not-edtf', '2014-11-24'],
    ['11/24/2014', 'date-not-edtf', '2014-11-24'],
    ['24.11.2014', 'date-not-edtf', '2014-11-24'],
    ['November 2014', 'date-not-edtf', '2014-11'],
    ['24 November 2014', 'date-not-edtf', '2014-11-24'],
    ['Nov 24, 2014', 'date-not-edtf', '2014-11-24'],
    ['2014/11/24', 'date-not-edtf', '2014-11-24'],
    ['2014-1-5', 'date-not-edtf', '2014-01-05'],
    ['about 2014', 'date-not-edtf', '2014~'],
    ['24–26 November 2014', 'date-not-edtf', '2014-11-24/2014-11-26'],
    ['2014-11-24 to 2014-11-26', 'date-not-edtf', '2014-11-24/2014-11-26'],
    ['2014-11-24/26', 'date-not-edtf', '2014-11-24/2014-11-26'],
    ['2014-11-31', 'date-impossible', '2014-11-30'],
    ['2014-02-29', 'date-impossible', '2014-02-28'],
    ['2014-13-05', 'date-impossible', '2014-05-13'],
    ['2014-12-24T24:00Z', 'date-impossible', '2014-12-25T00:00Z'],
    ['2014-12-31T24:00Z', 'date-impossible', '2015-01-01T00:00Z'],
    ['2014-12-24T25:00Z', 'date-impossible', '2014-12-24T23:59Z'],
    ['-0000', 'date-impossible', '0000'],
    ['2014-12-24T18:00', 'date-no-zone', '2014-12-24T18:00Z'],
    ['2014-12-24T18:00+09:00', 'date-not-utc', '2014-12-24T09:00Z'],
    ['2014-21', 'date-season', '2014-03/2014-05'],
    ['2014-12-XX', 'date-unspecified', '2014-12'],
    ['201X', 'date-unspecified', '2010/2019'],
    ['{2014,2015}', 'date-level-2', '2014'],
    ['2014?-12', 'date-level-2', '2014-12?'],
    ['2014-12-26/2014-12-20', 'interval-reversed', '2014-12-20/2014-12-26'],
    ['/', 'date-says-nothing', '1969-07-20/..'],
    ['2014-12-17 ', 'date-not-edtf', '2014-12-17'],
    // Signs that look like a date's own.
    ['2014–12–17', 'date-not-edtf', '2014-12-17'],
    ['２０１４-12-17', 'date-not-edtf', '2014-12-17'],
    ['٢٠١٤-١٢-١٧', 'date-not-edtf', '2014-12-17'],
    ['2014-12-17\u200B', 'date-not-edtf', '2014-12-17'],
    ['“2014-12-17”', 'date-not-edtf', '2014-12-17'],
    ['2014-12-l7', 'date-not-edtf', '2014-12-17'],
    ['2014-12-17,', 'date-not-edtf', '2014-12-17'],
    // Other calendars of machines and offices.
    ['2014-W51', 'date-not-edtf', '2014-12-15/2014-12-21'],
    ['2014-W51-3', 'date-not-edtf', '2014-12-17'],
    ['2014-351', 'date-not-edtf', '2014-12-17'],
    ['20141217', 'date-not-edtf', '2014-12-17'],
    ['2014年12月17日', 'date-not-edtf', '2014-12-17'],
    ['+002014-12-17', 'date-not-edtf', '2014-12-17'],
    ['14-12-17', 'date-not-edtf', '2014-12-17'],
    ['17/12/14', 'date-not-edtf', '2014-12-17'],
    ['Wednesday, December 17, 2014', 'date-not-edtf', '2014-12-17'],
    ['17-Dec-2014', 'date-not-edtf', '2014-12-17'],
    ['17 décembre 2014', 'date-not-edtf', '2014-01-17'],
    // Stretches and doubt in words.
    ['early December 2014', 'date-not-edtf', '2014-12-01/2014-12-10'],
    ['late 2014', 'date-not-edtf', '2014-09/2014-12'],
    ['winter 2014', 'date-season', '2014-12/2015-02'],
    ['2014-24', 'date-season', '2014-12/2015-02'],
    ['2014 Q4', 'date-season', '2014-10/2014-12'],
    ['1340s', 'date-not-edtf', '1340/1349'],
    ['the 14th century', 'date-not-edtf', '1301/1400'],
    ['5th century BC', 'date-not-edtf', '-0499/-0400'],
    ['1347-51', 'date-impossible', '1347/1351'],
    ['44 BC', 'date-not-edtf', '-0043'],
    ['AD 476', 'date-not-edtf', '0476'],
    ['476', 'date-not-edtf', '0476'],
    ['by 22 December 2014', 'date-not-edtf', '/2014-12-22'],
    ['since 2014-12-24', 'date-not-edtf', '2014-12-24/..'],
    ['2014-12-24/unknown', 'date-not-edtf', '2014-12-24/'],
    ['2014-12-24/open', 'date-not-edtf', '2014-12-24/..'],
    ['2014-12-17 or 2014-12-18', 'date-not-edtf', '2014-12-17/2014-12-18'],
    ['December 17–18, 2014', 'date-not-edtf', '2014-12-17/2014-12-18'],
    ['2014-12-17?~', 'date-not-edtf', '2014-12-17%'],
    ['unknown', 'date-not-edtf', '1969-07/1969-08'],
    // Clocks.
    ['2014-12-17 3pm', 'date-no-zone', '2014-12-17T15:00Z'],
    ['2014-12-17T20Z', 'date-not-utc', '2014-12-17T20:00Z'],
    ['Dec 17, 2014 at 3:05 p.m. PST', 'date-not-utc', '2014-12-17T23:05Z'],
    ['2014-12-17Z', 'date-not-edtf', '2014-12-17'],
  ])('refuses %j (%s) and offers %s', (text, rule, suggestion) => {
    expect(refusal(text)).toMatchObject({rule, suggestion});
    expect(() => edtfFromText(suggestion)).not.toThrow();
  });

  test('says what is wrong in a sentence that quotes the text', () => {
    expect(refusal('2014-11-31').what).toBe('`2014-11-31` does not exist: November 2014 has 30 days.');
    expect(refusal('2014-12-24 18:00').what).toBe('`2014-12-24 18:00` has a time but no time zone.');
  });

  const year = fc
    .integer({min: -9999, max: 9999})
    .map((n) => `${n < 0 ? '-' : ''}${String(Math.abs(n)).padStart(4, '0')}`)
    .filter((text) => text !== '-0000');
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const sign = fc.constantFrom('', '', '~', '?', '%');
  const point = fc.oneof(
    fc.tuple(year, sign).map(([y, s]) => y + s),
    fc.tuple(year, fc.integer({min: 1, max: 12}), sign).map(([y, m, s]) => `${y}-${twoDigits(m)}${s}`),
    fc
      .tuple(year, fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}), sign)
      .map(([y, m, d, s]) => `${y}-${twoDigits(m)}-${twoDigits(d)}${s}`),
    fc
      .tuple(
        year,
        fc.integer({min: 1, max: 12}),
        fc.integer({min: 1, max: 28}),
        fc.integer({min: 0, max: 23}),
        fc.integer({min: 0, max: 59}),
      )
      .map(([y, m, d, h, min]) => `${y}-${twoDigits(m)}-${twoDigits(d)}T${twoDigits(h)}:${twoDigits(min)}Z`),
  );

  test('gives every date an earliest no later than its latest, on whole milliseconds', () => {
    fc.assert(
      fc.property(point, (text) => {
        const {earliestMs, latestMs} = edtfFromText(text);
        expect(Number.isInteger(earliestMs) && Number.isInteger(latestMs)).toBe(true);
        expect(earliestMs).toBeLessThanOrEqual(latestMs ?? -Infinity);
      }),
    );
  });

  test('accepts an interval or the same one swapped, with the bounds of its sides', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [from, to] = [edtfFromText(a), edtfFromText(b)];
        const isReversed = firstMs(from) > lastMs(to);
        if (isReversed) {
          expect(refusal(`${a}/${b}`).suggestion).toBe(`${b}/${a}`);
        } else {
          const interval = edtfFromText(`${a}/${b}`);
          expect(interval).toMatchObject({precision: 'interval', earliestMs: from.earliestMs, latestMs: to.latestMs});
          expect(startOf(interval).text).toBe(a);
        }
      }),
    );
  });

  test('answers any text with a date or a DateError whose suggestion is a date', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9/.,:TZ~?%X{}[\] -]{0,24}$/),
      point.map((date) => date.replace(/\d/, 'x')),
    );
    fc.assert(
      fc.property(text, (written) => {
        try {
          edtfFromText(written);
        } catch (error) {
          expect(error).toBeInstanceOf(DateError);
          expect(() => edtfFromText((error as DateError).suggestion)).not.toThrow();
        }
      }),
      {numRuns: 1000},
    );
  });
});

describe('a month’s name alone', () => {
  test.each(['may', 'May', 'march'])('is not a month where it is a word too: %s', (word) => {
    expect(() => edtfFromText(word)).toThrow(`\`${word}\` is not a date we can read.`);
  });

  test.each(['June', '3 May', 'March 3'])('is one where it can be nothing else: %s', (text) => {
    expect(() => edtfFromText(text)).toThrow(`\`${text}\` has no year.`);
  });
});

describe('daysInMonth(year, month)', () => {
  test('knows leap years, with and without a century', () => {
    expect([daysInMonth(2015, 2), daysInMonth(2016, 2), daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(44, 2)]).toEqual([
      28, 29, 28, 29, 29,
    ]);
  });
});

describe('startOf(date)', () => {
  test('is the date itself, the first side of an interval, or the end where the start is open', () => {
    const texts = ['1969-07-20~', '1969-07-16?/1969-07-24', '/1969-07-24', '../1969-07', '1969/..'].map(
      (text) => startOf(edtfFromText(text)).text,
    );
    expect(texts).toEqual(['1969-07-20~', '1969-07-16?', '1969-07-24', '1969-07', '1969']);
  });
});

describe('endsBefore(date, other)', () => {
  test('is true only where no instant is shared and both edges are known', () => {
    const before = (a: string, b: string) => endsBefore(edtfFromText(a), edtfFromText(b));
    expect(before('1969-07-19', '1969-07-20')).toBe(true);
    expect(before('1969-07', '1969-07-20')).toBe(false);
    expect(before('1969-07-19/..', '1969-07-20')).toBe(false);
    expect(before('1969-07-19', '/1969-07-24')).toBe(false);
  });
});

describe('reachesOutside(date, stretch)', () => {
  test('minds both ends, and counts an open one as inside', () => {
    const outside = (text: string) => reachesOutside(edtfFromText(text), edtfFromText('1969-07-10/1969-08-01'));
    expect(['1969-07-10', '1969-08-01', '1969-07-09', '1969-08-02', '1969-07', '1969-07-20/..', '/1969-07-20'].map(outside)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
