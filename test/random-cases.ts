/**
 * Random cases are the same in every run, so that a suite is red for the change that made it so. To look for others:
 * `PROPERTY_SEED=$RANDOM npx vitest run`. What one finds gets a test of its own.
 */
import * as fc from 'fast-check';

fc.configureGlobal({seed: Number(process.env['PROPERTY_SEED'] ?? 20141224)});
