/**
 * Reads a Chromium trace: what the page's main thread did for each frame, on two clocks. `cpu` is the
 * processor time it used, which other work on the machine hardly disturbs; `wall` is how long its tasks
 * took, waits for a core or for the compositor included.
 */

export const TRACE_CATEGORIES: readonly string[] = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
  'v8.execute',
];

/** All main-thread work from one frame's commit to the next, in milliseconds. */
export interface Frame {
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Processor time by what it went into. */
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
  readonly paintMs: number;
}

/** A trace event as Chromium writes it; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

type Kind = 'script' | 'style' | 'layout' | 'paint' | 'other';

const KINDS: Readonly<Record<Exclude<Kind, 'other'>, readonly string[]>> = {
  script: [
    'FunctionCall',
    'EvaluateScript',
    'EventDispatch',
    'FireAnimationFrame',
    'TimerFire',
    'RunMicrotasks',
    'FireIdleCallback',
    'V8.GCScavenger',
    'MinorGC',
    'MajorGC',
    'BlinkGC.AtomicPhase',
    'v8.compile',
    'v8.run',
    'V8.Execute',
    'ParseHTML',
  ],
  style: ['UpdateLayoutTree', 'RecalculateStyles', 'ParseAuthorStyleSheet', 'InvalidateLayout'],
  layout: ['Layout', 'HitTest', 'IntersectionObserverController::computeIntersections'],
  paint: ['PrePaint', 'Paint', 'PaintImage', 'Layerize', 'UpdateLayer', 'UpdateLayerTree', 'CompositeLayers', 'Commit', 'Decode Image'],
};
const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind] as const)));

interface Task {
  readonly endUs: number;
  readonly commits: boolean;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly ownMs: Readonly<Record<Kind, number>>;
}

/**
 * The frames of each step of a run.
 *
 * @param trace - As Chromium writes it. The page has set the marks `RUN-start` and `RUN-end`, and `RUN-0`, `RUN-1` and
 *   so on, each once the frame after that step had been produced.
 * @returns For each step the frames that ended by its mark and after the one before; the last step has the rest.
 * @throws RangeError if the trace has no `RUN-start`, since then nothing was measured.
 */
export function framesOfSteps(trace: Buffer, run: string, stepCount: number): Frame[][] {
  const {traceEvents} = JSON.parse(trace.toString('utf8')) as {traceEvents: readonly TraceEvent[]};
  const start = traceEvents.find(({cat, name}) => cat?.includes('blink.user_timing') && name === `${run}-start`);
  if (start === undefined) throw new RangeError(`the trace must have the mark ${run}-start, and has not`);
  const mine = traceEvents.filter(({pid, tid}) => pid === start.pid && tid === start.tid);
  const markUs = new Map(mine.filter(({cat}) => cat?.includes('blink.user_timing')).map(({name, ts}) => [name, ts]));
  const endUs = markUs.get(`${run}-end`) ?? Infinity;
  const tasks = tasksOf(mine.filter(({ph, ts}) => ph === 'X' && ts >= start.ts && ts <= endUs));

  const steps: Frame[][] = Array.from({length: stepCount}, () => []);
  let step = 0;
  let working: Task[] = [];
  const endFrame = (): void => {
    const last = working.at(-1);
    if (last === undefined) return;
    while (step < stepCount - 1 && last.endUs > (markUs.get(`${run}-${step}`) ?? Infinity)) step++;
    steps[step]?.push(frameOf(working));
    working = [];
  };
  for (const task of tasks) {
    working.push(task);
    if (task.commits) endFrame();
  }
  endFrame();
  return steps;
}

function tasksOf(complete: readonly TraceEvent[]): Task[] {
  const sorted = [...complete].sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  const tasks: Task[] = [];
  for (let i = 0; i < sorted.length;) {
    const task = sorted[i++]!;
    if (task.name !== 'RunTask') continue;
    const endUs = task.ts + task.dur!;
    const inside: TraceEvent[] = [];
    for (; i < sorted.length && sorted[i]!.ts < endUs; i++) if (sorted[i]!.name !== 'RunTask') inside.push(sorted[i]!);
    tasks.push({
      endUs,
      commits: inside.some(({name}) => name === 'Commit'),
      cpuMs: (task.tdur ?? 0) / 1000,
      wallMs: task.dur! / 1000,
      ownMs: ownTimes(inside),
    });
  }
  return tasks;
}

/** Processor time of nested events, each without what its children took; one of no known kind is of its parent's. */
function ownTimes(nested: readonly TraceEvent[]): Record<Kind, number> {
  const ownMs: Record<Kind, number> = {script: 0, style: 0, layout: 0, paint: 0, other: 0};
  const open: {readonly kind: Kind; readonly endUs: number; cpuUs: number}[] = [];
  const closeUntil = (us: number): void => {
    while (open.length > 0 && open.at(-1)!.endUs <= us) {
      const {kind, cpuUs} = open.pop()!;
      ownMs[kind] += Math.max(cpuUs, 0) / 1000;
    }
  };
  for (const {name, ts, dur, tdur = 0} of nested) {
    closeUntil(ts);
    const parent = open.at(-1);
    if (parent) parent.cpuUs -= tdur;
    open.push({kind: KIND_OF.get(name) ?? parent?.kind ?? 'other', endUs: ts + dur!, cpuUs: tdur});
  }
  closeUntil(Infinity);
  return ownMs;
}

function frameOf(tasks: readonly Task[]): Frame {
  const sum = (value: (task: Task) => number): number => tasks.reduce((total, task) => total + value(task), 0);
  return {
    cpuMs: sum(({cpuMs}) => cpuMs),
    wallMs: sum(({wallMs}) => wallMs),
    scriptMs: sum(({ownMs}) => ownMs.script),
    styleMs: sum(({ownMs}) => ownMs.style),
    layoutMs: sum(({ownMs}) => ownMs.layout),
    paintMs: sum(({ownMs}) => ownMs.paint),
  };
}
