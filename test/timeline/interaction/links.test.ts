import {JSDOM} from 'jsdom';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {idOfLink, linkOf, membersOf, nearestLink, signBox} from '../../../src/timeline/interaction/links.ts';

let picture: Element;

beforeEach(() => {
  const {window} = new JSDOM(`<svg>
    <a data-id="a"><path class="glyph" data-box="100 100 110 110"/><text>Words</text></a>
    <a data-members="b c" data-box="0 0 9 9"><text data-box="900 900 910 910"/><rect class="box" data-box="200 100 220 110"/></a>
    <a data-id="e.1"><path class="clip" data-box="300 100 400 110"/></a>
    <a class="edge-link" href="#" data-box="0 0 900 900"><rect class="hit" data-box="500 0 510 10"/><svg data-box="0 0 900 900"/><text>2 later</text></a>
  </svg>`);
  picture = window.document.querySelector('svg')!;
  // Boxes are written on the elements, as nothing is laid out here.
  window.Element.prototype.getBoundingClientRect = function rect(this: Element) {
    const [left = 0, top = 0, right = 0, bottom = 0] = (this.getAttribute('data-box') ?? '').split(' ').map(Number);
    return {left, top, right, bottom} as DOMRect;
  };
  vi.stubGlobal('CSS', {escape: (text: string) => text.replace('.', '\\.')});
});
afterEach(() => void vi.unstubAllGlobals());

const links = () => [...picture.querySelectorAll('a')] as unknown as SVGAElement[];

describe('linkOf(picture, id)', () => {
  test('is the event’s own link, or that of the group it is in', () => {
    expect(['a', 'b', 'c', 'e.1'].map((id) => links().indexOf(linkOf(picture, id)!))).toEqual([0, 1, 1, 2]);
  });

  test('is null for an event that is not drawn', () => {
    expect(linkOf(picture, 'd')).toBeNull();
  });
});

describe('idOfLink(target)', () => {
  test('is the event of the link around what was pressed, and the first of a group', () => {
    expect(idOfLink(picture.querySelector('.glyph'))).toBe('a');
    expect(idOfLink(picture.querySelector('.box'))).toBe('b');
  });

  test('is null for what no event’s link is around', () => {
    expect([idOfLink(picture), idOfLink(picture.querySelector('.edge-link text')), idOfLink(null)]).toEqual([null, null, null]);
  });
});

test('membersOf(link) are the events of a group, and nothing for a link to one', () => {
  expect(links().map(membersOf)).toEqual([[], ['b', 'c'], [], []]);
});

test('signBox(link) is the place of a link’s mark, or of all that can be pressed where it has no mark', () => {
  expect(links().map((link) => signBox(link).left)).toEqual([100, 200, 300, 500]);
});

describe('nearestLink(picture, place)', () => {
  const nearest = (clientX: number, clientY: number) => {
    const link = nearestLink(picture, {clientX, clientY});
    return link && links().indexOf(link);
  };

  test('is the link whose mark is at the place', () => {
    expect([nearest(105, 105), nearest(210, 105), nearest(350, 105), nearest(505, 5)]).toEqual([0, 1, 2, 3]);
  });

  test('is the one nearest to it, on whichever side of it', () => {
    // The marks of the first two are from 100 to 110 and from 200 to 220.
    expect([nearest(89, 105), nearest(121, 105), nearest(105, 89), nearest(105, 121)]).toEqual([0, 0, 0, 0]);
    picture.querySelector('.box')!.setAttribute('data-box', '130 100 140 110');
    expect([nearest(119, 105), nearest(121, 105)]).toEqual([0, 1]);
  });

  test('is null where none is within 22 px, across and down together', () => {
    expect([nearest(132, 105), nearest(131.9, 105)]).toEqual([null, 0]);
    expect([nearest(78, 105), nearest(105, 132), nearest(105, 78)]).toEqual([null, null, null]);
    // 13.2 px across and 17.6 down are 22 px away.
    expect([nearest(123.3, 127.6), nearest(123.1, 127.6)]).toEqual([null, 0]);
  });
});
