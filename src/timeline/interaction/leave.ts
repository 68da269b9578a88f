/** Goes from an embedded stage to the story's own page, in whichever way the surrounding page allows. */

/** Sent to the document with the address, where no way is allowed. */
export const CANNOT_LEAVE = 'cannot-leave';

/** Called when somebody has pressed something: only then may a frame open anything. */
export function leaveFor(address: string): void {
  if (window === window.top) location.assign(address);
  else if (!ways().some((way) => way(address))) document.dispatchEvent(new CustomEvent(CANNOT_LEAVE, {detail: address}));
}

type Way = (address: string) => boolean;

/**
 * In place of the page around the frame, for a new window could be blocked, and Back comes back to that page. A
 * sandbox seldom allows it, and browsers complain of each try: where one is sure, a new window is tried first.
 */
function ways(): readonly Way[] {
  const isSandboxed = origin === 'null';
  return isSandboxed ? [inNewWindow, inPlaceOfPage] : [inPlaceOfPage, inNewWindow];
}

function inPlaceOfPage(address: string): boolean {
  try {
    window.top!.location.href = address;
    return true;
  } catch {
    return false; // The sandbox has no allow-top-navigation.
  }
}

/** Without allow-popups there is no window. */
function inNewWindow(address: string): boolean {
  return open(address, '_blank') !== null;
}
