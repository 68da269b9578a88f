/**
 * The one reader of a content folder: the build, the check, the preview and the desk all use it, so that what one
 * of them accepts all of them do.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import type {z} from 'astro/zod';
import type {
  ActorEntry, BrokenEntry, ChapterEntry, Content, EdtfDate, EventEntry, PageEntry, Problem, Reading, SourceEntry, StoryEntry,
} from './content.ts';
import {DateError, edtfFromText, endsBefore, firstMs, lastMs, reachesOutside, startOf} from './dates.ts';
import {
  actorFields, chapterFields, eventFields, ID, pageFields, sourceFields, storyFields,
} from './fields.ts';
import type {ActorFields, ChapterFields, EventFields, SourceFields, StoryFields} from './fields.ts';
import {nearestName} from './nearest.ts';
import {byChapterOrder, byDateOrderAndId, byId, byPlace, byPublication, byText} from './order.ts';
import {problemsInFields} from './field-problems.ts';
import {readBody, reportUnknownId} from './read-body.ts';
import type {BodyContext, BodyReading} from './read-body.ts';
import {readYaml, shown} from './read-yaml.ts';
import type {Path, YamlReading} from './read-yaml.ts';
import {lineStart, lineText, placeOf, problemAt, sourceText} from './source-text.ts';
import type {Complaint, Range, SourceText} from './source-text.ts';
import {readSilences} from './silences.ts';
import type {Silence} from './silences.ts';

type Kind = BrokenEntry['kind'];

const FOLDERS = {
  events: {kind: 'event', ending: '.mdx', fields: eventFields},
  chapters: {kind: 'chapter', ending: '.mdx', fields: chapterFields},
  sources: {kind: 'source', ending: '.yaml', fields: sourceFields},
  actors: {kind: 'actor', ending: '.yaml', fields: actorFields},
} as const;
type Folder = keyof typeof FOLDERS;

/** Pictures may lie beside the text that shows them. */
const PICTURE = /\.(?:png|jpe?g|webp|avif|svg|gif)$/i;

const DAY_MS = 86_400_000;
const TEXT_ADVICE_MAX = 1600;

/** One file on its way to becoming an entry. */
interface Draft {
  readonly kind: Kind;
  readonly id: string;
  /** From the content folder. */
  readonly path: string;
  readonly source: SourceText;
  readonly problems: Problem[];
  yaml: YamlReading | null;
  /** Fields with a problem, as dotted paths. */
  bad: ReadonlySet<string>;
  isWritten: boolean;
  bodyRange: Range | null;
  body: BodyReading | null;
  silences: readonly Silence[];
}

/**
 * Reads every file of a content folder.
 *
 * @param folder - The content folder; its own name begins every path in a problem.
 * @returns All entries without a problem, every problem of every file, and which entries the problems keep out.
 *   Bad content never makes it throw.
 */
export async function readContent(folder: string): Promise<Reading> {
  return new ContentReader(resolve(folder)).read();
}

class ContentReader {
  private readonly folder: string;
  private readonly name: string;
  private readonly drafts: Draft[] = [];
  private readonly byKind: Readonly<Record<Kind, Draft[]>> = {story: [], event: [], chapter: [], source: [], actor: [], page: []};
  /** Problems of files that hold no entry. */
  private readonly others: Problem[] = [];
  private readonly files: string[] = [];

  constructor(folder: string) {
    this.folder = folder;
    this.name = basename(folder);
  }

  read(): Reading {
    this.list();
    for (const draft of this.drafts) this.readFields(draft);

    const story = this.storyOf();
    const ids = this.idsOf(story);
    const names = this.actorNames();
    for (const draft of this.drafts) this.readText(draft, ids, names);

    this.checkStory(story, ids);
    for (const draft of this.of('source')) this.checkSource(draft);
    for (const draft of this.of('chapter')) this.checkChapter(draft, story);
    const publishedBy = new Map(this.of('source').flatMap((draft) => {
      const published = dateAt(draft, ['published']);
      return published ? [[draft.id, published] as const] : [];
    }));
    for (const draft of this.of('event')) this.checkEvent(draft, story, ids, publishedBy);
    this.checkTogether(story);
    this.checkDraftLinks();
    return this.reading(story);
  }

  // Listing

  private list(): void {
    if (!existsSync(this.folder) || !statSync(this.folder).isDirectory()) {
      this.others.push(this.problemOf('', {
        rule: 'no-content',
        what: `There is no content folder ${this.name}.`,
        why: 'The story is made from the files in it.',
        fix: 'Check the name after CONTENT_DIR, or make the folder with a story.yaml in it.',
      }));
      return;
    }
    let hasStory = false;
    for (const name of sortedNames(this.folder)) {
      const isFolder = statSync(join(this.folder, name), {throwIfNoEntry: false})?.isDirectory() ?? false;
      if (isFolder && Object.hasOwn(FOLDERS, name)) this.listFolder(name as Folder);
      else if (isFolder) this.refuseStrayFolder(name);
      else if (name === 'story.yaml') {
        hasStory = true;
        this.add('story', 'story', name);
      } else if (name === 'method.mdx') this.add('page', 'method', name);
      else if (/\.(mdx|ya?ml|md|markdown)$/i.test(name) && !/^readme\.md$/i.test(name) && !name.startsWith('.')) {
        const near = nearestName(name, ['story.yaml', 'method.mdx']);
        this.refuseFile(name, near
          ? `Did you mean \`${near}\`? Rename it.`
          : 'Move it to events/, chapters/, sources/ or actors/, or out of the content folder.');
      }
    }
    if (!hasStory) {
      this.others.push(this.problemOf('story.yaml', {
        rule: 'no-story',
        what: 'There is no story.yaml.',
        why: 'It holds the title, the stretch of time and the lanes that everything else stands in.',
        fix: 'Write one; every field is explained in README.md.',
        example: storyExample(),
      }));
    }
  }

  private listFolder(folder: Folder): void {
    const {kind, ending} = FOLDERS[folder];
    for (const name of sortedNames(join(this.folder, folder))) {
      const path = `${folder}/${name}`;
      const isFolder = statSync(join(this.folder, path), {throwIfNoEntry: false})?.isDirectory() ?? false;
      if (isFolder) {
        this.refuseStrayFolder(path);
        continue;
      }
      if (name.startsWith('.') && !name.endsWith(ending)) continue;
      if (name.endsWith(ending)) {
        const id = name.slice(0, -ending.length);
        const draft = this.add(kind, id, path);
        if (!ID.test(id)) this.refuseName(draft, ending);
        continue;
      }
      if (PICTURE.test(name)) continue;
      const stem = name.replace(/\.(?:mdx?|ya?ml|markdown|txt|json)(?:\.(?:txt|bak))?~?$/i, '').replace(/~$/, '');
      this.refuseFile(path, `Files in ${folder}/ end in \`${ending}\`: rename it to \`${idFromName(stem)}${ending}\`, or move it out of the folder.`);
    }
  }

  private refuseStrayFolder(path: string): void {
    for (const name of sortedNames(join(this.folder, path))) {
      const inside = `${path}/${name}`;
      if (statSync(join(this.folder, inside), {throwIfNoEntry: false})?.isDirectory()) this.refuseStrayFolder(inside);
      else if (/\.(mdx|ya?ml|md)$/i.test(name)) {
        const home = path.split('/')[0] ?? '';
        const near = Object.hasOwn(FOLDERS, home) ? home : nearestName(home, Object.keys(FOLDERS)) ?? (/\.ya?ml$/i.test(name) ? 'sources' : 'events');
        this.refuseFile(inside, `Move it to \`${near}/${name}\`: the folders hold files and no other folders.`);
      }
    }
  }

  private refuseFile(path: string, fix: string): void {
    this.files.push(path);
    this.others.push(this.problemOf(path, {
      rule: 'file-not-read',
      what: `\`${basename(path)}\` is not a file that is read, so nothing in it would appear.`,
      why: 'A file that nobody reads is an entry lost without a word.',
      fix,
    }));
  }

  private refuseName(draft: Draft, ending: string): void {
    const better = `${idFromName(draft.id)}${ending}`;
    const draftNote = draft.id.startsWith('_') || draft.id.startsWith('.') ? ' To keep it from readers, write `draft: true` in it.' : '';
    this.reportTo(draft)([0, 0], {
      rule: 'file-name',
      what: `The file name \`${basename(draft.path)}\` cannot become an address.`,
      why: 'The name is the entry’s id and its address, so it holds small letters a to z, digits and hyphens only.',
      fix: `Rename the file to \`${better}\`.${draftNote}`,
    });
  }

  private add(kind: Kind, id: string, path: string): Draft {
    this.files.push(path);
    const problems: Problem[] = [];
    let text = '';
    let trouble: Complaint | null = null;
    try {
      const bytes = readFileSync(join(this.folder, path));
      text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      if (text.includes('\u0000')) throw new TypeError('zero byte');
    } catch (error) {
      text = '';
      trouble = error instanceof TypeError
        ? {
            rule: 'not-utf-8',
            what: `\`${basename(path)}\` is not text in UTF-8.`,
            why: 'Letters with accents would come out as other signs.',
            fix: 'Save it again, choosing the encoding UTF-8.',
          }
        : {
            rule: 'unreadable-file',
            what: `\`${basename(path)}\` cannot be opened (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`,
            why: 'Its entry would be missing.',
            fix: 'Check that the file is there and may be read.',
          };
    }
    const source = sourceText(`${this.name}/${path}`, text);
    const draft: Draft = {
      kind, id, path, source, problems,
      yaml: null, bad: new Set(), isWritten: true, bodyRange: null, body: null, silences: [],
    };
    if (trouble) {
      problems.push(problemAt(source, [0, 0], trouble));
      draft.isWritten = false;
    }
    this.drafts.push(draft);
    this.byKind[kind].push(draft);
    return draft;
  }

  private problemOf(path: string, complaint: Complaint): Problem {
    return problemAt(sourceText(path === '' ? this.name : `${this.name}/${path}`, ''), [0, 0], complaint);
  }

  // Reading one file

  private reportTo(draft: Draft) {
    return (range: Range, complaint: Complaint): void => {
      draft.problems.push(problemAt(draft.source, range, complaint));
    };
  }

  private readFields(draft: Draft): void {
    if (!draft.isWritten) return;
    const {source} = draft;
    const report = this.reportTo(draft);
    const isMdx = draft.path.endsWith('.mdx');
    if (source.text.trim() === '') {
      draft.isWritten = false;
      report([0, 0], {
        rule: 'empty-file',
        what: 'The file is empty.',
        why: 'An entry without a word cannot be shown.',
        fix: 'Write its fields, or delete the file.',
        example: isMdx ? frontMatterExample(draft.kind) : 'name: Neil Armstrong\nkind: person\nrole: commander of the mission',
      });
      return;
    }
    const fieldsRange = isMdx ? this.frontMatterOf(draft) : [0, source.text.length] as const;
    if (!fieldsRange) {
      draft.isWritten = draft.kind === 'page';
      return;
    }
    draft.silences = readSilences(source, fieldsRange, report);
    draft.yaml = readYaml(source, fieldsRange, report);
    if (!draft.yaml) {
      draft.isWritten = false;
      return;
    }
    if (!draft.yaml.isWhole) draft.isWritten = false;
    const schema: z.ZodType = draft.kind === 'story' ? storyFields : draft.kind === 'page' ? pageFields : FOLDERS[`${draft.kind}s`].fields;
    const isDraft = draft.kind === 'event' && draft.yaml.data['draft'] === true;
    draft.bad = problemsInFields(schema, draft.kind, draft.yaml, isDraft, report);
    if (draft.bad.size > 0) draft.isWritten = false;
  }

  /** Where the fields of an MDX file stand; null where there are none to read. */
  private frontMatterOf(draft: Draft): Range | null {
    const {source} = draft;
    const {text} = source;
    const report = this.reportTo(draft);
    const opening = /^(\s*)---[ \t]*\n/.exec(text);
    if (!opening) {
      draft.bodyRange = [0, text.length];
      if (draft.kind === 'page') return null;
      const firstLine: Range = [0, lineText(source, 1).length];
      const nearly = /^\s*(-{2,}|—|–|\+{3})\s*$/.test(lineText(source, 1));
      report(firstLine, {
        rule: 'no-front-matter',
        what: nearly ? `The first line is \`${lineText(source, 1).trim()}\`, not three hyphens.` : 'The file does not begin with its fields.',
        why: 'The fields stand at the top, between two lines of three hyphens.',
        fix: nearly ? 'Write three hyphens.' : 'Put the fields at the top of the file.',
        example: frontMatterExample(draft.kind),
      });
      // Without its lines the fields would be told about as prose.
      draft.bodyRange = null;
      return null;
    }
    const start = opening[0].length;
    const closing = /^---[ \t]*$/m.exec(text.slice(start));
    if (!closing) {
      const lastField = [...text.slice(start).matchAll(/^(?:[A-Za-z]+:.*|[ \t]+\S.*|- .*)$/gm)].at(-1);
      const at = lastField ? start + lastField.index : 0;
      report([at, at + (lastField?.[0].length ?? 3)], {
        rule: 'front-matter-open',
        what: 'The fields begin with `---` but no second `---` ends them.',
        why: 'Without it the text cannot be told from the fields.',
        fix: 'Write three hyphens on a line of their own after the last field.',
        example: `${lastField?.[0] ?? 'status: confirmed'}\n---`,
      });
      return null;
    }
    draft.bodyRange = [start + closing.index + closing[0].length, text.length];
    return [start, start + closing.index];
  }

  private readText(draft: Draft, ids: Ids, names: ReadonlyMap<string, string>): void {
    if (!draft.bodyRange) return;
    const folder = dirname(join(this.folder, draft.path));
    const context: BodyContext = {
      kind: draft.kind === 'event' ? 'event' : draft.kind === 'chapter' ? 'chapter' : 'page',
      actors: ids.actors,
      sources: ids.sources,
      events: ids.events,
      actorName: (id) => names.get(id) ?? id,
      hasPicture: (address) => existsSync(address.startsWith('/') ? join(process.cwd(), 'public', address) : join(folder, decoded(address))),
    };
    const before = errorCount(draft.problems);
    draft.body = readBody(draft.source, draft.bodyRange, context, this.reportTo(draft));
    if (errorCount(draft.problems) > before) draft.isWritten = false;
  }

  // What everything may refer to

  private of(kind: Kind): readonly Draft[] {
    return this.byKind[kind];
  }

  private idsOf(story: StoryParts): Ids {
    const ids = (kind: Kind) => new Set(this.of(kind).map(({id}) => id));
    return {
      events: ids('event'),
      sources: ids('source'),
      actors: ids('actor'),
      chapters: ids('chapter'),
      lanes: story.lanes,
      measures: story.measures,
    };
  }

  private actorNames(): ReadonlyMap<string, string> {
    return new Map(this.of('actor').flatMap((draft) => {
      const name = draft.yaml?.data['name'];
      return typeof name === 'string' ? [[draft.id, name] as const] : [];
    }));
  }

  /** What other checks need of story.yaml, as far as it can be read. */
  private storyOf(): StoryParts {
    const draft = this.drafts.find(({kind}) => kind === 'story') ?? null;
    const data = draft?.yaml?.data;
    const idsIn = (list: unknown): ReadonlySet<string> => new Set((Array.isArray(list) ? list : []).flatMap((item: unknown) => {
      const id = (item as {id?: unknown} | null)?.id;
      return typeof id === 'string' ? [id] : [];
    }));
    const extent = draft ? dateAt(draft, ['extent']) : null;
    return {
      draft,
      lanes: idsIn(data?.['lanes']),
      measures: idsIn(data?.['measures']),
      extent: extent && extent.earliestMs !== null && extent.latestMs !== null && extent.precision === 'interval' ? extent : null,
      updated: draft ? dateAt(draft, ['updated']) : null,
    };
  }

  // Checking

  private checkStory({draft, extent}: StoryParts, ids: Ids): void {
    if (!draft?.yaml) return;
    const {data} = draft.yaml;
    const report = this.checker(draft);
    const written = dateAt(draft, ['extent']);
    if (written && !extent) {
      report(['extent'], {
        rule: 'extent-open',
        what: `\`extent\` (${written.text}) has no first and last day.`,
        why: 'It is the stretch of time that the timeline shows at its widest.',
        fix: 'Write an interval with two days.',
        example: 'extent: "1969-07-10/1969-08-01"',
      });
    }
    const bracket = dateAt(draft, ['bracket', 'date']);
    if (bracket && (bracket.precision !== 'interval' || bracket.earliestMs === null || bracket.latestMs === null)) {
      report(['bracket', 'date'], {
        rule: 'extent-open',
        what: `\`date\` of \`bracket\` (${bracket.text}) has no first and last day.`,
        why: 'The bracket is drawn from one to the other.',
        fix: 'Write an interval with two days.',
        example: 'date: "1969-07-16/1969-07-24"',
      });
    }
    const firstDay = dateAt(draft, ['firstDay']);
    if (firstDay && firstDay.precision !== 'day') {
      report(['firstDay'], {
        rule: 'not-a-day',
        what: `\`firstDay\` (${firstDay.text}) is not one day.`,
        why: 'Days are counted from it.',
        fix: 'Write year, month and day.',
        example: 'firstDay: "1969-07-16"',
      });
    }
    const updated = dateAt(draft, ['updated']);
    if (updated && updated.precision !== 'day') {
      report(['updated'], {
        rule: 'not-a-day',
        what: `\`updated\` (${updated.text}) is not one day.`,
        why: 'Readers are told the day of the last change.',
        fix: 'Write year, month and day.',
        example: 'updated: "2026-11-23"',
      });
    }
    for (const path of [['bracket', 'date'], ['firstDay']]) this.checkInExtent(draft, path, extent, report);
    const zone = data['zone'];
    if (typeof zone === 'string' && isGood(draft, ['zone']) && !isTimeZone(zone)) {
      const near = nearestName(zone, Intl.supportedValuesOf('timeZone'));
      report(['zone'], {
        rule: 'unknown-zone',
        what: `\`zone\` (${shown(zone)}) is not a time zone.`,
        why: 'Hours could not be shown.',
        fix: near ? `Did you mean \`${near}\`?` : 'Write a name of the IANA list: continent, slash, city.',
        example: `zone: ${near ?? 'Europe/Paris'}`,
      });
    }
    const language = data['language'];
    if (typeof language === 'string' && isGood(draft, ['language']) && !isLanguage(language)) {
      report(['language'], {
        rule: 'unknown-language',
        what: `\`language\` (${shown(language)}) is not a language tag.`,
        why: 'Screen readers choose their voice by it.',
        fix: 'Write the short tag: `en`, `fr`, `pt-BR`.',
        example: 'language: en',
      });
    }
    for (const list of ['lanes', 'measures']) {
      const seen = new Set<string>();
      for (const [i, item] of arrayIn(data[list]).entries()) {
        const id = (item as {id?: unknown} | null)?.id;
        if (typeof id !== 'string') continue;
        if (seen.has(id)) {
          report([list, i, 'id'], {
            rule: 'duplicate-id',
            what: `\`${list}\` has the id \`${id}\` twice.`,
            why: 'Events could not say which of the two they mean.',
            fix: 'Give one of them another id.',
            example: `id: ${id}-2`,
          });
        }
        seen.add(id);
        if (!ID.test(id)) {
          report([list, i, 'id'], {
            rule: 'bad-id',
            what: `\`${shown(id)}\` is not an id.`,
            why: 'It becomes part of addresses, so it holds small letters a to z, digits and hyphens only.',
            fix: 'Write it that way.',
            example: `id: ${idFromName(id)}`,
          });
        }
      }
    }
    const items = arrayIn((data['states'] as {items?: unknown} | undefined)?.items);
    let before: EdtfDate | null = null;
    for (const i of items.keys()) {
      const path = ['states', 'items', i] as const;
      const item = items[i] as {event?: unknown; source?: unknown} | null;
      const date = dateAt(draft, [...path, 'date']);
      this.checkInExtent(draft, [...path, 'date'], extent, report);
      if (date && before && firstMs(date) < firstMs(before)) {
        report([...path, 'date'], {
          rule: 'states-out-of-order',
          what: `This state (${date.text}) begins before the one above it (${before.text}).`,
          why: 'Each state lasts until the next begins.',
          fix: 'Put the states in the order they began.',
        });
      }
      if (date) before = date;
      if (typeof item?.event === 'string' && !ids.events.has(item.event)) {
        this.unknown(draft, [...path, 'event'], 'events', item.event, ids.events, '`event`', (id) => `event: ${id}`);
      }
      if (typeof item?.source === 'string' && !ids.sources.has(item.source)) {
        this.unknown(draft, [...path, 'source'], 'sources', item.source, ids.sources, '`source`', (id) => `source: ${id}`);
      }
    }
  }

  private checkSource(draft: Draft): void {
    const language = draft.yaml?.data['language'];
    if (typeof language === 'string' && isGood(draft, ['language']) && !isLanguage(language)) {
      this.checker(draft)(['language'], {
        rule: 'unknown-language',
        what: `\`language\` (${shown(language)}) is not a language tag.`,
        why: 'Screen readers choose their voice by it.',
        fix: 'Write the short tag: `en`, `fr`, `pt-BR`.',
        example: 'language: fr',
      });
    }
    const published = dateAt(draft, ['published']);
    if (published && (published.earliestMs === null || published.latestMs === null)) {
      this.checker(draft)(['published'], {
        rule: 'published-open',
        what: `\`published\` (${published.text}) has no first or no last day.`,
        why: 'Sources are numbered by the day they appeared.',
        fix: 'Write the day, or an interval with two ends.',
        example: 'published: "1969-07-21/1969-07-22"',
      });
    }
  }

  private checkChapter(draft: Draft, {extent}: StoryParts): void {
    this.checkInExtent(draft, ['date'], extent, this.checker(draft));
    if (draft.body && isBlank(draft)) {
      this.advise(draft, [draft.bodyRange?.[0] ?? 0, draft.bodyRange?.[0] ?? 0], {
        rule: 'empty-body',
        what: 'The chapter has no text under its fields.',
        why: 'A chapter opens with a sentence or two of its own.',
        fix: 'Write them under the second `---`.',
      });
    }
  }

  private checkInExtent(draft: Draft, path: Path, extent: EdtfDate | null, report: Checker): void {
    const date = dateAt(draft, path);
    if (!date || !extent) return;
    const name = String(path.at(-1));
    if (endsBefore(date, extent) || endsBefore(extent, date)) {
      report(path, {
        rule: 'outside-story',
        what: `\`${name}\` (${date.text}) lies outside the story, which runs from ${extent.text.replace('/', ' to ')}.`,
        why: 'Nothing is drawn outside that stretch.',
        fix: 'Check the year; or widen `extent` in story.yaml.',
        example: `${name}: "${nearestYear(date, extent)}"`,
      });
    } else if (date.precision === 'interval' && reachesOutside(date, extent)) {
      this.advise(draft, draft.yaml?.rangeOf(path) ?? [0, 0], {
        rule: 'reaches-outside-story',
        what: `\`${name}\` (${date.text}) reaches outside the story, which runs from ${extent.text.replace('/', ' to ')}.`,
        why: 'It is cut off at the edge of the timeline.',
        fix: 'Widen `extent` in story.yaml if all of it should be seen.',
      });
    }
  }

  private checkEvent(draft: Draft, story: StoryParts, ids: Ids, publishedBy: ReadonlyMap<string, EdtfDate>): void {
    if (!draft.yaml) return;
    const {data} = draft.yaml;
    const report = this.checker(draft);
    const date = dateAt(draft, ['date']);
    const known = dateAt(draft, ['known']);
    const isContext = data['weight'] === 'context';

    if (date && known && endsBefore(known, date) && data['status'] !== 'announced') {
      report(['known'], {
        rule: 'known-before-date',
        what: `\`known\` (${known.text}) is before \`date\` (${date.text}).`,
        why: 'Nobody can know of a thing before it happens, unless it was announced.',
        fix: 'Swap the two if they were mixed up; delete `known` if the event was public at once; or write `status: announced`.',
        example: `date: "${known.text}"\nknown: "${date.text}"`,
      });
    }
    if (date && data['happened'] !== undefined && isGood(draft, ['happened']) && (date.precision !== 'interval' || date.earliestMs === null || date.latestMs === null)) {
      report(['happened'], {
        rule: 'happened-without-interval',
        what: `\`happened\` needs a \`date\` with two ends, and \`date\` is ${date.text}.`,
        why: 'It says how the time between the two ends was filled.',
        fix: 'Delete `happened`, or write the first and the last day.',
        example: `date: "${date.precision === 'day' ? `${date.text.replace(/[~?%]$/, '')}/${nextDay(date)}` : '1969-07-16/1969-07-24'}"`,
      });
    }

    if (date && isContext && story.extent) {
      const last = story.updated ?? story.extent;
      if (endsBefore(last, date)) {
        report(['date'], {
          rule: 'outside-story',
          what: `\`date\` (${date.text}) lies after the last change to the story (${last.text}).`,
          why: 'What has not happened yet cannot be told.',
          fix: 'Check the year.',
          example: `date: "${nearestYear(date, story.extent)}"`,
        });
      }
    } else {
      this.checkInExtent(draft, ['date'], story.extent, report);
      if (known && story.extent && endsBefore(story.extent, known)) this.checkInExtent(draft, ['known'], story.extent, report);
    }

    const lane = textAt(draft, ['lane']);
    if (lane !== null && story.lanes.size > 0 && !story.lanes.has(lane)) this.unknown(draft, ['lane'], 'lanes', lane, story.lanes, '`lane`', (id) => `lane: ${id}`);
    const chapter = textAt(draft, ['chapter']);
    if (chapter !== null && !ids.chapters.has(chapter)) this.unknown(draft, ['chapter'], 'chapters', chapter, ids.chapters, '`chapter`', (id) => `chapter: ${id}`);

    this.checkList(draft, 'actors', (i) => ['actors', i], ids.actors);
    this.checkList(draft, 'sources', (i) => ['sources', i, 'id'], ids.sources);
    this.checkFigures(draft, story, ids);
    for (const i of arrayIn(data['corrections']).keys()) {
      const corrected = dateAt(draft, ['corrections', i, 'date']);
      if (corrected && corrected.precision !== 'day') {
        report(['corrections', i, 'date'], {
          rule: 'not-a-day',
          what: `\`date\` of the correction (${corrected.text}) is not one day.`,
          why: 'Readers are told the day it was made.',
          fix: 'Write year, month and day.',
          example: 'date: "2026-11-23"',
        });
      }
    }

    const severity = data['draft'] === true ? 'advice' : 'error';
    if (data['status'] === 'disputed') {
      const sources = arrayIn(data['sources']);
      if (sources.length === 1 && isGood(draft, ['sources'])) {
        report(['sources'], {
          rule: 'disputed-one-source',
          severity,
          what: 'The event is `disputed` but has only one source.',
          why: 'A dispute takes two, and readers need to see both.',
          fix: 'Add the other source, or choose another `status`.',
          example: 'sources:\n  - id: times-1969-07-21\n    supports: one version\n  - id: post-1969-07-21\n    supports: the other version',
        });
      }
      if (draft.body && draft.body.disagreements.length === 0) {
        report(['status'], {
          rule: 'disputed-without-versions',
          severity,
          what: 'The event is `disputed` but its text has no <Disagreement>.',
          why: 'Readers are to see what is disputed, and by whom.',
          fix: 'Add a <Disagreement> with at least two versions, or choose another `status`.',
          example: '<Disagreement question="Who spoke first?">\n  <Position says="Armstrong" source="times-1969-07-21" />\n  <Position says="Mission control" source="post-1969-07-21" />\n</Disagreement>',
        });
      }
    }
    this.checkEventText(draft, known ?? (date ? startOf(date) : null));
    this.adviseEvent(draft, date, publishedBy);
  }

  private checkEventText(draft: Draft, known: EdtfDate | null): void {
    const {body} = draft;
    if (!body) return;
    if (isBlank(draft)) {
      const at = draft.bodyRange?.[0] ?? 0;
      this.advise(draft, [at, at], {
        rule: 'empty-body',
        what: 'The event has no text under its fields.',
        why: 'Readers would see a headline and nothing else.',
        fix: 'Write one to four sentences under the second `---`.',
      });
    }
    if (body.text.length > TEXT_ADVICE_MAX) {
      this.advise(draft, draft.bodyRange ?? [0, 0], {
        rule: 'long-text',
        what: `The text has ${body.text.length} characters.`,
        why: `An entry over ${TEXT_ADVICE_MAX} stops the flow of the story.`,
        fix: 'Shorten it, or make two events of it.',
      });
    }
    if (body.bigFigures.length > 1) {
      this.advise(draft, draft.bodyRange ?? [0, 0], {
        rule: 'two-big-figures',
        what: `The event has ${body.bigFigures.length} big figures.`,
        why: 'Two numbers set large compete, and neither is remembered.',
        fix: 'Keep the one that is the point.',
      });
    }
    if (!known) return;
    for (const later of body.laters) {
      if (later.known.latestMs === null || lastMs(later.known) > lastMs(known)) continue;
      this.advise(draft, later.range, {
        rule: 'later-not-later',
        what: `<Later> is known on ${later.known.text}, no later than the event itself (${known.text}).`,
        why: 'It sets apart what the public learned only afterwards.',
        fix: 'Check the day, or take the words out of <Later>.',
      });
    }
  }

  private adviseEvent(draft: Draft, date: EdtfDate | null, publishedBy: ReadonlyMap<string, EdtfDate>): void {
    for (const name of ['title', 'label', 'short']) {
      const value = textAt(draft, [name]);
      if (value === null) continue;
      if (/\*[^*]+\*|`|<[A-Za-z]|\]\(/.test(value)) {
        this.advise(draft, draft.yaml?.rangeOf([name]) ?? [0, 0], {
          rule: 'markup-in-title',
          what: `\`${name}\` has Markdown signs, which readers would see as they are: ${shown(value)}`,
          why: 'Titles and labels are plain text, because they are also drawn in the chart.',
          fix: 'Delete the signs.',
          example: `${name}: ${value.replace(/[*`]/g, '')}`,
        });
      }
    }
    if (!draft.isWritten || !date || date.earliestMs === null || draft.yaml?.data['status'] === 'announced') return;
    const sources = arrayIn(draft.yaml?.data['sources']);
    const published = sources.map((use) => {
      const id = (use as {id?: unknown} | null)?.id;
      return typeof id === 'string' ? publishedBy.get(id) ?? null : null;
    });
    const begins = date.earliestMs;
    if (published.length > 0 && published.every((day) => day !== null && day.latestMs !== null && day.latestMs + DAY_MS < begins)) {
      this.advise(draft, draft.yaml?.keyRangeOf(['sources']) ?? [0, 0], {
        rule: 'source-before-event',
        what: `Every source was published before the event happened (${date.text}).`,
        why: 'No source can report what came after it.',
        fix: 'Check the date; or write `status: announced` if the source only announces it.',
      });
    }
  }

  private checkList(draft: Draft, name: 'actors' | 'sources', pathOf: (i: number) => Path, known: ReadonlySet<string>): void {
    const seen = new Set<string>();
    for (const i of arrayIn(draft.yaml?.data[name]).keys()) {
      const id = textAt(draft, pathOf(i));
      if (id === null) continue;
      if (seen.has(id)) {
        this.checker(draft)(pathOf(i), {
          rule: 'duplicate-item',
          what: `\`${name}\` names \`${id}\` twice.`,
          why: 'It would be shown twice.',
          fix: name === 'sources' ? 'Keep one, and say in its `supports` all that it carries.' : 'Delete one of the two.',
        });
      }
      seen.add(id);
      if (!known.has(id)) this.unknown(draft, pathOf(i), name, id, known, `\`${name}\``, (near) => name === 'sources' ? `  - id: ${near}` : `actors: [${near}]`);
    }
  }

  private checkFigures(draft: Draft, story: StoryParts, ids: Ids): void {
    const seen = new Set<string>();
    for (const i of arrayIn(draft.yaml?.data['figures']).keys()) {
      const measure = textAt(draft, ['figures', i, 'measure']);
      const source = textAt(draft, ['figures', i, 'source']);
      const asOf = dateAt(draft, ['figures', i, 'asOf']);
      if (measure !== null && story.draft && !story.measures.has(measure)) {
        this.unknown(draft, ['figures', i, 'measure'], 'measures', measure, story.measures, '`measure`', (id) => `measure: ${id}`);
      }
      if (source !== null && !ids.sources.has(source)) {
        this.unknown(draft, ['figures', i, 'source'], 'sources', source, ids.sources, '`source`', (id) => `source: ${id}`);
      }
      this.checkInExtent(draft, ['figures', i, 'asOf'], story.extent, this.checker(draft));
      const key = `${measure ?? ''} ${asOf?.text ?? ''} ${source ?? ''}`;
      if (measure !== null && asOf && seen.has(key)) {
        this.checker(draft)(['figures', i], {
          rule: 'duplicate-item',
          what: `\`figures\` has two numbers for \`${measure}\` on ${asOf.text} from one source.`,
          why: 'A chart has one value a day.',
          fix: 'Keep one of the two.',
        });
      }
      seen.add(key);
    }
  }

  /** What can only be seen with all files in hand. */
  private checkTogether(story: StoryParts): void {
    const titles = new Map<string, Draft>();
    for (const draft of this.of('event')) {
      const title = textAt(draft, ['title']);
      const date = dateAt(draft, ['date']);
      if (title === null || !date) continue;
      const key = `${title.toLowerCase().replace(/\s+/g, ' ').trim()} ${date.text}`;
      const twin = titles.get(key);
      if (!twin) {
        titles.set(key, draft);
        continue;
      }
      this.checker(draft)(['title'], {
        rule: 'duplicate-event',
        what: `\`${shown(title)}\` on ${date.text} is also in ${twin.source.file}.`,
        why: 'Readers would meet the same event twice.',
        fix: 'Delete one of the two files, or give them titles that tell them apart.',
      });
    }

    const orders = new Map<number, Draft>();
    for (const draft of this.of('chapter')) {
      const order = draft.yaml?.data['order'];
      if (typeof order !== 'number') continue;
      const twin = orders.get(order);
      if (twin) {
        this.checker(draft)(['order'], {
          rule: 'duplicate-order',
          what: `\`order\` (${order}) is also that of ${twin.source.file}.`,
          why: 'Nobody could tell which chapter comes first.',
          fix: 'Give each chapter a number of its own.',
          example: `order: ${Math.max(...orders.keys()) + 1}`,
        });
      } else orders.set(order, draft);
    }

    const used = this.usedIds();
    for (const [kind, list] of [['source', used.sources], ['actor', used.actors], ['chapter', used.chapters]] as const) {
      for (const draft of this.of(kind)) {
        // A file that is not finished need not be in use.
        if (list.has(draft.id) || !draft.isWritten || this.of('event').length === 0) continue;
        this.advise(draft, [0, 0], {
          rule: `unused-${kind}`,
          what: kind === 'chapter' ? `No event is in the chapter \`${draft.id}\`.` : `Nothing refers to the ${kind} \`${draft.id}\`.`,
          why: kind === 'chapter' ? 'Readers would see a chapter without entries.' : `Readers would see ${kind === 'source' ? 'a source that supports' : 'an actor who does'} nothing.`,
          fix: kind === 'chapter' ? 'Give events this chapter, or delete the file.' : 'Refer to it where it belongs, or delete the file.',
        });
      }
    }
    if (!story.draft?.yaml || this.of('event').length === 0) return;
    for (const [list, known, inUse] of [['lanes', story.lanes, used.lanes], ['measures', story.measures, used.measures]] as const) {
      for (const [i, id] of [...known].entries()) {
        if (inUse.has(id)) continue;
        this.advise(story.draft, story.draft.yaml.rangeOf([list, i, 'id']), {
          rule: list === 'lanes' ? 'unused-lane' : 'unused-measure',
          what: list === 'lanes' ? `No event stands in the lane \`${id}\`.` : `No figure belongs to the measure \`${id}\`.`,
          why: 'Readers would see an empty row.',
          fix: 'Use it or delete it.',
        });
      }
    }
  }

  /** Readers cannot open a draft, so nothing they can see may lead to one. */
  private checkDraftLinks(): void {
    const drafts = new Set(this.of('event').filter((draft) => draft.yaml?.data['draft'] === true).map(({id}) => id));
    if (drafts.size === 0) return;
    for (const draft of this.drafts) {
      if (drafts.has(draft.id) && draft.kind === 'event') continue;
      for (const {id, range} of draft.body?.linkPlaces ?? []) {
        if (!drafts.has(id)) continue;
        draft.isWritten = false;
        this.reportTo(draft)(range, {
          rule: 'link-to-draft',
          what: `<EventLink> leads to \`${id}\`, which is a draft.`,
          why: 'Drafts are not published, so the link would lead nowhere.',
          fix: 'Take the link out until the event is ready, or take `draft: true` out of that event.',
        });
      }
      if (draft.kind !== 'story') continue;
      for (const [i, item] of arrayIn((draft.yaml?.data['states'] as {items?: unknown} | undefined)?.items).entries()) {
        const id = (item as {event?: unknown} | null)?.event;
        if (typeof id !== 'string' || !drafts.has(id)) continue;
        this.checker(draft)(['states', 'items', i, 'event'], {
          rule: 'link-to-draft',
          what: `\`event\` leads to \`${id}\`, which is a draft.`,
          why: 'Drafts are not published, so the link would lead nowhere.',
          fix: 'Leave `event` out until the event is ready.',
        });
      }
    }
  }

  private usedIds() {
    const used = {sources: new Set<string>(), actors: new Set<string>(), chapters: new Set<string>(), lanes: new Set<string>(), measures: new Set<string>()};
    const take = (set: Set<string>, value: unknown) => {
      if (typeof value === 'string') set.add(value);
    };
    for (const draft of this.drafts) {
      for (const id of draft.body?.usedSources ?? []) used.sources.add(id);
      for (const id of draft.body?.usedActors ?? []) used.actors.add(id);
      const data = draft.yaml?.data;
      if (draft.kind === 'event') {
        take(used.chapters, data?.['chapter']);
        take(used.lanes, data?.['lane']);
        for (const actor of arrayIn(data?.['actors'])) take(used.actors, actor);
        for (const use of arrayIn(data?.['sources'])) take(used.sources, (use as {id?: unknown} | null)?.id);
        for (const figure of arrayIn(data?.['figures'])) {
          take(used.measures, (figure as {measure?: unknown} | null)?.measure);
          take(used.sources, (figure as {source?: unknown} | null)?.source);
        }
      } else if (draft.kind === 'story') {
        for (const item of arrayIn((data?.['states'] as {items?: unknown} | undefined)?.items)) take(used.sources, (item as {source?: unknown} | null)?.source);
      }
    }
    return used;
  }

  private unknown(draft: Draft, path: Path, place: Parameters<typeof reportUnknownId>[2], id: string, known: ReadonlySet<string>, where: string, exampleFor: (id: string) => string): void {
    draft.isWritten = false;
    reportUnknownId(this.reportTo(draft), draft.yaml?.rangeOf(path) ?? [0, 0], place, id, known, where, exampleFor);
  }

  /** Reports at a field; an error keeps the entry out. */
  private checker(draft: Draft): Checker {
    return (path, complaint) => {
      if (complaint.severity !== 'advice') draft.isWritten = false;
      // A list is marked at its name: its items begin further down.
      const range = Array.isArray(valueAt(draft, path)) ? draft.yaml?.keyRangeOf(path) : draft.yaml?.rangeOf(path);
      this.reportTo(draft)(range ?? [0, 0], complaint);
    };
  }

  private advise(draft: Draft, range: Range, complaint: Complaint): void {
    this.reportTo(draft)(firstLineOf(draft.source, range), {...complaint, severity: 'advice'});
  }

  // Putting together

  private reading(story: StoryParts): Reading {
    const broken = new Map<string, Set<string>>();
    const isBroken = (draft: Draft) => broken.has(draft.path);
    const breakFor = (draft: Draft, because: string) => {
      const causes = broken.get(draft.path) ?? new Set<string>();
      broken.set(draft.path, causes.add(because));
    };
    for (const draft of this.drafts) if (!draft.isWritten || errorCount(draft.problems) > 0) breakFor(draft, draft.path);
    // What refers to a broken file cannot be shown either: its page would ask for what is not there.
    const byKind = (kind: Kind) => new Map(this.of(kind).map((draft) => [draft.id, draft]));
    const [events, sources, actors, chapters] = [byKind('event'), byKind('source'), byKind('actor'), byKind('chapter')];
    for (const draft of this.drafts) {
      if (draft.kind === 'story') continue;
      for (const target of this.refersTo(draft, {events, sources, actors, chapters})) {
        if (!target.isWritten || errorCount(target.problems) > 0) breakFor(draft, target.path);
      }
    }

    const entriesOf = <T>(kind: Kind, make: (draft: Draft) => T): T[] => this.of(kind).filter((draft) => !isBroken(draft)).map(make);
    const sourceEntries = entriesOf('source', sourceEntry).sort(byPublication);
    const publishedBy = new Map(sourceEntries.map(({id, published}) => [id, published]));
    const storyDraft = story.draft;
    const method = this.of('page').find((draft) => !isBroken(draft)) ?? null;
    const content: Content | null = storyDraft && !isBroken(storyDraft)
      ? {
          story: storyEntry(storyDraft),
          chapters: entriesOf('chapter', chapterEntry).sort(byChapterOrder),
          events: entriesOf('event', (draft) => eventEntry(draft, publishedBy)).sort(byDateOrderAndId),
          sources: sourceEntries,
          actors: entriesOf('actor', actorEntry).sort(byId),
          method: method && pageEntry(method),
        }
      : null;

    const problems = [...this.others, ...this.drafts.flatMap((draft) => this.withoutSilenced(draft))].sort(byPlace);
    return {
      content,
      problems,
      broken: this.drafts.filter(isBroken).map((draft) => ({
        kind: draft.kind,
        id: draft.id,
        file: draft.path,
        title: textAt(draft, ['title']) ?? textAt(draft, ['headline']) ?? textAt(draft, ['name']),
        date: dateAt(draft, ['date']) ?? dateAt(draft, ['published']),
        chapter: textAt(draft, ['chapter']),
        because: [...broken.get(draft.path) ?? []].sort(byText),
      })),
      files: this.files.map((path) => `${this.name}/${path}`),
    };
  }

  private refersTo(draft: Draft, all: Record<'events' | 'sources' | 'actors' | 'chapters', Map<string, Draft>>): Draft[] {
    const data = draft.yaml?.data;
    const ids = (map: Map<string, Draft>, list: Iterable<unknown>) => [...list].flatMap((id) => {
      const target = typeof id === 'string' ? map.get(id) : undefined;
      return target ? [target] : [];
    });
    return [
      ...ids(all.sources, draft.body?.usedSources ?? []),
      ...ids(all.actors, draft.body?.usedActors ?? []),
      ...(draft.kind === 'event'
        ? [
            ...ids(all.chapters, [data?.['chapter']]),
            ...ids(all.actors, arrayIn(data?.['actors'])),
            ...ids(all.sources, arrayIn(data?.['sources']).map((use) => (use as {id?: unknown} | null)?.id)),
            ...ids(all.sources, arrayIn(data?.['figures']).map((figure) => (figure as {source?: unknown} | null)?.source)),
          ]
        : []),
    ];
  }

  /** The problems of one file without the advice its writer has set aside, and what is wrong with setting it aside. */
  private withoutSilenced(draft: Draft): Problem[] {
    const silenced = new Set<Silence>();
    const kept = draft.problems.filter((problem) => {
      const silence = problem.severity === 'advice' ? draft.silences.find(({rule}) => rule === problem.rule) : undefined;
      if (silence) silenced.add(silence);
      return !silence;
    });
    for (const silence of draft.silences) {
      if (silenced.has(silence)) continue;
      const isError = draft.problems.some(({rule, severity}) => rule === silence.rule && severity === 'error');
      kept.push(problemAt(draft.source, silence.range, {
        rule: 'quiet-without-cause',
        severity: 'advice',
        what: isError ? `\`${silence.rule}\` is an error and cannot be set aside.` : `There is no advice \`${silence.rule}\` in this file to set aside.`,
        why: 'A note that sets nothing aside would hide the next mistake of its kind.',
        fix: isError ? 'Mend what it points at, and delete this line.' : 'Delete the line.',
      }));
    }
    return kept;
  }
}

interface Ids {
  readonly events: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly chapters: ReadonlySet<string>;
  readonly lanes: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
}

interface StoryParts {
  readonly draft: Draft | null;
  readonly lanes: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly extent: EdtfDate | null;
  readonly updated: EdtfDate | null;
}

type Checker = (path: Path, complaint: Complaint) => void;

// From fields to entries; each is called only for a file whose fields have passed their schema.

function eventEntry(draft: Draft, publishedBy: ReadonlyMap<string, EdtfDate>): EventEntry {
  const fields = draft.yaml?.data as unknown as EventFields;
  const body = draft.body as BodyReading;
  const date = edtfFromText(fields.date);
  return {
    id: draft.id,
    file: draft.path,
    title: fields.title.trim(),
    label: fields.label.trim(),
    short: fields.short?.trim() ?? null,
    date,
    happened: fields.happened ?? 'throughout',
    known: fields.known === undefined ? startOf(date) : edtfFromText(fields.known),
    knownIsWritten: fields.known !== undefined,
    order: fields.order ?? null,
    lane: fields.lane,
    chapter: fields.chapter,
    weight: fields.weight,
    status: fields.status,
    actors: fields.actors ?? [],
    sources: fields.sources.map(({id, supports}) => ({id, supports: supports.trim()})),
    figures: (fields.figures ?? []).map(({measure, value, asOf, source, qualifier}) =>
      ({measure, value, asOf: edtfFromText(asOf), source, qualifier: qualifier ?? 'exact'})),
    corrections: (fields.corrections ?? []).map((correction) => ({date: edtfFromText(correction.date), text: correction.text.trim()})),
    dating: fields.dating?.trim() ?? null,
    draft: fields.draft ?? false,
    disagreements: body.disagreements.map(({question, positions}) => ({
      question,
      positions: positions.map(({says, text, by, sources, known}) =>
        ({says, text, by, sources, known: known ?? firstPublished(sources, publishedBy) ?? startOf(date)})),
    })),
    quotes: body.quotes,
    bigFigures: body.bigFigures,
    links: body.links,
    summary: body.summary,
    text: body.text,
    body: bodyOf(draft),
  };
}

/** The day the first of some sources came out; an interval counts from its start. */
function firstPublished(ids: readonly string[], publishedBy: ReadonlyMap<string, EdtfDate>): EdtfDate | null {
  let first: EdtfDate | null = null;
  for (const id of ids) {
    const published = publishedBy.get(id);
    if (published && (first === null || firstMs(published) < firstMs(first))) first = startOf(published);
  }
  return first;
}

function sourceEntry(draft: Draft): SourceEntry {
  const fields = draft.yaml?.data as unknown as SourceFields;
  return {
    id: draft.id,
    file: draft.path,
    headline: fields.headline.trim(),
    publisher: fields.publisher.trim(),
    author: fields.author?.trim() ?? null,
    published: edtfFromText(fields.published),
    howDated: fields.howDated.trim(),
    url: fields.url ?? null,
    archiveUrl: fields.archiveUrl ?? null,
    language: fields.language ?? 'en',
    notes: (fields.notes ?? []).map((note) => note.trim()),
  };
}

function actorEntry(draft: Draft): ActorEntry {
  const {name, kind, role} = draft.yaml?.data as unknown as ActorFields;
  return {id: draft.id, file: draft.path, name: name.trim(), kind, role: role.trim()};
}

function chapterEntry(draft: Draft): ChapterEntry {
  const fields = draft.yaml?.data as unknown as ChapterFields;
  return {
    id: draft.id,
    file: draft.path,
    title: fields.title.trim(),
    order: fields.order,
    date: edtfFromText(fields.date),
    body: bodyOf(draft),
    text: draft.body?.text ?? '',
  };
}

function pageEntry(draft: Draft): PageEntry {
  return {id: draft.id, file: draft.path, body: bodyOf(draft), text: draft.body?.text ?? ''};
}

function storyEntry(draft: Draft): StoryEntry {
  const fields = draft.yaml?.data as unknown as StoryFields;
  return {
    title: fields.title.trim(),
    kicker: fields.kicker.trim(),
    deck: fields.deck.trim(),
    description: fields.description.trim(),
    language: fields.language,
    firstDay: edtfFromText(fields.firstDay),
    extent: edtfFromText(fields.extent),
    zone: fields.zone,
    zoneLabel: fields.zoneLabel,
    bracket: fields.bracket ? {label: fields.bracket.label.trim(), date: edtfFromText(fields.bracket.date)} : null,
    updated: fields.updated,
    lanes: fields.lanes.map(({id, name, glyph, hue, rows}) => ({id, name, glyph, hue, rows})),
    measures: (fields.measures ?? []).map(({id, name, unit, prefix, suffix, scope}) =>
      ({id, name, unit, prefix: prefix ?? '', suffix: suffix ?? '', scope})),
    states: fields.states
      ? {
          name: fields.states.name,
          items: fields.states.items.map(({label, short, state, date, event, source}) =>
            ({label, short: short ?? label, state, date: edtfFromText(date), event: event ?? null, source})),
        }
      : null,
  };
}

function isBlank(draft: Draft): boolean {
  return bodyOf(draft) === '';
}

function bodyOf(draft: Draft): string {
  return draft.bodyRange ? draft.source.text.slice(...draft.bodyRange).trim() : '';
}

// Small parts

function sortedNames(folder: string): string[] {
  return readdirSync(folder).sort(byText);
}

function errorCount(problems: readonly Problem[]): number {
  return problems.reduce((count, {severity}) => count + (severity === 'error' ? 1 : 0), 0);
}

function arrayIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isGood(draft: Draft, path: Path): boolean {
  for (let length = 1; length <= path.length; length++) if (draft.bad.has(path.slice(0, length).join('.'))) return false;
  return true;
}

function valueAt(draft: Draft, path: Path): unknown {
  let value: unknown = draft.yaml?.data;
  for (const step of path) value = (value as Record<string, unknown> | undefined | null)?.[step as string];
  return value;
}

function textAt(draft: Draft, path: Path): string | null {
  const value = valueAt(draft, path);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The date of a field, or null where it has none or a bad one. */
function dateAt(draft: Draft, path: Path): EdtfDate | null {
  const value = valueAt(draft, path);
  if (typeof value !== 'string') return null;
  try {
    return edtfFromText(value);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

/** A range without the lines after its first: a code frame marks one line. */
function firstLineOf(source: SourceText, [from, to]: Range): Range {
  const text = source.text.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  const {line} = placeOf(source, start);
  return [start, Math.min(to, lineStart(source, line) + lineText(source, line).length)];
}

function idFromName(name: string): string {
  return name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'a-name';
}

/** The same day in the year of the story, for a mistyped year. */
function nearestYear(date: EdtfDate, extent: EdtfDate): string {
  const years = [extent.text.slice(0, 4), extent.text.split('/')[1]?.slice(0, 4) ?? ''];
  for (const year of years) {
    if (!/^\d{4}$/.test(year) || !/^\d{4}/.test(date.text)) continue;
    const text = date.text.split('/').map((side) => side.replace(/^\d{4}/, year)).join('/');
    try {
      const moved = edtfFromText(text);
      if (!endsBefore(moved, extent) && !endsBefore(extent, moved)) return text;
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
    }
  }
  return startOf(extent).text;
}

function nextDay(date: EdtfDate): string {
  return new Date(lastMs(date) + 1).toISOString().slice(0, 10);
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: zone});
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function frontMatterExample(kind: Kind): string {
  return kind === 'chapter'
    ? '---\ntitle: The landing\norder: 2\ndate: "1969-07-16/1969-07-24"\n---\n\nThe text.'
    : '---\ntitle: The Eagle lands on the Moon\nlabel: Eagle lands\ndate: "1969-07-20"\nlane: crew\nchapter: landing\nweight: landmark\nstatus: confirmed\nsources:\n  - id: times-1969-07-21\n    supports: the day\n---\n\nThe text.';
}

function storyExample(): string {
  return 'title: Eight Days in July\nextent: "1969-07-10/1969-08-01"\nlanes:\n  - id: crew\n    name: The crew\n    glyph: diamond\n    hue: slate\n    rows: 2';
}
