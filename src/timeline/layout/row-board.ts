/** Rows while wishes are put down on them and lifted again. */
import {excludes} from './rows.ts';
import type {Ends, Table} from './rows.ts';

/** At most this many are moved at once to make room for one. */
const MAX_BLOCKERS = 2;

/** A row holds few wishes, so that looking through them costs less than a table of what is free. */
export class RowBoard {
  /** The way of each wish, as a place in the table; -1 without. */
  readonly wayOf: Int32Array;
  readonly rowOf: Int32Array;
  private readonly ends: Ends;
  private readonly width: number;
  /** The wishes on each row, in the order in which they came, row after row; and how many each row has. */
  private readonly onRow: Int32Array;
  private readonly counts: Int32Array;
  /** What was put and lifted, so that a failed attempt can be undone: wish, way, row, and 1 for what was put. */
  private readonly log: number[] = [];

  /** Some empty rows for the wishes of a table. */
  constructor({wishes, ends}: Table, rows: number) {
    this.wayOf = new Int32Array(wishes.length).fill(-1);
    this.rowOf = new Int32Array(wishes.length);
    this.ends = ends;
    this.width = wishes.length;
    this.onRow = new Int32Array(rows * wishes.length);
    this.counts = new Int32Array(rows);
  }

  isFree(way: number, row: number): boolean {
    const {ends, onRow, wayOf} = this;
    const first = row * this.width;
    const end = first + this.counts[row]!;
    for (let k = first; k < end; k++) if (excludes(ends, way, wayOf[onRow[k]!]!)) return false;
    return true;
  }

  put(i: number, way: number, row: number): void {
    this.place(i, way, row);
    this.log.push(i, way, row, 1);
  }

  lift(i: number): void {
    this.log.push(i, this.wayOf[i]!, this.rowOf[i]!, 0);
    this.remove(i);
  }

  /** How much has been put and lifted so far, for {@link undoTo}. */
  get moves(): number {
    return this.log.length;
  }

  /** Takes back what has been put and lifted since. */
  undoTo(moves: number): void {
    const {log} = this;
    while (log.length > moves) {
      const wasPut = log.pop()!;
      const row = log.pop()!;
      const way = log.pop()!;
      const i = log.pop()!;
      if (wasPut) this.remove(i);
      else this.place(i, way, row);
    }
  }

  /** Those on a row that exclude a way there; null where one of them must not move, or they are too many. */
  blockersOf(way: number, row: number, locked: Uint8Array): readonly number[] | null {
    const {ends, onRow, wayOf} = this;
    const first = row * this.width;
    const end = first + this.counts[row]!;
    let found: number[] | null = null;
    for (let k = first; k < end; k++) {
      const other = onRow[k]!;
      if (!excludes(ends, way, wayOf[other]!)) continue;
      if (locked[other] || found?.length === MAX_BLOCKERS) return null;
      if (found) found.push(other);
      else found = [other];
    }
    return found ?? NONE;
  }

  private place(i: number, way: number, row: number): void {
    this.wayOf[i] = way;
    this.rowOf[i] = row;
    this.onRow[row * this.width + this.counts[row]!++] = i;
  }

  private remove(i: number): void {
    const {onRow, counts} = this;
    const row = this.rowOf[i]!;
    const first = row * this.width;
    const last = first + --counts[row]!;
    let at = first;
    while (onRow[at] !== i) at++;
    for (; at < last; at++) onRow[at] = onRow[at + 1]!;
    this.wayOf[i] = -1;
  }
}

const NONE: readonly number[] = [];
