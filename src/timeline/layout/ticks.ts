import {monthAlone, weekdayName} from '../model/calendar-names.ts';
import {yearInWords} from '../model/day-words.ts';
import {DAY_MS} from '../model/time.ts';
import {calendarWords} from '../model/words/calendar.ts';
import type {View} from '../model/view.ts';
import {DAYS, HOURS, MONDAYS, MONTHS, startsIn, years} from './calendar.ts';
import type {CalendarStep} from './calendar.ts';
import {measureByTable} from './letter-widths.ts';
import {LEVEL_FROM_PX_PER_DAY, pxPerDay, showsHours, xPxOf} from './scale.ts';

/** A line of the grid, with the words the ruler puts at it, if any. */
export interface Tick {
  readonly atMs: number;
  readonly xPx: number;
  readonly label: string;
  /** Part of the label set in bold after the rest, such as the number in "Wed 17". */
  readonly strong: string;
  /** The label is at the line, or in the middle of the day that starts there. */
  readonly align: 'line' | 'middle';
  readonly isMajor: boolean;
  readonly isWeekend: boolean;
}

/** The upper tier: what the left edge belongs to, and each change of it. */
export interface RulerGroup {
  readonly atMs: number;
  readonly xPx: number;
  readonly label: string;
  /** Its shortest name, whether or not there is room for it. */
  readonly short: string;
  /** False for the group that began before the view and is pinned to its left edge. */
  readonly hasLine: boolean;
}

export interface Ruler {
  readonly groups: readonly RulerGroup[];
  readonly ticks: readonly Tick[];
  /** Stretches shaded as weekends. */
  readonly weekends: readonly {readonly atMs: number; readonly xPx: number; readonly widthPx: number}[];
}

const MIN_LABEL_GAP_PX = 8;
const COMPACT_LABEL_GAP_PX = 40;
const GROUP_GAP_PX = 12;
/** A weekend narrower than a day of this width is noise. */
const MIN_WEEKEND_DAY_PX = 8;
const MIN_DAY_TICK_PX = 4;

type Step = {
  readonly interval: CalendarStep;
  /** Whether a step that began before the view may push away the words of the next. */
  readonly isNamedBeforeView: boolean;
  /** The step's label: its light words, and its bold ones. */
  readonly label: (date: Date) => {label: string; strong: string};
  readonly align: Tick['align'];
  /** What the upper tier names. */
  readonly groups: 'months' | 'years' | 'nothing';
};

const bold = (strong: string) => ({label: '', strong});
const plain = (label: string) => ({label, strong: ''});

const DAY_STEP: Step = {
  interval: DAYS,
  isNamedBeforeView: true,
  label: (date) => (date.getUTCDay() === 1 ? bold(String(date.getUTCDate())) : plain(String(date.getUTCDate()))),
  align: 'middle',
  groups: 'months',
};
const namedDayStep = (language: string): Step => ({
  interval: DAYS,
  isNamedBeforeView: true,
  label: (date) => ({label: `${weekdayName(date.getUTCDay(), language, 'short')} `, strong: String(date.getUTCDate())}),
  align: 'line',
  groups: 'months',
});
const MONDAY_STEP: Step = {
  interval: MONDAYS,
  isNamedBeforeView: true,
  label: (date) => plain(String(date.getUTCDate())),
  align: 'middle',
  groups: 'months',
};
/** From this scale on, in pixels a day, a month has room for its name. */
const MONTHS_FROM_PX_PER_DAY = 1.1;

/** The ladder of design.md 4, continued to centuries for stories that are longer. */
function stepFor(scale: number, language: string): Step {
  if (scale >= LEVEL_FROM_PX_PER_DAY.days) return namedDayStep(language);
  if (scale >= LEVEL_FROM_PX_PER_DAY.weeks) return DAY_STEP;
  if (scale >= LEVEL_FROM_PX_PER_DAY.months) return MONDAY_STEP;
  if (scale >= MONTHS_FROM_PX_PER_DAY)
    return {
      interval: MONTHS,
      isNamedBeforeView: true,
      label: (date) => plain(monthAlone(date.getUTCMonth() + 1, language, 'short')),
      align: 'line',
      groups: 'years',
    };
  const span = [1, 5, 10, 25, 50, 100, 500, 1000].find((n) => n * 365.25 * scale >= 44) ?? 5000;
  return {
    interval: years(span),
    isNamedBeforeView: false,
    label: (date) => plain(yearInWords(date.getUTCFullYear(), language)),
    align: 'line',
    groups: 'nothing',
  };
}

/** How a ruler is written. */
export interface RulerStyle {
  readonly language: string;
  /** Of the zone that hours are in. */
  readonly zoneLabel: string;
  /** On a phone, where labels are further apart. */
  readonly isCompact?: boolean;
}

export function rulerOf(view: View, widthPx: number, {language, zoneLabel, isCompact = false}: RulerStyle): Ruler {
  const scale = pxPerDay(view, widthPx);
  const step = stepFor(scale, language);
  const ticks = [...stepTicks(view, widthPx, scale, step)];
  if (showsHours(scale, isCompact)) ticks.push(...hourTicks(view, widthPx, scale, language));
  const groups = {
    months: () => groupsOf(view, widthPx, MONTHS, (date) => monthLabels(date, language, showsHours(scale, isCompact) ? zoneLabel : '')),
    years: () => groupsOf(view, widthPx, years(1), (date) => yearLabels(date, language)),
    nothing: () => [],
  };
  return {
    groups: groups[step.groups](),
    ticks: withoutCollisions(ticks, scale, isCompact && scale < LEVEL_FROM_PX_PER_DAY.weeks ? COMPACT_LABEL_GAP_PX : MIN_LABEL_GAP_PX),
    weekends: scale >= MIN_WEEKEND_DAY_PX ? weekendsOf(view, widthPx) : [],
  };
}

function* stepTicks(view: View, widthPx: number, scale: number, step: Step): Generator<Tick> {
  const labelled = new Set<number>();
  for (const date of rangeOf(step.interval, view)) {
    const atMs = date.getTime();
    const xPx = xPxOf(atMs, view, widthPx);
    labelled.add(atMs);
    yield {
      atMs,
      xPx,
      ...(xPx < 0 && !step.isNamedBeforeView ? plain('') : step.label(date)),
      align: step.align,
      isMajor: true,
      isWeekend: step.interval === DAYS && (date.getUTCDay() + 6) % 7 > 4,
    };
  }
  if (step.interval !== MONDAYS || scale < MIN_DAY_TICK_PX) return;
  for (const date of rangeOf(DAYS, view)) {
    const atMs = date.getTime();
    if (labelled.has(atMs)) continue;
    yield {atMs, xPx: xPxOf(atMs, view, widthPx), ...plain(''), align: 'middle', isMajor: false, isWeekend: false};
  }
}

function* hourTicks(view: View, widthPx: number, scale: number, language: string): Generator<Tick> {
  const words = calendarWords(language);
  const labelHours = scale >= 900 ? 1 : scale >= 500 ? 3 : 6;
  for (const date of rangeOf(HOURS, view)) {
    const atMs = date.getTime();
    const hour = date.getUTCHours();
    if (hour === 0) continue;
    yield {
      atMs,
      xPx: xPxOf(atMs, view, widthPx),
      ...plain(hour % labelHours === 0 ? words.hour(hour) : ''),
      align: 'line',
      isMajor: hour % 6 === 0,
      isWeekend: false,
    };
  }
}

function rangeOf(interval: CalendarStep, view: View): Date[] {
  return startsIn(interval, view).map((ms) => new Date(ms));
}

/** The longest first; with the zone where hours are shown. */
function monthLabels(date: Date, language: string, zoneLabel: string): readonly string[] {
  const month = monthAlone(date.getUTCMonth() + 1, language, 'long');
  const year = yearInWords(date.getUTCFullYear(), language);
  const words = calendarWords(language);
  const whole = words.withYear(month, year);
  const short = monthAlone(date.getUTCMonth() + 1, language, 'short');
  const zoned = [words.timesIn(whole, zoneLabel), ...[whole, month, short].map((name) => words.timesInShort(name, zoneLabel))];
  return zoneLabel ? zoned : [whole, month, short];
}

function yearLabels(date: Date, language: string): readonly string[] {
  return [yearInWords(date.getUTCFullYear(), language)];
}

/** Each group takes the longest of its names that ends before the next begins, or none. */
function groupsOf(view: View, widthPx: number, interval: CalendarStep, labels: (date: Date) => readonly string[]): RulerGroup[] {
  return rangeOf(interval, view).map((date) => {
    const atMs = date.getTime();
    const lineXPx = xPxOf(atMs, view, widthPx);
    const nextXPx = Math.min(xPxOf(interval.next(atMs), view, widthPx), widthPx);
    const xPx = Math.max(lineXPx, 0);
    const roomPx = nextXPx - xPx - GROUP_GAP_PX;
    const names = labels(date);
    return {
      atMs,
      xPx,
      label: names.find((name) => measureByTable(name, 12, 600) <= roomPx) ?? '',
      short: names.at(-1)!,
      hasLine: lineXPx >= 0,
    };
  });
}

/** Where a tick's label begins and ends, from the plot's left edge. */
export function tickLabelBounds(tick: Tick, dayPx: number): {readonly fromPx: number; readonly toPx: number} {
  const widthPx = measureByTable(tick.label, 12, 450) + measureByTable(tick.strong, 12, 600);
  const middlePx = tick.xPx + dayPx / 2;
  return tick.align === 'middle'
    ? {fromPx: middlePx - widthPx / 2, toPx: middlePx + widthPx / 2}
    : {fromPx: tick.xPx + TICK_LABEL_INSET_PX, toPx: tick.xPx + TICK_LABEL_INSET_PX + widthPx};
}

export const TICK_LABEL_INSET_PX = 6;

/** Takes the words off ticks that would touch the one before. */
function withoutCollisions(ticks: readonly Tick[], dayPx: number, gapPx: number): Tick[] {
  let lastPx = -Infinity;
  return [...ticks]
    .sort((a, b) => a.atMs - b.atMs)
    .map((tick) => {
      if (!tick.label && !tick.strong) return tick;
      const {fromPx, toPx} = tickLabelBounds(tick, dayPx);
      if (fromPx < lastPx + gapPx) return {...tick, label: '', strong: ''};
      lastPx = toPx;
      return tick;
    });
}

function weekendsOf(view: View, widthPx: number): Ruler['weekends'] {
  return startsIn(MONDAYS, view)
    .map((mondayMs) => {
      const atMs = mondayMs + 5 * DAY_MS;
      const xPx = xPxOf(atMs, view, widthPx);
      return {atMs, xPx, widthPx: xPxOf(atMs + 2 * DAY_MS, view, widthPx) - xPx};
    })
    .filter(({xPx}) => xPx < widthPx);
}
