import type {ExitName} from '../timeline/model/words/exits.ts';

/** One form of the story for other programs. */
export interface Exit {
  readonly id: ExitName;
  /** From the site's root. */
  readonly path: string;
  /** The media type it is sent with. */
  readonly type: string;
  /** Where the foot of each page names it; null for one that programs find by the head alone. */
  readonly foot: 'data' | 'citations' | 'alone' | null;
}

/** Every form there is: the head and the foot of each page, the headers it is sent with and the tests read this list. */
export const EXITS: readonly Exit[] = [
  {id: 'json', path: '/timeline.json', type: 'application/json', foot: 'data'},
  {id: 'csv', path: '/timeline.csv', type: 'text/csv', foot: 'data'},
  {id: 'calendar', path: '/timeline.ics', type: 'text/calendar', foot: 'data'},
  {id: 'timelinejs', path: '/timelinejs.json', type: 'application/json', foot: 'data'},
  {id: 'markdown', path: '/llms.txt', type: 'text/plain', foot: 'data'},
  {id: 'bibtex', path: '/sources.bib', type: 'application/x-bibtex', foot: 'citations'},
  {id: 'ris', path: '/sources.ris', type: 'application/x-research-info-systems', foot: 'citations'},
  {id: 'feed', path: '/feed.xml', type: 'application/rss+xml', foot: 'alone'},
  {id: 'oembed', path: '/oembed.json', type: 'application/json+oembed', foot: null},
];

export function exitPath(id: ExitName): string {
  return EXITS.find((exit) => exit.id === id)!.path;
}
