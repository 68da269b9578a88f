import {describe, expect, test} from 'vitest';
import {codeWords} from '../../src/problems/code-words.ts';

describe('codeWords(message)', () => {
  test('tells code from words', () => {
    expect(codeWords('Write `date: "2014"`, not `2014`.')).toEqual([
      {text: 'Write ', isCode: false},
      {text: 'date: "2014"', isCode: true},
      {text: ', not ', isCode: false},
      {text: '2014', isCode: true},
      {text: '.', isCode: false},
    ]);
  });

  test('leaves a lone backtick as it is', () => {
    expect(codeWords('a ` b')).toEqual([{text: 'a ` b', isCode: false}]);
  });
});
