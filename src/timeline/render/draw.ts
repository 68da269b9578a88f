import {round} from './shape.ts';
import type {Shape} from './shape.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Places that differ by less than this are the same: shares are rounded. */
const SAME_PX = 0.03;

/** An element and what was last drawn on it, so that what stays the same costs no look at the page. */
interface Drawn {
  readonly key: string;
  readonly element: Element;
  /** Null while the element is as the build wrote it. */
  shape: Shape | null;
  /** Null until it is asked for. */
  children: readonly Drawn[] | null;
  /** The pixels last written in place of shares; null where shares are. */
  px: Record<string, number> | null;
}

/** A frame of pixels in which places are written in place of shares: from where they count, and how wide all is. */
interface Frame {
  readonly fromPx: number;
  readonly widthPx: number;
}

const childrenOf = new WeakMap<Element, readonly Drawn[]>();

/**
 * Makes an element's children match the shapes; elements that the build wrote are reused by their key.
 *
 * @param carriedIn - Width in pixels in which shapes with a place of their own are carried there by a transform, which
 *   costs a browser far less than new places for all they hold. Null where all is drawn in shares of the width.
 */
export function drawShapes(parent: Element, shapes: readonly Shape[], carriedIn: number | null = null): void {
  childrenOf.set(parent, drawChildren(parent, childrenOf.get(parent) ?? builtChildren(parent), shapes, carriedIn, null));
}

function builtChildren(parent: Element): Drawn[] {
  return Array.from(parent.children, (element) => newDrawn(element.getAttribute('data-key') ?? '', element, null));
}

function newDrawn(key: string, element: Element, children: Drawn['children']): Drawn {
  return {key, element, shape: null, children, px: null};
}

function drawChildren(
  parent: Element,
  before: readonly Drawn[],
  shapes: readonly Shape[],
  carriedIn: number | null,
  frame: Frame | null,
): readonly Drawn[] {
  const isSameRow = before.length === shapes.length && before.every(({key}, i) => key === shapes[i]!.key);
  const children = isSameRow ? before : rowOfShapes(parent, before, shapes, carriedIn, frame);
  for (let i = 0; i < shapes.length; i++) drawShape(children[i]!, shapes[i]!, carriedIn, frame);
  return children;
}

/** An element for each shape, in their order: those there are, and new ones; what no shape asks for is taken out. */
function rowOfShapes(
  parent: Element,
  before: readonly Drawn[],
  shapes: readonly Shape[],
  carriedIn: number | null,
  frame: Frame | null,
): Drawn[] {
  const unasked = new Map(before.map((drawn) => [drawn.key, drawn]));
  const row = shapes.map((shape) => {
    const found = unasked.get(shape.key);
    unasked.delete(shape.key);
    return found ?? drawNew(shape, carriedIn, frame);
  });
  for (const {element} of unasked.values()) element.remove();
  let next: Element | null = null;
  for (let i = row.length - 1; i >= 0; i--) {
    const {element} = row[i]!;
    // Only what stands out of order is moved: an element that is moved loses the focus.
    const isInPlace =
      element.parentNode === parent && (next === null || element.compareDocumentPosition(next) & element.DOCUMENT_POSITION_FOLLOWING);
    if (!isInPlace) parent.insertBefore(element, next);
    next = element;
  }
  return row;
}

/** Drawn before it is put in, which is cheaper. */
function drawNew(shape: Shape, carriedIn: number | null, frame: Frame | null): Drawn {
  const {key, tag} = shape;
  const element = document.createElementNS(SVG, tag);
  element.setAttribute('data-key', key);
  const drawn = newDrawn(key, element, []);
  drawShape(drawn, shape, carriedIn, frame);
  return drawn;
}

function drawShape(drawn: Drawn, shape: Shape, carriedIn: number | null, outer: Frame | null): void {
  const {element, shape: before} = drawn;
  const {at, text, children = []} = shape;
  const frame = at && carriedIn !== null ? {fromPx: at.drawnPx, widthPx: carriedIn} : outer;
  const isSameFrame = (frame === null) === (drawn.px === null);
  if (before === shape && isSameFrame && frame === null) return;
  const pxBefore = drawn.px;
  drawn.px = frame && (pxBefore ?? {});
  const isCarried = at !== undefined && carriedIn !== null;
  if (isCarried) carry(element, drawn.px!, at.xPx, at.yPx ?? 0);
  // What it holds is where it was in it.
  const isCarriedWhole = isCarried && isSameFrame && before?.attributes === shape.attributes && before.children === shape.children;
  if (!isCarriedWhole) {
    writeAttributes(drawn, shape, frame, pxBefore, isCarried);
    if (text !== undefined) {
      if ((before ? before.text : element.textContent) !== text) setText(element, text);
      drawn.children = [];
    } else {
      // Words that were alone make way for pieces.
      if (before ? before.text !== undefined : children.length > 0 && element.firstElementChild === null) element.textContent = '';
      drawn.children = drawChildren(element, drawn.children ?? builtChildren(element), children, carriedIn, frame);
    }
  }
  drawn.shape = shape;
}

/** Names under which the pixels of a transform are remembered. */
const [AT_X, AT_Y] = ['at x', 'at y'];

function carry(element: Element, written: Record<string, number>, xPx: number, yPx: number): void {
  const x = round(xPx);
  if (written[AT_X] === x && written[AT_Y] === yPx) return;
  element.setAttribute('transform', `translate(${x} ${yPx})`);
  written[AT_X] = x;
  written[AT_Y] = yPx;
}

/** Attributes that count from the left edge, and `width`, which is a length. */
const ACROSS: ReadonlySet<string> = new Set(['x', 'x1', 'x2', 'width']);

function writeAttributes(
  {element, shape: before, px}: Drawn,
  {attributes}: Shape,
  frame: Frame | null,
  pxBefore: Drawn['px'],
  isCarried: boolean,
): void {
  for (const name in attributes) {
    const value = attributes[name]!;
    if (isCarried && name === 'transform') continue;
    if (frame && ACROSS.has(name) && typeof value === 'string' && value.endsWith('%')) {
      writePx(element, px!, name, pxOfShare(value, name, frame));
      continue;
    }
    const wasInPixels = pxBefore !== null && (name in pxBefore || (name === 'transform' && AT_X in pxBefore));
    if (before?.attributes[name] === value && !wasInPixels) continue;
    if (before || element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
  if (pxBefore && !frame && AT_X in pxBefore && !('transform' in attributes)) element.removeAttribute('transform');
  for (const name in before?.attributes) {
    if (name in attributes) continue;
    element.removeAttribute(name);
    if (px) delete px[name];
  }
}

function pxOfShare(share: string, name: string, {fromPx, widthPx}: Frame): number {
  const px = (parseFloat(share) / 100) * widthPx;
  return round(name === 'width' ? px : px - fromPx);
}

function writePx(element: Element, written: Record<string, number>, name: string, px: number): void {
  if (Math.abs((written[name] ?? NaN) - px) < SAME_PX) return;
  element.setAttribute(name, String(px));
  written[name] = px;
}

/** Writes into the text there is: to put a new one in its place would make the browser lay it out from nothing. */
export function setText(element: Element, text: string): void {
  const {firstChild: node} = element;
  if (node && node === element.lastChild && node.nodeType === node.TEXT_NODE) node.nodeValue = text;
  else element.textContent = text;
}
