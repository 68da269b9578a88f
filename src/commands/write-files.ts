import {mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';
import type {PlannedFile} from '../reading/list-files.ts';

/**
 * Writes all files or none, and never over another.
 *
 * @returns What is to be printed where one of them is there already or cannot be written; else null.
 */
export async function writeFiles(files: readonly PlannedFile[], contentFolder: string): Promise<string | null> {
  const written: string[] = [];
  for (const {path, text} of files) {
    const whole = join(contentFolder, path);
    try {
      await mkdir(dirname(whole), {recursive: true});
      await writeFile(whole, text, {flag: 'wx'});
    } catch (error) {
      // A disk that is full in the middle leaves nothing half-written.
      await Promise.all(written.map((other) => rm(other)));
      if (!(error instanceof Error && 'code' in error)) throw error;
      const why = error.code === 'EEXIST' ? 'There is such a file already' : `It cannot be written (${String(error.code)})`;
      return `${shownPath(whole)}\n  ${why}. Nothing was written.`;
    }
    written.push(whole);
  }
  return null;
}

/** A path as the writer would type it. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path) || path;
}
