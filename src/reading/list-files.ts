/** Which files a content folder holds, which of them are entries, and which would be silently lost. */
import {lstatSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import {nearestName} from '../problems/nearest.ts';
import type {Complaint, Problem} from '../problems/problem.ts';
import {shown} from '../problems/quoted.ts';
import {problemAt, sourceText} from '../problems/source-text.ts';
import {actorFields, chapterFields, eventFields, sourceFields} from '../schema/fields.ts';
import {ID, idFromName} from '../schema/ids.ts';
import {byText} from '../schema/by-text.ts';
import {reportTo} from './draft.ts';
import type {Draft, Kind} from './draft.ts';

export const FOLDERS = {
  events: {kind: 'event', ending: '.mdx', fields: eventFields},
  chapters: {kind: 'chapter', ending: '.mdx', fields: chapterFields},
  sources: {kind: 'source', ending: '.yaml', fields: sourceFields},
  actors: {kind: 'actor', ending: '.yaml', fields: actorFields},
} as const;
type Folder = keyof typeof FOLDERS;

/** Pictures may lie beside the text that shows them. */
export const PICTURE = /\.(?:png|jpe?g|webp|avif|svg|gif)$/i;

/** What systems and editors leave behind. */
const HARMLESS_FILE = /^(?:\..*|Thumbs\.db|desktop\.ini)$/i;
const KINDS = {file: 'a file', folder: 'a folder', 'linked-folder': 'a link to a folder', nothing: 'nothing'} as const;

/** What may lie beside story.yaml and be no part of the story. */
const HARMLESS = /^(?:\..*|Thumbs\.db|desktop\.ini|(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|NOTICE|AUTHORS)\b.*)$/i;

/** A file that is not written yet, read as if it were. */
export interface PlannedFile {
  /** From the content folder. */
  readonly path: string;
  readonly text: string;
}

/** The files of one content folder, each read as text. */
export class FileList {
  readonly folder: string;
  readonly name: string;
  readonly drafts: Draft[] = [];
  readonly byKind: Readonly<Record<Kind, Draft[]>> = {story: [], event: [], chapter: [], source: [], actor: [], page: []};
  /** Problems of files that hold no entry. */
  readonly others: Problem[] = [];
  /** Every file, from the content folder. */
  readonly files: string[] = [];
  private readonly planned: ReadonlyMap<string, string>;

  constructor(folder: string, planned: readonly PlannedFile[] = []) {
    this.folder = folder;
    this.name = basename(folder);
    this.planned = new Map(planned.map(({path, text}) => [path, text]));
    this.list();
  }

  private list(): void {
    if (this.kindOf('') !== 'folder') {
      this.others.push(
        this.problemOf('', {
          rule: 'no-content',
          what: `There is no content folder ${this.name}.`,
          why: 'The story is made from the files in it.',
          fix: 'Check the name after CONTENT_DIR, or make the folder with a story.yaml in it.',
        }),
      );
      return;
    }
    let hasStory = false;
    for (const name of this.namesIn('')) {
      const isHome = Object.hasOwn(FOLDERS, name);
      const kind = this.kindOf(name);
      if (isHome && kind === 'folder') this.listFolder(name as Folder);
      else if (isHome) this.refuseKind(name, `Make a folder ${name}/ of it, with a file for each of its entries inside.`);
      else if (kind === 'folder' && (name === 'story.yaml' || name === 'method.mdx'))
        this.refuseKind(name, `Make a file of it; \`${name}\` holds text.`);
      else if (kind === 'folder') this.refuseStrayFolder(name);
      else if (kind === 'linked-folder') this.refuseKind(name, 'Put the folder itself here: folders are not followed to other places.');
      else if (name === 'story.yaml') {
        hasStory = true;
        this.add('story', 'story', name);
      } else if (name === 'method.mdx') this.add('page', 'method', name);
      else if (!HARMLESS.test(name) && !PICTURE.test(name)) {
        const near = nearestName(name, ['story.yaml', 'method.mdx']);
        if (near === 'story.yaml') hasStory = true;
        this.refuseFile(
          name,
          near
            ? `Did you mean \`${near}\`? Rename it.`
            : /\.(?:csv|json)$/i.test(name)
              ? 'Turn its events into files, or move it out of the content folder.'
              : 'Move it to events/, chapters/, sources/ or actors/, or out of the content folder.',
        );
      }
    }
    if (!hasStory && this.kindOf('story.yaml') === 'nothing') {
      this.others.push(
        this.problemOf('story.yaml', {
          rule: 'no-story',
          what: 'There is no story.yaml.',
          why: 'It holds the title, the stretch of time and the lanes that everything else is in.',
          fix: 'Write one; every field is explained in README.md.',
          example: STORY_EXAMPLE,
        }),
      );
    }
  }

  private listFolder(folder: Folder): void {
    const {kind, ending} = FOLDERS[folder];
    const names = this.namesIn(folder);
    for (const name of names) {
      const path = `${folder}/${name}`;
      const what = this.kindOf(path);
      if (what === 'folder') {
        if (this.namesIn(path).length === 0 && name.endsWith(ending))
          this.refuseKind(path, 'Delete the folder, or make a file of that name.');
        this.refuseStrayFolder(path);
        continue;
      }
      if (what === 'linked-folder') {
        this.refuseKind(path, 'Put the files themselves here: folders are not followed to other places.');
        continue;
      }
      if (HARMLESS_FILE.test(name) && !name.endsWith(ending)) continue;
      if (name.endsWith(ending)) {
        const id = name.slice(0, -ending.length);
        const draft = this.add(kind, id, path);
        if (!ID.test(id)) this.refuseName(draft, ending, names);
        continue;
      }
      if (PICTURE.test(name)) continue;
      const isText = /\.(?:mdx?|ya?ml|markdown|txt|json)(?:[.~#].*)?$|^[^.]+$/i.test(name) && !/^readme\b/i.test(name);
      const stem = name.replace(/\.(?:mdx?|ya?ml|markdown|txt|json)\b.*$/i, '').replace(/[~#]/g, '');
      const better = freeName(idFromName(stem), ending, names);
      const pictures = kind === 'event' || kind === 'chapter' ? ' and the pictures they show' : '';
      this.refuseFile(
        path,
        isText
          ? `Files in ${folder}/ end in \`${ending}\`: rename it to \`${better}\`, or move it out of the folder.`
          : `Move it out of ${folder}/, which holds \`${ending}\` files${pictures} only.`,
      );
    }
  }

  private refuseStrayFolder(path: string): void {
    for (const name of this.namesIn(path)) {
      const inside = `${path}/${name}`;
      if (this.kindOf(inside) === 'folder') this.refuseStrayFolder(inside);
      else if (/\.(?:mdx|ya?ml|md)$/i.test(name)) {
        const home = path.split('/')[0] ?? '';
        const near = Object.hasOwn(FOLDERS, home)
          ? home
          : (nearestName(home, Object.keys(FOLDERS)) ?? (/\.ya?ml$/i.test(name) ? 'sources' : 'events'));
        this.refuseFile(inside, `Move it to \`${near}/${name}\`: the folders hold files and no other folders.`);
      }
    }
  }

  private refuseFile(path: string, fix: string): void {
    this.files.push(path);
    this.others.push(
      this.problemOf(path, {
        rule: 'file-not-read',
        what: `\`${shown(basename(path))}\` is not a file that is read, so nothing in it would appear.`,
        why: 'A file that is not read is an entry silently lost.',
        fix,
      }),
    );
  }

  /** A folder where a file belongs, a file where a folder does. */
  private refuseKind(path: string, fix: string): void {
    this.others.push(
      this.problemOf(path, {
        rule: 'file-not-read',
        what: `\`${shown(basename(path))}\` is ${KINDS[this.kindOf(path)]}, so nothing in it is read.`,
        why: 'What is not read is silently lost.',
        fix,
      }),
    );
  }

  private refuseName(draft: Draft, ending: string, names: readonly string[]): void {
    const better = freeName(idFromName(draft.id.replace(/\.(?:mdx?|ya?ml)$/i, '')), ending, names);
    const draftNote = draft.id.startsWith('_') || draft.id.startsWith('.') ? ' To keep it from readers, write `draft: true` in it.' : '';
    reportTo(draft)([0, 0], {
      ...unfitName(`The file name \`${shown(basename(draft.path))}\``),
      fix: `Rename the file to \`${better}\`.${draftNote}`,
    });
  }

  private add(kind: Kind, id: string, path: string): Draft {
    this.files.push(path);
    const planned = this.planned.get(path);
    const {text, trouble} = planned === undefined ? textOf(join(this.folder, path)) : {text: planned, trouble: null};
    const source = sourceText(`${this.name}/${path}`, text);
    const draft: Draft = {
      kind,
      id,
      path,
      source,
      problems: [],
      yaml: null,
      bad: new Set(),
      isWritten: true,
      bodyRange: null,
      body: null,
      suppressions: [],
    };
    if (trouble) {
      draft.problems.push(problemAt(source, [trouble.at, trouble.at], trouble.complaint));
      draft.isWritten = false;
    }
    this.drafts.push(draft);
    this.byKind[kind].push(draft);
    return draft;
  }

  /** What is at a path; a link counts as what it leads to, but only for files. */
  private kindOf(path: string): 'file' | 'folder' | 'linked-folder' | 'nothing' {
    if (this.planned.has(path)) return 'file';
    if (this.plannedIn(path).length > 0) return 'folder';
    const whole = join(this.folder, path);
    const own = lstatSync(whole, {throwIfNoEntry: false});
    if (!own) return 'nothing';
    if (!own.isSymbolicLink()) return own.isDirectory() ? 'folder' : 'file';
    try {
      return !statSync(whole).isDirectory() ? 'file' : path === '' ? 'folder' : 'linked-folder';
    } catch (error) {
      // A link that leads nowhere, or in a circle: reading it says so.
      if (error instanceof Error && 'code' in error) return 'file';
      throw error;
    }
  }

  /** The names of what is planned in a folder. */
  private plannedIn(folder: string): string[] {
    const start = folder === '' ? '' : `${folder}/`;
    const inside = [...this.planned.keys()].filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).split('/', 1)[0] ?? ''))];
  }

  private namesIn(path: string): string[] {
    // What is planned comes last: of two files that say the same, the later one is reported.
    const planned = this.plannedIn(path);
    try {
      const names = readdirSync(join(this.folder, path)).sort(byText);
      return [...names.filter((name) => !planned.includes(name)), ...planned];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (planned.length > 0 && error.code === 'ENOENT') return planned;
      this.others.push(
        this.problemOf(path, {
          rule: 'unreadable-file',
          what: `The folder \`${path === '' ? this.name : path}\` cannot be opened (${String(error.code)}).`,
          why: 'Everything in it would be missing.',
          fix: 'Check that the folder may be read.',
        }),
      );
      return [];
    }
  }

  private problemOf(path: string, complaint: Complaint): Problem {
    return problemAt(sourceText(path === '' ? this.name : `${this.name}/${path}`, ''), [0, 0], complaint);
  }
}

/** What is wrong with a name that is not made of small letters, digits and hyphens. */
export function unfitName(name: string): Omit<Complaint, 'fix'> {
  return {
    rule: 'file-name',
    what: `${name} cannot become an address.`,
    why: 'The name is the entry’s id and its address, so it holds small letters a to z, digits and hyphens only.',
  };
}

interface FileText {
  readonly text: string;
  readonly trouble: {readonly at: number; readonly complaint: Complaint} | null;
}

/** The text of a file; where it has none to read, the reason, and what could be made of it up to there. */
function textOf(path: string): FileText {
  const name = shown(basename(path));
  const troubled = (complaint: Complaint, text = '', at = 0): FileText => ({text, trouble: {at, complaint}});
  let bytes: Buffer;
  try {
    if (!statSync(path).isFile()) {
      return troubled({
        rule: 'unreadable-file',
        what: `\`${name}\` is not a regular file.`,
        why: 'Its entry would be missing.',
        fix: 'Replace it by a file with text.',
      });
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return troubled({
      rule: 'unreadable-file',
      what: `\`${name}\` cannot be opened (${String(error.code)}).`,
      why: 'Its entry would be missing.',
      fix:
        error.code === 'ELOOP' || error.code === 'ENOENT'
          ? 'It is a link that leads nowhere: put the file itself here.'
          : 'Check that the file is there and may be read.',
    });
  }
  const encoding = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 'UTF-16' : null;
  const lenient = () => new TextDecoder('utf-8').decode(bytes);
  if (encoding === null) {
    try {
      const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      if (!text.includes('\u0000')) return {text, trouble: null};
      return troubled(
        {
          rule: 'not-utf-8',
          what: `\`${name}\` contains a zero byte, which text never has.`,
          why: 'The file is damaged, or it is not text at all.',
          fix: 'Save it again as plain text in UTF-8.',
        },
        text,
        text.indexOf('\u0000'),
      );
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  const text = encoding === null ? lenient() : '';
  return troubled(
    {
      rule: 'not-utf-8',
      what: `\`${name}\` is not text in UTF-8${encoding === null ? '' : `, but in ${encoding}`}.`,
      why: 'Accented letters would turn into other characters.',
      fix: 'Save it again, choosing the encoding UTF-8.',
    },
    text,
    Math.max(0, text.indexOf('\uFFFD')),
  );
}

/** A file name that is not taken. */
function freeName(id: string, ending: string, names: readonly string[]): string {
  if (!names.includes(id + ending)) return id + ending;
  let n = 2;
  while (names.includes(`${id}-${n}${ending}`)) n++;
  return `${id}-${n}${ending}`;
}

/** The least that a story needs. */
export const STORY_EXAMPLE = `title: Eight Days in July
kicker: The Moon landing
deck: On the 16th they left; on the 24th they were back.
description: A sourced timeline of the first Moon landing.
language: en
firstDay: "1969-07-16"
extent: "1969-07-10/1969-08-01"
zone: America/Chicago
zoneLabel: CT
updated: "2026-11-23"
lanes:
  - id: crew
    name: The crew
    glyph: diamond
    hue: slate
    rows: 2`;
