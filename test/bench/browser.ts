/** A fresh Chromium for each sample, and what is asked of the page in it from its first moment on. */
import {chromium, type Browser, type CDPSession, type Page} from '@playwright/test';
import {CHROMIUM_FLAGS, chromiumPath} from '../../src/tools/browser.ts';
import type {MeasuredPage} from './site.ts';

export const VIEWPORT = {width: 1440, height: 900};

export interface OpenPage {
  readonly browser: Browser;
  readonly page: Page;
  readonly cdp: CDPSession;
}

/**
 * Opens an empty page in a browser of its own, and closes the browser whatever happens. Where the browser goes away
 * by itself, as one may on a machine short of memory, the sample is taken once more.
 *
 * @param blankUrl - Loaded first, so that starting the browser's processes counts for nobody.
 */
export async function withPage<Answer>(blankUrl: string, use: (open: OpenPage) => Promise<Answer>): Promise<Answer> {
  try {
    return await inFreshBrowser(blankUrl, use);
  } catch (error) {
    if (!String(error).includes('has been closed')) throw error;
    return inFreshBrowser(blankUrl, use);
  }
}

async function inFreshBrowser<Answer>(blankUrl: string, use: (open: OpenPage) => Promise<Answer>): Promise<Answer> {
  const browser = await chromium.launch({executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS]});
  try {
    const context = await browser.newContext({viewport: VIEWPORT, serviceWorkers: 'block'});
    const page = await context.newPage();
    await page.goto(blankUrl);
    return await use({browser, page, cdp: await context.newCDPSession(page)});
  } finally {
    await browser.close();
  }
}

interface Probe {
  drawnMs: number | null;
  largestPaintMs: number;
  shift: number;
  /** Start and length of each task over 50 ms. */
  readonly longTasks: [number, number][];
}

declare global {
  interface Window {
    __probe: Probe;
    /** Sets a mark in the trace once the next frame has been produced. */
    __frame: (mark: string) => Promise<void>;
  }
}

/** Runs before anything else of the page: notes when it has been drawn, and what stopped it from answering. */
function probe(drawnWhen: string): void {
  const seen: Probe = {drawnMs: null, largestPaintMs: 0, shift: 0, longTasks: []};
  window.__probe = seen;
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
  observe('longtask', ({startTime, duration}) => seen.longTasks.push([startTime, duration]));
  observe('largest-contentful-paint', ({startTime}) => (seen.largestPaintMs = startTime));
  observe('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & {value: number}).value));
  const look = (): void => {
    if (document.querySelector(drawnWhen) === null) {
      requestAnimationFrame(look);
      return;
    }
    // A message posted from a frame's callback arrives after that frame has been laid out and painted.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => (seen.drawnMs = performance.now());
    channel.port2.postMessage(null);
  };
  requestAnimationFrame(look);
  window.__frame = (mark) =>
    new Promise((done) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          performance.mark(mark);
          done();
        }),
      ),
    );
}

/** How long the main thread must have had no long task before a page counts as at rest. */
const QUIET_MS = 1000;
const LOAD_LIMIT_MS = 60_000;

/** Loads a page and waits until it is drawn and at rest. */
export async function load({page}: OpenPage, {url, drawnWhen}: MeasuredPage): Promise<void> {
  await page.addInitScript(probe, drawnWhen);
  await page.goto(url, {waitUntil: 'load', timeout: LOAD_LIMIT_MS});
  await page.waitForFunction(
    (quietMs) => {
      const {drawnMs, longTasks} = window.__probe;
      const [startMs, lengthMs] = longTasks.at(-1) ?? [0, 0];
      return drawnMs !== null && performance.now() - Math.max(drawnMs, startMs + lengthMs) > quietMs;
    },
    QUIET_MS,
    {timeout: LOAD_LIMIT_MS, polling: 100},
  );
}

/** Milliseconds from navigation, and what a reader had to wait for. */
export interface Loading {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly drawnMs: number;
  /** When the last long task had ended: from here on the page answers at once. */
  readonly settledMs: number;
  /** What long tasks took beyond 50 ms each. */
  readonly blockingMs: number;
  readonly longestTaskMs: number;
  /** Cumulative layout shift; no unit. */
  readonly shift: number;
}

export function loadingOf(page: Page): Promise<Loading> {
  return page.evaluate(() => {
    const {drawnMs, largestPaintMs, shift, longTasks} = window.__probe;
    return {
      firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      largestPaintMs,
      drawnMs: drawnMs ?? NaN,
      settledMs: Math.max(drawnMs ?? NaN, ...longTasks.map(([startMs, lengthMs]) => startMs + lengthMs)),
      blockingMs: longTasks.reduce((sum, [, lengthMs]) => sum + Math.max(lengthMs - 50, 0), 0),
      longestTaskMs: Math.max(0, ...longTasks.map(([, lengthMs]) => lengthMs)),
      shift,
    };
  });
}
