/** The measures below the lanes: steps that rise with what was counted, and their numbers. */
import {measureByTable} from '../layout/letter-widths.ts';
import {placeSteps} from '../layout/measures.ts';
import type {PlacedStep} from '../layout/measures.ts';
import type {Placement} from '../layout/place.ts';
import {xPxOf} from '../layout/scale.ts';
import type {Measure} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import type {Scene, TypeBox} from './scene.ts';
import {carried, pinnedWords, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';
import {drawnUntilMs, STRIP_INSET_PX, STRIP_TYPE_PX} from './strip.ts';
/** Width of "no figure yet", with some air. */
const QUIET_ROOM_PX = 84;

/** A measure with the steps that are drawn. */
interface PlacedMeasure {
  readonly measure: Measure;
  readonly steps: readonly PlacedStep[];
}

export function placeCounts(scene: Scene): PlacedMeasure[] {
  const {
    timeline,
    view,
    size,
    measures,
    arrangement: {plan},
  } = scene;
  const untilMs = drawnUntilMs(scene);
  return plan.measures.map((measure) => ({
    measure,
    steps: placeSteps(
      measures.find(({id}) => id === measure.id)!,
      view,
      size.widthPx,
      size.measurePx,
      untilMs,
      timeline.language,
    ),
  }));
}

/** The numbers beside the steps of the measures. */
export function measureWords({size}: Scene, {bands}: Placement, counts: readonly PlacedMeasure[]): TypeBox[] {
  return counts.flatMap(({steps}, i) =>
    steps.flatMap(({label}) => {
      if (!label) return [];
      const wordsPx = measureByTable(label.text, STRIP_TYPE_PX, 600);
      const fromPx = label.anchor === 'end' ? label.xPx - wordsPx : label.xPx;
      const footPx = bands.footPx + i * size.measurePx + label.yPx;
      return [{fromPx, toPx: fromPx + wordsPx, topPx: footPx - STRIP_TYPE_PX + 2, bottomPx: footPx + 1}];
    }),
  );
}

export function measureShapes(scene: Scene, {bands}: Placement, counts: readonly PlacedMeasure[]): Shape[] {
  const {
    timeline,
    view,
    size,
    isKnownThen,
    arrangement: {plan},
  } = scene;
  const {widthPx, measurePx} = size;
  const topPx = bands.footPx;
  const heightPx = bands.heightPx - topPx;
  const untilMs = drawnUntilMs(scene);
  const untilPx = Math.min(Math.max(xPxOf(untilMs, view, widthPx), 0), widthPx);
  const rows = counts.flatMap(({measure, steps}, i) => [
    stepsShape(
      `row-${measure.id}`,
      topPx + i * measurePx,
      steps.filter(({fromPx, toPx}) => toPx >= 0 && fromPx < widthPx),
      widthPx,
      measurePx,
    ),
    ...numbersOf(measure, steps, topPx + i * measurePx, widthPx),
  ]);
  const headPx = xPxOf(scene.playheadMs, view, widthPx);
  // The playhead crosses no words: they go to its right, where Known then says "Not yet known" already.
  const isAtHead = headPx > 0 && headPx < STRIP_INSET_PX + QUIET_ROOM_PX;
  const quiet =
    plan.quietMeasures.length === 0 || (isAtHead && isKnownThen)
      ? []
      : [
          pinnedWords(
            'quiet',
            'words is-quiet is-plain',
            isAtHead ? headPx + STRIP_INSET_PX : STRIP_INSET_PX,
            topPx + (plan.measures.length + 0.5) * measurePx + 4,
            widthPx,
            stageWords(timeline.language).noFigureYet,
          ),
        ];
  if (!isKnownThen || untilPx >= widthPx || heightPx === 0) return [...rows, ...quiet];
  return [
    ...rows,
    shape('unknown', 'rect', {
      class: 'unknown',
      x: share(untilPx, widthPx),
      width: share(widthPx - untilPx, widthPx),
      y: round(topPx),
      height: round(heightPx),
    }),
    ...quiet,
    ...(widthPx - untilPx > 110
      ? [
          pinnedWords(
            'unknown-words',
            'words is-quiet',
            untilPx + 14,
            topPx + heightPx / 2 + 4,
            widthPx,
            stageWords(timeline.language).notYetKnown,
          ),
        ]
      : []),
  ];
}

/** The numbers of a measure whose places are in the plot. */
function numbersOf({id}: Measure, steps: readonly PlacedStep[], topPx: number, widthPx: number): Shape[] {
  return steps.flatMap(({step, label}, k) => {
    if (!label || label.xPx < 0 || label.xPx > widthPx) return [];
    const {xPx, yPx, anchor, text} = label;
    const className = anchor === 'end' ? 'words is-end' : 'words';
    return [carried(xPx, null, pinnedWords(`words-${id}-${step.asOf}-${k}`, className, xPx, topPx + yPx, widthPx, text))];
  });
}

/** The area below a measure's line, and the line: across it counts shares of the width, down it counts pixels. */
function stepsShape(key: string, topPx: number, steps: readonly PlacedStep[], widthPx: number, heightPx: number): Shape {
  const x = (px: number) => Math.round((Math.min(Math.max(px, -4), widthPx + 4) / widthPx) * 100_000) / 1000;
  // The riser of a step that begins at the plot's end would be a crumb.
  const line = steps
    .map(
      ({fromPx, toPx, yPx, fromYPx}) =>
        `${fromPx < widthPx - 2 ? `M${x(fromPx)} ${round(fromYPx)}V${round(yPx)}` : `M${x(fromPx)} ${round(yPx)}`}H${x(toPx)}`,
    )
    .join('');
  const area = steps.map(({fromPx, toPx, yPx}) => `M${x(fromPx)} ${round(heightPx)}V${round(yPx)}H${x(toPx)}V${round(heightPx)}z`).join('');
  return shape(
    key,
    'svg',
    {y: round(topPx), width: '100%', height: heightPx, viewBox: `0 0 100 ${heightPx}`, preserveAspectRatio: 'none', overflow: 'hidden'},
    steps.length === 0 ? [] : [shape('area', 'path', {class: 'area', d: area}), shape('line', 'path', {class: 'step', d: line})],
  );
}
