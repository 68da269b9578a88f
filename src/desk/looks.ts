/** How one event looks at each level of the timeline: its lane as the whole stage lays it out, drawn, and said in words. */
import {arrangeEvents} from '../timeline/layout/arrange.ts';
import type {Arrangement} from '../timeline/layout/arrange.ts';
import {levelPxPerDay, levelsOf} from '../timeline/layout/scale.ts';
import type {Level} from '../timeline/layout/scale.ts';
import {wideSize} from '../timeline/layout/size.ts';
import {asKnownNow} from '../timeline/model/known.ts';
import {playheadOf} from '../timeline/model/playhead.ts';
import {DAY_MS} from '../timeline/model/time.ts';
import type {Timeline, TimelineEvent} from '../timeline/model/timeline.ts';
import {clampView} from '../timeline/model/view.ts';
import type {Scene} from '../timeline/render/scene.ts';

/** The plot of a 1440 px window. */
export const PLOT_PX = 1184;

export type Look =
  | {readonly kind: 'named'; readonly text: string; readonly wording: 'label' | 'short'; readonly side: 'right' | 'left' | 'inside'}
  | {readonly kind: 'unnamed'}
  /** Behind a counted box; titles of the others there. */
  | {readonly kind: 'count'; readonly others: readonly string[]}
  | {readonly kind: 'rug'};

export interface LevelLook {
  readonly level: Level;
  readonly look: Look;
  readonly scene: Scene;
}

/**
 * One event's lane around it at all levels, with the rows that the whole stage deals to that lane there.
 *
 * @throws RangeError if the event is not on the axis.
 */
export function looksOf(timeline: Timeline, id: string): LevelLook[] {
  const event = timeline.events.find((candidate) => candidate.id === id);
  if (event === undefined) throw new RangeError(`no event on the axis has the id ${id}`);
  const stage = wideSize(PLOT_PX);
  const playheadMs = playheadOf(event);
  return levelsOf(timeline.extent).map((level) => {
    const scale = levelPxPerDay(level, timeline.extent, PLOT_PX);
    const halfMs = (PLOT_PX / scale / 2) * DAY_MS;
    const view = clampView({fromMs: playheadMs - halfMs, toMs: playheadMs + halfMs}, {extent: timeline.extent, shortestMs: 1});
    const whole = arrangeEvents(timeline, view, stage);
    const arrangement = laneOf(whole, event.lane);
    const lane = laneAlone(timeline, event.lane, arrangement.plan.lanes[0]!);
    const size = {...stage, stripPx: 0, measures: 0};
    return {
      level,
      look: lookIn(whole, timeline, id),
      scene: {...asKnownNow(lane), timeline: lane, view, size, arrangement, selectedId: null, playheadMs},
    };
  });
}

/** Landmarks and turning points that go without words where the whole story is in view. */
export function unnamedLandmarks(timeline: Timeline): {readonly event: TimelineEvent; readonly look: Look}[] {
  const arrangement = arrangeEvents(timeline, timeline.extent, wideSize(PLOT_PX));
  return timeline.events
    .filter(({importance}) => importance === 1)
    .map((event) => ({event, look: lookIn(arrangement, timeline, event.id)}))
    .filter(({look}) => look.kind !== 'named');
}

/** How an arrangement shows an event. */
export function lookIn({marks, counts}: Arrangement, {events}: Timeline, id: string): Look {
  const event = events.find((candidate) => candidate.id === id)!;
  const mark = marks.find((candidate) => candidate.id === id);
  if (mark?.label) {
    const {text, side} = mark.label;
    return {kind: 'named', text, side, wording: text === event.label ? 'label' : 'short'};
  }
  if (mark) return {kind: 'unnamed'};
  const count = counts.find(({members}) => members.includes(id));
  if (!count) return {kind: 'rug'};
  return {kind: 'count', others: events.filter((other) => other.id !== id && count.members.includes(other.id)).map(({title}) => title)};
}

/** The look in a sentence: whether it is named, with which words, and if not, where it went. */
export function lookInWords(look: Look): string {
  switch (look.kind) {
    case 'named': {
      const place = look.side === 'inside' ? 'inside its bar' : `${look.side} of its mark`;
      return look.wording === 'label' ? `Shows its label: “${look.text}”, ${place}.` : `Shows its shorter words: “${look.text}”, ${place}.`;
    }
    case 'unnamed':
      return 'No room for its label: a small mark without words.';
    case 'count':
      return `No room for its label: it is one of the ${look.others.length + 1} in a counted box, with ${joined(look.others)}.`;
    case 'rug':
      return 'No room for its label: a tick on the foot of its lane.';
  }
}

function joined(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
}

/** The story with one lane of a number of rows, and nothing else drawn. */
function laneAlone(timeline: Timeline, lane: number, rows: number): Timeline {
  return {
    ...timeline,
    lanes: [{...timeline.lanes[lane]!, rows}],
    events: timeline.events.filter((event) => event.lane === lane).map((event) => ({...event, lane: 0})),
    measures: [],
    states: [],
    bracket: null,
  };
}

/** The part of an arrangement of all lanes that is in one of them. */
function laneOf(arrangement: Arrangement, lane: number): Arrangement {
  const inLane = <Part extends {readonly lane: number}>(parts: readonly Part[]) =>
    parts.filter((part) => part.lane === lane).map((part) => ({...part, lane: 0}));
  return {
    ...arrangement,
    plan: {lanes: [arrangement.plan.lanes[lane]!], measures: [], quietMeasures: []},
    marks: inLane(arrangement.marks),
    bars: inLane(arrangement.bars),
    counts: inLane(arrangement.counts),
    rugs: [arrangement.rugs[lane]!],
    ghosts: [arrangement.ghosts[lane]!],
    laneSides: [arrangement.laneSides[lane]!],
  };
}
