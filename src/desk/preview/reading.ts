/**
 * What the content folder holds at this moment, read again only where a file has changed.
 *
 * The preview's pages and the server that runs them are two sets of modules in one process; what was read last is
 * kept where both find it, so that a save is read once.
 */
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Reading} from '../../schema/content.ts';
import {readContent} from '../../schema/read-content.ts';

/** The folder this story is written in. */
export const CONTENT_FOLDER = resolve(process.env['CONTENT_DIR'] || 'content');

/** A page asks hundreds of times while it is drawn; the folder is looked at no more often than this. */
const LOOK_AGAIN_MS = 100;

interface Kept {
  readonly folder: string;
  readonly print: string;
  readonly reading: Promise<Reading>;
  lookedAtMs: number;
}

const keeper = globalThis as {latestContentReading?: Kept};

/** What a folder holds now; the same value as before where no file of it has changed. */
export function latestReading(folder = CONTENT_FOLDER): Promise<Reading> {
  const kept = keeper.latestContentReading;
  const nowMs = performance.now();
  if (kept?.folder === folder && nowMs - kept.lookedAtMs < LOOK_AGAIN_MS) return kept.reading;
  const print = fingerprint(folder);
  if (kept?.folder === folder && kept.print === print) {
    kept.lookedAtMs = nowMs;
    return kept.reading;
  }
  const reading = readContent(folder);
  keeper.latestContentReading = {folder, print, reading, lookedAtMs: nowMs};
  return reading;
}

/** Makes the next question look at the folder, however soon it comes. */
export function lookAgain(): void {
  const kept = keeper.latestContentReading;
  if (kept) kept.lookedAtMs = -Infinity;
}

/** Differs as soon as a file comes, goes or is written. */
function fingerprint(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => {
      const stat = statSync(join(folder, name), {throwIfNoEntry: false});
      return stat ? `${name} ${stat.ino} ${stat.size} ${stat.mtimeMs}` : name;
    })
    .join('\n');
}
