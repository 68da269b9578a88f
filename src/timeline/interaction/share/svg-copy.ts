/** Copies what is drawn and written on the page into an SVG that needs no style sheet: every style becomes an attribute. */

export const SVG = 'http://www.w3.org/2000/svg';

/** Styles that an element has from the one around it; each is written where it differs. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-stretch',
  'font-kerning',
  'font-variant-numeric',
  'text-anchor',
  'shape-rendering',
  'visibility',
];
/** Styles of an element's own, written where they are not these. */
const OWN: Readonly<Record<string, string>> = {opacity: '1', 'vector-effect': 'none', mask: 'none'};
const FONT = ['font-family', 'font-size', 'font-weight', 'font-stretch', 'font-variant-numeric'];
/** What only means something on the page. */
const OF_PAGE = /^(?:class|style|role|tabindex|href|data-|aria-|focusable)/;
const EDGES = ['top', 'bottom', 'left', 'right'] as const;

/** A colour as every program reads it, with its opacity: `color-mix()` computes to a form that few know. */
export function plainColour(text: string): {readonly colour: string; readonly opacity: number} {
  const [, space, list] = /^(rgba?|color)\((.*)\)$/.exec(text) ?? [];
  const numbers = (list?.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (space === undefined || numbers.length < 3 || (space === 'color' && !list!.startsWith('srgb '))) return {colour: text, opacity: 1};
  const scale = space === 'color' ? 255 : 1;
  const channels = numbers.slice(0, 3).map((value) => Math.min(Math.max(Math.round(value * scale), 0), 255));
  return {colour: `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`, opacity: numbers[3] ?? 1};
}

function setStyle(copy: Element, name: string, value: string): void {
  if (name !== 'fill' && name !== 'stroke') return copy.setAttribute(name, value);
  const {colour, opacity} = plainColour(value);
  copy.setAttribute(name, opacity === 0 ? 'none' : colour);
  if (opacity > 0 && opacity < 1) copy.setAttribute(`${name}-opacity`, String(opacity));
}

/** A part of a drawing, as it looks now. @param around - The style that the copy's place has, if it has one. */
export function drawingCopy(source: Element, into: Document, around: CSSStyleDeclaration | null, isNeeded = false): Element | null {
  const style = getComputedStyle(source);
  if (style.display === 'none' && !isNeeded) return null;
  const isPainted = style.fill !== 'none' || style.stroke !== 'none';
  if (!isNeeded && !isPainted && source.childElementCount === 0 && !source.textContent) return null;
  // A link leads nowhere in a picture.
  const copy = into.createElementNS(SVG, source.localName === 'a' ? 'g' : source.localName);
  for (const {name, value} of source.attributes)
    if (!OF_PAGE.test(name) || (name === 'href' && source.localName === 'use')) copy.setAttribute(name, value);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== around?.getPropertyValue(name)) setStyle(copy, name, value);
  }
  for (const [name, none] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== none && value !== '') copy.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    const part =
      child instanceof Element ? drawingCopy(child, into, style, isNeeded) : child instanceof Text ? into.createTextNode(child.data) : null;
    if (part) copy.append(part);
  }
  return copy;
}

/** A piece of the page at its current place: drawings, words, backgrounds and lines. */
export function pageCopy(source: HTMLElement, into: Document): Element {
  const group = into.createElementNS(SVG, 'g');
  addElement(source, group);
  return group;
}

function addElement(source: Element, parent: Element): void {
  const style = getComputedStyle(source);
  const box = source.getBoundingClientRect();
  if (style.display === 'none' || style.visibility === 'hidden' || box.width <= 1 || box.height === 0) return;
  if (source instanceof SVGSVGElement) {
    const copy = drawingCopy(source, parent.ownerDocument, null)!;
    setBox(copy, box);
    copy.setAttribute('overflow', style.overflow === 'visible' ? 'visible' : 'hidden');
    parent.append(copy);
    return;
  }
  addGround(style, box, parent);
  const inside = style.overflowX === 'visible' ? parent : clipped(box, parent);
  for (const child of source.childNodes) {
    if (child instanceof Text) addWords(child, style, inside);
    else if (child instanceof Element) addElement(child, inside);
  }
}

function setBox(element: Element, {x, y, width, height}: DOMRect): void {
  for (const [name, value] of Object.entries({x, y, width, height})) element.setAttribute(name, hundredth(value));
}

function clipped(box: DOMRect, parent: Element): Element {
  const frame = parent.ownerDocument.createElementNS(SVG, 'svg');
  setBox(frame, box);
  frame.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map(hundredth).join(' '));
  parent.append(frame);
  return frame;
}

function addGround(style: CSSStyleDeclaration, box: DOMRect, parent: Element): void {
  const add = (colourText: string, x: number, y: number, width: number, height: number) => {
    const {opacity} = plainColour(colourText);
    if (opacity === 0 || width <= 0 || height <= 0) return;
    const rect = parent.ownerDocument.createElementNS(SVG, 'rect');
    setBox(rect, new DOMRect(x, y, width, height));
    setStyle(rect, 'fill', colourText);
    parent.append(rect);
  };
  add(style.backgroundColor, box.x, box.y, box.width, box.height);
  for (const edge of EDGES) {
    const widthPx = parseFloat(style.getPropertyValue(`border-${edge}-width`));
    const colour = style.getPropertyValue(`border-${edge}-color`);
    if (edge === 'top' || edge === 'bottom') add(colour, box.x, edge === 'top' ? box.top : box.bottom - widthPx, box.width, widthPx);
    else add(colour, edge === 'left' ? box.left : box.right - widthPx, box.y, widthPx, box.height);
  }
}

/** Words line by line, as the page has broken them. */
function addWords(text: Text, style: CSSStyleDeclaration, parent: Element): void {
  const lines: {words: string; x: number; top: number}[] = [];
  const range = text.ownerDocument.createRange();
  for (const {0: word, index} of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const {x, top, width} = range.getBoundingClientRect();
    if (width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < 1) line.words += ` ${word}`;
    else lines.push({words: word, x, top});
  }
  for (const {words, x, top} of lines) {
    const element = parent.ownerDocument.createElementNS(SVG, 'text');
    element.setAttribute('x', hundredth(x));
    element.setAttribute('y', hundredth(top + ascentPx(style)));
    setStyle(element, 'fill', style.color);
    for (const name of FONT) element.setAttribute(name, style.getPropertyValue(name));
    element.textContent = words;
    parent.append(element);
  }
}

/** From the top of a line's letters down to the baseline. */
function ascentPx({fontWeight, fontSize, fontFamily}: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return context.measureText('x').fontBoundingBoxAscent;
}

export function hundredth(value: number): string {
  return String(Math.round(value * 100) / 100);
}
