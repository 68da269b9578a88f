/** Where the site is, with a slash at each end. The build may be given a base without its last slash. */
const BASE = withSlash(import.meta.env.BASE_URL);

/**
 * The address of a page or file of this site, wherever the site is.
 *
 * @param path - From the site's root, such as `/sources/` or `/events/the-landing/`.
 */
export function href(path: string): string {
  return hrefUnder(BASE, path);
}

/**
 * The address of a page or file of one of the site's stories.
 *
 * @param home - The story's page, from the site's root and with a slash at each end.
 * @param path - From there, such as `/sources/`.
 */
export function hrefBelow(home: string, path: string): string {
  return hrefUnder(href(home), path);
}

/**
 * @param base - With a slash at each end.
 * @throws RangeError if the path does not begin with a slash.
 */
export function hrefUnder(base: string, path: string): string {
  if (!path.startsWith('/')) throw new RangeError(`path must begin with a slash, got ${path}`);
  return base + path.slice(1);
}

/** The path of a page from the site's root, with a slash at its end, from its path on the host. */
export function pathUnder(pathname: string): string {
  const path = withSlash(pathname);
  return path.startsWith(BASE) ? path.slice(BASE.length - 1) : path;
}

/**
 * Whether a story has a page or a file.
 *
 * @param path - From the story's home, such as `/sources/`; a place on the page may follow it.
 */
export function hasPage({pages}: {readonly pages: readonly string[] | 'all'}, path: string): boolean {
  return pages === 'all' || pages.includes(path.replace(/#.*$/, ''));
}

export function eventHref(id: string, home: string): string {
  return hrefBelow(home, `/events/${id}/`);
}

/** The name of a chapter's place that does not say what the chapter is about; no entry can have one like it. */
export function chapterNumberId(number: number): string {
  return `chapter_${number}`;
}

export function sourceHref(id: string, home: string): string {
  return hrefBelow(home, `/sources/#${id}`);
}

function withSlash(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}
