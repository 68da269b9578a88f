/** From fields to entries; each is called only for a file whose fields and text have passed every check. */
import type {
  ActorEntry,
  ChapterEntry,
  EdtfDate,
  EventEntry,
  OpeningEntry,
  PageEntry,
  ReplayEntry,
  SourceEntry,
  StoryEntry,
} from '../schema/content.ts';
import {edtfFromText, firstMs, startOf} from '../schema/dates.ts';
import type {ActorFields, ChapterFields, EventFields, SourceFields} from '../schema/fields.ts';
import type {StoryFields} from '../schema/story-fields.ts';
import type {BodyReading} from './body-reading.ts';
import {bodyOf} from './draft.ts';
import type {Draft} from './draft.ts';

export function eventEntry(draft: Draft, publishedBy: ReadonlyMap<string, EdtfDate>): EventEntry {
  const fields = draft.yaml?.data as unknown as EventFields;
  const body = draft.body as BodyReading;
  const date = edtfFromText(fields.date);
  return {
    id: draft.id,
    file: draft.path,
    title: fields.title.trim(),
    label: fields.label.trim(),
    short: fields.short?.trim() ?? null,
    date,
    happened: fields.happened ?? 'throughout',
    known: fields.known === undefined ? startOf(date) : edtfFromText(fields.known),
    knownIsWritten: fields.known !== undefined,
    order: fields.order ?? null,
    lane: fields.lane,
    chapter: fields.chapter,
    weight: fields.weight,
    status: fields.status,
    actors: fields.actors ?? [],
    keywords: (fields.keywords ?? []).map((word) => word.trim()),
    sources: fields.sources.map(({id, supports}) => ({id, supports: supports.trim()})),
    figures: (fields.figures ?? []).map(({measure, value, asOf, source, qualifier}) => ({
      measure,
      value,
      asOf: edtfFromText(asOf),
      source,
      qualifier: qualifier ?? 'exact',
    })),
    corrections: (fields.corrections ?? []).map((correction) => ({date: edtfFromText(correction.date), text: correction.text.trim()})),
    dating: fields.dating?.trim() ?? null,
    draft: fields.draft ?? false,
    disagreements: body.disagreements.map(({question, positions}) => ({
      question,
      positions: positions.map(({says, text, by, sources, known}) => ({
        says,
        text,
        by,
        sources,
        known: known ?? firstPublished(sources, publishedBy) ?? startOf(date),
      })),
    })),
    quotes: body.quotes,
    bigFigures: body.bigFigures,
    links: body.links,
    summary: body.summary,
    text: body.text,
    body: bodyOf(draft),
  };
}

/** The day the first of some sources came out; an interval counts from its start. */
function firstPublished(ids: readonly string[], publishedBy: ReadonlyMap<string, EdtfDate>): EdtfDate | null {
  let first: EdtfDate | null = null;
  for (const id of ids) {
    const published = publishedBy.get(id);
    if (published && (first === null || firstMs(published) < firstMs(first))) first = startOf(published);
  }
  return first;
}

export function sourceEntry(draft: Draft): SourceEntry {
  const fields = draft.yaml?.data as unknown as SourceFields;
  return {
    id: draft.id,
    file: draft.path,
    kind: fields.kind ?? 'article',
    headline: fields.headline.trim(),
    publisher: fields.publisher.trim(),
    author: fields.author?.trim() ?? null,
    published: edtfFromText(fields.published),
    howDated: fields.howDated.trim(),
    url: fields.url ?? null,
    archiveUrl: fields.archiveUrl ?? null,
    language: fields.language ?? 'en',
    notes: (fields.notes ?? []).map((note) => note.trim()),
  };
}

export function actorEntry(draft: Draft): ActorEntry {
  const {name, kind, role} = draft.yaml?.data as unknown as ActorFields;
  return {id: draft.id, file: draft.path, name: name.trim(), kind, role: role.trim()};
}

export function chapterEntry(draft: Draft): ChapterEntry {
  const fields = draft.yaml?.data as unknown as ChapterFields;
  return {
    id: draft.id,
    file: draft.path,
    title: fields.title.trim(),
    order: fields.order,
    date: edtfFromText(fields.date),
    titleKnown: fields.titleKnown === undefined ? null : edtfFromText(fields.titleKnown),
    body: bodyOf(draft),
    text: draft.body?.text ?? '',
  };
}

export function pageEntry(draft: Draft): PageEntry {
  return {id: draft.id, file: draft.path, body: bodyOf(draft), text: draft.body?.text ?? ''};
}

function openingEntry({window, compactWindow, playhead, day}: NonNullable<StoryFields['opening']>): OpeningEntry {
  return {
    window: edtfFromText(window),
    compactWindow: edtfFromText(compactWindow ?? window),
    playhead: playhead === undefined ? null : edtfFromText(playhead),
    day: day === undefined ? null : edtfFromText(day),
  };
}

function replayEntry({label, date, closing, counters, captions}: NonNullable<StoryFields['replay']>): ReplayEntry {
  return {
    label: label.trim(),
    date: edtfFromText(date),
    closing: closing?.trim() ?? '',
    counters: (counters ?? []).map((counter) => ({measure: counter.measure, label: counter.label.trim()})),
    captions: captions.map((one) => ({
      day: edtfFromText(one.day),
      event: one.event ?? null,
      caption: one.caption.trim(),
      line: one.line?.trim() ?? '',
    })),
  };
}

export function storyEntry(draft: Draft): StoryEntry {
  const fields = draft.yaml?.data as unknown as StoryFields;
  return {
    title: fields.title.trim(),
    kicker: fields.kicker.trim(),
    deck: fields.deck.trim(),
    description: fields.description.trim(),
    language: fields.language,
    firstDay: edtfFromText(fields.firstDay),
    extent: edtfFromText(fields.extent),
    zone: fields.zone,
    zoneLabel: fields.zoneLabel,
    zones: (fields.zones ?? []).map(({zone, name}) => ({zone, name: name.trim()})),
    bracket: fields.bracket
      ? {
          label: fields.bracket.label.trim(),
          long: (fields.bracket.long ?? fields.bracket.label).trim(),
          date: edtfFromText(fields.bracket.date),
        }
      : null,
    opening: fields.opening ? openingEntry(fields.opening) : null,
    replay: fields.replay ? replayEntry(fields.replay) : null,
    reels: (fields.reels ?? []).map(({label, date, share}) => ({label: label.trim(), date: edtfFromText(date), share: share ?? 1})),
    author: fields.author?.trim() ?? null,
    publisher: fields.publisher ? {name: fields.publisher.name.trim(), url: fields.publisher.url ?? null} : null,
    updated: fields.updated,
    synonyms: (fields.synonyms ?? []).map((group) => group.map((word) => word.trim())),
    lanes: fields.lanes.map(({id, name, glyph, hue, rows}) => ({id, name, glyph, hue, rows})),
    measures: (fields.measures ?? []).map(({id, name, unit, prefix, suffix, scope}) => ({
      id,
      name,
      unit,
      prefix: prefix ?? '',
      suffix: suffix ?? '',
      scope,
    })),
    states: fields.states
      ? {
          name: fields.states.name,
          items: fields.states.items.map(({label, short, look, date, event, source}) => ({
            label,
            short: short ?? label,
            look,
            date: edtfFromText(date),
            event: event ?? null,
            source,
          })),
        }
      : null,
  };
}
