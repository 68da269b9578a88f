import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {COMMANDS, commandOfKey, giveCommand} from '../../../src/timeline/interaction/commands.ts';
import type {Command, Commanded, CommandName} from '../../../src/timeline/interaction/commands.ts';
import {KEYS} from '../../../src/timeline/interaction/first-signs.ts';
import {keyLines} from '../../../src/timeline/interaction/key-lines.ts';
import {controlWords, panelWords} from '../../../src/timeline/model/words/pages.ts';
import {stageWords} from '../../../src/timeline/model/words/stage.ts';

const commands = Object.entries(COMMANDS) as [CommandName, Command][];
const keys = commands.flatMap(([name, command]) => (command.keys ?? []).map((key) => ({key, name})));
const withName = {controls: controlWords('en'), panel: panelWords('en'), stage: stageWords('en'), countsDays: true};

/** A stage that notes what it is asked. */
function aStage({isKnownThen = false, hasEscape = true} = {}): {
  readonly on: Commanded;
  readonly asked: unknown[][];
  readonly replays: {readonly dropped: number};
} {
  const asked: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]): void =>
      void asked.push([name, ...given]);
  const noteAll = <Names extends string>(...names: Names[]) =>
    Object.fromEntries(names.map((name) => [name, note(name)])) as Record<Names, () => void>;
  const replays = {dropped: 0};
  return {
    asked,
    replays,
    on: {
      isKnownThen,
      views: noteAll('zoomBy', 'panBy', 'fit', 'goToLevel'),
      playhead: noteAll('moveDay', 'setKnownThen', 'answerQuestion', 'step'),
      dropReplay: () => void replays.dropped++,
      ...noteAll('playOrPause', 'compare', 'goToMark', 'openMark', 'showMeasure', 'openPanel', 'askFind'),
      leavePlot() {
        if (hasEscape) asked.push(['leavePlot']);
        return hasEscape;
      },
    },
  };
}

const aKey = (key: string, over: Partial<KeyboardEvent> = {}) =>
  ({key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...over}) as KeyboardEvent;

/** What a key asks of a stage; null where the key is the page's. */
function pressed(key: string, over: Partial<KeyboardEvent> = {}): unknown[] | null {
  const {on, asked} = aStage();
  const event = aKey(key, over);
  commandOfKey(event)?.run(on, {what: '', key: event});
  return asked[0]?.filter((given) => given !== event) ?? null;
}

/** What a button asks of a stage. */
function given(action: string, state = {}): unknown[] | undefined {
  const {on, asked} = aStage(state);
  giveCommand(action, on);
  return asked[0];
}

describe('COMMANDS', () => {
  test.each(commands)('%s asks something of the stage, and is called something', (name, command) => {
    const {on, asked} = aStage();
    command.run(on, {what: 'days', key: aKey(command.keys?.[0] ?? '')});
    expect(asked).toHaveLength(1);
    // The story itself names its lanes and measures, and asks the question that is answered.
    const isNamedByStory = name === 'lane' || name === 'measure' || name === 'answer';
    expect(command.words?.(withName, 'days') ?? (command.line && panelWords('en').keys[command.line]) ?? null).toEqual(
      isNamedByStory ? null : expect.stringMatching(/\w/),
    );
    expect(command.line !== undefined, 'every key is explained').toBe(command.keys !== undefined);
  });

  test('gives no key twice', () => {
    expect(keys.map(({key}) => key)).toEqual([...new Set(keys.map(({key}) => key))]);
  });

  test('has every command that a button of the page names', () => {
    const page = ['Stage', 'Controls'].map((name) => readFileSync(`src/components/${name}.astro`, 'utf8')).join('');
    const named = [...page.matchAll(/data-(?:action|control)=(?:"|\{`)([\w-]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in COMMANDS))).toEqual([]);
  });

  test('has no key that is lost before the script has loaded', () => {
    expect(keys.map(({key}) => key.replace('⇧', '')).filter((key) => !KEYS.test(key))).toEqual([]);
  });
});

describe('keyLines(words, withFind)', () => {
  test('explains every key once', () => {
    expect(keyLines(panelWords('en'), true).map(({names, does}) => `${names.join(' ')}: ${does}`)).toEqual([
      'Left Right: the event before, after',
      'Up Down: the nearest in the lane above, below',
      'Home End: the first event, the last',
      'PgUp PgDn: the chapter before, after',
      'Enter: read the entry; open a group',
      'Esc: back from the entry to its mark, from the mark to the bar',
      '+ − 0: zoom in, zoom out, show all',
      'Shift Left Right: earlier, later',
      'Space: play, pause',
      'K: Known now, Known then',
      'B: then and now compared, and back',
      ', .: the playhead one day back, forward',
      '/ ?: search, these controls',
    ]);
  });

  test('says nothing of the search and the comparison where there is neither', () => {
    const lines = keyLines(panelWords('en'), false);
    expect(lines.at(-1)).toEqual({names: ['?'], does: 'these controls'});
    expect(lines.flatMap(({names}) => names)).not.toContain('B');
  });
});

describe('commandOfKey(event)', () => {
  test.each([
    ['ArrowRight', ['goToMark', 'after']],
    ['ArrowLeft', ['goToMark', 'before']],
    ['ArrowUp', ['goToMark', 'above']],
    ['ArrowDown', ['goToMark', 'below']],
    ['Home', ['goToMark', 'first']],
    ['End', ['goToMark', 'last']],
    ['PageUp', ['goToMark', 'chapter-before']],
    ['PageDown', ['goToMark', 'chapter-after']],
    ['Enter', ['openMark']],
    ['Escape', ['leavePlot']],
    ['+', ['zoomBy', 1.6, {isRepeated: false}]],
    ['=', ['zoomBy', 1.6, {isRepeated: false}]],
    ['-', ['zoomBy', 1 / 1.6, {isRepeated: false}]],
    ['0', ['fit']],
    [' ', ['playOrPause']],
    ['k', ['setKnownThen', true]],
    ['K', ['setKnownThen', true]],
    ['b', ['compare', true]],
    ['B', ['compare', true]],
    [',', ['moveDay', -1]],
    ['.', ['moveDay', 1]],
    ['/', ['askFind', 'search']],
    ['?', ['openPanel']],
  ])('reads %s', (key, asked) => {
    expect(pressed(key)).toEqual(asked);
  });

  test('leaves other keys to the page, and all of them with Ctrl, Alt or ⌘', () => {
    expect(['Tab', 'a', 'F5'].map((key) => commandOfKey(aKey(key)))).toEqual([null, null, null]);
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(commandOfKey(aKey('+', {[held]: true}))).toBeNull();
  });

  test('goes a quarter of the window earlier or later with Shift and an arrow sideways', () => {
    expect(pressed('ArrowLeft', {shiftKey: true})).toEqual(['panBy', -0.25, {isRepeated: false}]);
    expect(pressed('ArrowRight', {shiftKey: true, repeat: true})).toEqual(['panBy', 0.25, {isRepeated: true}]);
  });

  test('reads Shift with any other key as that key', () => {
    expect(['?', 'Home', 'ArrowUp'].map((key) => pressed(key, {shiftKey: true}))).toEqual([
      ['openPanel'],
      ['goToMark', 'first'],
      ['goToMark', 'above'],
    ]);
  });

  test('says which steps come from a key that is held down', () => {
    expect(pressed('-', {repeat: true})).toEqual(['zoomBy', 1 / 1.6, {isRepeated: true}]);
  });

  test('leaves Escape to others where they have something to close', () => {
    const escape = (hasEscape: boolean) => COMMANDS.leave.run(aStage({hasEscape}).on, {what: '', key: aKey('Escape')});
    expect([escape(true), escape(false)]).toEqual([undefined, false]);
  });
});

describe('giveCommand(action, stage)', () => {
  test('zooms by what keys zoom by, and goes half a window earlier or later', () => {
    expect(given('zoom-in')).toEqual(['zoomBy', 1.6, {isRepeated: false}]);
    expect(given('earlier')).toEqual(['panBy', -0.5, {isRepeated: false}]);
    expect(given('later')).toEqual(['panBy', 0.5, {isRepeated: false}]);
  });

  test('ends a replay where it leads a reader elsewhere, and only there', () => {
    const dropped = (action: string) => {
      const {on, replays} = aStage();
      giveCommand(action, on);
      return replays.dropped;
    };
    expect(['known-now', 'answer', 'next', 'search', 'lane banks'].map(dropped)).toEqual([1, 1, 1, 1, 1]);
    expect(['zoom-in', 'later', 'fit', 'play', 'level days', 'day-on'].map(dropped)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('hands on what is behind the name', () => {
    expect(['level weeks', 'measure cost', 'lane banks'].map((action) => given(action))).toEqual([
      ['goToLevel', 'weeks'],
      ['showMeasure', 'cost'],
      ['askFind', 'lane banks'],
    ]);
  });

  test('sets a clock, or the other one', () => {
    expect(['known-now', 'known-then', 'known'].map((action) => given(action)?.[1])).toEqual([false, true, true]);
    expect(given('known', {isKnownThen: true})).toEqual(['setKnownThen', false]);
  });

  test('compares at a button’s press, and ends the comparison at a key’s', () => {
    expect(given('both')).toEqual(['compare', false]);
    expect(pressed('b')).toEqual(['compare', true]);
  });

  test('refuses what is no command', () => {
    expect(() => given('fly')).toThrow('no command fly');
  });

  test('names a day or a year, as the playhead goes', () => {
    expect([true, false].map((countsDays) => COMMANDS['day-on'].words!({...withName, countsDays}, ''))).toEqual([
      'One day on',
      'One year on',
    ]);
  });
});
