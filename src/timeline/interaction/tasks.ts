/** Gives the page a chance to respond during long work. */

export function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** After the next layout of the page, so that asking for sizes costs no layout of its own; a hidden page has none. */
export function pageLaidOut(): Promise<void> {
  return new Promise((done) => (document.hidden ? setTimeout(done) : requestAnimationFrame(() => setTimeout(done))));
}
