/** What the bar and the rail say of a scene. */
import {numberOnChart} from '../layout/measures.ts';
import type {Placement} from '../layout/place.ts';
import {levelOf, pxPerDay} from '../layout/scale.ts';
import type {RowPlan} from '../layout/size.ts';
import {stepOn} from '../model/known.ts';
import {dayStartMs} from '../model/time.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import {dayName, headInWords} from '../render/names.ts';
import type {Scene} from '../render/scene.ts';
import {say} from './text.ts';

export interface Bar {
  /** @param matching - Ids that search and filters let through; null for all. */
  readonly show: (scene: Scene, placement: Placement, matching: ReadonlySet<string> | null) => void;
}

/** Looks the bar's pieces up once, and writes them when what they say has changed. */
export function attachBar(stage: HTMLElement, timeline: Scene['timeline']): Bar {
  const day = pieceOf(stage, 'day');
  const date = pieceOf(stage, 'date');
  const [nowButton, thenButton] = [actionOf(stage, 'known-now'), actionOf(stage, 'known-then')];
  const levels = [...stage.querySelectorAll<HTMLElement>('[data-level]')];
  const hereThen = stage.querySelector<HTMLElement>('[data-part="here-then"]');
  const showCounts = countsIn(stage, timeline);
  const showBands = bandsIn(stage, timeline);
  const showUnnamed = unnamedIn(stage, timeline);
  const showFigures = figuresIn(stage, timeline);
  let shown: {
    readonly scene: Scene;
    readonly here: number;
    readonly bands: Placement['bands'];
    readonly matching: ReadonlySet<string> | null;
  } | null = null;

  return {
    show(scene, {bands, outside: {here}}, matching) {
      const {view, size, playheadMs, isKnownThen, arrangement} = scene;
      const scale = pxPerDay(view, size.widthPx);
      for (const button of levels) setPressed(button, button.dataset['level'] === levelOf(scale, timeline.extent, size.isCompact));
      say(date, headInWords(timeline, playheadMs, scale));
      const before = shown;
      shown = {scene, here, bands, matching};
      if (before?.bands !== bands) showBands(bands, arrangement.plan);
      if (before?.scene.arrangement !== arrangement) showUnnamed(scene, here);
      if (
        before?.scene.playheadMs === playheadMs &&
        before.here === here &&
        before.scene.isKnownThen === isKnownThen &&
        before.matching === matching
      )
        return;
      say(day, dayName(timeline, playheadMs));
      setPressed(nowButton, !isKnownThen);
      setPressed(thenButton, isKnownThen);
      if (hereThen) hereThen.hidden = !isKnownThen;
      showCounts(scene, here, matching);
      showFigures(playheadMs);
    },
  };
}

/** How many events there are, in all and in each lane of the rail. */
function countsIn(stage: HTMLElement, {language, lanes, events}: Scene['timeline']) {
  const words = stageWords(language);
  const count = stage.querySelector('[data-part="count"] b')!;
  const ofWhat = stage.querySelector('[data-part="count"] span')!;
  const ofLanes = [...stage.querySelectorAll<HTMLElement>('[data-part="lane-count"]')];
  const eventsOfLane = lanes.map((_, lane) => events.filter((event) => event.lane === lane).length);

  return ({isKnownThen, count: known, laneCounts}: Scene, here: number, matching: ReadonlySet<string> | null): void => {
    const isWhole = here === events.length;
    const all = isKnownThen ? words.ofEventsKnown(events.length) : isWhole ? words.events : words.ofEventsHere(events.length);
    say(count, String(matching?.size ?? (isKnownThen || isWhole ? known : here)));
    say(ofWhat, matching ? words.ofEventsMatch(known) : all);
    const matchingOfLane = lanes.map(() => 0);
    if (matching) for (const {id, lane} of events) if (matching.has(id)) matchingOfLane[lane]!++;
    ofLanes.forEach((element, lane) => {
      const inLane = eventsOfLane[lane]!;
      const knownInLane = isKnownThen ? laneCounts[lane]! : inLane;
      const ofLane = isKnownThen ? words.ofLane(knownInLane, inLane) : String(inLane);
      say(element, matching ? words.ofLane(matchingOfLane[lane]!, knownInLane) : ofLane);
    });
  };
}

/** Lanes and measures of the rail, level with those of the plot. */
function bandsIn(stage: HTMLElement, {measures}: Scene['timeline']) {
  const cells = [...stage.querySelectorAll<HTMLElement>('.rail-lane')];
  const rowsOfMeasures = measures.map(({id}) => measureOf(stage, id));
  const quiet = stage.querySelector<HTMLElement>('[data-part="quiet-measures"]');

  return ({lanes}: Placement['bands'], plan: RowPlan): void => {
    lanes.forEach(({heightPx, rows}, lane) => {
      const cell = cells[lane]!;
      cell.style.height = `${heightPx}px`;
      cell.classList.toggle('is-rug', rows === 0);
      cell.classList.toggle('is-low', rows <= 1);
    });
    measures.forEach((measure, i) => rowsOfMeasures[i]!.toggleAttribute('data-shown', plan.measures.includes(measure)));
    if (!quiet) return;
    quiet.hidden = plan.quietMeasures.length === 0;
    say(quiet, plan.quietMeasures.map(({name}) => name).join(', '));
  };
}

/** What a phone says below its narrow picture: how much is here, and how much of it goes without words. */
function unnamedIn(stage: HTMLElement, {language, events}: Scene['timeline']) {
  const words = stageWords(language);
  const hereWords = stage.querySelector<HTMLElement>('[data-part="here"]');
  const button = stage.querySelector<HTMLButtonElement>('[data-part="unnamed"]');

  return ({arrangement: {marks}, standingOf, isKnownThen}: Scene, here: number): void => {
    if (!hereWords || !button) return;
    const named = marks.filter(({label}) => label !== null).length;
    say(hereWords, here === events.length ? `${here} ${words.events}` : `${here} ${words.ofEventsHere(events.length)}`);
    // In Known then what is not public has no name anywhere.
    const isNone = here <= named || (isKnownThen && !idsWithoutWords(events, marks).some((id) => standingOf(id) === 'known'));
    button.hidden = isNone;
    button.disabled = false;
    say(button.querySelector('span')!, words.notNamedHere(Math.max(here - named, 0)));
  };
}

/** The figure of each measure on the playhead's day. */
function figuresIn(stage: HTMLElement, {language, measures}: Scene['timeline']) {
  const words = stageWords(language);
  const figures = measures.map(({id}) => measureOf(stage, id).querySelector('dd')!);

  return (playheadMs: number): void =>
    measures.forEach((measure, i) => {
      const step = stepOn(measure, dayStartMs(playheadMs));
      say(figures[i]!, step ? numberOnChart(step.value, measure, language) : words.noFigureYet);
      figures[i]!.classList.toggle('is-empty', step === null);
    });
}

function pieceOf(stage: HTMLElement, part: string): HTMLElement {
  return stage.querySelector<HTMLElement>(`[data-part="${part}"]`)!;
}

function actionOf(stage: HTMLElement, action: string): HTMLElement {
  return stage.querySelector<HTMLElement>(`[data-action="${action}"]`)!;
}

function measureOf(stage: HTMLElement, id: string): HTMLElement {
  return stage.querySelector<HTMLElement>(`[data-measure="${CSS.escape(id)}"]`)!;
}

/** Ids of all events without words in an arrangement. */
function idsWithoutWords(events: readonly TimelineEvent[], marks: Scene['arrangement']['marks']): string[] {
  const named = new Set(marks.filter(({label}) => label !== null).map(({id}) => id));
  return events.filter(({id}) => !named.has(id)).map(({id}) => id);
}

function setPressed(button: HTMLElement, isPressed: boolean): void {
  if (button.getAttribute('aria-pressed') !== String(isPressed)) button.setAttribute('aria-pressed', String(isPressed));
}
