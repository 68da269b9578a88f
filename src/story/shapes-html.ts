import type {Shape} from '../timeline/render/shape.ts';
import {htmlText} from './html-text.ts';

/**
 * A drawing as HTML. A page may hold hundreds of shapes, and each would be a component of its own if components wrote
 * them: a third of the time that a page takes to build.
 */
export function shapesAsHtml(shapes: readonly Shape[]): string {
  let html = '';
  for (const {key, tag, attributes, children, text} of shapes) {
    html += `<${tag} data-key="${htmlText(key)}"`;
    for (const name in attributes) html += ` ${name}="${htmlText(String(attributes[name]))}"`;
    html += `>${text === undefined ? '' : htmlText(text)}${children ? shapesAsHtml(children) : ''}</${tag}>`;
  }
  return html;
}
