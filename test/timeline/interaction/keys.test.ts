import {describe, expect, test} from 'vitest';
import {keyAction, neighbourEvent} from '../../../src/timeline/interaction/keys.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

/** One letter for each event: its day, its lane and its chapter. */
const on = (id: string, day: number, lane: number, chapter: string) =>
  anEvent({id, lane, chapter, span: {kind: 'day', dayMs: day * DAY_MS}});
const TIMELINE = aTimeline(
  [on('a', 1, 0, 'one'), on('b', 2, 2, 'one'), on('c', 5, 0, 'two'), on('d', 6, 2, 'two'), on('e', 9, 0, 'three'), on('f', 20, 3, 'three')],
  30,
  [1, 1, 1, 1],
);
const NO_KEYS = {shiftKey: false, ctrlKey: false, altKey: false, metaKey: false};
const press = (key: string, focusedId: string | null = 'c', over: Partial<typeof NO_KEYS> = {}) =>
  keyAction({key, ...NO_KEYS, ...over}, TIMELINE.events, focusedId);
const focused = (key: string, focusedId: string | null) => {
  const action = press(key, focusedId);
  return action?.kind === 'focus' ? action.id : action;
};

describe('keyAction(key, events, focusedId)', () => {
  test.each([
    ['+', {kind: 'zoom', factor: 1.5}],
    ['=', {kind: 'zoom', factor: 1.5}],
    ['-', {kind: 'zoom', factor: 1 / 1.5}],
    ['0', {kind: 'fit'}],
    [' ', {kind: 'play'}],
    ['k', {kind: 'toggle-known'}],
    ['K', {kind: 'toggle-known'}],
    [',', {kind: 'day', days: -1}],
    ['.', {kind: 'day', days: 1}],
    ['Enter', {kind: 'open'}],
    ['Escape', {kind: 'leave'}],
    ['?', {kind: 'help'}],
    ['/', {kind: 'find'}],
  ])('reads %s', (key, action) => {
    expect(press(key)).toEqual(action);
  });

  test('leaves other keys to the page, and all of them with Ctrl, Alt or ⌘', () => {
    expect(['Tab', 'a', 'F5'].map((key) => press(key))).toEqual([null, null, null]);
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(press('+', 'c', {[held]: true})).toBeNull();
  });

  test('leaves all keys to the page where no event can be reached', () => {
    expect(keyAction({key: '+', ...NO_KEYS}, [], null)).toBeNull();
  });

  test('pans by a quarter of the view with Shift and an arrow sideways', () => {
    expect(press('ArrowLeft', 'c', {shiftKey: true})).toEqual({kind: 'pan', share: -0.25});
    expect(press('ArrowRight', 'c', {shiftKey: true})).toEqual({kind: 'pan', share: 0.25});
    expect(press('?', 'c', {shiftKey: true})).toEqual({kind: 'help'});
    expect(press('Home', 'c', {shiftKey: true})).toEqual({kind: 'focus', id: 'a'});
  });

  test('goes to the next event and the one before, and no further than the first and the last', () => {
    expect(['a', 'c', 'f'].map((id) => focused('ArrowRight', id))).toEqual(['b', 'd', 'f']);
    expect(['a', 'c', 'f'].map((id) => focused('ArrowLeft', id))).toEqual(['a', 'b', 'e']);
  });

  test('begins with the first event where none has focus', () => {
    expect(['ArrowRight', 'ArrowLeft'].map((key) => focused(key, null))).toEqual(['a', 'a']);
    expect(focused('ArrowDown', null)).toBe('b');
    expect(focused('PageDown', 'gone')).toBe('c');
  });

  test('goes to the first event and to the last', () => {
    expect(['Home', 'End'].map((key) => focused(key, 'c'))).toEqual(['a', 'f']);
  });

  test('goes to the event nearest in time of the next lane up or down that has any', () => {
    // Lane 1 is empty; of those in lane 2 day 6 is nearer to day 5 than day 2.
    expect(focused('ArrowDown', 'c')).toBe('d');
    expect(focused('ArrowDown', 'a')).toBe('b');
    expect(focused('ArrowDown', 'd')).toBe('f');
    expect(focused('ArrowUp', 'f')).toBe('d');
    expect(focused('ArrowUp', 'd')).toBe('c');
  });

  test('goes to the earlier of two events that are as near', () => {
    const events = aTimeline([on('early', 1, 0, 'c'), on('from', 3, 1, 'c'), on('late', 5, 0, 'c')], 10, [1, 1]).events;
    expect(keyAction({key: 'ArrowUp', ...NO_KEYS}, events, 'from')).toEqual({kind: 'focus', id: 'early'});
  });

  test('stays in the first lane and in the last', () => {
    expect(focused('ArrowUp', 'c')).toBe('c');
    expect(focused('ArrowDown', 'f')).toBe('f');
  });

  test('goes to the first event of the next chapter, and of the one before', () => {
    expect(['a', 'b', 'c', 'd'].map((id) => focused('PageDown', id))).toEqual(['c', 'c', 'e', 'e']);
    expect(['c', 'd', 'e', 'f'].map((id) => focused('PageUp', id))).toEqual(['a', 'a', 'c', 'c']);
  });

  test('goes to the last event from the last chapter, and to the first from the first', () => {
    expect(focused('PageDown', 'e')).toBe('f');
    expect(focused('PageUp', 'b')).toBe('a');
  });
});

describe('neighbourEvent(timeline, playheads, playheadMs, selectedId, step)', () => {
  const playheads = [1, 2, 5, 5, 9, 20];
  const neighbour = (playheadMs: number, selectedId: string | null, step: 1 | -1) =>
    neighbourEvent(TIMELINE, playheads, playheadMs, selectedId, step)?.id ?? null;

  test('is the first event after the playhead, or the last before it', () => {
    expect([neighbour(3, null, 1), neighbour(3, null, -1)]).toEqual(['c', 'b']);
    expect([neighbour(5, null, 1), neighbour(5, null, -1)]).toEqual(['e', 'b']);
  });

  test('is the one beside the selected event, where that is at the playhead', () => {
    expect([neighbour(5, 'c', 1), neighbour(5, 'd', -1)]).toEqual(['d', 'c']);
  });

  test('goes by the playhead where that has left the selected event', () => {
    expect([neighbour(1.5, 'd', 1), neighbour(1.5, 'd', -1)]).toEqual(['b', 'a']);
  });

  test('is null beyond the first event and the last', () => {
    expect([neighbour(1, 'a', -1), neighbour(20, 'f', 1)]).toEqual([null, null]);
    expect([neighbour(0, null, -1), neighbour(21, null, 1)]).toEqual([null, null]);
  });
});
