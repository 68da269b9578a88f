/** A clock for tests of what moves by itself: frames, timers and idle time come when it is turned. */
import {vi} from 'vitest';

export const FRAME_MS = 16;

interface Clock {
  /** Lets time pass, with all its frames. */
  readonly pass: (ms: number) => void;
  /** Whether readers ask for stillness. */
  isStill: boolean;
}

/** Takes the place of the browser's clock until {@link giveClockBack}. */
export function takeClock(): Clock {
  vi.useFakeTimers();
  const clock: Clock = {pass: (ms) => void vi.advanceTimersByTime(ms), isStill: false};
  vi.stubGlobal('matchMedia', () => ({matches: clock.isStill}));
  vi.stubGlobal('requestAnimationFrame', (frame: (nowMs: number) => void) => setTimeout(() => frame(performance.now()), FRAME_MS));
  vi.stubGlobal('cancelAnimationFrame', (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame));
  return clock;
}

export function giveClockBack(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
}
