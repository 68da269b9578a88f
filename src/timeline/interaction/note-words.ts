/** What the notes say: of an event, a count, or a state. */
import {msAtX} from '../layout/scale.ts';
import {bandsOf} from '../layout/size.ts';
import {isPublicOn, stepOn, whenThen} from '../model/known.ts';
import {numberInLanguage} from '../model/numbers.ts';
import {dayStartMs} from '../model/time.ts';
import type {StoryState, Measure, MeasureStep} from '../model/timeline.ts';
import {countWords} from '../model/words/counts.ts';
import {noteWords} from '../model/words/notes.ts';
import {dayInWords} from '../render/names.ts';
import type {Scene} from '../render/scene.ts';

export interface Note {
  readonly meta: string;
  readonly title: string;
  readonly text: string;
  /** Lane whose glyph comes before the meta line. */
  readonly lane: number | null;
}

/** What the source of a count or a state is called, and the start of the day from which that may be said. */
export type Sources = Readonly<Record<string, {readonly words: string; readonly knownMs: number}>>;

/** By the ids of sources, and by the names of states. */
export function sourcesOf(stage: HTMLElement): Sources {
  return JSON.parse(stage.querySelector<HTMLElement>('[data-sources]')?.dataset['sources'] ?? '{}') as Sources;
}

/** The note of a link of the drawing: the event's day and title, or the link's name where that is not known. */
export function noteOfLink(link: Element, scene: Scene): Note {
  const {timeline, standingOf} = scene;
  const id = link.getAttribute('data-id');
  const event = id === null ? undefined : timeline.events.find((other) => other.id === id);
  const name = link.getAttribute('aria-label') ?? '';
  if (!event || standingOf(event.id) !== 'known') return {meta: '', title: name, text: '', lane: null};
  return {meta: whenThen(event, scene), title: event.title, text: '', lane: event.lane};
}

/** The note for the count or the state at a point of the plot, with its own key; null if there is nothing at that point. */
export function noteAt(xPx: number, yPx: number, scene: Scene, sources: Sources): {readonly key: string; readonly note: Note} | null {
  const {view, size, isKnownThen, playheadMs} = scene;
  if (xPx < 0 || xPx > size.widthPx) return null;
  const ms = msAtX(xPx, view, size.widthPx);
  if (isKnownThen && ms > playheadMs) return null;
  if (yPx > size.rulerPx && yPx < size.rulerPx + size.stripPx) {
    const state = scene.states.find(({fromMs, toMs}) => fromMs <= ms && ms < toMs);
    return state ? {key: `state-${state.fromMs}`, note: stateNote(scene, state, sources)} : null;
  }
  const {plan} = scene.arrangement;
  const row = Math.floor((yPx - bandsOf(plan, size).footPx) / size.measurePx);
  const measure = plan.measures[row];
  const step = measure && stepOn(measure, dayStartMs(ms));
  return step ? {key: `count-${measure.id}-${step.knownMs}`, note: stepNote(scene, measure, step, sources)} : null;
}

/** The note of a count's name, `measure-` and its id, or of the state; on the playhead's day. */
export function noteOfButton(what: string, scene: Scene, sources: Sources): Note {
  const {timeline, playheadMs} = scene;
  const words = noteWords(timeline.language);
  const measure = timeline.measures.find(({id}) => what === `measure-${id}`);
  if (!measure) {
    const state = scene.states.findLast(({fromMs}) => fromMs <= playheadMs);
    return state ? stateNote(scene, state, sources) : {meta: timeline.statesName, title: words.nothingKnown, text: '', lane: null};
  }
  const step = stepOn(measure, dayStartMs(playheadMs));
  if (!step)
    return {meta: measure.name, title: words.noFigure, text: words.noSource(dayInWords(playheadMs, timeline.language)), lane: null};
  return stepNote(scene, measure, step, sources);
}

function stepNote(scene: Scene, {name, prefix, suffix}: Measure, step: MeasureStep, sources: Sources): Note {
  const {language} = scene.timeline;
  const number = numberInLanguage(step.value, language, {fractionDigits: 2, isGrouped: true});
  const value = countWords(language).qualified[step.qualifier](`${prefix}${number}${suffix}`);
  const asOf = /^\d{4}-\d\d-\d\d/.test(step.asOf) ? dayInWords(Date.parse(`${step.asOf.slice(0, 10)}T00:00:00Z`), language) : step.asOf;
  return {
    meta: name,
    title: value[0]!.toUpperCase() + value.slice(1),
    text: `${noteWords(language).asOf(asOf, dayInWords(step.knownMs, language))} ${sourceWords(scene, sources[step.source])}`,
    lane: null,
  };
}

function stateNote(scene: Scene, state: StoryState, sources: Sources): Note {
  const {statesName, language} = scene.timeline;
  const from = noteWords(language).from(dayInWords(state.fromMs, language));
  return {meta: statesName, title: state.label, text: `${from} ${sourceWords(scene, sources[`state-${state.fromMs}`])}`, lane: null};
}

/** A source is named from the day it was published. */
function sourceWords({timeline, isKnownThen, playheadMs}: Scene, source: Sources[string] | undefined): string {
  if (source === undefined) return '';
  const isPublic = !isKnownThen || isPublicOn(dayStartMs(playheadMs), source.knownMs);
  return isPublic ? source.words : noteWords(timeline.language).sourceFoundLater;
}
