/** What was found in a file, fitted to the story it is brought into: which files are to be written, and what they lack. */
import type {PartProblem} from '../../problems/problem.ts';
import type {PlannedFile} from '../../reading/list-files.ts';
import {TITLE_MAX} from '../../schema/field-kinds.ts';
import {DEFAULT_SUPPORTS} from '../defaults.ts';
import {sourceFileText} from '../event-file.ts';
import type {Inventory} from '../inventory.ts';
import {idFromTitle} from '../names.ts';
import {problemsOfSource} from '../new/answers.ts';
import type {Answers} from '../new/flags.ts';
import {sourceFromAnswers} from '../new/plan.ts';
import {oneLine} from '../safe-text.ts';
import {sourceAnswersIn} from '../source-flags.ts';
import {cutToWords} from './cut.ts';
import {chapterText} from './file-text.ts';
import {Fitting} from './fitting.ts';
import type {FittingChoices, PlannedEvent} from './fitting.ts';
import type {Choices} from './flags.ts';
import type {Found, Remark} from './found.ts';
import {storyFromFound} from './new-story.ts';
import type {NewStory} from './new-story.ts';
import {mdxFromBlocks} from './prose.ts';

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
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
  readonly troubles: readonly PartProblem[];
  /** What is wrong with the choices, at their flags. */
  readonly mistyped: readonly PartProblem[];
}

export interface Place {
  /** The imported file's own name. */
  readonly fileName: string;
  /** Null where the content folder has no story yet. */
  readonly inventory: Inventory | null;
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What the content check finds wrong with an event of these answers, at their flags, beside files that are planned. */
export type CheckAnswers = (answers: Answers, inventory: Inventory, beside: readonly PlannedFile[]) => Promise<readonly PartProblem[]>;

/** Fits what was found to the story, and reports everything wrong at once. */
export async function planImport(found: Found, choices: Choices, place: Place, check: CheckAnswers): Promise<Planned> {
  const {fileName, today} = place;
  const refused = (troubles: readonly PartProblem[], mistyped: readonly PartProblem[] = []) => ({plan: null, troubles, mistyped});
  const isEmpty = found.events.length === 0;
  if (found.troubles.length > 0 && (isEmpty || choices.skip !== true)) return refused(found.troubles);
  if (isEmpty)
    return {troubles: [], mistyped: [], plan: {files: [], events: [], leftOut: found.leftOut, changed: found.changed, notes: []}};

  const story =
    place.inventory === null ? storyFromFound(found, {fileName, zone: choices.zone ?? null, lane: choices.lane ?? null, today}) : null;
  const inventory = place.inventory ?? story!.inventory;
  const sourceAnswers = answersOnSource(choices, found, fileName);
  const groups = lanesOfGroups(choices);
  const mistyped = await problemsOfChoices({choices, sourceAnswers, groups, story, inventory}, check);
  if (mistyped.length > 0) return refused([], mistyped);

  const chapter = inventory.chapters.length === 0 ? chapterFor(found, inventory, fileName) : null;
  const source = sourceFromAnswers(sourceAnswers, inventory);
  const fitting = new Fitting(
    chapter === null ? inventory : {...inventory, chapters: [{id: chapter.id, title: chapter.id, date: inventory.story.extent}]},
    choices,
    fittingChoices(choices, groups, story, source?.id ?? null, fileName),
  );
  for (const event of found.events) fitting.add(event);
  if (fitting.troubles.length > 0 && choices.skip !== true) return refused(fitting.troubles);

  const isSourceUsed = source !== null && fitting.events.length > 0;
  const files = [
    ...(story?.files ?? []),
    ...(chapter === null ? [] : [chapter.file]),
    ...(source === null ? [] : [{path: `sources/${source.id}.yaml`, text: sourceFileText(source.fields)}]),
    ...fitting.files,
  ];
  return {
    troubles: [],
    mistyped: [],
    plan: {
      files: fitting.events.length === 0 ? [] : files,
      events: fitting.events,
      leftOut: [
        ...found.troubles.map(({place: part, what}) => ({place: part, what})),
        ...fitting.skipped,
        ...fitting.leftOut,
        ...found.leftOut,
        ...(story === null ? ofAStoryThatIsThere(found) : []),
      ],
      changed: found.changed,
      notes: [
        ...(story?.notes ?? []),
        ...(chapter === null ? [] : [`The story had no chapter, so chapters/${chapter.id}.mdx was made: write its opening.`]),
        ...(isSourceUsed
          ? [`${fileName} is a source of its own now, \`${source.id}\`: every imported event is said to come from it.`]
          : []),
      ],
    },
  };
}

/** What a file says of its story is left out where there is a story already. */
function ofAStoryThatIsThere({eras, title, blocks}: Found): Remark[] {
  return [
    ...eras.map((era) => ({place: era.place, what: `era “${era.title}”, ${era.date}: the story has its own chapters`})),
    ...(title === null ? [] : [{place: '', what: `title “${title}”: the story has its own`}]),
    ...(blocks.length === 0 ? [] : [{place: '', what: `what the file says of itself: ${oneLine(mdxFromBlocks(blocks))}`}]),
  ];
}

/** What the choices say of the sources that carry every event; the file itself is one where they say who published it. */
function answersOnSource(choices: Choices, found: Found, fileName: string): Answers {
  const said = sourceAnswersIn(choices);
  return {
    ...(choices.source === undefined ? {} : {source: choices.source}),
    ...(Object.keys(said).length === 0
      ? {}
      : {
          'source-headline': found.title ?? fileName,
          'source-how-dated': 'The person who imported it said so.',
          ...said,
        }),
  };
}

/** Lanes by the lower-case group of the imported file. */
function lanesOfGroups({group = []}: Choices): ReadonlyMap<string, string> {
  return new Map(
    group.map((written) => [
      written.slice(0, written.lastIndexOf('=')).trim().toLowerCase(),
      written.slice(written.lastIndexOf('=') + 1).trim(),
    ]),
  );
}

interface ChoicesToCheck {
  readonly choices: Choices;
  readonly sourceAnswers: Answers;
  readonly groups: ReadonlyMap<string, string>;
  readonly story: NewStory | null;
  readonly inventory: Inventory;
}

/** Each choice is tried on an event, which the content check reads. */
async function problemsOfChoices(
  {choices, sourceAnswers, groups, story, inventory}: ChoicesToCheck,
  check: CheckAnswers,
): Promise<PartProblem[]> {
  const {lane, chapter, weight, status} = choices;
  const given: Answers = {
    ...sourceAnswers,
    // The lane of a new story is made by that name.
    ...(lane === undefined || story !== null ? {} : {lane}),
    ...(chapter === undefined ? {} : {chapter}),
    ...(weight === undefined ? {} : {weight}),
    ...(status === undefined ? {} : {status}),
  };
  const beside = story?.files ?? [];
  const problems = [...problemsOfSource(sourceAnswers, inventory), ...(await check(given, inventory, beside))];
  for (const id of groups.values()) {
    for (const {what, example = '', ...problem} of await check({lane: id}, inventory, beside))
      problems.push({
        ...problem,
        place: '--group',
        what: what.replace('--lane', '--group'),
        example: `${example.replace('--lane ', '--group "Moon shots=')}"`,
      });
  }
  return problems;
}

function fittingChoices(
  choices: Choices,
  groups: ReadonlyMap<string, string>,
  story: NewStory | null,
  newSource: string | null,
  fileName: string,
): FittingChoices {
  const ids = [...new Set([...(choices.source ?? []), ...(newSource === null ? [] : [newSource])])];
  return {
    chosenGroups: new Set(groups.keys()),
    groups: new Map([...(story?.lanesByGroup ?? []), ...groups]),
    fallbackLane: story?.fallbackLane ?? choices.lane ?? null,
    sources: ids.map((id) => ({id, supports: oneLine(choices.supports ?? DEFAULT_SUPPORTS)})),
    newSource,
    fileName,
  };
}

function chapterFor(found: Found, inventory: Inventory, fileName: string): {readonly id: string; readonly file: PlannedFile} {
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
