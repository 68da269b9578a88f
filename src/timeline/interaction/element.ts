/** `<zoomable-timeline>`: wakes the drawing that the build left in the page. One state in, one drawing out. */
import {arrangeEvents, laneAlone} from '../layout/arrange.ts';
import type {Arrangement} from '../layout/arrange.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import type {MeasureText} from '../layout/letter-widths.ts';
import {msAtX, pxPerDay, showsHours} from '../layout/scale.ts';
import type {Level} from '../layout/scale.ts';
import {bandsOf, compactSize, plotHeightPx, wideSize} from '../layout/size.ts';
import type {StageSize} from '../layout/size.ts';
import {playheadOf, playheadOfDay, publicPlayheadOf} from '../model/playhead.ts';
import {spanBounds} from '../model/span.ts';
import {takeSpelling} from '../model/spelling.ts';
import type {Spelling} from '../model/spelling.ts';
import type {Standing} from '../model/standing.ts';
import {dayStartMs, HOUR_MS} from '../model/time.ts';
import {eventsById, placesInTime} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {drawShapes} from '../render/draw.ts';
import {dayInWords, dayName, eventName} from '../render/names.ts';
import {drawingOf} from '../render/stage.ts';
import type {Scene} from '../render/stage.ts';
import {queryFromState, stateFromQuery, viewInAddress} from './address.ts';
import {addressBar} from './address-bar.ts';
import {firstToBegin} from './aim.ts';
import {announcer} from './announcer.ts';
import type {Announcer} from './announcer.ts';
import {attachBar} from './bar.ts';
import type {Bar} from './bar.ts';
import {attachBrush} from './brush.ts';
import type {Brush} from './brush.ts';
import {boundsOf, cameraOn} from './camera.ts';
import type {Camera} from './camera.ts';
import type {Controls, ControlStage} from './controls.ts';
import {listenToFeed} from './feed.ts';
import type {Feed} from './feed.ts';
import type {Find, FindStage} from './find/find.ts';
import {attachFold} from './fold.ts';
import type {Fold} from './fold.ts';
import {attachFoot} from './foot.ts';
import type {Foot} from './foot.ts';
import {handsOn} from './hands.ts';
import {keyAction, neighbourEvent} from './keys.ts';
import {attachOverview} from './overview.ts';
import type {Overview} from './overview.ts';
import {listenOnPlot} from './plot-events.ts';
import {keepPlace} from './place-keeper.ts';
import type {PlaceKeeper} from './place-keeper.ts';
import {readingOn} from './reading.ts';
import type {Reading, ReadingStage} from './reading.ts';
import {listenForScrub} from './scrub.ts';
import {knownInWords, viewInWords} from './speech.ts';
import {nextTask, pageLaidOut} from './tasks.ts';
import {listenForHold, listenForSwipes} from './touches.ts';
import {twoClocks} from './two-clocks.ts';
import type {TwoClocks} from './two-clocks.ts';
import type {Notes} from './tooltip.ts';
import {viewControls} from './view-controls.ts';
import type {ViewControls} from './view-controls.ts';

const FOLD_MS = 120;
const ZOOM_FACTOR = 1.6;
/** Share of the view that Earlier and Later move by. */
const STEP_SHARE = 0.5;
/** Letters that are wider than this, times those of the table, are another font's. */
const SAME_LETTERS = 1.02;
/** Events that are tried as the first tab stop. */
const FIRST_STOPS = 5;
const COMPACT_QUERY = '(max-width: 640px)';
/** How long rows and rail ease to where the settled window has them. */
const SETTLING_MS = 470;
/** A press on a rug is for the events this near. */
const NEAR_RUG_PX = 14;

class ZoomableTimeline extends HTMLElement implements FindStage, ControlStage, ReadingStage {
  timeline!: Timeline;
  private plot!: HTMLElement;
  picture!: SVGSVGElement;
  private size!: StageSize;
  arrangement!: Arrangement;
  filter = '';
  matching: ReadonlySet<string> | null = null;
  private find: Find | null = null;
  private finding: Promise<Find> | null = null;
  camera!: Camera;
  clocks!: TwoClocks;
  private reading!: Reading;
  private views!: ViewControls;
  private announcer!: Announcer;
  private foot!: Foot;
  feed!: Feed;
  private bar!: Bar;
  private overview!: Overview;
  private brush!: Brush;
  private controls: Controls | null = null;
  private notes: Promise<Notes> | null = null;
  private folds: Fold | null = null;
  /** Start of the day that the page below is folded to; infinite where all of it is shown. */
  private foldedMs = Infinity;
  private measureText: MeasureText = measureByTable;
  private letterScale = 1;
  private place: PlaceKeeper | null = null;
  /** Where the picture begins, from the window's left edge. */
  private leftPx = 0;
  /** Place of the measure that a phone has room for. */
  private measure = 0;
  private frame = 0;
  /** While the view moves the tab stop stays where it is. */
  private stops: readonly string[] = [];
  private settlingTimer: ReturnType<typeof setTimeout> | undefined;
  private foldTimer: ReturnType<typeof setTimeout> | undefined;
  /** Where the story's own page is, if the stage stands alone in another page's frame; null on that page itself. */
  private readonly storyHref = this.dataset['story'] ?? null;
  readonly address = addressBar(() => this.query(), this.storyHref === null);
  /** While the playhead is dragged the address waits; where it ends is one step for Back. */
  private isScrubbing = false;

  get view(): View {
    return this.camera.view;
  }

  get playheadMs(): number {
    return this.clocks.playheadMs;
  }

  get isKnownThen(): boolean {
    return this.clocks.isKnownThen;
  }

  connectedCallback(): void {
    if (this.plot) return;
    this.plot = this.piece('plot');
    void this.wake();
  }

  /** Step by step, so that the page answers between them; before the last it is the picture that the build left. */
  private async wake(): Promise<void> {
    this.timeline = JSON.parse(this.piece('timeline').textContent!) as Timeline;
    takeSpelling(this.timeline.language, JSON.parse(this.piece('spelling').textContent!) as Spelling);
    this.announcer = announcer(this.piece('status'));
    this.clocks = this.startClocks();
    this.camera = this.startCamera();
    this.feed = listenToFeed(document, (id) => this.reading.read(id));
    this.reading = readingOn(this);
    this.views = viewControls(this.timeline, this.camera, this.clocks, this.reading, () => this.size.widthPx);
    await pageLaidOut();
    this.takeSize();
    this.readAddress();
    await nextTask();
    this.rearrange();
    await nextTask();
    this.bar = attachBar(this, this.timeline);
    this.overview = attachOverview(this.piece('overview-picture'));
    this.brush = attachBrush(this.piece('overview'), this.camera, (ms) => dayInWords(ms, this.timeline.language));
    const story = document.getElementById('story');
    const parts = [...(story?.children ?? [])] as HTMLElement[];
    this.foot = attachFoot(this, [...this.querySelectorAll<HTMLElement>('[data-part="controls"]'), ...parts], this.feed.readBelow);
    this.listen();
    this.draw();
    this.fold();
    document.documentElement.dataset['script'] = 'ready';
    delete document.documentElement.dataset['folding'];
    if (this.filter) this.act('return');
    const opened = this.idInAddress();
    if (opened) this.foot.take({now: true});
    if (opened) this.reading.select(opened, {reveal: !stateFromQuery(location.search, this.timeline).view, goTo: true, focus: false});
    if (story) this.place = keepPlace(this, story, {footPx: () => this.foot.px, onRestoring: this.feed.setQuiet});
    void document.fonts.ready.then(() => this.measureLetters());
    document.fonts.addEventListener('loadingdone', () => this.measureLetters());
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  private listen(): void {
    new ResizeObserver(() => this.resize()).observe(this.plot);
    new ResizeObserver(() => {
      this.foot.take();
      this.place?.check();
    }).observe(this);
    addEventListener('resize', () => this.resize());
    addEventListener('popstate', () => this.returnTo());
    addEventListener('hashchange', () => this.returnTo());
    this.plot.addEventListener('click', (event) => this.reading.press(event, !this.isOnMeasures(event)));
    this.plot.addEventListener('keydown', (event) => this.pressKey(event));
    this.plot.addEventListener('focusin', ({target}) => this.reading.noteFocus(target as Element));
    listenForScrub(this.plot, {
      isOnRuler: (event) => this.isOnRuler(event),
      onStart: () => {
        this.clocks.pause();
        this.isScrubbing = true;
        this.classList.add('is-scrubbing');
      },
      onMove: (xPx) => this.scrubTo(msAtX(xPx, this.view, this.size.widthPx)),
      onEnd: () => {
        this.isScrubbing = false;
        this.classList.remove('is-scrubbing');
        this.address.push();
      },
    });
    this.plot.addEventListener('dblclick', (event) => {
      if (!(event.target as Element).closest('a')) this.views.zoomAt(event.clientX - this.leftPx);
    });
    this.listenToHands();
    const wakeNotes = () => {
      this.removeEventListener('pointerover', wakeNotes);
      this.removeEventListener('focusin', wakeNotes);
      void this.wakeNotes();
    };
    this.addEventListener('pointerover', wakeNotes);
    this.addEventListener('focusin', wakeNotes);
    const panel = this.querySelector<HTMLElement>('[data-part="controls"]');
    // Where the panel opens, not where the page does: standing in the page it would ask for the focus at once.
    const content = panel?.querySelector<HTMLTemplateElement>('template');
    content?.content.querySelector('h2')?.setAttribute('autofocus', '');
    panel?.addEventListener('beforetoggle', () => content?.replaceWith(content.content), {once: true});
    panel?.addEventListener('beforetoggle', () => void import('./controls.ts').then(({attachControls}) => (this.controls = attachControls(this, panel))), {once: true});
    document.getElementById('story')?.addEventListener('keydown', (event) => this.reading.returnToMark(event));
    for (const button of this.querySelectorAll<HTMLElement>('[data-action]')) {
      button.removeAttribute('disabled');
      button.addEventListener('click', () => this.act(button.dataset['action']!));
    }
    this.querySelector('[data-part="unnamed"]')?.addEventListener('click', ({currentTarget}) => void this.listUnnamed(currentTarget as HTMLElement));
    for (const button of this.querySelectorAll<HTMLElement>('[data-level]')) {
      button.addEventListener('click', () => this.views.goToLevel(button.dataset['level'] as Level));
    }
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
    (await this.wakeNotes()).pinEvents(ids.sort((a, b) => places.get(a)! - places.get(b)!), opener);
  }

  private wakeNotes(): Promise<Notes> {
    return (this.notes ??= import('./tooltip.ts').then(({attachTooltip}) => attachTooltip(this, this.plot, () => this.scene())));
  }

  private listenToHands(): void {
    const hands = handsOn(this.camera, () => this.size.widthPx, {
      onSecondTap: () => this.reading.forgetPress(),
      onDoubleTap: (xPx) => this.views.zoomAt(xPx),
    });
    listenOnPlot(this.plot, hands, {
      leftPx: () => this.leftPx,
      isTaken: (event) => this.isOnRuler(event) || this.isOnMeasures(event),
    });
    for (const type of ['pointerdown', 'keydown', 'wheel']) this.addEventListener(type, () => this.camera.touched(), {capture: true, passive: true});
    this.plot.addEventListener('keydown', () => this.camera.stopGlide(), {capture: true});
    listenForSwipes(this.plot, (event) => this.isOnMeasures(event), (step) => this.showMeasure(this.measure + step));
    listenForHold(this.querySelector<HTMLElement>('.timecode')!, () => this.act(this.isKnownThen ? 'known-now' : 'known-then'));
  }

  // Size

  private takeSize(): void {
    const isCompact = matchMedia(COMPACT_QUERY).matches;
    this.picture = this.plot.querySelector<SVGSVGElement>(isCompact ? '.plot-compact' : '.plot-wide')!;
    // The other is not seen and not drawn; as the build left it, it would tell everything on any day.
    this.plot.querySelector(isCompact ? '.plot-wide' : '.plot-compact')!.replaceChildren();
    const widthPx = Math.max(this.plot.clientWidth, 1);
    this.size = isCompact ? compactSize(widthPx, this.measure, innerHeight) : wideSize(widthPx, innerHeight);
    this.leftPx = this.picture.getBoundingClientRect().left;
    const {rowPx, measurePx} = this.size;
    const {style} = this.piece('rail');
    style.setProperty('--row-px', `${rowPx}px`);
    style.setProperty('--measure-px', `${measurePx}px`);
    this.picture.setAttribute('height', String(plotHeightPx(this.timeline, this.size)));
  }

  private resize(): void {
    this.foot.take();
    const before = JSON.stringify(this.size);
    this.takeSize();
    if (JSON.stringify(this.size) === before) return;
    this.camera.refit();
    this.rearrange();
    this.draw();
  }

  /** Lays out again where the letters on screen are wider than the table says, as those of another font may be. */
  private measureLetters(): void {
    const words = this.picture.querySelector<SVGTextElement>('.label .words');
    if (!words?.textContent) return;
    const sizePx = parseFloat(getComputedStyle(words).fontSize);
    const weight = words.classList.contains('is-strong') ? 600 : 450;
    const ratio = words.getComputedTextLength() / measureByTable(words.textContent, sizePx, weight);
    // The same letters: the table was measured from the font that is served.
    const scale = ratio > SAME_LETTERS ? ratio : 1;
    if (Math.abs(scale / this.letterScale - 1) < SAME_LETTERS - 1) return;
    this.letterScale = scale;
    this.measureText = scale === 1 ? measureByTable : (text, letterPx, letterWeight) => measureByTable(text, letterPx, letterWeight) * scale;
    this.rearrange();
    this.draw();
  }

  bounds() {
    return boundsOf(this.timeline.extent, this.size.widthPx);
  }

  // View

  private startCamera(): Camera {
    return cameraOn(this.timeline.extent, {
      bounds: () => this.bounds(),
      onMove: (isZooming) => {
        this.classList.add('is-moving');
        if (isZooming) this.classList.add('is-zooming');
        this.drawSoon();
      },
      onSettle: () => {
        this.settle();
        this.address.write();
      },
      onOwnMove: () => this.announcer.saySoon(() => this.viewWords()),
      onOwnArrival: () => this.announce(this.viewWords()),
    });
  }

  private settle(): void {
    // The window that is arranged is the one its address gives back, so that a link shows the same picture.
    this.camera.setView(viewInAddress(this.view));
    const {fromMs, toMs} = this.arrangement.view;
    if (fromMs !== this.view.fromMs || toMs !== this.view.toMs) this.rearrange();
    this.classList.remove('is-moving', 'is-zooming');
    this.classList.add('is-settling');
    clearTimeout(this.settlingTimer);
    this.settlingTimer = setTimeout(() => this.classList.remove('is-settling'), SETTLING_MS);
    this.draw();
  }

  rearrange(): void {
    this.arrangement = this.arranged(this.view, this.reading.selectedId);
  }

  private arranged(view: View, selectedId: string | null): Arrangement {
    const {timeline, size, matching, measureText} = this;
    return arrangeEvents(timeline, view, size, {selectedId, matching, aloneLane: laneAlone(timeline, matching), measureText});
  }

  readonly namedIn = (view: View): ReadonlySet<string> =>
    new Set(this.arranged(view, null).marks.flatMap(({id, label}) => (label ? [id] : [])));

  membersNear(lane: number, clientX: number): string[] {
    const atMs = (px: number) => msAtX(clientX - this.leftPx + px, this.view, this.size.widthPx);
    const [fromMs, toMs] = [atMs(-NEAR_RUG_PX), atMs(NEAR_RUG_PX)];
    const rug = this.arrangement.rugs[lane] ?? [];
    const near = rug.filter(({span}) => spanBounds(span).toMs >= fromMs && spanBounds(span).fromMs <= toMs);
    return (near.length > 0 ? near : rug.slice(0, 1)).map(({id}) => id);
  }

  pinList(link: SVGAElement): void {
    void this.wakeNotes().then(({pin}) => pin(link));
  }

  goToDays(days: View): void {
    this.views.goTo(days);
  }

  /** The one measure of a phone; after the last comes the first. */
  private showMeasure(place: number): void {
    const {measures} = this.timeline;
    this.measure = (place + measures.length) % measures.length;
    this.takeSize();
    this.rearrange();
    this.draw();
    const {name} = measures[this.measure]!;
    const count = this.querySelector('[data-measure][data-shown] dd')!.textContent;
    this.announce(`${name}: ${count}.`);
  }

  // Drawing

  drawSoon(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const scene = this.scene();
    const {shapes, placement} = drawingOf(scene);
    const hadFocus = this.picture.contains(document.activeElement);
    drawShapes(this.picture, shapes);
    if (hadFocus) this.reading.keepFocus();
    this.bar.show(scene, placement, this.matching);
    this.overview.show(scene, this.matching);
    this.brush.show(this.view);
    this.controls?.show();
    this.camera.drawn();
  }

  private scene(): Scene {
    return {
      ...this.clocks.known(),
      timeline: this.timeline,
      view: this.view,
      size: this.size,
      arrangement: this.arrangement,
      selectedId: this.reading.selectedId,
      playheadMs: this.playheadMs,
      tabStops: this.tabStops(),
      hrefOf: this.hrefInStory(),
    };
  }

  /** The one that last had focus or the selected one, where they are in sight, or else the first that begins there. */
  private tabStops(): readonly string[] {
    if (this.classList.contains('is-moving')) return this.stops;
    const {view} = this;
    const isSeen = (id: string | null): id is string => {
      const span = id === null ? undefined : eventsById(this.timeline).get(id)?.span;
      return span !== undefined && spanBounds(span).toMs >= view.fromMs && spanBounds(span).fromMs <= view.toMs;
    };
    // The first may be one of a day that has no room for it; then it is the next.
    const first = firstToBegin(this.reachable(), view, FIRST_STOPS);
    this.stops = [...[this.reading.focusId, this.reading.selectedId].filter(isSeen), ...first.map(({id}) => id)];
    return this.stops;
  }

  /** Where an event's entry is: on this page, or on the story's, as it is shown here. */
  readonly hrefOf = (id: string): string => this.hrefInStory()(id);

  private hrefInStory(): (id: string) => string {
    const address = this.storyHref === null ? '' : `${this.storyHref}${this.query()}`;
    return (id) => `${address}${this.hashOf(id)}`;
  }

  /** An event's place on the story's page. One that is not public yet has no name: its place is its chapter's number. */
  hashOf(id: string): string {
    if (this.standingOf(id) === 'known') return `#${id}`;
    const {chapter} = eventsById(this.timeline).get(id)!;
    return `#chapter_${this.timeline.chapters.findIndex(({id: other}) => other === chapter) + 1}`;
  }

  standingOf(id: string): Standing {
    return this.clocks.known().standingOf(id);
  }

  /** The events that search and filters let through. */
  private reachable(): readonly TimelineEvent[] {
    return this.timeline.events.filter(({id}) => this.matching?.has(id) ?? true);
  }

  isDisputed(id: string): boolean {
    return this.clocks.known().isDisputed(id);
  }

  // Reading

  get isSticky(): boolean {
    return this.foot.px > 0;
  }

  leaveFor(id: string): boolean {
    if (this.storyHref === null) return false;
    // In place of the page around the frame: a new window could be blocked, and Back comes back to that page.
    open(this.hrefInStory()(id), '_top');
    return true;
  }

  showStory(): void {
    this.find?.hide();
  }

  goToEntry(id: string): void {
    this.reading.goToEntry(id);
  }

  // Keys

  private pressKey(event: KeyboardEvent): void {
    const action = keyAction(event, this.reachable(), this.reading.focusId);
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
        this.act(this.isKnownThen ? 'known-now' : 'known-then');
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
        this.querySelector<HTMLElement>('[data-part="controls"]')?.showPopover();
        break;
      case 'leave':
        if (this.find?.isOpen) return; // It listens further out.
        this.querySelector<HTMLElement>('[popovertarget]')?.focus();
        break;
    }
    event.preventDefault();
  }

  // Playhead

  private isOnRuler(event: Event): boolean {
    if (event.type === 'wheel' || event.type === 'dblclick' || (event.target as Element).closest('.edge-link')) return false;
    return this.yInPlot(event) < this.size.rulerPx + this.size.stripPx;
  }

  /** The one measure of a phone takes taps and swipes for itself. */
  private isOnMeasures(event: Event): boolean {
    const {isCompact} = this.size;
    return isCompact && event.type !== 'wheel' && this.timeline.measures.length > 1 && this.yInPlot(event) > bandsOf(this.arrangement.plan, this.size).footPx;
  }

  private yInPlot(event: Event): number {
    const {clientY} = 'touches' in event ? (event as TouchEvent).changedTouches[0]! : (event as MouseEvent);
    return clientY - this.picture.getBoundingClientRect().top;
  }

  /** By whole days; by hours where hours are told apart. */
  private scrubTo(ms: number): void {
    const isHours = showsHours(pxPerDay(this.view, this.size.widthPx), this.size.isCompact);
    this.clocks.moveTo(isHours ? Math.round(ms / HOUR_MS) * HOUR_MS : playheadOfDay(ms));
  }

  private startClocks(): TwoClocks {
    return twoClocks(this.timeline, {
      onMove: () => {
        this.drawSoon();
        if (!this.isScrubbing) this.address.writeSoon();
        this.foldSoon();
      },
      onDay: (news) => {
        this.views.followHead();
        if (news[0]?.importance === 1) this.announce(this.words().newsOf(this.dayWords(), news[0].label));
      },
      onPlaying: (isPlaying) => this.showPlaying(isPlaying),
    });
  }

  private moveDay(days: 1 | -1): void {
    this.clocks.pause();
    this.clocks.moveDay(days);
    this.address.step();
    this.announce(this.isKnownThen ? this.knownWords() : this.words().playheadOn(this.dayWords(), dayInWords(this.playheadMs, this.timeline.language)));
  }

  private setKnownThen(isKnownThen: boolean): void {
    if (!this.clocks.setKnownThen(isKnownThen)) return;
    this.address.push();
    this.drawSoon();
    this.foldSoon();
    this.announce(isKnownThen ? this.knownWords() : this.words().allShown(this.timeline.events.length));
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
        if (this.storyHref !== null && name !== 'lane' && name !== 'return') return;
        this.finding ??= this.startFind();
        void this.finding.then((find) => find.act(action));
    }
  }

  private async startFind(): Promise<Find> {
    const {storyHref} = this;
    if (storyHref === null) this.find = await (await import('./find/find.ts')).startFind(this);
    else this.find = await (await import('./find/quiet-find.ts')).startQuietFind(this, storyHref);
    return this.find;
  }

  private step(step: 1 | -1): void {
    this.clocks.pause();
    // In Known then the next event is the next that the public hears of.
    const headOf = this.isKnownThen ? publicPlayheadOf : playheadOf;
    const events = this.isKnownThen ? this.reachable().toSorted((a, b) => headOf(a) - headOf(b)) : this.reachable();
    const event = neighbourEvent({...this.timeline, events}, events.map(headOf), this.playheadMs, this.reading.selectedId, step);
    if (!event) return;
    if (this.isKnownThen) {
      this.clocks.moveTo(headOf(event));
      this.address.step();
    }
    this.fold();
    this.reading.select(event.id, {goTo: scrollY > this.offsetTop - 2, reveal: true});
    this.announce(eventName(this.scene(), event));
  }

  // Replay

  private showPlaying(isPlaying: boolean): void {
    const button = this.querySelector('[data-action="play"]')!;
    button.setAttribute('aria-pressed', String(isPlaying));
    button.setAttribute('aria-label', isPlaying ? this.words().pause : this.words().play);
  }

  // Words

  private words(): StageWords {
    return stageWords(this.timeline.language);
  }

  private dayWords(): string {
    return dayName(this.timeline, this.playheadMs);
  }

  private knownWords(): string {
    return knownInWords(this.timeline, this.clocks.known(), this.playheadMs);
  }

  private viewWords(): string {
    return viewInWords({...this.timeline, events: this.reachable()}, this.view, this.clocks.known());
  }

  announce(words: string): void {
    this.announcer.say(words);
  }

  private fold(): void {
    clearTimeout(this.foldTimer);
    const dayMs = this.knownDayMs();
    if (dayMs === null && this.folds === null) return;
    this.folds ??= attachFold(document, this.timeline.language);
    this.folds.show(dayMs);
    // What was said last may be news of a day that has not come again yet.
    if ((dayMs ?? Infinity) < this.foldedMs) this.announcer.say('');
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
    return this.isKnownThen ? dayStartMs(this.playheadMs) : null;
  }

  withWholeStory<T>(read: () => T): T {
    return this.folds === null ? read() : this.folds.readWhole(read);
  }

  // Address

  query(): string {
    const {extent} = this.timeline;
    const isWhole = this.view.fromMs === extent.fromMs && this.view.toMs === extent.toMs;
    return queryFromState({filter: this.filter, view: isWhole ? null : this.view, knownDayMs: this.knownDayMs()});
  }

  private readAddress(): void {
    const {view, knownDayMs, filter} = stateFromQuery(location.search, this.timeline);
    this.filter = filter;
    this.camera.setView(view ?? this.timeline.extent);
    const {fromMs, toMs} = this.timeline.extent;
    const headMs = knownDayMs === null ? this.playheadMs : playheadOfDay(Math.min(Math.max(knownDayMs, fromMs), toMs - 1));
    this.clocks.take(headMs, knownDayMs !== null);
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
    if (this.filter || this.find) this.act('return');
    this.rearrange();
    this.settle();
    this.fold();
  }
}

customElements.define('zoomable-timeline', ZoomableTimeline);
