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
export function attachBar(stage: HTMLElement, {language, lanes, events, measures}: Scene['timeline']): Bar {
  const words = stageWords(language);
  const one = (selector: string) => stage.querySelector<HTMLElement>(selector)!;
  const [day, date, count, ofWhat] = [
    one('[data-part="day"]'),
    one('[data-part="date"]'),
    one('[data-part="count"] b'),
    one('[data-part="count"] span'),
  ];
  const [nowButton, thenButton] = [one('[data-action="known-now"]'), one('[data-action="known-then"]')];
  const laneCounts = [...stage.querySelectorAll<HTMLElement>('[data-part="lane-count"]')];
  const rows = measures.map(({id}) => one(`[data-measure="${CSS.escape(id)}"]`));
  const figures = rows.map((row) => row.querySelector<HTMLElement>('dd')!);
  const levels = [...stage.querySelectorAll<HTMLElement>('[data-level]')];
  const eventsOfLane = lanes.map((_, lane) => events.filter((event) => event.lane === lane).length);
  const laneCells = [...stage.querySelectorAll<HTMLElement>('.rail-lane')];
  const [hereWords, unnamedButton] = [
    stage.querySelector<HTMLElement>('[data-part="here"]'),
    stage.querySelector<HTMLButtonElement>('[data-part="unnamed"]'),
  ];
  const hereThen = stage.querySelector<HTMLElement>('[data-part="here-then"]');
  const quiet = stage.querySelector<HTMLElement>('[data-part="quiet-measures"]');
  let shown: {
    readonly scene: Scene;
    readonly here: number;
    readonly bands: Placement['bands'];
    readonly matching: ReadonlySet<string> | null;
  } | null = null;

  const showCounts = ({isKnownThen, count: known, laneCounts: knownOfLane}: Scene, here: number, matching: ReadonlySet<string> | null) => {
    const isWhole = here === events.length;
    const all = isKnownThen ? words.ofEventsKnown(events.length) : isWhole ? words.events : words.ofEventsHere(events.length);
    say(count, String(matching?.size ?? (isKnownThen || isWhole ? known : here)));
    say(ofWhat, matching ? words.ofEventsMatch(known) : all);
    const matchingOfLane = lanes.map(() => 0);
    if (matching) for (const {id, lane} of events) if (matching.has(id)) matchingOfLane[lane]!++;
    laneCounts.forEach((element, lane) => {
      const inLane = eventsOfLane[lane]!;
      const knownInLane = isKnownThen ? knownOfLane[lane]! : inLane;
      say(
        element,
        matching ? words.ofLane(matchingOfLane[lane]!, knownInLane) : isKnownThen ? words.ofLane(knownInLane, inLane) : String(inLane),
      );
    });
  };

  /** Lanes and measures of the rail, level with those of the plot. */
  const showBands = ({lanes: bandsOfLanes}: Placement['bands'], plan: RowPlan) => {
    bandsOfLanes.forEach(({heightPx, rows: rowsOfLane}, lane) => {
      laneCells[lane]!.style.height = `${heightPx}px`;
      laneCells[lane]!.classList.toggle('is-rug', rowsOfLane === 0);
      laneCells[lane]!.classList.toggle('is-low', rowsOfLane <= 1);
    });
    measures.forEach((measure, i) => rows[i]!.toggleAttribute('data-shown', plan.measures.includes(measure)));
    if (!quiet) return;
    quiet.hidden = plan.quietMeasures.length === 0;
    say(quiet, plan.quietMeasures.map(({name}) => name).join(', '));
  };

  /** What a phone says below its narrow picture: how much is here, and how much of it goes without words. */
  const showUnnamed = ({arrangement: {marks}, standingOf, isKnownThen}: Scene, here: number) => {
    if (!hereWords || !unnamedButton) return;
    const named = marks.filter(({label}) => label !== null).length;
    say(hereWords, here === events.length ? `${here} ${words.events}` : `${here} ${words.ofEventsHere(events.length)}`);
    // In Known then what is not public has no name anywhere.
    const isNone = here <= named || (isKnownThen && !unnamedIn(events, marks).some((id) => standingOf(id) === 'known'));
    unnamedButton.hidden = isNone;
    unnamedButton.disabled = false;
    say(unnamedButton.querySelector('span')!, words.notNamedHere(Math.max(here - named, 0)));
  };

  return {
    show(scene, {bands, outside: {here}}, matching) {
      const {
        timeline,
        view,
        size,
        playheadMs,
        isKnownThen,
        arrangement: {plan},
      } = scene;
      const scale = pxPerDay(view, size.widthPx);
      for (const button of levels) setPressed(button, button.dataset['level'] === levelOf(scale, timeline.extent, size.isCompact));
      say(date, headInWords(timeline, playheadMs, scale));
      const before = shown;
      shown = {scene, here, bands, matching};
      if (before?.bands !== bands) showBands(bands, plan);
      if (before?.scene.arrangement !== scene.arrangement) showUnnamed(scene, here);
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
      measures.forEach((measure, i) => {
        const step = stepOn(measure, dayStartMs(playheadMs));
        say(figures[i]!, step ? numberOnChart(step.value, measure, language) : words.noFigureYet);
        figures[i]!.classList.toggle('is-empty', step === null);
      });
    },
  };
}

/** Ids of all events without words in an arrangement. */
function unnamedIn(events: readonly TimelineEvent[], marks: Scene['arrangement']['marks']): string[] {
  const named = new Set(marks.filter(({label}) => label !== null).map(({id}) => id));
  return events.filter(({id}) => !named.has(id)).map(({id}) => id);
}

function setPressed(button: HTMLElement, isPressed: boolean): void {
  if (button.getAttribute('aria-pressed') !== String(isPressed)) button.setAttribute('aria-pressed', String(isPressed));
}
