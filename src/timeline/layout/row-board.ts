/** Rows while wishes are put down on them and lifted again: what lies where, and what that leaves free. */
import type {Table} from './rows.ts';

/** At most this many are moved at once to make room for one. */
const MAX_BLOCKERS = 2;

export interface RowBoard {
  /** The way of each wish, as a place in the table; -1 without. */
  readonly wayOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly isFree: (way: number, row: number) => boolean;
  readonly put: (i: number, way: number, row: number) => void;
  readonly lift: (i: number) => void;
  /** How much has been put and lifted so far, for {@link undoTo}. */
  readonly moves: () => number;
  /** Takes back what has been put and lifted since. */
  readonly undoTo: (moves: number) => void;
  /** The ones on a row that exclude a way there; null if one of them must not move, or if there are too many. */
  readonly blockersOf: (way: number, row: number, locked: Uint8Array) => number[] | null;
}

/** Some empty rows for the wishes of a table. */
export function rowBoard({wishes, cost, rivals, excluded}: Table, rows: number): RowBoard {
  const count = cost.length;
  const wayOf = new Int32Array(wishes.length).fill(-1);
  const rowOf = new Int32Array(wishes.length);
  /** How many of what lies on a row exclude each way there. */
  const blocked = new Uint16Array(rows * count);
  const onRow: number[][] = Array.from({length: rows}, () => []);
  /** What was placed and removed, so that a failed attempt can be undone. */
  const log: {readonly i: number; readonly way: number; readonly row: number; readonly isPut: boolean}[] = [];

  const excludes = (a: number, b: number): boolean => (excluded[(a * count + b) >> 3]! & (1 << ((a * count + b) & 7))) !== 0;
  const put = (i: number, way: number, row: number) => {
    wayOf[i] = way;
    rowOf[i] = row;
    onRow[row]!.push(i);
    const first = row * count;
    const own = rivals[way]!;
    for (let k = 0; k < own.length; k++) blocked[first + own[k]!]!++;
    log.push({i, way, row, isPut: true});
  };
  const lift = (i: number) => {
    const [way, row] = [wayOf[i]!, rowOf[i]!];
    const line = onRow[row]!;
    line.splice(line.indexOf(i), 1);
    const first = row * count;
    const own = rivals[way]!;
    for (let k = 0; k < own.length; k++) blocked[first + own[k]!]!--;
    log.push({i, way, row, isPut: false});
    wayOf[i] = -1;
  };

  return {
    wayOf,
    rowOf,
    isFree: (way, row) => blocked[row * count + way] === 0,
    put,
    lift,
    moves: () => log.length,
    undoTo(moves) {
      while (log.length > moves) {
        const {i, way, row, isPut} = log.pop()!;
        if (isPut) lift(i);
        else put(i, way, row);
        log.pop();
      }
    },
    blockersOf(way, row, locked) {
      if (blocked[row * count + way]! > MAX_BLOCKERS) return null;
      const found: number[] = [];
      for (const other of onRow[row]!) {
        if (!excludes(way, wayOf[other]!)) continue;
        if (locked[other]!) return null;
        found.push(other);
      }
      return found;
    },
  };
}
