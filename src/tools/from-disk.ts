/**
 * A copy of the built site that opens from a folder, as on a stick or in an archive: a browser that reads a file looks for
 * an address such as `/sources/` at the root of the disk, and runs no modules. So links lead from file to file, and the
 * pages are what they are without a script: the complete text, with the picture of the stage.
 */
import {existsSync} from 'node:fs';
import {cp, readdir, readFile, writeFile} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {posix} from 'node:path';

/** Attributes that hold an address of the site. */
const ADDRESS = /\b(href|src)="(\/[^"/][^"]*|\/)"/g;
/** What a file may not bring in, or needs a server for. */
const NOT_FROM_DISK = [/<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, /<link\b[^>]*\brel="(?:manifest|preload|modulepreload)"[^>]*>/g];

/**
 * An address from one file of the site to another.
 *
 * @param address - From the host's root, such as `/stories/moon/events/landing/?known=1969-07-20#top`.
 * @param from - Path of the file that it is in, from the site's root, such as `sources/index.html`.
 * @param base - The path that the site is under, with a slash at both ends.
 */
export function addressOnDisk(address: string, from: string, base: string): string {
  const [, path, rest] = /^([^?#]*)(.*)$/.exec(address)!;
  if (!`${path}/`.startsWith(base)) return address;
  const file = path!.slice(base.length).replace(/^$|\/$/, (slash) => `${slash}index.html`);
  return posix.relative(posix.dirname(from), file) + rest!.replace(/^\?[^#]*/, '');
}

/** A page whose links lead from file to file, without its scripts. @param path - Of its file, from the site's root. */
export function pageOnDisk(html: string, path: string, base: string): string {
  const still = NOT_FROM_DISK.reduce((text, part) => text.replace(part, ''), html);
  return still
    .replace(/ crossorigin(?:="[^"]*")?(?=[ >/])/g, '')
    .replace(ADDRESS, (_, name: string, address: string) => `${name}="${addressOnDisk(address, path, base)}"`);
}

/** A style sheet whose fonts are beside it, without transitions from page to page, which files do not have. */
export function sheetOnDisk(css: string, path: string, base: string): string {
  return css
    .replace(/@view-transition\s*\{[^}]*\}/g, '')
    .replace(/url\((\/[^)]+)\)/g, (_, address: string) => `url(${addressOnDisk(address, path, base)})`);
}

/**
 * Copies a built site to a folder from which it can be opened.
 *
 * @throws Error if there is no built site, or if the folder is there already: nothing is written over.
 */
export async function copyToOpenFromDisk(site: string, folder: string, base: string): Promise<void> {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`There is no site in ${site}; \`npm run build\` builds it.`);
  if (existsSync(folder)) throw new Error(`${folder} is there already; nothing was written. Remove it, or name another folder.`);
  await cp(site, folder, {recursive: true});
  for (const entry of await readdir(folder, {recursive: true})) {
    const path = entry.split(sep).join('/');
    const change = path.endsWith('.html') ? pageOnDisk : path.endsWith('.css') ? sheetOnDisk : null;
    if (!change) continue;
    const file = join(folder, entry);
    await writeFile(file, change(await readFile(file, 'utf8'), path, base));
  }
}
