/** How the content does, in counts that each show their files. */
import type {IconName} from '../components/icons.ts';
import {isDateUncertain, isKnownLater} from '../story/signs.ts';
import type {DeskRow} from './rows.ts';

export interface HealthCount {
  /** What the address calls it. */
  readonly filter: string;
  readonly words: string;
  readonly icon: IconName | null;
  readonly tone: 'plain' | 'warn' | 'bad';
  readonly rows: readonly DeskRow[];
}

/**
 * @param zone - The story's, in which days are counted.
 * @param uncommitted - Files that are not as they were committed; null if that is unknown.
 */
export function healthCounts(rows: readonly DeskRow[], zone: string, uncommitted: ReadonlySet<string> | null = null): HealthCount[] {
  const count = (
    filter: string,
    words: string,
    test: (row: DeskRow) => boolean,
    icon: IconName | null = null,
    tone: HealthCount['tone'] = 'plain',
  ): HealthCount => {
    const counted = rows.filter(test);
    return {filter, words, icon, rows: counted, tone: counted.length > 0 ? tone : 'plain'};
  };
  return [
    count('all', rows.length === 1 ? 'file' : 'files', () => true),
    count('ready', 'ready', ({state}) => state === 'ready'),
    count('broken', 'won’t build', ({state}) => state === 'broken', 'warn', 'bad'),
    count('drafts', 'drafts', ({state}) => state === 'draft'),
    count('one-source', 'without a second source', ({event}) => event !== null && event.sources.length < 2, null, 'warn'),
    count('disagree', 'sources disagree', ({event}) => event !== null && event.disagreements.length > 0, 'unequal'),
    count('uncertain', 'uncertain date', ({event}) => event !== null && isDateUncertain(event), 'approximate'),
    count('later', 'known later', ({event}) => event !== null && isKnownLater(event, zone), 'later'),
    count('advice', 'with advice', ({advice}) => advice > 0, null, 'warn'),
    ...(uncommitted ? [count('changed', 'not committed', ({file}) => uncommitted.has(file))] : []),
  ];
}

/** The count that an address asks for; the first, which holds every file, where it asks for none or for one there is not. */
export function countAsked(counts: readonly HealthCount[], filter: string | null): HealthCount {
  return counts.find((candidate) => candidate.filter === filter) ?? counts[0]!;
}
