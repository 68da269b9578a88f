/** A note beside what is pointed at or has focus: an event, a count, or a state of the film. */
import {stepAt} from '../layout/measures.ts';
import {msAtX} from '../layout/scale.ts';
import {lanesFootPx, shownMeasures} from '../layout/size.ts';
import {numberInLanguage} from '../model/numbers.ts';
import {dayStartMs} from '../model/time.ts';
import type {Measure, MeasureStep} from '../model/timeline.ts';
import {countWords} from '../model/words/counts.ts';
import {noteWords} from '../model/words/notes.ts';
import {ARROWS} from '../render/arrows.ts';
import {glyphPath} from '../render/glyphs.ts';
import {dayInWords} from '../render/names.ts';
import type {Scene} from '../render/stage.ts';
import {signBox} from './links.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HOVER_MS = 250;
const LEAVE_MS = 120;
const GAP_PX = 10;
const EDGE_PX = 8;

interface Note {
  readonly meta: string;
  readonly title: string;
  readonly text: string;
  /** Lane whose glyph stands before the meta line. */
  readonly lane: number | null;
}

/** Makes notes appear in a stage; each reads the scene of its moment. */
export function attachTooltip(stage: HTMLElement, plot: HTMLElement, sceneNow: () => Scene): void {
  const tip = document.createElement('div');
  tip.className = 'tooltip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true'); // Names and tables say the same to those who do not see it.
  stage.append(tip);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownFor: string | null = null;

  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
    shownFor = null;
  };
  const show = (key: string, note: Note, box: DOMRect, hasKeys: boolean) => {
    clearTimeout(timer);
    if (shownFor === key) return;
    shownFor = key;
    write(tip, note, sceneNow(), hasKeys);
    tip.hidden = false;
    const around = stage.getBoundingClientRect();
    const {offsetWidth, offsetHeight} = tip;
    const leftPx = Math.min(Math.max(box.left - around.left, EDGE_PX), around.width - offsetWidth - EDGE_PX);
    const belowPx = box.bottom - around.top + GAP_PX;
    const isBelow = around.top + belowPx + offsetHeight <= innerHeight;
    tip.style.left = `${leftPx}px`;
    tip.style.top = `${isBelow ? belowPx : box.top - around.top - offsetHeight - GAP_PX}px`;
  };

  const noteOfLink = (link: Element): Note | null => {
    const {timeline, standingOf} = sceneNow();
    const id = link.getAttribute('data-id');
    const event = id === null ? undefined : timeline.events.find((other) => other.id === id);
    const name = link.getAttribute('aria-label') ?? '';
    if (!event || standingOf(event.id) !== 'known') return {meta: '', title: name, text: '', lane: null};
    return {meta: event.when, title: event.title, text: '', lane: event.lane};
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
        if (link?.isConnected) show(key!, noteOfLink(link)!, signBox(link), false);
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
  stage.addEventListener('pointerdown', hide);
  addEventListener('scroll', hide, {passive: true});
  const noteFocus = (element: Element) => {
    if (!element.matches(':focus-visible')) return;
    const link = element.closest('.plot-picture a');
    const button = element.closest<HTMLElement>('[data-note]');
    if (link) show(`focus-${link.getAttribute('data-key')}`, noteOfLink(link)!, signBox(link), true);
    else if (button) {
      const note = noteOfButton(button.dataset['note']!, sceneNow(), sourcesOf(stage));
      show(`focus-${button.dataset['note']}`, note, button.getBoundingClientRect(), false);
    } else hide();
  };
  stage.addEventListener('focusin', ({target}) => noteFocus(target as Element));
  // Notes wake at the first focus, and are owed to it too.
  if (document.activeElement && stage.contains(document.activeElement)) noteFocus(document.activeElement);
  stage.addEventListener('focusout', hide);
  // Before the stage's own Escape: the note closes first.
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || tip.hidden) return;
    event.stopPropagation();
    hide();
  };
  stage.addEventListener('keydown', closeByKey, {capture: true});
  for (const button of stage.querySelectorAll<HTMLElement>('[data-note]')) {
    button.addEventListener('click', () => {
      const note = noteOfButton(button.dataset['note']!, sceneNow(), sourcesOf(stage));
      show(`press-${button.dataset['note']}`, note, button.getBoundingClientRect(), false);
    });
  }
}

function write(tip: HTMLElement, {meta, title, text, lane}: Note, {timeline}: Scene, hasKeys: boolean): void {
  tip.replaceChildren();
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

type Sources = Readonly<Record<string, string>>;

/** What the sources of counts and states are called. */
function sourcesOf(stage: HTMLElement): Sources {
  return JSON.parse(stage.querySelector<HTMLElement>('[data-sources]')?.dataset['sources'] ?? '{}') as Sources;
}

/** The count or the state under the pointer. */
function countAt({clientX, clientY}: MouseEvent, plot: HTMLElement, scene: Scene, sources: Sources): {key: string; note: Note} | null {
  const {timeline, view, size, isKnownThen, playheadMs} = scene;
  const {left, top} = plot.getBoundingClientRect();
  const [xPx, yPx] = [clientX - left, clientY - top];
  if (xPx < 0 || xPx > size.widthPx) return null;
  const ms = msAtX(xPx, view, size.widthPx);
  if (isKnownThen && ms > playheadMs) return null;
  if (yPx > size.rulerPx && yPx < size.rulerPx + size.stripPx) {
    const state = timeline.states.find(({fromMs, toMs}) => fromMs <= ms && ms < toMs);
    return state ? {key: `state-${state.fromMs}`, note: stateNote(scene, state, sources)} : null;
  }
  const row = Math.floor((yPx - lanesFootPx(timeline, size)) / size.measurePx);
  const measure = shownMeasures(timeline, size)[row];
  const step = measure && stepAt(measure, dayStartMs(ms));
  return step ? {key: `count-${measure.id}-${step.knownMs}`, note: stepNote(scene, measure, step, sources)} : null;
}

function noteOfButton(what: string, scene: Scene, sources: Sources): Note {
  const {timeline, playheadMs} = scene;
  const words = noteWords(timeline.language);
  const measure = timeline.measures.find(({id}) => what === `measure-${id}`);
  if (!measure) {
    const state = timeline.states.findLast(({fromMs}) => fromMs <= playheadMs);
    return state ? stateNote(scene, state, sources) : {meta: timeline.statesName, title: words.nothingKnown, text: '', lane: null};
  }
  const step = stepAt(measure, dayStartMs(playheadMs));
  if (!step) return {meta: measure.name, title: words.noFigure, text: words.noSource(dayInWords(playheadMs, timeline.language)), lane: null};
  return stepNote(scene, measure, step, sources);
}

function stepNote({timeline: {language}}: Scene, {name, prefix, suffix}: Measure, step: MeasureStep, sources: Sources): Note {
  const number = numberInLanguage(step.value, language, {fractionDigits: 2, isGrouped: true});
  const value = countWords(language).qualified[step.qualifier](`${prefix}${number}${suffix}`);
  const asOf = /^\d{4}-\d\d-\d\d/.test(step.asOf) ? dayInWords(Date.parse(`${step.asOf.slice(0, 10)}T00:00:00Z`), language) : step.asOf;
  return {
    meta: name,
    title: value[0]!.toUpperCase() + value.slice(1),
    text: `${noteWords(language).asOf(asOf, dayInWords(step.knownMs, language))} ${sources[step.source] ?? ''}`,
    lane: null,
  };
}

function stateNote({timeline}: Scene, state: Scene['timeline']['states'][number], sources: Sources): Note {
  return {meta: timeline.statesName, title: state.label, text: `${noteWords(timeline.language).from(dayInWords(state.fromMs, timeline.language))} ${sources[`state-${state.fromMs}`] ?? ''}`, lane: null};
}
