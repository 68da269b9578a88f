/** Leads from a page of the preview into the writer's editor, at the line. */
import {dirname, join} from 'node:path';
import {CONTENT_FOLDER} from '../reading/latest-reading.ts';
import {href} from '../story/href.ts';

/** The frame such links open in, so that the page stays: what answers them is empty. */
export const EDITOR_FRAME = 'editor';

/**
 * @param file - From the content folder's parent, as problems name it.
 * @see https://vite.dev/config/server-options and https://github.com/yyx990803/launch-editor, which picks the editor.
 */
export function editorHref(file: string, line = 1, column = 1): string {
  return href(`/__open-in-editor/?file=${encodeURIComponent(`${join(dirname(CONTENT_FOLDER), file)}:${line}:${column}`)}`);
}

/** @param path - From the project's own folder. */
export function projectFileHref(path: string): string {
  return href(`/__open-in-editor/?file=${encodeURIComponent(join(process.cwd(), path))}`);
}
