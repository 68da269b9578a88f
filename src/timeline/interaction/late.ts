/** Parts of the script that a first picture does not need: each comes when it is first asked for. */

/** A connection that was lost for a moment is back by then. */
const RETRY_MS = 600;

/**
 * @param load - Fetches the part and starts it.
 * @param onMissing - Called where it has not come, tried twice.
 * @returns Asks for the part, whenever it is needed: null where it does not come this time. The next time it is tried again.
 */
export function late<Part>(load: () => Promise<Part>, onMissing: () => void): () => Promise<Part | null> {
  let coming: Promise<Part | null> | null = null;
  const again = () => new Promise((done) => setTimeout(done, RETRY_MS)).then(load);
  const giveUp = (reason: unknown) => {
    console.warn(reason);
    coming = null;
    onMissing();
    return null;
  };
  return () => (coming ??= load().catch(again).catch(giveUp));
}
