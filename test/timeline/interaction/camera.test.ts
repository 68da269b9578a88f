import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {cameraOn} from '../../../src/timeline/interaction/camera.ts';
import type {Camera} from '../../../src/timeline/interaction/camera.ts';

const EXTENT = {fromMs: 0, toMs: 1000};

let told: string[];
let camera: Camera;

beforeEach(() => {
  vi.useFakeTimers();
  // Readers who ask for stillness arrive at once, which needs no frames.
  vi.stubGlobal('matchMedia', () => ({matches: true}));
  told = [];
  camera = cameraOn(EXTENT, {
    bounds: () => ({extent: EXTENT, shortestMs: 10}),
    onMove: (isZooming) => told.push(isZooming ? 'zoom' : 'pan'),
    onSettle: () => told.push('settle'),
    onFlight: () => told.push('flight'),
    onOwnMove: () => told.push('own move'),
    onOwnArrival: () => told.push('own arrival'),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('cameraOn(view, rim)', () => {
  test('keeps every view inside the story', () => {
    camera.take({fromMs: 900, toMs: 1100});
    expect(camera.view).toEqual({fromMs: 800, toMs: 1000});
    camera.moveTo({fromMs: -100, toMs: 100});
    expect(camera.view).toEqual({fromMs: 0, toMs: 200});
  });

  test('tells a pan from a zoom, and once that it stands still', () => {
    camera.moveTo({fromMs: 100, toMs: 300});
    camera.moveTo({fromMs: 200, toMs: 400});
    expect(told).toEqual(['zoom', 'pan']);
    vi.runAllTimers();
    expect(told).toEqual(['zoom', 'pan', 'settle']);
  });

  test('settles at once where it is asked to', () => {
    camera.moveTo({fromMs: 100, toMs: 300}, {settleNow: true});
    expect(told).toEqual(['zoom', 'settle']);
    vi.runAllTimers();
    expect(told).toHaveLength(2);
  });

  test('knows a view that is a reader’s own', () => {
    camera.moveTo({fromMs: 100, toMs: 300});
    expect(camera.isOwn).toBe(false);
    camera.moveTo({fromMs: 110, toMs: 310}, {isOwn: true});
    expect(camera.isOwn).toBe(true);
    expect(told).toEqual(['zoom', 'own move', 'pan']);
  });

  test('flies to a view, settles there once and says so only where a reader asked for it', () => {
    camera.flyTo({fromMs: 100, toMs: 300});
    expect(camera.view).toEqual({fromMs: 100, toMs: 300});
    expect(told).toEqual(['flight', 'zoom', 'settle']);
    camera.flyTo({fromMs: 200, toMs: 400}, {isOwn: true});
    expect(told.slice(3)).toEqual(['flight', 'pan', 'settle', 'own arrival']);
    vi.runAllTimers();
    expect(told).toHaveLength(7);
  });

  test('stops a flight where a reader takes hold of the view', () => {
    const frames: ((nowMs: number) => void)[] = [];
    const stopped: number[] = [];
    vi.stubGlobal('matchMedia', () => ({matches: false}));
    vi.stubGlobal('requestAnimationFrame', (frame: (nowMs: number) => void) => frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', (frame: number) => stopped.push(frame));
    camera.flyTo({fromMs: 100, toMs: 300});
    camera.moveTo({fromMs: 0, toMs: 500}, {isOwn: true});
    expect(stopped).toEqual([1]);
    expect(camera.view).toEqual({fromMs: 0, toMs: 500});
  });
});
