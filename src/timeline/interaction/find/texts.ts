/** Reads what can be searched out of the feed, so that it is the very text that readers see. */
import {spanBounds} from '../../model/span.ts';
import {dayStartMs, msFromIsoDay} from '../../model/time.ts';
import {byTime} from '../../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../../model/timeline.ts';
import type {Beside} from './beside.ts';
import type {EventText, Kind, Piece, Run} from './event-text.ts';
import {plainText} from './words.ts';

export interface FeedText extends EventText {
  readonly event: TimelineEvent;
  /** True where it is in the notes of its chapter and not on the axis. */
  readonly isNote: boolean;
  /** Ids of those named beside it, and the start of the day from which they may be. */
  readonly actors: readonly {readonly id: string; readonly knownMs: number}[];
  /** Start of the day on which sources came to disagree; null where they do not. */
  readonly disputedMs: number | null;
}

/** Numbers of sources, and the day a later part became known. */
const NOT_READ = '.cite, .source-number, .later-mark, .fold-line, .signs';
const ACTOR = '.entry-meta [data-actor]';
const BLOCKS = 'p, li, dd, dt, div, ul, ol';
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** All events in the order of time, those of the notes among them. */
export function textsOfFeed(feed: ParentNode, timeline: Timeline, beside: Beside): FeedText[] {
  const entries = new Map([...feed.querySelectorAll('li[data-event]')].map((entry) => [entry.getAttribute('data-event'), entry]));
  const headlines = headlinesOf(feed);
  const figures = new Map<string, string[]>();
  for (const {name, steps} of timeline.measures) {
    for (const {event} of steps) figures.set(event, [...(figures.get(event) ?? []), name]);
  }
  const notes = new Set(beside.notes);
  return [...timeline.events, ...beside.notes].sort(byTime).map((event): FeedText => {
    const entry = entries.get(event.id);
    const {keywords = [], dating = '', supports = []} = beside.events[event.id] ?? {};
    const read = (selector: string) => (entry ? runsIn([...entry.querySelectorAll(selector)], NOT_READ) : []);
    const pieces: Record<Kind, readonly Run[]> = {
      title: [always(event.title)],
      label: lines([event.label, event.short]),
      keywords: lines(keywords),
      figures: lines([...new Set(figures.get(event.id))]),
      body: read('.prose, .entry-aside'),
      who: entry ? actorsIn(entry, beside.roles) : [],
      status: entry
        ? runsIn(
            [...entry.querySelectorAll('.entry-meta dd')].filter((part) => !part.querySelector('[data-actor], .source-line')),
            NOT_READ,
          )
        : [],
      sources: read('.entry-meta .source-line'),
      when: [{text: event.when, knownMs: endKnownMs(event)}],
      supports: supports.map(({text, knownMs}) => ({text: `\n${plainText(text)}`, knownMs})),
      // Nobody could read it then.
      dating: dating === '' ? [] : [{text: plainText(dating), knownMs: Infinity}],
      // The headline of one source stands for many events and is about few of them.
      rest: entry
        ? [
            ...headlinesIn(entry, headlines),
            ...runsIn([...entry.querySelectorAll('.entry-gap, .entry-when, .note-date, .later-mark, .signs, dt')], '.cite, .fold-line'),
          ]
        : [],
    };
    const disputedDays = [...(entry?.querySelectorAll('.disagreement[data-known]') ?? [])].map(knownMsOf);
    return {
      id: event.id,
      event,
      isNote: notes.has(event),
      span: event.span,
      knownMs: event.knownMs,
      pieces: (Object.entries(pieces) as [Kind, readonly Run[]][])
        .filter(([, runs]) => runs.length > 0)
        .map(([kind, runs]): Piece => ({kind, runs})),
      actors: [...(entry?.querySelectorAll(ACTOR) ?? [])].map((actor) => ({
        id: actor.getAttribute('data-actor')!,
        knownMs: knownMsOf(actor),
      })),
      disputedMs: disputedDays.length > 0 ? Math.min(...disputedDays) : null,
    };
  });
}

/** The introductions of chapters, which are not events but are part of the page. */
export function textsOfChapters({chapters}: Pick<Timeline, 'chapters'>, beside: Beside): EventText[] {
  return beside.chapters.flatMap(({id, title, text}) => {
    const clock = chapters.find((chapter) => chapter.id === id);
    if (!clock) return [];
    return [
      {
        id,
        span: {kind: 'since', fromMs: clock.titleKnownMs},
        knownMs: clock.titleKnownMs,
        pieces: [
          {kind: 'title', runs: [always(title)]},
          {kind: 'body', runs: [{text: plainText(text), knownMs: clock.ledeKnownMs}]},
        ],
      },
    ];
  });
}

function always(text: string): Run {
  return {text: plainText(text), knownMs: -Infinity};
}

/** Texts that stand by themselves. */
function lines(texts: readonly string[]): Run[] {
  return texts.map((text) => always(`\n${text}`));
}

/** How long something went on is known once it is over. */
function endKnownMs({span, knownMs}: TimelineEvent): number {
  return span.kind === 'stretch' ? Math.max(knownMs, dayStartMs(spanBounds(span).toMs - 1)) : knownMs;
}

/** Those named beside an entry, each with who they are. */
function actorsIn(entry: Element, roles: Beside['roles']): Run[] {
  return [...entry.querySelectorAll(ACTOR)].map((actor) => {
    const name = plainText(actor.textContent).replace(/^;\s*/, '');
    const role = roles[actor.getAttribute('data-actor')!];
    return {text: `\n${name}${role === undefined ? '' : `, ${plainText(role)}`}`, knownMs: knownMsOf(actor)};
  });
}

/** @param skipped - Selector of what is not read. */
function runsIn(elements: readonly Element[], skipped: string): Run[] {
  const runs: {text: string; knownMs: number}[] = [];
  const add = (text: string, knownMs: number) => {
    const before = runs.at(-1);
    if (before?.knownMs === knownMs) before.text += text;
    else runs.push({text, knownMs});
  };
  const read = (node: Node, knownMs: number) => {
    // Where a line ends in the page's source says nothing.
    if (node.nodeType === TEXT_NODE) add(plainText(node.nodeValue!).replace(/\s+/g, ' '), knownMs);
    if (node.nodeType !== ELEMENT_NODE) return;
    const element = node as Element;
    if (skipped !== '' && element.matches(skipped)) return;
    const ownMs = Math.max(knownMs, knownMsOf(element));
    // Blocks are apart on the page and must not run into one word.
    const gap = element.matches(BLOCKS) ? '\n' : '';
    add(gap, ownMs);
    element.childNodes.forEach((child) => read(child, ownMs));
    add(gap, ownMs);
  };
  for (const element of elements) {
    add('\n', -Infinity);
    read(element, knownMsOf(element.parentElement?.closest('[data-event] [data-known]') ?? element));
  }
  return runs.filter(({text}) => text !== '');
}

/** Start of the day from which an element may be shown, by the mark that the page itself is folded by; -Infinity where it has none. */
function knownMsOf(element: Element): number {
  const day = element.getAttribute('data-known');
  return day === null ? -Infinity : msFromIsoDay(day.slice(0, 10));
}

interface Headline extends Run {
  readonly source: string;
}

/** Headlines of sources, which stand once at the foot of the page. */
function headlinesOf(feed: ParentNode): Map<string, Headline> {
  return new Map(
    [...feed.querySelectorAll('.all-sources .source-line')].flatMap((line) => {
      const cite = line.querySelector('cite');
      const source = sourceOf(line);
      return cite && source
        ? [[source, {source, text: `\n${plainText(cite.textContent)}`, knownMs: knownMsOf(cite.closest('[data-known]') ?? cite)}] as const]
        : [];
    }),
  );
}

function headlinesIn(entry: Element, headlines: ReadonlyMap<string, Headline>): Run[] {
  return [...entry.querySelectorAll('.entry-meta .source-line')].flatMap((line) => headlines.get(sourceOf(line) ?? '') ?? []);
}

function sourceOf(line: Element): string | undefined {
  return line.querySelector('a[href*="#"]')?.getAttribute('href')?.split('#')[1];
}
