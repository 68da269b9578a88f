/** What a content folder holds at this moment, read again only where a file has changed. */
import {AsyncLocalStorage} from 'node:async_hooks';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {readContent} from './read-content.ts';
import type {FieldsMemory} from './read-content.ts';
import type {Reading} from './reading.ts';

/** The folder that the site's own story is written in. */
export const CONTENT_FOLDER = resolve(process.env['CONTENT_DIR'] || 'content');

/** One reading for all parts of one page of the preview, whatever is saved while it is drawn. */
export const readingOfRequest = new AsyncLocalStorage<Reading>();

interface Kept {
  readonly memory: FieldsMemory;
  readonly print: string;
  readonly reading: Promise<Reading>;
}

/**
 * The preview's pages and the server that runs them are two sets of modules in one process; what was read last is
 * remembered where both find it, so that a save is read once.
 */
const keeper = globalThis as {latestContentReadings?: Map<string, Kept>};

/** What a folder holds now; the same value as before where no file of it has changed. */
export function latestReading(folder = CONTENT_FOLDER): Promise<Reading> {
  const print = fingerprint(folder);
  const folders = (keeper.latestContentReadings ??= new Map<string, Kept>());
  const kept = folders.get(folder);
  if (kept?.print === print) return kept.reading;
  const memory: FieldsMemory = kept?.memory ?? new Map();
  const reading = readContent(folder, memory);
  folders.set(folder, {print, reading, memory});
  return reading;
}

/** What the site's own folder holds for the page that is drawn now. */
export async function readingOfPage(): Promise<Reading> {
  return readingOfRequest.getStore() ?? latestReading();
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
