/** What fields are called in other timelines, other tools and other kinds of file. */
import type {BrokenEntry} from './reading.ts';

interface OtherName {
  /** The field that means the same; left out where none does. */
  readonly use?: string;
  readonly fix: string;
}

const use = (name: string): OtherName => ({use: name, fix: `Use \`${name}\`.`});

/** Fields of other timelines, other tools and other kinds of file, and what they are called here. */
export const OTHER_NAMES: Readonly<Partial<Record<BrokenEntry['kind'], ReadonlyMap<string, OtherName>>>> = {
  event: new Map<string, OtherName>([
    ['id', {fix: 'Delete it: the file’s name is its id.'}],
    ['slug', {fix: 'Delete it: the file’s name is its address.'}],
    ['end', {fix: 'Write both days in `date`, with a slash between them: `date: "1969-07-16/1969-07-24"`.'}],
    ['start', use('date')],
    ['when', use('date')],
    ['time', {fix: 'Write the time in `date`, in UTC: `date: "1969-07-20T20:17Z"`.'}],
    ['headline', use('title')],
    ['name', use('title')],
    ['description', {fix: 'Write the text under the second `---`.'}],
    ['summary', {fix: 'Leave it out: the first paragraph is the summary.'}],
    ['body', {fix: 'Write the text under the second `---`.'}],
    ['text', {fix: 'Write the text under the second `---`.'}],
    ['category', use('lane')],
    ['group', use('lane')],
    ['tags', {fix: 'Use `actors` and `lane`; `keywords` for words that readers look for and the text does not hold.'}],
    ['source', {use: 'sources', fix: 'Use `sources`, a list.'}],
    ['people', use('actors')],
    ['importance', use('weight')],
    ['certainty', use('status')],
    ['published', {fix: 'Use `known` for the day the public could know; `draft: true` keeps an event from readers.'}],
    ['publisheddate', {fix: 'Use `known` for the day the public could know.'}],
    ['image', {fix: 'Write a Markdown picture under the second `---`: `![What it shows](./picture.jpg)`.'}],
    ['location', {fix: 'Say it in the text: places have no field of their own.'}],
  ]),
  source: new Map<string, OtherName>([
    ['id', {fix: 'Delete it: the file’s name is its id.'}],
    ['title', use('headline')],
    ['name', use('headline')],
    ['date', use('published')],
    ['link', use('url')],
    ['href', use('url')],
    ['type', use('kind')],
    ['website', {use: 'publisher', fix: 'Use `publisher` for its name, `url` for its address.'}],
    ['outlet', use('publisher')],
    ['authors', {use: 'author', fix: 'Use `author`, with all names in one text.'}],
    ['by', use('author')],
    ['archive', use('archiveUrl')],
    ['lang', use('language')],
    ['note', {use: 'notes', fix: 'Use `notes`, a list.'}],
    ['accessed', {fix: 'Say it in `howDated` or `notes`.'}],
  ]),
  actor: new Map<string, OtherName>([
    ['id', {fix: 'Delete it: the file’s name is its id.'}],
    ['title', use('name')],
    ['label', use('name')],
    ['type', use('kind')],
    ['description', use('role')],
    ['bio', use('role')],
  ]),
  chapter: new Map<string, OtherName>([
    ['id', {fix: 'Delete it: the file’s name is its id.'}],
    ['name', use('title')],
    ['number', use('order')],
    ['dates', use('date')],
    ['summary', {fix: 'Write the text under the second `---`.'}],
    ['description', {fix: 'Write the text under the second `---`.'}],
    ['draft', {fix: 'Delete it: only events can be drafts.'}],
    ['lane', {fix: 'Delete it: only events are in lanes.'}],
  ]),
  story: new Map<string, OtherName>([
    ['name', use('title')],
    ['subtitle', use('deck')],
    ['authors', {use: 'author', fix: 'Use `author`, with all names in one text.'}],
    ['by', use('author')],
    ['organisation', use('publisher')],
    ['organization', use('publisher')],
    ['start', {use: 'extent', fix: 'Write both days in `extent`, with a slash between them.'}],
    ['end', {use: 'extent', fix: 'Write both days in `extent`, with a slash between them.'}],
    ['timezone', use('zone')],
    ['lang', use('language')],
    ['categories', use('lanes')],
    ['groups', use('lanes')],
  ]),
};
