import {numberInLanguage} from '../model/numbers.ts';
import type {Measure, MeasureStep} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {countWords} from '../model/words/counts.ts';
import {measureByTable} from './letter-widths.ts';
import {xPxOf} from './scale.ts';

/** One tread of a step chart, with its riser at the left; y grows downwards from the row's top. */
export interface PlacedStep {
  readonly step: MeasureStep;
  readonly fromPx: number;
  readonly toPx: number;
  /** Height of the line, and of the line before it. */
  readonly yPx: number;
  readonly fromYPx: number;
  readonly label: {readonly text: string; readonly xPx: number; readonly yPx: number; readonly anchor: 'start' | 'end'} | null;
}

const TOP_PX = 7;
const FOOT_PX = 2;
const LABEL_SIZE_PX = 11;
/** How tall its figures are. */
const CAP_HEIGHT_PX = 7.6;
const LABEL_GAP_PX = 5;
/** From a tread up to the foot of its number. */
const LABEL_RISE_PX = 2.5;
/** A riser this tall has room for its number under the line. */
const TALL_STEP_PX = 12;

/** "4.3M", "$15M", "331": as the chart writes a number. */
export function numberOnChart(value: number, {prefix, suffix}: Pick<Measure, 'prefix' | 'suffix'>, language: string): string {
  return `${prefix}${value < 1e4 ? ungrouped(value, language, 20) : shortened(value, language)}${suffix}`;
}

/** To one decimal place, in the greatest unit of which there is at least one once rounded. */
function shortened(value: number, language: string): string {
  const {billion, million, thousand} = countWords(language).short;
  for (const [unit, letter] of [
    [1e9, billion],
    [1e6, million],
    [1e3, thousand],
  ] as const) {
    const count = Number((value / unit).toFixed(1));
    if (count >= 1) return `${ungrouped(count, language, 1)}${letter}`;
  }
  return ungrouped(value, language, 20);
}

function ungrouped(value: number, language: string, fractionDigits: number): string {
  return numberInLanguage(value, language, {fractionDigits, isGrouped: false});
}

/**
 * @param untilMs - Nothing after this is drawn.
 * @param heightPx - Of the measure's row.
 */
export function placeSteps(
  measure: Measure,
  view: View,
  widthPx: number,
  heightPx: number,
  untilMs: number,
  language: string,
): PlacedStep[] {
  const steps = measure.steps.filter((step) => step.knownMs <= untilMs);
  // The scale fits what is drawn, so that it gives away nothing that came later.
  const most = Math.max(...steps.map(({value}) => value), 1);
  const y = (value: number) => heightPx - FOOT_PX - (value / most) * (heightPx - TOP_PX - FOOT_PX);
  let wordsEndPx = -Infinity;
  return steps.map((step, i) => {
    const fromPx = xPxOf(step.knownMs, view, widthPx);
    const toPx = xPxOf(steps[i + 1]?.knownMs ?? untilMs, view, widthPx);
    const yPx = y(step.value);
    const fromYPx = i === 0 ? y(0) : y(steps[i - 1]!.value);
    const text = numberOnChart(step.value, measure, language);
    const textPx = measureByTable(text, LABEL_SIZE_PX, 600);
    const isTall = fromYPx - yPx >= TALL_STEP_PX;
    const belowPx = Math.min(yPx + LABEL_SIZE_PX, heightPx - 2);
    const hasRoomAbove = yPx - LABEL_RISE_PX >= CAP_HEIGHT_PX - 1;
    const besidePx = hasRoomAbove ? Math.max(yPx - LABEL_RISE_PX, CAP_HEIGHT_PX) : belowPx;
    const isLast = i === steps.length - 1;
    let label: PlacedStep['label'] = null;
    if (toPx - fromPx >= textPx + 2 * LABEL_GAP_PX || isLast) {
      label = {text, xPx: fromPx + LABEL_GAP_PX, yPx: isTall ? belowPx : besidePx, anchor: 'start'};
    } else if (fromPx - LABEL_GAP_PX - textPx > wordsEndPx + LABEL_GAP_PX) {
      label = {text, xPx: fromPx - LABEL_GAP_PX, yPx: Math.max(yPx - LABEL_RISE_PX, CAP_HEIGHT_PX), anchor: 'end'};
    }
    if (label) wordsEndPx = label.anchor === 'start' ? label.xPx + textPx : label.xPx;
    return {step, fromPx, toPx, yPx, fromYPx, label};
  });
}
