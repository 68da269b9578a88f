/** How events look that have neither words nor marks of their own: ticks on their lane's foot. */
import type {PlacedRug} from '../layout/place.ts';
import {isUncertain} from '../model/span.ts';
import type {Lane, TimelineEvent} from '../model/timeline.ts';
import {bands, moved, round, shape} from './shape.ts';
import type {Band, Shape} from './shape.ts';
/** Ticks of a rug: as high as the foot of a row leaves room, or the line of a lane that has nothing else. */
const TICK_PX = 3.5;
const COMPACT_TICK_PX = 2.5;
const TALL_TICK_PX = 7;
/** Ticks nearer to each other than this are one. */
const TICK_APART_PX = 2;

/** What a rug distinguishes, from the bottom layer to the top. */
const RUG_KINDS = ['dots', 'stretch', 'exact', 'hollow', 'coming'] as const;
/** A name that lists more than this does not help; pressing goes by place. */
const MAX_RUG_MEMBERS = 60;

/**
 * Events too close for words or marks: ticks on the lane's foot, one path for each kind, pressed by place.
 *
 * @param isKnown - Whether a tick's event is public.
 */
export function rugShape(
  {lane: laneNumber, yPx, isWholeLane, ticks}: PlacedRug,
  lane: Lane,
  isKnown: (event: TimelineEvent) => boolean,
  name: string,
  href: string,
  widthPx: number,
  isCompact: boolean,
): Shape {
  const heightPx = isWholeLane ? TALL_TICK_PX : isCompact ? COMPACT_TICK_PX : TICK_PX;
  const topPx = isWholeLane ? -TALL_TICK_PX / 2 : -heightPx - 0.5;
  const kinds = {exact: [] as Band[], hollow: [] as Band[], stretch: [] as Band[], dots: [] as Band[], coming: [] as Band[]};
  const lastPx = {exact: -Infinity, hollow: -Infinity, coming: -Infinity};
  const add = (kind: 'exact' | 'hollow' | 'coming', atPx: number, tickPx: number) => {
    if (atPx < 0 || atPx > widthPx || atPx - lastPx[kind] < TICK_APART_PX) return;
    lastPx[kind] = atPx;
    kinds[kind].push({fromPx: atPx - tickPx / 2, toPx: atPx + tickPx / 2, topPx, heightPx});
  };
  for (const {event, fromPx, toPx} of ticks) {
    const middlePx = Math.min(Math.max((fromPx + toPx) / 2, 2), widthPx - 2);
    if (!isKnown(event)) add('coming', middlePx, 2);
    else if (event.span.kind === 'stretch')
      kinds.stretch.push({
        fromPx: Math.max(fromPx, 0),
        toPx: Math.min(Math.max(toPx, fromPx + 3), widthPx),
        topPx: topPx + heightPx - 2.5,
        heightPx: 2.5,
      });
    else if (isUncertain(event.span)) {
      add('hollow', middlePx, 4);
      if (toPx - fromPx > 6)
        kinds.dots.push({fromPx: Math.max(fromPx, 0), toPx: Math.min(toPx, widthPx), topPx: topPx + heightPx / 2 - 0.6, heightPx: 1.2});
    } else add('exact', middlePx, 2);
  }
  const first = ticks[0]?.event.id ?? '';
  return moved(
    `rug-${laneNumber}`,
    'a',
    yPx,
    {
      class: `rug hue-${lane.hue}`,
      href,
      'data-rug': laneNumber,
      'data-members': ticks
        .map(({event}) => event.id)
        .slice(0, MAX_RUG_MEMBERS)
        .join(' '),
      'data-first': first,
      'aria-label': name,
      tabindex: -1,
    },
    [
      shape('hit', 'rect', {
        class: 'hit',
        x: 0,
        width: '100%',
        y: round(topPx - (isWholeLane ? 4 : 1)),
        height: round(heightPx + (isWholeLane ? 8 : 2)),
      }),
      bands(
        'ticks',
        widthPx,
        RUG_KINDS.filter((kind) => kinds[kind].length > 0).map((kind) => ({className: `tick is-${kind}`, boxes: kinds[kind]})),
      ),
    ],
  );
}

/** Events that a search passes over, as ticks of one path for each lane. */
export function ghostShape({lane, yPx, ticks}: PlacedRug, widthPx: number): Shape {
  const drawn = ticks.map(({fromPx, toPx}): Band => ({
    fromPx: fromPx - 1,
    toPx: Math.max(toPx, fromPx + 1),
    topPx: toPx > fromPx ? -2.5 : -5.5,
    heightPx: toPx > fromPx ? 1.5 : 5,
  }));
  return moved(`ghost-${lane}`, 'g', yPx, {class: 'ghost', 'aria-hidden': 'true'}, [
    bands('ticks', widthPx, [{className: 'tick', boxes: drawn}]),
  ]);
}
