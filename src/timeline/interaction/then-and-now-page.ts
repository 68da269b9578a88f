/** The pieces of page around the two pictures of Both: heads, rail, the day compared with its keys, and a list below. */
import type {Bands} from '../layout/size.ts';
import {DAY_MS, dayStartMs} from '../model/time.ts';
import type {Known} from '../model/known.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import {bothWords} from '../model/words/both.ts';
import {stageWords} from '../model/words/stage.ts';
import {dateInFull, dayAndMonth, dayInFull, dayOfStory, shortWhen} from '../render/names.ts';
import type {Flag, Scene} from '../render/scene.ts';
import type {LiveStage} from './live-stage.ts';
import {say} from './text.ts';

export interface PageHooks {
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onStep: (step: 1 | -1) => void;
}

export interface ThenAndNowPage {
  /** The picture of then. */
  readonly picture: SVGSVGElement;
  /** The day compared. */
  readonly slider: HTMLElement;
  readonly show: (scene: Scene, known: Known, bands: Bands, day: Flag & {readonly value: string}) => void;
  readonly hasFocus: () => boolean;
  /** Puts the focus where a reader goes on once it is over. */
  readonly focusAfter: () => void;
  readonly remove: () => void;
}

/** What the comparison does without: it leaves the page, which has room for two pictures then. */
const UNUSED = '.transport, .overview-picture, .overview-frame, .levels, .zooms, .rail-measures, .rail-quiet';

/** Puts it into the stage. @param template - See ThenAndNow.astro. */
export function thenAndNowPage(stage: LiveStage, template: HTMLTemplateElement, {onKey, onStep}: PageHooks): ThenAndNowPage {
  const {timeline} = stage;
  const words = bothWords(timeline.language);
  const content = template.content.cloneNode(true) as DocumentFragment;
  const part = (name: string) => content.querySelector<HTMLElement>(`[data-both="${name}"]`)!;
  const [steps, hint, then, now, rail, label] = ['steps', 'hint', 'then', 'now', 'rail', 'label'].map(part) as HTMLElement[];
  const [slider, keys, keysDay, hidden] = ['slider', 'keys', 'keys-day', 'hidden'].map(part) as HTMLElement[];
  const picture = content.querySelector<SVGSVGElement>('svg[data-both="picture"]')!;
  const lanes = [...rail!.querySelectorAll<HTMLElement>('.rail-lane')];
  const toggle = [...stage.querySelectorAll<HTMLElement>('.toggle button')];
  const pieces = [steps!, hint!, then!, now!, rail!, label!, picture, slider!, keys!, hidden!];
  const list = hiddenList(hidden!, stage);

  slider!.addEventListener('keydown', onKey);
  // Words of then lead where their marks of now lead.
  picture.addEventListener('click', ({target}) => {
    const id = (target as Element).getAttribute('data-then');
    if (id !== null) stage.goToEntry(id);
  });
  part('back').addEventListener('click', () => onStep(-1));
  part('on').addEventListener('click', () => onStep(1));
  const putBack = putIn(stage, {steps: steps!, hint: hint!, then: then!, now: now!, rail: rail!, label: label!, picture, hidden: hidden!});
  stage.plot.append(slider!);
  listKeysOf(slider!, keys!);
  setPressed(toggle, 'both');

  const showHeads = (scene: Scene, known: Known) => {
    const {events, language} = timeline;
    const {isCompact} = scene.size;
    const day = isCompact ? dayAndMonth(scene.playheadMs, language) : dayInFull(scene.playheadMs, language);
    const later = events.length - known.count;
    sayHead(
      then!,
      isCompact ? ['', words.werePublicShort(known.count, events.length, day)] : words.werePublic(known.count, events.length, day),
    );
    sayHead(now!, isCompact ? ['', words.cameOutLaterShort(later)] : words.cameOutLater(later));
    lanes.forEach((lane, i) => {
      const all = events.filter((event) => event.lane === i).length;
      say(lane.querySelector<HTMLElement>('.rail-number')!, stageWords(language).ofLane(known.laneCounts[i]!, all));
    });
  };
  let shownFor: Known | null = null;
  return {
    picture,
    slider: slider!,
    show(scene, known, bands, day) {
      const {rulerPx, rowPx} = scene.size;
      picture.setAttribute('height', String(bands.footPx - rulerPx));
      rail!.style.setProperty('--row-px', `${rowPx}px`);
      bands.lanes.forEach(({heightPx, rows}, i) => {
        lanes[i]!.style.height = `${heightPx}px`;
        lanes[i]!.classList.toggle('is-low', rows <= 1);
      });
      showDay(scene, day, {slider: slider!, keys: keys!, name: keysDay!}, stage.picture);
      setPressed(toggle, 'both');
      if (shownFor === known) return;
      shownFor = known;
      showHeads(scene, known);
      list.show(scene, known);
    },
    hasFocus: () =>
      pieces.some((piece) => piece.contains(document.activeElement)) || stage.querySelector('.toggle')!.contains(document.activeElement),
    focusAfter() {
      // While the row above the stage is in sight, the bar has no toggle.
      const inRow = document.querySelectorAll<HTMLElement>('[data-opening="known-now"]');
      const shown = [...toggle, ...inRow].find((button) => button.getClientRects().length > 0);
      (shown ?? stage.querySelector<HTMLElement>('.controls-opener'))?.focus({preventScroll: true});
    },
    remove() {
      for (const piece of pieces) piece.remove();
      putBack();
      stage.classList.remove('is-both');
      setPressed(toggle, stage.isKnownThen ? 'known-then' : 'known-now');
    },
  };
}

/** Puts the day compared over its flag, and its keys beside it. */
function showDay(
  {timeline: {extent, language}, size: {rulerPx, widthPx}, playheadMs}: Scene,
  flag: Flag & {readonly value: string},
  {slider, keys, name}: {readonly slider: HTMLElement; readonly keys: HTMLElement; readonly name: HTMLElement},
  picture: SVGSVGElement,
): void {
  const dayOf = (ms: number) => String(Math.floor((ms - dayStartMs(extent.fromMs)) / DAY_MS));
  const isRight = flag.xPx > widthPx / 2;
  const bottom = `${picture.getBoundingClientRect().height - rulerPx}px`;
  picture.parentElement!.style.setProperty('--hinge-px', bottom);
  Object.assign(slider.style, {left: `${flag.xPx}px`, width: `${flag.widthPx}px`, bottom});
  Object.assign(keys.style, {left: `${flag.xPx + (isRight ? 0 : flag.widthPx)}px`, bottom});
  keys.classList.toggle('is-left', isRight);
  slider.setAttribute('aria-valuemin', '0');
  slider.setAttribute('aria-valuemax', dayOf(extent.toMs - DAY_MS));
  slider.setAttribute('aria-valuenow', dayOf(playheadMs));
  slider.setAttribute('aria-valuetext', flag.value);
  say(name, dayInFull(playheadMs, language));
}

/** Puts the pieces in their places, and takes out what is not needed. @returns Puts that back. */
function putIn(stage: LiveStage, {steps, hint, then, now, rail, label, picture, hidden}: Readonly<Record<string, Element>>): () => void {
  const body = stage.querySelector('.stage-body')!;
  stage.querySelector('.transport')!.after(steps!);
  stage.querySelector('.controls-opener')!.before(hint!);
  body.before(then!);
  body.after(now!);
  stage.piece('rail').prepend(rail!);
  stage.piece('count').append(label!);
  stage.plot.prepend(picture!);
  stage.after(hidden!);
  stage.classList.add('is-both');
  return takeOut(stage, UNUSED);
}

/** @returns Puts the pieces back where they were. */
function takeOut(stage: HTMLElement, selector: string): () => void {
  const gaps = [...stage.querySelectorAll(selector)].map((piece) => {
    const gap = document.createComment('');
    piece.replaceWith(gap);
    return {gap, piece};
  });
  return () => {
    for (const {gap, piece} of gaps) gap.replaceWith(piece);
  };
}

function sayHead(head: HTMLElement, [strong, rest]: readonly [string, string]): void {
  say(head.querySelector<HTMLElement>('b')!, strong);
  say(head.querySelector<HTMLElement>('span')!, rest);
}

/** A slider's keys are listed, and describe it, where it has the focus. */
function listKeysOf(slider: HTMLElement, keys: HTMLElement): void {
  slider.addEventListener('focus', () => {
    slider.after(keys);
    slider.setAttribute('aria-describedby', keys.id);
  });
  slider.addEventListener('blur', () => {
    keys.remove();
    slider.removeAttribute('aria-describedby');
  });
}

function setPressed(toggle: readonly HTMLElement[], action: string): void {
  for (const button of toggle) {
    const isPressed = String(button.dataset['action'] === action);
    if (button.getAttribute('aria-pressed') !== isPressed) button.setAttribute('aria-pressed', isPressed);
  }
}

/** The events that had happened by the day compared and were not public, with the day on which each came out. */
function hiddenList(section: HTMLElement, stage: LiveStage): {readonly show: (scene: Scene, known: Known) => void} {
  const {timeline} = stage;
  const words = bothWords(timeline.language);
  const [title, none, rows] = ['h2', '[data-both="none"]', 'ol'].map((selector) =>
    section.querySelector<HTMLElement>(selector)!,
  ) as HTMLElement[];
  const template = section.querySelector('template')!;
  const rowOf = (event: TimelineEvent, scene: Scene): DocumentFragment => {
    const row = template.content.cloneNode(true) as DocumentFragment;
    const link = row.querySelector('a')!;
    say(row.querySelector<HTMLElement>('[data-both="when"]')!, shortWhen(event, scene));
    say(link, event.title);
    say(row.querySelector<HTMLElement>('[data-both="public"]')!, words.public(dateInFull(event.knownMs, timeline.language)));
    link.href = stage.hrefOf(event.id);
    link.addEventListener('click', (press) => {
      if (press.ctrlKey || press.metaKey || press.shiftKey || press.altKey) return;
      press.preventDefault();
      stage.goToEntry(event.id);
    });
    return row;
  };
  return {
    show(scene, known) {
      const day = dayOfStory(timeline, scene.playheadMs);
      const events = timeline.events.filter(({id}) => known.standingOf(id) === 'secret');
      const isNone = events.length === 0;
      say(title!, words.hidden(day));
      say(none!, words.nothingHidden(day));
      title!.hidden = isNone;
      none!.hidden = !isNone;
      rows!.replaceChildren(...events.map((event) => rowOf(event, scene)));
    },
  };
}
