/** Spans and views in whole days from 1 January 1970. */
import type {Span} from '../../src/timeline/model/span.ts';
import {DAY_MS} from '../../src/timeline/model/time.ts';
import type {View} from '../../src/timeline/model/view.ts';

type SpanOf<Kind extends Span['kind']> = Extract<Span, {kind: Kind}>;

export const days = (from: number, to: number): View => ({fromMs: from * DAY_MS, toMs: to * DAY_MS});
export const day = (n: number): SpanOf<'day'> => ({kind: 'day', dayMs: n * DAY_MS});
export const stretch = (from: number, to: number): SpanOf<'stretch'> => ({
  kind: 'stretch',
  ...days(from, to),
  softStart: false,
  softEnd: false,
});
export const within = (from: number, to: number): SpanOf<'within'> => ({kind: 'within', ...days(from, to), soft: false});
