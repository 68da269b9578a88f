import {describe, expect, test} from 'vitest';
import {tableAsText} from './table.ts';

describe('tableAsText(table)', () => {
  test('sets words to the left and numbers to the right, and says where there is nothing', () => {
    const rows = [
      {page: 'plain HTML', ms: 1.5, '÷ plain': null},
      {page: 'site', ms: 1234.567, '÷ plain': 822.99},
    ];
    expect(tableAsText({title: 'Load: ms', rows})).toMatchInlineSnapshot(`
      "Load: ms
      ─────────────────────────────
      page              ms  ÷ plain
      plain HTML       1.5        –
      site        1,234.57   822.99"
    `);
  });

  test('has a column for each name in any of the rows', () => {
    expect(
      tableAsText({title: 'T', rows: [{a: 1}, {b: 2}]})
        .split('\n')
        .slice(2),
    ).toEqual(['a  b', '1  –', '–  2']);
  });
});
