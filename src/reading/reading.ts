/** What one reading of the content folder gives: its entries, and all that keeps some of them out. */
import type {Problem} from '../problems/problem.ts';
import type {Content, EdtfDate} from '../schema/content.ts';

/** A file that could not become an entry, so that its place need not be empty. */
export interface BrokenEntry {
  readonly kind: 'story' | 'event' | 'chapter' | 'source' | 'actor' | 'page';
  readonly id: string;
  /** Path of the file from the content folder. */
  readonly file: string;
  /** What could be read of it. */
  readonly title: string | null;
  readonly date: EdtfDate | null;
  readonly chapter: string | null;
  /** Paths, from the content folder, of the files whose problems keep it out: its own, or those it refers to. */
  readonly because: readonly string[];
}

/** What one reading of the content folder finds. */
export interface Reading {
  /** Every entry that can be trusted; null where `story.yaml` cannot be, since nothing has a place without it. */
  readonly content: Content | null;
  /** By file, line and column; the same order whatever the file system's. */
  readonly problems: readonly Problem[];
  /** Every entry that a problem keeps out of `content`. */
  readonly broken: readonly BrokenEntry[];
  /** Every file read, as paths from the content folder's parent. */
  readonly files: readonly string[];
}
