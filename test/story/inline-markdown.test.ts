import {describe, expect, test} from 'vitest';
import {inlineParts} from '../../src/story/inline-markdown.ts';

describe('inlineParts(text)', () => {
  test('tells emphasis from strong', () => {
    expect(inlineParts('On *The Interview*, **as learned**.')).toEqual([
      {kind: 'plain', text: 'On '},
      {kind: 'emphasis', text: 'The Interview'},
      {kind: 'plain', text: ', '},
      {kind: 'strong', text: 'as learned'},
      {kind: 'plain', text: '.'},
    ]);
  });

  test('leaves a lone star alone', () => {
    expect(inlineParts('5 * 3')).toEqual([{kind: 'plain', text: '5 * 3'}]);
  });

  test('is empty for no text', () => {
    expect(inlineParts('')).toEqual([]);
  });
});
