import {href} from './href.ts';

/** The full address of a path of this site, such as `/events/eagle-lands/`, for readers and programs elsewhere. */
export function addressOf(site: URL | undefined, path: string): string {
  if (site === undefined) throw new Error('`site` must be set in astro.config.mjs');
  return new URL(href(path), site).href;
}
