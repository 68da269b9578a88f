/** What the bar and the rail say of a scene. */
import {numberOnChart, stepAt} from '../layout/measures.ts';
import {pxPerDay} from '../layout/scale.ts';
import {shownMeasures} from '../layout/size.ts';
import {dayNumber} from '../model/day-words.ts';
import {dayStartMs} from '../model/time.ts';
import {calendarWords} from '../model/words/calendar.ts';
import {stageWords} from '../model/words/stage.ts';
import {headInWords} from '../render/names.ts';
import type {Scene} from '../render/stage.ts';

/** @param matching - Ids that search and filters let through; null for all. */
export function showBar(stage: HTMLElement, {timeline, view, size, playheadMs, isKnownThen, standingOf}: Scene, matching: ReadonlySet<string> | null): void {
  const {language} = timeline;
  const words = stageWords(language);
  setText(stage, '[data-part="day"]', calendarWords(language).day(dayNumber(playheadMs, timeline.firstDayMs)));
  setText(stage, '[data-part="date"]', headInWords(timeline, playheadMs, pxPerDay(view, size.widthPx)));
  for (const action of ['known-now', 'known-then']) {
    stage.querySelector(`[data-action="${action}"]`)!.setAttribute('aria-pressed', String(isKnownThen === (action === 'known-then')));
  }
  const known = timeline.events.filter(({id}) => standingOf(id) === 'known');
  const all = isKnownThen ? words.ofEventsKnown(timeline.events.length) : words.events;
  setText(stage, '[data-part="count"] b', String((matching ? [...matching] : known).length));
  setText(stage, '[data-part="count"] span', matching ? words.ofEventsMatch(known.length) : all);
  const counts = stage.querySelectorAll('[data-part="lane-count"]');
  timeline.lanes.forEach((_, lane) => {
    const all = timeline.events.filter((event) => event.lane === lane).length;
    const count = isKnownThen ? `${known.filter((event) => event.lane === lane).length}/${all}` : String(all);
    if (counts[lane] && counts[lane].textContent !== count) counts[lane].textContent = count;
  });
  const shown = shownMeasures(timeline, size);
  for (const measure of timeline.measures) {
    const row = stage.querySelector(`[data-measure="${CSS.escape(measure.id)}"]`)!;
    row.toggleAttribute('data-shown', shown.includes(measure));
    const value = row.querySelector('dd')!;
    const step = stepAt(measure, dayStartMs(playheadMs));
    const count = step ? numberOnChart(step.value, measure, language) : words.noFigureYet;
    if (value.textContent !== count) value.textContent = count;
    value.classList.toggle('is-empty', step === null);
  }
}

function setText(root: HTMLElement, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}
