/** The event a reader has reached: by pressing its mark, by keys, or in the story below. */
import type {Arrangement} from '../layout/arrange.ts';
import {playheadOf} from '../model/playhead.ts';
import type {Standing} from '../model/standing.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View, ViewBounds} from '../model/view.ts';
import type {AddressBar} from './address-bar.ts';
import {instantBeyond, viewFromEdge, viewOfChapter, viewOfEvent, viewThatNames} from './aim.ts';
import type {Camera} from './camera.ts';
import type {Feed} from './feed.ts';
import {idOfLink, linkOf, membersOf, nearestLink} from './links.ts';
import {prefersStill} from './motion.ts';
import type {TwoClocks} from './two-clocks.ts';

/** How long a finger's press beside a mark waits, as it may be the first of two. */
const SECOND_TAP_MS = 300;

export interface ReadingStage {
  readonly timeline: Timeline;
  readonly picture: SVGSVGElement;
  readonly arrangement: Arrangement;
  readonly camera: Camera;
  readonly clocks: TwoClocks;
  readonly feed: Feed;
  readonly address: AddressBar;
  /** Whether the stage stays in the window while the page scrolls. */
  readonly isSticky: boolean;
  bounds(): ViewBounds;
  /** Which events would carry words in a view. */
  readonly namedIn: (view: View) => ReadonlySet<string>;
  /** The events on a lane's rug around a place in the window. */
  membersNear(lane: number, clientX: number): string[];
  /** Keeps the list of what a count holds open beside it. */
  pinList(link: SVGAElement): void;
  standingOf(id: string): Standing;
  rearrange(): void;
  draw(): void;
  drawSoon(): void;
  /** Goes to an event's entry on another page, where the story is on another; false where it is on this one. */
  leaveFor(id: string): boolean;
  /** The address of an event's place on its page, with its `#`. */
  hashOf(id: string): string;
  /** Puts the story back where search results are in its place. */
  showStory(): void;
}

export interface Reading {
  readonly selectedId: string | null;
  /** The event whose mark has the focus, or had it last. */
  readonly focusId: string | null;
  select(id: string, options?: Selecting): void;
  selectNone(): void;
  /** The feed has brought an entry under the stage. */
  read(id: string): void;
  goToEntry(id: string): void;
  /** @param takesNearest - Whether a press beside a mark is for the nearest. */
  press(event: MouseEvent, takesNearest: boolean): void;
  /** There was a second press, so that the first opens nothing. */
  forgetPress(): void;
  /** Opens a link: a group in the view that fits it, an event at its entry. */
  open(link: SVGAElement, clientX?: number): void;
  focus(id: string): void;
  noteFocus(target: Element): void;
  /** The focus is where the reader's event is drawn now, if only in a group; it is still that event's. */
  comeTo(id: string | null): void;
  /** Escape on an entry's title goes back to the mark that led there. */
  returnToMark(event: KeyboardEvent): void;
}

interface Selecting {
  /** Whether the view moves to show the event; it does unless this is false. */
  readonly reveal?: boolean;
  /** Whether the page scrolls to the entry. */
  readonly goTo?: boolean;
  /** Whether the entry's title takes the focus, where the page scrolls there. */
  readonly focus?: boolean;
}

export function readingOn(stage: ReadingStage): Reading {
  return new ReadingOnStage(stage);
}

class ReadingOnStage implements Reading {
  selectedId: string | null = null;
  focusId: string | null = null;
  private readonly stage: ReadingStage;
  private readonly byId: ReadonlyMap<string, TimelineEvent>;
  private chapter: string | null = null;
  private pressTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: ReadingStage) {
    this.stage = stage;
    this.byId = eventsById(stage.timeline);
  }

  // The entry that is read

  select(id: string, {reveal = true, goTo = false, focus = false}: Selecting = {}): void {
    const {stage} = this;
    const {clocks, feed} = stage;
    const event = this.byId.get(id);
    if (!event) return;
    this.selectedId = id;
    this.focusId = id;
    this.chapter = event.chapter;
    // In Known then and in Both the reader has chosen the day; reading on does not change it.
    if (!clocks.isKnownThen && !clocks.isBoth) clocks.set(playheadOf(event), false);
    feed.mark(id);
    stage.rearrange();
    if (reveal) this.reveal(event);
    stage.drawSoon();
    if (goTo) feed.goTo(id, {focus, smooth: !prefersStill()});
  }

  selectNone(): void {
    this.selectedId = null;
    this.stage.feed.mark(null);
  }

  read(id: string): void {
    const {timeline, camera, clocks} = this.stage;
    if (id === this.selectedId || clocks.isPlaying) return;
    const event = this.byId.get(id);
    if (!event) return;
    const isNewChapter = event.chapter !== this.chapter;
    if (isNewChapter) camera.isOwn = false;
    this.select(id, {reveal: !isNewChapter && !camera.isOwn});
    if (isNewChapter) camera.flyTo(viewOfChapter(timeline, event.chapter));
  }

  goToEntry(id: string): void {
    const {stage} = this;
    stage.clocks.pause();
    if (stage.leaveFor(id)) return;
    stage.showStory();
    // A note of a chapter has no mark to select.
    const isNote = !this.byId.has(id);
    // Before the page scrolls, so that Back knows where the reader was.
    stage.address.push(isNote ? `#${id}` : stage.hashOf(id));
    if (isNote) stage.feed.goTo(id, {focus: true, smooth: false});
    else this.select(id, {goTo: true, focus: true});
  }

  private reveal(event: TimelineEvent): void {
    const {camera} = this.stage;
    const view = this.viewWith(event);
    if (view.fromMs !== camera.view.fromMs) camera.flyTo(view);
  }

  private viewWith(event: TimelineEvent): View {
    const {camera, arrangement} = this.stage;
    return viewOfEvent(event, camera.view, arrangement, this.stage.bounds());
  }

  // The links that are pressed

  press(event: MouseEvent, takesNearest: boolean): void {
    const link = (event.target as Element).closest<SVGAElement>('a');
    const target = link ?? (takesNearest ? nearestLink(this.stage.picture, event) : null);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.forgetPress();
    if (link || (event as PointerEvent).pointerType !== 'touch') this.open(target, event.clientX);
    else this.pressTimer = setTimeout(() => this.open(target, event.clientX), SECOND_TAP_MS);
  }

  forgetPress(): void {
    clearTimeout(this.pressTimer);
  }

  open(link: SVGAElement, clientX?: number): void {
    const {edge, laneEdge, rug, id} = link.dataset;
    if (edge === 'earlier' || edge === 'later') return this.openEdge(edge, laneEdge === undefined ? null : Number(laneEdge));
    const members = rug === undefined || clientX === undefined ? membersOf(link) : this.stage.membersNear(Number(rug), clientX);
    if (id !== undefined || members.length < 2) this.goToEntry(id ?? members[0]!);
    else this.openGroup(link, members);
  }

  private openGroup(link: SVGAElement, members: readonly string[]): void {
    const {stage} = this;
    const {timeline, camera} = stage;
    const view = viewThatNames(timeline, members, camera.view, stage.bounds(), stage.namedIn);
    this.focusId = members[0]!;
    if (view) camera.flyTo(view, {isOwn: true});
    else stage.pinList(link);
  }

  /** @param lane - Null for the edge of the whole window. */
  private openEdge(side: 'earlier' | 'later', lane: number | null): void {
    const {stage} = this;
    const {arrangement, camera} = stage;
    const atMs =
      lane === null
        ? instantBeyond(arrangement[side], (id) => stage.standingOf(id) === 'known')
        : arrangement.laneSides[lane]![side].nearestMs;
    if (atMs !== null) camera.flyTo(viewFromEdge(side, atMs, camera.view, stage.bounds()), {isOwn: true});
  }

  // The mark that has the focus

  focus(id: string): void {
    const {stage} = this;
    const {camera} = stage;
    this.focusId = id;
    const view = this.viewWith(this.byId.get(id)!);
    if (view.fromMs !== camera.view.fromMs) camera.moveTo(view, {isOwn: true, settleNow: true});
    else stage.draw();
    linkOf(stage.picture, id)?.focus({preventScroll: stage.isSticky});
  }

  noteFocus(target: Element): void {
    const {focusId} = this;
    const link = target.closest<SVGAElement>('a');
    // A group keeps the member that the reader has reached.
    if (!focusId || link !== linkOf(this.stage.picture, focusId)) this.focusId = idOfLink(link) ?? focusId;
  }

  comeTo(id: string | null): void {
    this.focusId = id;
  }

  returnToMark(event: KeyboardEvent): void {
    const title = event.target as Element;
    const id = title.matches('h3, h4') ? title.closest('[data-event]')?.id : undefined;
    if (event.key !== 'Escape' || !id || !this.byId.has(id)) return;
    event.preventDefault();
    this.focus(id);
  }
}
