/** Keeps the browser's address in step with what is shown; Back steps through what readers did on purpose. */

const WRITE_MS = 300;

export interface AddressBar {
  /** Rewrites the address in place once things rest. */
  readonly writeSoon: () => void;
  /** Adds an entry to the history, so that Back comes back to what was before. */
  readonly push: (hash?: string) => void;
}

/** @param query - The query string of what is shown now, with its question mark. */
export function addressBar(query: () => string): AddressBar {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const address = (hash: string) => `${location.pathname}${query()}${hash}`;
  const isShown = (wanted: string) => wanted === `${location.pathname}${location.search}${location.hash}`;
  return {
    writeSoon() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const wanted = address(location.hash);
        if (!isShown(wanted)) history.replaceState(history.state, '', wanted);
      }, WRITE_MS);
    },
    push(hash = location.hash) {
      clearTimeout(timer);
      const wanted = address(hash);
      if (!isShown(wanted)) history.pushState(null, '', wanted);
    },
  };
}
