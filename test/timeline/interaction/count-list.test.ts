import {JSDOM} from 'jsdom';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {listedEvents, writeList} from '../../../src/timeline/interaction/count-list.ts';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {NE_PATH} from '../../../src/timeline/render/marks.ts';
import type {Scene} from '../../../src/timeline/render/scene.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {days} from '../some-spans.ts';

const TIMELINE = {
  ...aTimeline(
    [
      anEvent({id: 'day', label: 'A day', span: {kind: 'day', dayMs: 4 * DAY_MS}}),
      anEvent({id: 'days', label: 'Days', span: {kind: 'within', ...days(5, 8), soft: false}}),
      anEvent({id: 'long', label: 'Long', lane: 1, span: {kind: 'stretch', ...days(6, 9), softStart: false, softEnd: false}}),
    ],
    30,
    [1, 1],
  ),
};
const lanes = TIMELINE.lanes.map((lane, i) => ({
  ...lane,
  glyph: i === 0 ? ('square' as const) : ('circle' as const),
  hue: i === 0 ? ('blue' as const) : lane.hue,
}));
const SCENE = {...asKnownNow(TIMELINE), timeline: {...TIMELINE, lanes}} as unknown as Scene;
const events = (...ids: readonly string[]) => ids.map((id) => TIMELINE.events.find((event) => event.id === id)!);

let page: JSDOM['window'];
let tip: HTMLElement;
let heard: string[];

beforeEach(() => {
  page = new JSDOM('<div id="tip"></div>').window;
  vi.stubGlobal('document', page.document);
  tip = page.document.getElementById('tip')!;
  heard = [];
});
afterEach(() => void vi.unstubAllGlobals());

const write = (listed: readonly TimelineEvent[], over: Partial<Scene> = {}) =>
  writeList(
    tip,
    {...SCENE, ...over},
    listed,
    (id) => `/story/#${id}`,
    (id) => heard.push(id),
    () => heard.push('leave'),
  );
/** An element on one line for each of its own and its words, as they are on the page. */
const written = (node: Node, depth = 0): string[] => {
  const indent = '  '.repeat(depth);
  if (node.nodeType === node.TEXT_NODE) return node.nodeValue === '' ? [] : [`${indent}“${node.nodeValue!}”`];
  const {localName, attributes} = node as Element;
  const own = [localName, ...Array.from(attributes, ({name, value}) => `${name}=${value}`)].join(' ');
  return [`${indent}${own}`, ...[...node.childNodes].flatMap((child) => written(child, depth + 1))];
};
const lines = () => [...tip.querySelectorAll('a')];

describe('listedEvents(scene, members)', () => {
  test('are the known events of a count, in its order', () => {
    expect(listedEvents(SCENE, ['days', 'day']).map(({id}) => id)).toEqual(['days', 'day']);
    expect(listedEvents({...SCENE, standingOf: (id) => (id === 'day' ? 'coming' : 'known')}, ['days', 'day']).map(({id}) => id)).toEqual([
      'days',
    ]);
    expect(listedEvents({...SCENE, standingOf: (id) => (id === 'day' ? 'secret' : 'known')}, ['day'])).toEqual([]);
  });

  test('pass over what the timeline has not', () => {
    expect(listedEvents({...SCENE, standingOf: () => 'known'}, ['gone', 'day']).map(({id}) => id)).toEqual(['day']);
  });
});

describe('writeList(tip, scene, events, hrefOf, onChoose, onLeave)', () => {
  test('has the number of events and their lane, a line for each, and what a press on the count does', () => {
    write(events('day', 'days'));
    expect([...tip.children].flatMap((part) => written(part))).toEqual([
      'p class=count-head',
      '  b',
      '    “2 events”',
      '  “ Lane 0”',
      'ul class=count-list role=list',
      '  li',
      '    a href=/story/#day class=count-line',
      '      svg class=count-mark hue-blue  viewBox=-10 -9 20 18 aria-hidden=true',
      '        path class=glyph d=M-4.9,-4.9H4.9V4.9H-4.9Z',
      '      span class=count-day',
      '        “Mon 5 Jan”',
      '      span class=count-label',
      '        “A day”',
      '  li',
      '    a href=/story/#days class=count-line',
      '      svg class=count-mark hue-blue is-uncertain viewBox=-10 -9 20 18 aria-hidden=true',
      '        path class=glyph d=M-4.9,-4.9H4.9V4.9H-4.9Z',
      '        path class=dots d=M-10,0H-7M7,0H10',
      '      span class=count-day',
      '        “6–8 Jan”',
      '      span class=count-label',
      '        “Days”',
      'p class=count-foot',
      '  “Press the count to see each in its place”',
    ]);
  });

  test('names no lane where there are several, and has no press that shows them', () => {
    write(events('day', 'long'));
    expect(tip.querySelector('.count-head')!.textContent).toBe('2 events');
    expect(tip.querySelector('.count-foot')).toBeNull();
  });

  test('draws what lasts as a clip, and ≠ after what sources disagree on', () => {
    write(events('long'), {isDisputed: () => true});
    expect(tip.querySelector('.count-mark')!.getAttribute('class')).toBe(`count-mark hue-${lanes[1]!.hue} is-stretch`);
    expect(tip.querySelector('.glyph')!.getAttribute('d')).toBe('M-8,6V-5H8V6');
    expect(tip.querySelector('.dots')).toBeNull();
    expect(written(lines()[0]!.lastElementChild!)).toEqual([
      'svg class=count-sign viewBox=-1 -7 13 14 aria-hidden=true',
      `  path class=sign d=${NE_PATH}`,
    ]);
  });

  test('goes to the event of a line that is pressed, unless the browser is to open it elsewhere', () => {
    write(events('day', 'days'));
    const press = (over: MouseEventInit) =>
      lines()[1]!.dispatchEvent(new page.MouseEvent('click', {bubbles: true, cancelable: true, ...over}));
    expect(press({})).toBe(false);
    expect(heard).toEqual(['days']);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) {
      // A link of a page without a script would be followed here.
      lines()[1]!.addEventListener('click', (event) => (event.defaultPrevented ? heard.push('prevented') : event.preventDefault()), {
        once: true,
      });
      press({[key]: true});
    }
    expect(heard).toEqual(['days']);
  });

  describe('its keys', () => {
    const key = (name: string) =>
      page.document.activeElement!.dispatchEvent(new page.KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}));
    const focused = () => lines().indexOf(page.document.activeElement as HTMLAnchorElement);
    let heardOutside: number;
    beforeEach(() => {
      write(events('day', 'days', 'long'));
      lines()[0]!.focus();
      heardOutside = 0;
      page.document.addEventListener('keydown', () => heardOutside++);
    });

    test('go from line to line, and no further than the last', () => {
      expect(
        ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((name) => {
          key(name);
          return focused();
        }),
      ).toEqual([1, 2, 2, 1, 0, 2]);
      expect(heard).toEqual([]);
    });

    test('go back to the count from the first line upwards, and with Escape', () => {
      key('ArrowUp');
      lines()[2]!.focus();
      key('Escape');
      expect(heard).toEqual(['leave', 'leave']);
    });

    test('are those of the list alone, and all others of the page', () => {
      expect(key('ArrowDown')).toBe(false);
      expect(key('Escape')).toBe(false);
      expect(heardOutside).toBe(0);
      expect(key('Enter')).toBe(true);
      expect(heardOutside).toBe(1);
    });
  });
});
