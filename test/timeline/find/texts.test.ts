import {JSDOM} from 'jsdom';
import {describe, expect, test} from 'vitest';
import type {Beside} from '../../../src/timeline/interaction/find/beside.ts';
import type {Run} from '../../../src/timeline/interaction/find/event-text.ts';
import {textsOfChapters, textsOfFeed} from '../../../src/timeline/interaction/find/texts.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const KNOWN_MS = day('2014-12-01');
const NO_BESIDE: Beside = {synonyms: [], notes: [], chapters: [], roles: {}, events: {}};

interface Around {
  readonly event?: Partial<TimelineEvent>;
  readonly beside?: Partial<Beside>;
  /** What follows the entries on the page. */
  readonly foot?: string;
}

/** What is read of the one entry of a page, by kind: the text of each run, and the day it became public where it is later. */
function textOf(entry: string, {event = {}, beside = {}, foot = ''}: Around = {}) {
  const {document} = new JSDOM(`<div><ol><li data-event="a">${entry}</li></ol>${foot}</div>`).window;
  const [text] = textsOfFeed(document, aTimeline([anEvent({knownMs: KNOWN_MS, ...event})], 10), {...NO_BESIDE, ...beside});
  return text!;
}
const written = (runs: readonly Run[]) =>
  runs.map(({text, knownMs}) =>
    knownMs === -Infinity ? text : `${text} @${knownMs === Infinity ? 'never' : new Date(knownMs).toISOString().slice(5, 10)}`,
  );
function read(entry: string, kind: string, more: Parameters<typeof textOf>[1] = {}) {
  return written(textOf(entry, more).pieces.find((piece) => piece.kind === kind)?.runs ?? []);
}

describe('textsOfFeed(feed, timeline, beside)', () => {
  test('reads an event that has no entry by what the timeline says of it', () => {
    const {document} = new JSDOM('<div></div>').window;
    const [text] = textsOfFeed(document, aTimeline([anEvent({knownMs: KNOWN_MS})], 10), NO_BESIDE);
    expect(text!.pieces.map(({kind, runs}) => [kind, written(runs)])).toEqual([
      ['title', ['Title']],
      ['label', ['\nA longer label', '\nLabel']],
      ['when', ['Day 1 @12-01']],
    ]);
    expect(text).toMatchObject({id: 'a', isNote: false, knownMs: KNOWN_MS, actors: [], disputedMs: null});
  });

  test('reads paragraphs apart, each in one run, without line breaks of the page’s source', () => {
    expect(read('<div class="prose"><p>One\n  line.</p><p>Two <em>lines</em>.</p></div>', 'body')).toEqual([
      '\n\n\nOne line.\n\nTwo lines.\n\n',
    ]);
  });

  test('reads no numbers of sources, no marks of later days and no lines of a fold', () => {
    const marks = ['cite', 'source-number', 'later-mark', 'fold-line', 'signs']
      .map((name) => `<span class="${name}">${name}</span>`)
      .join('');
    expect(read(`<div class="prose"><p>Words${marks}.</p></div>`, 'body').join('').trim()).toBe('Words.');
    expect(read(`<div class="prose"><p>Words<!-- not these --></p></div>`, 'body').join('').trim()).toBe('Words');
  });

  test('begins a new run where something became public later, and goes on after it', () => {
    expect(
      read('<div class="prose">Known <b data-known="2014-12-20T10:00">later <i data-known="2014-12-18">on</i></b> now</div>', 'body'),
    ).toEqual(['\n\nKnown ', 'later on @12-20', ' now\n']);
  });

  test('reads a part from the day of the element around it, but not from that of its entry', () => {
    expect(read('<div data-known="2014-12-20"><div class="prose">Words</div></div>', 'body')).toEqual(['\n', '\nWords\n @12-20']);
    const {document} = new JSDOM('<ol><li data-event="a" data-known="2014-12-20"><div class="prose">Words</div></li></ol>').window;
    const [text] = textsOfFeed(document, aTimeline([anEvent()], 10), NO_BESIDE);
    expect(written(text!.pieces.find(({kind}) => kind === 'body')!.runs)).toEqual(['\n\nWords\n']);
  });

  test('reads who is named beside it, with who they are', () => {
    const ann = '<span data-actor="ann" data-known="2014-12-01">Ann</span>';
    const bob = '<span data-actor="bob" data-known="2014-12-20">; Bob</span>';
    const actors = `<dl class="entry-meta"><dt>Who</dt><dd>${ann}${bob}</dd></dl>`;
    expect(read(actors, 'who', {beside: {roles: {bob: 'a fri\u00ADend'}}})).toEqual(['\nAnn @12-01', '\nBob, a friend @12-20']);
    expect(textOf(actors).actors).toEqual([
      {id: 'ann', knownMs: KNOWN_MS},
      {id: 'bob', knownMs: day('2014-12-20')},
    ]);
    expect(read('<p><span data-actor="ann">Ann</span></p>', 'who')).toEqual([]);
  });

  test('reads status and sources from the list beside the entry', () => {
    const meta = `<dl class="entry-meta"><dd>Reported</dd><dd><span data-actor="ann">Ann</span></dd>
      <dd><ol><li class="source-line"><span class="source-number">3</span><a href="/sources/#paper">Paper</a>, 2014</li></ol></dd></dl>`;
    expect(read(meta, 'status').join('')).toBe('\n\nReported\n');
    expect(read(meta, 'sources').join('').trim()).toBe('Paper, 2014');
  });

  test('reads headlines of its sources from the foot of the page, each from its own day', () => {
    const meta = `<dl class="entry-meta"><dd><ol>
      <li class="source-line"><a href="/sources/#paper">Paper</a></li><li class="source-line">Of no place</li>
      <li class="source-line"><a href="/sources/#gone">Gone</a></li></ol></dd></dl>`;
    const foot = `<section class="all-sources">
      <p class="source-line"><a href="#paper">Paper</a><span data-known="2014-12-30"><cite>A head\u200Bline</cite></span></p>
      <p class="source-line"><a href="#other">Other</a><cite>Another</cite></p>
      <p class="source-line"><a href="#gone">Gone</a></p>
    </section>`;
    expect(read(meta, 'rest', {foot})).toEqual(['\nA headline @12-30']);
    const other = '<dl class="entry-meta"><dd><p class="source-line"><a href="#other">Other</a></p></dd></dl>';
    expect(read(other, 'rest', {foot}).join('').trim()).toBe('Another');
  });

  test('reads the least of an entry’s words last, with the marks of later days', () => {
    const signs = `<p class="entry-gap">3 days later</p><p class="signs">Signs</p>
      <span class="later-mark">Known 20 Dec:</span><p class="cite">1</p><dl><dt>Status</dt></dl>`;
    expect(read(signs, 'rest').join('')).toBe('\n\n3 days later\n\n\nSigns\n\nKnown 20 Dec:\n\nStatus\n');
    expect(read('<p class="entry-gap">Late <span class="cite">7</span><span class="fold-line">not yet</span></p>', 'rest').join('')).toBe(
      '\n\nLate \n',
    );
  });

  test('reads keywords and how it was dated from what lies beside the page, the latter for nobody of then', () => {
    const beside = {
      events: {
        a: {keywords: ['price', 'cost'], dating: 'By the week\u00ADday.', supports: [{text: 'the day', knownMs: day('2014-12-30')}]},
      },
    };
    expect(read('', 'keywords', {beside})).toEqual(['\nprice', '\ncost']);
    expect(read('', 'dating', {beside})).toEqual(['By the weekday. @never']);
    expect(read('', 'supports', {beside})).toEqual(['\nthe day @12-30']);
  });

  test('reads the figures that an event changed, each once', () => {
    const {document} = new JSDOM('<div></div>').window;
    const step = {knownMs: 0, value: 1, asOf: '', qualifier: 'exact' as const, source: '', event: 'a'};
    const measure = (name: string) => ({id: name, name, prefix: '', suffix: '', steps: [step, {...step, event: 'b'}, step]});
    const timeline = {...aTimeline([anEvent()], 10), measures: [measure('Box office'), measure('Cinemas')]};
    const [text] = textsOfFeed(document, timeline, NO_BESIDE);
    expect(written(text!.pieces.find(({kind}) => kind === 'figures')!.runs)).toEqual(['\nBox office', '\nCinemas']);
  });

  test('knows since when sources disagree: the first of its disagreements', () => {
    const disagreement = (known: string) => `<div class="disagreement" data-known="${known}"></div>`;
    expect(textOf(`${disagreement('2014-12-24')}${disagreement('2014-12-19')}`).disputedMs).toBe(day('2014-12-19'));
    expect(textOf('<div class="disagreement"></div>').disputedMs).toBeNull();
  });

  test('says how long something went on from its last day on', () => {
    const lasting = (fromDay: string, toDay: string) => ({
      kind: 'stretch' as const,
      fromMs: day(fromDay),
      toMs: day(toDay),
      softStart: false,
      softEnd: false,
    });
    expect(read('', 'when', {event: {span: lasting('2014-12-01', '2014-12-18')}})).toEqual(['Day 1 @12-17']);
    expect(read('', 'when', {event: {span: lasting('2014-11-01', '2014-11-18')}})).toEqual(['Day 1 @12-01']);
    expect(read('', 'when', {event: {span: {kind: 'within', fromMs: day('2014-12-01'), toMs: day('2014-12-18'), soft: false}}})).toEqual([
      'Day 1 @12-01',
    ]);
  });

  test('puts notes among the events in the order of time', () => {
    const {document} = new JSDOM('<div></div>').window;
    const at = (id: string, n: number) => anEvent({id, span: {kind: 'day', dayMs: n * DAY_MS}});
    const texts = textsOfFeed(document, aTimeline([at('a', 1), at('c', 5)], 10), {...NO_BESIDE, notes: [at('b', 3), at('d', 7)]});
    expect(texts.map(({id, isNote}) => `${id}${isNote ? ' note' : ''}`)).toEqual(['a', 'b note', 'c', 'd note']);
  });
});

describe('textsOfChapters(timeline, beside)', () => {
  const clock = {id: 'c', titleKnownMs: day('2014-12-01'), daysKnownMs: 0, lastDayKnownMs: null, ledeKnownMs: day('2014-12-20')};
  const chapters = [
    {id: 'c', title: 'A chap\u00ADter', text: 'Its intro\u00ADduction.'},
    {id: 'gone', title: 'Gone', text: ''},
  ];

  test('are title and introduction of each chapter of the timeline, from their days on', () => {
    const texts = textsOfChapters({chapters: [clock]}, {...NO_BESIDE, chapters});
    expect(texts).toEqual([
      {
        id: 'c',
        span: {kind: 'since', fromMs: day('2014-12-01')},
        knownMs: day('2014-12-01'),
        pieces: [
          {kind: 'title', runs: [{text: 'A chapter', knownMs: -Infinity}]},
          {kind: 'body', runs: [{text: 'Its introduction.', knownMs: day('2014-12-20')}]},
        ],
      },
    ]);
  });
});
