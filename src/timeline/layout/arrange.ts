/**
 * Arranges the events that touch a window for that window: rows for the lanes that have events in it, a place and
 * words for every event that there is room for, a small mark or a count for the rest; design.md 5.
 *
 * Depends on the window and the reader's choices alone, never on an earlier picture, so the same window at the same
 * size always looks the same.
 */
import {entriesTouching, indexOf} from '../model/event-index.ts';
import type {IndexedEvent} from '../model/event-index.ts';
import {memoizeLast} from '../model/memoize.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import type {ArrangedBar, ArrangedCount, ArrangedMark, ArrangeOptions, Arrangement} from './arrangement.ts';
import type {Window} from './drawn.ts';
import {fillAround, lyingIn, THOROUGH} from './fill.ts';
import type {Lying} from './fill.ts';
import {measureByTable} from './letter-widths.ts';
import type {MeasureText} from './letter-widths.ts';
import {outsideOf} from './outside.ts';
import type {Outside} from './outside.ts';
import {bestFill, planRows} from './row-plan.ts';
import type {LaneFill} from './row-plan.ts';
import {depthOf, pxPerDay} from './scale.ts';
import {plainPlan} from './size.ts';
import type {RowPlan, StageSize} from './size.ts';
import {placeUnnamed} from './unnamed.ts';
import type {OnRow} from './unnamed.ts';
import {reachMs} from './ways.ts';
import {laneWishes} from './wishes.ts';
import type {LaneTable, LaneWish, LaneWishes} from './wishes.ts';

export type {ArrangedMark, ArrangeOptions, Arrangement} from './arrangement.ts';
export type {ArrangedLabel, LabelSide} from './drawn.ts';

export function arrangeEvents(
  timeline: Timeline,
  view: View,
  size: StageSize,
  {selectedId = null, matching = null, aloneLane = null, measureText = measureByTable}: ArrangeOptions = {},
): Arrangement {
  const {plan, lanes, ghosts, window, outside} = plannedWindow(timeline, view, size, matching, aloneLane, measureText);
  const selected = selectedId === null ? undefined : eventsById(timeline).get(selectedId);
  const arranged = lanes.map(({isRug, fill, arrange}, i) =>
    selected?.lane === i && !isRug
      ? laneWithSelected(timeline, {...window, selectedId: selected.id}, i, plan.lanes[i]!, matching, fill())
      : arrange(),
  );
  return {
    view,
    pxPerDay: window.pxPerDay,
    depth: window.depth,
    plan,
    marks: arranged.flatMap(({marks}) => marks),
    bars: arranged.flatMap(({bars}) => bars),
    counts: arranged.flatMap(({counts}) => counts),
    rugs: arranged.map(({rug}) => rug.map(({event}) => event)),
    ghosts: selectedId === null ? ghosts : ghosts.map((lane) => lane.filter(({id}) => id !== selectedId)),
    matching,
    ...outside,
  };
}

/** The one lane that a search or filter has chosen, if what it lets through is just the events of that lane. */
export const laneAlone = memoizeLast((timeline: Timeline, matching: ReadonlySet<string> | null): number | null => {
  if (!matching) return null;
  const lane = timeline.events.find(({id}) => matching.has(id))?.lane;
  if (lane === undefined) return null;
  return timeline.events.every((event) => matching.has(event.id) === (event.lane === lane)) ? lane : null;
});

/** An arrangement of marks whose places are known already, as on paper: rows as the story asks for them, nothing counted. */
export function arrangedByHand(timeline: Timeline, view: View, size: StageSize, marks: readonly ArrangedMark[]): Arrangement {
  const scale = pxPerDay(view, size.widthPx);
  const none = timeline.lanes.map(() => []);
  return {
    view,
    pxPerDay: scale,
    depth: depthOf(scale, timeline.extent, size.isCompact),
    plan: plainPlan(timeline, size),
    marks,
    bars: [],
    counts: [],
    rugs: none,
    ghosts: none,
    matching: null,
    ...outsideOf(timeline, view, size, null),
  };
}

interface PlannedWindow {
  readonly window: Window;
  readonly plan: RowPlan;
  readonly lanes: readonly PlannedLane[];
  readonly ghosts: readonly (readonly TimelineEvent[])[];
  readonly outside: Outside;
}

/** A lane in which nothing is selected, filled and arranged when that is first asked for. */
interface PlannedLane {
  /** Whether it has fallen to a rug line. */
  readonly isRug: boolean;
  readonly fill: () => LaneFill;
  readonly arrange: () => ArrangedLane;
}

/**
 * What a selection does not change: rows, and the lanes it is not in. Memoized, since readers select one event after
 * the other in one window.
 */
const plannedWindow = memoizeLast(
  (
    timeline: Timeline,
    view: View,
    size: StageSize,
    matching: ReadonlySet<string> | null,
    aloneLane: number | null,
    measureText: MeasureText,
  ): PlannedWindow => {
    const scale = pxPerDay(view, size.widthPx);
    const window: Window = {
      view,
      size,
      pxPerDay: scale,
      depth: depthOf(scale, timeline.extent, size.isCompact),
      selectedId: null,
      measureText,
    };
    const touching = indexOf(timeline).lanes.map((lane) =>
      entriesTouching(lane, view.fromMs, view.toMs, (entry) => reachMs(entry, window)),
    );
    const isWanted = ({event: {id}}: IndexedEvent) => matching?.has(id) ?? true;
    const wanted = touching.map((entries) => entries.filter(isWanted));
    const wishes = wanted.map((entries) => laneWishes(window, entries, matching));
    const plan = planRows(
      timeline,
      window,
      wishes,
      wanted.map(({length}) => length),
      aloneLane,
    );
    return {
      window,
      plan,
      lanes: wishes.map((lane, i): PlannedLane => {
        const rows = plan.lanes[i]!;
        let best: LaneFill | null = null;
        let arranged: ArrangedLane | null = null;
        const fill = () => (best ??= bestFill(lane.tables, rows, THOROUGH));
        const arrange = () =>
          rows === 0 ? {marks: [], bars: [], counts: [], rug: [...touching[i]!]} : arrangeLane(window, i, lane, rows, fill());
        return {isRug: rows === 0, fill, arrange: () => (arranged ??= arrange())};
      }),
      outside: outsideOf(timeline, view, size, matching),
      ghosts: touching.map((entries) =>
        matching && aloneLane === null ? entries.filter((entry) => !isWanted(entry)).map(({event}) => event) : [],
      ),
    };
  },
);

/** The lane of the selected event, which is named whatever else must give way; the others stay where they lie if they can. */
function laneWithSelected(
  timeline: Timeline,
  window: SelectedWindow,
  lane: number,
  rows: number,
  matching: ReadonlySet<string> | null,
  before: LaneFill,
): ArrangedLane {
  const {view, selectedId} = window;
  const entries = entriesTouching(indexOf(timeline).lanes[lane]!, view.fromMs, view.toMs, (entry) => reachMs(entry, window));
  const wanted = entries.filter(({event: {id}}) => !matching || matching.has(id) || id === selectedId);
  const wishes = laneWishes(window, wanted, matching);
  // With the wordings that the lane has without a selection.
  const table = wishes.tables[before.wording] ?? wishes.tables[0]!;
  const first = table.wishes.findIndex(({entries: members}) => members.some(({event: {id}}) => id === selectedId));
  const lying = lyingAsBefore(table, before);
  return arrangeLane(
    window,
    lane,
    wishes,
    rows,
    first < 0 ? bestFill(wishes.tables, rows, THOROUGH) : {table, fill: fillAround(table, rows, lying, first), wording: before.wording},
  );
}

/** For each wish of a table the place that the same wish has in another, where it has the same ways there. */
function lyingAsBefore(table: LaneTable, {table: earlier, fill}: LaneFill): Lying[] {
  const nameOf = ({entries}: LaneWish) => entries.map(({event: {id}}) => id).join();
  const places = lyingIn(earlier, fill);
  const before = new Map(
    earlier.wishes.map((wish, i) => [nameOf(wish), {lying: places[i]!, ways: earlier.starts[i + 1]! - earlier.starts[i]!}]),
  );
  return table.wishes.map((wish, i) => {
    const known = before.get(nameOf(wish));
    return known && known.ways === table.starts[i + 1]! - table.starts[i]! ? known.lying : null;
  });
}
/** A window in which an event is selected. */
type SelectedWindow = Window & {readonly selectedId: string};

// One lane

interface ArrangedLane {
  readonly marks: ArrangedMark[];
  readonly bars: ArrangedBar[];
  readonly counts: ArrangedCount[];
  readonly rug: IndexedEvent[];
}

function arrangeLane(window: Window, lane: number, {asking, rest}: LaneWishes, rows: number, {table, fill}: LaneFill): ArrangedLane {
  let taken: OnRow[] = [];
  for (const [i, {entries, barDayMs, dropCost}] of table.wishes.entries()) {
    const placed = fill.placed[i];
    if (!placed) continue;
    const {
      way: {body, isBox, foot, isDotted, drawn},
      row,
    } = placed;
    const mark = entries.map(({event}, k): ArrangedMark => ({id: event.id, lane, row, ...drawn[k]!}));
    taken.push({body, isBox, foot, isDotted: isDotted ?? false, row, entries, dropCost, mark, barDayMs});
  }
  const named = new Set(taken.flatMap(({entries}) => entries));
  const unnamed = asking.filter((entry) => !named.has(entry));
  const {counts, rug, ...placed} = placeUnnamed(window, lane, rows, unnamed, taken);
  taken = placed.taken;
  return {
    marks: taken.flatMap(({mark}) => mark),
    bars: taken.flatMap(({row, barDayMs, entries}) =>
      barDayMs === null ? [] : [{lane, row, dayMs: barDayMs, members: entries.map(({event}) => event.id)}],
    ),
    counts,
    rug: [...rest, ...rug],
  };
}
