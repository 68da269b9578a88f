/**
 * Stories of any size, the same for the same size: two hundred years, five lanes, a third of the events gathered
 * in ten busy years, a fifth of them going on for a while. The words are invented.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {openingOf} from '../../src/timeline/model/opening.ts';
import {DAY_MS} from '../../src/timeline/model/time.ts';
import {byTime} from '../../src/timeline/model/timeline.ts';
import type {Importance, Lane, Timeline, TimelineEvent} from '../../src/timeline/model/timeline.ts';

interface InventedEvent {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly summary: string;
  readonly lane: number;
  readonly importance: Importance;
  readonly fromDay: number;
  /** How many days it goes on; 0 for one day that it happened on. */
  readonly days: number;
}

const FIRST_DAY = Date.UTC(1800, 0, 1) / DAY_MS;
const DAYS = 200 * 365;
const BUSY_YEARS = 10;
const BUSY_SHARE = 0.33;
const LASTING_SHARE = 0.2;
const LONGEST_DAYS = 3650;
const MAX_LABEL_LETTERS = 34;
const SEED = 20_250_101;

export const LANES: readonly Lane[] = [
  {id: 'science', name: 'Science', glyph: 'diamond', hue: 'slate', rows: 2},
  {id: 'culture', name: 'Culture', glyph: 'square', hue: 'blue', rows: 2},
  {id: 'politics', name: 'Politics', glyph: 'cross', hue: 'violet', rows: 2},
  {id: 'machines', name: 'Machines', glyph: 'shield', hue: 'gold', rows: 2},
  {id: 'nature', name: 'Nature', glyph: 'circle', hue: 'teal', rows: 2},
];

/** The generator mulberry32: numbers from 0 up to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STARTS = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl', 'ch', 'gr'];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'ea', 'io', 'ou'];
const ENDS = ['', '', '', 'n', 'r', 's', 't', 'l', 'nd', 'st', 'ng'];

function inventedEvents(count: number): InventedEvent[] {
  const random = randomFrom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const vocabulary = Array.from({length: 1500}, () =>
    Array.from({length: 1 + Math.floor(random() * 3)}, () => pick(STARTS) + pick(MIDDLES) + pick(ENDS)).join(''),
  );
  // A few words are frequent and most are rare, as in a language, so that the text compresses like one.
  const words = (n: number): string => Array.from({length: n}, () => vocabulary[Math.floor(vocabulary.length ** random()) - 1]).join(' ');
  const sentence = (n: number): string => {
    const text = words(n);
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const busyDays = Array.from({length: BUSY_YEARS}, () => Math.floor(random() * (DAYS - 365)));
  return Array.from({length: count}, (_, i) => {
    const fromDay = FIRST_DAY + (random() < BUSY_SHARE ? pick(busyDays) + Math.floor(random() * 365) : Math.floor(random() * DAYS));
    const lasts = random() < LASTING_SHARE ? Math.ceil(random() ** 3 * LONGEST_DAYS) : 0;
    const rank = random();
    const title = sentence(3 + Math.floor(random() * 4)).slice(0, 90);
    return {
      id: `e${i + 1}`,
      title,
      label: title.slice(0, MAX_LABEL_LETTERS).trimEnd(),
      summary: `${sentence(9)}. ${sentence(12)}.`,
      lane: Math.floor(random() * LANES.length),
      importance: rank < 0.05 ? 1 : rank < 0.5 ? 2 : 3,
      fromDay,
      days: Math.min(lasts, FIRST_DAY + DAYS - fromDay),
    };
  });
}

/** The story as the stage gets it; everything is public on the day it happens. */
export function inventedTimeline(count: number): Timeline {
  const events = inventedEvents(count).map(({id, title, label, lane, importance, fromDay, days}): TimelineEvent => ({
    id,
    title,
    label,
    short: label.slice(0, 24).trimEnd(),
    lane,
    chapter: 'all',
    importance,
    isTurningPoint: false,
    isDisputed: false,
    positionsKnownMs: [],
    span:
      days === 0
        ? {kind: 'day', dayMs: fromDay * DAY_MS}
        : {kind: 'stretch', fromMs: fromDay * DAY_MS, toMs: (fromDay + days) * DAY_MS, softStart: false, softEnd: false},
    order: null,
    knownMs: fromDay * DAY_MS,
    when: isoDay(fromDay),
  }));
  const firstDayMs = FIRST_DAY * DAY_MS;
  const extent = {fromMs: firstDayMs, toMs: (FIRST_DAY + DAYS) * DAY_MS};
  return {
    language: 'en',
    zone: 'UTC',
    zoneLabel: 'UTC',
    firstDayMs,
    extent,
    lanes: LANES,
    events: events.sort(byTime),
    measures: [],
    statesName: '',
    states: [],
    chapters: [],
    bracket: null,
    opening: openingOf({opening: null}, {extent, events, firstDayMs}),
  };
}

/** The story as writers write it: a content folder without a problem, with chapters of 25 years and a source for ten events. */
export function writeInventedStory(folder: string, count: number): void {
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), `${text.trim()}\n`);
  for (const kind of ['events', 'sources', 'chapters']) mkdirSync(join(folder, kind), {recursive: true});
  write('story.yaml', STORY);
  for (let chapter = 0; chapter < CHAPTERS; chapter++) {
    const [fromDay, toDay] = [FIRST_DAY + chapter * CHAPTER_DAYS, FIRST_DAY + (chapter + 1) * CHAPTER_DAYS - 1];
    write(
      `chapters/${chapterId(fromDay)}.mdx`,
      `---\ntitle: ${chapter + 1} of ${CHAPTERS}\norder: ${chapter + 1}\ndate: "${isoDay(fromDay)}/${isoDay(toDay)}"\n---\n\nTwenty-five years.`,
    );
  }
  const sources = sourceCount(count);
  for (let i = 0; i < sources; i++) {
    write(
      `sources/almanac-${i}.yaml`,
      `headline: Two Centuries, volume ${i + 1}\npublisher: The Almanac\npublished: "2001-01-01"\nhowDated: The page carries the date.`,
    );
  }
  for (const event of inventedEvents(count)) write(`events/${event.id}.mdx`, eventText(event, sources));
}

const STORY = `
title: Two Centuries
kicker: Everything
deck: From 1800 on.
description: An invented story of any size.
language: en
firstDay: "${isoDay(FIRST_DAY)}"
extent: "${isoDay(FIRST_DAY)}/${isoDay(FIRST_DAY + DAYS - 1)}"
zone: Europe/London
zoneLabel: UK
updated: "2001-01-01"
lanes:
${LANES.map(({id, name, glyph, hue, rows}) => `  - id: ${id}\n    name: ${name}\n    glyph: ${glyph}\n    hue: ${hue}\n    rows: ${rows}`).join('\n')}
measures: []
`;

const CHAPTERS = 8;
const CHAPTER_DAYS = DAYS / CHAPTERS;
const EVENTS_A_SOURCE = 10;

/** The chapter that holds a day. */
function chapterId(day: number): string {
  return `part-${Math.floor((day - FIRST_DAY) / CHAPTER_DAYS) + 1}`;
}

function sourceCount(events: number): number {
  return Math.max(4, Math.round(events / EVENTS_A_SOURCE));
}

const WEIGHTS: Readonly<Record<Importance, string>> = {1: 'landmark', 2: 'standard', 3: 'detail'};

function eventText({id, title, label, summary, lane, importance, fromDay, days}: InventedEvent, sources: number): string {
  const number = Number(id.slice(1));
  const [first, second] = [number % sources, (number * 7 + 1) % sources];
  return `---
title: ${title}
label: ${label}
date: "${days <= 1 ? isoDay(fromDay) : `${isoDay(fromDay)}/${isoDay(fromDay + days - 1)}`}"
lane: ${LANES[lane]!.id}
chapter: ${chapterId(fromDay)}
weight: ${WEIGHTS[importance]}
status: confirmed
sources:
  - id: almanac-${first}
    supports: the day and what happened
${second === first ? '' : `  - id: almanac-${second}\n    supports: what it was called\n`}---

${summary}<Cite source="almanac-${first}" />

${summary}
`;
}

function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
