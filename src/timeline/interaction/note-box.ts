/** The box of the notes: what it shows, beside what, and whether it stays open. */
import type {TimelineEvent} from '../model/timeline.ts';
import {noteWords} from '../model/words/notes.ts';
import {ARROWS} from '../render/arrows.ts';
import {glyphPath} from '../render/glyphs.ts';
import type {Scene} from '../render/scene.ts';
import {listedEvents, writeList} from './count-list.ts';
import {membersOf, signBox} from './links.ts';
import {noteOfLink} from './note-words.ts';
import type {Note} from './note-words.ts';

const SVG = 'http://www.w3.org/2000/svg';
const GAP_PX = 10;
const EDGE_PX = 8;

/** What a stage does with the lines of a count's list. */
export interface ListStage {
  goToEntry(id: string): void;
  readonly hrefOf: (id: string) => string;
}

/** Shows one note or one list at a time; each reads the scene of its moment. */
export class NoteBox {
  private readonly stage: HTMLElement & ListStage;
  private readonly sceneNow: () => Scene;
  private readonly tip: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: string | null = null;
  /** What the list belongs to that stays open. */
  private pinned: HTMLElement | SVGAElement | null = null;

  constructor(stage: HTMLElement & ListStage, sceneNow: () => Scene) {
    this.stage = stage;
    this.sceneNow = sceneNow;
    this.tip = document.createElement('div');
    this.tip.className = 'tooltip';
    this.tip.hidden = true;
    this.tip.setAttribute('aria-hidden', 'true'); // Names and tables say the same to those who do not see it.
    stage.append(this.tip);
  }

  /** The key of what it is shown for, or null. */
  get shownFor(): string | null {
    return this.shown;
  }

  get isHidden(): boolean {
    return this.tip.hasAttribute('hidden');
  }

  get isList(): boolean {
    return this.tip.classList.contains('is-list');
  }

  get isPinned(): boolean {
    return this.pinned !== null;
  }

  contains(node: EventTarget | null): boolean {
    return this.tip.contains(node as Node | null);
  }

  /** Waits until something is shown or hidden; whatever it waited for before does not come. */
  wait(ms: number, then: () => void): void {
    this.stopWaiting();
    this.timer = setTimeout(then, ms);
  }

  stopWaiting(): void {
    clearTimeout(this.timer);
  }

  hide(): void {
    this.stopWaiting();
    if (this.pinned) return;
    this.tip.hidden = true;
    // What it said may not be public on the day that is shown next.
    this.tip.replaceChildren();
    this.shown = null;
  }

  /** @param hasKeys - Whether it also says which keys lead on. */
  show(key: string, note: Note, beside: DOMRect, hasKeys = false): void {
    this.stopWaiting();
    if (this.shown === key || this.pinned) return;
    this.shown = key;
    write(this.tip, note, this.sceneNow(), hasKeys);
    this.place(beside);
  }

  /** Shows what a link of the drawing holds: a list where that is more than one known event, else a note. */
  showLink(key: string, link: SVGAElement, hasKeys: boolean): void {
    if (!this.showList(key, link)) this.show(key, noteOfLink(link, this.sceneNow()), signBox(link), hasKeys);
  }

  /** Keeps the list of what a link holds open, with the focus on its first line. */
  pin(link: SVGAElement): void {
    this.pinned = null;
    this.shown = null;
    if (!this.showList(`pin-${link.getAttribute('data-key')}`, link)) return this.stage.goToEntry(membersOf(link)[0]!);
    this.keepOpen(link, link.getAttribute('aria-label') ?? '');
  }

  /** The same for events that no link holds, beside what was pressed. */
  pinEvents(ids: readonly string[], opener: HTMLElement): void {
    const scene = this.sceneNow();
    const events = listedEvents(scene, ids);
    this.pinned = null;
    if (events.length === 0) return this.tip.replaceChildren();
    this.list(scene, events, opener);
    this.place(opener.getBoundingClientRect());
    this.keepOpen(opener, opener.textContent);
  }

  unpin(): void {
    const {tip} = this;
    this.pinned = null;
    tip.classList.remove('is-pinned');
    tip.setAttribute('aria-hidden', 'true');
    tip.removeAttribute('role');
    tip.removeAttribute('aria-label');
    this.hide();
  }

  private keepOpen(opener: HTMLElement | SVGAElement, name: string): void {
    const {tip} = this;
    this.pinned = opener;
    tip.classList.add('is-pinned');
    tip.removeAttribute('aria-hidden');
    tip.setAttribute('role', 'group');
    tip.setAttribute('aria-label', name);
    tip.querySelector<HTMLElement>('.count-line')?.focus();
  }

  private showList(key: string, link: SVGAElement): boolean {
    const scene = this.sceneNow();
    const events = link.dataset['rug'] === undefined ? listedEvents(scene, membersOf(link)) : [];
    if (events.length < 2) return false;
    this.stopWaiting();
    if (this.shown === key || this.pinned) return true;
    this.shown = key;
    this.list(scene, events, link);
    this.place(signBox(link));
    return true;
  }

  /** @param opener - Has the focus again when a reader leaves the list. */
  private list(scene: Scene, events: readonly TimelineEvent[], opener: HTMLElement | SVGElement): void {
    const {tip, stage} = this;
    tip.replaceChildren();
    tip.classList.add('is-list');
    const leave = () => {
      this.unpin();
      opener.focus();
    };
    const go = (id: string) => {
      this.unpin();
      stage.goToEntry(id);
    };
    writeList(tip, scene, events, stage.hrefOf, go, leave);
  }

  private place(beside: DOMRect): void {
    const {tip} = this;
    tip.hidden = false;
    const around = this.stage.getBoundingClientRect();
    const {offsetWidth, offsetHeight} = tip;
    const leftPx = Math.min(Math.max(beside.left - around.left, EDGE_PX), around.width - offsetWidth - EDGE_PX);
    const belowPx = beside.bottom - around.top + GAP_PX;
    const isBelow = around.top + belowPx + offsetHeight <= innerHeight;
    tip.style.left = `${leftPx}px`;
    tip.style.top = `${isBelow ? belowPx : beside.top - around.top - offsetHeight - GAP_PX}px`;
  }
}

function write(tip: HTMLElement, {meta, title, text, lane}: Note, {timeline}: Scene, hasKeys: boolean): void {
  tip.replaceChildren();
  tip.classList.remove('is-list');
  const line = (className: string, words: string) => {
    if (!words) return null;
    const element = document.createElement('p');
    element.className = className;
    element.textContent = words;
    tip.append(element);
    return element;
  };
  const head = line('tooltip-meta', meta);
  if (head && lane !== null) {
    const {glyph, hue} = timeline.lanes[lane]!;
    head.prepend(drawing(`glyph hue-${hue}`, '-8 -8 16 16', 16, glyphPath(glyph)));
  }
  line('tooltip-title', title);
  line('tooltip-text', text);
  if (hasKeys) writeKeys(tip, timeline.language);
}

function writeKeys(tip: HTMLElement, language: string): void {
  const {enter, enterDoes, sideways, upAndDown} = noteWords(language).keys;
  const line = document.createElement('p');
  line.className = 'tooltip-keys';
  const key = (content: string | Node) => {
    const element = document.createElement('kbd');
    element.append(content);
    return element;
  };
  const arrow = (name: keyof typeof ARROWS) => key(drawing('icon', '0 0 20 20', 12, ARROWS[name]));
  line.append(key(enter), enterDoes, arrow('left'), arrow('right'), sideways, arrow('up'), arrow('down'), upAndDown);
  tip.append(line);
}

function drawing(className: string, viewBox: string, sizePx: number, d: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('width', String(sizePx));
  svg.setAttribute('height', String(sizePx));
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}
