/** What was public on a day, drawn above what is known now: the same window and the same places, without a ruler. */
import type {Placement} from '../layout/place.ts';
import type {Known} from '../model/known.ts';
import {gridLines} from './grid.ts';
import {countShape} from './groups.ts';
import {markShape} from './marks.ts';
import {playheadShape} from './playhead.ts';
import {rugShape} from './rugs.ts';
import type {Scene} from './scene.ts';
import {shape} from './shape.ts';
import type {Shape} from './shape.ts';
import {barShapes, drawnEvents, markWordsOf} from './stage.ts';
import type {DrawnEvent} from './stage.ts';
import {stripShapes, stripStates, stripWords} from './strip.ts';

/**
 * All that is drawn of then, for eyes alone: the links of the picture of now say which events were public. Those that
 * were can be pressed here as well.
 *
 * @param now - The scene of the picture below it.
 * @param known - What was public on the playhead's day.
 */
export function thenShapes(now: Scene, known: Known, placement: Placement): Shape[] {
  const scene: Scene = {...now, ...known, compared: null, selectedId: null};
  const {size} = scene;
  const {bands} = placement;
  const drawn = drawnEvents(scene, placement);
  const strip = stripStates(scene);
  const words = [...stripWords(strip, size), ...markWordsOf(drawn, scene.standingOf)];
  const pieces = [
    shape('grid', 'g', {class: 'grid'}, gridLines(scene, bands)),
    shape('strip', 'g', {class: 'strip'}, stripShapes(scene, strip)),
    playheadShape('playhead', scene, size.rulerPx, bands.footPx, words),
    shape('bars', 'g', {class: 'day-bars'}, barShapes(scene, placement, drawn)),
    shape('marks', 'g', {class: 'marks'}, [...groupsThen(scene, placement), ...drawn.flatMap((event) => eventThen(scene, event))]),
  ];
  // The ruler is drawn once, below.
  return [shape('all', 'g', {transform: `translate(0 ${-size.rulerPx})`}, pieces)];
}

/** An event that was public is drawn as it is now; another is an empty outline, and says so where there is room. */
function eventThen({timeline, size, standingOf, hrefOf}: Scene, {placed, secret}: DrawnEvent): Shape[] {
  const {event, lane} = placed;
  const standing = standingOf(event.id);
  const href = hrefOf?.(event.id) ?? `#${event.id}`;
  const state = {standing, isSelected: false, name: '', href, secret, stemPx: null};
  const link = markShape(placed, timeline.lanes[lane]!, state, size.widthPx, size.isCompact);
  return standing === 'known' ? [unnamed(link)] : emptied(link);
}

/** Counts and the ticks of lanes. */
function groupsThen({timeline, size, standingOf, hrefOf}: Scene, {counts, rugs}: Placement): Shape[] {
  const {widthPx, isCompact} = size;
  const isPublic = (id: string) => standingOf(id) === 'known';
  const hrefOfFirst = ([first = '']: readonly string[]) => hrefOf?.(first) ?? `#${first}`;
  return [
    ...rugs.map((rug) => {
      const ids = rug.ticks.map(({event}) => event.id);
      return unnamed(rugShape(rug, timeline.lanes[rug.lane]!, ({id}) => isPublic(id), '', hrefOfFirst(ids), widthPx, isCompact));
    }),
    ...counts.flatMap((count) => {
      const known = count.members.filter(isPublic).length;
      const link = countShape(count, timeline.lanes[count.lane]!, known, '', hrefOfFirst(count.members), widthPx);
      return known > 0 ? [unnamed(link)] : [unlinked(link)];
    }),
  ];
}

/** A link that is only pressed: it has the name of the same link below. */
function unnamed(link: Shape): Shape {
  const {'aria-label': _, ...attributes} = link.attributes;
  return {...link, attributes};
}

/** What a link draws, without the link. */
function unlinked({key, attributes, children = []}: Shape): Shape {
  const {class: className, transform} = attributes;
  return shape(key, 'g', {class: className!, transform: transform!}, children.filter(isPainted));
}

/** The pieces of an event that was not public, each where it is; one that is alone needs no group. */
function emptied(link: Shape): Shape[] {
  const pieces = (link.children ?? []).filter(isPainted);
  const [only] = pieces;
  if (pieces.length !== 1 || !only) return pieces.length === 0 ? [] : [unlinked(link)];
  return [{...only, key: link.key, attributes: {...only.attributes, class: 'is-empty', transform: link.attributes['transform']!}}];
}

/** Whether a piece is more than the place that takes the press. */
function isPainted({key}: Shape): boolean {
  return key !== 'hit';
}
