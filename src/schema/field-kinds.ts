/** The kinds of value that fields have: texts, dates, ids, addresses. */
import {z} from 'astro/zod';
import {DateError, edtfFromText} from './dates.ts';
import {isSafeAddress} from './safe-address.ts';

/** The longest texts that fit where they are shown, in characters. */
export const TITLE_MAX = 90;
export const LABEL_MAX = 34;
export const SHORT_MAX = 24;
/** Words set large above the timeline, in two lines of a phone. */
export const CAPTION_MAX = 40;
/** A name at the left of the timeline. */
export const RAIL_NAME_MAX = 24;
/** A line under a title, beside a number, after a name. */
export const LINE_MAX = 120;

export const text = () => z.string().refine((value) => value.trim() !== '', {message: 'empty', params: {rule: 'empty-text'}});

/** A date in EDTF; the check hands on what a writer should know. */
export const date = () =>
  z.string().superRefine((value, context) => {
    try {
      edtfFromText(value);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      context.addIssue({code: 'custom', message: error.what, params: {date: error}});
    }
  });

export const id = () => text();

export const httpsAddress = () =>
  z.string().refine((value) => isSafeAddress(value, ['https:']), {
    message: 'address',
    params: {rule: 'address-not-https'},
  });

export const archiveAddress = () =>
  z.string().refine((value) => isSafeAddress(value, ['https:', 'http:']), {
    message: 'address',
    params: {rule: 'address-not-https'},
  });
