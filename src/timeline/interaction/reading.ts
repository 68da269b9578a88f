/** The event a reader has reached: by pressing its mark, by keys, or in the story below. */
import type {Arrangement} from '../layout/arrange.ts';
import {playheadOf} from '../model/playhead.ts';
import {spanAnchorMs} from '../model/span.ts';
import type {Standing} from '../model/standing.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View, ViewBounds} from '../model/view.ts';
import type {AddressBar} from './address-bar.ts';
import {viewFromEdge, viewOfChapter, viewOfEvent, viewThatNames} from './aim.ts';
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
  readonly select: (id: string, options?: {readonly reveal?: boolean; readonly goTo?: boolean; readonly focus?: boolean}) => void;
  readonly selectNone: () => void;
  /** The feed has brought an entry under the stage. */
  readonly read: (id: string) => void;
  readonly goToEntry: (id: string) => void;
  /** @param takesNearest - Whether a press beside a mark is for the nearest. */
  readonly press: (event: MouseEvent, takesNearest: boolean) => void;
  /** There was a second press, so that the first opens nothing. */
  readonly forgetPress: () => void;
  /** Opens a link: a group in the view that fits it, an event at its entry. */
  readonly open: (link: SVGAElement, clientX?: number) => void;
  readonly focus: (id: string) => void;
  readonly noteFocus: (target: Element) => void;
  /** The focus is where the reader's event is drawn now, if only in a group; it is still that event's. */
  readonly comeTo: (id: string | null) => void;
  /** Escape on an entry's title goes back to the mark that led there. */
  readonly returnToMark: (event: KeyboardEvent) => void;
}

export function readingOn(stage: ReadingStage): Reading {
  const {timeline, camera, clocks, feed, address} = stage;
  const byId = eventsById(timeline);
  let selectedId: string | null = null;
  let focusId: string | null = null;
  let chapter: string | null = null;
  let pressTimer: ReturnType<typeof setTimeout> | undefined;

  const viewWith = (event: TimelineEvent): View => viewOfEvent(event, camera.view, stage.arrangement, stage.bounds());
  const reveal = (event: TimelineEvent) => {
    const view = viewWith(event);
    if (view.fromMs !== camera.view.fromMs) camera.flyTo(view);
  };

  const openEdge = (side: 'earlier' | 'later', lane: number | null) => {
    const {arrangement} = stage;
    const outside = lane === null ? arrangement[side] : arrangement.laneSides[lane]![side];
    const landmark = lane === null && outside.landmark && stage.standingOf(outside.landmark.id) === 'known' ? outside.landmark : null;
    const atMs = landmark ? spanAnchorMs(landmark.span) : outside.nearestMs;
    if (atMs !== null) camera.flyTo(viewFromEdge(side, atMs, camera.view, stage.bounds()), {isOwn: true});
  };

  const reading: Reading = {
    get selectedId() {
      return selectedId;
    },
    get focusId() {
      return focusId;
    },
    select(id, {reveal: isRevealed = true, goTo = false, focus = false} = {}) {
      const event = byId.get(id);
      if (!event) return;
      selectedId = id;
      focusId = id;
      chapter = event.chapter;
      // In Known then and in Both the reader has chosen the day; reading on does not change it.
      if (!clocks.isKnownThen && !clocks.isBoth) clocks.set(playheadOf(event), false);
      feed.mark(id);
      stage.rearrange();
      if (isRevealed) reveal(event);
      stage.drawSoon();
      if (goTo) feed.goTo(id, {focus, smooth: !prefersStill()});
    },
    selectNone() {
      selectedId = null;
      feed.mark(null);
    },
    read(id) {
      if (id === selectedId || clocks.isPlaying) return;
      const event = byId.get(id);
      if (!event) return;
      const isNewChapter = event.chapter !== chapter;
      if (isNewChapter) camera.isOwn = false;
      reading.select(id, {reveal: !isNewChapter && !camera.isOwn});
      if (isNewChapter) camera.flyTo(viewOfChapter(timeline, event.chapter));
    },
    goToEntry(id) {
      clocks.pause();
      if (stage.leaveFor(id)) return;
      stage.showStory();
      // Before the page scrolls, so that Back knows where the reader was.
      // A note of a chapter has no mark to select.
      const isNote = !byId.has(id);
      address.push(isNote ? `#${id}` : stage.hashOf(id));
      if (isNote) feed.goTo(id, {focus: true, smooth: false});
      else reading.select(id, {goTo: true, focus: true, reveal: true});
    },
    press(event, takesNearest) {
      const link = (event.target as Element).closest<SVGAElement>('a');
      const target = link ?? (takesNearest ? nearestLink(stage.picture, event) : null);
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      clearTimeout(pressTimer);
      if (link || (event as PointerEvent).pointerType !== 'touch') reading.open(target, event.clientX);
      else pressTimer = setTimeout(() => reading.open(target, event.clientX), SECOND_TAP_MS);
    },
    forgetPress: () => clearTimeout(pressTimer),
    open(link, clientX) {
      const {edge, laneEdge, rug, id} = link.dataset;
      if (edge === 'earlier' || edge === 'later') return openEdge(edge, laneEdge === undefined ? null : Number(laneEdge));
      const members = rug === undefined || clientX === undefined ? membersOf(link) : stage.membersNear(Number(rug), clientX);
      if (id !== undefined || members.length < 2) return reading.goToEntry(id ?? members[0]!);
      const view = viewThatNames(timeline, members, camera.view, stage.bounds(), stage.namedIn);
      focusId = members[0]!;
      if (view) camera.flyTo(view, {isOwn: true});
      else stage.pinList(link);
    },
    focus(id) {
      focusId = id;
      const view = viewWith(byId.get(id)!);
      if (view.fromMs !== camera.view.fromMs) camera.moveTo(view, {isOwn: true, settleNow: true});
      else stage.draw();
      linkOf(stage.picture, id)?.focus({preventScroll: stage.isSticky});
    },
    noteFocus(target) {
      const link = target.closest<SVGAElement>('a');
      // A group keeps the member that the reader has reached.
      if (!focusId || link !== linkOf(stage.picture, focusId)) focusId = idOfLink(link) ?? focusId;
    },
    comeTo: (id) => (focusId = id),
    returnToMark(event) {
      const title = event.target as Element;
      const id = title.matches('h3, h4') ? title.closest('[data-event]')?.id : undefined;
      if (event.key !== 'Escape' || !id || !byId.has(id)) return;
      event.preventDefault();
      reading.focus(id);
    },
  };
  return reading;
}
