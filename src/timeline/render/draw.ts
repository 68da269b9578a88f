import {select} from 'd3';
import type {BaseType, Selection} from 'd3';
import type {Shape} from './shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What was last drawn on an element, so that only changes touch the page. */
const drawn = new WeakMap<Element, Shape>();

/** Makes an element's children what the shapes say; elements the build wrote are kept by their key. */
export function drawShapes(parent: Element, shapes: readonly Shape[]): void {
  const children = select<Element, unknown>(parent).selectChildren<Element, Shape>() as unknown as Selection<Element, Shape, BaseType, unknown>;
  children
    .data(shapes, function (this: Element | BaseType, shape) {
      return shape?.key ?? (this as Element).getAttribute('data-key') ?? '';
    })
    .join((enter) =>
      enter.append((shape) => {
        const element = document.createElementNS(SVG, shape.tag);
        element.setAttribute('data-key', shape.key);
        return element;
      }),
    )
    .each(function (shape) {
      drawShape(this as Element, shape);
    });
}

function drawShape(element: Element, shape: Shape): void {
  const before = drawn.get(element);
  if (before === shape) return;
  const {attributes} = shape;
  for (const name in attributes) {
    const value = attributes[name]!;
    if (before?.attributes[name] !== value && element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
  if (before) {
    for (const name in before.attributes) if (!(name in attributes)) element.removeAttribute(name);
  }
  if (shape.text !== undefined) {
    if (element.textContent !== shape.text) element.textContent = shape.text;
  } else if (shape.children || element.firstElementChild) {
    drawShapes(element, shape.children ?? []);
  }
  drawn.set(element, shape);
}
