/** Where a value belongs in a list in ascending order; a whole library for that would weigh more than it does. */

/** The first place at which nothing before is as large: left of all that are equal. */
export function bisectLeft(list: ArrayLike<number>, value: number): number {
  return firstPlace(list.length, (i) => list[i]! >= value);
}

/** The first place at which something is larger: right of all that are equal. */
export function bisectRight(list: ArrayLike<number>, value: number): number {
  return firstPlace(list.length, (i) => list[i]! > value);
}

/** The first of the places for which a claim holds that, once true, stays true; their number where there is none. */
function firstPlace(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
