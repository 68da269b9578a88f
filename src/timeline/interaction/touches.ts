/** What a finger does away from the marks: it holds the day, or swipes from one count to the next. */

const HOLD_MS = 500;
const TREMBLE_PX = 10;
const SWIPE_PX = 30;

/** Reports a finger or pen that stays where it came down. */
export function listenForHold(element: HTMLElement, onHold: () => void): void {
  let cancel = () => {};
  element.addEventListener('pointerdown', ({pointerType, clientX, clientY}) => {
    cancel();
    if (pointerType === 'mouse') return;
    const move = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > TREMBLE_PX) cancel();
    };
    const timer = setTimeout(() => {
      cancel();
      onHold();
    }, HOLD_MS);
    cancel = () => {
      clearTimeout(timer);
      element.removeEventListener('pointermove', move);
    };
    element.addEventListener('pointermove', move);
  });
  for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const) element.addEventListener(type, () => cancel());
  // The browser's own menu opens on the same gesture.
  element.addEventListener('contextmenu', (event) => event.preventDefault());
}

/**
 * Reports swipes and taps on a part of an element: 1 for the next, which a tap asks for too; −1 for the one before.
 *
 * @param isOn - Whether a press is on that part.
 */
export function listenForSwipes(element: HTMLElement, isOn: (event: PointerEvent) => boolean, onStep: (step: 1 | -1) => void): void {
  let forget = () => {};
  element.addEventListener('pointerdown', (press) => {
    // The last press may have ended somewhere else.
    forget();
    if (!press.isPrimary || press.button !== 0 || !isOn(press)) return;
    const end = (event: PointerEvent) => {
      forget();
      const byPx = event.clientX - press.clientX;
      const isTap = Math.hypot(byPx, event.clientY - press.clientY) <= TREMBLE_PX;
      if (event.type === 'pointerup' && (isTap || Math.abs(byPx) >= SWIPE_PX)) onStep(byPx > TREMBLE_PX ? -1 : 1);
    };
    forget = () => {
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
    };
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  });
}
