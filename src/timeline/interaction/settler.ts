/**
 * When the stage may be rearranged: once what moved has been drawn, the reader's hand has rested, and the browser has
 * nothing better to do. Never between the steps of one gesture.
 */

/** How long a hand has to rest; design.md 14. */
const REST_MS = 90;
/** A browser that never comes to rest has to do it all the same. */
const MAX_IDLE_WAIT_MS = 200;

export interface Settler {
  /** The view has moved, so that what is arranged is out of date. @param byHand - Whether more of that may follow. */
  readonly moved: (byHand: boolean) => void;
  /** A frame has been drawn; the wait begins with the one that shows the last move. */
  readonly drawn: () => void;
  /** A hand has done something, whatever it was. */
  readonly touched: () => void;
  /** A hand holds the view, or a motion has it under way: that is not over, however long nothing moves. */
  readonly hold: (by: Holder) => void;
  readonly release: (by: Holder) => void;
  /** Settles at once. */
  readonly now: () => void;
  /** What is shown has been arranged by others. */
  readonly forget: () => void;
}

type Holder = 'hand' | 'motion';
/** `moved`: waits for its frame. `resting`: waits for the hand. */
type Phase = 'settled' | 'moved' | 'resting';

export function settler(onSettle: () => void): Settler {
  let phase: Phase = 'settled';
  const holders = new Set<Holder>();
  let isByHand = false;
  /** Nothing is arranged before, as a hand was at work. */
  let restsAtMs = -Infinity;
  let cancel: () => void = () => {};

  const settle = () => {
    cancel();
    phase = 'settled';
    onSettle();
  };
  const rest = () => {
    cancel();
    if (holders.size > 0) return;
    const timer = setTimeout(() => (cancel = whenIdle(settle)), Math.max(restsAtMs - performance.now(), 0));
    cancel = () => clearTimeout(timer);
  };
  const touched = () => {
    restsAtMs = performance.now() + REST_MS;
    if (phase === 'resting') rest();
  };

  return {
    moved(byHand) {
      cancel();
      phase = 'moved';
      isByHand = byHand;
    },
    drawn() {
      if (phase !== 'moved') return;
      phase = 'resting';
      // From here and not from the move: what a hand does during a slow frame is heard of only after it.
      if (isByHand) touched();
      else rest();
    },
    touched,
    hold(by) {
      holders.add(by);
      cancel();
    },
    release(by) {
      holders.delete(by);
      if (by === 'hand') touched();
      else if (phase === 'resting') rest();
    },
    now: settle,
    forget() {
      cancel();
      phase = 'settled';
    },
  };
}

/** @returns Calls it off. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(act, {timeout: MAX_IDLE_WAIT_MS});
  return () => cancelIdleCallback(idle);
}
