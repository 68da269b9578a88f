/** The strip below the ruler: the states of the story's subject, one after the other. */
import {measureByTable} from '../layout/letter-widths.ts';
import {xPxOf} from '../layout/scale.ts';
import type {StageSize} from '../layout/size.ts';
import type {StoryState} from '../model/timeline.ts';
import type {Scene, TypeBox} from './scene.ts';
import {pinnedWords, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';

const STRIP_BAR_PX = 16;
const COMPACT_STRIP_BAR_PX = 13;
/** Type of the strip and of the measures. */
export const STRIP_TYPE_PX = 11;
export const STRIP_INSET_PX = 6;
/** From the outer to the inner line of a double outline. */
const DOUBLE_PX = 2.5;

interface StripState {
  readonly state: StoryState;
  readonly fromPx: number;
  readonly toPx: number;
  /** Its name where there is room for it, and its left edge. */
  readonly words: string | undefined;
  readonly wordsPx: number;
}

/** The states in view, as far as they are public. */
export function stripStates(scene: Scene): StripState[] {
  const {states, view, size} = scene;
  const {widthPx} = size;
  const untilMs = drawnUntilMs(scene);
  return states.flatMap((state): StripState[] => {
    const fromPx = Math.max(xPxOf(state.fromMs, view, widthPx), -2);
    const toPx = Math.min(xPxOf(Math.min(state.toMs, untilMs), view, widthPx), widthPx + 2);
    if (state.fromMs > untilMs || toPx < 0 || fromPx > widthPx) return [];
    const wordsPx = Math.max(fromPx, 0) + STRIP_INSET_PX;
    const words = size.isCompact
      ? undefined
      : [state.label, state.short].find((text) => measureByTable(text, STRIP_TYPE_PX, 600) + 4 <= toPx - wordsPx);
    return [{state, fromPx, toPx, words, wordsPx}];
  });
}

function stripBar(size: StageSize): {readonly topPx: number; readonly heightPx: number} {
  const heightPx = size.isCompact ? COMPACT_STRIP_BAR_PX : STRIP_BAR_PX;
  return {topPx: size.rulerPx + (size.stripPx - heightPx) / 2, heightPx};
}

export function stripWords(states: readonly StripState[], size: StageSize): TypeBox[] {
  const {topPx, heightPx} = stripBar(size);
  return states.flatMap(({words, wordsPx}) =>
    words ? [{fromPx: wordsPx, toPx: wordsPx + measureByTable(words, STRIP_TYPE_PX, 600), topPx, bottomPx: topPx + heightPx}] : [],
  );
}

export function stripShapes({timeline, view, size, isKnownThen, playheadMs}: Scene, states: readonly StripState[]): (Shape | null)[] {
  const {widthPx} = size;
  const {topPx, heightPx} = stripBar(size);
  const frame = (key: string, className: string, fromPx: number, toPx: number, insetPx = 0) =>
    shape(key, 'rect', {
      class: className,
      x: share(fromPx + insetPx, widthPx),
      width: share(Math.max(toPx - fromPx - 2 * insetPx, 0), widthPx),
      y: topPx + insetPx,
      height: heightPx - 2 * insetPx,
    });
  const untilPx = xPxOf(Math.min(playheadMs, timeline.extent.toMs), view, widthPx);
  return [
    ...states.map(({state, fromPx, toPx, words, wordsPx}) =>
      shape(`state-${state.fromMs}`, 'g', {class: `state is-${state.look}`}, [
        frame('bar', 'bar', fromPx, toPx),
        state.look === 'double' ? frame('inner', 'bar', fromPx, toPx, DOUBLE_PX) : null,
        words && state.look === 'hatched'
          ? frame('ground', 'ground', wordsPx - 3, wordsPx + measureByTable(words, STRIP_TYPE_PX, 600) + 4)
          : null,
        words ? pinnedWords('words', 'words', wordsPx, topPx + heightPx / 2 + 4, widthPx, words) : null,
      ]),
    ),
    isKnownThen && untilPx < widthPx ? frame('unknown', 'unknown', Math.max(untilPx, 0), widthPx) : null,
  ];
}

/** As far as the strip and the measures are drawn: to the playhead in Known then. */
export function drawnUntilMs({timeline, isKnownThen, playheadMs}: Scene): number {
  return isKnownThen ? Math.min(playheadMs, timeline.extent.toMs) : timeline.extent.toMs;
}
