/** Parts of the script that a first picture does not need: each comes when it is first asked for. */

/** A connection that was lost for a moment is back by then. */
const RETRY_MS = 600;
/** Of a script, in the words of a browser that could not fetch it. */
const ADDRESS = /https?:\S+?\.js/;

/**
 * @param load - Fetches the part: an `import()`.
 * @param start - Makes of it what is asked for; fails where something else it needs does not come.
 * @param onMissing - Called if it has not loaded after two tries.
 * @returns Asks for the part, whenever it is needed: null where it does not come this time. The next time it is tried again.
 */
export function late<Module, Part>(
  load: () => Promise<Module>,
  start: (module: Module) => Part | Promise<Part>,
  onMissing: () => void,
): () => Promise<Part | null> {
  let coming: Promise<Part | null> | null = null;
  let tries = 0;

  const loadAgain = async (reason: unknown): Promise<Module> => {
    await new Promise((done) => setTimeout(done, RETRY_MS));
    // A browser remembers for good that there was no module at an address; with a mark on it, it is another.
    const address = ADDRESS.exec(String(reason))?.[0];
    return address === undefined ? load() : ((await import(/* @vite-ignore */ `${address}#${++tries}`)) as Module);
  };
  const giveUp = (reason: unknown) => {
    console.warn(reason);
    coming = null;
    onMissing();
    return null;
  };
  return () => (coming ??= load().catch(loadAgain).then(start).catch(giveUp));
}
