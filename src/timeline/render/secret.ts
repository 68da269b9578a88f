/** That an event is not public yet, said beside its mark. */
import {measureByTable} from '../layout/letter-widths.ts';
import {reachOf} from '../layout/place.ts';
import type {PlacedEvent, Placement} from '../layout/place.ts';
import {BOX_INSET_PX, LABEL_OFFSET_PX} from '../layout/ways.ts';
import type {Standing} from '../model/standing.ts';
import {stageWords} from '../model/words/stage.ts';

/** The words “not public yet” beside an event, and where they go. */
export interface SecretWords {
  readonly text: string;
  readonly xPx: number;
  readonly widthPx: number;
}
const SECRET_GAP_PX = 5;

/** Where there is room beside a mark to say that it is not public yet: right of it, else left, else nowhere. */
export function secretWords(
  placed: PlacedEvent,
  {events, counts, bars: dayBars}: Pick<Placement, 'events' | 'counts' | 'bars'>,
  standingOf: (id: string) => Standing,
  widthPx: number,
  language: string,
): SecretWords | null {
  const text = stageWords(language).notPublicYet;
  const wordsPx = measureByTable(text, 13, 450);
  const {mark, spanPx, tabPx, xPx: atPx} = placed;
  const box = mark.form === 'clip' || mark.form === 'bar' ? spanPx : mark.form === 'tab' ? tabPx : null;
  const bare = (other: PlacedEvent): readonly [number, number] => {
    const own = other.mark.form === 'clip' ? other.spanPx : other.mark.form === 'tab' ? other.tabPx : null;
    return own ? [own.fromPx, own.toPx] : [other.xPx - LABEL_OFFSET_PX, other.xPx + LABEL_OFFSET_PX];
  };
  const taken = [
    ...events
      .filter((other) => other !== placed && other.yPx === placed.yPx)
      .map((other): readonly [number, number] => (standingOf(other.event.id) === 'known' ? reachOf(other) : bare(other))),
    ...counts
      .filter(({yPx}) => yPx === placed.yPx)
      .map(({xPx, widthPx: countPx}): readonly [number, number] => [xPx - countPx / 2, xPx + countPx / 2]),
    ...dayBars
      .filter(({yPx, members}) => yPx === placed.yPx && !members.includes(placed.event.id))
      .map(({fromPx, toPx}): readonly [number, number] => [fromPx, toPx]),
  ];
  const places = box
    ? [Math.max(box.fromPx, 0) + BOX_INSET_PX, box.fromPx - BOX_INSET_PX - wordsPx]
    : [atPx + LABEL_OFFSET_PX, atPx - LABEL_OFFSET_PX - wordsPx];
  const isFree = (xPx: number) =>
    xPx >= 0 &&
    xPx + wordsPx <= widthPx &&
    taken.every(([fromPx, toPx]) => xPx + wordsPx + SECRET_GAP_PX < fromPx || xPx - SECRET_GAP_PX > toPx);
  const xPx = places.find(isFree);
  return xPx === undefined ? null : {text, xPx, widthPx: wordsPx};
}
