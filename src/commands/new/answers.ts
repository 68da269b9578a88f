/** What may be answered about a new event: each answer becomes a value here, or a clear no. */
import {nearestName} from '../../problems/nearest.ts';
import {shown} from '../../problems/quoted.ts';
import {isLanguage} from '../../reading/checks/check-language.ts';
import type {Reading} from '../../reading/reading.ts';
import type {EdtfDate, LaneEntry, StoryEntry} from '../../schema/content.ts';
import {DateError, edtfFromText, endsBefore, firstMs, lastMs} from '../../schema/dates.ts';
import {ID, isPartOfPage, isSafeAddress, LABEL_MAX, namesOfChapter, SHORT_MAX, TITLE_MAX} from '../../schema/fields.ts';
import {STATUSES, WEIGHTS} from '../../schema/lists.ts';
import {dateWords} from '../../timeline/model/day-words.ts';
import {freeId, idFromTitle, labelFromTitle, oneLine} from './event-file.ts';
import type {NewEvent, NewSource} from './event-file.ts';

/** What is wrong with one answer. */
export interface Complaint {
  /** The flag, without its hyphens. */
  readonly flag: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** What to type instead. */
  readonly example: string;
}

/** What there is in the content folder that a new event can refer to, or be confused with. */
export interface Inventory {
  readonly story: StoryEntry;
  readonly lanes: readonly LaneEntry[];
  readonly chapters: readonly {readonly id: string; readonly title: string; readonly date: EdtfDate | null}[];
  readonly sources: readonly {readonly id: string; readonly headline: string; readonly publisher: string}[];
  readonly actors: readonly string[];
  readonly events: readonly {readonly id: string; readonly title: string | null; readonly date: string | null}[];
}

/** Entries that a problem keeps out are on it too: their names are taken. Null where story.yaml cannot be read. */
export function inventoryFromReading({content, broken}: Reading): Inventory | null {
  if (content === null) return null;
  const brokenOf = (kind: string) => broken.filter((entry) => entry.kind === kind);
  return {
    story: content.story,
    lanes: content.story.lanes,
    chapters: [...content.chapters, ...brokenOf('chapter').map(({id, title, date}) => ({id, title: title ?? id, date}))],
    sources: [...content.sources, ...brokenOf('source').map(({id, title}) => ({id, headline: title ?? id, publisher: ''}))],
    actors: [...content.actors, ...brokenOf('actor')].map(({id}) => id),
    events: [
      ...content.events.map(({id, title, date}) => ({id, title, date: date.text})),
      ...brokenOf('event').map(({id, title, date}) => ({id, title, date: date?.text ?? null})),
    ],
  };
}

/** Everything a writer can say, each as typed; what is not said is left out. */
export interface Answers {
  readonly title?: string;
  readonly date?: string;
  readonly lane?: string;
  readonly chapter?: string;
  readonly source?: readonly string[];
  readonly supports?: readonly string[];
  readonly label?: string;
  readonly short?: string;
  readonly happened?: string;
  readonly known?: string;
  readonly weight?: string;
  readonly status?: string;
  readonly actor?: readonly string[];
  readonly text?: string;
  readonly id?: string;
  readonly draft?: boolean;
  readonly 'source-headline'?: string;
  readonly 'source-publisher'?: string;
  readonly 'source-author'?: string;
  readonly 'source-published'?: string;
  readonly 'source-how-dated'?: string;
  readonly 'source-url'?: string;
  readonly 'source-language'?: string;
}

export type Answer = keyof Answers;

/** What is to be written. */
export interface Plan {
  readonly id: string;
  readonly event: NewEvent;
  /** A source that is not in the folder yet. */
  readonly source: {readonly id: string; readonly fields: NewSource} | null;
  /** What was chosen for the writer, in sentences. */
  readonly notes: readonly string[];
}

export type Planned =
  {readonly plan: Plan; readonly complaints: readonly []} | {readonly plan: null; readonly complaints: readonly Complaint[]};

export const DEFAULT_WEIGHT = 'standard';
/** The more careful of the two words for what is neither disputed nor yet to come. */
export const DEFAULT_STATUS = 'reported';
export const WITHIN_WHY =
  'Nobody could know on the first of those days that it was to happen by the last, and there the replay would show it.';
export const DEFAULT_SUPPORTS = 'what happened and when';

/** Turns answers into what is to be written; all that is wrong with them at once. */
export function planFromAnswers(answers: Answers, inventory: Inventory): Planned {
  const complaints: Complaint[] = [];
  const notes: string[] = [];
  const take = (complaint: Complaint | null): boolean => {
    if (complaint) complaints.push(complaint);
    return complaint === null;
  };

  const title = oneLine(answers.title ?? '');
  take(titleComplaint(answers.title));
  const date = take(dateComplaint('date', answers.date, inventory, answers.weight)) ? edtfFromText(answers.date ?? '') : null;
  if (title !== '' && date) take(twinComplaint(title, date, inventory));
  take(happenedComplaint(answers.happened, date));
  if (take(knownComplaint(answers.known, date, answers, inventory))) take(withinComplaint(answers, date));
  take(choiceComplaint('weight', answers.weight, WEIGHTS));
  take(choiceComplaint('status', answers.status, STATUSES));
  take(idComplaint('lane', answers.lane, inventory.lanes, true));
  take(idComplaint('chapter', answers.chapter, inventory.chapters, false));
  take(lengthComplaint('label', answers.label, LABEL_MAX));
  take(lengthComplaint('short', answers.short, SHORT_MAX));
  if (answers.text !== undefined && oneLine(answers.text) === '')
    take(empty('text', 'Readers would see a headline and nothing else.', '--text "What happened, in a sentence."'));
  for (const actor of new Set(answers.actor))
    take(
      idComplaint(
        'actor',
        actor,
        inventory.actors.map((id) => ({id})),
        false,
      ),
    );
  take(fileNameComplaint(answers.id, inventory));

  const source = newSourceFrom(answers, inventory, complaints);
  const ids = [...new Set([...(answers.source ?? []).filter((id) => id !== ''), ...(source ? [source.id] : [])])];
  if (ids.length === 0 && source === undefined)
    take(missing('source', 'Every event says where it comes from.', `--source ${inventory.sources[0]?.id ?? 'times-1969-07-21'}`));
  const status = answers.status ?? DEFAULT_STATUS;
  if (status === 'disputed' && ids.length === 1) {
    take({
      flag: 'source',
      what: 'The event is disputed but has only one source.',
      why: 'A dispute takes two, and readers need to see both.',
      fix: 'Give `--source` twice, or choose another status.',
      example: `--source ${ids[0]} --source ${inventory.sources.find(({id}) => id !== ids[0])?.id ?? 'post-1969-07-21'}`,
    });
  }
  if ((answers.supports?.length ?? 0) > Math.max(1, ids.length)) {
    take({
      flag: 'supports',
      what: `There are ${answers.supports?.length} times \`--supports\` for ${ids.length} ${ids.length === 1 ? 'source' : 'sources'}.`,
      why: 'The first belongs to the first source, the second to the second.',
      fix: 'Give it once for each source.',
      example: `--source ${ids[0] ?? 'times-1969-07-21'} --supports "the day and the words"`,
    });
  }
  if (answers.supports?.some((words) => oneLine(words) === ''))
    take(empty('supports', 'Readers see which source stands for which claim.', '--supports "the day and the words"'));

  const chapter = answers.chapter ?? (date ? chapterOf(date, inventory) : null);
  if (chapter === null && date && inventory.chapters.length === 0) {
    take({
      flag: 'chapter',
      what: 'The story has no chapter yet.',
      why: 'Every event belongs to one.',
      fix: 'Write a file in chapters/ first; README.md shows how.',
      example: '--chapter landing',
    });
  }
  if (complaints.length > 0 || date === null || chapter === null || source === null) return {plan: null, complaints};

  if (answers.chapter === undefined)
    notes.push(`The chapter is \`${chapter}\`, whose dates ${isIn(date, chapter, inventory) ? 'hold the day' : 'are nearest'}.`);
  if (answers.status === undefined) notes.push(`The status is \`${DEFAULT_STATUS}\`: a source says so, on the word of others.`);
  if (answers.supports === undefined)
    notes.push(`Each source is said to carry ${DEFAULT_SUPPORTS}: say it more exactly under \`supports\`.`);
  if (answers.text === undefined) notes.push('The text is the title, for now: tell the rest under the second `---`.');
  const isDraft = answers.draft === true || status === 'disputed';
  if (isDraft && answers.draft !== true) notes.push('It is a draft until its <Disagreement> is written; the file shows how.');
  if (isDraft && answers.happened === 'within' && answers.known === undefined)
    notes.push('It is a draft until `known` says on which day the public could first know of it.');
  return {
    complaints: [],
    plan: {
      id: answers.id ?? freeId(title, date.text, (id) => isNameTaken(id, inventory)),
      event: {
        title,
        label: answers.label === undefined ? labelFromTitle(title) : oneLine(answers.label),
        short: answers.short === undefined ? null : oneLine(answers.short),
        date: date.text,
        dateWords: wordsOfDate(date, answers.happened, inventory),
        happened: answers.happened === undefined ? null : (answers.happened as 'within' | 'throughout'),
        known: answers.known ?? null,
        lane: answers.lane ?? '',
        chapter,
        weight: (answers.weight ?? DEFAULT_WEIGHT) as NewEvent['weight'],
        status: status as NewEvent['status'],
        actors: [...new Set(answers.actor)],
        sources: ids.map((id, index) => ({id, supports: oneLine(answers.supports?.[index] ?? answers.supports?.[0] ?? DEFAULT_SUPPORTS)})),
        text: answers.text === undefined ? null : oneLine(answers.text),
        isDraft,
      },
      source: source ?? null,
      notes,
    },
  };
}

/** A date as readers will see it, or null for a text that is no date. */
export function readBack(text: string, happened: string | undefined, inventory: Inventory): string | null {
  try {
    return wordsOfDate(edtfFromText(text), happened, inventory);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}

function wordsOfDate(date: EdtfDate, happened: string | undefined, {story}: Inventory): string {
  return dateWords(date, happened === 'within' ? 'within' : 'throughout', {
    language: story.language,
    zone: story.zone,
    zoneLabel: story.zoneLabel,
    length: 'long',
  });
}

/** The chapter that tells a day: the shortest whose dates hold it, else the nearest. */
export function chapterOf(date: EdtfDate, {chapters}: Inventory): string | null {
  const atMs = firstMs(date);
  const ranked = chapters.flatMap(({id, date: stretch}) => {
    if (stretch === null) return [];
    const [fromMs, toMs] = [firstMs(stretch), lastMs(stretch)];
    return [{id, awayMs: Math.max(0, fromMs - atMs, atMs - toMs), lengthMs: toMs - fromMs}];
  });
  ranked.sort((a, b) => a.awayMs - b.awayMs || a.lengthMs - b.lengthMs);
  return ranked[0]?.id ?? chapters[0]?.id ?? null;
}

function isIn(date: EdtfDate, chapter: string, {chapters}: Inventory): boolean {
  const stretch = chapters.find(({id}) => id === chapter)?.date;
  return !!stretch && firstMs(stretch) <= firstMs(date) && firstMs(date) <= lastMs(stretch);
}

/** Whether a stretch of time may hold one moment whose day is not known. */
export function hasTwoEnds(date: EdtfDate): boolean {
  return date.precision === 'interval' && date.earliestMs !== null && date.latestMs !== null;
}

// One answer each

export function titleComplaint(written: string | undefined): Complaint | null {
  const why = 'It heads the entry and names its page.';
  if (written === undefined) return missing('title', why, '--title "The Eagle lands on the Moon"');
  const title = oneLine(written);
  if (title === '') return empty('title', why, '--title "The Eagle lands on the Moon"');
  return lengthComplaint('title', title, TITLE_MAX);
}

export function lengthComplaint(flag: 'title' | 'label' | 'short', written: string | undefined, max: number): Complaint | null {
  if (written === undefined) return null;
  const text = oneLine(written);
  const why = flag === 'title' ? 'It heads the entry and names its page.' : 'Longer words do not fit beside the mark on the timeline.';
  if (text === '') return empty(flag, why, `--${flag} "Eagle lands"`);
  if (text.length <= max) return null;
  return {
    flag,
    what: `The ${flag} has ${text.length} characters; at most ${max} fit.`,
    why,
    fix: `Shorten it by ${text.length - max}.`,
    example: `--${flag} ${JSON.stringify(
      text
        .slice(0, max)
        .replace(/\s+\S*$/, '')
        .replace(/"/g, '')
        .toWellFormed(),
    )}`,
  };
}

/** Whether a date can be read, and lies in the story. */
export function dateComplaint(flag: 'date' | 'known', written: string | undefined, {story}: Inventory, weight?: string): Complaint | null {
  const example = `--${flag} ${story.firstDay.text}`;
  if (written === undefined) return missing(flag, 'It gives the event its place on the timeline.', example);
  let date: EdtfDate;
  try {
    date = edtfFromText(written);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const {what, why, fix, suggestion} = error;
    return {flag, what, why, fix: fix.replace(' inside the quotes', '').replace(' in quotes', ''), example: `--${flag} ${suggestion}`};
  }
  // Context stays off the axis, so it may lie anywhere before the day the story was last changed.
  const isContext = weight === 'context';
  const isBefore = !isContext && flag === 'date' && endsBefore(date, story.extent);
  const isAfter = endsBefore(isContext ? edtfFromText(story.updated) : story.extent, date);
  if (!isBefore && !isAfter) return null;
  return {
    flag,
    what: `${shown(written)} lies outside the story, which runs from ${story.extent.text.replace('/', ' to ')}.`,
    why: 'Nothing is drawn outside that stretch.',
    fix:
      flag === 'date'
        ? 'Check the year; widen `extent` in story.yaml; or make it context, which stays off the axis, with `--weight context`.'
        : 'Check the year, or widen `extent` in story.yaml.',
    example,
  };
}

export function knownComplaint(
  written: string | undefined,
  date: EdtfDate | null,
  {status, weight}: Pick<Answers, 'status' | 'weight'>,
  inventory: Inventory,
): Complaint | null {
  if (written === undefined) return null;
  const complaint = dateComplaint('known', written, inventory, weight);
  if (complaint || date === null || status === 'announced') return complaint;
  if (!endsBefore(edtfFromText(written), date)) return null;
  return {
    flag: 'known',
    what: `${written} is before the event itself (${date.text}).`,
    why: 'Nobody can know of a thing before it happens, unless it was announced.',
    fix: 'Swap the two if they were mixed up, leave `--known` out if the event was public at once, or say that it was announced.',
    example: `--known ${written} --status announced`,
  };
}

function happenedComplaint(written: string | undefined, date: EdtfDate | null): Complaint | null {
  if (written === undefined) return null;
  const wrong = choiceComplaint('happened', written, ['throughout', 'within']);
  if (wrong || date === null || hasTwoEnds(date)) return wrong;
  return {
    flag: 'happened',
    what: `\`--happened\` needs a date with two ends, and the date is ${date.text}.`,
    why: 'It says how the time between the two ends was filled.',
    fix: 'Leave it out, or give the first and the last day.',
    example: '--date 1969-07-16/1969-07-24 --happened within',
  };
}

/** One moment of an unknown day needs the day on which it became public; a draft may still miss it. */
function withinComplaint({happened, known, draft}: Answers, date: EdtfDate | null): Complaint | null {
  if (happened !== 'within' || known !== undefined || draft === true || !date || !hasTwoEnds(date)) return null;
  return {
    flag: 'known',
    what: `The event happened at one moment within ${date.text}, and there is no \`--known\`.`,
    why: WITHIN_WHY,
    fix: 'Find out on which day the public could first know of it, and give that day; or keep the event for later with `--draft`.',
    example: '',
  };
}

export function choiceComplaint(
  flag: 'weight' | 'status' | 'happened',
  written: string | undefined,
  options: readonly string[],
): Complaint | null {
  if (written === undefined || options.includes(written)) return null;
  const near = nearestName(written, options);
  return {
    flag,
    what: `\`${shown(written)}\` is not a word for \`--${flag}\`.`,
    why: 'Readers see each of its words in its own way.',
    fix: near ? `Did you mean \`${near}\`? It can be ${listed(options)}.` : `Write ${listed(options)}.`,
    example: `--${flag} ${near ?? options[0]}`,
  };
}

export function idComplaint(
  flag: 'lane' | 'chapter' | 'actor',
  written: string | undefined,
  known: readonly {readonly id: string; readonly name?: string}[],
  isRequired: boolean,
): Complaint | null {
  const why = {
    lane: 'It gives the event its row and its sign.',
    chapter: 'It gives the event its place in the text.',
    actor: 'Readers are shown who took part.',
  }[flag];
  const ids = known.map(({id}) => id);
  const example = `--${flag} ${ids[0] ?? flag}`;
  if (written === undefined) return isRequired ? {...missing(flag, why, example), fix: `Add it: ${listed(ids)}.`} : null;
  if (ids.includes(written)) return null;
  const byName = known.find(({name}) => name?.toLowerCase() === written.trim().toLowerCase())?.id;
  const near = byName ?? nearestName(written, ids);
  const place = {lane: '`lanes` of story.yaml', chapter: 'chapters/', actor: 'actors/'}[flag];
  const offer = flag === 'actor' ? 'Write a file for it in actors/ first, or check the spelling.' : `Write ${listed(ids)}.`;
  return {
    flag,
    what: `There is no ${flag} \`${shown(written)}\` in ${place}.`,
    why,
    fix: near ? `Did you mean \`${near}\`?` : offer,
    example: `--${flag} ${near ?? ids[0] ?? flag}`,
  };
}

function twinComplaint(title: string, date: EdtfDate, {events}: Inventory): Complaint | null {
  const same = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const twin = events.find((event) => event.title !== null && same(event.title) === same(title) && event.date === date.text);
  return twin === undefined
    ? null
    : {
        flag: 'title',
        what: `events/${twin.id}.mdx has this title on this day already.`,
        why: 'Readers would meet the same event twice, and a file that is there is never overwritten.',
        fix: 'Edit that file, or give this event a title that tells them apart.',
        example: `--title ${JSON.stringify(`${title.slice(0, TITLE_MAX - 15)}, a second time`)}`,
      };
}

/** Whether an event cannot have a name: another has it, or a chapter or a part of the page where it would stand. */
export function isNameTaken(id: string, {events, chapters}: Pick<Inventory, 'events' | 'chapters'>): boolean {
  return events.some((event) => event.id === id) || chapters.some((chapter) => namesOfChapter(chapter.id).includes(id)) || isPartOfPage(id);
}

export function fileNameComplaint(id: string | undefined, inventory: Inventory): Complaint | null {
  if (id === undefined) return null;
  if (inventory.events.some((event) => event.id === id)) {
    return {
      flag: 'id',
      what: `There is a file events/${id}.mdx already.`,
      why: 'A file that is there is never overwritten.',
      fix: 'Choose another id, or leave `--id` out and one is made from the title.',
      example: `--id ${id}-2`,
    };
  }
  if (isNameTaken(id, inventory)) {
    return {
      flag: 'id',
      what: `A chapter or a part of the page is called \`${id}\`.`,
      why: 'Links to one of the two would lead to the other.',
      fix: 'Choose another id, or leave `--id` out and one is made from the title.',
      example: `--id ${id}-event`,
    };
  }
  return ID.test(id)
    ? null
    : {
        flag: 'id',
        what: `\`${shown(id)}\` cannot become an address.`,
        why: 'It is the file’s name and the page’s address, so it holds small letters a to z, digits and hyphens only.',
        fix: 'Write it that way.',
        example: `--id ${idFromTitle(id) || 'eagle-lands'}`,
      };
}

/** What is said about a source shows whether its name is new or only misspelt. */
export function newSourceFrom(
  answers: Answers,
  inventory: Inventory,
  complaints: Complaint[],
): {id: string; fields: NewSource} | null | undefined {
  const known = inventory.sources.map(({id}) => id);
  const strangers = [...new Set(answers.source)].filter((id) => !known.includes(id));
  const said = Object.entries(answers).filter(([name, value]) => name.startsWith('source-') && value !== undefined);
  if (said.length === 0) {
    for (const id of strangers) complaints.push(unknownSource(id, known));
    return strangers.length === 0 ? undefined : null;
  }
  if (strangers.length > 1) {
    for (const id of strangers.slice(1)) complaints.push(unknownSource(id, known));
    return null;
  }
  const before = complaints.length;
  const needed = (flag: 'source-headline' | 'source-publisher' | 'source-how-dated', why: string, example: string): string => {
    const written = answers[flag];
    if (written === undefined) complaints.push({...missing(flag, why, example), what: `A new source needs \`--${flag}\`.`});
    else if (oneLine(written) === '') complaints.push(empty(flag, why, example));
    return oneLine(written ?? '');
  };
  const headline = needed('source-headline', 'Readers are shown it wherever the source is cited.', '--source-headline "Men walk on Moon"');
  const publisher = needed('source-publisher', 'Readers judge a claim by who made it.', '--source-publisher "The Times"');
  const howDated = needed(
    'source-how-dated',
    'Readers can judge the day where the page carries no date.',
    '--source-how-dated "The page carries the date."',
  );
  const published = answers['source-published'];
  const publishedProblem = publishedComplaint(published);
  if (publishedProblem) complaints.push(publishedProblem);
  const urlProblem = urlComplaint(answers['source-url']);
  if (urlProblem) complaints.push(urlProblem);
  const language = answers['source-language'];
  if (language !== undefined && !isLanguage(language)) {
    complaints.push({
      flag: 'source-language',
      what: `\`${shown(language)}\` is not a language tag.`,
      why: 'Screen readers choose their voice by it.',
      fix: 'Write the short tag: `en`, `fr`, `pt-BR`.',
      example: '--source-language fr',
    });
  }
  const id = strangers[0] ?? sourceIdFrom(publisher, published ?? '', known);
  if (!ID.test(id)) {
    complaints.push({
      flag: 'source',
      what: `\`${shown(id)}\` cannot name a file.`,
      why: 'The name of a source is its address on the site, so it holds small letters a to z, digits and hyphens only.',
      fix: 'Write it that way, or leave `--source` out and one is made from the publisher and the day.',
      example: `--source ${idFromTitle(id) || 'times-1969-07-21'}`,
    });
  } else if (isPartOfPage(id)) {
    complaints.push({
      flag: 'source',
      what: `A part of the page is called \`${id}\`.`,
      why: 'The name of a source is its address on the site, and this one would lead elsewhere.',
      fix: 'Choose another name, or leave `--source` out and one is made from the publisher and the day.',
      example: `--source ${id}-source`,
    });
  }
  if (complaints.length > before) return null;
  const author = oneLine(answers['source-author'] ?? '');
  return {
    id,
    fields: {
      headline,
      publisher,
      howDated,
      published: published ?? '',
      ...(author === '' ? {} : {author}),
      ...(answers['source-url'] === undefined ? {} : {url: answers['source-url']}),
      ...(language === undefined ? {} : {language}),
    },
  };
}

export function publishedComplaint(written: string | undefined): Complaint | null {
  const example = '--source-published 1969-07-21';
  if (written === undefined)
    return {
      ...missing('source-published', 'Sources are numbered by the day they appeared.', example),
      what: 'A new source needs `--source-published`.',
    };
  try {
    const {earliestMs, latestMs, text} = edtfFromText(written);
    return earliestMs !== null && latestMs !== null
      ? null
      : {
          flag: 'source-published',
          what: `${text} has no first or no last day.`,
          why: 'Sources are numbered by the day they appeared.',
          fix: 'Write the day, or an interval with two ends.',
          example,
        };
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const {what, why, fix, suggestion} = error;
    return {flag: 'source-published', what, why, fix, example: `--source-published ${suggestion}`};
  }
}

export function urlComplaint(written: string | undefined): Complaint | null {
  if (written === undefined || isSafeAddress(written, ['https:'])) return null;
  return {
    flag: 'source-url',
    what: `\`${shown(written)}\` is not an address that starts with https://.`,
    why: 'Readers are sent there, so it must be a whole address and a safe one.',
    fix: 'Write the address of the page, or leave it out.',
    example: `--source-url ${written.startsWith('http:') ? written.replace('http:', 'https:') : 'https://example.org/page/'}`,
  };
}

/** A name for a new source: who published it and when. */
export function sourceIdFrom(publisher: string, published: string, known: readonly string[]): string {
  const own = [idFromTitle(publisher) || 'source', idFromTitle(published)].filter((part) => part !== '').join('-');
  let id = own;
  for (let number = 2; known.includes(id); number++) id = `${own}-${number}`;
  return id;
}

function unknownSource(id: string, known: readonly string[]): Complaint {
  const near = nearestName(id, known);
  return {
    flag: 'source',
    what: `There is no source \`${shown(id)}\` in sources/.`,
    why: 'Readers are shown its headline, publisher and day.',
    fix: near ? `Did you mean \`${near}\`? A new source is added by saying what it is.` : 'Check its name, or add it by saying what it is.',
    example: near
      ? `--source ${near}`
      : `--source ${idFromTitle(id) || 'times-1969-07-21'} --source-headline "Men walk on Moon" --source-publisher "The Times" --source-published 1969-07-21 --source-how-dated "The page carries the date."`,
  };
}

function missing(flag: string, why: string, example: string): Complaint {
  return {flag, what: `\`--${flag}\` is missing.`, why, fix: 'Add it.', example};
}

function empty(flag: string, why: string, example: string): Complaint {
  return {flag, what: `\`--${flag}\` is empty.`, why, fix: 'Write its words between the quotes.', example};
}

function listed(options: readonly string[]): string {
  const quoted = options.map((option) => `\`${option}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
