/** The one place where the stage speaks to those who do not see it. */

/** A message waits until the reader's hand rests, so that one action gives one. */
const ANNOUNCE_MS = 500;

export interface Announcer {
  /** Replaces anything that is still waiting. */
  readonly say: (words: string) => void;
  /** @param words - Asked for when the message is due. */
  readonly saySoon: (words: () => string) => void;
}

export function announcer(status: HTMLElement): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string) => {
    clearTimeout(timer);
    if (status.textContent !== words) status.textContent = words;
  };
  return {
    say,
    saySoon(words) {
      clearTimeout(timer);
      timer = setTimeout(() => say(words()), ANNOUNCE_MS);
    },
  };
}
