/** What the panel behind "?" says of keys. */
import type {PanelWords} from '../model/words/pages.ts';
import {COMMANDS} from './commands.ts';

export interface KeyLine {
  /** How the keys are labelled, each once. */
  readonly names: readonly string[];
  readonly does: string;
}

/**
 * A line for all keys that are explained together.
 *
 * @param withFind - False for the stage alone in a frame, which has neither Find nor Both.
 */
export function keyLines({key, keys}: Pick<PanelWords, 'key' | 'keys'>, withFind: boolean): readonly KeyLine[] {
  const labels: Readonly<Record<string, string>> = {
    ArrowLeft: key.left,
    ArrowRight: key.right,
    ArrowUp: key.up,
    ArrowDown: key.down,
    Home: key.home,
    End: key.end,
    PageUp: key.pageUp,
    PageDown: key.pageDown,
    Enter: key.enter,
    Escape: key.escape,
    ' ': key.space,
    '-': '−',
  };
  /** A letter is labelled as on a keyboard. */
  const labelOf = (name: string) => labels[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  const labelsOf = (name: string) => (name.startsWith('⇧') ? [key.shift, labelOf(name.slice(1))] : [labelOf(name)]);
  const lines = new Map<keyof PanelWords['keys'], Set<string>>();
  for (const [name, command] of Object.entries(COMMANDS)) {
    if (!command.keys || !command.line || ((name === 'search' || name === 'both') && !withFind)) continue;
    const line = command.line === 'find' && !withFind ? 'help' : command.line;
    const names = lines.get(line) ?? new Set();
    for (const label of labelsOf(command.keys[0]!)) names.add(label);
    lines.set(line, names);
  }
  return [...lines].map(([line, names]) => ({names: [...names], does: keys[line]}));
}
