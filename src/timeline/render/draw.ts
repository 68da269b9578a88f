import type {Shape} from './shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** An element and what was last drawn on it, so that what stays the same costs no look at the page. */
interface Drawn {
  readonly key: string;
  readonly element: Element;
  /** Null while the element is as the build wrote it. */
  shape: Shape | null;
  /** Null until it is asked for. */
  children: readonly Drawn[] | null;
}

const childrenOf = new WeakMap<Element, readonly Drawn[]>();

/** Makes an element's children what the shapes say; elements that the build wrote are reused by their key. */
export function drawShapes(parent: Element, shapes: readonly Shape[]): void {
  childrenOf.set(parent, drawChildren(parent, childrenOf.get(parent) ?? builtChildren(parent), shapes));
}

function builtChildren(parent: Element): Drawn[] {
  return Array.from(parent.children, (element) => ({key: element.getAttribute('data-key') ?? '', element, shape: null, children: null}));
}

function drawChildren(parent: Element, before: readonly Drawn[], shapes: readonly Shape[]): readonly Drawn[] {
  const isSameRow = before.length === shapes.length && before.every(({key}, i) => key === shapes[i]!.key);
  const children = isSameRow ? before : rowOfShapes(parent, before, shapes);
  for (let i = 0; i < shapes.length; i++) drawShape(children[i]!, shapes[i]!);
  return children;
}

/** An element for each shape, in their order: those there are, and new ones; what no shape asks for is taken out. */
function rowOfShapes(parent: Element, before: readonly Drawn[], shapes: readonly Shape[]): Drawn[] {
  const unasked = new Map(before.map((drawn) => [drawn.key, drawn]));
  const row = shapes.map((shape) => {
    const found = unasked.get(shape.key);
    unasked.delete(shape.key);
    return found ?? newDrawn(shape);
  });
  for (const {element} of unasked.values()) element.remove();
  let next: Element | null = null;
  for (let i = row.length - 1; i >= 0; i--) {
    const {element} = row[i]!;
    // Only what is out of order is moved: an element that is moved loses the focus.
    const isInPlace =
      element.parentNode === parent && (next === null || element.compareDocumentPosition(next) & element.DOCUMENT_POSITION_FOLLOWING);
    if (!isInPlace) parent.insertBefore(element, next);
    next = element;
  }
  return row;
}

/** Drawn before it is put in, which is cheaper. */
function newDrawn(shape: Shape): Drawn {
  const {key, tag} = shape;
  const element = document.createElementNS(SVG, tag);
  element.setAttribute('data-key', key);
  const drawn: Drawn = {key, element, shape: null, children: []};
  drawShape(drawn, shape);
  return drawn;
}

function drawShape(drawn: Drawn, shape: Shape): void {
  const {element, shape: before} = drawn;
  if (before === shape) return;
  const {attributes, text, children = []} = shape;
  for (const name in attributes) {
    const value = attributes[name]!;
    if (before?.attributes[name] === value) continue;
    if (before || element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
  if (before) {
    for (const name in before.attributes) if (!(name in attributes)) element.removeAttribute(name);
  }
  if (text !== undefined) {
    if ((before ? before.text : element.textContent) !== text) setText(element, text);
    drawn.children = [];
  } else {
    // Words that were alone make way for pieces.
    if (before ? before.text !== undefined : children.length > 0 && element.firstElementChild === null) element.textContent = '';
    drawn.children = drawChildren(element, drawn.children ?? builtChildren(element), children);
  }
  drawn.shape = shape;
}

/** Writes into the text there is: to put a new one in its place would make the browser lay it out from nothing. */
export function setText(element: Element, text: string): void {
  const {firstChild: node} = element;
  if (node && node === element.lastChild && node.nodeType === node.TEXT_NODE) node.nodeValue = text;
  else element.textContent = text;
}
