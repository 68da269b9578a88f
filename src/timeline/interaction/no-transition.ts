/**
 * Stands in for d3-transition in the browser's bundle. d3-zoom asks it for one thing: to stop a running
 * transition before a gesture or a new transform. Ours are motions of a view (motion.ts), so there is none to
 * stop, and leaving it out saves a tenth of the script: it brings colours, easings and timers with it.
 */
import {selection} from 'd3';
import type {Selection} from 'd3';

type AnySelection = Selection<Element, unknown, null, undefined>;

(selection.prototype as AnySelection).interrupt = function (this: AnySelection) {
  return this;
};

export function interrupt(): void {}
