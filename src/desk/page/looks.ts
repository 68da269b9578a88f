/** How one event looks at each level of the timeline: the real layout of its lane, drawn, and said in words. */
import {arrangeEvents} from '../../timeline/layout/arrange.ts';
import type {Arrangement} from '../../timeline/layout/arrange.ts';
import {levelPxPerDay, levelsOf, pxPerDay} from '../../timeline/layout/scale.ts';
import type {Level} from '../../timeline/layout/scale.ts';
import {wideSize} from '../../timeline/layout/size.ts';
import {asKnownNow} from '../../timeline/model/known.ts';
import {playheadOf} from '../../timeline/model/playhead.ts';
import {DAY_MS} from '../../timeline/model/time.ts';
import type {Timeline, TimelineEvent} from '../../timeline/model/timeline.ts';
import {clampView} from '../../timeline/model/view.ts';
import type {Scene} from '../../timeline/render/stage.ts';

/** The plot of a 1440 px window. */
export const PLOT_PX = 1184;

export type Look =
  | {readonly kind: 'named'; readonly text: string; readonly wording: 'label' | 'short' | 'cut'; readonly side: 'right' | 'left' | 'inside'}
  | {readonly kind: 'unnamed'}
  /** Behind a counted box, or sharing a small mark on the lane's foot rule; titles of the others there. */
  | {readonly kind: 'cluster' | 'foot'; readonly others: readonly string[]};

export interface LevelLook {
  readonly level: Level;
  readonly look: Look;
  readonly scene: Scene;
}

/**
 * One event's lane around it at all four levels. Lanes are laid out apart from each other, so the others change nothing.
 *
 * @throws RangeError if the event is not on the axis.
 */
export function looksOf(whole: Timeline, id: string): LevelLook[] {
  const event = whole.events.find((candidate) => candidate.id === id);
  if (event === undefined) throw new RangeError(`no event on the axis has the id ${id}`);
  const timeline = laneAlone(whole, event);
  const size = {...wideSize(PLOT_PX), stripPx: 0, measures: 0};
  const playheadMs = playheadOf(event);
  const known = asKnownNow(timeline);
  return levelsOf(timeline.extent).map((level) => {
    const scale = levelPxPerDay(level, timeline.extent, PLOT_PX);
    const halfMs = (PLOT_PX / scale / 2) * DAY_MS;
    const view = clampView({fromMs: playheadMs - halfMs, toMs: playheadMs + halfMs}, {extent: timeline.extent, shortestMs: 1});
    const arrangement = arrangeEvents(timeline, scale, size);
    return {
      level,
      look: lookIn(arrangement, timeline, id),
      scene: {...known, timeline, view, size, arrangement, selectedId: null, playheadMs},
    };
  });
}

/** Landmarks and turning points that go without words, or with words cut short, where the whole story is in view. */
export function unnamedLandmarks(timeline: Timeline): {readonly event: TimelineEvent; readonly look: Look}[] {
  const arrangement = arrangeEvents(timeline, pxPerDay(timeline.extent, PLOT_PX), wideSize(PLOT_PX));
  return timeline.events
    .filter(({importance}) => importance === 1)
    .map((event) => ({event, look: lookIn(arrangement, timeline, event.id)}))
    .filter(({look}) => look.kind !== 'named' || look.wording === 'cut');
}

/** How an arrangement shows an event. */
export function lookIn({marks, clusters, feet}: Arrangement, {events}: Timeline, id: string): Look {
  const event = events.find((candidate) => candidate.id === id)!;
  const mark = marks.find((candidate) => candidate.id === id);
  if (mark?.label) {
    const {text, side} = mark.label;
    return {kind: 'named', text, side, wording: text === event.label ? 'label' : text === event.short ? 'short' : 'cut'};
  }
  if (mark) return {kind: 'unnamed'};
  const others = (members: readonly string[]) => events.filter((other) => other.id !== id && members.includes(other.id)).map(({title}) => title);
  const cluster = clusters.find(({members}) => members.includes(id));
  if (cluster) return {kind: 'cluster', others: others(cluster.members)};
  return {kind: 'foot', others: others(feet.find(({members}) => members.includes(id))?.members ?? [])};
}

/** The look in a sentence: whether it is named, with which words, and if not, where it went. */
export function lookInWords(look: Look): string {
  switch (look.kind) {
    case 'named': {
      const place = look.side === 'inside' ? 'inside its bar' : `${look.side} of its mark`;
      if (look.wording === 'cut') return `Named “${look.text}”, ${place}: even the shorter words had to be cut.`;
      return look.wording === 'label' ? `Its label is kept: “${look.text}”, ${place}.` : `Named by its shorter words: “${look.text}”, ${place}.`;
    }
    case 'unnamed':
      return 'Its label is dropped: a mark without words.';
    case 'cluster':
      return `Its label is dropped: it stands behind a box that counts ${look.others.length + 1}, with ${joined(look.others)}.`;
    case 'foot':
      return look.others.length === 0
        ? 'Its label is dropped: a small mark on the foot of its lane.'
        : `Its label is dropped: a small mark on the foot of its lane, shared with ${joined(look.others)}.`;
  }
}

function joined(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
}

/** The story with one lane and nothing else that is drawn. */
function laneAlone(whole: Timeline, {lane}: TimelineEvent): Timeline {
  return {
    ...whole,
    lanes: [whole.lanes[lane]!],
    events: whole.events.filter((event) => event.lane === lane).map((event) => ({...event, lane: 0})),
    measures: [],
    states: [],
    bracket: null,
  };
}
