/** The calculations alone, in Node: a window arranged at each level, and one frame placed and shaped. */
import {readContent} from '../../src/reading/read-content.ts';
import {arrangeEvents} from '../../src/timeline/layout/arrange.ts';
import {placeEvents} from '../../src/timeline/layout/place.ts';
import {LEVEL_PX_PER_DAY, pxPerDay} from '../../src/timeline/layout/scale.ts';
import {compactSize, wideSize, type StageSize} from '../../src/timeline/layout/size.ts';
import {asKnownNow} from '../../src/timeline/model/known.ts';
import {lastPlayheadMs} from '../../src/timeline/model/playhead.ts';
import {DAY_MS} from '../../src/timeline/model/time.ts';
import {type Timeline} from '../../src/timeline/model/timeline.ts';
import {timelineFromEntries} from '../../src/timeline/model/timeline-from-entries.ts';
import type {View} from '../../src/timeline/model/view.ts';
import {drawingOf} from '../../src/timeline/render/stage.ts';
import {inventedTimeline} from './invented-story.ts';
import type {Part} from './part.ts';
import {median, quantile, rounded} from './statistics.ts';
import type {Row} from './table.ts';

const SIZES: readonly (readonly [name: string, size: StageSize])[] = [
  ['1184 px', wideSize(1184)],
  ['360 px', compactSize(360)],
];
const INVENTED_COUNTS = [500, 2000, 10_000];
/** Of one thing in one round: the first goes run before the code is compiled. */
const GOES = 7;

/** Runs something several times; how long each run took, in milliseconds. */
export function timesMs(run: () => void): number[] {
  return Array.from({length: GOES}, () => {
    const startMs = performance.now();
    run();
    return performance.now() - startMs;
  });
}

/** The stretch around the middle event that a scale shows. */
export function viewAt({extent, events}: Timeline, scale: number, widthPx: number): View {
  const lengthMs = Math.min((widthPx / scale) * DAY_MS, extent.toMs - extent.fromMs);
  const middleMs = events[Math.floor(events.length / 2)]!.knownMs;
  const fromMs = Math.min(Math.max(middleMs - lengthMs / 2, extent.fromMs), extent.toMs - lengthMs);
  return {fromMs, toMs: fromMs + lengthMs};
}

export const layout: Part = {
  name: 'layout',
  about: 'the arrangement of a window and the making of one frame, without a page',
  async measure({rounds, say}) {
    const {content} = await readContent(process.env['CONTENT_DIR'] || 'content');
    if (content === null) throw new Error('The content cannot be read; `npm run check` says why.');
    const stories = [
      {name: 'this story', timeline: timelineFromEntries(content, () => '')},
      ...INVENTED_COUNTS.map((count) => ({name: 'invented', timeline: inventedTimeline(count)})),
    ];
    const rows: Row[] = [];
    for (const {name, timeline} of stories) {
      say(`layout: ${timeline.events.length} events`);
      for (const [width, size] of SIZES) {
        const scales = {months: pxPerDay(timeline.extent, size.widthPx), ...LEVEL_PX_PER_DAY};
        for (const [level, scale] of Object.entries(scales)) {
          const middle = viewAt(timeline, scale, size.widthPx);
          // Another view each time, as what is worked out for one is remembered; none is a tenth of a pixel from the middle.
          let turn = 0;
          const nextView = (): View => {
            const shiftMs = (++turn * DAY_MS) / scale / 10_000;
            return {fromMs: middle.fromMs + shiftMs, toMs: middle.toMs + shiftMs};
          };
          const arrangement = arrangeEvents(timeline, middle, size);
          const known = asKnownNow(timeline);
          const scene = () => ({
            ...known,
            timeline,
            view: nextView(),
            size,
            arrangement,
            selectedId: null,
            playheadMs: lastPlayheadMs(timeline),
          });
          const arranging: number[] = [];
          const placing: number[] = [];
          const making: number[] = [];
          for (let round = 0; round < rounds; round++) {
            arranging.push(...timesMs(() => arrangeEvents(timeline, nextView(), size)));
            placing.push(...timesMs(() => placeEvents(timeline, nextView(), size, arrangement)));
            making.push(...timesMs(() => drawingOf(scene())));
          }
          rows.push({
            story: name,
            events: timeline.events.length,
            width,
            level,
            'arrange p50': rounded(median(arranging)),
            'arrange p95': rounded(quantile(arranging, 0.95)),
            'µs an event': rounded((median(arranging) / timeline.events.length) * 1000, 0),
            'place p50': rounded(median(placing)),
            'frame p50': rounded(median(making)),
            'frame p95': rounded(quantile(making, 0.95)),
          });
        }
      }
    }
    return [{title: 'Calculation in Node: ms; a window is arranged once it rests, a frame is placed and shaped once a step', rows}];
  },
};
