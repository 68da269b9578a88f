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
  /** Where it is, if a stage that moves may carry it and what it holds there by a transform. */
  readonly at?: At;
}

/** The place of a shape that is carried. */
export interface At {
  readonly xPx: number;
  /** Null for one that is not drawn around the middle of a row. */
  readonly yPx: number | null;
  /** Where it was when the shares in it were worked out. */
  readonly drawnPx: number;
}

/** A pixel as a share of the width, to a hundredth of a pixel on the widest screens. */
export function share(px: number, widthPx: number): string {
  return `${hundredths(px, widthPx)}%`;
}

function hundredths(px: number, widthPx: number): number {
  return Math.round((px / widthPx) * 100_000) / 1000;
}

export function round(px: number): number {
  return Math.round(px * 100) / 100;
}

export function shape(key: string, tag: string, attributes: Shape['attributes'], content?: readonly (Shape | null)[] | string): Shape {
  if (content === undefined) return {key, tag, attributes};
  if (typeof content === 'string') return {key, tag, attributes, text: content};
  return {key, tag, attributes, children: content.filter((child) => child !== null)};
}

/** A group pinned to a share of the width, whose contents are in pixels around it; what it shows, a link's name says. */
export function pinned(
  key: string,
  className: string,
  xPx: number,
  yPx: number,
  widthPx: number,
  children: readonly (Shape | null)[],
): Shape {
  return shape(key, 'svg', {class: className, x: share(xPx, widthPx), y: round(yPx), overflow: 'visible', 'aria-hidden': 'true'}, children);
}

/** Some of what a path can draw, at a pixel from the left edge: an upright line, or a filled upright band. */
export type Upright = {readonly xPx: number; readonly topPx: number; readonly footPx: number; readonly widthPx?: number};

/** Paths that draw many uprights at once; each counts hundredths of the width across, and pixels down. */
export function uprights(
  key: string,
  widthPx: number,
  heightPx: number,
  paths: readonly {readonly className: string; readonly uprights: readonly Upright[]}[],
): Shape {
  const draw = (upright: Upright): string => {
    const down = `M${hundredths(upright.xPx, widthPx)} ${round(upright.topPx)}V${round(upright.footPx)}`;
    return upright.widthPx === undefined ? down : `${down}h${hundredths(upright.widthPx, widthPx)}V${round(upright.topPx)}z`;
  };
  return shape(
    key,
    'svg',
    {width: '100%', height: round(heightPx), viewBox: `0 0 100 ${round(heightPx)}`, preserveAspectRatio: 'none', overflow: 'visible'},
    paths.map(({className, uprights: drawn}) => shape(className, 'path', {class: className, d: drawn.map(draw).join('')})),
  );
}

/** One line of words pinned to a share of the width. */
export function pinnedWords(
  key: string,
  className: string,
  xPx: number,
  yPx: number,
  widthPx: number,
  content: readonly (Shape | null)[] | string,
): Shape {
  return shape(key, 'text', {class: className, x: share(xPx, widthPx), y: round(yPx)}, content);
}

/** Words in a link, whose name says them already. */
export function silentWords(key: string, className: string, xPx: number, yPx: number, widthPx: number, content: string): Shape {
  return shape(key, 'text', {class: className, x: share(xPx, widthPx), y: round(yPx), 'aria-hidden': 'true'}, content);
}

/** A group or link whose contents are drawn around the middle of a row, so that it can move from row to row. */
export function moved(key: string, tag: string, yPx: number, attributes: Shape['attributes'], children?: readonly (Shape | null)[]): Shape {
  return shape(key, tag, {transform: `translate(0 ${round(yPx)})`, ...attributes}, children);
}

export type Carried = Shape & {readonly at: At};

/** A shape that a stage that moves carries by a transform; at rest it is drawn where its shares say. */
export function carried(xPx: number, yPx: number | null, one: Shape): Carried {
  return {...one, at: {xPx, yPx: yPx === null ? null : round(yPx), drawnPx: xPx}};
}

/** A carried shape at another place, with all it holds. */
export function carriedTo(xPx: number, yPx: number, one: Carried): Carried {
  return {...one, at: {...one.at, xPx, yPx: round(yPx)}};
}

/** One of the boxes that a path draws. */
export interface Band {
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
  readonly heightPx: number;
}

/** Many boxes in a path of each class; across it counts shares of the width, down it counts pixels around the middle of a row. */
export function bands(
  key: string,
  widthPx: number,
  paths: readonly {readonly className: string; readonly boxes: readonly Band[]}[],
): Shape {
  const draw = ({fromPx, toPx, topPx, heightPx}: Band) =>
    `M${hundredths(fromPx, widthPx)} ${round(topPx)}H${hundredths(toPx, widthPx)}v${round(heightPx)}H${hundredths(fromPx, widthPx)}z`;
  // A box of 100 by 1 stretched to the width alone: heights stay pixels.
  return shape(
    key,
    'svg',
    {class: 'bands', x: 0, width: '100%', y: 0, height: 1, viewBox: '0 0 100 1', preserveAspectRatio: 'none', overflow: 'visible'},
    paths.map(({className, boxes}) => shape(className, 'path', {class: className, d: boxes.map(draw).join('')})),
  );
}

export function boxShape(
  key: string,
  className: string,
  fromPx: number,
  toPx: number,
  widthPx: number,
  yPx: number,
  heightPx: number,
): Shape {
  return shape(key, 'rect', {
    class: className,
    x: share(fromPx, widthPx),
    width: share(Math.max(toPx - fromPx, 0), widthPx),
    y: round(yPx),
    height: round(heightPx),
  });
}

export function lineShape(key: string, className: string, fromPx: number, toPx: number, yPx: number, widthPx: number): Shape {
  return shape(key, 'line', {class: className, x1: share(fromPx, widthPx), x2: share(toPx, widthPx), y1: round(yPx), y2: round(yPx)});
}

export function uprightShape(key: string, className: string, xPx: number, topPx: number, footPx: number, widthPx: number): Shape {
  return shape(key, 'line', {class: className, x1: share(xPx, widthPx), x2: share(xPx, widthPx), y1: round(topPx), y2: round(footPx)});
}
