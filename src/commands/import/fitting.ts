/** Events that were found, fitted one by one to the story they are brought into. */
import {nearestName} from '../../problems/nearest.ts';
import type {PartProblem} from '../../problems/problem.ts';
import type {PlannedFile} from '../../reading/list-files.ts';
import {KNOWN_TOO_EARLY, OUTSIDE_THE_STORY} from '../../reading/checks/whys.ts';
import {edtfFromText, endsBefore} from '../../schema/dates.ts';
import {LABEL_MAX, SHORT_MAX, TITLE_MAX} from '../../schema/field-kinds.ts';
import {ID} from '../../schema/ids.ts';
import type {EventFields} from '../../schema/fields.ts';
import {chapterOf, isNameTaken, wordsOfDate} from '../inventory.ts';
import type {Inventory} from '../inventory.ts';
import {freeId, idFromTitle, labelFromTitle} from '../names.ts';
import {DEFAULT_STATUS, DEFAULT_SUPPORTS, DEFAULT_WEIGHT} from '../defaults.ts';
import {mdxSentence, oneLine} from '../safe-text.ts';
import {cutToWords} from './cut.ts';
import {importedEventText} from './file-text.ts';
import type {ImportedEvent} from './file-text.ts';
import type {Choices} from './flags.ts';
import type {FoundEvent, Remark} from './found.ts';
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

export interface FittingChoices {
  /** Lanes by the lower-case group they represent. */
  readonly groups: ReadonlyMap<string, string>;
  /** Those of them that the writer chose a lane for. */
  readonly chosenGroups: ReadonlySet<string>;
  readonly fallbackLane: string | null;
  readonly sources: EventFields['sources'];
  readonly newSource: string | null;
  readonly fileName: string;
}

/** Fits one event after another; an earlier one's place is not available to a later one. */
export class Fitting {
  readonly files: PlannedFile[] = [];
  readonly events: PlannedEvent[] = [];
  readonly leftOut: Remark[] = [];
  private readonly early: PartProblem[] = [];
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
  get troubles(): readonly PartProblem[] {
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
        why: OUTSIDE_THE_STORY,
        fix:
          'Widen `extent` in story.yaml; or keep the events off the axis with `--weight context`; or leave them out with `--skip`; ' +
          'or name an empty folder, which gets a story of its own.',
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
    this.twins.set(twinKey(title, event.date), `it is in the file twice: see ${place}`);

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
      dateWords: wordsOfDate(edtfFromText(event.date), own.happened, this.inventory),
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
      leftOut.push(`group “${name}”: ${this.laneNamed(name) === null ? `no lane has this name${hint}` : 'an event is in one lane'}`);
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
      why: KNOWN_TOO_EARLY,
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
  changed.push('no text, so the headline is used');
  return [`${mdxSentence(title)}${cite}`, mdxFromBlocks(asides)].filter((part) => part !== '').join('\n\n');
}
