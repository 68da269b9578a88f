/** The few numbers that summarise many. */

/** The value a share of the way from the least to the greatest, between two where it falls between; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * How many times as much one page costs as another: taken within each round, so that a slow spell of the
 * machine weighs on both sides alike, and then the median over the rounds.
 */
export function pairedRatio(values: readonly number[], baseline: readonly number[]): number {
  return median(values.map((value, round) => value / baseline[round]!));
}

/** To a number of decimal places; null if there is no number. */
export function rounded(value: number, places = 2): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(places)) : null;
}
