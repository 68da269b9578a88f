/** How property tests of the timeline run: the same number of times everywhere, and more when asked. */
import * as fc from 'fast-check';

/** `PROPERTY_RUNS=20000 npx vitest run test/timeline` searches longer. */
export const PROPERTY_RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);

/** Allows for slow machines, and for more runs. */
export const PROPERTY_TIMEOUT_MS = 60_000 + PROPERTY_RUNS * 400;

/**
 * Checks a property; a failure prints its seed, and the smallest case found. All have the same seed, so that those of a
 * file can share what is slow to make.
 *
 * @param options.isLarge - Cases are too large to look for a smaller one.
 */
export function checkProperty<Case extends unknown[]>(
  property: fc.IProperty<Case>,
  {runs = PROPERTY_RUNS, isLarge = false}: {runs?: number; isLarge?: boolean} = {},
): void {
  fc.assert(property, {numRuns: runs, endOnFailure: isLarge});
}
