/** What a picture covers, and how near one thing may come to another: the rules of distance, apart from the layout's own. */
import {isUncertain} from '../../src/timeline/model/span.ts';
import type {PlacedEvent, Placement} from '../../src/timeline/layout/place.ts';
import type {StageSize} from '../../src/timeline/layout/size.ts';

/**
 * A part of what one event, bar or count covers of its row: words, marks and dots on its middle; a box as high as the
 * row; a line on its foot; or dots there.
 */
export interface Part {
  readonly what: 'mark' | 'words' | 'dots' | 'box' | 'count' | 'foot line' | 'foot dots';
  /** Parts of one event, bar or count do not come too near each other. */
  readonly id: string;
  readonly row: string;
  readonly fromPx: number;
  readonly toPx: number;
  /** Whether it belongs to a mark without words, or is a count. */
  readonly isSmall: boolean;
}

/** The selected event's words are on a block this much wider on each side. */
const BLOCK_PX = 6;
const MARK_HALF_PX = 7;
const SMALL_MARK_HALF_PX = 5;

export function partsOf(
  {events, bars, counts}: Pick<Placement, 'events' | 'bars' | 'counts'>,
  {widthPx}: StageSize,
  selectedId: string | null = null,
): Part[] {
  const barOf = new Map(bars.flatMap((bar) => bar.members.map((id) => [id, `bar ${bar.members.join()}`] as const)));
  return [
    ...events.flatMap((placed) => eventParts(placed, widthPx, placed.event.id === selectedId ? BLOCK_PX : 0, barOf.get(placed.event.id))),
    ...bars.map(({lane, row, members, fromPx, toPx}): Part => ({
      what: 'box',
      id: `bar ${members.join()}`,
      row: `${lane}.${row}`,
      ...visible({fromPx, toPx}, widthPx),
      isSmall: false,
    })),
    ...counts.map(({lane, row, members, xPx, widthPx: countPx}): Part => ({
      what: 'count',
      id: members.join(),
      row: `${lane}.${row}`,
      fromPx: xPx - countPx / 2,
      toPx: xPx + countPx / 2,
      isSmall: true,
    })),
  ];
}

function visible({fromPx, toPx}: {readonly fromPx: number; readonly toPx: number}, widthPx: number): {fromPx: number; toPx: number} {
  return {fromPx: Math.max(fromPx, 0), toPx: Math.min(toPx, widthPx)};
}

function eventParts(
  {event, mark, lane, xPx, spanPx, tabPx, label}: PlacedEvent,
  widthPx: number,
  padPx: number,
  bar: string | undefined,
): Part[] {
  const {form, isOnFoot, isSmall} = mark;
  const base = {id: bar ?? event.id, row: `${lane}.${mark.row}`, isSmall};
  const parts: Part[] = [];
  const isBox = form === 'clip' || form === 'tab' || form === 'bar';
  if (label) parts.push({...base, what: isBox ? 'box' : 'words', fromPx: label.xPx - padPx, toPx: label.xPx + label.widthPx + padPx});
  if (form === 'bar') return parts;
  if (form === 'glyph') {
    const halfPx = isSmall ? SMALL_MARK_HALF_PX : MARK_HALF_PX;
    parts.push({...base, what: 'mark', fromPx: xPx - halfPx, toPx: xPx + halfPx});
  }
  if (tabPx) parts.push({...base, what: 'box', ...tabPx});
  if (spanPx) {
    const dots = isUncertain(event.span);
    parts.push({...base, what: isOnFoot ? (dots ? 'foot dots' : 'foot line') : dots ? 'dots' : 'box', ...visible(spanPx, widthPx)});
  }
  return parts.filter(({fromPx, toPx}) => toPx > fromPx);
}

/** Least distance of words and marks at a scale; design.md 10. */
export function wordsGapPx({isCompact}: StageSize, scalePxPerDay: number): number {
  if (isCompact) return 8;
  return scalePxPerDay < 72 ? 10 : 12;
}

/** Least distance between two parts of different events on one row; `null` where one may lie over the other. */
export function leastGapPx(a: Part, b: Part, wordsPx: number): number | null {
  const isFoot = ({what}: Part) => what === 'foot line' || what === 'foot dots';
  if (isFoot(a) && isFoot(b)) return 8;
  if (isFoot(a) || isFoot(b)) {
    const [foot, other] = isFoot(a) ? [a, b] : [b, a];
    return foot.what === 'foot line' && other.what === 'box' ? 4 : null;
  }
  if (a.what === 'box' && b.what === 'box') return 4;
  return a.isSmall || b.isSmall ? 6 : wordsPx;
}

/** Pairs on one row that touch or come too near, in words. */
export function tooClose(parts: readonly Part[], wordsPx: number): string[] {
  const found: string[] = [];
  for (const row of Map.groupBy(parts, (part) => part.row).values()) {
    row.sort((a, b) => a.fromPx - b.fromPx);
    row.forEach((a, i) => {
      for (const b of row.slice(i + 1)) {
        // No two need more than this.
        if (b.fromPx > a.toPx + 20) break;
        if (a.id === b.id) continue;
        const leastPx = leastGapPx(a, b, wordsPx);
        const gapPx = b.fromPx - a.toPx;
        if (leastPx !== null && gapPx < leastPx - 0.01)
          found.push(`row ${a.row}: ${a.what} of ${a.id} and ${b.what} of ${b.id} are ${gapPx.toFixed(2)} px apart, not ${leastPx}`);
      }
    });
  }
  return found;
}

/** Names in one bar that touch or come too near, in words. */
export function tooCloseInBars({events, bars}: Pick<Placement, 'events' | 'bars'>, {isCompact}: StageSize): string[] {
  const byId = new Map(events.map((placed) => [placed.event.id, placed]));
  return bars.flatMap(({members}) => {
    const names = members.flatMap((id) => byId.get(id)?.label ?? []).sort((a, b) => a.xPx - b.xPx);
    return names.flatMap((name, i) => {
      const gapPx = i === 0 ? Infinity : name.xPx - names[i - 1]!.xPx - names[i - 1]!.widthPx;
      return gapPx < (isCompact ? 13 : 25) - 0.01
        ? [`in a bar ${names[i - 1]!.text} and ${name.text} are ${gapPx.toFixed(2)} px apart`]
        : [];
    });
  });
}

/** Words that an edge of the plot cuts, and counts that reach over it. */
export function cutAtEdges(parts: readonly Part[], {events}: Pick<Placement, 'events'>, {widthPx}: StageSize): string[] {
  const isCut = (fromPx: number, toPx: number) => fromPx < -0.011 || toPx > widthPx + 0.011;
  return [
    ...events.flatMap(({event, label}) =>
      label && isCut(label.xPx, label.xPx + label.widthPx)
        ? [`words of ${event.id} from ${label.xPx} to ${label.xPx + label.widthPx} in ${widthPx}`]
        : [],
    ),
    ...parts.flatMap(({what, id, fromPx, toPx}) =>
      what === 'count' && isCut(fromPx, toPx) ? [`count of ${id} from ${fromPx} to ${toPx} in ${widthPx}`] : [],
    ),
  ];
}

/** Events whose picture says more than is known of them, or less than they are. */
export function wrongForm({events, bars}: Pick<Placement, 'events' | 'bars'>, {widthPx}: StageSize): string[] {
  const inBar = new Set(bars.flatMap(({members}) => members));
  return events.flatMap(({event: {id, span}, mark: {form, isSmall, isOnFoot}, spanPx, tabPx, label}) => {
    const wrong = (why: string) => [`${id}, ${span.kind}, is drawn as ${isSmall ? 'small ' : ''}${form}: ${why}`];
    const isSeen = spanPx !== null && spanPx.toPx > 0 && spanPx.fromPx < widthPx;
    if (isUncertain(span)) {
      if (form !== 'glyph' && form !== 'dots') return wrong('not a form of doubt');
      if (!isSeen) return wrong('its dots are not in sight');
      return form === 'dots' && !label ? wrong('dots without words have a mark') : [];
    }
    if (span.kind === 'stretch') {
      if (form !== 'clip' && form !== 'tab') return wrong('not a form that lasts');
      if ((form === 'tab') !== (tabPx !== null) || (form === 'tab') !== isOnFoot) return wrong('a tab is on the foot');
      return isSeen ? [] : wrong('it is not in sight');
    }
    if (form === 'bar') return span.kind === 'day' && inBar.has(id) ? [] : wrong('only a day is a bar');
    return form === 'glyph' && spanPx === null && !isOnFoot ? [] : wrong('it is at one instant or day');
  });
}
