import {JSDOM} from 'jsdom';
import {afterAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {drawShapes, setText} from '../../../src/timeline/render/draw.ts';
import {shape} from '../../../src/timeline/render/shape.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';

let picture: Element;
let observer: MutationObserver;

beforeEach(() => {
  const {window} = new JSDOM('<svg><g data-key="a" class="old"><text data-key="words">Words</text></g><g data-key="b"></g></svg>');
  vi.stubGlobal('document', window.document);
  picture = window.document.querySelector('svg')!;
  observer = new window.MutationObserver(() => {}) as MutationObserver;
  observer.observe(picture, {attributes: true, childList: true, characterData: true, subtree: true});
});

afterAll(() => vi.unstubAllGlobals());

const a = (className = 'old', words = 'Words'): Shape => shape('a', 'g', {class: className}, [shape('words', 'text', {}, words)]);
const b = shape('b', 'g', {}, []);
const c = shape('c', 'path', {d: 'M0 0', opacity: 1});

/** What drawing changes on the page, in words. */
function changes(shapes: readonly Shape[]): string[] {
  drawShapes(picture, shapes);
  return observer.takeRecords().map(({type, target, attributeName, addedNodes, removedNodes}) => {
    const nameOf = (node: Node) => (node as Element).getAttribute?.('data-key') ?? node.nodeName.toLowerCase();
    const nodes = [...[...addedNodes].map((node) => `+${nameOf(node)}`), ...[...removedNodes].map((node) => `-${nameOf(node)}`)];
    return [type, nameOf(target), attributeName, ...nodes].filter((word) => word !== null).join(' ');
  });
}

describe('drawShapes(parent, shapes)', () => {
  test('changes nothing in what the build wrote where it is what the shapes say', () => {
    expect(changes([a(), b])).toEqual([]);
    expect(changes([a(), b])).toEqual([]);
  });

  test('changes the one attribute, or the words, that differ from what was drawn last', () => {
    drawShapes(picture, [a(), b]);
    observer.takeRecords();
    expect(changes([a('new'), b])).toEqual(['attributes a class']);
    expect(changes([a('new', 'More'), b])).toEqual(['characterData #text']);
  });

  test('takes away an attribute that a shape no longer has', () => {
    drawShapes(picture, [c]);
    drawShapes(picture, [shape('c', 'path', {d: 'M0 0'})]);
    expect(picture.firstElementChild!.getAttributeNames()).toEqual(['data-key', 'd']);
  });

  test('adds what is new in its place and takes out what is gone', () => {
    expect(changes([c, a()])).toEqual(['childList svg -b', 'childList svg +c']);
    expect([...picture.children].map((element) => element.getAttribute('data-key'))).toEqual(['c', 'a']);
  });

  test('moves what has changed places and leaves the rest where it is', () => {
    drawShapes(picture, [a(), b, c]);
    observer.takeRecords();
    const [first, second, third] = picture.children;
    expect(changes([c, a(), b])).toEqual(['childList svg -c', 'childList svg +c']);
    expect([...picture.children]).toEqual([third, first, second]);
  });

  test('puts pieces in the place of words, whether the build or the last drawing wrote those', () => {
    const pieces = [shape('plain', 'tspan', {}, 'Wed '), shape('strong', 'tspan', {}, '17')];
    const words = (content: Parameters<typeof shape>[3]) => [shape('a', 'g', {class: 'old'}, [shape('words', 'text', {}, content)]), b];
    drawShapes(picture, words(pieces));
    const text = picture.querySelector('text')!;
    expect([text.textContent, text.childNodes.length]).toEqual(['Wed 17', 2]);
    drawShapes(picture, words('Words'));
    expect([text.textContent, text.childNodes.length]).toEqual(['Words', 1]);
    drawShapes(picture, words(pieces));
    expect([picture.querySelector('text') === text, text.textContent, text.childNodes.length]).toEqual([true, 'Wed 17', 2]);
  });

  test('leaves pieces that the build wrote', () => {
    const built = '<tspan data-key="plain">Wed </tspan><tspan data-key="strong">17</tspan>';
    const {document} = new JSDOM(`<svg><text data-key="words">${built}</text></svg>`).window;
    const parent = document.querySelector('svg')!;
    const [plain] = parent.querySelectorAll('tspan');
    drawShapes(parent, [shape('words', 'text', {}, [shape('plain', 'tspan', {}, 'Thu '), shape('strong', 'tspan', {}, '18')])]);
    expect([parent.querySelector('tspan') === plain, parent.textContent]).toEqual([true, 'Thu 18']);
  });

  test('draws what held nothing before', () => {
    drawShapes(picture, [a(), shape('b', 'g', {}, [c])]);
    expect(picture.lastElementChild!.firstElementChild!.getAttribute('data-key')).toBe('c');
    drawShapes(picture, [a(), b]);
    expect(picture.lastElementChild!.childNodes).toHaveLength(0);
  });

  test('puts words in the place of pieces that are drawn again afterwards', () => {
    const row = (content: Parameters<typeof shape>[3]) => [shape('t', 'text', {}, content)];
    drawShapes(picture, row([shape('p', 'tspan', {}, 'One')]));
    drawShapes(picture, row('Two'));
    drawShapes(picture, row([shape('p', 'tspan', {}, 'One')]));
    expect([picture.textContent, picture.querySelectorAll('tspan').length]).toEqual(['One', 1]);
  });

  test('empties a picture', () => {
    drawShapes(picture, []);
    expect(picture.children).toHaveLength(0);
  });
});

describe('setText(element, text)', () => {
  test('writes into the text there is', () => {
    picture.textContent = 'Before';
    const node = picture.firstChild;
    setText(picture, 'After');
    expect([picture.firstChild === node, picture.textContent]).toEqual([true, 'After']);
  });

  test('takes the place of anything else', () => {
    for (const before of [[], [picture.cloneNode()], ['Before', picture.cloneNode()]]) {
      picture.replaceChildren(...before);
      setText(picture, 'After');
      expect([picture.childNodes.length, picture.textContent]).toEqual([1, 'After']);
    }
  });
});
