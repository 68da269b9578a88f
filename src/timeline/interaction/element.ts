/**
 * `<zoomable-timeline>`: wakes the drawing that the build left in the page. One state in, one drawing out. What readers do
 * to it is answered by live.ts, which a first picture does without.
 */
import {arrangeEvents, laneAlone} from '../layout/arrange.ts';
import type {Arrangement} from '../layout/arrange.ts';
import {compactSize, plotHeightPx, wideSize} from '../layout/size.ts';
import type {StageSize} from '../layout/size.ts';
import {asKnownOn} from '../model/known.ts';
import type {Known} from '../model/known.ts';
import {openingView} from '../model/opening.ts';
import {takeSpelling} from '../model/spelling.ts';
import type {Spelling} from '../model/spelling.ts';
import type {Standing} from '../model/standing.ts';
import {msFromIsoDay} from '../model/time.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import {drawShapes} from '../render/draw.ts';
import type {Scene} from '../render/scene.ts';
import {drawingOf} from '../render/stage.ts';
import type {AddressBar} from './address-bar.ts';
import {announcer} from './announcer.ts';
import type {Announcer} from './announcer.ts';
import {attachBar} from './bar.ts';
import type {Bar} from './bar.ts';
import {frameBrush} from './brush-frame.ts';
import type {Camera} from './camera.ts';
import {listenForFirstSigns} from './first-signs.ts';
import type {FirstSigns} from './first-signs.ts';
import {attachStickyOffset} from './sticky-offset.ts';
import type {StickyOffset} from './sticky-offset.ts';
import {late} from './late.ts';
import {DRAWN} from './around.ts';
import {leaveFor} from './leave.ts';
import {lettersOnScreen} from './letters.ts';
import {linkOf} from './links.ts';
import type {Live} from './live.ts';
import type {LiveStage} from './live-stage.ts';
import {noticesOn} from './notices.ts';
import type {Notices} from './notices.ts';
import {attachOpeningRow} from './opening-row.ts';
import type {OpeningRow} from './opening-row.ts';
import {attachOverview} from './overview.ts';
import type {Overview} from './overview.ts';
import {standInForPopover} from './popover.ts';
import {tabStops} from './stops.ts';
import {nextTask, pageLaidOut} from './tasks.ts';
import type {TwoClocks} from './two-clocks.ts';

const COMPACT_QUERY = '(max-width: 640px)';
/** How long rows and rail ease to where the settled window has them. */
const SETTLING_MS = 470;

export class ZoomableTimeline extends HTMLElement implements LiveStage {
  timeline!: Timeline;
  plot!: HTMLElement;
  picture!: SVGSVGElement;
  size!: StageSize;
  arrangement!: Arrangement;
  filter = '';
  matching: ReadonlySet<string> | null = null;
  announcer!: Announcer;
  private notices!: Notices;
  stickyOffset!: StickyOffset;
  private bar!: Bar;
  private overview!: Overview;
  private readonly letters = lettersOnScreen();
  private opening: OpeningRow | null = null;
  /** Where the picture begins, from the window's left edge. */
  leftPx = 0;
  /** Place of the measure that a phone has room for. */
  measure = 0;
  fit = (size: StageSize): StageSize => size;
  private frame = 0;
  /** While the view moves the tab stop stays where it is. */
  private stops: readonly string[] = [];
  private settlingTimer: ReturnType<typeof setTimeout> | undefined;
  /** Where the story's own page is, if the stage is alone in another page's frame; null on that page itself. */
  readonly storyHref = this.dataset['story'] ?? null;
  readonly ownDayMs = this.dataset['knownDay'] ? msFromIsoDay(this.dataset['knownDay']) : null;
  private signs!: FirstSigns;
  /** What answers readers; null until it has loaded. The four below come with it. */
  live: Live | null = null;
  camera!: Camera;
  clocks!: TwoClocks;
  address!: AddressBar;
  private firstKnown: Known | null = null;

  private measured!: () => void;
  private readonly isMeasured = new Promise<void>((done) => (this.measured = done));

  /** Brings what answers readers to life, if it is not yet. */
  readonly askForLive = late(
    () => import('./live.ts'),
    async ({Live}) => {
      await this.isMeasured;
      this.live ??= new Live(this);
      return this.live;
    },
    () => this.liveIsMissing(),
  );

  get view(): View {
    return this.live ? this.camera.view : openingView(this.timeline, this.size.isCompact);
  }

  get playheadMs(): number {
    return this.live ? this.clocks.playheadMs : this.timeline.opening.playheadMs;
  }

  get isKnownThen(): boolean {
    return this.live ? this.clocks.isKnownThen : this.ownDayMs !== null;
  }

  get isBoth(): boolean {
    return this.live?.clocks.isBoth ?? false;
  }

  known(): Known {
    return this.live ? this.clocks.known() : (this.firstKnown ??= asKnownOn(this.timeline, this.ownDayMs ?? Infinity));
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
    const words = stageWords(this.timeline.language).notices;
    this.notices = noticesOn(this, this.piece('notice') as HTMLTemplateElement, words, (said) => this.announcer.say(said));
    // An address that asks for more than the whole story of today has its answer in the first picture.
    const asked = location.search || location.hash ? this.askForLive() : null;
    const story = document.getElementById('story');
    const parts = [...(story?.children ?? [])] as HTMLElement[];
    this.stickyOffset = attachStickyOffset(this, [...this.querySelectorAll<HTMLElement>('[data-part="controls"]'), ...parts], (footPx) =>
      this.live?.feed.readBelow(footPx),
    );
    await pageLaidOut();
    this.takeSize();
    this.measured();
    await asked;
    await nextTask();
    this.rearrange();
    await nextTask();
    this.bar = attachBar(this, this.timeline);
    this.overview = attachOverview(this.piece('overview-picture'));
    this.opening = attachOpeningRow(this, this.timeline, (action, control) => void this.press(action, control));
    frameBrush(this.piece('overview'), this.view, this.timeline.extent);
    this.listen();
    this.draw();
    if (this.live) await this.answer();
    else if (asked) this.sayMissing(null);
    document.documentElement.dataset['script'] = 'ready';
    this.piece('still').remove();
    delete document.documentElement.dataset['folding'];
    this.opening?.ready();
    this.pressEarly();
    void document.fonts.ready.then(() => this.measureLetters());
    document.fonts.addEventListener('loadingdone', () => this.measureLetters());
  }

  piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  private listen(): void {
    new ResizeObserver(() => this.resize()).observe(this.plot);
    new ResizeObserver(() => {
      this.stickyOffset.measure();
      this.live?.checkPlace();
    }).observe(this);
    addEventListener('resize', () => this.resize());
    for (const button of this.querySelectorAll('[data-action]')) button.removeAttribute('disabled');
    for (const button of this.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
    const panel = this.querySelector<HTMLDialogElement>('[data-part="controls"]');
    if (panel) standInForPopover(panel, this);
    // Created when the panel opens, not when the page does: in the page it would claim the focus at once.
    const content = panel?.querySelector<HTMLTemplateElement>('template');
    content?.content.querySelector('h2')?.setAttribute('autofocus', '');
    panel?.addEventListener('beforetoggle', () => content?.replaceWith(content.content), {once: true});
    this.piece('to-events').addEventListener('click', (event) => {
      this.picture.querySelector<SVGAElement>('a[tabindex="0"]')?.focus({preventScroll: true});
      event.preventDefault();
    });
    this.signs = listenForFirstSigns(this, () => void this.answer());
  }

  /** Does what a button outside the stage is for. */
  private async press(action: string, control: HTMLElement): Promise<void> {
    await this.answer();
    if (!this.live) return this.sayMissing(control);
    this.live.noteControl(control);
    this.live.act(action);
  }

  /** Does what readers have done so far, once what answers it is there. */
  private async answer(): Promise<void> {
    const live = await this.askForLive();
    if (!live) return;
    live.open();
    this.signs.replay();
  }

  /** Carries out what was pressed before anything could answer; see masthead.js. */
  private pressEarly(): void {
    const pressed = this.querySelector<HTMLElement>('[data-pressed]');
    pressed?.removeAttribute('data-pressed');
    pressed?.click();
  }

  private liveIsMissing(): void {
    // Nobody has asked for anything yet.
    if (!this.signs?.isWaiting) return;
    const {control} = this.signs;
    const link = this.signs.forget();
    this.sayMissing(control);
    if (link) leaveFor(new URL(link.getAttribute('href')!, location.href).href);
  }

  /** Says at a control that what it leads to has not loaded. */
  sayMissing(control: Element | null): void {
    this.notices.missing(control);
  }

  // Size

  takeSize(): void {
    const isCompact = matchMedia(COMPACT_QUERY).matches;
    this.picture = this.plot.querySelector<SVGSVGElement>(isCompact ? '.plot-compact' : '.plot-wide')!;
    // The other is neither visible nor redrawn, and as the build left it, it would show everything on any day.
    this.plot.querySelector(isCompact ? '.plot-wide' : '.plot-compact')!.replaceChildren();
    const widthPx = Math.max(this.plot.clientWidth, 1);
    const heightPx = isCompact ? document.documentElement.clientHeight : innerHeight;
    this.size = this.fit(isCompact ? compactSize(widthPx, this.measure, heightPx) : wideSize(widthPx, heightPx));
    this.leftPx = this.picture.getBoundingClientRect().left;
    const {rowPx, measurePx} = this.size;
    const {style} = this.piece('rail');
    style.setProperty('--row-px', `${rowPx}px`);
    style.setProperty('--measure-px', `${measurePx}px`);
    this.picture.setAttribute('height', String(plotHeightPx(this.timeline, this.size)));
  }

  private resize(): void {
    this.stickyOffset.measure();
    const before = JSON.stringify(this.size);
    this.takeSize();
    if (JSON.stringify(this.size) === before) return;
    this.live?.camera.refit();
    this.rearrange();
    this.draw();
  }

  /** Lays out again where the letters on screen are wider than the table says. */
  private measureLetters(): void {
    if (!this.letters.measure(this.picture)) return;
    this.rearrange();
    this.draw();
  }

  // View

  settle(): void {
    const {fromMs, toMs} = this.arrangement.view;
    if (fromMs !== this.view.fromMs || toMs !== this.view.toMs) this.rearrange();
    this.classList.remove('is-moving', 'is-zooming');
    this.classList.add('is-settling');
    clearTimeout(this.settlingTimer);
    this.settlingTimer = setTimeout(() => {
      this.classList.remove('is-settling');
      // In shares again, which hold at any width, as on paper.
      if (!this.classList.contains('is-moving')) this.drawSoon();
    }, SETTLING_MS);
    this.draw();
  }

  rearrange(): void {
    this.arrangement = this.arranged(this.view, this.live?.reading.selectedId ?? null);
  }

  arranged(view: View, selectedId: string | null): Arrangement {
    const {timeline, size, matching, letters} = this;
    const aloneLane = laneAlone(timeline, matching);
    return arrangeEvents(timeline, view, size, {selectedId, matching, aloneLane, measureText: letters.measureText});
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
    drawShapes(this.picture, shapes, scene.isCarried ? this.size.widthPx : null);
    if (hadFocus) this.keepFocus();
    this.bar.show(scene, placement, this.matching);
    this.overview.show(scene, this.matching);
    this.opening?.show(scene, this.live?.isAnswered ?? false);
    this.live?.drawn();
    this.dispatchEvent(new Event(DRAWN));
  }

  /** A mark that is moved or taken out of the drawing lets go of the focus; it goes on where the reader's event is. */
  private keepFocus(): void {
    const {picture} = this;
    if (picture.contains(document.activeElement)) return;
    const id = this.live?.reading.focusId ?? null;
    const link = (id === null ? null : linkOf(picture, id)) ?? picture.querySelector<SVGAElement>('a[tabindex="0"]');
    link?.focus({preventScroll: true});
    this.live?.reading.comeTo(id);
  }

  scene(): Scene {
    return {
      ...this.known(),
      compared: this.live?.clocks.compared() ?? null,
      timeline: this.timeline,
      view: this.view,
      size: this.size,
      arrangement: this.arrangement,
      selectedId: this.live?.reading.selectedId ?? null,
      playheadMs: this.playheadMs,
      tabStops: this.tabStops(),
      isCarried: this.classList.contains('is-moving') || this.classList.contains('is-settling'),
      hrefOf: this.hrefInStory(),
    };
  }

  private tabStops(): readonly string[] {
    if (this.classList.contains('is-moving')) return this.stops;
    const {focusId = null, selectedId = null} = this.live?.reading ?? {};
    this.stops = tabStops(this.timeline, this.reachable(), this.view, [focusId, selectedId]);
    return this.stops;
  }

  /** Where an event's entry is: on this page, or on the story's, as it is shown here. */
  readonly hrefOf = (id: string): string => this.hrefInStory()(id);

  hrefInStory(): (id: string) => string {
    const first = this.ownDayMs === null ? '' : `?known=${this.dataset['knownDay']}`;
    const address = this.storyHref === null ? '' : `${this.storyHref}${this.live?.query() ?? first}`;
    return (id) => `${address}${this.hashOf(id)}`;
  }

  /** An event's place on the story's page. One that is not public yet has no name: its place is its chapter's number. */
  hashOf(id: string): string {
    if (this.standingOf(id) === 'known') return `#${id}`;
    const {chapter} = eventsById(this.timeline).get(id)!;
    return `#chapter_${this.timeline.chapters.findIndex(({id: other}) => other === chapter) + 1}`;
  }

  standingOf(id: string): Standing {
    return this.known().standingOf(id);
  }

  /** The events that search and filters let through. */
  reachable(): readonly TimelineEvent[] {
    return this.timeline.events.filter(({id}) => this.matching?.has(id) ?? true);
  }

  isDisputed(id: string): boolean {
    return this.known().isDisputed(id);
  }

  // What the controls, the notes and Find ask for; they come after what answers it.

  act(action: string): void {
    this.live!.act(action);
  }

  goToDays(days: View): void {
    this.live!.views.goTo(days);
  }

  goToEntry(id: string): void {
    this.live!.reading.goToEntry(id);
  }

  announce(words: string): void {
    this.announcer.say(words);
  }

  withWholeStory<T>(read: () => T): T {
    return this.live!.withWholeStory(read);
  }
}

customElements.define('zoomable-timeline', ZoomableTimeline);
