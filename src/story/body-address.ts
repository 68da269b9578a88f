/** The addresses that bodies are imported by in the preview. */
import {join} from 'node:path';

/** Every such address, with the body in it. The end makes it MDX to those who compile it. */
export const BODY_ADDRESS = /\?text=([\w-]*)\.mdx$/;

/**
 * The address a body's module is imported by.
 *
 * @param folder - The content folder.
 * @param file - Path from the content folder: pictures are looked for beside it.
 * @param body - MDX without its fields.
 */
export function bodyAddress(folder: string, file: string, body: string): string {
  return `${join(folder, file)}?text=${Buffer.from(body).toString('base64url')}.mdx`;
}
