/** The replay: a band of captions and a bar of its own above the stage, while the playhead goes through the days. */
import {openingView} from '../model/opening.ts';
import type {Caption, ReplayPlan} from '../model/replay-plan.ts';
import {dayStartMs} from '../model/time.ts';
import type {Measure, Timeline} from '../model/timeline.ts';
import {replayWords} from '../model/words/replay.ts';
import {dayName, weekdayOfStory} from '../render/names.ts';
import type {Camera} from './camera.ts';
import type {Feed} from './feed.ts';
import type {LiveStage} from './live-stage.ts';
import {prefersStill} from './motion.ts';
import type {Reading} from './reading.ts';
import {ReplayBand} from './replay-band.ts';
import {momentAt, scriptOf, stillsOf, timeOfDay} from './replay-script.ts';
import type {Script} from './replay-script.ts';
import type {TwoClocks} from './two-clocks.ts';

export interface ReplayStage {
  readonly timeline: Timeline;
  readonly element: LiveStage;
  readonly clocks: TwoClocks;
  readonly camera: Camera;
  readonly feed: Feed;
  readonly reading: Reading;
  /** What the page is about to show has nothing to do with where it was; see place-keeper.ts. */
  forgetPlace(): void;
  /** Keeps the playhead in the window. */
  followHead(): void;
}

/** What is in the page for it; see Replay.astro. */
interface ReplayData {
  readonly plan: ReplayPlan;
  /** Ids of measures. */
  readonly counters: readonly string[];
}

/** A frame that took longer has been a page in the background. */
const LONGEST_FRAME_MS = 250;
/** The page has moved by more than a rounding: a reader scrolls. */
const SCROLLED_PX = 2;

export class Replay {
  private readonly stage: ReplayStage;
  private readonly script: Script;
  /** When each caption is shown to readers who ask for stillness. */
  private readonly stills: readonly number[];
  private readonly measures: readonly Measure[];
  /** Null if no replay is open. */
  private band: ReplayBand | null = null;
  /** Brings back what was shown before. */
  private restore = () => {};
  private isStill = false;
  /** Whether it has come to its end, and shows its card. */
  private isClosed = false;
  private atMs = 0;
  private frame = 0;
  private scrolledPx = 0;
  private caption: Caption | null = null;

  constructor(stage: ReplayStage) {
    this.stage = stage;
    const {plan, counters} = JSON.parse(stage.element.querySelector('[data-part="replay"]')!.textContent!) as ReplayData;
    this.script = scriptOf(plan);
    this.stills = stillsOf(this.script);
    this.measures = counters.map((id) => stage.timeline.measures.find((measure) => measure.id === id)!);
  }

  /** Begins it, or pauses it, or goes on. */
  press(): void {
    const {clocks} = this.stage;
    if (!this.band) return this.enter();
    if (this.isClosed) return this.begin();
    if (this.isStill) return this.goToStill(this.still + 1);
    if (clocks.isPlaying) return this.pause();
    // A reader may have gone to another day meanwhile.
    const isElsewhere = dayStartMs(clocks.playheadMs) !== dayStartMs(momentAt(this.script, this.atMs).headMs);
    if (isElsewhere) this.atMs = timeOfDay(this.script, clocks.playheadMs);
    this.play();
  }

  /** Goes back to what was shown before it. */
  leave(): void {
    if (!this.band) return;
    const {feed, forgetPlace} = this.stage;
    this.takeAway();
    this.restore();
    forgetPlace();
    feed.forgetPassed();
    feed.setQuiet('replay', false);
  }

  /** Lets what is shown now stay, without the replay. */
  drop(): void {
    if (!this.band) return;
    this.takeAway();
    this.stage.feed.setQuiet('replay', false);
  }

  private takeAway(): void {
    const {element, clocks} = this.stage;
    clocks.pause();
    this.listen(false);
    this.band!.section.remove();
    this.band!.closing.remove();
    this.band = null;
    element.classList.remove('is-replaying', 'is-closed');
    delete document.documentElement.dataset['replaying'];
  }

  private enter(): void {
    const {element, timeline, clocks, camera, feed, reading} = this.stage;
    this.restore = this.rememberBefore();
    const band = new ReplayBand(element.querySelector('[data-part="replay-content"]')!, timeline, this.script, this.measures, {
      onMain: () => this.press(),
      onBack: () => this.goToStill(Math.max(this.still - 1, 0)),
      onLeave: () => this.leave(),
      onRead: () => this.drop(),
    });
    this.band = band;
    const topPx = topOf(element);
    element.querySelector('.stage-bar')!.before(band.section);
    element.after(band.closing);
    element.classList.add('is-replaying');
    document.documentElement.dataset['replaying'] = '';
    feed.setQuiet('replay', true);
    reading.selectNone();
    clocks.setKnownThen(true);
    camera.flyTo(openingView(timeline, element.size.isCompact));
    scrollTo({top: topPx, behavior: 'instant'});
    this.scrolledPx = scrollY;
    this.listen(true);
    this.begin();
    band.focus();
  }

  /** @returns Shows it again. */
  private rememberBefore(): () => void {
    const {clocks, camera, reading} = this.stage;
    const {element} = this.stage;
    const opener = document.activeElement as HTMLElement | null;
    const markKey = opener?.closest('.plot-picture a')?.getAttribute('data-key') ?? null;
    const {playheadMs, isKnownThen} = clocks;
    const {view} = camera;
    const {selectedId} = reading;
    const scrollPx = scrollY;
    return () => {
      clocks.setKnownThen(isKnownThen);
      if (selectedId !== null) reading.select(selectedId, {reveal: false});
      else reading.selectNone();
      clocks.moveTo(playheadMs);
      camera.flyTo(view);
      scrollTo({top: scrollPx, behavior: 'instant'});
      element.draw();
      focusAgain(opener, markKey, element);
    };
  }

  private begin(): void {
    this.isClosed = false;
    this.isStill = prefersStill();
    this.atMs = this.isStill ? (this.stills[0] ?? 0) : 0;
    this.caption = null;
    this.band!.open();
    this.show();
    if (!this.isStill) this.play();
  }

  private play(): void {
    let lastMs = performance.now();
    const step = (nowMs: number) => {
      this.atMs += Math.min(Math.max(nowMs - lastMs, 0), LONGEST_FRAME_MS);
      lastMs = nowMs;
      if (this.atMs >= this.script.totalMs) return this.close();
      this.show();
      this.frame = requestAnimationFrame(step);
    };
    this.stage.clocks.play(() => cancelAnimationFrame(this.frame));
    this.frame = requestAnimationFrame(step);
    this.draw();
  }

  private pause(): void {
    if (!this.stage.clocks.isPlaying) return;
    this.stage.clocks.pause();
    this.draw();
  }

  /** Shows the card. */
  private close(): void {
    this.stage.clocks.pause();
    this.atMs = this.script.totalMs;
    this.isClosed = true;
    this.show();
    this.band!.close();
    this.stage.element.announce(this.band!.closingWords);
  }

  /** Which still is shown. */
  private get still(): number {
    return this.stills.findLastIndex((ms) => ms <= this.atMs);
  }

  private goToStill(still: number): void {
    if (still >= this.stills.length) return this.close();
    this.atMs = this.stills[still]!;
    this.show();
  }

  private show(): void {
    const {clocks} = this.stage;
    const moment = momentAt(this.script, this.atMs);
    if (clocks.playheadMs !== moment.headMs) clocks.moveTo(moment.headMs);
    if (moment.caption !== this.caption) this.tell(moment.caption);
    if (clocks.isPlaying) this.stage.followHead();
    this.draw();
  }

  private draw(): void {
    const {clocks} = this.stage;
    this.band!.show({
      moment: momentAt(this.script, this.atMs),
      atMs: this.atMs,
      isPlaying: clocks.isPlaying,
      isClosed: this.isClosed,
      still: this.isStill ? this.still : null,
      playheadMs: clocks.playheadMs,
      known: clocks.known(),
    });
  }

  /** Announces a caption once, and shows its entry. */
  private tell(caption: Caption | null): void {
    const {timeline, clocks, feed} = this.stage;
    this.caption = caption;
    feed.mark(caption?.event ?? null);
    if (!caption) return;
    const day = dayName(timeline, caption.dayMs);
    const date = weekdayOfStory(timeline, caption.dayMs);
    this.stage.element.announce(
      replayWords(timeline.language).said(day, date, caption.caption, clocks.known().count, timeline.events.length),
    );
  }

  // Any press, key or scroll pauses.

  private listen(isOn: boolean): void {
    const change = isOn ? document.addEventListener.bind(document) : document.removeEventListener.bind(document);
    for (const type of ['pointerdown', 'wheel', 'touchmove']) change(type, this.pauseAt, {capture: true});
    change('keydown', this.pauseAtKey as EventListener, {capture: true});
    change('scroll', this.pauseAtScroll);
  }

  private readonly pauseAt = (event: Event): void => {
    if (!(event.target as Element).closest('.replay-bar')) this.pause();
  };

  private readonly pauseAtKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !document.querySelector(':popover-open')) return this.leave();
    // In the plot it is the key that pauses and plays.
    if (event.key !== ' ' || !(event.target as Element).closest('.plot')) this.pauseAt(event);
  };

  private readonly pauseAtScroll = (): void => {
    if (Math.abs(scrollY - this.scrolledPx) > SCROLLED_PX) this.pause();
  };
}

/** Puts the focus back where it was; a mark may have been drawn again since, or be in a group. */
function focusAgain(opener: HTMLElement | null, markKey: string | null, stage: HTMLElement): void {
  const marks = [...stage.querySelectorAll<SVGAElement>('.plot-picture a')];
  const isMark = (link: SVGAElement) => link.getAttribute('data-key') === markKey;
  const again = markKey === null ? opener : (marks.find(isMark) ?? marks.find((link) => link.getAttribute('tabindex') === '0'));
  again?.focus({preventScroll: true});
}

/** Where the stage begins on the page, wherever it sticks now. */
function topOf(element: HTMLElement): number {
  const row = document.querySelector('[data-part="opening"]');
  const above = row && row.getClientRects().length > 0 ? row.getBoundingClientRect().bottom : element.getBoundingClientRect().top;
  return Math.round(above + scrollY);
}
