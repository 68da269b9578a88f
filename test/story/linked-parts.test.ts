import {describe, expect, test} from 'vitest';
import {linkedParts} from '../../src/story/linked-parts.ts';

describe('linkedParts(words)', () => {
  test('parts a sentence where its links begin and end, and counts them', () => {
    expect(linkedParts('Words [in the story] and [in a table].')).toEqual([
      {text: 'Words ', link: null},
      {text: 'in the story', link: 0},
      {text: ' and ', link: null},
      {text: 'in a table', link: 1},
      {text: '.', link: null},
    ]);
  });

  test('leaves a sentence without links whole', () => {
    expect(linkedParts('No links.')).toEqual([{text: 'No links.', link: null}]);
  });
});
