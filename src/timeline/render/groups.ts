/** How several events look that share a box: the bar of a day, and a count. */
import {measureByTable} from '../layout/letter-widths.ts';
import type {PlacedBar, PlacedCount} from '../layout/place.ts';
import type {Lane} from '../model/timeline.ts';
import {glyphPath} from './glyphs.ts';
import {CLIP_HEIGHT_PX, COMPACT_CLIP_HEIGHT_PX, HIT_PX, NE_PATH} from './marks.ts';
import type {SecretWords} from './secret.ts';
import {boxShape, carried, moved, pinned, pinnedWords, round, shape, uprightShape} from './shape.ts';
import type {Shape} from './shape.ts';
const COUNT_DOUBT = 0.62;
const COUNT_HEIGHT_PX = 16;

/**
 * A bar as wide as a day, for its events without an hour: an outline all round, so that it never looks like a stretch.
 *
 * @param names - Where the names in it begin and end, from the left.
 * @param hourWords - "hour not reported", where there is room for it.
 */
export function barShape(
  {dayMs, lane: laneNumber, row, yPx, fromPx, toPx}: PlacedBar,
  lane: Lane,
  isKnown: boolean,
  names: readonly {readonly fromPx: number; readonly toPx: number}[],
  hourWords: SecretWords | null,
  widthPx: number,
  isCompact: boolean,
): Shape {
  const heightPx = isCompact ? COMPACT_CLIP_HEIGHT_PX : CLIP_HEIGHT_PX;
  const dividers = names.slice(1).map(({fromPx: nextPx}, i) => (names[i]!.toPx + nextPx) / 2);
  const bar = moved(
    `bar-${laneNumber}-${dayMs}-${row}`,
    'g',
    yPx,
    {class: `day-bar hue-${lane.hue} ${isKnown ? 'is-known' : 'is-coming'}`, 'aria-hidden': 'true'},
    [
      boxShape('box', 'box', Math.max(fromPx, -2), Math.min(toPx, widthPx + 2), widthPx, -heightPx / 2, heightPx),
      ...dividers.map((px, i) => uprightShape(`divider-${i}`, 'divider', px, -5, 5, widthPx)),
      hourWords ? pinnedWords('hour', 'words is-hour', hourWords.xPx, 4.5, widthPx, hourWords.text) : null,
    ],
  );
  return carried(fromPx, yPx, bar);
}

/** A counted box with the doubt of its members; it opens into a window in which each has its place. */
export function countShape(
  count: PlacedCount,
  lane: Lane,
  known: number,
  name: string,
  href: string,
  widthPx: number,
  wasPublic = false,
): Shape {
  const {members, doubt, isAllUncertain, isAllStretch, widthPx: boxPx} = count;
  const isKnown = known > 0;
  const classes = ['cluster', `hue-${lane.hue}`, isKnown ? 'is-known' : 'is-coming'];
  if (isKnown && isAllUncertain) classes.push('is-uncertain');
  if (isKnown && isAllStretch) classes.push('is-stretch');
  if (wasPublic) classes.push('was-public');
  const text = `+${known}`;
  const textPx = measureByTable(text, 11.5, 600);
  const shownDoubt = isKnown ? doubt : null;
  const doubtPx = shownDoubt === null ? 0 : 12;
  const textAtPx = -doubtPx / 2;
  const link = moved(
    `cluster-${members[0]!}`,
    'a',
    count.yPx,
    {class: classes.join(' '), href, 'data-members': members.join(' '), 'aria-label': name, tabindex: -1},
    [
      pinned('at', 'at', count.xPx, 0, widthPx, [
        shape('hit', 'rect', {class: 'hit', x: round(-boxPx / 2 - 1), y: -HIT_PX / 2, width: round(boxPx + 2), height: HIT_PX}),
        shape('box', 'rect', {
          class: 'box',
          x: round(-boxPx / 2 + 0.5),
          y: -COUNT_HEIGHT_PX / 2,
          width: round(boxPx - 1),
          height: COUNT_HEIGHT_PX,
        }),
        isKnown && isAllStretch
          ? shape('top', 'rect', {class: 'top', x: round(-boxPx / 2), y: -COUNT_HEIGHT_PX / 2 - 0.5, width: round(boxPx), height: 2.6})
          : null,
        isKnown ? shape('count', 'text', {class: 'count', x: round(textAtPx), y: 4}, text) : null,
        shownDoubt === 'uncertain'
          ? shape('doubt', 'path', {
              class: 'doubt',
              d: glyphPath(lane.glyph, COUNT_DOUBT),
              transform: `translate(${round(textAtPx + textPx / 2 + 8)} 0)`,
            })
          : null,
        shownDoubt === 'disputed'
          ? shape('sign', 'path', {class: 'sign', d: NE_PATH, transform: `translate(${round(textAtPx + textPx / 2 + 3)} 0.5) scale(0.8)`})
          : null,
      ]),
    ],
  );
  return carried(count.xPx, count.yPx, link);
}
