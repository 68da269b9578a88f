import {describe, expect, test} from 'vitest';
import type {StoryEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {happenedDay} from '../../src/story/clocks.ts';

const STORY = {zone: 'America/Los_Angeles', extent: edtfFromText('2014-11-20/2015-02-08')} as StoryEntry;

describe('happenedDay(event, story)', () => {
  test.each([
    ['2014-12-17', 'throughout', '2014-12-17'],
    ['2014-12-25T03:00:00Z', 'throughout', '2014-12-24'],
    ['2014-12-19/2014-12-22', 'within', '2014-12-22'],
    ['2014-12-19/2014-12-22', 'throughout', '2014-12-19'],
    ['/2014-11-24', 'throughout', '2014-11-24'],
    ['2014-12', 'throughout', '2014-12-31'],
    ['2014-12-17/', 'within', undefined],
  ] as const)('%s, %s', (text, happened, day) => {
    expect(happenedDay({date: edtfFromText(text), happened}, STORY)).toBe(day);
  });
});
