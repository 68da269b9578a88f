import {describe, expect, test} from 'vitest';
import type {Content, Weight} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {daysOnTheLine} from '../../src/story/story-days.ts';

function days(extent: string, ...events: readonly (string | readonly [date: string, weight: Weight])[]): string {
  const entries = events.map((event) => (typeof event === 'string' ? ([event, 'standard'] as const) : event));
  return daysOnTheLine({
    story: {zone: 'America/Los_Angeles', extent: edtfFromText(extent)},
    events: entries.map(([date, weight]) => ({date: edtfFromText(date), weight})),
  } as unknown as Content);
}

describe('daysOnTheLine(content)', () => {
  test('goes from the first day on which something happens to the last, not from end to end of the axis', () => {
    expect(days('2014-11-20/2015-02-08', '2014-12-17', '2014-11-24', '2015-02-04', '2014-12-25/2015-01-04')).toBe('2014-11-24/2015-02-04');
  });

  test('leaves out notes, and ends that lie beyond the axis or are not known', () => {
    expect(days('2014-11-20/2015-02-08', '2014-09~/2014-11-24', '2015-01-18/..', '/2014-12-22', ['2015-02-07', 'context'])).toBe(
      '2014-11-24/2015-01-18',
    );
  });

  test('takes the day of an hour from the clock of the story', () => {
    expect(days('2014-11-20/2015-02-08', '2014-12-25T04:00:00Z')).toBe('2014-12-24');
  });

  test('says only the years of a story of years', () => {
    expect(days('-0300/2000', '-0239-05-01', '1986-02-09')).toBe('-0239/1986');
  });

  test('is the axis where nothing happens on it', () => {
    expect(days('2014-11-20/2015-02-08')).toBe('2014-11-20/2015-02-08');
  });
});
