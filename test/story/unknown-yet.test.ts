import {describe, expect, test} from 'vitest';
import type {Content, EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {mostImportant, unknownOn} from '../../src/story/unknown-yet.ts';

const STORY = {zone: 'UTC', language: 'en', extent: edtfFromText('2014-11-20/2015-02-08')} as Content['story'];
const DAY = Date.UTC(2014, 11, 24);

function written(id: string, date: string, known: string, over: Partial<EventEntry> = {}): EventEntry {
  return {id, happened: 'throughout', weight: 'standard', date: edtfFromText(date), known: edtfFromText(known), ...over} as EventEntry;
}

describe('unknownOn(content, dayMs)', () => {
  const unknown = (...events: readonly EventEntry[]) => unknownOn({story: STORY, events}, DAY).map(({event, lag}) => [event.id, lag]);

  test('has what had happened by the day and became public later, with how much later', () => {
    expect(unknown(written('late', '2014-12-16', '2015-01-07'))).toEqual([['late', 'About 3 weeks on']]);
    expect(unknown(written('soon', '2014-12-23', '2014-12-26'))).toEqual([['soon', '3 days on']]);
  });

  test('has nothing that was public that day, and nothing that had still to happen', () => {
    expect(unknown(written('public', '2014-12-16', '2014-12-24'), written('coming', '2014-12-25', '2015-01-07'))).toEqual([]);
  });

  test('counts the notes of the story too', () => {
    expect(unknown(written('note', '2014-12-16', '2014-12-25', {weight: 'context'}))).toHaveLength(1);
  });

  test('says about when, where the later day is not known for certain', () => {
    expect(unknown(written('about', '2014-12-16', '2014-12-26~'))).toEqual([['about', 'About 10 days on']]);
  });
});

describe('mostImportant(unknown, count)', () => {
  test('chooses by weight and leaves the order as it is', () => {
    const unknown = (['detail', 'landmark', 'context', 'turning-point'] as const).map((weight) => ({
      event: written(weight, '2014-12-16', '2015-01-07', {weight}),
      knownMs: 0,
      lag: null,
    }));
    expect(mostImportant(unknown, 3).map(({event}) => event.id)).toEqual(['detail', 'landmark', 'turning-point']);
    expect(mostImportant(unknown, 9)).toHaveLength(4);
  });
});
