/** Search and filters, beside the story and without it. One part of the script: half of it would have nothing to say. */
export {startFind} from './find.ts';
export {startQuietFind} from './quiet-find.ts';
