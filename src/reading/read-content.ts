/**
 * The one reader of a content folder: the build, the check, the preview and the desk all use it, so that what one
 * of them accepts all of them do.
 */
import {existsSync, readdirSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {byPlace} from '../problems/problem.ts';
import type {Problem} from '../problems/problem.ts';
import type {Content} from '../schema/content.ts';
import {ID} from '../schema/ids.ts';
import {byText} from '../schema/by-text.ts';
import {byChapterOrder, byId, byKindAndPublication, byTelling} from '../schema/order.ts';
import type {BodyContext} from './body-reading.ts';
import {checkContent} from './checks/check-content.ts';
import {arrayIn, dateAt, errorCount, reportTo, textAt} from './draft.ts';
import type {Draft, Ids, Kind, StoryParts} from './draft.ts';
import {actorEntry, chapterEntry, eventEntry, pageEntry, sourceEntry, storyEntry} from './entries.ts';
import {problemsInFields} from './field-problems.ts';
import {EXAMPLES, frontMatterOf, schemaOf} from './front-matter.ts';
import {FileList, PICTURE} from './list-files.ts';
import type {PlannedFile} from './list-files.ts';
import {readLooks} from './looks-of-states.ts';
import {readBody} from './read-body.ts';
import {readYaml} from './read-yaml.ts';
import type {Reading} from './reading.ts';
import {withoutSuppressed} from './suppressed.ts';
import {readSuppressions} from './suppressions.ts';

/** What the fields of a file said, by its path from the content folder: what a file with the same text says again. */
export type FieldsMemory = Map<string, FieldsRead>;

interface FieldsRead extends Readonly<Pick<Draft, 'yaml' | 'bad' | 'isWritten' | 'bodyRange' | 'suppressions'>> {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Reads every file of a content folder.
 *
 * @param folder - The content folder; its own name begins every path in a problem.
 * @param memory - Handed in again, it spares what most of a reading costs; one for each folder.
 * @param planned - Files that are not written yet, read with those that are.
 * @returns All entries without a problem, every problem of every file, and which entries the problems keep out.
 *   Bad content never makes it throw.
 */
export async function readContent(
  folder: string,
  memory: FieldsMemory = new Map(),
  planned: readonly PlannedFile[] = [],
): Promise<Reading> {
  const list = new FileList(resolve(folder), planned);
  for (const draft of list.drafts) recallFields(draft, memory);

  const story = storyOf(list);
  const ids = idsOf(list, story);
  const names = actorNames(list);
  for (const draft of list.drafts) readText(draft, list.folder, ids, names);

  checkContent(list.byKind, story, ids);
  return reading(list, story);
}

function recallFields(draft: Draft, memory: FieldsMemory): void {
  if (!draft.isWritten) return;
  const {text} = draft.source;
  const known = memory.get(draft.path);
  if (known?.text === text) {
    const {yaml, bad, isWritten, bodyRange, suppressions, problems} = known;
    Object.assign(draft, {yaml, bad, isWritten, bodyRange, suppressions});
    draft.problems.push(...problems);
    return;
  }
  const toldBefore = draft.problems.length;
  readFields(draft);
  const {yaml, bad, isWritten, bodyRange, suppressions, problems} = draft;
  memory.set(draft.path, {text, yaml, bad, isWritten, bodyRange, suppressions, problems: problems.slice(toldBefore)});
}

function readFields(draft: Draft): void {
  const {source} = draft;
  const report = reportTo(draft);
  const isMdx = draft.path.endsWith('.mdx');
  if (source.text.trim() === '') {
    draft.isWritten = false;
    report([0, 0], {
      rule: 'empty-file',
      what: 'The file is empty.',
      why: 'An entry without any words cannot be shown.',
      fix: 'Write its fields, or delete the file.',
      example: EXAMPLES[draft.kind],
    });
    return;
  }
  const fieldsRange = isMdx ? frontMatterOf(draft) : ([0, source.text.length] as const);
  if (!fieldsRange) {
    draft.isWritten = draft.kind === 'page';
    return;
  }
  draft.suppressions = readSuppressions(source, fieldsRange, report);
  draft.yaml = readYaml(source, fieldsRange, report);
  if (!draft.yaml) {
    draft.isWritten = false;
    return;
  }
  if (!draft.yaml.isWhole) draft.isWritten = false;
  if (draft.kind === 'story') readLooks(draft);
  const isDraft = draft.kind === 'event' && draft.yaml.data['draft'] === true;
  draft.bad = problemsInFields(schemaOf(draft.kind), draft.kind, draft.yaml, isDraft, report);
  if (draft.bad.size > 0) draft.isWritten = false;
}

function readText(draft: Draft, root: string, ids: Ids, names: ReadonlyMap<string, string>): void {
  if (!draft.bodyRange) return;
  const first = (values: readonly unknown[], known: ReadonlySet<string>) =>
    values.find((id) => typeof id === 'string' && known.has(id)) as string | undefined;
  const fields = draft.yaml?.data;
  const context: BodyContext = {
    kind: draft.kind === 'event' ? 'event' : draft.kind === 'chapter' ? 'chapter' : 'page',
    id: draft.id,
    actors: ids.actors,
    sources: ids.sources,
    events: ids.events,
    exampleActor: first(arrayIn(fields?.['actors']), ids.actors) ?? [...ids.actors][0] ?? 'neil-armstrong',
    exampleSource:
      first(
        arrayIn(fields?.['sources']).map((use) => (use as {id?: unknown} | null)?.id),
        ids.sources,
      ) ??
      [...ids.sources][0] ??
      'times-1969-07-21',
    actorName: (id) => names.get(id) ?? id,
    hasPicture: (address) => hasPicture(root, dirname(draft.path), decoded(address)),
  };
  const before = errorCount(draft.problems);
  draft.body = readBody(draft.source, draft.bodyRange, context, reportTo(draft));
  if (errorCount(draft.problems) > before) draft.isWritten = false;
}

function idsOf(list: FileList, story: StoryParts): Ids {
  const ids = (kind: Kind) => new Set(list.byKind[kind].map(({id}) => id));
  return {
    events: ids('event'),
    sources: ids('source'),
    actors: ids('actor'),
    chapters: ids('chapter'),
    lanes: story.lanes,
    measures: story.measures,
  };
}

function actorNames(list: FileList): ReadonlyMap<string, string> {
  return new Map(
    list.byKind.actor.flatMap((draft) => {
      const name = draft.yaml?.data['name'];
      return typeof name === 'string' ? [[draft.id, name] as const] : [];
    }),
  );
}

/** What other checks need of story.yaml, as far as it can be read. */
function storyOf(list: FileList): StoryParts {
  const draft = list.drafts.find(({kind}) => kind === 'story') ?? null;
  const data = draft?.yaml?.data;
  const idsIn = (list: unknown): ReadonlySet<string> =>
    new Set(
      (Array.isArray(list) ? list : []).flatMap((item: unknown) => {
        const id = (item as {id?: unknown} | null)?.id;
        return typeof id === 'string' ? [id] : [];
      }),
    );
  const extent = draft ? dateAt(draft, ['extent']) : null;
  const lanes = idsIn(data?.['lanes']);
  const measures = idsIn(data?.['measures']);
  // A list that is broken itself says nothing about who refers to it.
  const isSound = (name: string, ids: ReadonlySet<string>) =>
    data !== undefined &&
    ![...(draft?.bad ?? [])].some((path) => path === name || path.startsWith(`${name}.`)) &&
    ids.size === arrayIn(data[name]).length &&
    [...ids].every((id) => ID.test(id)) &&
    draft?.yaml?.isWhole === true;
  return {
    draft,
    lanes,
    measures,
    laneNames: new Map(
      arrayIn(data?.['lanes']).flatMap((item) => {
        const {id, name} = (item ?? {}) as {id?: unknown; name?: unknown};
        return typeof id === 'string' && typeof name === 'string' ? [[name.trim().toLowerCase(), id] as const] : [];
      }),
    ),
    knowsLanes: isSound('lanes', lanes),
    knowsMeasures: isSound('measures', measures),
    extent: extent && extent.earliestMs !== null && extent.latestMs !== null && extent.precision === 'interval' ? extent : null,
    updated: draft ? dateAt(draft, ['updated']) : null,
  };
}

function reading(list: FileList, story: StoryParts): Reading {
  const broken = new Map<string, Set<string>>();
  const isBroken = (draft: Draft) => broken.has(draft.path);
  const breakFor = (draft: Draft, because: string) => {
    const causes = broken.get(draft.path) ?? new Set<string>();
    broken.set(draft.path, causes.add(because));
  };
  for (const draft of list.drafts) if (!draft.isWritten || errorCount(draft.problems) > 0) breakFor(draft, draft.path);
  // What refers to a broken file cannot be shown either: its page would ask for what is not there.
  const byKind = (kind: Kind) => new Map(list.byKind[kind].map((draft) => [draft.id, draft]));
  const [events, sources, actors, chapters] = [byKind('event'), byKind('source'), byKind('actor'), byKind('chapter')];
  for (const draft of list.drafts) {
    if (draft.kind === 'story') continue;
    for (const target of refersTo(draft, {events, sources, actors, chapters})) {
      if (!target.isWritten || errorCount(target.problems) > 0) breakFor(draft, target.path);
    }
  }

  const entriesOf = <T>(kind: Kind, make: (draft: Draft) => T): T[] => list.byKind[kind].filter((draft) => !isBroken(draft)).map(make);
  const sourceEntries = entriesOf('source', sourceEntry).sort(byKindAndPublication);
  const publishedBy = new Map(sourceEntries.map(({id, published}) => [id, published]));
  const storyDraft = story.draft;
  const method = list.byKind.page.find((draft) => !isBroken(draft)) ?? null;
  const storyRead = storyDraft && !isBroken(storyDraft) ? storyEntry(storyDraft) : null;
  const content: Content | null = storyRead
    ? {
        story: storyRead,
        chapters: entriesOf('chapter', chapterEntry).sort(byChapterOrder),
        events: entriesOf('event', (draft) => eventEntry(draft, publishedBy)).sort(byTelling(storyRead.zone)),
        sources: sourceEntries,
        actors: entriesOf('actor', actorEntry).sort(byId),
        method: method && pageEntry(method),
      }
    : null;

  const problems = [...list.others, ...list.drafts.flatMap((draft) => withoutSuppressed(draft))].sort(byPlace);
  return {
    content,
    problems,
    broken: list.drafts.filter(isBroken).map((draft) => ({
      kind: draft.kind,
      id: draft.id,
      file: draft.path,
      title: textAt(draft, ['title']) ?? textAt(draft, ['headline']) ?? textAt(draft, ['name']),
      date: dateAt(draft, ['date']) ?? dateAt(draft, ['published']),
      chapter: textAt(draft, ['chapter']),
      because: [...(broken.get(draft.path) ?? [])].sort(byText),
    })),
    files: list.files.map((path) => `${list.name}/${path}`),
  };
}

function refersTo(draft: Draft, all: Record<'events' | 'sources' | 'actors' | 'chapters', Map<string, Draft>>): Draft[] {
  const data = draft.yaml?.data;
  const ids = (map: Map<string, Draft>, list: Iterable<unknown>) =>
    [...list].flatMap((id) => {
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
          ...ids(
            all.sources,
            arrayIn(data?.['sources']).map((use) => (use as {id?: unknown} | null)?.id),
          ),
          ...ids(
            all.sources,
            arrayIn(data?.['figures']).map((figure) => (figure as {source?: unknown} | null)?.source),
          ),
        ]
      : []),
  ];
}

/** Whether a picture lies in the content folder, counted from one of its folders. */
function hasPicture(root: string, folder: string, address: string): boolean {
  if (!PICTURE.test(address) || address.startsWith('/')) return false;
  const path = join(folder, address);
  return !path.startsWith('..') && isNamed(root, path);
}

/** Whether a file is there by this very name: some systems take `Pic.jpg` for `pic.jpg`, and hosts do not. */
function isNamed(root: string, path: string): boolean {
  const whole = join(root, path);
  return existsSync(whole) && readdirSync(dirname(whole)).includes(basename(whole));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
