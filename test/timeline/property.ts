/** How property tests run here: the same number of times everywhere, more when asked, and repeatable by their seed. */
import * as fc from 'fast-check';

/** `PROPERTY_RUNS=20000 npx vitest run test/timeline` searches longer. */
export const PROPERTY_RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);

/** Allows for slow machines, and for more runs. */
export const PROPERTY_TIMEOUT_MS = 60_000 + PROPERTY_RUNS * 400;

/**
 * Checks a property; a failure prints its seed, its path and the smallest case found.
 *
 * `PROPERTY_SEED` repeats the run that printed it.
 */
export function checkProperty<Case extends unknown[]>(property: fc.IProperty<Case>, numRuns = PROPERTY_RUNS): void {
  const seed = process.env['PROPERTY_SEED'];
  fc.assert(property as fc.IProperty<Case>, {numRuns, ...(seed ? {seed: Number(seed)} : {})});
}
