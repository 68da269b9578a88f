import {describe, expect, test} from 'vitest';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {FilmState} from '../../../src/timeline/model/timeline.ts';
import {overviewShapes} from '../../../src/timeline/render/overview.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const day = (id: string, n: number, lane = 0) => anEvent({id, lane, span: {kind: 'day', dayMs: n * DAY_MS}});
const TIMELINE = aTimeline([day('a', 1), day('again', 1), day('b', 5), anEvent({id: 'long', span: {kind: 'stretch', fromMs: 2 * DAY_MS, toMs: 6 * DAY_MS, softStart: false, softEnd: false}}), day('c', 8, 1)], 10, [1, 1, 1]);

/** The strip of ten days on 1,000 px: 34 high, of which 12 are for names and 19 for three lanes. */
function draw(over: Partial<Parameters<typeof overviewShapes>[4]> = {}, playheadMs = 9 * DAY_MS): readonly Shape[] {
  return overviewShapes(TIMELINE, 1000, 34, playheadMs, {...asKnownNow(TIMELINE), ...over});
}

function lanesOf(shapes: readonly Shape[]) {
  return shapes.filter(({key}) => key.startsWith('lane-')).map(({key, attributes, children}) => [key, attributes['transform'], ...children![0]!.children!.map((path) => `${path.attributes['class']} ${path.attributes['d']}`)]);
}

describe('overviewShapes(timeline, widthPx, heightPx, playheadMs, known)', () => {
  test('draws a lane as one path of ticks and one of stretches; ticks on one spot are one', () => {
    expect(lanesOf(draw())).toEqual([
      ['lane-lane-0', 'translate(0 12)', 'event is-clips M20 0H60v2H20z', 'event is-marks M14.9 0H15.1v2H14.9zM54.9 0H55.1v2H54.9z'],
      ['lane-lane-1', 'translate(0 18.33)', 'event is-marks M84.9 0H85.1v2H84.9z'],
    ]);
  });

  test('draws what is not public apart, and ends what still goes on at the playhead', () => {
    const shapes = draw({isKnownThen: true, standingOf: (id) => (id === 'b' ? 'coming' : 'known'), goesOn: (id) => id === 'long'}, 4 * DAY_MS);
    expect(lanesOf(shapes)[0]).toEqual(['lane-lane-0', 'translate(0 12)', 'event is-clips M20 0H40v2H20z', 'event is-marks M14.9 0H15.1v2H14.9z', 'event is-unknown M54.9 0H55.1v2H54.9z']);
  });

  test('has the playhead, 2 px wide', () => {
    expect(draw().at(-1)).toMatchObject({key: 'playhead', attributes: {class: 'head', x: '89.9%', width: '0.2%', y: 0, height: 34}});
  });

  test('shades the days on which the film was cancelled, as far as they are known', () => {
    const cancelled = {state: 'cancelled', fromMs: 3 * DAY_MS, toMs: 7 * DAY_MS} as FilmState;
    const shades = (over: Parameters<typeof draw>[0], playheadMs?: number) => draw(over, playheadMs).filter(({key}) => key.startsWith('cancelled')).map(({attributes: {x, width, y, height}}) => [x, width, y, height]);
    expect(shades({states: [cancelled]})).toEqual([['30%', '40%', 12, 22]]);
    expect(shades({states: [cancelled], isKnownThen: true}, 5 * DAY_MS)).toEqual([['30%', '20%', 12, 22]]);
    expect(shades({states: [cancelled], isKnownThen: true}, 2 * DAY_MS)).toEqual([]);
  });
});
