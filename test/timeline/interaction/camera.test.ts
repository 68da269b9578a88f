import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {boundsOf, cameraOn} from '../../../src/timeline/interaction/camera.ts';
import type {Camera} from '../../../src/timeline/interaction/camera.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {lengthMs} from '../../../src/timeline/model/view.ts';
import {giveClockBack, takeClock} from './clock.ts';

const EXTENT = {fromMs: 0, toMs: 1000};

let clock: ReturnType<typeof takeClock>;
let heard: string[];
let shortestMs: number;
let camera: Camera;

beforeEach(() => {
  clock = takeClock();
  heard = [];
  shortestMs = 10;
  camera = cameraOn(EXTENT, {
    bounds: () => ({extent: EXTENT, shortestMs}),
    onMove: (isZooming) => {
      heard.push(isZooming ? 'zoom' : 'pan');
      // Each move is drawn before the next.
      camera.drawn();
    },
    onSettle: () => heard.push('settle'),
    onOwnMove: () => heard.push('own move'),
    onOwnArrival: () => heard.push('own arrival'),
  });
});
afterEach(giveClockBack);

/** What was heard, each kind of it once. */
const kinds = () => [...new Set(heard)];

describe('cameraOn(view, hooks)', () => {
  test('keeps every view inside the story', () => {
    camera.setView({fromMs: 900, toMs: 1100});
    expect(camera.view).toEqual({fromMs: 800, toMs: 1000});
    camera.moveTo({fromMs: -100, toMs: 100});
    expect(camera.view).toEqual({fromMs: 0, toMs: 200});
  });

  test('tells a pan from a zoom, and settles once', () => {
    camera.moveTo({fromMs: 100, toMs: 300});
    camera.moveTo({fromMs: 200, toMs: 400});
    expect(heard).toEqual(['zoom', 'pan']);
    clock.pass(1000);
    expect(heard).toEqual(['zoom', 'pan', 'settle']);
  });

  test('settles at once where it is asked to', () => {
    camera.moveTo({fromMs: 100, toMs: 300}, {settleNow: true});
    expect(heard).toEqual(['zoom', 'settle']);
    clock.pass(1000);
    expect(heard).toHaveLength(2);
  });

  test('knows a view that is a reader’s own', () => {
    camera.moveTo({fromMs: 100, toMs: 300});
    expect(camera.isOwn).toBe(false);
    camera.moveTo({fromMs: 110, toMs: 310}, {isOwn: true});
    expect(camera.isOwn).toBe(true);
    expect(heard).toEqual(['zoom', 'pan', 'own move']);
  });

  test('flies from what is seen, and settles there', () => {
    camera.flyTo({fromMs: 100, toMs: 300});
    expect(camera.view).toEqual(EXTENT);
    expect(camera.goal).toEqual({fromMs: 100, toMs: 300});
    clock.pass(100);
    expect(lengthMs(camera.view)).toBeLessThan(990);
    expect(lengthMs(camera.view)).toBeGreaterThan(210);
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 100, toMs: 300});
    expect(camera.goal).toBeNull();
    expect(kinds()).toEqual(['zoom', 'pan', 'settle']);
    expect(heard.filter((what) => what === 'settle')).toHaveLength(1);
  });

  test('says that it has arrived only where a reader asked for the flight', () => {
    camera.flyTo({fromMs: 200, toMs: 400}, {isOwn: true});
    expect(camera.isOwn).toBe(true);
    clock.pass(1000);
    expect(kinds()).toEqual(['zoom', 'pan', 'own arrival', 'settle']);
  });

  test('arrives and settles at once where readers ask for stillness', () => {
    clock.isStill = true;
    camera.flyTo({fromMs: 100, toMs: 300}, {isOwn: true});
    expect(camera.view).toEqual({fromMs: 100, toMs: 300});
    expect(heard).toEqual(['zoom', 'settle', 'own arrival']);
    clock.pass(1000);
    expect(heard).toHaveLength(3);
  });

  test('flies on to another view from what is seen', () => {
    camera.flyTo({fromMs: 0, toMs: 100});
    clock.pass(150);
    const seen = camera.view;
    camera.flyTo({fromMs: 900, toMs: 1000});
    expect(camera.view).toBe(seen);
    clock.pass(16);
    expect(Math.abs(camera.view.fromMs - seen.fromMs)).toBeLessThan(150);
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 900, toMs: 1000});
  });

  test('stops a flight where a hand takes hold of the view, and settles once it lets go', () => {
    camera.flyTo({fromMs: 0, toMs: 100});
    clock.pass(150);
    const seen = camera.view;
    camera.hold();
    clock.pass(2000);
    expect(camera.view).toBe(seen);
    expect(heard).not.toContain('settle');
    camera.release();
    clock.pass(100);
    expect(camera.view).toBe(seen);
    expect(heard.at(-1)).toBe('settle');
  });

  test('goes by nobody but the hand that holds it', () => {
    camera.setView({fromMs: 100, toMs: 200});
    camera.hold();
    camera.moveTo({fromMs: 300, toMs: 400});
    camera.flyTo({fromMs: 300, toMs: 400});
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 100, toMs: 200});
    camera.moveTo({fromMs: 300, toMs: 400}, {isOwn: true});
    expect(camera.view).toEqual({fromMs: 300, toMs: 400});
    camera.release();
    camera.moveTo({fromMs: 500, toMs: 600});
    expect(camera.view).toEqual({fromMs: 500, toMs: 600});
  });

  test('lets a flight end before it follows a replay', () => {
    camera.flyTo({fromMs: 0, toMs: 100}, {isOwn: true});
    clock.pass(150);
    const seen = camera.view;
    camera.moveTo({fromMs: 800, toMs: 900});
    expect(camera.view).toBe(seen);
    clock.pass(1000);
    camera.moveTo({fromMs: 800, toMs: 900});
    expect(camera.view).toEqual({fromMs: 800, toMs: 900});
  });

  test('glides on by as much as it is asked to, quickly at first, and stops where it should', () => {
    camera.setView({fromMs: 100, toMs: 200});
    camera.glideBy(200, 400);
    clock.pass(100);
    expect(camera.view.fromMs).toBeGreaterThan(200);
    expect(camera.view.fromMs).toBeLessThan(300);
    expect(camera.goal).toBeNull();
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 300, toMs: 400});
    expect(kinds()).toEqual(['pan', 'own move', 'settle']);
    camera.glideBy(200, 400);
    clock.pass(100);
    const seen = camera.view;
    camera.stopGlide();
    clock.pass(1000);
    expect(camera.view).toBe(seen);
  });

  test('lets a flight go on where it is asked to stop a glide', () => {
    camera.flyTo({fromMs: 0, toMs: 100});
    camera.stopGlide();
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 0, toMs: 100});
  });

  test('shows another view in place of a flight, with nothing left to settle', () => {
    camera.flyTo({fromMs: 0, toMs: 100});
    clock.pass(150);
    heard = [];
    camera.setView({fromMs: 500, toMs: 700});
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 500, toMs: 700});
    expect(heard).toEqual([]);
  });

  test('is at another size as near as may be to its view, and back at the old one at that view', () => {
    camera.moveTo({fromMs: 100, toMs: 110});
    shortestMs = 40;
    camera.refit();
    expect(camera.view).toEqual({fromMs: 85, toMs: 125});
    shortestMs = 10;
    camera.refit();
    expect(camera.view).toEqual({fromMs: 100, toMs: 110});
  });

  test('leaves a flight alone where the size changes, and brings its end inside the bounds', () => {
    camera.flyTo({fromMs: 100, toMs: 110});
    clock.pass(150);
    const seen = camera.view;
    camera.refit();
    expect(camera.view).toBe(seen);
    clock.pass(1000);
    expect(camera.view).toEqual({fromMs: 100, toMs: 110});
  });

  test('keeps a flight of the story apart from a reader’s own', () => {
    camera.flyTo({fromMs: 100, toMs: 300});
    clock.pass(1000);
    expect(camera.isOwn).toBe(false);
    expect(heard).not.toContain('own arrival');
  });

  test('has no goal after a flight for those who ask for stillness, and follows a replay at once', () => {
    clock.isStill = true;
    camera.flyTo({fromMs: 100, toMs: 300});
    expect(camera.goal).toBeNull();
    camera.moveTo({fromMs: 500, toMs: 700});
    expect(camera.view).toEqual({fromMs: 500, toMs: 700});
  });

  test('settles as soon as a flight or a glide is over, for no hand follows it', () => {
    const settledBy = (ms: number) => {
      heard = [];
      clock.pass(ms);
      return heard.includes('settle');
    };
    camera.flyTo({fromMs: 100, toMs: 300});
    // 450 ms are 29 frames of 16 ms; a hand would rest for another 90.
    expect([settledBy(463), settledBy(20)]).toEqual([false, true]);
    camera.glideBy(100, 400);
    expect([settledBy(399), settledBy(20)]).toEqual([false, true]);
  });

  test('forgets the view of another size once it has been moved', () => {
    camera.moveTo({fromMs: 100, toMs: 110});
    shortestMs = 40;
    camera.refit();
    camera.moveTo({fromMs: 185, toMs: 225});
    shortestMs = 10;
    camera.refit();
    expect(camera.view).toEqual({fromMs: 185, toMs: 225});
  });
});

describe('boundsOf(extent, widthPx)', () => {
  test('goes no closer than 2400 px a day, and shows a shorter story whole', () => {
    const extent = {fromMs: 0, toMs: 80 * DAY_MS};
    expect(boundsOf(extent, 1200)).toEqual({extent, shortestMs: DAY_MS / 2});
    expect(boundsOf({fromMs: 0, toMs: 100}, 1200).shortestMs).toBe(100);
  });
});
