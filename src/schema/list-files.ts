/** Which files a content folder holds, which of them are entries, and which would be lost without a word. */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {Problem} from './content.ts';
import {reportTo} from './draft.ts';
import type {Draft, Kind} from './draft.ts';
import {actorFields, chapterFields, eventFields, ID, idFromName, sourceFields} from './fields.ts';
import {nearestName} from './nearest.ts';
import {byText} from './order.ts';
import {problemAt, sourceText} from './source-text.ts';
import type {Complaint} from './source-text.ts';

export const FOLDERS = {
  events: {kind: 'event', ending: '.mdx', fields: eventFields},
  chapters: {kind: 'chapter', ending: '.mdx', fields: chapterFields},
  sources: {kind: 'source', ending: '.yaml', fields: sourceFields},
  actors: {kind: 'actor', ending: '.yaml', fields: actorFields},
} as const;
type Folder = keyof typeof FOLDERS;

/** Pictures may lie beside the text that shows them. */
const PICTURE = /\.(?:png|jpe?g|webp|avif|svg|gif)$/i;

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

  constructor(folder: string) {
    this.folder = folder;
    this.name = basename(folder);
    this.list();
  }

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
    reportTo(draft)([0, 0], {
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
}

function sortedNames(folder: string): string[] {
  return readdirSync(folder).sort(byText);
}

function storyExample(): string {
  return 'title: Eight Days in July\nextent: "1969-07-10/1969-08-01"\nlanes:\n  - id: crew\n    name: The crew\n    glyph: diamond\n    hue: slate\n    rows: 2';
}
