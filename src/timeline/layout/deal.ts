/** Deals rows to lanes. */
import {SAME_COST} from './rows.ts';

/**
 * Deals rows to lanes so that the sum of their costs is least: one to each, the rest where they save most; of equal
 * deals the one that gives the upper lanes more. Rows that save nothing go to the lanes with most events a row.
 *
 * @param costs - For each lane the cost with 1, 2, … rows; the last holds for any more.
 * @param events - How many events each lane has in the window.
 */
export function dealRows(costs: readonly (readonly number[])[], total: number, events: readonly number[]): number[] {
  const lanes = costs.length;
  const costOf = (lane: number, rows: number) => costs[lane]![Math.min(rows, costs[lane]!.length) - 1]!;
  /** The least cost of a lane and all after it when they share a number of rows, and how many of these the first then has. */
  const best: {cost: number; rows: number}[][] = Array.from({length: lanes + 1}, () => []);
  for (let rows = 0; rows <= total; rows++) best[lanes]![rows] = {cost: 0, rows: 0};
  for (let lane = lanes - 1; lane >= 0; lane--) {
    const after = lanes - lane - 1;
    for (let rows = after + 1; rows <= total; rows++) {
      let least = {cost: Infinity, rows: 1};
      for (let own = 1; own <= rows - after; own++) {
        const cost = costOf(lane, own) + best[lane + 1]![rows - own]!.cost;
        if (cost <= least.cost + SAME_COST) least = {cost, rows: own};
      }
      best[lane]![rows] = least;
    }
  }
  const dealt: number[] = [];
  let left = total;
  for (let lane = 0; lane < lanes; lane++) {
    const {rows} = best[lane]![left]!;
    dealt.push(rows);
    left -= rows;
  }
  for (let lane = 0; lane < lanes; lane++) {
    while (dealt[lane]! > 1 && costOf(lane, dealt[lane]! - 1) <= costOf(lane, dealt[lane]!) + SAME_COST) {
      dealt[lane]!--;
      left++;
    }
  }
  while (left > 0) {
    let most = 0;
    for (let lane = 1; lane < lanes; lane++) if (events[lane]! / dealt[lane]! > events[most]! / dealt[most]!) most = lane;
    dealt[most]!++;
    left--;
  }
  return dealt;
}
