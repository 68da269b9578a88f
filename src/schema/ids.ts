/** The ids of entries, which become addresses. */

/** What an id may be made of: it becomes an address. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names that parts of the pages have: the address of an entry of that name would lead to them. */
const PARTS = new Set([
  'main',
  'stage',
  'story',
  'sources',
  'sources-title',
  'consulted',
  'consulted-title',
  'share',
  'find',
  'find-title',
  'find-query',
  'find-facets',
  'controls',
  'controls-title',
  'controls-keys',
  'controls-mouse',
  'controls-fingers',
  'hatch',
  'hatch-quiet',
]);

/** Whether no event, chapter or source can have this id, because a part of a page has it. */
export function isPartOfPage(id: string): boolean {
  return PARTS.has(id);
}

/** The names a chapter takes on the home page: its own, its title's and its number's. */
export function namesOfChapter(id: string): readonly string[] {
  return [id, `${id}-title`, `${id}-number`];
}

/** An id made of the letters of any name. */
export function idFromName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'a-name'
  );
}
