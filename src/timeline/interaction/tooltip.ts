/** A note beside what is pointed at or has focus: an event, a count, or a state. */
import {msAtX} from '../layout/scale.ts';
import {bandsOf} from '../layout/size.ts';
import {isPublicOn, stepOn, whenThen} from '../model/known.ts';
import {numberInLanguage} from '../model/numbers.ts';
import {dayStartMs} from '../model/time.ts';
import type {StoryState, Measure, MeasureStep} from '../model/timeline.ts';
import {countWords} from '../model/words/counts.ts';
import {noteWords} from '../model/words/notes.ts';
import {ARROWS} from '../render/arrows.ts';
import {glyphPath} from '../render/glyphs.ts';
import {dayInWords} from '../render/names.ts';
import type {Scene} from '../render/scene.ts';
import {listedEvents, writeList} from './count-list.ts';
import {membersOf, signBox} from './links.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HOVER_MS = 250;
const LEAVE_MS = 120;
const GAP_PX = 10;
const EDGE_PX = 8;

/** What a stage does with the lines of a count's list. */
export interface ListStage {
  goToEntry(id: string): void;
  readonly hrefOf: (id: string) => string;
}

export interface Notes {
  /** Keeps the list of what a count holds open beside it, with the focus on its first line. */
  readonly pin: (link: SVGAElement) => void;
  /** The same for events that no count holds, beside what was pressed. */
  readonly pinEvents: (ids: readonly string[], opener: HTMLElement) => void;
}

interface Note {
  readonly meta: string;
  readonly title: string;
  readonly text: string;
  /** Lane whose glyph is before the meta line. */
  readonly lane: number | null;
}

/** Makes notes appear in a stage; each reads the scene of its moment. */
export function attachTooltip(stage: HTMLElement & ListStage, plot: HTMLElement, sceneNow: () => Scene): Notes {
  const tip = document.createElement('div');
  tip.className = 'tooltip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true'); // Names and tables say the same to those who do not see it.
  stage.append(tip);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownFor: string | null = null;
  /** The count whose list stays open. */
  let pinned: HTMLElement | SVGAElement | null = null;

  const hide = () => {
    clearTimeout(timer);
    if (pinned) return;
    tip.hidden = true;
    // What it said may not be public on the day that is shown next.
    tip.replaceChildren();
    shownFor = null;
  };
  const show = (key: string, note: Note, box: DOMRect, hasKeys: boolean) => {
    clearTimeout(timer);
    if (shownFor === key || pinned) return;
    shownFor = key;
    write(tip, note, sceneNow(), hasKeys);
    place(box);
  };
  const place = (box: DOMRect) => {
    tip.hidden = false;
    const around = stage.getBoundingClientRect();
    const {offsetWidth, offsetHeight} = tip;
    const leftPx = Math.min(Math.max(box.left - around.left, EDGE_PX), around.width - offsetWidth - EDGE_PX);
    const belowPx = box.bottom - around.top + GAP_PX;
    const isBelow = around.top + belowPx + offsetHeight <= innerHeight;
    tip.style.left = `${leftPx}px`;
    tip.style.top = `${isBelow ? belowPx : box.top - around.top - offsetHeight - GAP_PX}px`;
  };

  /** @param opener - Has the focus again when a reader leaves the list. */
  const list = (scene: Scene, events: ReturnType<typeof listedEvents>, opener: HTMLElement | SVGElement) => {
    tip.replaceChildren();
    tip.classList.add('is-list');
    const leave = () => {
      unpin();
      opener.focus();
    };
    const go = (id: string) => {
      unpin();
      stage.goToEntry(id);
    };
    writeList(tip, scene, events, stage.hrefOf, go, leave);
  };
  /** The list of events behind a link, where that is more than one known event. */
  const showList = (key: string, link: SVGAElement): boolean => {
    const scene = sceneNow();
    const events = link.dataset['rug'] === undefined ? listedEvents(scene, membersOf(link)) : [];
    if (events.length < 2) return false;
    clearTimeout(timer);
    if (shownFor === key || pinned) return true;
    shownFor = key;
    list(scene, events, link);
    place(signBox(link));
    return true;
  };
  const showLink = (key: string, link: SVGAElement, hasKeys: boolean) => {
    if (!showList(key, link)) show(key, noteOfLink(link)!, signBox(link), hasKeys);
  };
  const pinEvents = (ids: readonly string[], opener: HTMLElement) => {
    const scene = sceneNow();
    const events = listedEvents(scene, ids);
    pinned = null;
    if (events.length === 0) return tip.replaceChildren();
    list(scene, events, opener);
    place(opener.getBoundingClientRect());
    keepOpen(opener, opener.textContent);
  };
  const keepOpen = (opener: HTMLElement | SVGAElement, name: string) => {
    pinned = opener;
    tip.classList.add('is-pinned');
    tip.removeAttribute('aria-hidden');
    tip.setAttribute('role', 'group');
    tip.setAttribute('aria-label', name);
    tip.querySelector<HTMLElement>('.count-line')?.focus();
  };
  const unpin = () => {
    pinned = null;
    tip.classList.remove('is-pinned');
    tip.setAttribute('aria-hidden', 'true');
    tip.removeAttribute('role');
    tip.removeAttribute('aria-label');
    hide();
  };
  const pin = (link: SVGAElement) => {
    pinned = null;
    shownFor = null;
    if (!showList(`pin-${link.getAttribute('data-key')}`, link)) return stage.goToEntry(membersOf(link)[0]!);
    keepOpen(link, link.getAttribute('aria-label') ?? '');
  };

  const noteOfLink = (link: Element): Note | null => {
    const scene = sceneNow();
    const {timeline, standingOf} = scene;
    const id = link.getAttribute('data-id');
    const event = id === null ? undefined : timeline.events.find((other) => other.id === id);
    const name = link.getAttribute('aria-label') ?? '';
    if (!event || standingOf(event.id) !== 'known') return {meta: '', title: name, text: '', lane: null};
    return {meta: whenThen(event, scene), title: event.title, text: '', lane: event.lane};
  };

  stage.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0 || tip.contains(event.target as Node)) return;
    // What moves away under the pointer is not pointed at; and to ask where it is would lay the page out in every frame.
    if (stage.classList.contains('is-moving')) return hide();
    const link = (event.target as Element).closest('.plot-picture a');
    const key = link?.getAttribute('data-key') ?? null;
    const count = link ? null : countAt(event, plot, sceneNow(), sourcesOf(stage));
    const wanted = key ?? count?.key ?? null;
    clearTimeout(timer);
    if (wanted === shownFor) return;
    timer = setTimeout(
      () => {
        if (link?.isConnected) showLink(key!, link as SVGAElement, false);
        else if (count) show(count.key, count.note, new DOMRect(event.clientX, event.clientY, 0, 0), false);
        else hide();
      },
      wanted === null ? LEAVE_MS : HOVER_MS,
    );
  });
  stage.addEventListener('pointerleave', () => {
    clearTimeout(timer);
    timer = setTimeout(hide, LEAVE_MS);
  });
  stage.addEventListener('pointerdown', ({target}) => {
    if (tip.contains(target as Node)) return;
    if (pinned) unpin();
    hide();
  });
  addEventListener('scroll', hide, {passive: true});
  const noteFocus = (element: Element) => {
    if (!element.matches(':focus-visible')) return;
    const link = element.closest('.plot-picture a');
    const button = element.closest<HTMLElement>('[data-note]');
    const focusKey = `focus-${link?.getAttribute('data-key')}`;
    if (link) showLink(focusKey, link as SVGAElement, true);
    else if (button) {
      const note = noteOfButton(button.dataset['note']!, sceneNow(), sourcesOf(stage));
      show(`focus-${button.dataset['note']}`, note, button.getBoundingClientRect(), false);
    } else hide();
  };
  stage.addEventListener('focusin', ({target}) => noteFocus(target as Element));
  // Notes wake at the first focus, and are owed to it too.
  if (document.activeElement && stage.contains(document.activeElement)) noteFocus(document.activeElement);
  stage.addEventListener('focusout', ({relatedTarget}) => {
    if (pinned && !tip.contains(relatedTarget as Node | null)) unpin();
    else hide();
  });
  // Before the stage's own Escape: the note closes first.
  const closeByKey = (event: KeyboardEvent) => {
    if (tip.hidden || tip.contains(event.target as Node)) return;
    const link = (event.target as Element).closest<SVGAElement>('.plot-picture a');
    if (event.key === 'ArrowDown' && tip.classList.contains('is-list') && link) {
      event.preventDefault();
      event.stopPropagation();
      pin(link);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      hide();
    }
  };
  stage.addEventListener('keydown', closeByKey, {capture: true});
  for (const button of stage.querySelectorAll<HTMLElement>('[data-note]')) {
    button.addEventListener('click', () => {
      const note = noteOfButton(button.dataset['note']!, sceneNow(), sourcesOf(stage));
      show(`press-${button.dataset['note']}`, note, button.getBoundingClientRect(), false);
    });
  }
  return {pin, pinEvents};
}

function write(tip: HTMLElement, {meta, title, text, lane}: Note, {timeline}: Scene, hasKeys: boolean): void {
  tip.replaceChildren();
  tip.classList.remove('is-list');
  const line = (className: string, words: string) => {
    if (!words) return null;
    const element = document.createElement('p');
    element.className = className;
    element.textContent = words;
    tip.append(element);
    return element;
  };
  const head = line('tooltip-meta', meta);
  if (head && lane !== null) {
    const {glyph, hue} = timeline.lanes[lane]!;
    head.prepend(drawing(`glyph hue-${hue}`, '-8 -8 16 16', 16, glyphPath(glyph)));
  }
  line('tooltip-title', title);
  line('tooltip-text', text);
  if (hasKeys) writeKeys(tip, timeline.language);
}

function writeKeys(tip: HTMLElement, language: string): void {
  const {enter, enterDoes, sideways, upAndDown} = noteWords(language).keys;
  const line = document.createElement('p');
  line.className = 'tooltip-keys';
  const key = (content: string | Node) => {
    const element = document.createElement('kbd');
    element.append(content);
    return element;
  };
  const arrow = (name: keyof typeof ARROWS) => key(drawing('icon', '0 0 20 20', 12, ARROWS[name]));
  line.append(key(enter), enterDoes, arrow('left'), arrow('right'), sideways, arrow('up'), arrow('down'), upAndDown);
  tip.append(line);
}

function drawing(className: string, viewBox: string, sizePx: number, d: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('width', String(sizePx));
  svg.setAttribute('height', String(sizePx));
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** The name of the source of a count or a state, and the start of the day from which it may be named. */
type Sources = Readonly<Record<string, {readonly words: string; readonly knownMs: number}>>;

/** By the ids of sources, and by the names of states. */
function sourcesOf(stage: HTMLElement): Sources {
  return JSON.parse(stage.querySelector<HTMLElement>('[data-sources]')?.dataset['sources'] ?? '{}') as Sources;
}

/** The count or the state under the pointer. */
function countAt({clientX, clientY}: MouseEvent, plot: HTMLElement, scene: Scene, sources: Sources): {key: string; note: Note} | null {
  const {view, size, isKnownThen, playheadMs} = scene;
  const {left, top} = plot.getBoundingClientRect();
  const [xPx, yPx] = [clientX - left, clientY - top];
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

function noteOfButton(what: string, scene: Scene, sources: Sources): Note {
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
