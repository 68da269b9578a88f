/** Where the site is, with a slash at each end. The build may be given a base without its last slash. */
const BASE = withSlash(import.meta.env.BASE_URL);

/**
 * The address of a page or file of this site, wherever the site stands.
 *
 * @param path - From the site's root, such as `/sources/` or `/events/hack-begins/`.
 */
export function href(path: string): string {
  return hrefUnder(BASE, path);
}

/**
 * @param base - With a slash at each end.
 * @throws RangeError if the path does not begin with a slash.
 */
export function hrefUnder(base: string, path: string): string {
  if (!path.startsWith('/')) throw new RangeError(`path must begin with a slash, got ${path}`);
  return base + path.slice(1);
}

export function eventHref(id: string): string {
  return href(`/events/${id}/`);
}

/** The name of a chapter's place that does not say what the chapter is about; no entry can have one like it. */
export function chapterNumberId(number: number): string {
  return `chapter_${number}`;
}

export function sourceHref(id: string): string {
  return href(`/sources/#${id}`);
}

function withSlash(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}
