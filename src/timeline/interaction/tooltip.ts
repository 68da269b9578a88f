/** A note beside what is pointed at or has focus: an event, a count, or a state. */
import type {Scene} from '../render/scene.ts';
import {NoteBox} from './note-box.ts';
import type {ListStage} from './note-box.ts';
import {noteAt, noteOfButton, sourcesOf} from './note-words.ts';

const HOVER_MS = 250;
const LEAVE_MS = 120;
const LINK = '.plot-picture a';

export interface Notes {
  /** Keeps the list of what a count holds open beside it, with the focus on its first line. */
  readonly pin: (link: SVGAElement) => void;
  /** The same for events that no count holds, beside what was pressed. */
  readonly pinEvents: (ids: readonly string[], opener: HTMLElement) => void;
}

/** Makes notes appear in a stage. */
export function attachTooltip(stage: HTMLElement & ListStage, plot: HTMLElement, sceneNow: () => Scene): Notes {
  const box = new NoteBox(stage, sceneNow);
  listenToPointer(stage, plot, box, sceneNow);
  listenToFocus(stage, box, sceneNow);
  listenToKeys(stage, box);
  for (const button of stage.querySelectorAll<HTMLElement>('[data-note]')) {
    button.addEventListener('click', () => showButton('press', button, stage, box, sceneNow()));
  }
  return {pin: (link) => box.pin(link), pinEvents: (ids, opener) => box.pinEvents(ids, opener)};
}

function listenToPointer(stage: HTMLElement, plot: HTMLElement, box: NoteBox, sceneNow: () => Scene): void {
  stage.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0 || box.contains(event.target)) return;
    // What moves away under the pointer is not pointed at; and to ask where it is would lay the page out in every frame.
    if (stage.classList.contains('is-moving')) return box.hide();
    const {clientX, clientY} = event;
    const link = (event.target as Element).closest<SVGAElement>(LINK);
    const {left, top} = plot.getBoundingClientRect();
    const found = link ? null : noteAt(clientX - left, clientY - top, sceneNow(), sourcesOf(stage));
    const wanted = link?.getAttribute('data-key') ?? found?.key ?? null;
    box.stopWaiting();
    if (wanted === box.shownFor) return;
    box.wait(wanted === null ? LEAVE_MS : HOVER_MS, () => {
      if (link?.isConnected) box.showLink(wanted!, link, false);
      else if (found) box.show(found.key, found.note, new DOMRect(clientX, clientY, 0, 0));
      else box.hide();
    });
  });
  stage.addEventListener('pointerleave', () => box.wait(LEAVE_MS, () => box.hide()));
  stage.addEventListener('pointerdown', ({target}) => {
    if (box.contains(target)) return;
    if (box.isPinned) box.unpin();
    box.hide();
  });
  addEventListener('scroll', () => box.hide(), {passive: true});
}

function listenToFocus(stage: HTMLElement, box: NoteBox, sceneNow: () => Scene): void {
  const noteFocus = (element: Element) => {
    if (!element.matches(':focus-visible')) return;
    const link = element.closest<SVGAElement>(LINK);
    const button = element.closest<HTMLElement>('[data-note]');
    if (link) box.showLink(`focus-${link.getAttribute('data-key')}`, link, true);
    else if (button) showButton('focus', button, stage, box, sceneNow());
    else box.hide();
  };
  stage.addEventListener('focusin', ({target}) => noteFocus(target as Element));
  // Notes wake at the first focus, and are owed to it too.
  if (document.activeElement && stage.contains(document.activeElement)) noteFocus(document.activeElement);
  stage.addEventListener('focusout', ({relatedTarget}) => {
    if (box.isPinned && !box.contains(relatedTarget)) box.unpin();
    else box.hide();
  });
}

/** Before the stage's own Escape: the note closes first. */
function listenToKeys(stage: HTMLElement, box: NoteBox): void {
  const closeOrEnter = (event: KeyboardEvent) => {
    if (box.isHidden || box.contains(event.target)) return;
    const link = (event.target as Element).closest<SVGAElement>(LINK);
    if (event.key === 'ArrowDown' && box.isList && link) {
      event.preventDefault();
      event.stopPropagation();
      box.pin(link);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      box.hide();
    }
  };
  stage.addEventListener('keydown', closeOrEnter, {capture: true});
}

/** @param how - It was pressed, or has focus: each shows the note anew. */
function showButton(how: 'press' | 'focus', button: HTMLElement, stage: HTMLElement, box: NoteBox, scene: Scene): void {
  const what = button.dataset['note']!;
  box.show(`${how}-${what}`, noteOfButton(what, scene, sourcesOf(stage)), button.getBoundingClientRect());
}
