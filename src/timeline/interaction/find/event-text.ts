/** The texts of an event that can be searched, each with the day it became public. */
import type {Span} from '../../model/span.ts';
import {isPublicOn} from '../../model/standing.ts';

/** Words that became public on one day. */
export interface Run {
  /** A line break separates what is apart on the page. */
  readonly text: string;
  /** Start of the day it became public; -Infinity where that is as soon as the event itself. */
  readonly knownMs: number;
}

/** What a text is of an event, the nearest to its heart first. */
export const KINDS = [
  'title',
  'label',
  'keywords',
  'figures',
  'body',
  'who',
  'status',
  'sources',
  'when',
  'supports',
  'dating',
  'rest',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Piece {
  readonly kind: Kind;
  readonly runs: readonly Run[];
}

/** What can be searched of one event. */
export interface EventText {
  readonly id: string;
  readonly span: Span;
  /** Start of the day from which the public could know of it. */
  readonly knownMs: number;
  readonly pieces: readonly Piece[];
}

/** What was public of a text by the end of a day. */
export function textOfPiece({runs}: Piece, dayMs: number): string {
  return runs
    .filter(({knownMs}) => isPublicOn(dayMs, knownMs))
    .map(({text}) => text)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
