/**
 * What may not get worse: one line for each number that `npm run bench -- --gate` holds against a limit. A part of the
 * benchmarks hands a number in under the gate's name, in `gated` of one of its tables.
 *
 * Numbers are ratios of one run, or sizes, as times differ from machine to machine; only what must stay below the time of
 * a frame by far is held to milliseconds.
 */
import type {Table} from './table.ts';

export interface Gate {
  readonly name: string;
  /** The greatest number that is let through. */
  readonly limit: number;
  readonly unit: string;
  /** What is lost above it. */
  readonly why: string;
  /** Name of the part that hands the number in. */
  readonly measuredBy: string;
}

export const GATES: readonly Gate[] = [
  {
    name: 'build growth',
    limit: 0.25,
    unit: '× the processor time for each event',
    why: 'A story of 1,000 events against one of 40, where what every build begins with weighs twenty-five times as much: more means that a page looks at all events again.',
    measuredBy: 'build',
  },
  {
    name: 'event page',
    limit: 80,
    unit: 'kB of HTML',
    why: 'The largest event page of a story of 1,000 events: its strip shows some events, however many there are.',
    measuredBy: 'build',
  },
  {
    name: 'poster share',
    limit: 0.05,
    unit: 'of the build',
    why: 'One sheet of a story of 1,000 events, which has room for a few dozen of them.',
    measuredBy: 'build',
  },
  {
    name: 'first visit growth',
    limit: 2.2,
    unit: '× the bytes',
    why: 'The home page of 1,000 events, with all that it fetches, against that of 40: it still holds every entry, and may hold no more.',
    measuredBy: 'bytes',
  },
  {
    name: 'selecting',
    limit: 4,
    unit: 'ms',
    why: 'To select an event of 10,000, or to read on past one, arranges one lane of one window: more means that it looks at the whole story.',
    measuredBy: 'acts',
  },
  {
    name: 'search key',
    limit: 4,
    unit: 'ms',
    why: 'A letter typed into Search, in a story of 10,000 events: it looks words up in an index, and may not read the texts.',
    measuredBy: 'acts',
  },
];

export interface Broken {
  readonly gate: Gate;
  /** Null where the part ran and handed in nothing. */
  readonly value: number | null;
}

/**
 * The gates that do not hold, in the order of the list; those of parts that did not run are passed over.
 *
 * @param tables - What each part measured, by its name.
 */
export function brokenGates(tables: ReadonlyMap<string, readonly Table[]>, gates: readonly Gate[] = GATES): Broken[] {
  return gates.flatMap((gate) => {
    const measured = tables.get(gate.measuredBy);
    if (measured === undefined) return [];
    const value = measured.map(({gated}) => gated?.[gate.name]).findLast((found) => found !== undefined) ?? null;
    return value !== null && value <= gate.limit ? [] : [{gate, value}];
  });
}

export function brokenInWords({gate: {name, limit, unit, why, measuredBy}, value}: Broken): string {
  const found =
    value === null ? `was not measured by the part ${measuredBy}` : `is ${Number(value.toFixed(3))} ${unit}, and ${limit} is the limit`;
  return `${name} ${found}. ${why}`;
}
