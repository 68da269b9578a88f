/** A reader before the story's page: what they do, and what the stage shows of it. */
import {setTimeout as pause} from 'node:timers/promises';
import {expect} from 'vitest';
import type {Driver} from './driver.ts';
import type {TestedSite} from './site.ts';

/** What the stage reports about itself, as far as the checks ask. */
interface StageInPage extends HTMLElement {
  readonly view: {readonly fromMs: number; readonly toMs: number};
  readonly playheadMs: number;
  readonly isKnownThen: boolean;
  readonly matching: ReadonlySet<string> | null;
  readonly picture: SVGSVGElement;
  readonly live: unknown;
}

export interface Look {
  readonly fromMs: number;
  readonly toMs: number;
  readonly headMs: number;
  readonly isKnownThen: boolean;
  readonly scrollY: number;
  readonly search: string;
  readonly hash: string;
  /** The picture, in pixels of the window. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly matching: readonly string[] | null;
  /** What has the focus: the event of a mark, or else the element's kind. */
  readonly focus: string;
  readonly selection: number;
}

export interface StoryInPage {
  readonly events: readonly {readonly id: string; readonly title: string; readonly lane: number}[];
  readonly extent: {readonly fromMs: number; readonly toMs: number};
  /** The days on which entries became public, the first first. */
  readonly publicDays: readonly string[];
  readonly hasReplay: boolean;
}

const WAIT_MS = 15_000;
const LOOK_MS = 40;
const QUIET_MS = 220;
/** A press takes a mark that is as near as this. */
const REACH_PX = 24;
export const DAY_MS = 86_400_000;

export type Reader = ReturnType<typeof readerOf>;

export function readerOf(driver: Driver, site: TestedSite) {
  const {run} = driver;
  let story: StoryInPage;

  /** What the stage shows once nothing has changed for a while; null if it does not come to rest. */
  const lookAfter = (quietMs: number) =>
    run(
      async (restMs: number, betweenMs: number, patienceMs: number): Promise<Look | null> => {
        const stage = document.querySelector<StageInPage>('zoomable-timeline')!;
        const lookNow = (): Look => {
          const {left, top, width, height} = stage.picture.getBoundingClientRect();
          const active = document.activeElement;
          return {
            fromMs: stage.view.fromMs,
            toMs: stage.view.toMs,
            headMs: stage.playheadMs,
            isKnownThen: stage.isKnownThen,
            scrollY,
            search: location.search,
            hash: location.hash,
            left,
            top,
            width,
            height,
            matching: stage.matching && [...stage.matching],
            focus: active?.getAttribute('data-id') ?? active?.getAttribute('data-members')?.split(' ')[0] ?? active?.localName ?? '',
            selection: String(getSelection()).length,
          };
        };
        const startMs = performance.now();
        let [look, classes, sinceMs] = [lookNow(), stage.className, startMs];
        while (performance.now() - sinceMs < restMs) {
          if (performance.now() - startMs > patienceMs) return null;
          await new Promise((done) => setTimeout(done, betweenMs));
          const [now, nowClasses] = [lookNow(), stage.className];
          const isSame = nowClasses === classes && JSON.stringify(now) === JSON.stringify(look);
          if (!isSame || /is-(?:moving|zooming|waking)/.test(nowClasses)) sinceMs = performance.now();
          [look, classes] = [now, nowClasses];
        }
        return look;
      },
      quietMs,
      LOOK_MS,
      WAIT_MS,
    );

  const look = async () => (await lookAfter(0))!;

  /** Asks until the answer is yes; fails with what is said. */
  const until = async (what: string, test: () => Promise<boolean>) => {
    const startMs = performance.now();
    // A page that is being left cannot be asked.
    let reason: unknown = '';
    const isSo = () => test().catch((error: unknown) => ((reason = error), false));
    while (!(await isSo())) {
      if (performance.now() - startMs > WAIT_MS) expect.fail(`it did not come about that ${what} ${String(reason)}`);
      await pause(LOOK_MS);
    }
  };

  const settled = async () => (await lookAfter(QUIET_MS)) ?? expect.fail('the stage does not come to rest');

  /** Opens a page of the site without waiting for its script. */
  const goTo = async (path = '') => {
    // Between two places of one page nothing is loaded.
    if (path.includes('#')) await driver.goTo('about:blank');
    await driver.goTo(site.url + path);
  };

  /** Opens the story's page and waits until all of it answers. */
  const open = async (path = '') => {
    await goTo(path);
    await until('the timeline wakes', () => run(() => document.documentElement.dataset['script'] === 'ready'));
    await run(() => {
      const page = globalThis as unknown as {complaints: string[]};
      page.complaints = [];
      addEventListener('error', ({message}) => page.complaints.push(message));
      addEventListener('unhandledrejection', ({reason}) => page.complaints.push(String(reason)));
      document.addEventListener('securitypolicyviolation', ({violatedDirective}) => page.complaints.push(violatedDirective));
      document.dispatchEvent(new PointerEvent('pointermove'));
    });
    await until('readers are answered', () => run(() => document.querySelector<StageInPage>('zoomable-timeline')!.live !== null));
    return settled();
  };

  const middleOf = async (selector: string) => {
    const place = await run((asked: string) => {
      const found = [...document.querySelectorAll(asked)].find((element) => element.getBoundingClientRect().width > 0);
      if (!found) return null;
      found.scrollIntoView({block: 'nearest', behavior: 'instant'});
      const {left, top, width, height} = found.getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    }, selector);
    if (place === null) throw new Error(`there is no ${selector} in sight`);
    return place;
  };

  return {
    driver,
    site,
    run,
    look,
    until,
    settled,
    goTo,
    open,
    middleOf,

    /** Reads once what the story holds; before anything else. */
    async learn() {
      await goTo();
      story = await run(() => {
        const {events, extent} = JSON.parse(document.querySelector('[data-part="timeline"]')!.textContent!) as StoryInPage;
        const entries = document.querySelectorAll<HTMLElement>('li[data-event][data-known]');
        return {
          events: events.map(({id, title, lane}) => ({id, title, lane})),
          extent,
          publicDays: [...entries].map(({dataset}) => dataset['known']!).sort(),
          hasReplay: document.querySelector('[data-part="replay"]') !== null,
        };
      });
    },

    story: () => story,

    async click(selector: string) {
      const {x, y} = await middleOf(selector);
      await driver.click(x, y);
      return settled();
    },

    /** Presses one of the buttons that the row above the stage has while it is in sight, and else the bar. */
    async act(action: 'play' | 'known-now' | 'known-then') {
      const {x, y} = await middleOf(`.stage-bar [data-action="${action}"], [data-opening="${action}"]`);
      await driver.click(x, y);
    },

    async press(key: string, held?: 'Shift') {
      await driver.press(key, held);
      return settled();
    },

    /** A place over the lanes with no mark in reach of a press, about a share of the way across. */
    async emptyPlace(share: number) {
      const found = await run(
        (wanted: number, reachPx: number) => {
          const {picture} = document.querySelector<StageInPage>('zoomable-timeline')!;
          const {left, width, top, bottom} = picture.getBoundingClientRect();
          // A press looks for signs, not for words.
          const signs = [...picture.querySelectorAll('a')].map(
            (link) => link.querySelector('.glyph, .box, .tick, .clip, .outline') ?? link.querySelector('.hit') ?? link,
          );
          const boxes = signs.map((sign) => sign.getBoundingClientRect());
          const isFar = (x: number, y: number) =>
            boxes.every((box) => x < box.left - reachPx || x > box.right + reachPx || y < box.top - reachPx || y > box.bottom + reachPx);
          const isFree = (x: number, y: number) => {
            const hit = document.elementFromPoint(x, y);
            return hit !== null && hit.closest('.plot') !== null && hit.closest('a') === null;
          };
          const lowest = Math.min(bottom, innerHeight) - 40;
          for (let step = 0; step < width / 3; step += 3) {
            for (const x of [left + width * wanted + step, left + width * wanted - step]) {
              if (x < left + 30 || x > left + width - 30) continue;
              for (let y = top + 75; y < lowest; y += 5) if (isFar(x, y) && isFree(x, y)) return {x: Math.round(x), y: Math.round(y)};
            }
          }
          return null;
        },
        share,
        REACH_PX,
      );
      if (found === null) throw new Error('there is no empty place over the lanes');
      return found;
    },

    /** Puts the focus on the mark that Tab comes to. */
    async focusMarks() {
      await run(() =>
        document.querySelector<StageInPage>('zoomable-timeline')!.picture.querySelector<SVGAElement>('a[tabindex="0"]')!.focus(),
      );
      return settled();
    },

    /** What has gone wrong since the page was opened. */
    async complaints() {
      const inPage = await run(() => (globalThis as unknown as {complaints?: string[]}).complaints ?? []);
      return [...inPage, ...site.takeReports()];
    },
  };
}

export function dateAt({fromMs, toMs, left, width}: Look, x: number): number {
  return fromMs + ((x - left) / width) * (toMs - fromMs);
}

export function lengthOf({fromMs, toMs}: Pick<Look, 'fromMs' | 'toMs'>): number {
  return toMs - fromMs;
}

export function daysOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
