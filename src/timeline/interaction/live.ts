/** What readers do to the stage: pointers, fingers, keys and buttons, the story below, the address and the two clocks. */
import type {Arrangement} from '../layout/arrange.ts';
import {msAtX, pxPerDay, showsHours} from '../layout/scale.ts';
import type {Level} from '../layout/scale.ts';
import {bandsOf} from '../layout/size.ts';
import {playheadOf, playheadOfDay, publicPlayheadOf} from '../model/playhead.ts';
import {spanBounds} from '../model/span.ts';
import type {Standing} from '../model/standing.ts';
import {dayStartMs, HOUR_MS} from '../model/time.ts';
import {eventsById, placesInTime} from '../model/timeline.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View, ViewBounds} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {dayInWords, dayName, eventName} from '../render/names.ts';
import {queryFromState, stateFromQuery, viewInAddress} from './address.ts';
import {SHOWS_STORY} from './around.ts';
import {addressBar} from './address-bar.ts';
import type {AddressBar} from './address-bar.ts';
import {attachBrush} from './brush.ts';
import type {Brush} from './brush.ts';
import {boundsOf, cameraOn} from './camera.ts';
import type {Camera} from './camera.ts';
import type {Controls} from './controls.ts';
import {listenToFeed} from './feed.ts';
import type {Feed} from './feed.ts';
import type {Find} from './find/find.ts';
import {attachFold} from './fold.ts';
import type {Fold} from './fold.ts';
import {handsOn} from './hands.ts';
import {keyAction, neighbourEvent} from './keys.ts';
import {late} from './late.ts';
import {leaveFor} from './leave.ts';
import type {LiveStage} from './live-stage.ts';
import {keepPlace} from './place-keeper.ts';
import type {PlaceKeeper} from './place-keeper.ts';
import {listenOnPlot} from './plot-events.ts';
import {readingOn} from './reading.ts';
import type {Reading, ReadingStage} from './reading.ts';
import {listenForScrub} from './scrub.ts';
import {knownInWords, viewInWords} from './speech.ts';
import {listenForHold, listenForSwipes} from './touches.ts';
import {twoClocks} from './two-clocks.ts';
import type {TwoClocks} from './two-clocks.ts';
import {viewControls} from './view-controls.ts';
import type {ViewControls} from './view-controls.ts';

const FOLD_MS = 120;
const ZOOM_FACTOR = 1.6;
/** Share of the view that Earlier and Later move by. */
const STEP_SHARE = 0.5;
/** A press on a rug is for the events this near. */
const NEAR_RUG_PX = 14;

export class Live implements ReadingStage {
  readonly timeline: Timeline;
  readonly camera: Camera;
  readonly clocks: TwoClocks;
  readonly feed: Feed;
  readonly address: AddressBar;
  readonly reading: Reading;
  readonly views: ViewControls;
  private readonly stage: LiveStage;
  private readonly brush: Brush;
  private isOpen = false;
  private controls: Controls | null = null;
  private find: Find | null = null;
  private folds: Fold | null = null;
  /** Start of the day that the page below is folded to; infinite where all of it is shown. */
  private foldedMs = Infinity;
  private foldTimer: ReturnType<typeof setTimeout> | undefined;
  private place: PlaceKeeper | null = null;
  /** While the playhead is dragged the address waits; where it ends is one step for Back. */
  private isScrubbing = false;
  /** The control that was used last, for what it leads to may not come. */
  private control: Element | null = null;

  /** Takes over what the stage shows; see {@link open}. */
  constructor(stage: LiveStage) {
    this.stage = stage;
    this.timeline = stage.timeline;
    this.address = addressBar(() => this.query(stage.ownDayMs), stage.storyHref === null || stage.ownDayMs !== null);
    this.clocks = this.startClocks();
    this.camera = this.startCamera();
    this.feed = listenToFeed(document, (id) => this.reading.read(id));
    this.reading = readingOn(this);
    this.views = viewControls(this.timeline, this.camera, this.clocks, this.reading, () => stage.size.widthPx);
    this.brush = attachBrush(stage.piece('overview'), this.camera, (ms) => dayInWords(ms, this.timeline.language));
    Object.assign(stage, {camera: this.camera, clocks: this.clocks, address: this.address});
    this.readAddress();
  }

  /** Begins to answer, once there is a picture. */
  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const {stage} = this;
    this.listen();
    this.brush.show(this.camera.view);
    this.fold();
    if (stage.filter) this.act('return');
    const opened = this.idInAddress();
    stage.stickyOffset.measure({now: opened !== null});
    this.feed.readBelow(stage.stickyOffset.px);
    if (opened) this.reading.select(opened, {reveal: !stateFromQuery(location.search, this.timeline).view, goTo: true, focus: false});
    const story = document.getElementById('story');
    if (story)
      this.place = keepPlace(stage, story, {footPx: () => stage.stickyOffset.px, onRestoring: (quiet) => this.feed.setQuiet(quiet)});
  }

  /** The stage has drawn a frame. */
  drawn(): void {
    this.brush.show(this.camera.view);
    this.controls?.show();
    this.camera.drawn();
  }

  /** The stage has another height. */
  checkPlace(): void {
    this.place?.check();
  }

  private listen(): void {
    const {stage} = this;
    const {plot} = stage;
    addEventListener('popstate', () => this.returnTo());
    addEventListener('hashchange', () => this.returnTo());
    stage.addEventListener('click', ({target}) => (this.control = (target as Element).closest('button, a')), {capture: true});
    plot.addEventListener('click', (event) => this.reading.press(event, !this.isOnMeasures(event)));
    plot.addEventListener('keydown', (event) => this.pressKey(event));
    plot.addEventListener('focusin', ({target}) => this.reading.noteFocus(target as Element));
    listenForScrub(plot, {
      isOnRuler: (event) => this.isOnRuler(event),
      onStart: () => {
        this.clocks.pause();
        this.isScrubbing = true;
        stage.classList.add('is-scrubbing');
      },
      onMove: (xPx) => this.scrubTo(msAtX(xPx, stage.view, stage.size.widthPx)),
      onEnd: () => {
        this.isScrubbing = false;
        stage.classList.remove('is-scrubbing');
        this.address.push();
      },
    });
    plot.addEventListener('dblclick', (event) => {
      if (!(event.target as Element).closest('a')) this.views.zoomAt(event.clientX - stage.leftPx);
    });
    this.listenToHands();
    this.listenForNotes();
    const panel = stage.querySelector<HTMLElement>('[data-part="controls"]');
    if (panel) {
      const wakeControls = late(
        () => import('./controls.ts'),
        ({attachControls}) => (this.controls = attachControls(stage, panel)),
        () => stage.sayMissing(this.control),
      );
      panel.addEventListener('beforetoggle', () => void wakeControls());
      if (panel.matches(':popover-open')) void wakeControls();
      // A button that is pressed before the panel has its script acts all the same.
      panel.addEventListener('click', ({target}) => {
        const button = (target as Element).closest<HTMLElement>('[data-control]');
        if (!button) return;
        this.act(button.dataset['control']!);
        this.controls?.show();
      });
    }
    document.getElementById('story')?.addEventListener('keydown', (event) => this.reading.returnToMark(event));
    for (const button of stage.querySelectorAll<HTMLElement>('[data-action]'))
      button.addEventListener('click', () => this.act(button.dataset['action']!));
    stage
      .querySelector('[data-part="unnamed"]')
      ?.addEventListener('click', ({currentTarget}) => void this.listUnnamed(currentTarget as HTMLElement));
    for (const button of stage.querySelectorAll<HTMLElement>('[data-level]')) {
      button.addEventListener('click', () => this.views.goToLevel(button.dataset['level'] as Level));
    }
    if (plot.contains(document.activeElement)) this.reading.noteFocus(document.activeElement!);
  }

  private listenToHands(): void {
    const {stage, camera} = this;
    const {plot} = stage;
    const hands = handsOn(camera, () => stage.size.widthPx, {
      onSecondTap: () => this.reading.forgetPress(),
      onDoubleTap: (xPx) => this.views.zoomAt(xPx),
    });
    listenOnPlot(plot, hands, {
      leftPx: () => stage.leftPx,
      isTaken: (event) => this.isOnRuler(event) || this.isOnMeasures(event),
    });
    for (const type of ['pointerdown', 'keydown', 'wheel'])
      stage.addEventListener(type, () => camera.touched(), {capture: true, passive: true});
    plot.addEventListener('keydown', () => camera.stopGlide(), {capture: true});
    listenForSwipes(
      plot,
      (event) => this.isOnMeasures(event),
      (step) => this.showMeasure(stage.measure + step),
    );
    listenForHold(stage.querySelector<HTMLElement>('.timecode')!, () => this.act(stage.isKnownThen ? 'known-now' : 'known-then'));
  }

  // Notes

  /** A missing note goes unnoticed; a reader who asked for a list of events gets a message. */
  private isListWanted = false;
  private readonly wakeNotes = late(
    () => import('./tooltip.ts'),
    ({attachTooltip}) => attachTooltip(this.stage, this.stage.plot, () => this.stage.scene()),
    () => this.isListWanted && this.stage.sayMissing(this.control),
  );

  private listenForNotes(): void {
    const {stage} = this;
    const wake = () => {
      for (const type of ['pointerover', 'focusin']) stage.removeEventListener(type, wake);
      void this.wakeNotes();
    };
    for (const type of ['pointerover', 'focusin']) stage.addEventListener(type, wake);
    if (stage.matches(':hover, :focus-within')) wake();
  }

  /** The events in the window that its picture has no room to name. */
  private async listUnnamed(opener: HTMLElement): Promise<void> {
    const {marks, counts, rugs} = this.arrangement;
    const ids = [
      ...marks.filter(({label}) => label === null).map(({id}) => id),
      ...counts.flatMap(({members}) => members),
      ...rugs.flatMap((lane) => lane.map(({id}) => id)),
    ];
    const places = placesInTime(this.timeline);
    this.isListWanted = true;
    (await this.wakeNotes())?.pinEvents(
      ids.sort((a, b) => places.get(a)! - places.get(b)!),
      opener,
    );
  }

  pinList(link: SVGAElement): void {
    this.isListWanted = true;
    void this.wakeNotes().then((notes) => notes?.pin(link));
  }

  // View

  private startCamera(): Camera {
    const {stage} = this;
    return cameraOn(this.timeline.extent, {
      bounds: () => this.bounds(),
      onMove: (isZooming) => {
        stage.classList.add('is-moving');
        if (isZooming) stage.classList.add('is-zooming');
        stage.drawSoon();
      },
      onSettle: () => {
        // The window that is arranged is the one its address gives back, so that a link shows the same picture.
        this.camera.setView(viewInAddress(this.camera.view));
        stage.settle();
        this.address.write();
      },
      onOwnMove: () => stage.announcer.saySoon(() => this.viewWords()),
      onOwnArrival: () => stage.announce(this.viewWords()),
    });
  }

  bounds(): ViewBounds {
    return boundsOf(this.timeline.extent, this.stage.size.widthPx);
  }

  get picture(): SVGSVGElement {
    return this.stage.picture;
  }

  get arrangement(): Arrangement {
    return this.stage.arrangement;
  }

  readonly namedIn = (view: View): ReadonlySet<string> =>
    new Set(this.stage.arranged(view, null).marks.flatMap(({id, label}) => (label ? [id] : [])));

  membersNear(lane: number, clientX: number): string[] {
    const {stage} = this;
    const atMs = (px: number) => msAtX(clientX - stage.leftPx + px, stage.view, stage.size.widthPx);
    const [fromMs, toMs] = [atMs(-NEAR_RUG_PX), atMs(NEAR_RUG_PX)];
    const rug = this.arrangement.rugs[lane] ?? [];
    const near = rug.filter(({span}) => spanBounds(span).toMs >= fromMs && spanBounds(span).fromMs <= toMs);
    return (near.length > 0 ? near : rug.slice(0, 1)).map(({id}) => id);
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

  /** The one measure of a phone; after the last comes the first. */
  private showMeasure(place: number): void {
    const {stage} = this;
    const {measures} = this.timeline;
    stage.measure = (place + measures.length) % measures.length;
    stage.takeSize();
    stage.rearrange();
    stage.draw();
    const {name} = measures[stage.measure]!;
    const count = stage.querySelector('[data-measure][data-shown] dd')!.textContent;
    stage.announce(`${name}: ${count}.`);
  }

  // Reading

  get isSticky(): boolean {
    return this.stage.stickyOffset.px > 0;
  }

  leaveFor(id: string): boolean {
    if (this.stage.storyHref === null) return false;
    leaveFor(new URL(this.stage.hrefInStory()(id), location.href).href);
    return true;
  }

  showStory(): void {
    this.find?.hide();
    this.stage.dispatchEvent(new Event(SHOWS_STORY));
  }

  // Keys

  private pressKey(event: KeyboardEvent): void {
    const action = keyAction(event, this.stage.reachable(), this.reading.focusId);
    if (!action) return;
    switch (action.kind) {
      case 'focus':
        this.reading.focus(action.id);
        break;
      case 'zoom':
        this.views.zoomBy(action.factor, {isRepeated: event.repeat});
        break;
      case 'pan':
        this.views.panBy(action.share, {isRepeated: event.repeat});
        break;
      case 'fit':
        this.views.fit();
        break;
      case 'play':
        this.act('play');
        break;
      case 'toggle-known':
        this.act(this.stage.isKnownThen ? 'known-now' : 'known-then');
        break;
      case 'day':
        this.moveDay(action.days);
        break;
      case 'open': {
        const link = (event.target as Element).closest<SVGAElement>('a');
        if (link) this.reading.open(link);
        break;
      }
      case 'find':
        this.act('search');
        break;
      case 'help':
        this.stage.querySelector<HTMLElement>('[data-part="controls"]')?.showPopover();
        break;
      case 'leave':
        if (this.find?.isOpen) return; // It listens further out.
        this.stage.querySelector<HTMLElement>('[popovertarget]')?.focus();
        break;
    }
    event.preventDefault();
  }

  // Playhead

  private isOnRuler(event: Event): boolean {
    if (event.type === 'wheel' || event.type === 'dblclick' || (event.target as Element).closest('.edge-link')) return false;
    return this.yInPlot(event) < this.stage.size.rulerPx + this.stage.size.stripPx;
  }

  /** The one measure of a phone takes taps and swipes for itself. */
  private isOnMeasures(event: Event): boolean {
    const {isCompact} = this.stage.size;
    return (
      isCompact &&
      event.type !== 'wheel' &&
      this.timeline.measures.length > 1 &&
      this.yInPlot(event) > bandsOf(this.arrangement.plan, this.stage.size).footPx
    );
  }

  private yInPlot(event: Event): number {
    const {clientY} = 'touches' in event ? (event as TouchEvent).changedTouches[0]! : (event as MouseEvent);
    return clientY - this.stage.picture.getBoundingClientRect().top;
  }

  /** By whole days; by hours where hours are shown. */
  private scrubTo(ms: number): void {
    const isHours = showsHours(pxPerDay(this.stage.view, this.stage.size.widthPx), this.stage.size.isCompact);
    this.clocks.moveTo(isHours ? Math.round(ms / HOUR_MS) * HOUR_MS : playheadOfDay(ms));
  }

  private startClocks(): TwoClocks {
    return twoClocks(this.timeline, {
      onMove: () => {
        this.stage.drawSoon();
        if (!this.isScrubbing) this.address.writeSoon();
        this.foldSoon();
      },
      onDay: (news) => {
        this.views.followHead();
        if (news[0]?.importance === 1) this.stage.announce(this.words().newsOf(this.dayWords(), news[0].label));
      },
      onPlaying: (isPlaying) => this.showPlaying(isPlaying),
    });
  }

  private moveDay(days: 1 | -1): void {
    this.clocks.pause();
    this.clocks.moveDay(days);
    this.address.step();
    this.stage.announce(
      this.stage.isKnownThen
        ? this.knownWords()
        : this.words().playheadOn(this.dayWords(), dayInWords(this.stage.playheadMs, this.timeline.language)),
    );
  }

  private setKnownThen(isKnownThen: boolean): void {
    if (!this.clocks.setKnownThen(isKnownThen)) return;
    this.address.push();
    this.stage.drawSoon();
    this.foldSoon();
    this.stage.announce(isKnownThen ? this.knownWords() : this.words().allShown(this.timeline.events.length));
  }

  act(action: string): void {
    const [name, what] = action.split(' ');
    switch (name) {
      case 'level':
        return this.views.goToLevel(what as Level);
      case 'measure':
        return this.showMeasure(this.timeline.measures.findIndex(({id}) => id === what));
      case 'earlier':
      case 'later':
        return this.views.panBy(name === 'earlier' ? -STEP_SHARE : STEP_SHARE);
      case 'day-back':
      case 'day-on':
        return this.moveDay(name === 'day-back' ? -1 : 1);
      case 'zoom-in':
        return this.views.zoomBy(ZOOM_FACTOR);
      case 'zoom-out':
        return this.views.zoomBy(1 / ZOOM_FACTOR);
      case 'fit':
        return this.views.fit();
      case 'known-now':
        this.clocks.pause();
        return this.setKnownThen(false);
      case 'known-then':
        return this.setKnownThen(true);
      case 'play':
        if (this.clocks.isPlaying) return this.clocks.pause();
        this.setKnownThen(true);
        return this.clocks.play();
      case 'previous':
      case 'next':
        return this.step(action === 'next' ? 1 : -1);
      default:
        // Find, which few first visits need, arrives when it is asked for.
        if (this.stage.storyHref !== null && name !== 'lane' && name !== 'return') return;
        void this.askForFind().then((find) => find?.act(action));
    }
  }

  private readonly askForFind = late(
    () => import('./find/both.ts'),
    async ({startFind, startQuietFind}) => {
      const {stage} = this;
      this.find ??= stage.storyHref === null ? await startFind(stage) : await startQuietFind(stage, stage.storyHref);
      return this.find;
    },
    () => this.stage.sayMissing(this.control),
  );

  private step(step: 1 | -1): void {
    this.clocks.pause();
    // In Known then the next event is the next that the public hears of.
    const headOf = this.stage.isKnownThen ? publicPlayheadOf : playheadOf;
    const events = this.stage.isKnownThen ? this.stage.reachable().toSorted((a, b) => headOf(a) - headOf(b)) : this.stage.reachable();
    const event = neighbourEvent({...this.timeline, events}, events.map(headOf), this.stage.playheadMs, this.reading.selectedId, step);
    if (!event) return;
    if (this.stage.isKnownThen) {
      this.clocks.moveTo(headOf(event));
      this.address.step();
    }
    this.fold();
    this.reading.select(event.id, {goTo: scrollY > this.stage.offsetTop - 2, reveal: true});
    this.stage.announce(eventName(this.stage.scene(), event));
  }

  // Replay

  private showPlaying(isPlaying: boolean): void {
    const button = this.stage.querySelector('[data-action="play"]')!;
    button.setAttribute('aria-pressed', String(isPlaying));
    button.setAttribute('aria-label', isPlaying ? this.words().pause : this.words().play);
  }

  // Words

  private words(): StageWords {
    return stageWords(this.timeline.language);
  }

  private dayWords(): string {
    return dayName(this.timeline, this.stage.playheadMs);
  }

  private knownWords(): string {
    return knownInWords(this.timeline, this.clocks.known(), this.stage.playheadMs);
  }

  private viewWords(): string {
    return viewInWords({...this.timeline, events: this.stage.reachable()}, this.stage.view, this.clocks.known());
  }

  private fold(): void {
    clearTimeout(this.foldTimer);
    const dayMs = this.knownDayMs();
    if (dayMs === null && this.folds === null) return;
    this.folds ??= attachFold(document, this.timeline.language);
    this.folds.show(dayMs);
    // What was said last may be news of a day that has not come again yet.
    if ((dayMs ?? Infinity) < this.foldedMs) this.stage.announcer.say('');
    this.foldedMs = dayMs ?? Infinity;
    this.find?.refresh();
  }

  /** What is not known any more goes at once; what has become known waits until the playhead rests. */
  private foldSoon(): void {
    if ((this.knownDayMs() ?? Infinity) < this.foldedMs) return this.fold();
    clearTimeout(this.foldTimer);
    this.foldTimer = setTimeout(() => this.fold(), FOLD_MS);
  }

  /** Start of the day that Known then shows; null in Known now. */
  private knownDayMs(): number | null {
    return this.stage.isKnownThen ? dayStartMs(this.stage.playheadMs) : null;
  }

  withWholeStory<T>(read: () => T): T {
    return this.folds === null ? read() : this.folds.readWhole(read);
  }

  // Address

  /** @param ownDayMs - The day that the page of the address shows by itself; null for the story's own page. */
  query(ownDayMs: number | null = null): string {
    const {extent} = this.timeline;
    const isWhole = this.stage.view.fromMs === extent.fromMs && this.stage.view.toMs === extent.toMs;
    return queryFromState({filter: this.stage.filter, view: isWhole ? null : this.stage.view, knownDayMs: this.knownDayMs()}, ownDayMs);
  }

  private readAddress(): void {
    const {view, knownDayMs, filter} = stateFromQuery(location.search, this.timeline, this.stage.ownDayMs);
    this.stage.filter = filter;
    this.camera.setView(view ?? this.timeline.extent);
    const {fromMs, toMs} = this.timeline.extent;
    const headMs = knownDayMs === null ? this.stage.playheadMs : playheadOfDay(Math.min(Math.max(knownDayMs, fromMs), toMs - 1));
    this.clocks.set(headMs, knownDayMs !== null);
  }

  private idInAddress(): string | null {
    const id = location.hash.slice(1);
    return eventsById(this.timeline).has(id) ? id : null;
  }

  private returnTo(): void {
    const before = this.reading.selectedId;
    this.readAddress();
    const id = this.idInAddress();
    if (id && id !== before) this.reading.select(id, {reveal: false});
    if (!id) {
      this.reading.selectNone();
    }
    if (this.stage.filter || this.find) this.act('return');
    this.stage.rearrange();
    this.stage.settle();
    this.fold();
  }
}
