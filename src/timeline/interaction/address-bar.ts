/** Keeps the browser's address in step with what is shown; Back steps through what readers did on purpose. */

const WRITE_MS = 300;
/** Steps that follow each other faster than this are one. */
const STEPS_MS = 1000;

export interface AddressBar {
  /** Rewrites the address in place; browsers refuse more than a few of that a second. */
  readonly write: () => void;
  /** The same once nothing has asked for it for a while. */
  readonly writeSoon: () => void;
  /** Adds an entry to the history, so that Back comes back to what was before. */
  readonly push: (hash?: string) => void;
  /** The same for one of several quick steps, which Back takes back together. */
  readonly step: () => void;
}

/**
 * @param query - The query string of what is shown now, with its question mark.
 * @param keepsHistory - Whether Back is ours; in another page's frame it is that page's, and no entry is added.
 */
export function addressBar(query: () => string, keepsHistory = true): AddressBar {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const address = (hash: string) => `${location.pathname}${withTheme(query())}${hash}`;
  let steppedMs = -Infinity;
  let writtenMs = -Infinity;
  const replace = (wanted: string) => allowed(() => history.replaceState(history.state, '', wanted));
  const add = (wanted: string) => (keepsHistory ? allowed(() => history.pushState(null, '', wanted)) : replace(wanted));
  const isShown = (wanted: string) => wanted === `${location.pathname}${location.search}${location.hash}`;
  const writeIn = (ms: number) => {
    clearTimeout(timer);
    if (ms > 0) {
      timer = setTimeout(() => writeIn(0), ms);
      return;
    }
    const wanted = address(location.hash);
    if (isShown(wanted)) return;
    writtenMs = performance.now();
    replace(wanted);
  };
  return {
    write: () => writeIn(writtenMs + WRITE_MS - performance.now()),
    writeSoon: () => writeIn(WRITE_MS),
    push(hash = location.hash) {
      clearTimeout(timer);
      const wanted = address(hash);
      if (!isShown(wanted)) add(wanted);
    },
    step() {
      clearTimeout(timer);
      const wanted = address(location.hash);
      if (isShown(wanted)) return;
      const nowMs = performance.now();
      if (nowMs - steppedMs < STEPS_MS) replace(wanted);
      else add(wanted);
      steppedMs = nowMs;
    },
  };
}

/** A theme that the address asks for stays in it; it is not part of the view. */
function withTheme(query: string): string {
  const theme = new URLSearchParams(location.search).get('theme');
  return theme === null ? query : `${query}${query === '' ? '?' : '&'}theme=${encodeURIComponent(theme)}`;
}

/** In a sandboxed frame some browsers refuse any change of the address; the stage works without. */
function allowed(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
