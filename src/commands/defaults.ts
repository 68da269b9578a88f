/** What an event gets where its writer has not chosen. */
import type {Status, Weight} from '../schema/content.ts';

export const DEFAULT_WEIGHT: Weight = 'standard';
/** The more careful of the two words for what is neither disputed nor yet to come. */
export const DEFAULT_STATUS: Status = 'reported';
export const DEFAULT_SUPPORTS = 'what happened and when';
