/** The links of the drawing, as they are on the page: which event each shows. */

/** Where marks are dense a press takes the nearest within this distance. */
const NEAR_PX = 22;
/** What of a link is pressed or pointed at: its sign, not its words. */
const SIGN = '.glyph, .box, .tick, .clip, .outline';

/** The link of an event: its own, or that of the group it is in. */
export function linkOf(picture: Element, id: string): SVGAElement | null {
  const escaped = CSS.escape(id);
  return picture.querySelector<SVGAElement>(`a[data-id="${escaped}"], a[data-members~="${escaped}"]`);
}

/** The event of a link; of a group, the first. */
export function idOfLink(target: Element | null): string | null {
  const link = target?.closest<SVGAElement>('a[data-id], a[data-members]');
  return link ? (link.dataset['id'] ?? membersOf(link)[0] ?? null) : null;
}

export function membersOf(link: SVGAElement): string[] {
  return link.dataset['members']?.split(' ') ?? [];
}

/** Where the sign of a link is in the window, or all that can be pressed where it has none. */
export function signBox(link: Element): DOMRect {
  // Firefox counts the whole of a nested `<svg>`'s viewport to a link's own box, which would be the whole plot.
  return (link.querySelector(SIGN) ?? link.querySelector('.hit') ?? link).getBoundingClientRect();
}

/** The link whose sign is nearest to a place in the window, if one is near. */
export function nearestLink(picture: Element, {clientX, clientY}: Pick<MouseEvent, 'clientX' | 'clientY'>): SVGAElement | null {
  let best: SVGAElement | null = null;
  let bestPx = NEAR_PX;
  for (const link of picture.querySelectorAll<SVGAElement>('a')) {
    const box = signBox(link);
    const distancePx = Math.hypot(
      Math.max(box.left - clientX, 0, clientX - box.right),
      Math.max(box.top - clientY, 0, clientY - box.bottom),
    );
    if (distancePx < bestPx) [best, bestPx] = [link, distancePx];
  }
  return best;
}
