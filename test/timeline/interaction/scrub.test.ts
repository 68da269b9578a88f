import {beforeEach, describe, expect, test} from 'vitest';
import {listenForScrub} from '../../../src/timeline/interaction/scrub.ts';
import {fakeElement, pointer} from './pointers.ts';

let plot: ReturnType<typeof fakeElement>;
let heard: string[];
let isOnRuler: boolean;
const send = (type: string, over: Parameters<typeof pointer>[1] = {}) => plot.dispatchEvent(pointer(type, over));

beforeEach(() => {
  plot = fakeElement(40);
  heard = [];
  isOnRuler = true;
  listenForScrub(plot, {
    isOnRuler: () => isOnRuler,
    onStart: () => heard.push('start'),
    onMove: (xPx) => heard.push(String(xPx)),
    onEnd: () => heard.push('end'),
  });
});

describe('listenForScrub(plot, scrub)', () => {
  test('begins where the ruler is pressed, and goes along with the pointer until it is lifted', () => {
    send('pointerdown', {clientX: 100, pointerId: 7});
    send('pointermove', {clientX: 120});
    send('pointermove', {clientX: 30});
    send('pointerup', {clientX: 30});
    // In pixels from the plot, which begins at 40.
    expect(heard).toEqual(['start', '60', '80', '-10', 'end']);
    expect(plot.captured).toEqual([7]);
    send('pointermove', {clientX: 200});
    send('pointerup');
    send('pointercancel');
    expect(heard).toHaveLength(5);
  });

  test('ends where the browser cancels the pointer', () => {
    send('pointerdown', {clientX: 100});
    send('pointercancel');
    send('pointermove', {clientX: 200});
    send('pointerup');
    expect(heard).toEqual(['start', '60', 'end']);
  });

  test('leaves presses beside the ruler, of other buttons and of other fingers', () => {
    send('pointerdown', {button: 2});
    send('pointerdown', {isPrimary: false});
    isOnRuler = false;
    send('pointerdown');
    send('pointermove');
    expect(heard).toEqual([]);
    expect(plot.captured).toEqual([]);
  });

  test('goes on without the pointer’s capture where that is gone already, and says what else is wrong', () => {
    plot.setPointerCapture = () => {
      throw new DOMException('no such pointer');
    };
    send('pointerdown', {clientX: 100});
    expect(heard).toEqual(['start', '60']);
  });
});
