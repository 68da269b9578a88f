import {JSDOM} from 'jsdom';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {listenForFirstSigns, timeOf} from '../../../src/timeline/interaction/first-signs.ts';
import type {FirstSigns} from '../../../src/timeline/interaction/first-signs.ts';

let page: JSDOM['window'];
let stage: HTMLElement;
let asked: number;
let signs: FirstSigns;
let heard: string[];

beforeEach(() => {
  page = new JSDOM(`<p>Text</p><div id="stage">
    <div class="plot"><a href="#a"><span class="mark"></span></a><b></b></div>
    <div class="overview"><i role="slider" tabindex="0"></i></div>
    <div class="timecode"></div><button data-action="play"><span></span></button>
    <button data-level="days"></button><button data-part="unnamed"></button>
    <button class="other"></button>
  </div>`).window;
  vi.stubGlobal('document', page.document);
  stage = page.document.getElementById('stage')!;
  asked = 0;
  heard = [];
  signs = listenForFirstSigns(stage, () => asked++);
});
afterEach(() => void vi.unstubAllGlobals());

const one = (selector: string) => page.document.querySelector(selector)!;
/** Sends an event, and says whether the browser may go on with it. */
function send(selector: string, type: string, over: Readonly<Record<string, unknown>> = {}): boolean {
  const kinds = {wheel: page.WheelEvent, keydown: page.KeyboardEvent, focusin: page.FocusEvent, scroll: page.Event};
  const Kind = kinds[type as 'wheel'] ?? page.MouseEvent;
  return one(selector).dispatchEvent(new Kind(type, {bubbles: true, cancelable: true, ...over}));
}
/** What comes again once the answer is there. */
function replayed(): string[] {
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'dblclick', 'wheel', 'keydown', 'dragstart']) {
    stage.addEventListener(type, (event) => heard.push(`${type} ${(event.target as Element).localName}`));
  }
  signs.replay();
  return heard;
}
const isKept = (selector: string, type: string, over?: Readonly<Record<string, unknown>>) => {
  const isLeft = send(selector, type, over);
  const isWaiting = signs.isWaiting;
  signs.forget();
  return isWaiting ? (isLeft ? 'kept' : 'kept and prevented') : isLeft ? 'left' : 'prevented';
};

describe('listenForFirstSigns(stage, ask)', () => {
  const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'focusin'];
  test.each(SIGNS)('asks at the first %s anywhere on the page, once', (type) => {
    send('p', type);
    send('p', type);
    send('p', 'pointermove');
    expect(asked).toBe(1);
    expect(signs.isWaiting).toBe(false);
  });

  test('asks again at everything that it keeps', () => {
    send('p', 'pointermove');
    send('.mark', 'pointerdown');
    send('.mark', 'click');
    expect(asked).toBe(3);
    expect(signs.isWaiting).toBe(true);
    expect(stage.classList.contains('is-waking')).toBe(true);
  });

  test('keeps a press and its moves up to when it is lifted, and leaves them to the browser', () => {
    expect(isKept('b', 'pointermove')).toBe('left');
    expect(isKept('b', 'pointerdown')).toBe('kept');
    expect(isKept('b', 'pointermove')).toBe('kept');
    expect(isKept('b', 'pointerup')).toBe('kept');
    expect(isKept('b', 'pointermove')).toBe('left');
    expect(isKept('b', 'pointerdown')).toBe('kept');
    expect(isKept('b', 'pointercancel')).toBe('kept');
    expect(isKept('b', 'pointermove')).toBe('left');
  });

  const HANDLED = ['.mark', '.overview', '.timecode', '[data-action] span', '[data-level]', '[data-part="unnamed"]'];
  test.each(HANDLED)('keeps a click on %s from the browser', (selector) => {
    expect(isKept(selector, 'click')).toBe('kept and prevented');
    expect(isKept(selector, 'dblclick')).toBe('kept and prevented');
  });

  test('leaves a click beside all that, and one that opens something elsewhere', () => {
    expect(isKept('.other', 'click')).toBe('left');
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) expect(isKept('.mark', 'click', {[key]: true})).toBe('left');
  });

  test('keeps a wheel that zooms or goes sideways, on the plot alone', () => {
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey'])
      expect(isKept('.mark', 'wheel', {deltaY: 9, [key]: true})).toBe('kept and prevented');
    expect(isKept('.mark', 'wheel', {deltaX: -9, deltaY: 8})).toBe('kept and prevented');
    expect(isKept('.mark', 'wheel', {deltaX: 9, deltaY: -9})).toBe('left');
    expect(isKept('.overview', 'wheel', {deltaX: 9, ctrlKey: true})).toBe('left');
  });

  test.each([
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Enter',
    'Escape',
    '-',
    '+',
    '=',
    '0',
    'k',
    'K',
    ',',
    '.',
    '/',
    '?',
    ' ',
  ])('keeps the key “%s” on a mark and on a grip', (key) => {
    expect(isKept('.mark', 'keydown', {key})).toBe('kept and prevented');
    expect(isKept('i', 'keydown', {key})).toBe('kept and prevented');
  });

  test('leaves other keys, those with Ctrl, Alt or ⌘, and those on buttons', () => {
    expect(['Tab', 'a', 'F1', 'xHome', 'ArrowLefty'].map((key) => isKept('.mark', 'keydown', {key}))).toEqual([
      'left',
      'left',
      'left',
      'left',
      'left',
    ]);
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(isKept('.mark', 'keydown', {key: 'Home', [held]: true})).toBe('left');
    expect(isKept('[data-action]', 'keydown', {key: 'Enter'})).toBe('left');
  });

  test('knows what was last pressed: the button around it, or the thing itself', () => {
    expect(signs.control).toBeNull();
    send('[data-action] span', 'pointerdown');
    expect(signs.control).toBe(one('[data-action]'));
    send('.mark', 'pointerdown');
    expect(signs.control).toBe(one('.mark'));
  });
});

describe('replay()', () => {
  test('does in order what was held back, and holds back nothing more', () => {
    send('.mark', 'pointerdown');
    send('.mark', 'pointerup');
    send('.mark', 'click');
    expect(replayed()).toEqual(['pointerdown span', 'pointerup span', 'click span']);
    expect([signs.isWaiting, stage.classList.contains('is-waking')]).toEqual([false, false]);
    const before = asked;
    expect(send('.mark', 'click')).toBe(true);
    expect([signs.isWaiting, asked]).toEqual([false, before]);
  });

  test('says all of an event, and when it happened', () => {
    let [again, atMs] = [null as MouseEvent | null, 0];
    stage.addEventListener('click', (event) => (again = event));
    const click = new page.MouseEvent('click', {bubbles: true, clientX: 33});
    Object.defineProperty(click, 'timeStamp', {value: 12.5});
    one('.mark').dispatchEvent(click);
    again = null;
    signs.replay();
    atMs = timeOf(again!);
    expect([again!.clientX, atMs]).toEqual([33, 12.5]);
    expect(again).not.toBe(click);
    expect(timeOf(click)).toBe(12.5);
  });

  test('goes to the plot where what was pressed is drawn no more', () => {
    send('.mark', 'click');
    one('.mark').remove();
    expect(replayed()).toEqual(['click div']);
  });

  test('does not ask again at what a reader does afterwards', () => {
    signs.replay();
    send('p', 'pointermove');
    expect(asked).toBe(0);
  });
});

describe('forget()', () => {
  test('gives back the link that was last clicked, and forgets it', () => {
    send('.mark', 'click');
    send('.mark', 'pointerdown');
    expect(signs.forget()).toBe(one('a'));
    expect([signs.isWaiting, stage.classList.contains('is-waking')]).toEqual([false, false]);
    expect(signs.forget()).toBeNull();
  });

  test('gives back nothing where no link was clicked last', () => {
    send('.mark', 'click');
    send('b', 'click');
    expect(signs.forget()).toBeNull();
    send('.mark', 'pointerdown');
    expect(signs.forget()).toBeNull();
  });
});
