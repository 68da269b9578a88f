/** What a count holds, as a list: a mark with its doubt, the day, the words; design.md 12. */
import {isUncertain} from '../model/span.ts';
import {eventsById} from '../model/timeline.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import {noteWords} from '../model/words/notes.ts';
import {glyphPath} from '../render/glyphs.ts';
import {NE_PATH} from '../render/marks.ts';
import {shortWhen} from '../render/names.ts';
import type {Scene} from '../render/scene.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The known events behind a link of the drawing, in time order; fewer than two for one that needs no list. */
export function listedEvents({timeline, standingOf}: Scene, members: readonly string[]): TimelineEvent[] {
  const byId = eventsById(timeline);
  return members.flatMap((id) => (standingOf(id) === 'known' ? (byId.get(id) ?? []) : []));
}

/**
 * Writes the list into a note.
 *
 * @param onChoose - Goes to the entry of the event whose line is pressed.
 * @param onLeave - Back to the count.
 */
export function writeList(
  tip: HTMLElement,
  scene: Scene,
  events: readonly TimelineEvent[],
  hrefOf: (id: string) => string,
  onChoose: (id: string) => void,
  onLeave: () => void,
): void {
  const {timeline, isDisputed} = scene;
  const words = noteWords(timeline.language);
  const head = document.createElement('p');
  head.className = 'count-head';
  const number = document.createElement('b');
  number.textContent = words.events(events.length);
  const lanes = new Set(events.map(({lane}) => lane));
  head.append(number, lanes.size === 1 ? ` ${timeline.lanes[events[0]!.lane]!.name}` : '');
  const list = document.createElement('ul');
  list.className = 'count-list';
  list.setAttribute('role', 'list');
  for (const event of events) {
    const line = document.createElement('a');
    line.href = hrefOf(event.id);
    line.className = 'count-line';
    line.append(markOf(scene, event), cell('count-day', shortWhen(event, scene)), cell('count-label', event.label));
    if (isDisputed(event.id)) line.append(drawing('sign', NE_PATH, 'count-sign', '-1 -7 13 14'));
    line.addEventListener('click', (press) => {
      if (press.ctrlKey || press.metaKey || press.shiftKey) return;
      press.preventDefault();
      onChoose(event.id);
    });
    const item = document.createElement('li');
    item.append(line);
    list.append(item);
  }
  list.addEventListener('keydown', (press) => {
    const lines = [...list.querySelectorAll<HTMLElement>('a')];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const next = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1}[press.key];
    if (press.key !== 'Escape' && next === undefined) return;
    press.preventDefault();
    press.stopPropagation();
    if (next === undefined || next < 0) onLeave();
    else lines[Math.min(next, lines.length - 1)]!.focus();
  });
  const foot = document.createElement('p');
  foot.className = 'count-foot';
  foot.textContent = words.pressCount;
  tip.append(head, list, ...(lanes.size === 1 ? [foot] : []));
}

function markOf({timeline}: Scene, {lane, span}: TimelineEvent): SVGElement {
  const {glyph, hue} = timeline.lanes[lane]!;
  const kind = span.kind === 'stretch' ? 'is-stretch' : isUncertain(span) ? 'is-uncertain' : '';
  const svg = drawing(
    'glyph',
    span.kind === 'stretch' ? 'M-8,6V-5H8V6' : glyphPath(glyph),
    `count-mark hue-${hue} ${kind}`,
    '-10 -9 20 18',
  );
  if (kind === 'is-uncertain') {
    const dots = document.createElementNS(SVG, 'path');
    dots.setAttribute('class', 'dots');
    dots.setAttribute('d', 'M-10,0H-7M7,0H10');
    svg.append(dots);
  }
  return svg;
}

function cell(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function drawing(pathClass: string, d: string, className: string, viewBox: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', pathClass);
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}
