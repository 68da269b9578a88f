/** A reader before the story's page: what they do, and what the stage shows of it. */
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
}

const WAIT_MS = 15_000;
const LOOK_MS = 40;
const QUIET_MS = 220;
export const DAY_MS = 86_400_000;

export type Reader = ReturnType<typeof readerOf>;

export function readerOf(driver: Driver, site: TestedSite) {
  const {run} = driver;
  let story: StoryInPage;

  const look = () =>
    run((): Look => {
      const stage = document.querySelector<StageInPage>('zoomable-timeline')!;
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
    });

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

  /** Waits until nothing has changed for a while. */
  const settled = async () => {
    let before = '';
    let sinceMs = performance.now();
    const startMs = sinceMs;
    while (performance.now() - sinceMs < QUIET_MS) {
      if (performance.now() - startMs > WAIT_MS) expect.fail('the stage does not come to rest');
      const classes = await run(() => document.querySelector('zoomable-timeline')!.className);
      const now = JSON.stringify([await look(), classes]);
      if (now !== before || /is-(?:moving|zooming|waking)/.test(classes)) [before, sinceMs] = [now, performance.now()];
      await pause(LOOK_MS);
    }
    return look();
  };

  /** Opens a page of the site without waiting for its script. */
  const goTo = (path = '') => driver.goTo(site.url + path);

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
        };
      });
    },

    story: () => story,

    async click(selector: string) {
      const {x, y} = await middleOf(selector);
      await driver.click(x, y);
      return settled();
    },

    async press(key: string, held?: 'Shift') {
      await driver.press(key, held);
      return settled();
    },

    /** A place over the lanes with no mark within reach, about a share of the way across. */
    async emptyPlace(share: number) {
      const found = await run((wanted: number) => {
        const {picture} = document.querySelector<StageInPage>('zoomable-timeline')!;
        const {left, width, top, bottom} = picture.getBoundingClientRect();
        const from = top + 75;
        const to = Math.min(bottom, innerHeight) - 40;
        for (let step = 0; step < width / 4; step += 3) {
          for (const x of [left + width * wanted + step, left + width * wanted - step]) {
            if (x < left + 30 || x > left + width - 30) continue;
            for (let y = from; y < to; y += 5) {
              const reach = [
                [0, 0],
                [9, 0],
                [-9, 0],
                [0, 7],
                [0, -7],
              ] as const;
              if (
                reach.every(
                  ([dx, dy]) =>
                    document.elementFromPoint(x + dx, y + dy)?.closest('.plot') && !document.elementFromPoint(x + dx, y + dy)?.closest('a'),
                )
              )
                return {x, y};
            }
          }
        }
        return null;
      }, share);
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

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
