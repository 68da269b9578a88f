import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {EventEntry} from '../../../src/schema/content.ts';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {bearingOn, bearingsOf, relationOf} from '../../../src/timeline/model/bearing.ts';
import {checkProperty, PROPERTY_TIMEOUT_MS} from '../property.ts';

const ZONE = 'America/Los_Angeles';

type Parts = Partial<Omit<EventEntry, 'date' | 'known'>> & {readonly date: string; readonly known?: string};

/** Only what makes events bear on each other. */
function event(id: string, {date, known = date, ...rest}: Parts): EventEntry {
  return {
    id,
    happened: 'throughout',
    chapter: `chapter of ${id}`,
    weight: 'standard',
    actors: [],
    links: [],
    ...rest,
    date: edtfFromText(date),
    known: edtfFromText(known),
  } as unknown as EventEntry;
}

/** Enough others, years before, that no actor is in a tenth of all events. */
const OTHERS = Array.from({length: 60}, (_, i) => event(`other-${i}`, {date: '2001-01-01'}));

function bearing(events: readonly EventEntry[], id: string): string[] {
  const bearings = bearingsOf([...OTHERS, ...events], ZONE);
  return bearingOn(bearings.byId.get(id)!, bearings)
    .map(({other, relation}) => `${other.entry.id} ${relation}`)
    .sort();
}

describe('bearingOn(event, bearings)', () => {
  test('finds links both ways, whatever the days, and on events off the axis', () => {
    const events = [
      event('a', {date: '2014-12-17', links: ['b']}),
      event('b', {date: '1999-01-01', weight: 'context'}),
      event('c', {date: '2015-01-01', links: ['a']}),
    ];
    expect(bearing(events, 'a')).toEqual(['b 2', 'c 2']);
  });

  test('finds people of the same days, where days may last for months', () => {
    const actors = ['sony'];
    const events = [
      event('a', {date: '2014-12-17', actors}),
      event('day-before', {date: '2014-12-16', actors}),
      event('two-before', {date: '2014-12-15', actors}),
      event('some-day-of-these', {date: '2014-10-01/2014-12-31', happened: 'within', known: '2014-12-17', actors}),
      event('all-these-days', {date: '2014-10-01/2014-12-31', actors}),
      event('same-day-others', {date: '2014-12-17', actors: ['nobody else']}),
    ];
    expect(bearing(events, 'a')).toEqual(['day-before 3', 'some-day-of-these 3']);
  });

  test('finds what had happened and came out later, in its chapter or with its people', () => {
    const late = {date: '2014-11-01', known: '2014-12-24'};
    const events = [
      event('a', {date: '2014-12-17', chapter: 'one', actors: ['sony']}),
      event('chapter', {...late, chapter: 'one'}),
      event('people', {...late, actors: ['sony']}),
      event('neither', late),
      event('not-late', {...late, chapter: 'one', known: '2014-11-01'}),
      event('after-it', {...late, chapter: 'one', date: '2014-12-20'}),
    ];
    expect(bearing(events, 'a')).toEqual(['chapter 3', 'people 3']);
  });

  test('counts an actor who is in everything within a chapter alone', () => {
    const crowd = Array.from({length: 20}, (_, i) => event(`crowd-${i}`, {date: '2002-01-01', actors: ['sony']}));
    const events = [
      ...crowd,
      event('a', {date: '2014-12-17', chapter: 'one', actors: ['sony']}),
      event('same-chapter', {date: '2014-12-17', chapter: 'one', actors: ['sony']}),
      event('other-chapter', {date: '2014-12-17', chapter: 'two', actors: ['sony']}),
      event('nobody', {date: '2014-12-17', chapter: 'one'}),
      event('came-out-later', {date: '2014-11-01', known: '2014-12-24', chapter: 'two', actors: ['sony']}),
    ];
    expect(bearing(events, 'a')).toEqual(['same-chapter 3']);
  });

  test('calls an actor common who is in more than a tenth of all events', () => {
    const common = (count: number) => {
      const events = Array.from({length: 100}, (_, i) => event(`e${i}`, {date: '2014-12-17', actors: i < count ? ['sony'] : []}));
      return [...bearingsOf(events, ZONE).common];
    };
    expect([common(10), common(11)]).toEqual([[], ['sony']]);
  });

  test('has what lasts up to four days as news on each of them, and what lasts longer on its first', () => {
    const actors = ['sony'];
    const events = [
      event('a', {date: '2014-12-18', actors}),
      event('four-days', {date: '2014-12-14/2014-12-17', known: '2014-12-14', actors}),
      event('five-days', {date: '2014-12-13/2014-12-17', known: '2014-12-13', actors}),
    ];
    expect(bearing(events, 'a')).toEqual(['four-days 3']);
    expect(bearing([event('b', {date: '2014-12-14', actors}), ...events], 'b')).toEqual(['five-days 3', 'four-days 3']);
  });

  test('finds of the day after what was announced, and of the day before what came out later', () => {
    const actors = ['sony'];
    const events = [
      event('a', {date: '2014-12-17', actors}),
      event('announced', {date: '2014-12-18', known: '2014-12-17', actors}),
      event('announced-late', {date: '2014-12-18', known: '2014-12-18', actors}),
      event('announced-far', {date: '2014-12-19', known: '2014-12-17', actors}),
      event('began', {date: '2014-12-16/2014-12-18', known: '2014-12-20', actors}),
      event('same-day', {date: '2014-12-17', known: '2014-12-20', actors}),
    ];
    expect(bearing(events, 'a')).toEqual(['announced 3', 'began 3', 'same-day 3']);
  });

  test('finds in its chapter what was on its own day and came out later, with any actors', () => {
    const events = [
      event('a', {date: '2014-12-17', chapter: 'one'}),
      event('late', {date: '2014-12-17', known: '2014-12-18', chapter: 'one'}),
      event('at-once', {date: '2014-12-17', chapter: 'one'}),
    ];
    expect(bearing(events, 'a')).toEqual(['late 3']);
  });

  test('never finds the event itself', () => {
    const actors = ['sony'];
    expect(
      bearing([event('a', {date: '2014-12-17', known: '2014-12-24', links: ['a'], actors}), event('b', {date: '2014-12-17', actors})], 'a'),
    ).toEqual(['b 3']);
  });

  const someDay = fc.nat({max: 150}).map((day) => new Date(Date.UTC(2014, 9, 1 + day)).toISOString().slice(0, 10));
  const someDate = fc.oneof(
    {weight: 3, arbitrary: someDay},
    {weight: 2, arbitrary: fc.tuple(someDay, someDay).map((ends) => ends.sort().join('/'))},
    {
      weight: 1,
      arbitrary: fc.oneof(
        someDay.map((day) => `/${day}`),
        someDay.map((day) => `${day}/..`),
        someDay.map((day) => `${day}T07:30Z`),
      ),
    },
  );
  const someEvent = fc.record({
    date: someDate,
    known: someDay,
    happened: fc.constantFrom('throughout' as const, 'within' as const),
    chapter: fc.constantFrom('one', 'two', 'three'),
    weight: fc.constantFrom('standard' as const, 'standard' as const, 'context' as const),
    actors: fc.subarray(['p', 'q', 'r', 's', 't', 'u']),
    links: fc.subarray(['e0', 'e1', 'e2'], {maxLength: 1}),
  });

  test('finds what comparing with every event finds', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(
      fc.property(fc.array(someEvent, {minLength: 2, maxLength: 12}), (parts) => {
        const bearings = bearingsOf([...OTHERS, ...parts.map((each, i) => event(`e${i}`, each))], ZONE);
        for (let i = 0; i < parts.length; i++) {
          const one = bearings.byId.get(`e${i}`)!;
          const compared = [...bearings.byId.values()].flatMap((other) => {
            const relation = other === one ? null : relationOf(one, other, bearings.common);
            return relation === null ? [] : [`${other.entry.id} ${relation}`];
          });
          expect(
            bearingOn(one, bearings)
              .map(({other, relation}) => `${other.entry.id} ${relation}`)
              .sort(),
          ).toEqual(compared.sort());
        }
      }),
      {runs: 300},
    );
  });

  test('looks at the neighbours alone in a long story', () => {
    // Ten thousand days in a row; of each event's actors, every hundredth event has the same.
    const events = Array.from({length: 10_000}, (_, day) =>
      event(`e${day}`, {
        date: new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10),
        actors: [`actor ${day % 100}`],
        chapter: 'all',
      }),
    );
    let looks = 0;
    const counted = events.map(
      (each) => new Proxy(each, {get: (target, name) => (name === 'weight' && looks++, Reflect.get(target, name))}),
    );
    const bearings = bearingsOf(counted, ZONE);
    const toMakeIt = looks;
    bearingOn(bearings.byId.get('e5000')!, bearings);
    // A month before and the day after, as events of a month may still go on.
    expect(looks - toMakeIt).toBeLessThanOrEqual(35);
    expect(looks - toMakeIt).toBeGreaterThan(0);
  });
});
