/** How far a word is from the one that was meant. */

/** Mistakes that a word of this length may hold and still be that word: none in a short one, which could be any. */
export function mistakesIn(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * Letters to change, add, leave out or swap with the next to make one word of another (Damerau and Levenshtein, each
 * pair of letters swapped once).
 *
 * @param most - Beyond this the answer is only "more": `most + 1`.
 */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, above]: [readonly number[], readonly number[]] = [[], Array.from({length: b.length + 1}, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let distance = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, before[j - 2]! + 1);
      row.push(distance);
    }
    // A swap reaches back two rows.
    if (Math.min(...row, ...above) > most) return most + 1;
    [before, above] = [above, row];
  }
  return Math.min(above[b.length]!, most + 1);
}
