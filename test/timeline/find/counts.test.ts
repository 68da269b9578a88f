import {describe, expect, test} from 'vitest';
import {countAnnounced, countInWords, onTheLine} from '../../../src/timeline/interaction/find/counts.ts';
import type {Found} from '../../../src/timeline/interaction/find/findables.ts';
import {findWords} from '../../../src/timeline/model/words/find.ts';

const WORDS = findWords('en');
const THEN = WORDS.knownOn('Thu 18 Dec 2014');

function found(id: string, isNote: boolean): Found {
  return {id, isNote, where: null, values: {lanes: [], certainty: [], who: [], weight: []}};
}

describe('onTheLine(found)', () => {
  test('leaves out the notes of chapters', () => {
    expect(onTheLine([found('a', false), found('note', true), found('b', false)]).map(({id}) => id)).toEqual(['a', 'b']);
  });
});

describe('countInWords(counts, isFiltering, known, words)', () => {
  test('follows the number of those that match, of all', () => {
    expect(countInWords({matching: 3, onTheLine: 3, all: 40}, true, '', WORDS)).toBe('events match of 40');
    expect(countInWords({matching: 1, onTheLine: 1, all: 40}, true, THEN, WORDS)).toBe('event matches of 40 known on Thu 18 Dec 2014');
  });

  test('says how many are on the line where notes match too', () => {
    expect(countInWords({matching: 3, onTheLine: 2, all: 40}, true, '', WORDS)).toBe('events match of 40 (2 on the line)');
    expect(countInWords({matching: 40, onTheLine: 36, all: 40}, false, '', WORDS)).toBe('events (36 on the line)');
  });
});

describe('countAnnounced(counts, isFiltering, known, words)', () => {
  test('is a whole sentence', () => {
    expect(countAnnounced({matching: 3, onTheLine: 2, all: 40}, true, THEN, WORDS)).toBe(
      '3 of 40 events known on Thu 18 Dec 2014 match, 2 of them on the line.',
    );
    expect(countAnnounced({matching: 40, onTheLine: 40, all: 40}, false, '', WORDS)).toBe('40 events.');
  });
});
