/**
 * What readers do before the part of the script that answers them has loaded. Any sign of a reader requests it; what they
 * do on the stage meanwhile is recorded, and done once it has loaded.
 */

/** Signs that somebody is there, anywhere on the page. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'gesturestart', 'scroll', 'focusin'];
const KEPT = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'dblclick', 'wheel', 'keydown', 'dragstart'];
/** Keys that a mark or a grip of the overview answers. The table of commands repeats them, but is not loaded on a first visit. */
export const KEYS = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End|Page(?:Up|Down)|Enter|Escape|[-+=0kKbB,./? ])$/;
const HANDLED = '.plot, .overview, .timecode, [data-action], [data-level], [data-part="unnamed"]';

const times = new WeakMap<Event, number>();

/** When something happened, even if it is only done now. */
export function timeOf(event: Event): number {
  return times.get(event) ?? event.timeStamp;
}

export interface FirstSigns {
  /** Whether there is something to do. */
  readonly isWaiting: boolean;
  /** Does what has been recorded, in order, and stops listening. */
  readonly replay: () => void;
  /** Forgets what has been recorded, as nothing will answer. @returns The link that was pressed, which the browser can follow by itself. */
  readonly forget: () => HTMLAnchorElement | SVGAElement | null;
  /** What was last pressed. */
  readonly control: Element | null;
}

/** @param ask - Called at the first sign, and at everything that is recorded. */
export function listenForFirstSigns(stage: HTMLElement, ask: () => void): FirstSigns {
  let kept: Event[] = [];
  let isPressed = false;
  let control: Element | null = null;

  const isHandled = (event: Event): boolean => {
    const target = event.target as Element;
    if (!target.closest(HANDLED)) return false;
    switch (event.type) {
      case 'wheel': {
        const {ctrlKey, metaKey, shiftKey, deltaX, deltaY} = event as WheelEvent;
        return target.closest('.plot') !== null && (ctrlKey || metaKey || shiftKey || Math.abs(deltaX) > Math.abs(deltaY));
      }
      case 'keydown': {
        const {key, ctrlKey, altKey, metaKey} = event as KeyboardEvent;
        return KEYS.test(key) && !ctrlKey && !altKey && !metaKey && target.closest('.plot a, [role="slider"]') !== null;
      }
      case 'pointerdown':
        isPressed = true;
        control = target.closest('button') ?? target;
        return true;
      case 'pointermove':
        return isPressed;
      case 'pointerup':
      case 'pointercancel':
        isPressed = false;
        return true;
      default: {
        const {ctrlKey, metaKey, shiftKey} = event as MouseEvent;
        return !ctrlKey && !metaKey && !shiftKey;
      }
    }
  };
  const begin = () => {
    for (const type of SIGNS) document.removeEventListener(type, begin, {capture: true});
    ask();
  };
  const keep = (event: Event) => {
    if (!isHandled(event)) return;
    kept.push(event);
    stage.classList.add('is-waking');
    ask();
    // What the answer prevents has to be prevented now: a zoom of the page, its scrolling, the way to a link's entry.
    if (!event.type.startsWith('pointer')) event.preventDefault();
  };
  for (const type of SIGNS) document.addEventListener(type, begin, {capture: true, passive: true});
  for (const type of KEPT) stage.addEventListener(type, keep, {capture: true, passive: false});
  const drop = (): Event[] => {
    const before = kept;
    kept = [];
    stage.classList.remove('is-waking');
    return before;
  };

  return {
    get isWaiting() {
      return kept.length > 0;
    },
    get control() {
      return control;
    },
    forget() {
      const click = drop().findLast(({type}) => type === 'click');
      return (click?.target as Element | undefined)?.closest('a') ?? null;
    },
    replay() {
      for (const type of SIGNS) document.removeEventListener(type, begin, {capture: true});
      for (const type of KEPT) stage.removeEventListener(type, keep, {capture: true});
      for (const event of drop()) {
        // An event cannot be sent twice, but one that is made from it says all the same but when.
        const again = Reflect.construct(event.constructor, [event.type, event]) as Event;
        times.set(again, event.timeStamp);
        const target = event.target as Element;
        (target.isConnected ? target : stage.querySelector('.plot')!).dispatchEvent(again);
      }
    },
  };
}
