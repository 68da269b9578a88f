import {describe, expect, test} from 'vitest';
import {dayToShare, frameCode, frameQuery, viewOfBracket} from '../../../src/timeline/interaction/share/code.ts';
import {plainColour} from '../../../src/timeline/interaction/share/svg-copy.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {aTimeline, anEvent} from '../some-timeline.ts';

const utc = (text: string) => Date.parse(`${text}T00:00Z`);
const extent = {fromMs: utc('2014-11-20'), toMs: utc('2015-02-09')};

describe('viewOfBracket(timeline)', () => {
  const view = (fromMs: number, toMs: number) => viewOfBracket({extent, bracket: {label: 'Seven days', long: 'Seven days', fromMs, toMs}});

  test('is whole days, three before the bracket and two after its last', () => {
    const wanted = {fromMs: utc('2014-12-14'), toMs: utc('2014-12-27')};
    expect(view(utc('2014-12-17'), utc('2014-12-24'))).toEqual(wanted);
    expect(view(utc('2014-12-17') + 1, utc('2014-12-24') + 10 * 3_600_000), 'ends that are hours').toEqual(wanted);
  });

  test('stays on the axis', () => {
    expect(view(utc('2014-11-21'), utc('2015-02-08'))).toEqual(extent);
  });

  test('is nothing where a story has no bracket', () => {
    expect(viewOfBracket({extent, bracket: null})).toBeNull();
  });
});

describe('dayToShare(timeline, playheadMs)', () => {
  const story = {
    ...aTimeline(
      [anEvent({id: 'a', knownMs: 2 * DAY_MS}), anEvent({id: 'b', knownMs: 5 * DAY_MS, span: {kind: 'day', dayMs: 9 * DAY_MS}})],
      10,
    ),
    bracket: {label: 'Days', long: 'Days', fromMs: 3 * DAY_MS, toMs: 6 * DAY_MS},
  };

  test('is the last day with news up to the playhead', () => {
    expect(dayToShare(story, 5.5 * DAY_MS)).toBe(5 * DAY_MS);
    expect(dayToShare(story, 4.5 * DAY_MS)).toBe(2 * DAY_MS);
  });

  test('is the first with news where the playhead is before all', () => {
    expect(dayToShare(story, 0.5 * DAY_MS)).toBe(2 * DAY_MS);
  });

  test('is the bracket’s while nobody has moved the playhead from the end', () => {
    expect(dayToShare(story, 9.5 * DAY_MS)).toBe(2 * DAY_MS);
    expect(dayToShare({...story, bracket: null}, 9.5 * DAY_MS)).toBe(5 * DAY_MS);
  });
});

describe('frameQuery(choice)', () => {
  const view = {fromMs: utc('2014-12-14'), toMs: utc('2014-12-27')};

  test('names the view, the day and the theme', () => {
    expect(frameQuery({view, knownDayMs: null, theme: null})).toBe('?from=2014-12-14&to=2014-12-27');
    expect(frameQuery({view, knownDayMs: utc('2014-12-18'), theme: 'dark'})).toBe(
      '?from=2014-12-14&to=2014-12-27&known=2014-12-18&theme=dark',
    );
  });
});

describe('frameCode(page, choice)', () => {
  const page = {
    title: 'A "day" & <night>',
    frameTitle: 'A "day": timeline',
    address: 'https://a.example/',
    frameAddress: 'https://a.example/embed/',
  };
  const choice = {view: {fromMs: utc('2014-12-14'), toMs: utc('2014-12-27')}, knownDayMs: null, theme: 'light'};

  test('is a frame and a link, with every sign of HTML escaped', () => {
    expect(frameCode(page, {...choice, size: {widthPx: 700, heightPx: 520}})).toMatchInlineSnapshot(`
      "<iframe src="https://a.example/embed/?from=2014-12-14&amp;to=2014-12-27&amp;theme=light"
        title="A &quot;day&quot;: timeline"
        width="700" height="520" loading="lazy" style="border:0">
      </iframe>
      <p><a href="https://a.example/">A &quot;day&quot; &amp; &lt;night&gt;</a></p>"
    `);
  });

  test('is as wide as its column where no width is asked', () => {
    expect(frameCode(page, {...choice, size: {widthPx: null, heightPx: 520}})).toContain('width="100%" height="520"');
  });
});

describe('plainColour(text)', () => {
  test.each([
    ['rgb(20, 23, 26)', '#14171a', 1],
    ['rgba(255, 0, 10, 0.5)', '#ff000a', 0.5],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
    ['color(srgb 1 0.5 0)', '#ff8000', 1],
    ['color(srgb 0.00392157 1.2 -0.1 / 0.25)', '#01ff00', 0.25],
    ['url("#hatch")', 'url("#hatch")', 1],
    ['none', 'none', 1],
    ['color(display-p3 1 0 0)', 'color(display-p3 1 0 0)', 1],
  ])('%s', (text, colour, opacity) => {
    expect(plainColour(text)).toEqual({colour, opacity});
  });
});
