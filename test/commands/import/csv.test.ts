import {describe, expect, test} from 'vitest';
import {looksLikeCsv, readCsv} from '../../../src/commands/import/csv.ts';

describe('readCsv(text, zone)', () => {
  test('reads a row of TimelineJS, whatever is between its columns', () => {
    for (const sign of [',', ';', '\t']) {
      const text =
        ['Year', 'Month', 'Day', 'Time', 'Headline', 'Text', 'Group'].join(sign) +
        '\r\n' +
        ['1,969', '7', '20', '8:17 pm', 'The Eagle lands', 'Two men.', 'Crew'].map((cell) => `"${cell}"`).join(sign) +
        '\r\n';
      const {events, troubles, changed} = readCsv(text, 'UTC');
      expect(troubles).toEqual([]);
      expect(events).toMatchObject([{place: 'row 2', title: 'The Eagle lands', date: '1969-07-20T20:17Z', groups: ['Crew']}]);
      expect(changed).toHaveLength(sign === ',' ? 0 : 1);
    }
  });

  test('reads a byte-order mark, empty rows and columns by any spelling of their names', () => {
    const {events, troubles} = readCsv('\uFEFFyear,HEADLINE,end_year\n,,\n1969,Apollo,1972\n\n', null);
    expect(troubles).toEqual([]);
    expect(events).toMatchObject([{place: 'row 3', date: '1969/1972'}]);
  });

  test('separates titles and eras from events, and reports columns it does not know', () => {
    const found = readCsv(
      'Year,End Year,Headline,Text,Type,Mood\n,,Moon,All of it.,title,\n1961,1972,Apollo,,era,\n1969,,Landing,,,glad\n',
      null,
    );
    expect(found).toMatchObject({
      title: 'Moon',
      eras: [{title: 'Apollo', date: '1961/1972'}],
      events: [{title: 'Landing', leftOut: ['Mood: glad']}],
    });
  });

  test('reads a table with a title and a date, of which the other columns are ours', () => {
    const {events, troubles, leftOut} = readCsv(
      'title,date,lane,sources,supports,mood\nLanding,1969-07-20~,crew,a b,"one\ntwo",glad\n',
      null,
    );
    expect(troubles).toEqual([]);
    expect(events).toMatchObject([
      {
        title: 'Landing',
        date: '1969-07-20~',
        own: {
          lane: 'crew',
          sources: [
            {id: 'a', supports: 'one'},
            {id: 'b', supports: 'two'},
          ],
        },
      },
    ]);
    expect(leftOut).toEqual([{place: 'row 1', what: 'the column `mood`, which we have no field for'}]);
  });
});

describe('looksLikeCsv(text)', () => {
  test.each([
    ['Year,Month,Headline', true],
    ['title;date', true],
    ['title: Moon', false],
    ['1969-07-20: The Eagle lands, at last', false],
  ])('says of %s: %s', (text, is) => {
    expect(looksLikeCsv(text)).toBe(is);
  });
});
