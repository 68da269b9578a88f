/** What moving the timeline costs: main-thread time for each frame, from a trace, while real input comes in. */
import {setTimeout as wait} from 'node:timers/promises';
import type {CDPSession} from '@playwright/test';
import {load, withPage, type OpenPage} from './browser.ts';
import {countArrangements} from './calls.ts';
import {handOver, type Hand, type Move} from './moves.ts';
import type {MeasuredPage} from './site.ts';
import {median, quantile} from './statistics.ts';
import {framesOfSteps, TRACE_CATEGORIES, type Frame} from './trace.ts';

/** Main-thread milliseconds for a frame. A step's frame is its costliest; the shares are of processor time. */
export interface Cost {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Frames whose processor time alone would make the page miss one of 60 in a second. */
  readonly late: number;
  readonly frames: number;
  readonly wallP50Ms: number;
  readonly wallP95Ms: number;
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
  readonly paintMs: number;
  /** Whether the window looked different during another, untimed run; if not, the input never arrived. */
  readonly changedPicture: boolean;
}

const FRAME_BUDGET_MS = 1000 / 60;
/** Work that waits for the reader to stop belongs to the last step. */
const SETTLE_MS = 500;

/** Sets a mark in the trace once the page has produced a frame, so that the next step finds it done with this one. */
async function untilFrame(cdp: CDPSession, mark: string): Promise<void> {
  await cdp.send('Runtime.evaluate', {expression: `__frame(${JSON.stringify(mark)})`, awaitPromise: true});
}

async function ready(open: OpenPage, measured: MeasuredPage, move: Move): Promise<Hand> {
  await load(open, measured);
  const hand = await handOver(open, measured);
  await move.prepare?.(hand);
  await wait(2 * SETTLE_MS);
  return hand;
}

/** Begins a move and makes a number of its steps, each once the page has responded to the last. */
async function go(hand: Hand, move: Move, steps: number): Promise<void> {
  await move.begin?.(hand);
  await untilFrame(hand.cdp, `${move.name}-start`);
  for (let i = 0; i < steps; i++) {
    await move.step(hand, i);
    await untilFrame(hand.cdp, `${move.name}-${i}`);
  }
}

/** Moves a page once, and returns what each frame took. */
export function costOfMove(blankUrl: string, measured: MeasuredPage, move: Move, cpuSlowdown: number): Promise<Cost> {
  return withPage(blankUrl, async (open) => {
    const hand = await ready(open, measured, move);
    const {browser, page, cdp} = open;
    const before = await page.screenshot();
    await cdp.send('Emulation.setCPUThrottlingRate', {rate: cpuSlowdown});
    await browser.startTracing(page, {categories: [...TRACE_CATEGORIES]});
    await go(hand, move, move.steps);
    await move.end?.(hand);
    await wait(SETTLE_MS);
    await untilFrame(cdp, `${move.name}-end`);
    const steps = framesOfSteps(await browser.stopTracing(), move.name, move.steps);
    await go(hand, move, Math.floor(move.steps * 0.4));
    return {...costOf(steps), changedPicture: !before.equals(await page.screenshot())};
  });
}

function costOf(steps: readonly (readonly Frame[])[]): Omit<Cost, 'changedPicture'> {
  const frames = steps.flat();
  const costliest = (clock: 'cpuMs' | 'wallMs'): number[] => steps.map((step) => Math.max(0, ...step.map((frame) => frame[clock])));
  const typical = (kind: keyof Frame): number => median(steps.map((step) => step.reduce((sum, frame) => sum + frame[kind], 0)));
  return {
    p50Ms: quantile(costliest('cpuMs'), 0.5),
    p95Ms: quantile(costliest('cpuMs'), 0.95),
    maxMs: Math.max(...frames.map(({cpuMs}) => cpuMs)),
    late: frames.filter(({cpuMs}) => cpuMs > FRAME_BUDGET_MS).length,
    frames: frames.length,
    wallP50Ms: quantile(costliest('wallMs'), 0.5),
    wallP95Ms: quantile(costliest('wallMs'), 0.95),
    scriptMs: typical('scriptMs'),
    styleMs: typical('styleMs'),
    layoutMs: typical('layoutMs'),
    paintMs: typical('paintMs'),
  };
}

/** How often the labels were laid out during a move, counted in a run of its own, since counting costs time. */
export function arrangementsOfMove(blankUrl: string, measured: MeasuredPage, move: Move): Promise<number> {
  return withPage(blankUrl, async (open) => {
    const hand = await ready(open, measured, move);
    return countArrangements(open.cdp, async () => {
      await go(hand, move, move.steps);
      await move.end?.(hand);
      await wait(SETTLE_MS);
    });
  });
}
