/** `<zoomable-timeline>`: wakes the drawing that the build left in the page. One state in, one drawing out. */
import {arrangeEvents} from '../layout/arrange.ts';
import type {Arrangement} from '../layout/arrange.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {msAtX, pxPerDay, showsHours} from '../layout/scale.ts';
import type {Level} from '../layout/scale.ts';
import {compactSize, lanesFootPx, stageHeightPx, wideSize} from '../layout/size.ts';
import type {StageSize} from '../layout/size.ts';
import {firstPlayheadMs, lastPlayheadMs, playheadOf, playheadOfDay, publicPlayheadOf, stepOfPlayhead} from '../model/playhead.ts';
import {takeSpelling} from '../model/spelling.ts';
import type {Spelling} from '../model/spelling.ts';
import {kept} from '../model/kept.ts';
import {asKnownOn} from '../model/known.ts';
import type {KnownThen} from '../model/known.ts';
import type {Standing} from '../model/standing.ts';
import {dayStartMs, HOUR_MS} from '../model/time.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {clampView, lengthMs, panView, zoomView} from '../model/view.ts';
import type {View} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {drawShapes} from '../render/draw.ts';
import {dayInWords, dayName, eventName} from '../render/names.ts';
import {drawingOf} from '../render/stage.ts';
import type {Scene} from '../render/stage.ts';
import {queryFromState, stateFromQuery} from './address.ts';
import {addressBar} from './address-bar.ts';
import {viewOfChapter, viewOfEvent, viewOfGroup, viewOfInstant, viewOfLevel} from './aim.ts';
import {attachBar} from './bar.ts';
import type {Bar} from './bar.ts';
import {listenToBrush} from './brush.ts';
import type {Brush} from './brush.ts';
import type {Controls, ControlStage} from './controls.ts';
import {listenToFeed} from './feed.ts';
import type {Feed} from './feed.ts';
import type {Find, FindStage} from './find/find.ts';
import {foldFeed} from './fold.ts';
import {keyAction, neighbourEvent} from './keys.ts';
import {idOfLink, linkOf, membersOf, nearestLink} from './links.ts';
import {flyToView, prefersStill} from './motion.ts';
import {attachOverview} from './overview.ts';
import type {Overview} from './overview.ts';
import {replaySteps} from './play.ts';
import {startReplay} from './replay.ts';
import {listenForScrub} from './scrub.ts';
import {knownInWords, viewInWords} from './speech.ts';
import {listenForTaps} from './taps.ts';
import {nextTask, pageLaidOut} from './tasks.ts';
import {listenForHold, listenForSwipes} from './touches.ts';
import {boundsOf, listenForViews} from './zoom.ts';
import type {ViewSource} from './zoom.ts';

const SETTLE_MS = 160;
const FOLD_MS = 120;
/** A message waits until the reader's hand rests, so that one action gives one. */
const ANNOUNCE_MS = 500;
const ZOOM_FACTOR = 1.6;
/** How long a finger's press beside a mark waits, as it may be the first of two. */
const SECOND_TAP_MS = 300;
/** Share of the view that Earlier and Later move by. */
const STEP_SHARE = 0.5;
const COMPACT_QUERY = '(max-width: 640px)';

const keptKnown = kept(asKnownOn);

class ZoomableTimeline extends HTMLElement implements FindStage, ControlStage {
  timeline!: Timeline;
  private byId!: Map<string, TimelineEvent>;
  private plot!: HTMLElement;
  private picture!: SVGSVGElement;
  private size!: StageSize;
  view!: View;
  private arrangement!: Arrangement;
  playheadMs = 0;
  isKnownThen = false;
  filter = '';
  matching: ReadonlySet<string> | null = null;
  private find: Find | null = null;
  private finding: Promise<Find> | null = null;
  private selectedId: string | null = null;
  private focusId: string | null = null;
  private feed!: Feed;
  private source!: ViewSource;
  private bar!: Bar;
  private overview!: Overview;
  private brush!: Brush;
  private controls: Controls | null = null;
  private hasFolds = false;
  private letterScale = 1;
  private footPx = -1;
  /** Place of the measure that a phone has room for. */
  private measure = 0;
  private chapter: string | null = null;
  /** A reader's own zoom or pan holds until the next chapter. */
  private isOwnView = false;
  private frame = 0;
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  private foldTimer: ReturnType<typeof setTimeout> | undefined;
  private announceTimer: ReturnType<typeof setTimeout> | undefined;
  private pressTimer: ReturnType<typeof setTimeout> | undefined;
  /** Where the story's own page is, if the stage stands alone in another page's frame; null on that page itself. */
  private readonly storyHref = this.dataset['story'] ?? null;
  private readonly address = addressBar(() => this.query(), this.storyHref === null);
  /** While the playhead is dragged the address waits; where it ends is one step for Back. */
  private isScrubbing = false;
  private stopMotion: () => void = () => {};
  private stopPlay: (() => void) | null = null;

  connectedCallback(): void {
    if (this.plot) return;
    this.plot = this.piece('plot');
    void this.wake();
  }

  /** Step by step, so that the page answers between them; before the last it is the picture that the build left. */
  private async wake(): Promise<void> {
    this.timeline = JSON.parse(this.piece('timeline').textContent!) as Timeline;
    takeSpelling(this.timeline.language, JSON.parse(this.piece('spelling').textContent!) as Spelling);
    this.byId = new Map(this.timeline.events.map((event) => [event.id, event]));
    this.playheadMs = lastPlayheadMs(this.timeline);
    this.view = this.timeline.extent;
    await pageLaidOut();
    this.takeSize();
    this.readAddress();
    await nextTask();
    this.rearrange();
    await nextTask();
    this.source = listenForViews(
      this.plot,
      this.timeline.extent,
      () => this.size.widthPx,
      () => this.view,
      (view) => this.changeView(view, {isOwn: true}),
      (event) => this.isOnRuler(event) || this.isOnMeasures(event),
    );
    this.bar = attachBar(this, this.timeline);
    this.overview = attachOverview(this.piece('overview-picture'));
    this.brush = listenToBrush(
      this.piece('overview'),
      this.timeline.extent,
      () => this.bounds().shortestMs,
      (ms) => dayInWords(ms, this.timeline.language),
      (view) => this.changeView(view, {isOwn: true}),
    );
    this.feed = listenToFeed(document, (id) => this.readEntry(id));
    this.listen();
    this.source.take(this.view);
    this.draw();
    this.fold();
    document.documentElement.dataset['script'] = 'ready';
    if (this.filter) this.act('return');
    const opened = this.idInAddress();
    if (opened) this.takeFoot({now: true});
    if (opened) this.select(opened, {reveal: !stateFromQuery(location.search).view, goTo: true, focus: false});
    void document.fonts.ready.then(() => this.measureLetters());
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  private listen(): void {
    new ResizeObserver(() => this.resize()).observe(this.plot);
    new ResizeObserver(() => this.takeFoot()).observe(this);
    addEventListener('resize', () => this.resize());
    addEventListener('popstate', () => this.returnTo());
    addEventListener('hashchange', () => this.returnTo());
    this.plot.addEventListener('click', (event) => this.press(event));
    this.plot.addEventListener('keydown', (event) => this.pressKey(event));
    this.plot.addEventListener('focusin', ({target}) => {
      const link = (target as Element).closest<SVGAElement>('a');
      // A group keeps the member that the reader has come to.
      if (!this.focusId || link !== linkOf(this.picture, this.focusId)) this.focusId = idOfLink(link) ?? this.focusId;
    });
    listenForScrub(this.plot, {
      isOnRuler: (event) => this.isOnRuler(event),
      onStart: () => {
        this.pause();
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
      if (!(event.target as Element).closest('a')) this.zoomAt(event.clientX);
    });
    this.listenToFingers();
    const wakeNotes = () => {
      this.removeEventListener('pointerover', wakeNotes);
      this.removeEventListener('focusin', wakeNotes);
      void import('./tooltip.ts').then(({attachTooltip}) => attachTooltip(this, this.plot, () => this.scene()));
    };
    this.addEventListener('pointerover', wakeNotes);
    this.addEventListener('focusin', wakeNotes);
    const panel = this.querySelector<HTMLElement>('[data-part="controls"]');
    // Where the panel opens, not where the page does: standing in the page it would ask for the focus at once.
    panel?.querySelector('h2')?.setAttribute('autofocus', '');
    panel?.addEventListener('beforetoggle', () => void import('./controls.ts').then(({attachControls}) => (this.controls = attachControls(this, panel))), {once: true});
    document.getElementById('story')?.addEventListener('keydown', (event) => this.returnToMark(event));
    for (const button of this.querySelectorAll<HTMLElement>('[data-action]')) {
      button.removeAttribute('disabled');
      button.addEventListener('click', () => this.act(button.dataset['action']!));
    }
    for (const button of this.querySelectorAll<HTMLElement>('[data-level]')) {
      button.addEventListener('click', () => this.goToLevel(button.dataset['level'] as Level));
    }
  }

  private listenToFingers(): void {
    let pulledFrom: View | null = null;
    listenForTaps(
      this.plot,
      {
        onSecond: () => {
          clearTimeout(this.pressTimer);
          pulledFrom = this.view;
        },
        onDoubleTap: (clientX) => this.zoomAt(clientX),
        onPull: (clientX, doublings) => {
          const anchorMs = msAtX(this.xInPlot(clientX), pulledFrom!, this.size.widthPx);
          this.changeView(zoomView(pulledFrom!, 2 ** doublings, anchorMs), {isOwn: true});
        },
      },
      (event) => this.isOnRuler(event) || this.isOnMeasures(event) || (event.target as Element).closest('a') !== null,
    );
    listenForSwipes(this.plot, (event) => this.isOnMeasures(event), (step) => this.showMeasure(this.measure + step));
    listenForHold(this.querySelector<HTMLElement>('.timecode')!, () => this.act(this.isKnownThen ? 'known-now' : 'known-then'));
  }

  // Size

  private takeSize(): void {
    const isCompact = matchMedia(COMPACT_QUERY).matches;
    this.picture = this.plot.querySelector<SVGSVGElement>(isCompact ? '.plot-compact' : '.plot-wide')!;
    const widthPx = Math.max(this.plot.clientWidth, 1);
    this.size = isCompact ? compactSize(widthPx, this.measure) : wideSize(widthPx, innerHeight);
    const {rowPx, measurePx} = this.size;
    const {style} = this.piece('rail');
    style.setProperty('--row-px', `${rowPx}px`);
    style.setProperty('--measure-px', `${measurePx}px`);
    this.picture.setAttribute('height', String(stageHeightPx(this.timeline, this.size)));
  }

  /** How far down the stage covers the window; what it may not cover keeps clear of it. */
  private takeFoot({now = false} = {}): void {
    const footPx = getComputedStyle(this).position === 'sticky' ? this.offsetHeight : 0;
    this.feed.readBelow(footPx);
    if (footPx === this.footPx && !now) return;
    this.footPx = footPx;
    void this.keepClear(now);
  }

  /** A part of the page in a frame: all that is in it takes its style anew. */
  private async keepClear(now: boolean): Promise<void> {
    const {footPx} = this;
    for (const part of [this.querySelector<HTMLElement>('[data-part="controls"]'), ...(document.getElementById('story')?.children ?? [])]) {
      (part as HTMLElement | null)?.style.setProperty('--stage-height-px', `${footPx}px`);
      if (!now) await pageLaidOut();
      if (footPx !== this.footPx) return;
    }
  }

  private resize(): void {
    this.takeFoot();
    const {widthPx, rowPx, isCompact, measures} = this.size;
    this.takeSize();
    const now = this.size;
    if (now.widthPx === widthPx && now.rowPx === rowPx && now.isCompact === isCompact && now.measures === measures) return;
    this.view = clampView(this.view, this.bounds());
    this.source.take(this.view);
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
    if (!(ratio > 1.02)) return;
    this.letterScale = ratio;
    this.rearrange();
    this.draw();
  }

  private bounds() {
    return boundsOf(this.timeline.extent, this.size.widthPx);
  }

  // View

  private changeView(view: View, {isOwn = false, settleNow = false} = {}): void {
    const before = pxPerDay(this.view, this.size.widthPx);
    this.view = clampView(view, this.bounds());
    if (isOwn) {
      this.isOwnView = true;
      this.stopMotion();
      this.announceViewSoon();
    }
    const isZooming = Math.abs(pxPerDay(this.view, this.size.widthPx) / before - 1) > 1e-6;
    if (isZooming) this.classList.add('is-zooming');
    clearTimeout(this.settleTimer);
    if (settleNow) this.settle();
    else {
      this.settleTimer = setTimeout(() => this.settle(), SETTLE_MS);
      this.drawSoon();
    }
    this.address.writeSoon();
  }

  private settle(): void {
    this.source.take(this.view);
    if (Math.abs(pxPerDay(this.view, this.size.widthPx) / this.arrangement.pxPerDay - 1) > 1e-6) this.rearrange();
    this.classList.remove('is-zooming');
    this.draw();
  }

  private flyTo(view: View, {isOwn = false} = {}): void {
    this.stopMotion();
    this.source.stop();
    if (isOwn) this.isOwnView = true;
    const target = clampView(view, this.bounds());
    this.stopMotion = flyToView(
      this.view,
      target,
      (step) => this.changeView(step),
      () => {
        this.stopMotion = () => {};
        this.settle();
        if (isOwn) this.announceView();
      },
    );
  }

  rearrange(): void {
    const {letterScale, matching} = this;
    const scale = pxPerDay(this.view, this.size.widthPx);
    const measureText = (text: string, sizePx: number, weight: 450 | 600) => measureByTable(text, sizePx, weight) * letterScale;
    const arrange = (selectedId: string | null) => arrangeEvents(this.timeline, scale, this.size, {selectedId, matching, measureText});
    this.arrangement = arrange(this.selectedId);
  }

  private goToLevel(level: Level): void {
    const {bracket} = this.timeline;
    // A reader who has not touched anything yet is taken to the heart of the story, not to its last day.
    const isUntouched = !this.selectedId && this.playheadMs === lastPlayheadMs(this.timeline);
    const middleMs = isUntouched && bracket ? (bracket.fromMs + bracket.toMs) / 2 : this.playheadMs;
    this.flyTo(viewOfLevel(level, middleMs, this.size.widthPx, this.timeline.extent), {isOwn: true});
  }

  private fit(): void {
    this.flyTo(this.timeline.extent, {isOwn: true});
  }

  private zoomBy(factor: number): void {
    const focused = this.selectedId ?? this.focusId;
    const anchor = focused ? playheadOf(this.byId.get(focused)!) : this.playheadMs;
    const isSeen = anchor >= this.view.fromMs && anchor <= this.view.toMs;
    this.flyTo(zoomView(this.view, factor, isSeen ? anchor : (this.view.fromMs + this.view.toMs) / 2), {isOwn: true});
  }

  private panBy(share: number): void {
    this.flyTo(panView(this.view, lengthMs(this.view) * share), {isOwn: true});
  }

  goToDays(days: View): void {
    this.flyTo(days, {isOwn: true});
  }

  private zoomAt(clientX: number): void {
    this.flyTo(zoomView(this.view, 2, msAtX(this.xInPlot(clientX), this.view, this.size.widthPx)), {isOwn: true});
  }

  private xInPlot(clientX: number): number {
    return clientX - this.picture.getBoundingClientRect().left;
  }

  /** The one measure of a phone; after the last comes the first. */
  private showMeasure(place: number): void {
    const {measures} = this.timeline;
    this.measure = (place + measures.length) % measures.length;
    this.takeSize();
    this.draw();
    const {name} = measures[this.measure]!;
    const count = this.querySelector('[data-measure][data-shown] dd')!.textContent;
    this.announce(`${name}: ${count}.`);
  }

  // Drawing

  private drawSoon(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const scene = this.scene();
    const {shapes} = drawingOf(scene);
    const hadFocus = this.picture.contains(document.activeElement);
    drawShapes(this.picture, shapes);
    if (hadFocus) this.keepFocus();
    this.bar.show(scene, this.knownOnDay(), this.matching);
    this.overview.show(scene, this.matching);
    this.brush.show(this.view);
    this.controls?.show();
  }

  private scene(): Scene {
    const knownThen = this.knownOnDay()?.events;
    return {
      timeline: this.timeline,
      view: this.view,
      size: this.size,
      arrangement: this.arrangement,
      selectedId: this.selectedId,
      playheadMs: this.playheadMs,
      isKnownThen: this.isKnownThen,
      // The one that last had focus, the selected one, or the first in sight.
      tabStops: [this.focusId, this.selectedId].filter((id) => id !== null),
      standingOf: (id) => knownThen?.get(id)!.standing ?? 'known',
      isDisputed: (id) => (knownThen?.get(id) ?? this.byId.get(id)!).isDisputed,
      ...(this.storyHref === null ? {} : {hrefOf: this.hrefInStory()}),
    };
  }

  /** The story's page, open at an event as it is shown here. */
  private hrefInStory(): (id: string) => string {
    const address = `${this.storyHref}${this.query()}`;
    return (id) => `${address}#${id}`;
  }

  standingOf(id: string): Standing {
    return this.knownOnDay()?.events.get(id)!.standing ?? 'known';
  }

  /** The events that search and filters let through. */
  private reachable(): readonly TimelineEvent[] {
    return this.timeline.events.filter(({id}) => this.matching?.has(id) ?? true);
  }

  isDisputed(id: string): boolean {
    return (this.knownOnDay()?.events.get(id) ?? this.byId.get(id)!).isDisputed;
  }

  /** What the public knew on the playhead's day, or null in Known now; worked out once a day, not once a frame. */
  private knownOnDay(): KnownThen | null {
    return this.isKnownThen ? keptKnown(this.timeline, dayStartMs(this.playheadMs)) : null;
  }

  /** A mark that is moved or taken out of the drawing lets go of the focus; it goes on where the reader's event is. */
  private keepFocus(): void {
    if (this.picture.contains(document.activeElement)) return;
    const {focusId} = this;
    const link = (focusId && linkOf(this.picture, focusId)) || this.picture.querySelector<SVGAElement>('a[tabindex="0"]');
    link?.focus({preventScroll: true});
    this.focusId = focusId;
  }

  // Selection

  private select(id: string, {reveal = true, goTo = false, focus = false} = {}): void {
    const event = this.byId.get(id);
    if (!event) return;
    this.selectedId = id;
    this.focusId = id;
    this.chapter = event.chapter;
    // In Known then the reader has chosen the day; reading on does not change it.
    if (!this.isKnownThen) this.playheadMs = playheadOf(event);
    this.feed.mark(id);
    this.rearrange();
    if (reveal) this.reveal(event);
    this.drawSoon();
    if (goTo) this.feed.goTo(id, {focus, smooth: !prefersStill()});
  }

  private reveal(event: TimelineEvent): void {
    const view = this.viewWith(event);
    if (view.fromMs !== this.view.fromMs) this.flyTo(view);
  }

  private viewWith(event: TimelineEvent): View {
    return viewOfEvent(event, this.view, this.arrangement, this.bounds());
  }

  /** The feed has brought an entry under the stage. */
  private readEntry(id: string): void {
    if (id === this.selectedId || this.stopPlay) return;
    const event = this.byId.get(id);
    if (!event) return;
    const isNewChapter = event.chapter !== this.chapter;
    if (isNewChapter) this.isOwnView = false;
    this.select(id, {reveal: !isNewChapter && !this.isOwnView});
    if (isNewChapter) this.flyTo(viewOfChapter(this.timeline, event.chapter));
  }

  private press(event: MouseEvent): void {
    const link = (event.target as Element).closest<SVGAElement>('a');
    const target = link ?? (this.isOnMeasures(event) ? null : nearestLink(this.picture, event));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(this.pressTimer);
    if (link || (event as PointerEvent).pointerType !== 'touch') this.open(target);
    else this.pressTimer = setTimeout(() => this.open(target), SECOND_TAP_MS);
  }

  /** A group opens into the view that fits it; an event opens its entry. */
  private open(link: SVGAElement): void {
    const members = membersOf(link);
    const view = viewOfGroup(this.timeline, members, this.view, this.bounds());
    if (!view) return this.goToEntry(link.dataset['id'] ?? members[0]!);
    this.focusId = members[0]!;
    this.flyTo(view, {isOwn: true});
  }

  goToEntry(id: string): void {
    this.pause();
    if (this.storyHref !== null) {
      // In place of the page around the frame: a new window could be blocked, and Back comes back to that page.
      open(this.hrefInStory()(id), '_top');
      return;
    }
    this.find?.hide();
    // Before the page scrolls, so that Back knows where the reader was.
    this.address.push(`#${id}`);
    this.select(id, {goTo: true, focus: true, reveal: true});
  }

  // Keys

  private pressKey(event: KeyboardEvent): void {
    const action = keyAction(event, this.reachable(), this.focusId);
    if (!action) return;
    switch (action.kind) {
      case 'focus':
        this.focusEvent(action.id);
        break;
      case 'zoom':
        this.zoomBy(action.factor);
        break;
      case 'pan':
        this.panBy(action.share);
        break;
      case 'fit':
        this.fit();
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
        if (link) this.open(link);
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

  private focusEvent(id: string): void {
    this.focusId = id;
    const view = this.viewWith(this.byId.get(id)!);
    if (view.fromMs !== this.view.fromMs) this.changeView(view, {isOwn: true, settleNow: true});
    else this.draw();
    linkOf(this.picture, id)?.focus({preventScroll: this.footPx > 0});
  }

  /** Escape on an entry's title goes back to the mark that led there. */
  private returnToMark(event: KeyboardEvent): void {
    const title = event.target as Element;
    const id = title.matches('h3, h4') ? title.closest('[data-event]')?.id : undefined;
    if (event.key !== 'Escape' || !id || !this.byId.has(id)) return;
    event.preventDefault();
    this.focusEvent(id);
  }

  // Playhead

  private isOnRuler(event: Event): boolean {
    if (event.type === 'wheel' || event.type === 'dblclick') return false;
    return this.yInPlot(event) < this.size.rulerPx + this.size.stripPx;
  }

  /** The one measure of a phone takes taps and swipes for itself. */
  private isOnMeasures(event: Event): boolean {
    const {isCompact} = this.size;
    return isCompact && event.type !== 'wheel' && this.timeline.measures.length > 1 && this.yInPlot(event) > lanesFootPx(this.timeline, this.size);
  }

  private yInPlot(event: Event): number {
    const {clientY} = 'touches' in event ? (event as TouchEvent).changedTouches[0]! : (event as MouseEvent);
    return clientY - this.picture.getBoundingClientRect().top;
  }

  /** By whole days; by hours where hours are told apart. */
  private scrubTo(ms: number): void {
    const isHours = showsHours(pxPerDay(this.view, this.size.widthPx));
    this.moveHead(isHours ? Math.round(ms / HOUR_MS) * HOUR_MS : playheadOfDay(ms));
  }

  private moveHead(ms: number): void {
    const {fromMs, toMs} = this.timeline.extent;
    this.playheadMs = Math.min(Math.max(ms, fromMs), toMs - 1);
    this.drawSoon();
    if (!this.isScrubbing) this.address.writeSoon();
    this.foldSoon();
  }

  private moveDay(days: 1 | -1): void {
    this.pause();
    this.moveHead(stepOfPlayhead(this.timeline.extent, this.playheadMs, days));
    this.address.step();
    this.announce(this.isKnownThen ? this.knownWords() : this.words().playheadOn(this.dayWords(), dayInWords(this.playheadMs, this.timeline.language)));
  }

  private setKnownThen(isKnownThen: boolean, {push = true} = {}): void {
    if (this.isKnownThen === isKnownThen) return;
    this.isKnownThen = isKnownThen;
    if (push) this.address.push();
    this.drawSoon();
    this.foldSoon();
    this.announce(isKnownThen ? this.knownWords() : this.words().allShown(this.timeline.events.length));
  }

  act(action: string): void {
    const [name, what] = action.split(' ');
    switch (name) {
      case 'level':
        return this.goToLevel(what as Level);
      case 'measure':
        return this.showMeasure(this.timeline.measures.findIndex(({id}) => id === what));
      case 'earlier':
      case 'later':
        return this.panBy(name === 'earlier' ? -STEP_SHARE : STEP_SHARE);
      case 'day-back':
      case 'day-on':
        return this.moveDay(name === 'day-back' ? -1 : 1);
      case 'zoom-in':
        return this.zoomBy(ZOOM_FACTOR);
      case 'zoom-out':
        return this.zoomBy(1 / ZOOM_FACTOR);
      case 'fit':
        return this.fit();
      case 'known-now':
        this.pause();
        return this.setKnownThen(false);
      case 'known-then':
        return this.setKnownThen(true);
      case 'play':
        return this.stopPlay ? this.pause() : this.play();
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
    if (storyHref === null) this.find = (await import('./find/find.ts')).startFind(this);
    else this.find = await (await import('./find/quiet-find.ts')).startQuietFind(this, storyHref);
    return this.find;
  }

  private step(step: 1 | -1): void {
    this.pause();
    // In Known then the next event is the next that the public hears of.
    const headOf = this.isKnownThen ? publicPlayheadOf : playheadOf;
    const events = this.isKnownThen ? this.reachable().toSorted((a, b) => headOf(a) - headOf(b)) : this.reachable();
    const event = neighbourEvent({...this.timeline, events}, events.map(headOf), this.playheadMs, this.selectedId, step);
    if (!event) return;
    if (this.isKnownThen) {
      this.moveHead(headOf(event));
      this.address.step();
    }
    this.fold();
    this.select(event.id, {goTo: scrollY > this.offsetTop - 2, reveal: true});
    this.announce(eventName(this.scene(), event));
  }

  // Replay

  private play(): void {
    this.setKnownThen(true);
    const isOver = this.playheadMs >= lastPlayheadMs(this.timeline);
    this.showPlaying(true);
    let isEnded = false;
    const stop = startReplay(replaySteps(this.timeline, isOver ? firstPlayheadMs(this.timeline) : this.playheadMs), {
      onHead: (ms) => this.moveHead(ms),
      onStep: ({news}) => {
        this.keepHeadInView();
        if (news[0]?.importance === 1) this.announce(this.words().newsOf(this.dayWords(), news[0].label));
      },
      onEnd: () => {
        isEnded = true;
        this.pause();
      },
    });
    if (!isEnded) this.stopPlay = stop;
  }

  private pause(): void {
    this.stopPlay?.();
    if (this.stopPlay) this.moveHead(playheadOfDay(this.playheadMs));
    this.stopPlay = null;
    this.showPlaying(false);
  }

  private showPlaying(isPlaying: boolean): void {
    const button = this.querySelector('[data-action="play"]')!;
    button.setAttribute('aria-pressed', String(isPlaying));
    button.setAttribute('aria-label', isPlaying ? this.words().pause : this.words().play);
  }

  private keepHeadInView(): void {
    const view = viewOfInstant(this.playheadMs, this.view, this.bounds());
    if (view.fromMs !== this.view.fromMs) this.changeView(view);
  }

  // Words

  private words(): StageWords {
    return stageWords(this.timeline.language);
  }

  private dayWords(): string {
    return dayName(this.timeline, this.playheadMs);
  }

  private knownWords(): string {
    return knownInWords(this.timeline, (id) => this.standingOf(id), this.playheadMs);
  }

  private announceView(): void {
    const isKnown = this.isKnownThen ? (id: string) => this.standingOf(id) === 'known' : null;
    this.announce(viewInWords({...this.timeline, events: this.reachable()}, this.view, (id) => this.isDisputed(id), isKnown));
  }

  private announceViewSoon(): void {
    clearTimeout(this.announceTimer);
    this.announceTimer = setTimeout(() => this.announceView(), ANNOUNCE_MS);
  }

  announce(words: string): void {
    clearTimeout(this.announceTimer);
    const status = this.piece('status');
    if (status.textContent !== words) status.textContent = words;
  }

  private fold(): void {
    clearTimeout(this.foldTimer);
    if (!this.isKnownThen && !this.hasFolds) return;
    this.hasFolds = this.isKnownThen;
    foldFeed(document, this.isKnownThen ? dayStartMs(this.playheadMs) : null, this.timeline.language);
    this.find?.refresh();
  }

  /** Leaves the feed alone while the playhead is on its way. */
  private foldSoon(): void {
    clearTimeout(this.foldTimer);
    this.foldTimer = setTimeout(() => this.fold(), FOLD_MS);
  }

  // Address

  query(): string {
    const {extent} = this.timeline;
    const isWhole = this.view.fromMs === extent.fromMs && this.view.toMs === extent.toMs;
    return queryFromState({filter: this.filter, view: isWhole ? null : this.view, knownDayMs: this.isKnownThen ? dayStartMs(this.playheadMs) : null});
  }

  private readAddress(): void {
    const {view, knownDayMs, filter} = stateFromQuery(location.search);
    this.filter = filter;
    this.view = clampView(view ?? this.timeline.extent, this.bounds());
    this.isKnownThen = knownDayMs !== null;
    if (knownDayMs !== null) {
      const {fromMs, toMs} = this.timeline.extent;
      this.playheadMs = playheadOfDay(Math.min(Math.max(knownDayMs, fromMs), toMs - 1));
    }
  }

  private idInAddress(): string | null {
    const id = location.hash.slice(1);
    return this.byId.has(id) ? id : null;
  }

  private returnTo(): void {
    const before = this.selectedId;
    this.readAddress();
    this.source.take(this.view);
    const id = this.idInAddress();
    if (id && id !== before) this.select(id, {reveal: false});
    if (!id) {
      this.selectedId = null;
      this.feed.mark(null);
    }
    if (this.filter || this.find) this.act('return');
    this.rearrange();
    this.draw();
    this.fold();
  }
}

customElements.define('zoomable-timeline', ZoomableTimeline);
