import {JSDOM} from 'jsdom';
import {beforeEach, describe, expect, test} from 'vitest';
import {NO_FILTER} from '../../../src/timeline/interaction/find/filter.ts';
import type {Filter} from '../../../src/timeline/interaction/find/filter.ts';
import {facetValuesIn, findablesOf} from '../../../src/timeline/interaction/find/findables.ts';
import type {FacetValue, Findables} from '../../../src/timeline/interaction/find/findables.ts';
import type {FeedText} from '../../../src/timeline/interaction/find/texts.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {aText, FIRST_DAY_MS} from './some-texts.ts';

const on = (day: number) => FIRST_DAY_MS + day * DAY_MS;
const event = (id: string, day: number, lane = 0) => anEvent({id, lane, span: {kind: 'day', dayMs: on(day)}, knownMs: on(day)});
const [A, B, NOTE] = [event('a', 0), event('b', 5, 1), event('n', 2)];
const TIMELINE = {...aTimeline([A, B], 30, [1, 1]), firstDayMs: FIRST_DAY_MS};
const feedText = (one: TimelineEvent, title: string, over: Partial<FeedText> = {}): FeedText => ({
  ...aText(one.id, {title}, {knownMs: one.knownMs, span: one.span}),
  event: one,
  isNote: false,
  actors: [],
  disputedMs: null,
  ...over,
});
const TEXTS = [
  feedText(A, 'Sony and the films', {
    disputedMs: on(3),
    actors: [
      {id: 'ann', knownMs: on(0)},
      {id: 'bob', knownMs: on(4)},
      {id: 'ann', knownMs: on(4)},
    ],
  }),
  feedText(NOTE, 'A note of Sony', {isNote: true}),
  feedText(B, 'The films leak', {actors: [{id: 'cyd', knownMs: on(5)}]}),
];
/** The places of events in the page: those of the timeline, then those of the notes. */
const OPTIONS: readonly FacetValue[] = [
  {facet: 'certainty', value: 'exact', events: new Set([0, 2])},
  {facet: 'certainty', value: 'disputed', events: new Set([0])},
  {facet: 'certainty', value: 'uncertain', events: new Set([1])},
  {facet: 'weight', value: 'landmark', events: new Set([0, 1])},
];
const BESIDE = {synonyms: [['film', 'movie']], notes: [NOTE], chapters: [], roles: {}, events: {}};
let findables: Findables;
beforeEach(() => void (findables = findablesOf(TIMELINE, BESIDE, TEXTS, OPTIONS)));
const filter = (query = '', over: Partial<Filter['chosen']> = {}): Filter => ({query, chosen: {...NO_FILTER.chosen, ...over}});
const ids = (events: readonly {readonly id: string}[]) => events.map(({id}) => id).join(' ');

describe('findablesOf(timeline, beside, texts, options).find(filter, dayMs)', () => {
  test('is all there is, in the order of time, where nothing is asked', () => {
    const {query, all, answering, matching} = findables.find(NO_FILTER, null);
    expect([all, ids(answering), ids(matching), query.terms.length]).toEqual([3, 'a n b', 'a n b', 0]);
    expect(answering.map(({where}) => where)).toEqual([null, null, null]);
    expect(answering.map(({isNote}) => isNote)).toEqual([false, true, false]);
  });

  test('says of each event what its page and its timeline say of it', () => {
    expect(findables.find(NO_FILTER, null).answering.map(({values}) => values)).toEqual([
      {lanes: ['lane-0'], certainty: ['exact', 'disputed'], who: ['ann', 'bob'], weight: ['landmark']},
      {lanes: ['lane-0'], certainty: ['exact'], who: [], weight: []},
      {lanes: ['lane-1'], certainty: ['uncertain'], who: ['cyd'], weight: ['landmark']},
    ]);
  });

  test('says where each was found, and which of them the facets let through', () => {
    const {all, answering, matching} = findables.find(filter('sony', {certainty: ['disputed']}), null);
    expect([all, ids(answering), ids(matching)]).toEqual([3, 'a n', 'a']);
    expect(answering.map(({where}) => where)).toEqual(['title', 'title']);
  });

  test('knows synonyms and the story’s own count of days', () => {
    expect(ids(findables.find(filter('movie'), null).matching)).toBe('a b');
    expect(ids(findables.find(filter('day 6'), null).matching)).toBe('b');
  });

  test('counts no days in a story of years', () => {
    const years = findablesOf({...TIMELINE, extent: {fromMs: 0, toMs: 500 * DAY_MS}}, BESIDE, TEXTS, OPTIONS);
    expect(ids(years.find(filter('day 6'), null).matching)).toBe('');
  });

  test('finds the end of a word where nothing begins so', () => {
    const {query, matching} = findables.find(filter('ilms'), null);
    expect(ids(matching)).toBe('a b');
    expect(query.terms[0]!.forms.some(({parts}) => parts[0] === 'films')).toBe(true);
  });

  test('has on a day of Known then what was public on it', () => {
    const {all, answering} = findables.find(NO_FILTER, on(2));
    expect([all, ids(answering)]).toEqual([2, 'a n']);
    expect(answering[0]!.values).toMatchObject({certainty: ['exact'], who: ['ann']});
    expect(findables.find(NO_FILTER, on(3)).answering[0]!.values).toMatchObject({certainty: ['exact', 'disputed'], who: ['ann']});
    expect(findables.find(NO_FILTER, on(4)).answering[0]!.values.who).toEqual(['ann', 'bob']);
    expect(ids(findables.find(filter('films'), on(4)).matching)).toBe('a');
    // And everything again afterwards.
    expect(findables.find(NO_FILTER, null).all).toBe(3);
  });

  test('says nothing of certainty and weight where the page has no box for it', () => {
    const bare = findablesOf(TIMELINE, BESIDE, TEXTS, []).find(NO_FILTER, null).answering;
    expect(bare.map(({values: {certainty, weight}}) => [certainty, weight])).toEqual([
      [['disputed'], []],
      [[], []],
      [[], []],
    ]);
  });

  test('works a day out once, and all of now once too', () => {
    const now = findables.find(NO_FILTER, null).answering;
    const then = findables.find(NO_FILTER, on(2)).answering;
    findables.find(filter('sony'), on(2));
    expect(findables.find(NO_FILTER, on(2)).answering).toBe(then);
    expect(findables.find(NO_FILTER, on(3)).answering).not.toBe(then);
    expect(findables.find(NO_FILTER, null).answering).toBe(now);
  });
});

describe('isMentioned(query, filter, dayMs)', () => {
  const isMentioned = (asked: string, over: Partial<Filter['chosen']> = {}, dayMs: number | null = null) =>
    findables.isMentioned(findables.readQuery(asked), filter('', over), dayMs);

  test('asks whether an event that the facets let through answers', () => {
    expect([isMentioned('sony'), isMentioned('leak'), isMentioned('zebra')]).toEqual([true, true, false]);
    expect([isMentioned('sony', {lanes: ['lane-1']}), isMentioned('leak', {lanes: ['lane-1']})]).toEqual([false, true]);
  });

  test('asks by what was public on a day', () => {
    expect([isMentioned('leak', {}, on(4)), isMentioned('leak', {}, on(5))]).toEqual([false, true]);
  });

  test('is false of a query that asks nothing', () => {
    expect(isMentioned('')).toBe(false);
  });
});

test('named(dayMs) are those who may be named on a day', () => {
  expect([[...findables.named(null)], [...findables.named(on(2))], [...findables.named(on(4))]]).toEqual([
    ['ann', 'bob', 'cyd'],
    ['ann'],
    ['ann', 'bob'],
  ]);
});

test('texts are those of all events, by their ids', () => {
  expect([...findables.texts.keys()]).toEqual(['a', 'n', 'b']);
  expect(findables.texts.get('n')).toBe(TEXTS[1]);
});

test('facetValuesIn(panel) are the boxes of a page with the places of their events', () => {
  const {document} = new JSDOM(`<form>
    <input type="checkbox" name="lanes" value="sony" data-events="0 2 11"><input name="who" value="ann" data-events=""><input name="q">
  </form>`).window;
  const values = facetValuesIn(document);
  expect(values.map(({facet, value, events}) => [facet, value, [...events]])).toEqual([
    ['lanes', 'sony', [0, 2, 11]],
    ['who', 'ann', []],
  ]);
  expect(values[0]!.box).toBe(document.querySelector('input'));
});
