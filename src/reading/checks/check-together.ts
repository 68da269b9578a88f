/** What can only be seen with all files in hand: twins, what nothing refers to, links to what readers cannot open. */
import {shown} from '../../problems/quoted.ts';
import type {Complaint} from '../../problems/problem.ts';
import {firstMs} from '../../schema/dates.ts';
import {isPartOfPage, namesOfChapter} from '../../schema/ids.ts';
import {DAY_MS} from '../../schema/lengths.ts';
import {advise, arrayIn, checkerOf, dateAt, isGood, reportTo, textAt} from '../draft.ts';
import type {Draft, Drafts, StoryParts} from '../draft.ts';

/** Reports and advises across files. */
export function checkTogether(all: Drafts, story: StoryParts): void {
  checkNames(all);
  checkDraftLinks(all);
  checkSameEvents(all.event);
  adviseAllTwins(all);
  adviseSameText(all.event);
  checkChapterOrder(all.chapter);
  for (const draft of all.chapter) adviseTitleKnown(draft, all.event);
  const used = usedIds(all);
  adviseUnusedFiles(all, used);
  if (!story.draft?.yaml) return;
  adviseLanesAlike(story.draft);
  if (all.event.length > 0) adviseUnusedRows(story, story.draft, used);
  else {
    advise(story.draft, [0, 0], {
      rule: 'no-events',
      what: 'There is no event in events/.',
      why: 'Readers would see an empty timeline.',
      fix: 'Start one with `npm run new`.',
    });
  }
}

function checkSameEvents(events: readonly Draft[]): void {
  const titles = new Map<string, Draft>();
  for (const draft of events) {
    const title = textAt(draft, ['title']);
    const date = dateAt(draft, ['date']);
    if (title === null || !date) continue;
    const key = `${title.toLowerCase().replace(/\s+/g, ' ').trim()} ${date.text}`;
    const twin = titles.get(key);
    if (!twin) {
      titles.set(key, draft);
      continue;
    }
    checkerOf(draft)(['title'], {
      rule: 'duplicate-event',
      what: `\`${shown(title)}\` on ${date.text} is also in ${twin.source.file}.`,
      why: 'Readers would see the same event twice.',
      fix: 'Delete one of the two files, or give them titles that tell them apart.',
    });
  }
}

function adviseAllTwins(all: Drafts): void {
  adviseTwins(all.event, ['label', 'date'], 'duplicate-label', (twin) => ({
    what: `An event of the same day has the same \`label\`, in ${twin}.`,
    why: 'Readers could not tell their marks apart.',
    fix: 'Give one of them a label of its own.',
  }));
  adviseTwins(all.source, ['url'], 'duplicate-source', (twin) => ({
    what: `${twin} has the same \`url\`.`,
    why: 'One source would have two numbers.',
    fix: 'Keep one of the two files and refer to it everywhere.',
  }));
  adviseTwins(all.source, ['headline', 'publisher', 'published'], 'duplicate-source', (twin) => ({
    what: `${twin} has the same headline, publisher and day.`,
    why: 'One source would have two numbers.',
    fix: 'Keep one of the two files and refer to it everywhere.',
  }));
  adviseTwins(all.actor, ['name'], 'duplicate-actor', (twin) => ({
    what: `${twin} has the same \`name\`.`,
    why: 'Readers who follow one of them would miss half.',
    fix: 'Keep one of the two files, or give them names that tell them apart.',
  }));
  adviseTwins(all.chapter, ['title'], 'duplicate-chapter', (twin) => ({
    what: `${twin} has the same \`title\`.`,
    why: 'Readers could not tell the chapters apart.',
    fix: 'Give one of them a title of its own.',
  }));
}

function checkChapterOrder(chapters: readonly Draft[]): void {
  const orders = new Map<number, Draft>();
  for (const draft of chapters) {
    const order = draft.yaml?.data['order'];
    if (typeof order !== 'number') continue;
    const twin = orders.get(order);
    if (!twin) {
      orders.set(order, draft);
      continue;
    }
    checkerOf(draft)(['order'], {
      rule: 'duplicate-order',
      what: `\`order\` (${order}) is also that of ${twin.source.file}.`,
      why: 'It would not be clear which chapter comes first.',
      fix: 'Give each chapter a number of its own.',
      example: `order: ${Math.max(...orders.keys()) + 1}`,
    });
  }
}

function adviseUnusedFiles(all: Drafts, used: UsedIds): void {
  for (const [kind, list] of [
    ['source', used.sources],
    ['actor', used.actors],
    ['chapter', used.chapters],
  ] as const) {
    for (const draft of all[kind]) {
      // A file that is not finished need not be in use.
      if (list.has(draft.id) || !draft.isWritten || all.event.length === 0) continue;
      advise(draft, [0, 0], {
        rule: `unused-${kind}`,
        what: kind === 'chapter' ? `No event is in the chapter \`${draft.id}\`.` : `Nothing refers to the ${kind} \`${draft.id}\`.`,
        why:
          kind === 'chapter'
            ? 'Readers would see a chapter without entries.'
            : `Readers would see ${kind === 'source' ? 'a source that supports' : 'an actor who does'} nothing.`,
        fix: kind === 'chapter' ? 'Give events this chapter, or delete the file.' : 'Refer to it where it belongs, or delete the file.',
      });
    }
  }
}

function adviseLanesAlike(story: Draft): void {
  for (const [field, why] of [
    ['glyph', 'Lanes differ in shape, not in colour alone.'],
    ['name', 'Readers could not tell the lanes apart.'],
  ] as const) {
    const seen = new Set<unknown>();
    for (const [i, item] of arrayIn(story.yaml?.data['lanes']).entries()) {
      const value = (item as Record<string, unknown> | null)?.[field];
      if (typeof value !== 'string' || !isGood(story, ['lanes', i, field])) continue;
      if (seen.has(value)) {
        advise(story, story.yaml!.rangeOf(['lanes', i, field]), {
          rule: 'lanes-alike',
          what: `Two lanes have the same \`${field}\` (${shown(value)}).`,
          why,
          fix: `Give each lane a ${field} of its own.`,
        });
      }
      seen.add(value);
    }
  }
}

/** Lanes without events and measures without figures. */
function adviseUnusedRows(story: StoryParts, draft: Draft, used: UsedIds): void {
  for (const [list, known, inUse, isSound] of [
    ['lanes', story.lanes, used.lanes, story.knowsLanes],
    ['measures', story.measures, used.measures, story.knowsMeasures],
  ] as const) {
    if (!isSound) continue;
    for (const [i, id] of [...known].entries()) {
      if (inUse.has(id)) continue;
      advise(draft, draft.yaml!.rangeOf([list, i, 'id']), {
        rule: list === 'lanes' ? 'unused-lane' : 'unused-measure',
        what: list === 'lanes' ? `No event is in the lane \`${id}\`.` : `No figure belongs to the measure \`${id}\`.`,
        why: 'Readers would see an empty row.',
        fix: 'Use it or delete it.',
      });
    }
  }
}

/** Entries are found on their page by their names, and events and chapters share one. */
function checkNames(all: Drafts): void {
  const chapters = new Map(all.chapter.flatMap((draft) => namesOfChapter(draft.id).map((name) => [name, draft] as const)));
  for (const draft of [...all.event, ...all.chapter, ...all.source]) {
    const twin = draft.kind === 'event' ? chapters.get(draft.id) : undefined;
    if (!twin && !isPartOfPage(draft.id)) continue;
    draft.isWritten = false;
    reportTo(draft)([0, 0], {
      rule: 'name-taken',
      what: twin ? `The name \`${draft.id}\` is that of ${twin.source.file}.` : `The name \`${draft.id}\` is that of a part of the page.`,
      why: 'Links to one of the two would lead to the other.',
      fix: `Rename the file, for instance to \`${draft.id}-${draft.kind}.${draft.kind === 'source' ? 'yaml' : 'mdx'}\`.`,
    });
  }
}

/** A day from which a title may be shown that is not later than the first event, and so changes nothing. */
function adviseTitleKnown(draft: Draft, events: readonly Draft[]): void {
  const titleKnown = dateAt(draft, ['titleKnown']);
  const date = dateAt(draft, ['date']);
  const days = events
    .filter((event) => textAt(event, ['chapter']) === draft.id && event.yaml?.data['draft'] !== true)
    .flatMap((event) => {
      const known = dateAt(event, ['known']) ?? dateAt(event, ['date']);
      // An hour in UTC can be of the day before in the story's zone.
      return known ? [Math.floor(firstMs(known) / DAY_MS) - (known.precision === 'time' ? 1 : 0)] : [];
    });
  if (!titleKnown || !date || !draft.isWritten || days.length === 0) return;
  if (firstMs(titleKnown) / DAY_MS > Math.max(Math.min(...days), Math.floor(firstMs(date) / DAY_MS))) return;
  advise(draft, draft.yaml?.rangeOf(['titleKnown']) ?? [0, 0], {
    rule: 'title-known-early',
    what: `\`titleKnown\` (${titleKnown.text}) is no later than the day on which the first event of the chapter became public.`,
    why: 'The replay shows no title before that day anyway.',
    fix: 'Delete the field, or write the day on which the event that the title speaks of became public.',
  });
}

/** Advice at the second of two files whose fields say the same. */
function adviseTwins(
  drafts: readonly Draft[],
  fields: readonly string[],
  rule: string,
  words: (twin: string) => Omit<Complaint, 'rule' | 'severity'>,
): void {
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const values = fields.map((name) => textAt(draft, [name]));
    if (values.includes(null)) continue;
    const key = values.map((value) => value?.toLowerCase().replace(/\s+/g, ' ').trim()).join('\n');
    const twin = seen.get(key);
    if (twin) advise(draft, draft.yaml?.rangeOf([fields[0] ?? '']) ?? [0, 0], {rule, ...words(twin.source.file)});
    else seen.set(key, draft);
  }
}

/** A file that was copied and whose text was then forgotten. */
function adviseSameText(events: readonly Draft[]): void {
  const seen = new Map<string, Draft>();
  for (const draft of events) {
    const text = draft.body?.text ?? '';
    if (text === '' || !draft.bodyRange) continue;
    const twin = seen.get(text);
    if (!twin) {
      seen.set(text, draft);
      continue;
    }
    advise(draft, draft.bodyRange, {
      rule: 'same-text',
      what: `The text is the same, word for word, as in ${twin.source.file}.`,
      why: 'Readers would read the same words twice.',
      fix: 'Write what this event adds, or delete one of the two files.',
    });
  }
}

/** Readers cannot open a draft, so nothing they can see may lead to one. */
function checkDraftLinks(all: Drafts): void {
  const drafts = new Set(all.event.filter((draft) => draft.yaml?.data['draft'] === true).map(({id}) => id));
  if (drafts.size === 0) return;
  for (const draft of Object.values(all).flat()) {
    if (drafts.has(draft.id) && draft.kind === 'event') continue;
    for (const {id, range} of draft.body?.linkPlaces ?? []) {
      if (!drafts.has(id)) continue;
      draft.isWritten = false;
      reportTo(draft)(range, {
        rule: 'link-to-draft',
        what: `<EventLink> leads to \`${id}\`, which is a draft.`,
        why: 'Drafts are not published, so the link would lead nowhere.',
        fix: 'Remove the link until the event is ready, or remove `draft: true` from that event.',
      });
    }
    if (draft.kind !== 'story') continue;
    for (const [i, item] of arrayIn((draft.yaml?.data['states'] as {items?: unknown} | undefined)?.items).entries()) {
      const id = (item as {event?: unknown} | null)?.event;
      if (typeof id !== 'string' || !drafts.has(id)) continue;
      checkerOf(draft)(['states', 'items', i, 'event'], {
        rule: 'link-to-draft',
        what: `\`event\` leads to \`${id}\`, which is a draft.`,
        why: 'Drafts are not published, so the link would lead nowhere.',
        fix: 'Leave `event` out until the event is ready.',
      });
    }
  }
}

type UsedIds = ReturnType<typeof usedIds>;

function usedIds(all: Drafts) {
  const used = {
    sources: new Set<string>(),
    actors: new Set<string>(),
    chapters: new Set<string>(),
    lanes: new Set<string>(),
    measures: new Set<string>(),
  };
  const take = (set: Set<string>, value: unknown) => {
    if (typeof value === 'string') set.add(value);
  };
  for (const draft of Object.values(all).flat()) {
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
      for (const item of arrayIn((data?.['states'] as {items?: unknown} | undefined)?.items))
        take(used.sources, (item as {source?: unknown} | null)?.source);
    }
  }
  return used;
}
