/** The desk's pages and their addresses, for the preview to add to the site. */
export const DESK_PAGES = [
  {pattern: '/desk', entrypoint: new URL('Desk.astro', import.meta.url)},
  {pattern: '/desk/[id]', entrypoint: new URL('Looks.astro', import.meta.url)},
];
