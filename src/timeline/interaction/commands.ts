/**
 * Every command of the stage, once. A button names its command in `data-action` or `data-control`, with what it is for
 * behind it: `level days`. A key works while focus is in the plot; `docs/design.md` 15. The panel behind "?" reads its
 * buttons' names and its list of keys from here.
 */
import type {Level} from '../layout/scale.ts';
import type {ControlWords, PanelWords} from '../model/words/pages.ts';
import type {StageWords} from '../model/words/stage.ts';
import type {Way} from './next-event.ts';
import type {PlayheadControls} from './playhead-controls.ts';
import type {ViewControls} from './view-controls.ts';

const ZOOM_FACTOR = 1.6;
/** Shares of the view that Earlier and Later move by: a button's, and the smaller one of a key, which may be held down. */
const BUTTON_SHARE = 0.5;
const KEY_SHARE = 0.25;

/** What commands are given to. */
export interface Commanded {
  readonly isKnownThen: boolean;
  readonly views: Pick<ViewControls, 'zoomBy' | 'panBy' | 'fit' | 'goToLevel'>;
  readonly playhead: Pick<PlayheadControls, 'moveDay' | 'setKnownThen' | 'answerQuestion' | 'step'>;
  /** Starts the replay, or stops and resumes it. */
  playOrPause(): void;
  /** Compares then and now; a key ends it again. */
  compare(isKey: boolean): void;
  /** Ends the replay where it is, if there is one. */
  dropReplay(): void;
  /** Puts the focus on another mark. */
  goToMark(way: Way): void;
  /** Opens the mark that a key was pressed on. */
  openMark(event: KeyboardEvent): void;
  /** @returns False where Escape has something else to close first. */
  leavePlot(): boolean;
  showMeasure(id: string): void;
  openPanel(): void;
  /** Search and filters; see `Find.act`. */
  askFind(action: string): void;
}

export interface Given {
  /** The command's argument: a level, a lane or a measure; else empty. */
  readonly what: string;
  /** Null if the command was not given with a key. */
  readonly key: KeyboardEvent | null;
}

export interface WordsOfButtons {
  readonly controls: ControlWords;
  readonly panel: PanelWords;
  readonly stage: StageWords;
  /** Whether the playhead goes from day to day; else it goes from year to year. */
  readonly countsDays: boolean;
}

export interface Command {
  /** As `KeyboardEvent.key` names them, with ⇧ before it for Shift. The first is the one that the panel shows. */
  readonly keys?: readonly string[];
  /** The line of the panel that says what the keys do. */
  readonly line?: Exclude<keyof PanelWords['keys'], 'help'>;
  /** What its button is called. A lane's and a measure's have the name that the story gives them. */
  readonly words?: (words: WordsOfButtons, what: string) => string;
  /** Whether it takes a reader elsewhere during a replay. */
  readonly endsReplay?: true;
  /** False leaves a key to others. */
  readonly run: (on: Commanded, given: Given) => void | false;
}

const isRepeated = ({key}: Given) => ({isRepeated: key?.repeat ?? false});
const shareOf = ({key}: Given) => (key ? KEY_SHARE : BUTTON_SHARE);

/** In the order of the panel's list of keys. */
const TABLE = {
  'mark-before': {keys: ['ArrowLeft'], line: 'sideways', run: (on) => on.goToMark('before')},
  'mark-after': {keys: ['ArrowRight'], line: 'sideways', run: (on) => on.goToMark('after')},
  'mark-above': {keys: ['ArrowUp'], line: 'upAndDown', run: (on) => on.goToMark('above')},
  'mark-below': {keys: ['ArrowDown'], line: 'upAndDown', run: (on) => on.goToMark('below')},
  'first-mark': {keys: ['Home'], line: 'homeAndEnd', run: (on) => on.goToMark('first')},
  'last-mark': {keys: ['End'], line: 'homeAndEnd', run: (on) => on.goToMark('last')},
  'chapter-before': {keys: ['PageUp'], line: 'pages', run: (on) => on.goToMark('chapter-before')},
  'chapter-after': {keys: ['PageDown'], line: 'pages', run: (on) => on.goToMark('chapter-after')},
  open: {keys: ['Enter'], line: 'enter', run: (on, {key}) => key !== null && on.openMark(key)},
  leave: {keys: ['Escape'], line: 'escape', run: (on) => on.leavePlot() && undefined},
  'zoom-in': {
    keys: ['+', '='],
    line: 'zoom',
    words: ({controls}) => controls.zoomIn,
    run: (on, given) => on.views.zoomBy(ZOOM_FACTOR, isRepeated(given)),
  },
  'zoom-out': {
    keys: ['-'],
    line: 'zoom',
    words: ({controls}) => controls.zoomOut,
    run: (on, given) => on.views.zoomBy(1 / ZOOM_FACTOR, isRepeated(given)),
  },
  fit: {keys: ['0'], line: 'zoom', words: ({controls}) => controls.showAll, run: (on) => on.views.fit()},
  earlier: {
    keys: ['⇧ArrowLeft'],
    line: 'shift',
    words: ({panel}) => panel.earlier,
    run: (on, given) => on.views.panBy(-shareOf(given), isRepeated(given)),
  },
  later: {
    keys: ['⇧ArrowRight'],
    line: 'shift',
    words: ({panel}) => panel.later,
    run: (on, given) => on.views.panBy(shareOf(given), isRepeated(given)),
  },
  play: {keys: [' '], line: 'space', words: ({controls}) => controls.replay, run: (on) => on.playOrPause()},
  known: {keys: ['k', 'K'], line: 'known', endsReplay: true, run: (on) => on.playhead.setKnownThen(!on.isKnownThen)},
  'known-now': {endsReplay: true, words: ({controls}) => controls.knownNow, run: (on) => on.playhead.setKnownThen(false)},
  'known-then': {endsReplay: true, words: ({controls}) => controls.knownThen, run: (on) => on.playhead.setKnownThen(true)},
  both: {
    keys: ['b', 'B'],
    line: 'both',
    endsReplay: true,
    words: ({controls}) => controls.both,
    run: (on, {key}) => on.compare(key !== null),
  },
  answer: {endsReplay: true, run: (on) => on.playhead.answerQuestion()},
  'day-back': {
    keys: [','],
    line: 'days',
    words: ({panel, countsDays}) => (countsDays ? panel.dayBack : panel.yearBack),
    run: (on) => on.playhead.moveDay(-1),
  },
  'day-on': {
    keys: ['.'],
    line: 'days',
    words: ({panel, countsDays}) => (countsDays ? panel.dayOn : panel.yearOn),
    run: (on) => on.playhead.moveDay(1),
  },
  previous: {endsReplay: true, words: ({controls}) => controls.previous, run: (on) => on.playhead.step(-1)},
  next: {endsReplay: true, words: ({controls}) => controls.next, run: (on) => on.playhead.step(1)},
  level: {words: ({controls}, what) => controls.levels[what as Level], run: (on, {what}) => on.views.goToLevel(what as Level)},
  measure: {run: (on, {what}) => on.showMeasure(what)},
  lane: {endsReplay: true, run: (on, {what}) => on.askFind(`lane ${what}`)},
  filter: {endsReplay: true, words: ({controls}) => controls.filterEvents, run: (on) => on.askFind('filter')},
  find: {endsReplay: true, words: ({controls}) => controls.searchEvents, run: (on) => on.askFind('find')},
  /** Where `find` closes a search that is open, this goes to it. */
  search: {endsReplay: true, keys: ['/'], line: 'find', run: (on) => on.askFind('search')},
  help: {keys: ['?'], line: 'find', words: ({panel}) => panel.open, run: (on) => on.openPanel()},
} satisfies Record<string, Command>;

export type CommandName = keyof typeof TABLE;

export const COMMANDS: Readonly<Record<CommandName, Command>> = TABLE;

/** @throws Error if there is no such command: that is a bug in the page. */
export function giveCommand(action: string, on: Commanded): void {
  const [name, what = ''] = action.split(' ');
  const command = (COMMANDS as Readonly<Record<string, Command>>)[name!];
  if (!command) throw new Error(`no command ${action}`);
  runCommand(command, on, {what, key: null});
}

/** @returns False where a key is left to others. */
export function runCommand(command: Command, on: Commanded, given: Given): void | false {
  if (command.endsReplay) on.dropReplay();
  return command.run(on, given);
}

const byKey = new Map(Object.values(COMMANDS).flatMap((command) => (command.keys ?? []).map((key) => [key, command])));

/** The command of a key that is pressed in the plot; null where the key is the page's. */
export function commandOfKey({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): Command | null {
  if (ctrlKey || altKey || metaKey) return null;
  return (shiftKey ? byKey.get(`⇧${key}`) : undefined) ?? byKey.get(key) ?? null;
}
