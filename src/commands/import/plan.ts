/** What was found in a file, fitted to the story it is brought into: which files are to be written, and what they lack. */
import {nearestName} from '../../problems/nearest.ts';
import {edtfFromText, endsBefore} from '../../schema/dates.ts';
import {ID, LABEL_MAX, SHORT_MAX, TITLE_MAX} from '../../schema/fields.ts';
import {STATUSES, WEIGHTS} from '../../schema/lists.ts';
import type {EventFields} from '../../schema/fields.ts';
import {dayStyle} from '../../story/lookup.ts';
import {dateWords} from '../../timeline/model/day-words.ts';
import {
  chapterOf,
  choiceComplaint,
  DEFAULT_STATUS,
  DEFAULT_SUPPORTS,
  DEFAULT_WEIGHT,
  idComplaint,
  isNameTaken,
  newSourceFrom,
} from '../new/answers.ts';
import type {Complaint, Inventory} from '../new/answers.ts';
import {freeId, idFromTitle, labelFromTitle, mdxText, oneLine, sourceFileText} from '../new/event-file.ts';
import {cutToWords} from './cut.ts';
import {chapterText, importedEventText} from './file-text.ts';
import type {ImportedEvent} from './file-text.ts';
import type {Choices} from './flags.ts';
import type {Found, FoundEvent, Remark, Trouble} from './found.ts';
import {storyFromFound} from './new-story.ts';
import type {WrittenFile} from './new-story.ts';
import {mdxFromBlocks, paragraph} from './prose.ts';

/** One event that is to be written, and what became of each thing the file said of it. */
export interface PlannedEvent {
  readonly place: string;
  /** From the content folder. */
  readonly path: string;
  readonly title: string;
  readonly date: string;
  /** What it lacks, so that it is a draft; empty for one that is ready. */
  readonly lacks: readonly Lack[];
  readonly isDraft: boolean;
  readonly kept: readonly string[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
}

export type Lack = 'source' | 'lane' | 'known' | 'disagreement' | 'second source';

export interface ImportPlan {
  readonly files: readonly WrittenFile[];
  readonly events: readonly PlannedEvent[];
  /** Whole events, and what belongs to none. */
  readonly leftOut: readonly Remark[];
  readonly changed: readonly Remark[];
  /** What was chosen for the writer, in sentences. */
  readonly notes: readonly string[];
}

export interface Planned {
  readonly plan: ImportPlan | null;
  /** What is wrong in the file. */
  readonly troubles: readonly Trouble[];
  /** What is wrong with the choices. */
  readonly complaints: readonly Complaint[];
}

export interface Place {
  /** The imported file's own name. */
  readonly fileName: string;
  /** Null where the content folder has no story yet. */
  readonly inventory: Inventory | null;
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Fits what was found to the story, and reports everything wrong at once. */
export function planImport(found: Found, choices: Choices, {fileName, inventory: ownShelf, today}: Place): Planned {
  const skipped: Remark[] = [];
  const isEmpty = found.events.length === 0;
  if (found.troubles.length > 0 && (isEmpty || choices.skip !== true)) return {plan: null, troubles: found.troubles, complaints: []};
  skipped.push(...found.troubles.map(({place, what}) => ({place, what})));
  if (isEmpty)
    return {troubles: [], complaints: [], plan: {files: [], events: [], leftOut: found.leftOut, changed: found.changed, notes: []}};

  const story = ownShelf === null ? storyFromFound(found, {fileName, zone: choices.zone ?? null, lane: choices.lane ?? null, today}) : null;
  const inventory = ownShelf ?? story!.inventory;
  const complaints: Complaint[] = [];
  const source = choiceOfSources(choices, found, fileName, inventory, complaints);
  for (const name of ['weight', 'status'] as const) {
    const complaint = choiceComplaint(name, choices[name], name === 'weight' ? WEIGHTS : STATUSES);
    if (complaint) complaints.push(complaint);
  }
  for (const [flag, id, known] of [
    ['lane', story === null ? choices.lane : undefined, inventory.lanes],
    ['chapter', choices.chapter, inventory.chapters],
  ] as const) {
    const complaint = idComplaint(flag, id, known, false);
    if (complaint) complaints.push(complaint);
  }
  const groups = new Map(
    (choices.group ?? []).map((written) => [
      written.slice(0, written.lastIndexOf('=')).trim().toLowerCase(),
      written.slice(written.lastIndexOf('=') + 1).trim(),
    ]),
  );
  for (const id of groups.values()) {
    const complaint = idComplaint('lane', id, inventory.lanes, false);
    if (complaint)
      complaints.push({...complaint, flag: 'group', example: complaint.example.replace('--lane ', '--group "Moon shots=') + '"'});
  }
  if (complaints.length > 0) return {plan: null, troubles: [], complaints};

  const chapter = inventory.chapters.length === 0 ? chapterFor(found, inventory, fileName) : null;
  const fitting = new Fitting(
    chapter === null ? inventory : {...inventory, chapters: [{id: chapter.id, title: chapter.id, date: inventory.story.extent}]},
    choices,
    {
      chosenGroups: new Set(groups.keys()),
      groups: new Map([...(story?.lanesByGroup ?? []), ...groups]),
      fallbackLane: story?.fallbackLane ?? choices.lane ?? null,
      sources: source.uses,
      newSource: source.added?.id ?? null,
      fileName,
    },
  );
  for (const event of found.events) fitting.add(event);
  if (fitting.troubles.length > 0 && choices.skip !== true) return {plan: null, troubles: fitting.troubles, complaints: []};
  skipped.push(...fitting.skipped);

  const isSourceUsed = source.added !== null && fitting.events.length > 0;
  return {
    troubles: [],
    complaints: [],
    plan: {
      files:
        fitting.events.length === 0
          ? []
          : [
              ...(story?.files ?? []),
              ...(chapter === null ? [] : [chapter.file]),
              ...(isSourceUsed ? [{path: `sources/${source.added!.id}.yaml`, text: sourceFileText(source.added!.fields)}] : []),
              ...fitting.files,
            ],
      events: fitting.events,
      leftOut: [
        ...skipped,
        ...fitting.leftOut,
        ...found.leftOut,
        ...(story !== null
          ? []
          : found.eras.map(({place, title, date}) => ({place, what: `era “${title}”, ${date}: the story has its own chapters`}))),
        ...(story !== null || found.title === null ? [] : [{place: '', what: `title “${found.title}”: the story has its own`}]),
        ...(story !== null || found.blocks.length === 0
          ? []
          : [{place: '', what: `what the file says of itself: ${oneLine(mdxFromBlocks(found.blocks))}`}]),
      ],
      changed: found.changed,
      notes: [
        ...(story?.notes ?? []),
        ...(chapter === null ? [] : [`The story had no chapter, so chapters/${chapter.id}.mdx was made: write its opening.`]),
        ...(isSourceUsed
          ? [`${fileName} is a source of its own now, \`${source.added!.id}\`: every imported event is said to come from it.`]
          : []),
      ],
    },
  };
}

interface SourceChoice {
  readonly uses: EventFields['sources'];
  readonly added: NonNullable<ReturnType<typeof newSourceFrom>> | null;
}

/** The sources that carry every event: those named, and the file itself where the writer says who published it. */
function choiceOfSources(choices: Choices, found: Found, fileName: string, inventory: Inventory, complaints: Complaint[]): SourceChoice {
  const isFileSource = Object.keys(choices).some((name) => name.startsWith('source-'));
  const added =
    newSourceFrom(
      {
        ...(choices.source === undefined ? {} : {source: choices.source}),
        ...(isFileSource
          ? {
              'source-headline': choices['source-headline'] ?? found.title ?? fileName,
              'source-how-dated': choices['source-how-dated'] ?? 'Whoever imported it said so.',
            }
          : {}),
        ...Object.fromEntries(Object.entries(choices).filter(([name]) => name.startsWith('source-'))),
      },
      inventory,
      complaints,
    ) ?? null;
  const ids = [...new Set([...(choices.source ?? []), ...(added ? [added.id] : [])])];
  return {added, uses: ids.map((id) => ({id, supports: oneLine(choices.supports ?? DEFAULT_SUPPORTS)}))};
}

function chapterFor(found: Found, inventory: Inventory, fileName: string): {id: string; file: WrittenFile} {
  const title = cutToWords(found.title ?? fileName.replace(/\.\w+$/, ''), TITLE_MAX);
  const id = idFromTitle(title) || 'imported';
  return {
    id,
    file: {
      path: `chapters/${id}.mdx`,
      text: chapterText({title, order: 1, date: inventory.story.extent.text}, mdxFromBlocks(found.blocks)),
    },
  };
}

interface FittingChoices {
  /** Lanes by the group they stand for, in small letters. */
  readonly groups: ReadonlyMap<string, string>;
  /** Those of them that the writer chose a lane for. */
  readonly chosenGroups: ReadonlySet<string>;
  readonly fallbackLane: string | null;
  readonly sources: EventFields['sources'];
  readonly newSource: string | null;
  readonly fileName: string;
}

/** Fits one event after another; what an earlier one has taken, a later one cannot have. */
class Fitting {
  readonly files: WrittenFile[] = [];
  readonly events: PlannedEvent[] = [];
  readonly leftOut: Remark[] = [];
  private readonly early: Trouble[] = [];
  private readonly inventory: Inventory;
  private readonly choices: Choices;
  private readonly own: FittingChoices;
  private readonly taken: Set<string>;
  private readonly twins = new Map<string, string>();
  private readonly outsiders: FoundEvent[] = [];

  constructor(inventory: Inventory, choices: Choices, own: FittingChoices) {
    this.inventory = inventory;
    this.choices = choices;
    this.own = own;
    this.taken = new Set(inventory.events.map(({id}) => id));
    for (const {id, title, date} of inventory.events)
      if (title !== null && date !== null) this.twins.set(twinKey(title, date), `it is there already, in events/${id}.mdx`);
  }

  /** What keeps events out of the story; those outside it are reported together, since one wider `extent` fixes them all. */
  get troubles(): readonly Trouble[] {
    const [first, ...others] = this.outsiders;
    if (first === undefined) return this.early;
    const {extent} = this.inventory.story;
    const more =
      others.length === 0
        ? ''
        : others.length === 1
          ? `, and so does ${others[0]!.place}`
          : `, and so do ${others.length} others: ${others.map(({place}) => place).join(', ')}`;
    return [
      ...this.early,
      {
        place: first.place,
        what: `“${first.title}” (${first.date}) lies outside the story, which runs from ${extent.text.replace('/', ' to ')}${more}.`,
        why: 'Nothing is drawn outside that stretch.',
        fix: 'Widen `extent` in story.yaml; or keep the events off the axis with `--weight context`; or leave them out with `--skip`; or name an empty folder, which gets a story of its own.',
        example: 'CONTENT_DIR=another-story npm run import -- FILE',
      },
    ];
  }

  /** The same, one remark for each event. */
  get skipped(): readonly Remark[] {
    const {extent} = this.inventory.story;
    return [
      ...this.early.map(({place, what}) => ({place, what})),
      ...this.outsiders.map(({place, title, date}) => ({
        place,
        what: `“${title}”, ${date}: outside the story, which runs from ${extent.text.replace('/', ' to ')}`,
      })),
    ];
  }

  add(event: FoundEvent): void {
    const {place, own} = event;
    const changed = [...event.changed];
    const leftOut = [...event.leftOut];
    const title = this.titleOf(event, changed);
    const twin = this.twins.get(twinKey(title, event.date));
    if (twin !== undefined) {
      this.leftOut.push({place, what: `“${title}”, ${event.date}: ${twin}`});
      return;
    }
    const weight = own.weight ?? this.choices.weight ?? DEFAULT_WEIGHT;
    const status = own.status ?? this.choices.status ?? DEFAULT_STATUS;
    if (this.isOutside(event, weight) || this.isKnownTooEarly(event, status)) return;
    this.twins.set(twinKey(title, event.date), `it stands in the file twice: see ${place}`);

    const lane = this.laneOf(event, changed, leftOut);
    const sources = this.sourcesOf(event, leftOut);
    const lacks: Lack[] = [
      ...(sources.length === 0 ? ['source' as const] : []),
      ...(lane === null ? ['lane' as const] : []),
      ...(own.happened === 'within' && own.known === undefined ? ['known' as const] : []),
      ...(status === 'disputed' && sources.length === 1 ? ['second source' as const] : []),
      ...(status === 'disputed' ? ['disagreement' as const] : []),
    ];
    const isDraft = lacks.length > 0 || this.choices.draft === true;
    const id = this.idOf(event, title, changed);
    this.taken.add(id);
    const written: ImportedEvent = {
      title,
      label: labelOf(own.label ?? title, own.label !== undefined, changed),
      short: shortOf(own.short, leftOut),
      date: event.date,
      dateWords: dateWords(
        edtfFromText(event.date),
        own.happened === 'within' ? 'within' : 'throughout',
        dayStyle(this.inventory.story, 'long'),
      ),
      happened: own.happened === 'within' || own.happened === 'throughout' ? own.happened : null,
      order: own.order ?? null,
      known: own.known ?? null,
      lane: lane?.id ?? null,
      chapter: this.chapterOf(event, leftOut),
      weight,
      status,
      actors: this.actorsOf(event, leftOut),
      sources,
      dating: own.dating ?? event.dating,
      isDraft,
      body: bodyOf(event, title, sources[0]?.id ?? null, changed),
      origin: `${this.own.fileName}, ${place}`,
      leftOut,
    };
    const path = `events/${id}.mdx`;
    this.files.push({path, text: importedEventText(written)});
    this.events.push({
      place,
      path,
      title,
      date: event.date,
      lacks,
      isDraft,
      kept: [...event.kept, ...(lane !== null && lane.isOfGroup ? ['group'] : [])].filter(
        (name) => !changed.some((what) => what.startsWith(`${name}:`)),
      ),
      changed,
      leftOut,
    });
  }

  private titleOf({title}: FoundEvent, changed: string[]): string {
    if (title.length <= TITLE_MAX) return title;
    changed.push(`headline: cut to ${TITLE_MAX} characters; all of it begins the text`);
    return cutToWords(title, TITLE_MAX);
  }

  private idOf(event: FoundEvent, title: string, changed: string[]): string {
    const wanted = event.id === null ? null : ID.test(event.id) ? event.id : idFromTitle(event.id);
    const isTaken = (id: string) => this.taken.has(id) || isNameTaken(id, {events: [], chapters: this.inventory.chapters});
    const id = wanted !== null && wanted !== '' && !isTaken(wanted) ? wanted : freeId(wanted || title, event.date, isTaken);
    if (event.id !== null && id !== event.id)
      changed.push(`id: \`${id}\`, since \`${oneLine(event.id)}\` ${wanted === event.id ? 'is taken' : 'cannot be an address'}`);
    else if (event.id === null && idFromTitle(title) !== '' && id !== idFromTitle(title))
      changed.push(`id: \`${id}\`, since \`${idFromTitle(title)}\` is taken`);
    return id;
  }

  private laneOf(
    {own, groups}: FoundEvent,
    changed: string[],
    leftOut: string[],
  ): {readonly id: string; readonly isOfGroup: boolean} | null {
    const names = own.lane === undefined ? groups : [own.lane, ...groups];
    const found =
      names.flatMap((name) => {
        const id = this.laneNamed(name);
        return id === null ? [] : [{name, id}];
      })[0] ?? null;
    for (const name of names) {
      if (name === found?.name) continue;
      const near = nearestName(
        name,
        this.inventory.lanes.flatMap(({id, name: laneName}) => [id, laneName]),
      );
      const hint = found === null && near !== null ? `; did you mean \`--group "${name}=${this.laneNamed(near) ?? near}"\`?` : '';
      leftOut.push(`group “${name}”: ${this.laneNamed(name) === null ? `no lane has this name${hint}` : 'an event stands in one lane'}`);
    }
    if (found === null) {
      if (this.own.fallbackLane !== null && names.length > 0) changed.push(`lane: \`${this.own.fallbackLane}\`, as chosen`);
      return this.own.fallbackLane === null ? null : {id: this.own.fallbackLane, isOfGroup: false};
    }
    if (this.own.chosenGroups.has(found.name.toLowerCase())) changed.push(`lane: \`${found.id}\` for the group “${found.name}”, as chosen`);
    return {id: found.id, isOfGroup: own.lane === undefined && !this.own.chosenGroups.has(found.name.toLowerCase())};
  }

  private laneNamed(name: string): string | null {
    const chosen = this.own.groups.get(name.toLowerCase());
    if (chosen !== undefined) return chosen;
    const isSame = (text: string) =>
      text.toLowerCase() === name.toLowerCase() || (idFromTitle(name) !== '' && idFromTitle(text) === idFromTitle(name));
    return this.inventory.lanes.find((lane) => isSame(lane.id) || isSame(lane.name))?.id ?? null;
  }

  private chapterOf({date, own}: FoundEvent, leftOut: string[]): string {
    const isKnown = (id: string | undefined) => id !== undefined && this.inventory.chapters.some((chapter) => chapter.id === id);
    if (isKnown(own.chapter)) return own.chapter!;
    if (own.chapter !== undefined) leftOut.push(`chapter: \`${own.chapter}\`, which is not in chapters/`);
    return this.choices.chapter ?? chapterOf(edtfFromText(date), this.inventory)!;
  }

  private sourcesOf({own}: FoundEvent, leftOut: string[]): EventFields['sources'] {
    const known = new Set([...this.inventory.sources.map(({id}) => id), ...(this.own.newSource === null ? [] : [this.own.newSource])]);
    const named = (own.sources ?? [])
      .filter(({id}) => known.has(id))
      .map(({id, supports}) => ({id, supports: supports || oneLine(this.choices.supports ?? DEFAULT_SUPPORTS)}));
    for (const {id} of own.sources ?? []) if (!known.has(id)) leftOut.push(`source: \`${id}\`, which is not in sources/`);
    return [...named, ...this.own.sources.filter(({id}) => !named.some((other) => other.id === id))];
  }

  private actorsOf({own}: FoundEvent, leftOut: string[]): string[] {
    for (const id of own.actors ?? []) if (!this.inventory.actors.includes(id)) leftOut.push(`actor: \`${id}\`, which is not in actors/`);
    return (own.actors ?? []).filter((id) => this.inventory.actors.includes(id));
  }

  private isOutside(event: FoundEvent, weight: string): boolean {
    const {extent, updated} = this.inventory.story;
    const date = edtfFromText(event.date);
    const isOut = weight === 'context' ? endsBefore(edtfFromText(updated), date) : endsBefore(date, extent) || endsBefore(extent, date);
    if (isOut) this.outsiders.push(event);
    return isOut;
  }

  private isKnownTooEarly({place, date, own}: FoundEvent, status: string): boolean {
    if (own.known === undefined || status === 'announced' || !endsBefore(edtfFromText(own.known), edtfFromText(date))) return false;
    this.early.push({
      place,
      what: `\`known\` (${own.known}) is before \`date\` (${date}).`,
      why: 'Nobody can know of a thing before it happens, unless it was announced.',
      fix: 'Swap the two if they were mixed up, or write `announced` under status.',
      example: '',
    });
    return true;
  }
}

function twinKey(title: string, date: string): string {
  return `${title.toLowerCase().replace(/\s+/g, ' ').trim()} ${date}`;
}

function labelOf(written: string, isOwn: boolean, changed: string[]): string {
  const label = labelFromTitle(written);
  if (label !== written) changed.push(`label: ${isOwn ? 'cut' : 'cut from the headline'} to ${LABEL_MAX} characters: “${label}”`);
  return label;
}

function shortOf(written: string | undefined, leftOut: string[]): string | null {
  if (written === undefined || written.length <= SHORT_MAX) return written ?? null;
  leftOut.push(`short: “${written}”, which is longer than ${SHORT_MAX} characters`);
  return null;
}

function bodyOf({title: whole, blocks, asides}: FoundEvent, title: string, source: string | null, changed: string[]): string {
  const cite = source === null ? '' : `<Cite source="${source}" />`;
  const text = [...(whole === title ? [] : [paragraph(whole)]), ...blocks];
  if (text.length > 0) return [mdxFromBlocks(text, cite), mdxFromBlocks(asides)].filter((part) => part !== '').join('\n\n');
  changed.push('text: there is none, so the headline is used');
  const sentence = mdxText(title);
  return [`${/[.!?。！？؟…]["”’»)]*$/u.test(sentence) ? sentence : `${sentence}.`}${cite}`, mdxFromBlocks(asides)]
    .filter((part) => part !== '')
    .join('\n\n');
}
