import {JSDOM} from 'jsdom';
import {describe, expect, test} from 'vitest';
import {shapesAsHtml} from '../../src/story/shapes-html.ts';
import {shape} from '../../src/timeline/render/shape.ts';

describe('shapesAsHtml(shapes)', () => {
  test('writes each shape with its key, its attributes, its words and what is in it', () => {
    const drawing = [
      shape('marks', 'g', {class: 'marks', x: 0}, [shape('words', 'text', {y: 1.5}, 'Day 1'), null]),
      shape('line', 'path', {d: ''}),
    ];
    expect(shapesAsHtml(drawing)).toBe(
      '<g data-key="marks" class="marks" x="0"><text data-key="words" y="1.5">Day 1</text></g><path data-key="line" d=""></path>',
    );
  });

  test('writes words and attributes so that a browser reads them as they are', () => {
    const words = `"R&D" <b>isn't</b> &amp; 'x'`;
    const {document} = new JSDOM(`<svg>${shapesAsHtml([shape('"', 'text', {'aria-label': words}, words)])}</svg>`).window;
    const text = document.querySelector('text')!;
    expect([text.textContent, text.getAttribute('aria-label'), text.getAttribute('data-key')]).toEqual([words, words, '"']);
  });

  test('writes nothing for nothing', () => {
    expect(shapesAsHtml([])).toBe('');
  });
});
