import {describe, expect, test} from 'vitest';
import {calendarWords} from '../../../src/timeline/model/words/calendar.ts';
import {findWords} from '../../../src/timeline/model/words/find.ts';
import {stageWords} from '../../../src/timeline/model/words/stage.ts';

describe('calendarWords(language)', () => {
  const words = calendarWords('en');

  test('says noon, and counts hours to twelve', () => {
    expect([0, 1, 11, 12, 13, 23].map(words.hour)).toEqual(['12am', '1am', '11am', 'noon', '1pm', '11pm']);
    expect(words.minute(0, 5)).toBe('12:05am');
    expect(words.minute(13, 30)).toBe('1:30pm');
  });

  test('counts the days before the first with a minus sign', () => {
    expect([-3, 0, 1].map(words.day)).toEqual(['Day −4', 'Day −1', 'Day 1']);
  });
});

describe('findWords(language)', () => {
  test('lists what may be, the last after “or”', () => {
    const {inLanes} = findWords('en');
    expect(inLanes(['Sony'])).toBe('in Sony');
    expect(inLanes(['Sony', 'Attackers', 'Cinemas'])).toBe('in Sony, Attackers or Cinemas');
  });
});

describe('stageWords(language)', () => {
  test('uses the words of the language for a region without words of its own, and English for other languages', () => {
    expect(stageWords('en-GB')).toBe(stageWords('en'));
    expect(stageWords('ar')).toBe(stageWords('en'));
  });
});
