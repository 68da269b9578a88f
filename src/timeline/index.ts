/**
 * What the engine offers, in reading order. Nothing here knows where a story comes from, and all but `drawShapes` runs
 * without a page.
 *
 * Units: `…Ms` are milliseconds on the axis, which is wall-clock time in the story's zone written as if it were UTC;
 * `…Px` are CSS pixels, across from the plot's left edge and down from its top; a `View` is a stretch of the axis,
 * `{fromMs, toMs}`, that the width of the plot shows.
 *
 *     const timeline = timelineFromEntries(content, placeWords);
 *     const size = wideSize(1184);
 *     const arrangement = arrangeEvents(timeline, view, size);
 *     const {shapes} = drawingOf({...asKnownNow(timeline), timeline, view, size, arrangement, selectedId: null, playheadMs});
 *     drawShapes(svg, shapes);
 */

// Model: what a story means. A Timeline is plain data, and may also be written by hand.
export type {ChapterClock, Importance, Lane, Measure, MeasureStep, StoryState, Timeline, TimelineEvent} from './model/timeline.ts';
export {timelineFromEntries} from './model/timeline-from-entries.ts';
export type {Span} from './model/span.ts';
export {DAY_MS, HOUR_MS, wallClockMs} from './model/time.ts';

// Two clocks: what had happened, and what the public knew on a day; `asKnownNow` is all of it.
export type {Known} from './model/known.ts';
export {asKnownNow, asKnownOn} from './model/known.ts';

// Views: each function returns a new one, inside its bounds.
export type {View, ViewBounds} from './model/view.ts';
export {clampView, fitView, panView, revealInView, zoomView} from './model/view.ts';

// Layout: numbers. A size in, an arrangement for one window out, and where it lies in another view while a hand moves it.
export type {StageSize} from './layout/size.ts';
export {compactSize, plotHeightPx, wideSize} from './layout/size.ts';
export type {ArrangeOptions, Arrangement} from './layout/arrange.ts';
export {arrangeEvents} from './layout/arrange.ts';
export type {Placement} from './layout/place.ts';
export {placeEvents} from './layout/place.ts';
export type {Level} from './layout/scale.ts';
export {levelOf, levelPxPerDay, levelsOf, msAtX, pxPerDay, xPxOf} from './layout/scale.ts';
export type {Ruler} from './layout/ticks.ts';
export {rulerOf} from './layout/ticks.ts';

// Render: shapes as plain values, the same in the build and in the browser, and the one function that writes them.
export type {Scene} from './render/scene.ts';
export type {Shape} from './render/shape.ts';
export {drawingOf} from './render/stage.ts';
export {overviewShapes} from './render/overview.ts';
export {drawShapes} from './render/draw.ts';
