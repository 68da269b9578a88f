/** What readers do to the stage: pointers, fingers, keys and buttons, the story below, the address and the two clocks. */
import type {Arrangement} from '../layout/arrange.ts';
import {isOpeningView, openingView} from '../model/opening.ts';
import {playheadOfDay} from '../model/playhead.ts';
import {dayStartMs} from '../model/time.ts';
import type {Standing} from '../model/standing.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View, ViewBounds} from '../model/view.ts';
import {dayInWords} from '../render/names.ts';
import {queryFromState, stateFromQuery} from './address.ts';
import {SHOWS_STORY} from './around.ts';
import {addressBar} from './address-bar.ts';
import type {AddressBar} from './address-bar.ts';
import {attachBrush} from './brush.ts';
import type {Brush} from './brush.ts';
import {listenToButtons} from './buttons.ts';
import type {Buttons} from './buttons.ts';
import type {Camera} from './camera.ts';
import {commandOfKey, giveCommand, runCommand} from './commands.ts';
import type {Commanded} from './commands.ts';
import {listenToFeed} from './feed.ts';
import type {Feed} from './feed.ts';
import type {Find} from './find/find-stage.ts';
import {late} from './late.ts';
import {lateNotes} from './late-notes.ts';
import type {LateNotes} from './late-notes.ts';
import {leaveFor} from './leave.ts';
import type {LiveStage} from './live-stage.ts';
import {pageFold} from './page-fold.ts';
import type {PageFold} from './page-fold.ts';
import {keepPlace} from './place-keeper.ts';
import type {PlaceKeeper} from './place-keeper.ts';
import {eventOnWay} from './next-event.ts';
import type {Way} from './next-event.ts';
import {playheadControls} from './playhead-controls.ts';
import type {PlayheadControls} from './playhead-controls.ts';
import {showMeasureAt} from './phone-measure.ts';
import {listenToHands} from './plot-hands.ts';
import {isOnMeasures, membersNear} from './plot-places.ts';
import {readingOn} from './reading.ts';
import type {Reading, ReadingStage} from './reading.ts';
import type {Replay} from './replay.ts';
import {viewInWords} from './speech.ts';
import {stageCamera} from './stage-camera.ts';
import {twoClocks} from './two-clocks.ts';
import type {TwoClocks} from './two-clocks.ts';
import {viewControls} from './view-controls.ts';
import type {ViewControls} from './view-controls.ts';

export class Live implements ReadingStage, Commanded {
  readonly timeline: Timeline;
  readonly camera: Camera;
  readonly clocks: TwoClocks;
  readonly feed: Feed;
  readonly address: AddressBar;
  readonly reading: Reading;
  readonly views: ViewControls;
  readonly playhead: PlayheadControls;
  private readonly stage: LiveStage;
  private readonly brush: Brush;
  private readonly fold: PageFold;
  private buttons: Buttons | null = null;
  private find: Find | null = null;
  private replay: Replay | null = null;
  private place: PlaceKeeper | null = null;
  private readonly notes: LateNotes;

  /** Takes over what the stage shows; see {@link open}. */
  constructor(stage: LiveStage) {
    this.stage = stage;
    this.timeline = stage.timeline;
    this.address = addressBar(() => this.query(stage.ownDayMs), stage.storyHref === null || stage.ownDayMs !== null);
    this.fold = pageFold(stage, () => this.find?.refresh());
    this.clocks = this.startClocks();
    this.camera = stageCamera(stage, this.address, () => this.viewWords());
    this.feed = listenToFeed(document, (id) => this.reading.read(id));
    this.reading = readingOn(this);
    this.views = viewControls(this.timeline, this.camera, this.clocks, this.reading, () => stage.size.widthPx);
    this.playhead = playheadControls(stage, {clocks: this.clocks, address: this.address, reading: this.reading, fold: this.fold});
    this.brush = attachBrush(stage.piece('overview'), this.camera, (ms) => dayInWords(ms, this.timeline.language));
    this.notes = lateNotes(stage, () => this.sayMissing());
    Object.assign(stage, {camera: this.camera, clocks: this.clocks, address: this.address});
    this.readAddress();
  }

  /** Begins to answer, once there is a picture. */
  open(): void {
    if (this.buttons) return;
    const {stage} = this;
    this.buttons = listenToButtons(stage);
    this.listen();
    this.brush.show(this.camera.view);
    this.fold.now();
    if (stage.filter) this.findAsInAddress();
    const opened = this.idInAddress();
    stage.stickyOffset.measure({now: opened !== null});
    this.feed.readBelow(stage.stickyOffset.px);
    if (opened) this.reading.select(opened, {reveal: !stateFromQuery(location.search, this.timeline).view, goTo: true, focus: false});
    const story = document.getElementById('story');
    if (story)
      this.place = keepPlace(stage, story, {
        footPx: () => stage.stickyOffset.px,
        onRestoring: (quiet) => this.feed.setQuiet('place', quiet),
      });
  }

  /** The stage has drawn a frame. */
  drawn(): void {
    this.brush.show(this.camera.view);
    this.buttons?.show();
    this.camera.drawn();
  }

  /** The stage has another height. */
  checkPlace(): void {
    this.place?.check();
  }

  private listen(): void {
    const {stage, reading} = this;
    const {plot} = stage;
    addEventListener('popstate', () => this.returnTo());
    addEventListener('hashchange', () => this.returnTo());
    plot.addEventListener('click', (event) => reading.press(event, !isOnMeasures(event, stage)));
    plot.addEventListener('keydown', (event) => this.pressKey(event));
    plot.addEventListener('focusin', ({target}) => reading.noteFocus(target as Element));
    plot.addEventListener('dblclick', (event) => {
      if (!(event.target as Element).closest('a')) this.views.zoomAt(event.clientX - stage.leftPx);
    });
    this.playhead.listen();
    listenToHands(stage, this.camera, {
      onSecondTap: () => reading.forgetPress(),
      onDoubleTap: (xPx) => this.views.zoomAt(xPx),
      onSwipe: (step) => showMeasureAt(stage.measure + step, stage),
      onHold: () => this.act('known'),
    });
    this.notes.listen();
    document.getElementById('story')?.addEventListener('keydown', (event) => reading.returnToMark(event));
    stage
      .querySelector('[data-part="unnamed"]')
      ?.addEventListener('click', ({currentTarget}) => this.notes.listUnnamed(currentTarget as HTMLElement));
    if (plot.contains(document.activeElement)) reading.noteFocus(document.activeElement!);
  }

  // View

  private viewWords(): string {
    return viewInWords({...this.timeline, events: this.stage.reachable()}, this.stage.view, this.clocks.known());
  }

  bounds(): ViewBounds {
    return this.camera.bounds;
  }

  // What reading asks of the stage

  get picture(): SVGSVGElement {
    return this.stage.picture;
  }

  get arrangement(): Arrangement {
    return this.stage.arrangement;
  }

  get isSticky(): boolean {
    return this.stage.stickyOffset.px > 0;
  }

  readonly namedIn = (view: View): ReadonlySet<string> =>
    new Set(this.stage.arranged(view, null).marks.flatMap(({id, label}) => (label ? [id] : [])));

  membersNear(lane: number, clientX: number): string[] {
    return membersNear(lane, clientX, this.stage);
  }

  pinList(link: SVGAElement): void {
    this.notes.pin(link);
  }

  standingOf(id: string): Standing {
    return this.stage.standingOf(id);
  }

  rearrange(): void {
    this.stage.rearrange();
  }

  draw(): void {
    this.stage.draw();
  }

  drawSoon(): void {
    this.stage.drawSoon();
  }

  hashOf(id: string): string {
    return this.stage.hashOf(id);
  }

  leaveFor(id: string): boolean {
    if (this.stage.storyHref === null) return false;
    leaveFor(new URL(this.stage.hrefInStory()(id), location.href).href);
    return true;
  }

  showStory(): void {
    this.replay?.drop();
    this.find?.hide();
    this.stage.dispatchEvent(new Event(SHOWS_STORY));
  }

  // Commands

  act(action: string): void {
    giveCommand(action, this);
  }

  /** From where a press came that the stage's own buttons did not hear. */
  noteControl(control: Element): void {
    this.buttons?.noteUsed(control);
  }

  /** Whether Known then has been shown. */
  get isAnswered(): boolean {
    return this.playhead.isAnswered;
  }

  private pressKey(key: KeyboardEvent): void {
    const command = this.stage.reachable().length > 0 ? commandOfKey(key) : null;
    if (command && runCommand(command, this, {what: '', key}) !== false) key.preventDefault();
  }

  get isKnownThen(): boolean {
    return this.stage.isKnownThen;
  }

  goToMark(way: Way): void {
    this.reading.focus(eventOnWay(way, this.stage.reachable(), this.reading.focusId).id);
  }

  openMark(event: KeyboardEvent): void {
    const link = (event.target as Element).closest<SVGAElement>('a');
    if (link) this.reading.open(link);
  }

  leavePlot(): boolean {
    // It listens further out.
    if (this.find?.isOpen) return false;
    this.buttons?.focusOpener();
    return true;
  }

  openPanel(): void {
    this.buttons?.openPanel();
  }

  showMeasure(id: string): void {
    showMeasureAt(
      this.timeline.measures.findIndex((measure) => measure.id === id),
      this.stage,
    );
  }

  // Find

  askFind(action: string): void {
    // An embedded stage only answers commands about lanes.
    if (this.stage.storyHref !== null && !action.startsWith('lane ')) return;
    void this.askForFind().then((find) => find?.act(action));
  }

  /** Asks what the address asks. */
  private findAsInAddress(): void {
    void this.askForFind().then((find) => find?.readFilter());
  }

  /** Few first visits need it, so that it comes when it is asked for. */
  private readonly askForFind = late(
    () => import('./find/both.ts'),
    async ({startFind, startQuietFind}) => {
      const {stage} = this;
      this.find ??= stage.storyHref === null ? await startFind(stage) : await startQuietFind(stage, stage.storyHref);
      return this.find;
    },
    () => this.sayMissing(),
  );

  private sayMissing(): void {
    this.stage.sayMissing(this.buttons?.lastUsed ?? null);
  }

  // Playhead

  private startClocks(): TwoClocks {
    return twoClocks(this.timeline, () => {
      this.stage.drawSoon();
      if (!this.playhead.isScrubbing) this.address.writeSoon();
      this.fold.soon();
    });
  }

  playOrPause(): void {
    void this.askForReplay().then((replay) => replay?.press());
  }

  dropReplay(): void {
    this.replay?.drop();
  }

  private readonly askForReplay = late(
    () => import('./replay.ts'),
    ({Replay}) => {
      const {timeline, clocks, camera, feed, reading, stage, views} = this;
      this.replay ??= new Replay({
        timeline,
        clocks,
        camera,
        feed,
        reading,
        element: stage,
        forgetPlace: () => this.place?.forget(),
        followHead: () => views.followHead(),
      });
      return this.replay;
    },
    () => this.sayMissing(),
  );

  compare(isKey: boolean): void {
    // An embedded stage is as high as its frame.
    if (this.stage.storyHref !== null) return;
    const isEnded = isKey && this.clocks.isBoth;
    if (isEnded) this.playhead.setBoth(false);
    else void this.askForBoth().then((isHere) => isHere && this.playhead.setBoth(true));
  }

  private readonly askForBoth = late(
    () => import('./then-and-now.ts'),
    ({showThenAndNow}) => {
      showThenAndNow(this.stage, this);
      return true;
    },
    () => {
      this.clocks.setBoth(false);
      this.stage.drawSoon();
      this.sayMissing();
    },
  );

  withWholeStory<T>(read: () => T): T {
    return this.fold.withWholeStory(read);
  }

  // Address

  /** @param ownDayMs - The day that the page of the address shows by itself; null for the story's own page. */
  query(ownDayMs: number | null = null): string {
    const {view, filter} = this.stage;
    const bothDayMs = this.clocks.isBoth ? dayStartMs(this.stage.playheadMs) : null;
    return queryFromState(
      {filter, view: isOpeningView(this.timeline, view) ? null : view, knownDayMs: this.fold.dayMs, bothDayMs},
      ownDayMs,
    );
  }

  private readAddress(): void {
    const {view, knownDayMs, bothDayMs = null, filter} = stateFromQuery(location.search, this.timeline, this.stage.ownDayMs);
    this.stage.filter = filter;
    this.camera.setView(view ?? openingView(this.timeline, this.stage.size.isCompact));
    const {fromMs, toMs} = this.timeline.extent;
    const dayMs = knownDayMs ?? bothDayMs;
    const isBoth = bothDayMs !== null && this.stage.storyHref === null;
    const headMs = dayMs === null ? this.stage.playheadMs : playheadOfDay(Math.min(Math.max(dayMs, fromMs), toMs - 1));
    this.clocks.set(headMs, knownDayMs !== null, isBoth);
    if (dayMs !== null) this.playhead.noteAnswered();
    if (isBoth) void this.askForBoth();
  }

  private idInAddress(): string | null {
    const id = location.hash.slice(1);
    return eventsById(this.timeline).has(id) ? id : null;
  }

  private returnTo(): void {
    this.replay?.drop();
    const before = this.reading.selectedId;
    this.readAddress();
    const id = this.idInAddress();
    if (id && id !== before) this.reading.select(id, {reveal: false});
    if (!id) this.reading.selectNone();
    if (this.stage.filter || this.find) this.findAsInAddress();
    this.stage.rearrange();
    this.stage.settle();
    this.fold.now();
  }
}
