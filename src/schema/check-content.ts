/** Everything that can be wrong with content whose fields are all there: dates against dates, ids against ids. */
import type {EdtfDate} from './content.ts';
import {DateError, edtfFromText, endsBefore, firstMs, lastMs, reachesOutside, startOf} from './dates.ts';
import {advise, arrayIn, checkerOf, dateAt, isBlank, isGood, reportTo, textAt} from './draft.ts';
import type {Checker, Draft, Drafts, Ids, StoryParts} from './draft.ts';
import {ID, idFromName} from './fields.ts';
import {nearestName} from './nearest.ts';
import {reportUnknownId} from './read-body.ts';
import {shown} from './read-yaml.ts';
import type {Path} from './read-yaml.ts';

const DAY_MS = 86_400_000;

/** Longest text, in characters, that does not stop the flow of the story. */
const TEXT_ADVICE_MAX = 1600;

/** Reports what is wrong in each file, and what is wrong only beside the others. */
export function checkContent(all: Drafts, story: StoryParts, ids: Ids): void {
  checkStory(story, ids);
  for (const draft of all.source) checkSource(draft);
  for (const draft of all.chapter) checkChapter(draft, story);
  const publishedBy = new Map(all.source.flatMap((draft) => {
    const published = dateAt(draft, ['published']);
    return published ? [[draft.id, published] as const] : [];
  }));
  for (const draft of all.event) checkEvent(draft, story, ids, publishedBy);
  checkTogether(all, story);
  checkDraftLinks(all);
}

function checkStory({draft, extent}: StoryParts, ids: Ids): void {
  if (!draft?.yaml) return;
  const {data} = draft.yaml;
  const report = checkerOf(draft);
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
  let reelBefore: EdtfDate | null = null;
  for (const i of arrayIn(data['reels']).keys()) {
    const path = ['reels', i, 'date'] as const;
    const reel = dateAt(draft, path);
    if (!reel) continue;
    if (reel.precision !== 'interval' || reel.earliestMs === null || reel.latestMs === null) {
      report(path, {
        rule: 'extent-open',
        what: `\`date\` of this reel (${reel.text}) has no first and last day.`,
        why: 'The poster draws the reel from one to the other.',
        fix: 'Write an interval with two days.',
        example: 'date: "1969-07-19/1969-07-21"',
      });
      continue;
    }
    checkInExtent(draft, path, extent, report);
    if (reelBefore && reel.earliestMs <= reelBefore.latestMs!) {
      report(path, {
        rule: 'reels-out-of-order',
        what: `This reel (${reel.text}) begins before the one above it (${reelBefore.text}) is over.`,
        why: 'Reels stand side by side in the order of time, and no day stands in two of them.',
        fix: 'Put the reels in order, each beginning after the last day of the one before.',
      });
    }
    reelBefore = reel;
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
  for (const path of [['bracket', 'date'], ['firstDay']]) checkInExtent(draft, path, extent, report);
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
    checkInExtent(draft, [...path, 'date'], extent, report);
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
      reportUnknown(draft, [...path, 'event'], 'events', item.event, ids.events, '`event`', (id) => `event: ${id}`);
    }
    if (typeof item?.source === 'string' && !ids.sources.has(item.source)) {
      reportUnknown(draft, [...path, 'source'], 'sources', item.source, ids.sources, '`source`', (id) => `source: ${id}`);
    }
  }
}

function checkSource(draft: Draft): void {
  const language = draft.yaml?.data['language'];
  if (typeof language === 'string' && isGood(draft, ['language']) && !isLanguage(language)) {
    checkerOf(draft)(['language'], {
      rule: 'unknown-language',
      what: `\`language\` (${shown(language)}) is not a language tag.`,
      why: 'Screen readers choose their voice by it.',
      fix: 'Write the short tag: `en`, `fr`, `pt-BR`.',
      example: 'language: fr',
    });
  }
  const published = dateAt(draft, ['published']);
  if (published && (published.earliestMs === null || published.latestMs === null)) {
    checkerOf(draft)(['published'], {
      rule: 'published-open',
      what: `\`published\` (${published.text}) has no first or no last day.`,
      why: 'Sources are numbered by the day they appeared.',
      fix: 'Write the day, or an interval with two ends.',
      example: 'published: "1969-07-21/1969-07-22"',
    });
  }
}

function checkChapter(draft: Draft, {extent}: StoryParts): void {
  checkInExtent(draft, ['date'], extent, checkerOf(draft));
  if (draft.body && isBlank(draft)) {
    advise(draft, [draft.bodyRange?.[0] ?? 0, draft.bodyRange?.[0] ?? 0], {
      rule: 'empty-body',
      what: 'The chapter has no text under its fields.',
      why: 'A chapter opens with a sentence or two of its own.',
      fix: 'Write them under the second `---`.',
    });
  }
}

function checkInExtent(draft: Draft, path: Path, extent: EdtfDate | null, report: Checker): void {
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
    advise(draft, draft.yaml?.rangeOf(path) ?? [0, 0], {
      rule: 'reaches-outside-story',
      what: `\`${name}\` (${date.text}) reaches outside the story, which runs from ${extent.text.replace('/', ' to ')}.`,
      why: 'It is cut off at the edge of the timeline.',
      fix: 'Widen `extent` in story.yaml if all of it should be seen.',
    });
  }
}

function checkEvent(draft: Draft, story: StoryParts, ids: Ids, publishedBy: ReadonlyMap<string, EdtfDate>): void {
  if (!draft.yaml) return;
  const {data} = draft.yaml;
  const report = checkerOf(draft);
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
    checkInExtent(draft, ['date'], story.extent, report);
    if (known && story.extent && endsBefore(story.extent, known)) checkInExtent(draft, ['known'], story.extent, report);
  }

  const lane = textAt(draft, ['lane']);
  if (lane !== null && story.lanes.size > 0 && !story.lanes.has(lane)) reportUnknown(draft, ['lane'], 'lanes', lane, story.lanes, '`lane`', (id) => `lane: ${id}`);
  const chapter = textAt(draft, ['chapter']);
  if (chapter !== null && !ids.chapters.has(chapter)) reportUnknown(draft, ['chapter'], 'chapters', chapter, ids.chapters, '`chapter`', (id) => `chapter: ${id}`);

  checkList(draft, 'actors', (i) => ['actors', i], ids.actors);
  checkList(draft, 'sources', (i) => ['sources', i, 'id'], ids.sources);
  checkFigures(draft, story, ids);
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
  checkEventText(draft, known ?? (date ? startOf(date) : null));
  adviseEvent(draft, date, publishedBy);
}

function checkEventText(draft: Draft, known: EdtfDate | null): void {
  const {body} = draft;
  if (!body) return;
  if (isBlank(draft)) {
    const at = draft.bodyRange?.[0] ?? 0;
    advise(draft, [at, at], {
      rule: 'empty-body',
      what: 'The event has no text under its fields.',
      why: 'Readers would see a headline and nothing else.',
      fix: 'Write one to four sentences under the second `---`.',
    });
  }
  if (body.text.length > TEXT_ADVICE_MAX) {
    advise(draft, draft.bodyRange ?? [0, 0], {
      rule: 'long-text',
      what: `The text has ${body.text.length} characters.`,
      why: `An entry over ${TEXT_ADVICE_MAX} stops the flow of the story.`,
      fix: 'Shorten it, or make two events of it.',
    });
  }
  if (body.bigFigures.length > 1) {
    advise(draft, draft.bodyRange ?? [0, 0], {
      rule: 'two-big-figures',
      what: `The event has ${body.bigFigures.length} big figures.`,
      why: 'Two numbers set large compete, and neither is remembered.',
      fix: 'Keep the one that is the point.',
    });
  }
  if (!known) return;
  for (const later of body.laters) {
    if (later.known.latestMs === null || lastMs(later.known) > lastMs(known)) continue;
    advise(draft, later.range, {
      rule: 'later-not-later',
      what: `<Later> is known on ${later.known.text}, no later than the event itself (${known.text}).`,
      why: 'It sets apart what the public learned only afterwards.',
      fix: 'Check the day, or take the words out of <Later>.',
    });
  }
}

function adviseEvent(draft: Draft, date: EdtfDate | null, publishedBy: ReadonlyMap<string, EdtfDate>): void {
  for (const name of ['title', 'label', 'short']) {
    const value = textAt(draft, [name]);
    if (value === null) continue;
    if (/\*[^*]+\*|`|<[A-Za-z]|\]\(/.test(value)) {
      advise(draft, draft.yaml?.rangeOf([name]) ?? [0, 0], {
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
    advise(draft, draft.yaml?.keyRangeOf(['sources']) ?? [0, 0], {
      rule: 'source-before-event',
      what: `Every source was published before the event happened (${date.text}).`,
      why: 'No source can report what came after it.',
      fix: 'Check the date; or write `status: announced` if the source only announces it.',
    });
  }
}

function checkList(draft: Draft, name: 'actors' | 'sources', pathOf: (i: number) => Path, known: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const i of arrayIn(draft.yaml?.data[name]).keys()) {
    const id = textAt(draft, pathOf(i));
    if (id === null) continue;
    if (seen.has(id)) {
      checkerOf(draft)(pathOf(i), {
        rule: 'duplicate-item',
        what: `\`${name}\` names \`${id}\` twice.`,
        why: 'It would be shown twice.',
        fix: name === 'sources' ? 'Keep one, and say in its `supports` all that it carries.' : 'Delete one of the two.',
      });
    }
    seen.add(id);
    if (!known.has(id)) reportUnknown(draft, pathOf(i), name, id, known, `\`${name}\``, (near) => name === 'sources' ? `  - id: ${near}` : `actors: [${near}]`);
  }
}

function checkFigures(draft: Draft, story: StoryParts, ids: Ids): void {
  const seen = new Set<string>();
  for (const i of arrayIn(draft.yaml?.data['figures']).keys()) {
    const measure = textAt(draft, ['figures', i, 'measure']);
    const source = textAt(draft, ['figures', i, 'source']);
    const asOf = dateAt(draft, ['figures', i, 'asOf']);
    if (measure !== null && story.draft && !story.measures.has(measure)) {
      reportUnknown(draft, ['figures', i, 'measure'], 'measures', measure, story.measures, '`measure`', (id) => `measure: ${id}`);
    }
    if (source !== null && !ids.sources.has(source)) {
      reportUnknown(draft, ['figures', i, 'source'], 'sources', source, ids.sources, '`source`', (id) => `source: ${id}`);
    }
    checkInExtent(draft, ['figures', i, 'asOf'], story.extent, checkerOf(draft));
    const key = `${measure ?? ''} ${asOf?.text ?? ''} ${source ?? ''}`;
    if (measure !== null && asOf && seen.has(key)) {
      checkerOf(draft)(['figures', i], {
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
function checkTogether(all: Drafts, story: StoryParts): void {
  const titles = new Map<string, Draft>();
  for (const draft of all.event) {
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
      why: 'Readers would meet the same event twice.',
      fix: 'Delete one of the two files, or give them titles that tell them apart.',
    });
  }

  const orders = new Map<number, Draft>();
  for (const draft of all.chapter) {
    const order = draft.yaml?.data['order'];
    if (typeof order !== 'number') continue;
    const twin = orders.get(order);
    if (twin) {
      checkerOf(draft)(['order'], {
        rule: 'duplicate-order',
        what: `\`order\` (${order}) is also that of ${twin.source.file}.`,
        why: 'Nobody could tell which chapter comes first.',
        fix: 'Give each chapter a number of its own.',
        example: `order: ${Math.max(...orders.keys()) + 1}`,
      });
    } else orders.set(order, draft);
  }

  const used = usedIds(all);
  for (const [kind, list] of [['source', used.sources], ['actor', used.actors], ['chapter', used.chapters]] as const) {
    for (const draft of all[kind]) {
      // A file that is not finished need not be in use.
      if (list.has(draft.id) || !draft.isWritten || all.event.length === 0) continue;
      advise(draft, [0, 0], {
        rule: `unused-${kind}`,
        what: kind === 'chapter' ? `No event is in the chapter \`${draft.id}\`.` : `Nothing refers to the ${kind} \`${draft.id}\`.`,
        why: kind === 'chapter' ? 'Readers would see a chapter without entries.' : `Readers would see ${kind === 'source' ? 'a source that supports' : 'an actor who does'} nothing.`,
        fix: kind === 'chapter' ? 'Give events this chapter, or delete the file.' : 'Refer to it where it belongs, or delete the file.',
      });
    }
  }
  if (!story.draft?.yaml || all.event.length === 0) return;
  for (const [list, known, inUse] of [['lanes', story.lanes, used.lanes], ['measures', story.measures, used.measures]] as const) {
    for (const [i, id] of [...known].entries()) {
      if (inUse.has(id)) continue;
      advise(story.draft, story.draft.yaml.rangeOf([list, i, 'id']), {
        rule: list === 'lanes' ? 'unused-lane' : 'unused-measure',
        what: list === 'lanes' ? `No event stands in the lane \`${id}\`.` : `No figure belongs to the measure \`${id}\`.`,
        why: 'Readers would see an empty row.',
        fix: 'Use it or delete it.',
      });
    }
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
        fix: 'Take the link out until the event is ready, or take `draft: true` out of that event.',
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

function usedIds(all: Drafts) {
  const used = {sources: new Set<string>(), actors: new Set<string>(), chapters: new Set<string>(), lanes: new Set<string>(), measures: new Set<string>()};
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
      for (const item of arrayIn((data?.['states'] as {items?: unknown} | undefined)?.items)) take(used.sources, (item as {source?: unknown} | null)?.source);
    }
  }
  return used;
}

function reportUnknown(
  draft: Draft, path: Path, place: Parameters<typeof reportUnknownId>[2], id: string, known: ReadonlySet<string>,
  where: string, exampleFor: (id: string) => string,
): void {
  draft.isWritten = false;
  reportUnknownId(reportTo(draft), draft.yaml?.rangeOf(path) ?? [0, 0], place, id, known, where, exampleFor);
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
