import {describe, expect, test} from 'vitest';
import {framesOfSteps} from './trace.ts';

const MAIN = {pid: 1, tid: 1};

/** Work from a time on, in milliseconds; half of it on the processor. */
function work(name: string, fromMs: number, lengthMs: number, thread = MAIN) {
  return {...thread, ph: 'X', name, ts: fromMs * 1000, dur: lengthMs * 1000, tdur: lengthMs * 500};
}

function mark(name: string, atMs: number) {
  return {...MAIN, ph: 'R', cat: 'blink.user_timing', name, ts: atMs * 1000};
}

const traceOf = (...traceEvents: readonly object[]) => Buffer.from(JSON.stringify({traceEvents}));

describe('framesOfSteps(trace, run, stepCount)', () => {
  test('adds up tasks until one commits, and gives the frame to the step whose mark comes next', () => {
    const trace = traceOf(
      mark('zoom-start', 0),
      work('RunTask', 1, 4),
      work('EventDispatch', 1, 4),
      work('RunTask', 6, 10),
      work('FireAnimationFrame', 6, 6),
      work('Commit', 14, 2),
      mark('zoom-0', 20),
      work('RunTask', 21, 2),
      work('Commit', 21, 2),
      mark('zoom-1', 30),
      mark('zoom-end', 40),
    );
    const steps = framesOfSteps(trace, 'zoom', 2);
    expect(steps.map((frames) => frames.map(({cpuMs, wallMs}) => [cpuMs, wallMs]))).toEqual([[[7, 14]], [[1, 2]]]);
  });

  test('gives each kind of work its own time, without what happened inside of it', () => {
    const trace = traceOf(
      mark('pan-start', 0),
      work('RunTask', 1, 20),
      work('FireAnimationFrame', 1, 16),
      work('FunctionCall', 2, 14),
      work('UpdateLayoutTree', 4, 4),
      work('Layout', 8, 2),
      work('Something', 11, 2),
      work('Paint', 17, 2),
      work('Commit', 19, 2),
    );
    const frame = framesOfSteps(trace, 'pan', 1)[0]?.[0];
    expect(frame).toMatchObject({scriptMs: 5, styleMs: 2, layoutMs: 1, paintMs: 2});
  });

  test('leaves out what came before the start, after the end, and on other threads', () => {
    const trace = traceOf(
      work('RunTask', 0, 5),
      mark('pan-start', 6),
      work('RunTask', 7, 2),
      work('Commit', 7, 1),
      work('RunTask', 7, 90, {pid: 1, tid: 2}),
      mark('pan-0', 10),
      mark('pan-end', 11),
      work('RunTask', 12, 5),
    );
    expect(framesOfSteps(trace, 'pan', 1)[0]!.map(({wallMs}) => wallMs)).toEqual([2]);
  });

  test('rejects a trace in which nothing was started', () => {
    expect(() => framesOfSteps(traceOf(work('RunTask', 0, 5)), 'pan', 1)).toThrow('the trace must have the mark pan-start, and has not');
  });
});
