import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {ChapterEntry, Content, EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {
  actorsKnownMs,
  actorsOfStoryKnownMs,
  asKnownNow,
  asKnownOn,
  disputedMs,
  isPublicOn,
  stepOn,
  whenThen,
} from '../../src/timeline/model/known.ts';
import type {Known, PublicRecord} from '../../src/timeline/model/known.ts';
import type {Span} from '../../src/timeline/model/span.ts';
import {DAY_MS, HOUR_MS, isoDay} from '../../src/timeline/model/time.ts';
import {chapterClocksFromEntries, publicDayMs, wholeDateKnownMs} from '../../src/timeline/model/timeline.ts';
import {timelineFromEntries} from '../../src/timeline/model/timeline-from-entries.ts';
import type {Timeline} from '../../src/timeline/model/timeline.ts';
import {FULL_STORY} from '../full-story.ts';

const ZONE = 'America/Los_Angeles';

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

function stretch(fromDay: number, lastDay: number): Span {
  return {kind: 'stretch', fromMs: december(fromDay), toMs: december(lastDay + 1), softStart: false, softEnd: false};
}

function step(knownDay: number, value: number) {
  return {knownMs: december(knownDay), value, asOf: '2014-12-01', qualifier: 'exact', source: 's', event: 'e'} as const;
}

function measure(...steps: ReturnType<typeof step>[]) {
  return {id: 'm', name: 'M', prefix: '', suffix: '', steps};
}

function state(label: string, fromDay: number, toDay: number, knownDay = fromDay) {
  return {label, short: label, look: 'outline', fromMs: december(fromDay), toMs: december(toDay), knownMs: december(knownDay)} as const;
}

function record(parts: Partial<PublicRecord> = {}): PublicRecord {
  return {
    extent: {fromMs: december(1), toMs: december(32)},
    lanes: [{id: 'a'}, {id: 'b'}],
    events: [],
    measures: [],
    states: [],
    bracket: null,
    ...parts,
  };
}

function standing(span: Span, knownDay: number, onDay: number) {
  return asKnownOn(record({events: [event('e', span, knownDay)]}), december(onDay)).standingOf('e');
}

describe('isPublicOn(dayMs, knownMs)', () => {
  test('is true from the day itself, and for everything today', () => {
    expect(isPublicOn(december(17), december(18))).toBe(false);
    expect(isPublicOn(december(18), december(18))).toBe(true);
    expect(isPublicOn(december(19), december(18))).toBe(true);
    expect(isPublicOn(Infinity, december(18))).toBe(true);
  });
});

describe('asKnownOn(record, ms)', () => {
  test('knows an event from the day it became public, at any hour', () => {
    const events = [event('e', day(17), 24)];
    expect(asKnownOn(record({events}), december(24)).standingOf('e')).toBe('known');
    expect(asKnownOn(record({events}), december(24) + 23 * HOUR_MS).standingOf('e')).toBe('known');
    expect(asKnownOn(record({events}), december(23) + 23 * HOUR_MS).standingOf('e')).toBe('secret');
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

  test('keeps an event of unknown day secret only once its last possible day has come', () => {
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
    expect(standing(stretch(10, 19), 24, 9)).toBe('coming');
    expect(standing(stretch(10, 19), 24, 10)).toBe('secret');
  });

  test('knows what was announced before it happens', () => {
    expect(standing(day(25), 17, 18)).toBe('known');
  });

  test('counts the known events, and those of each lane', () => {
    const events = [event('a', day(10), 10), event('b', day(11), 24), event('c', day(12), 12, [], 1)];
    const on = (date: number) => asKnownOn(record({events}), december(date));
    expect([on(9).count, on(9).laneCounts]).toEqual([0, [0, 0]]);
    expect([on(12).count, on(12).laneCounts]).toEqual([2, [1, 1]]);
    expect([on(24).count, on(24).laneCounts]).toEqual([3, [2, 1]]);
  });

  test('calls an event disputed once two sides of one disagreement are public, and it is itself', () => {
    const on = (positionDays: number[][], knownDay: number, date: number) =>
      asKnownOn(record({events: [event('e', day(10), knownDay, positionDays)]}), december(date)).isDisputed('e');
    expect(
      on(
        [
          [10, 15],
          [20, 12],
        ],
        10,
        14,
      ),
    ).toBe(false);
    expect(
      on(
        [
          [10, 15],
          [20, 12],
        ],
        10,
        15,
      ),
    ).toBe(true);
    expect(
      on(
        [
          [10, 20],
          [12, 20],
        ],
        10,
        19,
      ),
    ).toBe(false);
    expect(on([[10, 11]], 24, 12)).toBe(false);
  });

  test('lets a stretch go on until its last day, and what is one day or was announced not at all', () => {
    const goesOn = (span: Span, knownDay: number, date: number) =>
      asKnownOn(record({events: [event('e', span, knownDay)]}), december(date)).goesOn('e');
    expect(goesOn(stretch(10, 13), 10, 12)).toBe(true);
    expect(goesOn(stretch(10, 13), 10, 13)).toBe(false);
    expect(goesOn(stretch(10, 13), 12, 11)).toBe(false);
    expect(goesOn(stretch(10, 13), 9, 11)).toBe(false);
    expect(goesOn(day(13), 12, 12)).toBe(false);
    expect(goesOn({kind: 'within', fromMs: december(9), toMs: december(12), soft: true}, 10, 10)).toBe(false);
  });

  test('lets what has words for it go on too, though it happened on one day of several', () => {
    const within = {...event('e', {kind: 'within', fromMs: december(10), toMs: december(14), soft: false}, 10), whenOpen: 'From 10 Dec'};
    const goesOn = (date: number, knownDay = 10) =>
      asKnownOn(record({events: [{...within, knownMs: december(knownDay)}]}), december(date)).goesOn('e');
    expect([goesOn(10), goesOn(12), goesOn(13), goesOn(12, 9)]).toEqual([true, true, false, false]);
  });

  test('ends a state that was announced no sooner than it begins', () => {
    const states = [state('due', 1, 24), state('out', 24, 32, 20)];
    expect(asKnownOn(record({states}), december(20)).states).toEqual([state('due', 1, 24), {...state('out', 24, 24, 20)}]);
    expect(asKnownOn(record({states}), december(25)).states.at(-1)!.toMs).toBe(december(26));
  });

  test('gives the counts that were public', () => {
    const measures = [measure(step(24, 300), step(25, 331))];
    const on = (date: number) => asKnownOn(record({measures}), december(date)).measures[0]!.steps;
    expect(on(23)).toEqual([]);
    expect(on(24)).toEqual([step(24, 300)]);
    expect(on(31)).toEqual([step(24, 300), step(25, 331)]);
  });

  test('ends the last state with the day, not with the next state', () => {
    const states = [state('due', 1, 17), state('cancelled', 17, 23)];
    expect(asKnownOn(record({states}), december(18)).states).toEqual([
      state('due', 1, 17),
      {...state('cancelled', 17, 23), toMs: december(19)},
    ]);
    expect(asKnownOn(record({states}), december(16)).states).toEqual([state('due', 1, 17)]);
  });

  test('holds a state back until it was public', () => {
    const states = [state('due', 1, 17), state('cancelled', 17, 32, 20)];
    expect(asKnownOn(record({states}), december(19)).states).toEqual([state('due', 1, 20)]);
    expect(asKnownOn(record({states}), december(20)).states.at(-1)!.label).toBe('cancelled');
  });

  test('has no state before the first was public', () => {
    expect(asKnownOn(record({states: [state('due', 1, 32, 5)]}), december(4)).states).toEqual([]);
  });

  test('draws the bracket once its last day has come', () => {
    const bracket = {label: 'Seven days', long: 'Seven days', fromMs: december(17), toMs: december(24)};
    expect(asKnownOn(record({bracket}), december(23)).isBracketKnown).toBe(false);
    expect(asKnownOn(record({bracket}), december(24)).isBracketKnown).toBe(true);
    expect(asKnownNow(record()).isBracketKnown).toBe(false);
  });

  test('is Known then on every day but today', () => {
    expect(asKnownOn(record(), december(31)).isKnownThen).toBe(true);
    expect(asKnownNow(record()).isKnownThen).toBe(false);
  });
});

describe('stepOn(measure, dayMs)', () => {
  test('is null before the first count, and holds one until the next', () => {
    const two = measure(step(2, 10), step(5, 20));
    expect(stepOn(two, december(1))).toBeNull();
    expect([2, 4, 5].map((date) => stepOn(two, december(date))!.value)).toEqual([10, 10, 20]);
  });

  test('uses the last of two that became public together', () => {
    expect(stepOn(measure(step(2, 10), step(2, 30)), december(2))!.value).toBe(30);
  });
});

describe('whenThen(event, known)', () => {
  test('names the last day only once it has come', () => {
    const words = {id: 'e', when: '10–13 Dec', whenOpen: 'From 10 Dec'};
    expect(whenThen(words, {goesOn: () => true})).toBe('From 10 Dec');
    expect(whenThen(words, {goesOn: () => false})).toBe('10–13 Dec');
    expect(whenThen({id: 'e', when: 'From 10 Dec'}, {goesOn: () => true})).toBe('From 10 Dec');
  });
});

describe('publicDayMs(known, zone)', () => {
  test.each([
    ['2014-12-17', '2014-12-17'],
    ['2014-12-17~', '2014-12-17'],
    ['2014-12-25T03:00:00Z', '2014-12-24'],
    ['2015-01-06/2015-01-07', '2015-01-07'],
    ['2014-12', '2014-12-31'],
    ['/2014-12-22', '2014-12-22'],
    ['2014-12-22/', '2014-12-22'],
  ])('%s is public for certain on %s', (text, known) => {
    expect(isoDay(publicDayMs(edtfFromText(text), ZONE))).toBe(known);
  });
});

describe('wholeDateKnownMs(event, zone)', () => {
  test.each([
    ['2014-12-10/2014-12-13', '2014-12-10', '2014-12-13'],
    ['2014-12-10/2014-12-13', '2014-12-12', '2014-12-13'],
    ['2014-12-10/2014-12-13', '2014-12-13', null],
    ['2014-12-10/2014-12-13', '2014-12-09', null],
    ['/2014-12-13', '2014-12-12', '2014-12-13'],
    ['2014-12-10/..', '2014-12-10', null],
    ['2014-12-10', '2014-12-10', null],
  ])('%s, known %s, is named whole from %s', (date, known, whole) => {
    const ms = wholeDateKnownMs({date: edtfFromText(date), known: edtfFromText(known)}, ZONE);
    expect(ms === null ? null : isoDay(ms)).toBe(whole);
  });
});

function entry(over: {readonly [name: string]: unknown}): EventEntry {
  return {chapter: 'c', actors: [], disagreements: [], known: edtfFromText('2014-12-10'), ...over} as unknown as EventEntry;
}

describe('chapterClocksFromEntries(content)', () => {
  const clockOf = (date: string, ...knownDays: string[]) => clockOfTitled(null, date, ...knownDays);
  const clockOfTitled = (titleKnown: string | null, date: string, ...knownDays: string[]) => {
    const chapters = [{id: 'c', date: edtfFromText(date), titleKnown: titleKnown && edtfFromText(titleKnown)} as ChapterEntry];
    const events = knownDays.map((known) => entry({known: edtfFromText(known)}));
    const [clock] = chapterClocksFromEntries({story: {zone: ZONE} as Content['story'], chapters, events});
    const {titleKnownMs, daysKnownMs, lastDayKnownMs, ledeKnownMs} = clock!;
    return [titleKnownMs, daysKnownMs, lastDayKnownMs, ledeKnownMs].map((ms) => (ms === null ? null : isoDay(ms).slice(5)));
  };

  test('takes the title from its first event, the days from the calendar, the introduction from the last that came out', () => {
    expect(clockOf('2014-12-16/2014-12-22', '2014-12-17', '2014-12-20')).toEqual(['12-17', '12-17', '12-22', '12-22']);
    expect(clockOf('2014-12-16/2014-12-22', '2014-12-17', '2015-01-07')).toEqual(['12-17', '12-17', '12-22', '01-07']);
  });

  test('holds a title back until the day it names, and the rest of its head with it', () => {
    expect(clockOfTitled('2014-12-18', '2014-12-16/2014-12-22', '2014-12-17')).toEqual(['12-18', '12-18', '12-22', '12-22']);
    expect(clockOfTitled('2014-12-24', '2014-12-16/2014-12-22', '2014-12-17')).toEqual(['12-24', '12-24', '12-24', '12-24']);
    expect(clockOfTitled('2014-12-16', '2014-12-16/2014-12-22', '2014-12-17')[0]).toBe('12-17');
  });

  test('does not begin before its first day, whatever was known of long before', () => {
    expect(clockOf('2014-12-16/2014-12-22', '2014-06-01')).toEqual(['12-16', '12-16', '12-22', '12-22']);
  });

  test('has no last day to name where its end is open', () => {
    expect(clockOf('2014-12-16/..', '2014-12-17', '2014-12-20')).toEqual(['12-17', '12-17', null, '12-20']);
  });

  test('of a chapter without events everything is known by its own days', () => {
    expect(clockOf('2014-12-16/2014-12-22')).toEqual(['12-16', '12-16', '12-22', '12-22']);
  });
});

describe('actorsKnownMs(event, zone)', () => {
  const position = (known: string, ...by: string[]) => ({by, known: edtfFromText(known)});

  test('names an actor with the event, one who only spoke later with what was said, and the first known first', () => {
    const disagreements = [
      {positions: [position('2014-12-10', 'a'), position('2014-12-24', 'b')]},
      {positions: [position('2014-12-20', 'b'), position('2014-12-01', 'c')]},
    ];
    const days = actorsKnownMs(entry({actors: ['b', 'a', 'c', 'd'], disagreements}), ZONE);
    expect([...days].map(([id, ms]) => `${id} ${isoDay(ms)}`)).toEqual(['a 2014-12-10', 'c 2014-12-10', 'd 2014-12-10', 'b 2014-12-20']);
  });

  test('names an actor of the story from the first event that does', () => {
    const events = [entry({actors: ['a'], known: edtfFromText('2014-12-12')}), entry({actors: ['a', 'b']})];
    const days = actorsOfStoryKnownMs({story: {zone: ZONE} as Content['story'], events});
    expect([...days].map(([id, ms]) => `${id} ${isoDay(ms)}`)).toEqual(['a 2014-12-10', 'b 2014-12-10']);
  });
});

describe('disputedMs(positions, zone)', () => {
  test('is the day of the second position', () => {
    const known = (...days: string[]) => days.map((text) => ({known: edtfFromText(text)}));
    expect(isoDay(disputedMs(known('2014-12-24', '2014-12-03', '2014-12-19'), ZONE)!)).toBe('2014-12-19');
    expect(disputedMs(known('2014-12-24'), ZONE)).toBeNull();
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
    events: fc.array(
      fc.tuple(someSpan, someDay, fc.array(fc.array(someDay, {minLength: 2, maxLength: 4}), {maxLength: 2}), fc.integer({min: 0, max: 1})),
    ),
    steps: fc.array(fc.tuple(someDay, fc.nat(1000))),
    states: fc.array(someDay, {maxLength: 4}),
    delays: fc.array(fc.integer({min: 0, max: 3}), {minLength: 4, maxLength: 4}),
  })
  .map(({events, steps, states, delays}) => {
    const starts = [...new Set(states)].sort((a, b) => a - b);
    return record({
      events: events.map(([span, knownDay, positions, lane], i) => event(`e${i}`, span, knownDay, positions, lane)),
      measures: [measure(...steps.map(([knownDay, value]) => step(knownDay, value)).sort((a, b) => a.knownMs - b.knownMs))],
      states: starts.map((start, i) => state(`s${i}`, start, starts[i + 1] ?? 32, Math.min(start + delays[i]!, 31))),
    });
  });

/** Everything an answer says is known, each as one line. */
function facts({standingOf, isDisputed, measures, states, isBracketKnown}: Known, {events}: PublicRecord): Set<string> {
  return new Set([
    ...events.flatMap(({id}) => [...(standingOf(id) === 'known' ? [`event ${id}`] : []), ...(isDisputed(id) ? [`disputed ${id}`] : [])]),
    ...measures.flatMap(({id, steps}) => steps.map((one, i) => `step ${id} ${i} ${one.value}`)),
    ...states.map(({label}) => `state ${label}`),
    ...(isBracketKnown ? ['bracket'] : []),
  ]);
}

describe('whatever the story', () => {
  test('what is known never shrinks as the date advances', () => {
    fc.assert(
      fc.property(someRecord, someDay, someDay, (story, a, b) => {
        const before = asKnownOn(story, december(Math.min(a, b)));
        const after = asKnownOn(story, december(Math.max(a, b)));
        expect(facts(after, story)).toEqual(facts(after, story).union(facts(before, story)));
        expect(after.count).toBeGreaterThanOrEqual(before.count);
        after.laneCounts.forEach((count, lane) => expect(count).toBeGreaterThanOrEqual(before.laneCounts[lane]!));
      }),
    );
  });

  test('at the last day everything is known, and nothing goes on', () => {
    fc.assert(
      fc.property(someRecord, (story) => {
        for (const known of [asKnownOn(story, december(31)), asKnownNow(story)]) {
          expect(known.count).toBe(story.events.length);
          expect(known.measures).toEqual(story.measures);
          expect(known.states).toEqual(story.states);
          expect(story.events.filter(({id}) => known.goesOn(id))).toEqual([]);
        }
      }),
    );
  });

  test('what has yet to become public changes nothing that is known', () => {
    fc.assert(
      fc.property(someRecord, someDay, (story, date) => {
        const ms = december(date);
        const isPublic = ({knownMs}: {readonly knownMs: number}) => knownMs <= ms;
        const public_ = {
          ...story,
          events: story.events.filter(isPublic).map((one) => ({
            ...one,
            positionsKnownMs: one.positionsKnownMs.map((days) => days.map((dayMs) => (dayMs <= ms ? dayMs : Infinity))),
          })),
          measures: story.measures.map((one) => ({...one, steps: one.steps.filter(isPublic)})),
          states: story.states.filter(isPublic),
        };
        expect(facts(asKnownOn(story, ms), story)).toEqual(facts(asKnownOn(public_, ms), public_));
        expect(asKnownOn(story, ms).states).toEqual(asKnownOn(public_, ms).states);
        expect(asKnownOn(story, ms).measures).toEqual(asKnownOn(public_, ms).measures);
      }),
    );
  });
});

describe('the story of content/', () => {
  let content: Content;
  let timeline: Timeline;
  const FIRST_DAY = '2014-11-20';
  const LAST_DAY = '2015-02-05';

  beforeAll(async () => {
    const reading = await readContent(FULL_STORY);
    if (reading.content === null) throw new Error('there is no story');
    content = reading.content;
    timeline = timelineFromEntries(content, ({date}) => date.text);
  });

  const on = (date: string) => asKnownOn(timeline, Date.parse(date));
  const everyDay = () =>
    Array.from({length: (Date.parse(LAST_DAY) - Date.parse(FIRST_DAY)) / DAY_MS + 1}, (_, i) => isoDay(Date.parse(FIRST_DAY) + i * DAY_MS));

  test('on 18 December Sony’s calls are secret, the FBI has yet to speak and nothing is sold', () => {
    const known = on('2014-12-18');
    expect(known.standingOf('sony-contacts-platforms')).toBe('secret');
    expect(known.standingOf('fbi-names-north-korea')).toBe('coming');
    expect(known.measures.find(({id}) => id === 'online-sales')!.steps).toEqual([]);
    expect(known.states.at(-1)).toMatchObject({short: 'Cancelled', toMs: Date.UTC(2014, 11, 19)});
    expect(known.isDisputed('sony-no-release-plans')).toBe(false);
  });

  test('on 24 December Sony’s calls are known, and sources disagree on them', () => {
    const known = on('2014-12-24');
    expect(known.standingOf('sony-contacts-platforms')).toBe('known');
    expect(known.isDisputed('sony-contacts-platforms')).toBe(true);
    expect(known.isDisputed('sony-no-release-plans')).toBe(true);
    expect(known.states.at(-1)!.short).toBe('Out');
  });

  test('on 6 January the second count is public, and the planning is still secret', () => {
    const sales = (date: string) =>
      on(date)
        .measures.find(({id}) => id === 'online-sales')!
        .steps.at(-1)!.value;
    expect(sales('2015-01-06')).toBe(4_300_000);
    expect(sales('2015-01-05')).toBe(2_000_000);
    expect(on('2015-01-06').standingOf('two-months-of-planning')).toBe('secret');
  });

  test('names nobody beside an event who only spoke later', () => {
    const days = actorsKnownMs(
      content.events.find(({id}) => id === 'sony-no-release-plans')!,
      content.story.zone,
    );
    expect(days.get('sony-pictures')).toBe(Date.parse('2014-12-17'));
    expect(days.get('david-drummond')).toBe(Date.parse('2014-12-24'));
  });

  test('no event, dispute, figure or state of any day from 20 November to 5 February was known later', () => {
    const {
      story: {zone, states},
      events,
    } = content;
    for (const date of everyDay()) {
      const ms = Date.parse(date);
      const known = on(date);
      const isPublic = (entryKnown: EventEntry['known']) => publicDayMs(entryKnown, zone) <= ms;
      const axis = events.filter(({weight}) => weight !== 'context');
      for (const one of axis) {
        expect(known.standingOf(one.id) === 'known', `${one.id} on ${date}`).toBe(isPublic(one.known));
        const sides = one.disagreements.map(({positions}) => positions.filter((position) => isPublic(position.known)).length);
        expect(known.isDisputed(one.id), `${one.id} on ${date}`).toBe(isPublic(one.known) && sides.some((count) => count >= 2));
        if (known.goesOn(one.id)) expect(one.date.latestMs! >= ms + DAY_MS, `${one.id} on ${date}`).toBe(true);
      }
      expect(known.count).toBe(axis.filter((one) => isPublic(one.known)).length);
      for (const {id, steps} of known.measures) {
        for (const one of steps)
          expect(isPublic(events.find((candidate) => candidate.id === one.event)!.known), `${id} ${one.value} on ${date}`).toBe(true);
      }
      for (const [i, shown] of known.states.entries()) {
        expect(shown.toMs).toBeLessThanOrEqual(ms + DAY_MS);
        expect(publicDayMs(states!.items[i]!.date, zone)).toBeLessThanOrEqual(ms);
      }
    }
  });

  test('what is known only grows, and on the last day it is all there is', () => {
    const days = everyDay().map((date) => facts(on(date), timeline));
    for (const [i, after] of days.entries()) expect(after).toEqual(after.union(days[i - 1] ?? new Set()));
    expect(days.at(-1)).toEqual(facts(asKnownNow(timeline), timeline));
    expect(on(LAST_DAY).count).toBe(timeline.events.length);
  });

  test('the numbers of every day are those of the last review', async () => {
    const clocks = chapterClocksFromEntries(content);
    const lines = everyDay().map((date) => {
      const ms = Date.parse(date);
      const {count, laneCounts, measures, states, goesOn} = on(date);
      const figures = measures.map(({steps}) => steps.at(-1)?.value ?? '-').join(' ');
      const chapters = clocks
        .map(({titleKnownMs, ledeKnownMs}) => (isPublicOn(ms, ledeKnownMs) ? 'whole' : isPublicOn(ms, titleKnownMs) ? 'title' : '-'))
        .join(' ');
      const goOn = timeline.events.filter(({id}) => goesOn(id)).map(({id}) => id);
      return [date, `${count} known (${laneCounts.join(' ')})`, figures, states.at(-1)?.short ?? '-', chapters, goOn.join(' ') || '-'].join(
        ' | ',
      );
    });
    const head = `day | events known (${timeline.lanes.map(({id}) => id).join(' ')}) | ${timeline.measures.map(({id}) => id).join(' ')} | state | ${clocks.map(({id}) => id).join(' ')} | what goes on`;
    await expect(`${[head, ...lines].join('\n')}\n`).toMatchFileSnapshot('../output/known-by-day.txt');
  });
});
