/**
 * A drawing as plain values, made by the same functions in the build and in the browser.
 * Horizontal places are shares of the width, so a drawing made for one width holds at any other.
 */
export interface Shape {
  /** Unique among its siblings; the browser keeps an element as long as its key is drawn. */
  readonly key: string;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly Shape[];
  readonly text?: string;
}

/** A pixel as a share of the width, to a hundredth of a pixel on the widest screens. */
export function share(px: number, widthPx: number): string {
  return `${Math.round((px / widthPx) * 100_000) / 1000}%`;
}

export function round(px: number): number {
  return Math.round(px * 100) / 100;
}

export function shape(
  key: string,
  tag: string,
  attributes: Shape['attributes'],
  content?: readonly (Shape | null)[] | string,
): Shape {
  if (content === undefined) return {key, tag, attributes};
  if (typeof content === 'string') return {key, tag, attributes, text: content};
  return {key, tag, attributes, children: content.filter((child) => child !== null)};
}

/** A group pinned to a share of the width, whose contents are in pixels around it; what it shows, a link's name says. */
export function pinned(key: string, className: string, xPx: number, yPx: number, widthPx: number, children: readonly (Shape | null)[]): Shape {
  return shape(key, 'svg', {class: className, x: share(xPx, widthPx), y: round(yPx), overflow: 'visible', 'aria-hidden': 'true'}, children);
}

/** One line of words pinned to a share of the width. */
export function pinnedWords(key: string, className: string, xPx: number, yPx: number, widthPx: number, content: readonly (Shape | null)[] | string): Shape {
  return shape(key, 'text', {class: className, x: share(xPx, widthPx), y: round(yPx)}, content);
}
