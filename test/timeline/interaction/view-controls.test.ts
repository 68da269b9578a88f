import {beforeEach, describe, expect, test} from 'vitest';
import type {Camera} from '../../../src/timeline/interaction/camera.ts';
import {twoClocks} from '../../../src/timeline/interaction/two-clocks.ts';
import type {TwoClocks} from '../../../src/timeline/interaction/two-clocks.ts';
import {viewControls} from '../../../src/timeline/interaction/view-controls.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Timeline} from '../../../src/timeline/model/timeline.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const view = (fromDay: number, toDay: number): View => ({fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS});
const event = (id: string, day: number) => anEvent({id, span: {kind: 'day', dayMs: day * DAY_MS}, knownMs: day * DAY_MS});
const TIMELINE: Timeline = {
  ...aTimeline([event('early', 22), event('late', 28), event('far', 70)], 80),
  bracket: {label: 'Core', long: 'Core', ...view(40, 50)},
};

/** A camera that says what it was asked, and is where the test puts it. */
let asked: (readonly [how: string, view: View, options?: object])[];
let seen: View;
let goal: View | null;
let clocks: TwoClocks;
let reading: {selectedId: string | null; focusId: string | null};

const camera = {
  get view() {
    return seen;
  },
  get goal() {
    return goal;
  },
  bounds: {extent: TIMELINE.extent, shortestMs: DAY_MS},
  flyTo(to: View, options?: object) {
    asked.push(['fly', to, options]);
    return (goal = to);
  },
  moveTo: (to: View, options?: object) => void asked.push(['move', to, options]),
} as unknown as Camera;
const controls = (timeline = TIMELINE) => viewControls(timeline, camera, clocks, reading, () => 960);
const days = ({fromMs, toMs}: View) => [fromMs / DAY_MS, toMs / DAY_MS].map((n) => Math.round(n * 1000) / 1000);
const last = () => days(asked.at(-1)![1]);

beforeEach(() => {
  asked = [];
  seen = view(20, 30);
  goal = null;
  reading = {selectedId: null, focusId: null};
  clocks = twoClocks(TIMELINE, () => {});
});

describe('goTo(view), fit()', () => {
  test('fly, as a reader who asked for it', () => {
    controls().goTo(view(1, 2));
    controls().fit();
    expect(asked).toEqual([
      ['fly', view(1, 2), {isOwn: true}],
      ['fly', TIMELINE.extent, {isOwn: true}],
    ]);
  });
});

describe('goToLevel(level)', () => {
  // Weeks have 48 px a day: 20 days in 960 px.
  const weeksOf = (timeline?: Timeline) => {
    controls(timeline).goToLevel('weeks');
    return last();
  };

  test('goes to the heart of the story where a reader has touched nothing', () => {
    expect(weeksOf()).toEqual([35, 55]);
    expect(asked[0]![2]).toEqual({isOwn: true});
  });

  test('goes to the playhead of a reader who has moved it or chosen an event, and in a story without a bracket', () => {
    reading.selectedId = 'far';
    expect(weeksOf()).toEqual([60.5, 80.5]);
    reading.selectedId = null;
    expect(weeksOf({...TIMELINE, bracket: null})).toEqual([60.5, 80.5]);
    clocks.set(30.5 * DAY_MS, false);
    expect(weeksOf()).toEqual([20.5, 40.5]);
  });
});

describe('zoomBy(factor)', () => {
  const zoomed = () => {
    controls().zoomBy(2);
    return last();
  };

  test('keeps the event that a reader has chosen in its place, else the one that has focus, else the playhead', () => {
    // Noon of day 22 is a quarter of the view from its edge, that of day 28 85 % of it.
    clocks.set(26 * DAY_MS, false);
    expect(zoomed()).toEqual([23, 28]);
    reading.focusId = 'late';
    expect(zoomed()).toEqual([24.25, 29.25]);
    reading.selectedId = 'early';
    expect(zoomed()).toEqual([21.25, 26.25]);
  });

  test('keeps the middle in its place where that is out of sight', () => {
    reading.selectedId = 'far';
    expect(zoomed()).toEqual([22.5, 27.5]);
  });

  test('adds up for as long as its own flight lasts', () => {
    const {zoomBy} = controls();
    clocks.set(25 * DAY_MS, false);
    zoomBy(2);
    zoomBy(2);
    expect(last()).toEqual([23.75, 26.25]);
    // It has arrived, and the next step sets out from there.
    seen = view(0, 40);
    goal = null;
    zoomBy(2);
    expect(last()).toEqual([12.5, 32.5]);
  });

  test('sets out from what is seen where another flight goes on', () => {
    const {zoomBy} = controls();
    clocks.set(25 * DAY_MS, false);
    zoomBy(2);
    goal = view(60, 70);
    zoomBy(2);
    expect(last()).toEqual([22.5, 27.5]);
  });
});

describe('zoomAt(xPx)', () => {
  test('goes twice as close about a place', () => {
    controls().zoomAt(240);
    expect(asked).toEqual([['fly', view(21.25, 26.25), {isOwn: true}]]);
  });
});

describe('followHead()', () => {
  test('moves to a playhead that has left the view, not as a reader does', () => {
    clocks.set(40 * DAY_MS, false);
    controls().followHead();
    expect(asked).toEqual([['move', view(31, 41), undefined]]);
  });

  test('asks nothing of the camera while the playhead is in sight', () => {
    clocks.set(25 * DAY_MS, false);
    controls().followHead();
    expect(asked).toEqual([]);
  });
});
