import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Content} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {readContent} from '../../src/schema/read-content.ts';
import {actorsKnownMs, asKnownNow, asKnownOn, recordFromContent} from '../../src/timeline/model/known.ts';
import type {KnownThen, PublicRecord} from '../../src/timeline/model/known.ts';
import type {Span} from '../../src/timeline/model/span.ts';
import {DAY_MS, HOUR_MS} from '../../src/timeline/model/time.ts';
import {chapterClocksFromEntries, publicDayMs, timelineFromEntries} from '../../src/timeline/model/timeline.ts';

/** December 2014 has 31 days, and day 32 is 1 January. */
function december(day: number): number {
  return Date.UTC(2014, 11, day);
}

function event(id: string, span: Span, knownDay: number, positionDays: readonly (readonly number[])[] = [], lane = 0) {
  return {id, lane, span, knownMs: december(knownDay), positionsKnownMs: positionDays.map((days) => days.map(december))};
}

function day(date: number): Span {
  return {kind: 'day', dayMs: december(date)};
}

function step(knownDay: number, value: number) {
  return {knownMs: december(knownDay), value, asOf: '2014-12-01', qualifier: 'exact', source: 's', event: 'e'} as const;
}

function state(label: string, fromDay: number, toDay: number, knownDay = fromDay) {
  return {label, short: label, state: 'due', fromMs: december(fromDay), toMs: december(toDay), knownMs: december(knownDay)} as const;
}

function record(parts: Partial<PublicRecord> = {}): PublicRecord {
  return {
    extent: {fromMs: december(1), toMs: december(32)},
    lanes: [{id: 'a'}, {id: 'b'}],
    events: [],
    measures: [],
    states: [],
    chapters: [],
    ...parts,
  };
}

function standing(span: Span, knownDay: number, onDay: number) {
  return asKnownOn(record({events: [event('e', span, knownDay)]}), december(onDay)).events.get('e')!.standing;
}

describe('asKnownOn(record, ms)', () => {
  test('knows an event from the day it became public, at any hour', () => {
    const events = [event('e', day(17), 24)];
    expect(asKnownOn(record({events}), december(24)).events.get('e')!.standing).toBe('known');
    expect(asKnownOn(record({events}), december(24) + 23 * HOUR_MS).events.get('e')!.standing).toBe('known');
    expect(asKnownOn(record({events}), december(23) + 23 * HOUR_MS).events.get('e')!.standing).toBe('secret');
  });

  test('holds an event secret from the day it happened, and coming before', () => {
    expect(standing(day(17), 24, 16)).toBe('coming');
    expect(standing(day(17), 24, 17)).toBe('secret');
  });

  test('holds an exact time secret on its whole day', () => {
    const span: Span = {kind: 'moment', atMs: december(17) + 22 * HOUR_MS};
    expect(standing(span, 24, 16)).toBe('coming');
    expect(standing(span, 24, 17)).toBe('secret');
  });

  test('holds an event of unknown day secret only once its last possible day has come', () => {
    const span: Span = {kind: 'within', fromMs: december(10), toMs: december(13), soft: false};
    expect(standing(span, 24, 11)).toBe('coming');
    expect(standing(span, 24, 12)).toBe('secret');
  });

  test('holds an event that came by a day secret from that day', () => {
    const span: Span = {kind: 'by', toMs: december(13)};
    expect(standing(span, 24, 11)).toBe('coming');
    expect(standing(span, 24, 12)).toBe('secret');
  });

  test('never holds an event secret whose last possible day is open', () => {
    expect(standing({kind: 'since', fromMs: december(10)}, 24, 23)).toBe('coming');
  });

  test('holds a stretch secret from its first day', () => {
    const span: Span = {kind: 'stretch', fromMs: december(10), toMs: december(20), softStart: false, softEnd: true};
    expect(standing(span, 24, 9)).toBe('coming');
    expect(standing(span, 24, 10)).toBe('secret');
  });

  test('knows what was announced before it happens', () => {
    expect(standing(day(25), 17, 18)).toBe('known');
  });

  test('counts all events and those of each lane', () => {
    const events = [event('a', day(10), 10), event('b', day(11), 24), event('c', day(20), 20, [], 1)];
    const {count, lanes} = asKnownOn(record({events}), december(12));
    expect(count).toEqual({known: 1, secret: 1, all: 3});
    expect(lanes).toEqual([{known: 1, secret: 1, all: 2}, {known: 0, secret: 0, all: 1}]);
  });

  test('calls an event disputed once two sides of one disagreement are public', () => {
    const events = [event('e', day(10), 10, [[10, 15], [20, 12]])];
    const on = (date: number) => asKnownOn(record({events}), december(date)).events.get('e');
    expect(on(12)).toEqual({standing: 'known', positions: [[0], [1]], isDisputed: false});
    expect(on(15)).toEqual({standing: 'known', positions: [[0, 1], [1]], isDisputed: true});
  });

  test('gives no position of an event that is not public itself', () => {
    const events = [event('e', day(10), 24, [[10, 11]])];
    expect(asKnownOn(record({events}), december(12)).events.get('e')).toEqual({standing: 'secret', positions: [[]], isDisputed: false});
  });

  test('gives the last count that was public, and none before the first', () => {
    const measures = [{id: 'm', steps: [step(24, 300), step(25, 331)]}];
    const on = (date: number) => asKnownOn(record({measures}), december(date)).measures[0];
    expect(on(23)).toEqual({id: 'm', steps: [], last: null});
    expect(on(24)).toEqual({id: 'm', steps: [step(24, 300)], last: step(24, 300)});
    expect(on(31)!.last!.value).toBe(331);
  });

  test('ends the state of the film with the day, not with the next state', () => {
    const states = [state('due', 1, 17), state('cancelled', 17, 23)];
    expect(asKnownOn(record({states}), december(18)).state).toEqual({...state('cancelled', 17, 23), toMs: december(19)});
    expect(asKnownOn(record({states}), december(16)).states).toEqual([state('due', 1, 17)]);
  });

  test('holds a state of the film back until it was public', () => {
    const states = [state('due', 1, 17), state('cancelled', 17, 32, 20)];
    expect(asKnownOn(record({states}), december(19)).state).toEqual(state('due', 1, 20));
    expect(asKnownOn(record({states}), december(20)).state!.label).toBe('cancelled');
  });

  test('has no state of the film before the first', () => {
    expect(asKnownOn(record({states: [state('due', 5, 32)]}), december(4)).state).toBeNull();
  });
});

describe('chapterClocksFromEntries(content)', () => {
  const clock = (titleKnown: string | null) => chapterClocksFromEntries({
    story: {zone: 'UTC'} as Content['story'],
    chapters: [{id: 'c', date: edtfFromText('2014-12-03/2014-12-09'), titleKnown: titleKnown === null ? null : edtfFromText(titleKnown)} as Content['chapters'][number]],
    events: [{chapter: 'c', known: edtfFromText('2014-12-04')} as Content['events'][number]],
  })[0]!;

  test('shows a title from the day of the first event', () => {
    expect(clock(null)).toEqual({id: 'c', titleKnownMs: december(4), ledeKnownMs: december(9)});
  });

  test('shows a title later where the chapter says so, and its introduction never before it', () => {
    expect(clock('2014-12-06')).toEqual({id: 'c', titleKnownMs: december(6), ledeKnownMs: december(9)});
    expect(clock('2014-12-11')).toEqual({id: 'c', titleKnownMs: december(11), ledeKnownMs: december(11)});
  });

  test('shows no title sooner, whatever the chapter says', () => {
    expect(clock('2014-12-01').titleKnownMs).toBe(december(4));
  });
});

describe('asKnownOn(record, ms).chapters', () => {
  const chapters = [{id: 'c', titleKnownMs: december(3), ledeKnownMs: december(9)}];

  test('tells a title from the day something of the chapter was public', () => {
    expect(asKnownOn(record({chapters}), december(2)).chapters).toEqual([{id: 'c', hasBegun: false, isOver: false}]);
    expect(asKnownOn(record({chapters}), december(3)).chapters).toEqual([{id: 'c', hasBegun: true, isOver: false}]);
  });

  test('tells an introduction from the chapter’s last day', () => {
    expect(asKnownOn(record({chapters}), december(8)).chapters[0]!.isOver).toBe(false);
    expect(asKnownOn(record({chapters}), december(9)).chapters[0]!.isOver).toBe(true);
  });
});

const someDay = fc.integer({min: 1, max: 31});
const someSpan: fc.Arbitrary<Span> = fc.oneof(
  someDay.map(day),
  someDay.map((date): Span => ({kind: 'moment', atMs: december(date) + 18 * HOUR_MS})),
  someDay.map((date): Span => ({kind: 'by', toMs: december(date + 1)})),
  someDay.map((date): Span => ({kind: 'since', fromMs: december(date)})),
  fc.tuple(someDay, someDay, fc.constantFrom('within', 'stretch')).map(([a, b, kind]): Span => {
    const ends = {fromMs: december(Math.min(a, b)), toMs: december(Math.max(a, b) + 1)};
    return kind === 'within' ? {kind, ...ends, soft: false} : {kind: 'stretch', ...ends, softStart: false, softEnd: false};
  }),
);
const someRecord: fc.Arbitrary<PublicRecord> = fc
  .record({
    events: fc.array(fc.tuple(someSpan, someDay, fc.array(fc.array(someDay, {minLength: 2, maxLength: 4}), {maxLength: 2}), fc.integer({min: 0, max: 1}))),
    steps: fc.array(fc.tuple(someDay, fc.nat(1000))),
    states: fc.array(someDay, {maxLength: 4}),
    delays: fc.array(fc.integer({min: 0, max: 3}), {minLength: 4, maxLength: 4}),
    chapters: fc.array(fc.tuple(someDay, fc.nat(10)), {maxLength: 3}),
  })
  .map(({events, steps, states, delays, chapters}) => {
    const starts = [...new Set(states)].sort((a, b) => a - b);
    return record({
      events: events.map(([span, knownDay, positions, lane], i) => event(`e${i}`, span, knownDay, positions, lane)),
      measures: [{id: 'm', steps: steps.map(([knownDay, value]) => step(knownDay, value)).sort((a, b) => a.knownMs - b.knownMs)}],
      states: starts.map((start, i) => state(`s${i}`, start, starts[i + 1] ?? 32, Math.min(start + delays[i]!, 31))),
      chapters: chapters.map(([from, days], i) => ({id: `c${i}`, titleKnownMs: december(from), ledeKnownMs: december(Math.min(from + days, 31))})),
    });
  });

/** Everything an answer says is known, each as one line. */
function facts(known: KnownThen): Set<string> {
  return new Set([
    ...[...known.events].flatMap(([id, {standing: is, positions, isDisputed}]) => [
      ...(is === 'known' ? [`event ${id}`] : []),
      ...positions.flatMap((places, i) => places.map((place) => `position ${id} ${i} ${place}`)),
      ...(isDisputed ? [`disputed ${id}`] : []),
    ]),
    ...known.measures.flatMap(({id, steps}) => steps.map((one, i) => `step ${id} ${i} ${one.value}`)),
    ...known.states.map(({label}) => `state ${label}`),
    ...known.chapters.flatMap(({id, hasBegun, isOver}) => [...(hasBegun ? [`title ${id}`] : []), ...(isOver ? [`introduction ${id}`] : [])]),
  ]);
}

describe('whatever the story', () => {
  test('what is known never shrinks as the date advances', () => {
    fc.assert(fc.property(someRecord, someDay, someDay, (story, a, b) => {
      const before = asKnownOn(story, december(Math.min(a, b)));
      const after = asKnownOn(story, december(Math.max(a, b)));
      expect(facts(after)).toEqual(facts(after).union(facts(before)));
      expect(after.count.known).toBeGreaterThanOrEqual(before.count.known);
      after.lanes.forEach(({known}, lane) => expect(known).toBeGreaterThanOrEqual(before.lanes[lane]!.known));
    }));
  });

  test('at the last day everything is known', () => {
    fc.assert(fc.property(someRecord, (story) => {
      const atLast = asKnownOn(story, december(31));
      expect(atLast).toEqual(asKnownNow(story));
      expect(atLast.count).toEqual({known: story.events.length, secret: 0, all: story.events.length});
      expect(atLast.measures.map(({steps}) => steps)).toEqual(story.measures.map(({steps}) => steps));
      expect(atLast.states).toEqual(story.states);
    }));
  });

  test('what has yet to become public changes nothing that is told', () => {
    fc.assert(fc.property(someRecord, someDay, (story, date) => {
      const ms = december(date);
      const known = story.events.filter(({knownMs}) => knownMs <= ms);
      const told = {
        ...story,
        events: known.map((one) => ({...one, positionsKnownMs: one.positionsKnownMs.map((days) => days.map((dayMs) => (dayMs <= ms ? dayMs : Infinity)))})),
        measures: story.measures.map(({id, steps}) => ({id, steps: steps.filter(({knownMs}) => knownMs <= ms)})),
        states: story.states.filter(({knownMs}) => knownMs <= ms),
      };
      expect(facts(asKnownOn(story, ms))).toEqual(facts(asKnownOn(told, ms)));
      expect(asKnownOn(story, ms).states).toEqual(asKnownOn(told, ms).states);
      expect(asKnownOn(story, ms).measures).toEqual(asKnownOn(told, ms).measures);
    }));
  });
});

describe('the story of content/', () => {
  let content: Content;
  let all: PublicRecord;

  beforeAll(async () => {
    const reading = await readContent('content');
    if (reading.content === null) throw new Error('content/ has no story');
    content = reading.content;
    all = recordFromContent(content);
  });

  const on = (date: string) => asKnownOn(all, Date.parse(date));

  test('on 18 December Sony’s calls are secret, the FBI has yet to speak and nothing is sold', () => {
    const known = on('2014-12-18');
    expect(known.events.get('sony-contacts-platforms')!.standing).toBe('secret');
    expect(known.events.get('fbi-names-north-korea')!.standing).toBe('coming');
    expect(known.measures.find(({id}) => id === 'online-sales')!.last).toBeNull();
    expect(known.state).toMatchObject({state: 'cancelled', toMs: Date.UTC(2014, 11, 19)});
    expect(known.events.get('sony-no-release-plans')).toEqual({standing: 'known', positions: [[0]], isDisputed: false});
  });

  test('on 24 December Sony’s calls are known, and sources disagree on them', () => {
    const known = on('2014-12-24');
    expect(known.events.get('sony-contacts-platforms')).toEqual({standing: 'known', positions: [[0, 1]], isDisputed: true});
    expect(known.events.get('sony-no-release-plans')!.isDisputed).toBe(true);
    expect(known.state!.state).toBe('out');
  });

  test('on 6 January the second count is public, and the planning is still secret', () => {
    const known = on('2015-01-06');
    expect(known.measures.find(({id}) => id === 'online-sales')!.last!.value).toBe(4_300_000);
    expect(on('2015-01-05').measures.find(({id}) => id === 'online-sales')!.last!.value).toBe(2_000_000);
    expect(known.events.get('two-months-of-planning')!.standing).toBe('secret');
  });

  test('on 18 December three chapters have a title, and one an introduction', () => {
    const {chapters} = on('2014-12-18');
    expect(chapters.filter(({hasBegun}) => hasBegun).map(({id}) => id)).toEqual(['break-in', 'pulled', 'who-did-it']);
    expect(chapters.filter(({isOver}) => isOver).map(({id}) => id)).toEqual(['break-in']);
  });

  test('names nobody beside an event who only spoke later', () => {
    const entry = content.events.find(({id}) => id === 'sony-no-release-plans')!;
    const days = actorsKnownMs(entry, content.story.zone);
    expect(days.get('sony-pictures')).toBe(Date.parse('2014-12-17'));
    expect(days.get('david-drummond')).toBe(Date.parse('2014-12-24'));
    for (const each of content.events) {
      expect([...actorsKnownMs(each, content.story.zone).keys()]).toEqual(each.actors);
    }
  });

  test('no event, position, figure, state or count of any day from 24 November to 4 February was known later', () => {
    const {story: {zone, states}, events} = content;
    const lastMs = Date.parse('2015-02-04');
    let days = 0;
    for (let ms = Date.parse('2014-11-24'); ms <= lastMs; ms += DAY_MS) {
      const known = asKnownOn(all, ms);
      let knownCount = 0;
      for (const entry of events) {
        const then = known.events.get(entry.id)!;
        const isPublic = publicDayMs(entry.known, zone) <= ms;
        if (isPublic) knownCount++;
        expect(then.standing === 'known', `${entry.id} on ${new Date(ms).toISOString()}`).toBe(isPublic);
        const shown = entry.disagreements.map(({positions}, i) => then.positions[i]!.map((place) => positions[place]!));
        for (const position of shown.flat()) expect(publicDayMs(position.known, zone), `${entry.id}: ${position.says}`).toBeLessThanOrEqual(ms);
        expect(then.isDisputed).toBe(shown.some(({length}) => length >= 2));
        if (!isPublic) expect(shown.flat()).toEqual([]);
      }
      expect(known.count.known).toBe(knownCount);
      for (const {id, steps} of known.measures) {
        for (const one of steps) {
          const entry = events.find((candidate) => candidate.id === one.event)!;
          expect(publicDayMs(entry.known, zone), `${id} ${one.value}`).toBeLessThanOrEqual(ms);
        }
      }
      for (const [i, shown] of known.states.entries()) {
        expect(shown.toMs).toBeLessThanOrEqual(ms + DAY_MS);
        expect(publicDayMs(states!.items[i]!.date, zone)).toBeLessThanOrEqual(ms);
      }
      for (const [i, {hasBegun, isOver}] of known.chapters.entries()) {
        const {id, date, titleKnown} = content.chapters[i]!;
        expect(hasBegun, id).toBe(date.earliestMs! <= ms && (titleKnown === null || publicDayMs(titleKnown, zone) <= ms) && events.some((entry) => entry.chapter === id && publicDayMs(entry.known, zone) <= ms));
        expect(isOver, id).toBe(hasBegun && date.latestMs! < ms + DAY_MS);
      }
      days++;
    }
    expect(days).toBe(73);
  });

  test('what is known only grows, and on the last day it is all there is', () => {
    let before = on('2014-11-23');
    for (let ms = Date.parse('2014-11-24'); ms <= Date.parse('2015-02-04'); ms += DAY_MS) {
      const after = asKnownOn(all, ms);
      expect(facts(after)).toEqual(facts(after).union(facts(before)));
      before = after;
    }
    expect(facts(on('2015-02-04'))).toEqual(facts(asKnownNow(all)));
    expect(on('2015-02-04').count).toEqual({known: content.events.length, secret: 0, all: content.events.length});
    expect(asKnownOn(all, all.extent.toMs - 1)).toEqual(asKnownNow(all));
  });

  test('the small timeline of the page gives the same answers for the events on the axis', () => {
    const timeline = timelineFromEntries(content, ({id}) => id);
    for (let ms = Date.parse('2014-11-24'); ms <= Date.parse('2015-02-04'); ms += 7 * DAY_MS) {
      const small = asKnownOn(timeline, ms);
      const whole = asKnownOn(all, ms);
      for (const [id, then] of small.events) expect(then).toEqual(whole.events.get(id));
      expect(small.measures).toEqual(whole.measures);
      expect(small.states).toEqual(whole.states);
      expect(small.chapters).toEqual(whole.chapters);
    }
  });
});
