/** What the bar and the rail say of a scene. */
import {numberOnChart, stepAt} from '../layout/measures.ts';
import {dayStartMs, DAY_MS} from '../model/time.ts';
import {headInWords} from '../render/names.ts';
import type {Scene} from '../render/stage.ts';

/** @param matching - Ids that search and filters let through; null for all. */
export function showBar(stage: HTMLElement, {timeline, playheadMs, isKnownThen, standingOf}: Scene, matching: ReadonlySet<string> | null): void {
  const day = Math.floor((playheadMs - timeline.firstDayMs) / DAY_MS) + 1;
  setText(stage, '[data-part="day"]', day < 1 ? `Day −${1 - day}` : `Day ${day}`);
  setText(stage, '[data-part="date"]', headInWords(playheadMs, timeline.zoneLabel));
  for (const action of ['known-now', 'known-then']) {
    stage.querySelector(`[data-action="${action}"]`)!.setAttribute('aria-pressed', String(isKnownThen === (action === 'known-then')));
  }
  const known = timeline.events.filter(({id}) => standingOf(id) === 'known');
  const all = isKnownThen ? `of ${timeline.events.length} events known` : 'events';
  setText(stage, '[data-part="count"] b', String((matching ? [...matching] : known).length));
  setText(stage, '[data-part="count"] span', matching ? `of ${known.length} events match` : all);
  const counts = stage.querySelectorAll('[data-part="lane-count"]');
  timeline.lanes.forEach((_, lane) => {
    const all = timeline.events.filter((event) => event.lane === lane).length;
    const words = isKnownThen ? `${known.filter((event) => event.lane === lane).length}/${all}` : String(all);
    if (counts[lane] && counts[lane].textContent !== words) counts[lane].textContent = words;
  });
  for (const measure of timeline.measures) {
    const value = stage.querySelector(`[data-measure="${CSS.escape(measure.id)}"] dd`)!;
    const step = stepAt(measure, dayStartMs(playheadMs));
    const words = step ? numberOnChart(step.value, measure) : 'no figure yet';
    if (value.textContent !== words) value.textContent = words;
    value.classList.toggle('is-empty', step === null);
  }
}

function setText(root: HTMLElement, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}
