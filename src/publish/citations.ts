/** The sources, and the story itself, for reference managers: BibTeX and RIS. */
import type {Content, EdtfDate, SourceEntry} from '../schema/content.ts';
import {edtfFromText} from '../schema/dates.ts';

/** A thing to cite, as both forms need it. */
interface Reference {
  readonly key: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly date: EdtfDate;
  readonly url: string | null;
  readonly language: string;
  readonly note: string | null;
}

/** Letters that are commands in TeX. */
const TEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * BibLaTeX, which has dates and `@online`; BibTeX reads the year and the note.
 *
 * @param addressOf - The full address of a path of this site.
 */
export function sourcesBib(content: Content, addressOf: (path: string) => string): string {
  return referencesOf(content, addressOf)
    .map(({key, title, publisher, author, date, url, language, note}) => {
      const {year, month, day} = partsOf(date);
      const fields: readonly (readonly [string, string | null])[] = [
        ['title', `{${texText(title)}}`],
        ['author', author && `{${texText(author)}}`],
        ['organization', publisher && texText(publisher)],
        ['date', [year, month, day].filter((part) => part !== null).join('-')],
        ['year', year],
        ['url', url && url.replace(/[{}\\]/g, encodeURIComponent)],
        ['langid', language],
        ['note', note && texText(note)],
      ];
      const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
      return [`@online{${key},`, ...lines, '}', ''].join('\n');
    })
    .join('\n');
}

/** @param addressOf - The full address of a path of this site. */
export function sourcesRis(content: Content, addressOf: (path: string) => string): string {
  return referencesOf(content, addressOf)
    .map(({key, title, publisher, author, date, url, language, note}) => {
      const {year, month, day} = partsOf(date);
      const fields: readonly (readonly [string, string | null])[] = [
        ['TY', 'ELEC'],
        ['ID', key],
        ['TI', title],
        ['AU', author],
        ['PB', publisher],
        ['PY', year],
        ['DA', [year, month ?? '', day ?? '', ''].join('/')],
        ['UR', url],
        ['LA', language],
        ['N1', note],
      ];
      const lines = fields.flatMap(([name, value]) => (value ? [`${name}  - ${value.replace(/\s+/g, ' ')}`] : []));
      return [...lines, 'ER  - ', ''].join('\r\n');
    })
    .join('\r\n');
}

/** The story, then its sources in the order of their numbers. */
function referencesOf({story, sources}: Content, addressOf: (path: string) => string): Reference[] {
  return [
    {
      key: 'story',
      title: `${story.title}: ${story.kicker}`,
      publisher: story.publisher?.name ?? null,
      author: story.author,
      date: edtfFromText(story.updated),
      url: addressOf('/'),
      language: story.language,
      note: story.description,
    },
    ...sources.map(referenceOf),
  ];
}

function referenceOf({id, headline, publisher, author, published, url, archiveUrl, language}: SourceEntry): Reference {
  return {key: id, title: headline, publisher, author, date: published, url: url ?? archiveUrl, language, note: null};
}

/** The day that a source was published, as exactly as it is known: the first it can be. */
function partsOf({text}: EdtfDate): {year: string; month: string | null; day: string | null} {
  const [, year = '', month = null, day = null] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text.replace(/^\.{0,2}\//, '')) ?? [];
  return {year, month, day};
}

function texText(text: string): string {
  return text.replace(/[\\~^{}&%$#_]/g, (sign) => TEX_SIGNS[sign] ?? `\\${sign}`);
}
