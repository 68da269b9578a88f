import {expect} from '@playwright/test';
import {LinkChecker, LinkState} from 'linkinator';

/** One mistake in a template breaks a link on every page; so a few lines are enough. */
const MOST_SHOWN = 12;

/** Follows every link from the home page, as far as the site goes; what cannot be reached, and from where. */
export async function brokenLinks(siteUrl: string): Promise<string[]> {
  const {origin} = new URL(siteUrl);
  const {links} = await new LinkChecker().check({
    path: siteUrl,
    recurse: true,
    // A busy machine leaves some of a hundred questions at once without an answer.
    concurrency: 12,
    checkFragments: true,
    checkCss: true,
    redirects: 'error',
    linksToSkip: async (link) => !link.startsWith(origin),
  });
  expect(links.filter((link) => link.state === LinkState.OK).length).toBeGreaterThan(20);
  const broken: typeof links = [];
  for (const link of links) if (link.state === LinkState.BROKEN && !(await isBaseWithoutAddress(link))) broken.push(link);
  return inWords(broken);
}

/** Whether this is linkinator's mistake: it reads `<base target="_blank">`, which has no address, as a link to "undefined". */
async function isBaseWithoutAddress({url, parent}: {readonly url: string; readonly parent?: string}): Promise<boolean> {
  if (!url.endsWith('/undefined') || parent === undefined) return false;
  const html = parent.endsWith('/undefined') ? '' : await (await fetch(parent)).text();
  return html === '' || (/<base target="[^"]*"\s*\/?>/.test(html) && !/(?:href|src)="[^"]*undefined"/.test(html));
}

function inWords(links: readonly {readonly parent?: string; readonly url: string; readonly status?: number}[]): string[] {
  const broken = links.map((link) => `${link.parent} → ${link.url} (${link.status ?? 'no answer'})`);
  return broken.length > MOST_SHOWN ? [...broken.slice(0, MOST_SHOWN), `and ${broken.length - MOST_SHOWN} more`] : broken;
}
