/** Everything that can be wrong with content whose fields are all there: dates against dates, ids against ids. */
import {shown} from '../../problems/quoted.ts';
import type {EdtfDate} from '../../schema/content.ts';
import {endsBefore, lastMs, startOf} from '../../schema/dates.ts';
import {advise, arrayIn, checkerOf, dateAt, errorCount, isBlank, isGood, textAt} from '../draft.ts';
import type {Draft, Drafts, Ids, StoryParts} from '../draft.ts';
import type {Path} from '../read-yaml.ts';
import {adviseWords} from './advise-words.ts';
import {checkKeywords} from './check-keywords.ts';
import {checkLanguage} from './check-language.ts';
import {checkOpening} from './check-opening.ts';
import {checkOrder} from './check-order.ts';
import {checkInExtent, nearestYear, reportUnknown} from './check-references.ts';
import {checkStory, isTimeZone} from './check-story.ts';
import {checkTogether} from './check-together.ts';
import {DAY_MS} from '../../schema/lengths.ts';
import {wallClockMs} from '../../schema/wall-clock.ts';

/** Longest text, in characters, that does not stop the flow of the story. */
const TEXT_ADVICE_MAX = 1600;

/** Longest first paragraph, in characters, that still tells the event in one breath. */
const SUMMARY_ADVICE_MAX = 280;

/** Where copies of pages are kept. */
const ARCHIVES =
  /(?:^|\.)(?:archive\.(?:org|is|today|ph|md|li|vn|fo)|perma\.cc|webcitation\.org|webcache\.googleusercontent\.com|cachedview\.nl)$/i;

/** Reports what is wrong in each file, and what is wrong only beside the others. */
export function checkContent(all: Drafts, story: StoryParts, ids: Ids): void {
  checkStory(story, ids);
  checkOpening(all, story, ids);
  for (const draft of all.source) checkSource(draft);
  for (const draft of all.chapter) checkChapter(draft, story);
  const publishedBy = new Map(
    all.source.flatMap((draft) => {
      const published = dateAt(draft, ['published']);
      return published ? [[draft.id, published] as const] : [];
    }),
  );
  for (const draft of all.event) checkEvent(draft, story, ids, publishedBy);
  for (const draft of Object.values(all).flat()) adviseWords(draft);
  checkKeywords(all, story);
  checkTogether(all, story);
  checkOrder(all.event, story.draft ? textAt(story.draft, ['zone']) : null);
}

function checkSource(draft: Draft): void {
  checkLanguage(draft);
  const url = textAt(draft, ['url']);
  if (url !== null && isGood(draft, ['url']) && URL.canParse(url) && ARCHIVES.test(new URL(url).hostname)) {
    const original = /\/(https?:\/\/.+)$/.exec(url.slice(8))?.[1]?.replace(/^http:/, 'https:');
    checkerOf(draft)(['url'], {
      rule: 'url-is-archive',
      what: `\`url\` (${shown(url)}) is the address of an archived copy.`,
      why: 'Readers are told that it is the original’s own address.',
      fix: 'Give the copy in `archiveUrl`, and in `url` the original’s address or nothing.',
      example: `${original ? `url: ${original}\n` : ''}archiveUrl: ${url}`,
    });
  }
  // A broken address is reported as such.
  if (textAt(draft, ['kind']) === 'consulted' && url === null && isGood(draft, ['url'])) {
    checkerOf(draft)(['kind'], {
      rule: 'consulted-without-address',
      what: 'The source is `consulted` but has no `url`.',
      why: 'It supports what no article of the story says, so readers must be able to open it.',
      fix: 'Add the address of the report itself; if it has none, look for another report that says the same.',
      example: 'url: https://example.org/1969/07/21/men-walk-on-moon/',
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
  const date = dateAt(draft, ['date']);
  if (date && (date.earliestMs === null || date.latestMs === null)) {
    checkerOf(draft)(['date'], {
      rule: 'extent-open',
      what: `\`date\` of the chapter (${date.text}) has no first or no last day.`,
      why: 'The timeline shows this stretch when the chapter is chosen.',
      fix: 'Write an interval with two days.',
      example: 'date: "1969-07-16/1969-07-24"',
    });
  }
  checkInExtent(draft, ['date'], extent, checkerOf(draft));
  checkTitleKnown(draft, extent);
  if (draft.body && isBlank(draft)) {
    advise(draft, [draft.bodyRange?.[0] ?? 0, draft.bodyRange?.[0] ?? 0], {
      rule: 'empty-body',
      what: 'The chapter has no text under its fields.',
      why: 'A chapter opens with a sentence or two of its own.',
      fix: 'Write them under the second `---`.',
    });
  }
}

function checkTitleKnown(draft: Draft, extent: EdtfDate | null): void {
  const titleKnown = dateAt(draft, ['titleKnown']);
  if (!titleKnown) return;
  if (titleKnown.precision !== 'day') {
    checkerOf(draft)(['titleKnown'], {
      rule: 'not-a-day',
      what: `\`titleKnown\` (${titleKnown.text}) is not one day.`,
      why: 'From that day on the replay shows the title.',
      fix: 'Write year, month and day.',
      example: 'titleKnown: "1969-07-20"',
    });
  }
  checkInExtent(draft, ['titleKnown'], extent, checkerOf(draft));
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
  const [first, last] = date?.text.split('/') ?? [];
  if (date && first === last && first !== undefined) {
    report(['date'], {
      rule: 'interval-of-one',
      severity: 'advice',
      what: `\`date\` (${date.text}) begins and ends with the same date.`,
      why: 'Readers would be told of a stretch of time where there is none.',
      fix: 'Write the date once.',
      example: `date: "${first}"`,
    });
  }
  if (
    date &&
    data['happened'] !== undefined &&
    isGood(draft, ['happened']) &&
    (date.precision !== 'interval' || date.earliestMs === null || date.latestMs === null)
  ) {
    report(['happened'], {
      rule: 'happened-without-interval',
      what: `\`happened\` needs a \`date\` with two ends, and \`date\` is ${date.text}.`,
      why: 'It says how the time between the two ends was filled.',
      fix: 'Delete `happened`, or write the first and the last day.',
      example: `date: "${date.precision === 'day' ? `${date.text.replace(/[~?%]$/, '')}/${nextDay(date)}` : '1969-07-16/1969-07-24'}"`,
    });
  }

  if (
    date &&
    data['happened'] === 'within' &&
    data['known'] === undefined &&
    date.precision === 'interval' &&
    !isWithinOneDay(date, story)
  ) {
    const day = firstReportedOn(draft, date, publishedBy);
    const fix =
      'Find out on which day the public could first know of it, such as that of a statement, a filing or a report, and write it in `known`.';
    report(['happened'], {
      rule: 'within-without-known',
      severity: data['draft'] === true ? 'advice' : 'error',
      what: `The event happened at one moment within ${date.text}, and has no \`known\`.`,
      why: 'Nobody could know on the first of those days that it was to happen by the last, and there the replay would show it.',
      fix: day === null ? fix : `${fix} On ${day} it was public, for by then a source of it had come out:`,
      example: day === null ? '' : `known: "${day}"`,
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
  if (lane !== null && story.knowsLanes && !story.lanes.has(lane))
    reportUnknown(
      draft,
      ['lane'],
      'lanes',
      lane,
      story.lanes,
      '`lane`',
      (id) => `lane: ${id}`,
      story.laneNames.get(lane.trim().toLowerCase()) ?? null,
    );
  const chapter = textAt(draft, ['chapter']);
  if (chapter !== null && !ids.chapters.has(chapter))
    reportUnknown(draft, ['chapter'], 'chapters', chapter, ids.chapters, '`chapter`', (id) => `chapter: ${id}`);

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
    } else if (corrected && date && endsBefore(corrected, startOf(date))) {
      report(['corrections', i, 'date'], {
        rule: 'correction-too-early',
        what: `The correction (${corrected.text}) was made before the event happened (${date.text}).`,
        why: 'Only what has been published can be corrected.',
        fix: 'Check the year: it is the day on which the entry was changed.',
        example: 'date: "2026-11-23"',
      });
    } else if (corrected && story.updated && endsBefore(story.updated, corrected)) {
      report(['corrections', i, 'date'], {
        rule: 'correction-after-update',
        severity: 'advice',
        what: `The correction (${corrected.text}) is later than \`updated\` in story.yaml (${story.updated.text}).`,
        why: 'Readers would be told that nothing has changed since then.',
        fix: 'Write this day in `updated` of story.yaml.',
        example: `updated: "${corrected.text}"`,
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
        example:
          '<Disagreement question="Who spoke first?">\n  <Position says="Armstrong" source="times-1969-07-21" />\n  <Position says="Mission control" source="post-1969-07-21" />\n</Disagreement>',
      });
    }
  }
  checkEventText(draft, known ?? (date ? startOf(date) : null));
  adviseEvent(draft, date, publishedBy);
}

/**
 * The day by which the first of an event's sources had come out; null where that says nothing of the event, because it
 * came out before it, or because the day of one of them is not known.
 */
function firstReportedOn(draft: Draft, date: EdtfDate, publishedBy: ReadonlyMap<string, EdtfDate>): string | null {
  const days = arrayIn(draft.yaml?.data['sources']).map((use) => {
    const published = publishedBy.get(String((use as {id?: unknown} | null)?.id));
    return published?.latestMs ?? null;
  });
  if (days.length === 0 || days.includes(null)) return null;
  const firstMs = Math.min(...(days as number[]));
  return firstMs < (date.earliestMs ?? -Infinity) ? null : dayText(firstMs);
}

/** The day that holds an instant, as it is written in a date. */
function dayText(ms: number): string {
  const day = new Date(Math.floor(ms / DAY_MS) * DAY_MS).toISOString().slice(0, -'T00:00:00.000Z'.length);
  return day.replace(/^([+-]?)00(?=\d{4}-)/, '$1').replace('+', '');
}

function checkEventText(draft: Draft, known: EdtfDate | null): void {
  const {body} = draft;
  if (!body) return;
  const summaryLength = body.summary.length;
  if (isBlank(draft) || (body.text === '' && errorCount(draft.problems) === 0)) {
    const at = draft.bodyRange?.[0] ?? 0;
    advise(draft, [at, at], {
      rule: 'empty-body',
      what: 'The event has no text under its fields.',
      why: 'Readers would see a headline and nothing else.',
      fix: 'Write one to four sentences under the second `---`.',
    });
  }
  if (body.text !== '' && errorCount(draft.problems) === 0 && (summaryLength === 0 || summaryLength > SUMMARY_ADVICE_MAX)) {
    advise(draft, draft.bodyRange ?? [0, 0], {
      rule: 'summary-length',
      what:
        summaryLength === 0 ? 'The text does not begin with a paragraph of words.' : `The first paragraph has ${summaryLength} characters.`,
      why: `The first paragraph is the summary wherever the event is listed; up to ${SUMMARY_ADVICE_MAX} characters tell it in one breath.`,
      fix:
        summaryLength > SUMMARY_ADVICE_MAX
          ? 'Leave an empty line after the sentence that says what happened.'
          : 'Say in the first paragraph what happened.',
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
  const title = textAt(draft, ['title']);
  const letters = title?.replace(/[^\p{L}]/gu, '') ?? '';
  if (
    title !== null &&
    (/[^.]\.$/.test(title) || (letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()))
  ) {
    const isLoud = !title.endsWith('.');
    advise(draft, draft.yaml?.rangeOf(['title']) ?? [0, 0], {
      rule: 'title-style',
      what: isLoud ? '`title` is written in capitals only.' : '`title` ends with a full stop.',
      why: isLoud
        ? 'Capitals are hard to read, and some screen readers spell them out.'
        : 'Titles are headlines, and stand beside others that have none.',
      fix: isLoud ? 'Write it as in a sentence.' : 'Delete the full stop.',
      example: `title: ${JSON.stringify(isLoud ? title[0] + title.slice(1).toLowerCase() : title.slice(0, -1))}`,
    });
  }
  if (!draft.isWritten || !date || date.earliestMs === null || draft.yaml?.data['status'] === 'announced') return;
  const sources = arrayIn(draft.yaml?.data['sources']);
  const published = sources.map((use) => {
    const id = (use as {id?: unknown} | null)?.id;
    return typeof id === 'string' ? (publishedBy.get(id) ?? null) : null;
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
    if (!known.has(id))
      reportUnknown(draft, pathOf(i), name, id, known, `\`${name}\``, (near) =>
        name === 'sources' ? `  - id: ${near}` : `actors: [${near}]`,
      );
  }
}

/** Whether the two ends of an interval are hours of one day of the story. */
function isWithinOneDay({earliestMs, latestMs}: EdtfDate, {draft}: StoryParts): boolean {
  if (earliestMs === null || latestMs === null || latestMs - earliestMs >= DAY_MS) return false;
  const zone = draft && textAt(draft, ['zone']);
  const [first, last] = [earliestMs, latestMs].map((ms) => Math.floor((zone && isTimeZone(zone) ? wallClockMs(ms, zone) : ms) / DAY_MS));
  return first === last;
}

function checkFigures(draft: Draft, story: StoryParts, ids: Ids): void {
  const seen = new Set<string>();
  for (const i of arrayIn(draft.yaml?.data['figures']).keys()) {
    const measure = textAt(draft, ['figures', i, 'measure']);
    const source = textAt(draft, ['figures', i, 'source']);
    const asOf = dateAt(draft, ['figures', i, 'asOf']);
    if (measure !== null && story.knowsMeasures && !story.measures.has(measure)) {
      reportUnknown(draft, ['figures', i, 'measure'], 'measures', measure, story.measures, '`measure`', (id) => `measure: ${id}`);
    }
    if (source !== null && !ids.sources.has(source)) {
      reportUnknown(draft, ['figures', i, 'source'], 'sources', source, ids.sources, '`source`', (id) => `source: ${id}`);
    }
    if (asOf && (asOf.earliestMs === null || asOf.latestMs === null)) {
      checkerOf(draft)(['figures', i, 'asOf'], {
        rule: 'extent-open',
        what: `\`asOf\` (${asOf.text}) has no first or no last day.`,
        why: 'The chart’s step stands at the day the number is true for.',
        fix: 'Write the day, or the month or year where the day is not known.',
        example: `asOf: "${startOf(asOf).text}"`,
      });
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

function nextDay(date: EdtfDate): string {
  return new Date(lastMs(date) + 1).toISOString().slice(0, 10);
}
