/** An event: its dates against each other and the story, what it refers to, what disputes it, its text. */
import type {EdtfDate} from '../../schema/content.ts';
import {endsBefore, lastMs, startOf} from '../../schema/dates.ts';
import {DAY_MS} from '../../schema/lengths.ts';
import {arrayIn, checkerOf, dateAt, isGood, textAt} from '../draft.ts';
import type {Draft, Ids, StoryParts} from '../draft.ts';
import type {Path} from '../read-yaml.ts';
import {KNOWN_TOO_EARLY} from './whys.ts';
import {adviseEvent, checkEventText} from './check-event-text.ts';
import {wallClockMs} from '../../schema/wall-clock.ts';
import {isTimeZone} from './check-story.ts';
import {checkInExtent, nearestYear, reportUnknown} from './check-references.ts';

export function checkEvent(draft: Draft, story: StoryParts, ids: Ids, publishedBy: ReadonlyMap<string, EdtfDate>): void {
  if (!draft.yaml) return;
  const {data} = draft.yaml;
  const date = dateAt(draft, ['date']);
  const known = dateAt(draft, ['known']);
  if (date) {
    checkDates(draft, data, date, known);
    checkWithin(draft, data, date, story, publishedBy);
  }
  checkInStory(draft, data['weight'] === 'context', date, known, story);
  checkReferences(draft, story, ids);
  checkCorrections(draft, data, date, story);
  if (data['status'] === 'disputed') checkDispute(draft, data);
  checkEventText(draft, known ?? (date ? startOf(date) : null));
  adviseEvent(draft, date, publishedBy);
}

type Data = Readonly<Record<string, unknown>>;

function checkDates(draft: Draft, data: Data, date: EdtfDate, known: EdtfDate | null): void {
  const report = checkerOf(draft);
  if (known && endsBefore(known, date) && data['status'] !== 'announced') {
    report(['known'], {
      rule: 'known-before-date',
      what: `\`known\` (${known.text}) is before \`date\` (${date.text}).`,
      why: KNOWN_TOO_EARLY,
      fix: 'Swap the two if they were mixed up; delete `known` if the event was public at once; or write `status: announced`.',
      example: `date: "${known.text}"\nknown: "${date.text}"`,
    });
  }
  const [first, last] = date.text.split('/');
  if (first === last && first !== undefined) {
    report(['date'], {
      rule: 'interval-of-one',
      severity: 'advice',
      what: `\`date\` (${date.text}) begins and ends with the same date.`,
      why: 'Readers would read of a stretch of time that never was.',
      fix: 'Write the date once.',
      example: `date: "${first}"`,
    });
  }
  if (
    data['happened'] !== undefined &&
    isGood(draft, ['happened']) &&
    (date.precision !== 'interval' || date.earliestMs === null || date.latestMs === null)
  ) {
    report(['happened'], {
      rule: 'happened-without-interval',
      what: `\`happened\` needs a \`date\` with two ends, and \`date\` is ${date.text}.`,
      why: 'It says what happened between the two dates.',
      fix: 'Delete `happened`, or write the first and the last day.',
      example: `date: "${date.precision === 'day' ? `${date.text.replace(/[~?%]$/, '')}/${nextDay(date)}` : '1969-07-16/1969-07-24'}"`,
    });
  }
}

/** One moment of an unknown day needs the day on which it became public. */
function checkWithin(draft: Draft, data: Data, date: EdtfDate, story: StoryParts, publishedBy: ReadonlyMap<string, EdtfDate>): void {
  if (data['happened'] !== 'within' || data['known'] !== undefined || date.precision !== 'interval' || isWithinOneDay(date, story)) return;
  const day = firstReportedOn(draft, date, publishedBy);
  const fix =
    'Find the day on which the public could first know of it, such as that of a statement, a filing or a report, and write it in `known`.';
  checkerOf(draft)(['happened'], {
    rule: 'within-without-known',
    severity: data['draft'] === true ? 'advice' : 'error',
    what: `The event happened at one moment within ${date.text}, and has no \`known\`.`,
    why: 'On the first of those days nobody could know that it would happen by the last, but the replay would show it then.',
    fix: day === null ? fix : `${fix} It was public on ${day}, when a source of it came out:`,
    example: day === null ? '' : `known: "${day}"`,
  });
}

/** Whether the two ends of an interval are hours of one day of the story. */
function isWithinOneDay({earliestMs, latestMs}: EdtfDate, {draft}: StoryParts): boolean {
  if (earliestMs === null || latestMs === null || latestMs - earliestMs >= DAY_MS) return false;
  const zone = draft && textAt(draft, ['zone']);
  const [first, last] = [earliestMs, latestMs].map((ms) => Math.floor((zone && isTimeZone(zone) ? wallClockMs(ms, zone) : ms) / DAY_MS));
  return first === last;
}

/** Context stays off the axis, so it may lie anywhere before the day the story was last changed. */
function checkInStory(draft: Draft, isContext: boolean, date: EdtfDate | null, known: EdtfDate | null, story: StoryParts): void {
  const report = checkerOf(draft);
  if (date && isContext && story.extent) {
    const last = story.updated ?? story.extent;
    if (endsBefore(last, date)) {
      report(['date'], {
        rule: 'outside-story',
        what: `\`date\` (${date.text}) lies after the last change to the story (${last.text}).`,
        why: 'What has not happened yet cannot be reported.',
        fix: 'Check the year.',
        example: `date: "${nearestYear(date, story.extent)}"`,
      });
    }
  } else {
    checkInExtent(draft, ['date'], story.extent, report);
    if (known && story.extent && endsBefore(story.extent, known)) checkInExtent(draft, ['known'], story.extent, report);
  }
}

function checkReferences(draft: Draft, story: StoryParts, ids: Ids): void {
  const lane = textAt(draft, ['lane']);
  if (lane !== null && story.knowsLanes && !story.lanes.has(lane))
    reportUnknown(draft, ['lane'], {
      place: 'lanes',
      id: lane,
      known: story.lanes,
      meant: story.laneNames.get(lane.trim().toLowerCase()) ?? null,
    });
  const chapter = textAt(draft, ['chapter']);
  if (chapter !== null && !ids.chapters.has(chapter))
    reportUnknown(draft, ['chapter'], {place: 'chapters', id: chapter, known: ids.chapters});

  checkList(draft, 'actors', (i) => ['actors', i], ids.actors);
  checkList(draft, 'sources', (i) => ['sources', i, 'id'], ids.sources);
  checkFigures(draft, story, ids);
}

function checkCorrections(draft: Draft, data: Data, date: EdtfDate | null, story: StoryParts): void {
  const report = checkerOf(draft);
  for (const i of arrayIn(data['corrections']).keys()) {
    const corrected = dateAt(draft, ['corrections', i, 'date']);
    if (corrected && corrected.precision !== 'day') {
      report(['corrections', i, 'date'], {
        rule: 'not-a-day',
        what: `\`date\` of the correction (${corrected.text}) is not one day.`,
        why: 'Readers see the day it was made.',
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
        why: 'The page would say that nothing has changed since then.',
        fix: 'Write this day in `updated` of story.yaml.',
        example: `updated: "${corrected.text}"`,
      });
    }
  }
}

function checkDispute(draft: Draft, data: Data): void {
  const report = checkerOf(draft);
  const severity = data['draft'] === true ? 'advice' : 'error';
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
      why: 'Readers should see what is disputed, and by whom.',
      fix: 'Add a <Disagreement> with at least two versions, or choose another `status`.',
      example:
        '<Disagreement question="Who spoke first?">\n  <Position says="Armstrong" source="times-1969-07-21" />\n' +
        '  <Position says="Mission control" source="post-1969-07-21" />\n</Disagreement>',
    });
  }
}

/**
 * The day on which the first of an event's sources came out; null if that says nothing about the event, because it
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
        fix: name === 'sources' ? 'Keep one, and say in its `supports` everything that it supports.' : 'Delete one of the two.',
      });
    }
    seen.add(id);
    if (!known.has(id))
      reportUnknown(draft, pathOf(i), {
        place: name,
        id,
        known,
        where: `\`${name}\``,
        exampleFor: (near) => (name === 'sources' ? `  - id: ${near}` : `actors: [${near}]`),
      });
  }
}

function checkFigures(draft: Draft, story: StoryParts, ids: Ids): void {
  const seen = new Set<string>();
  for (const i of arrayIn(draft.yaml?.data['figures']).keys()) {
    const measure = textAt(draft, ['figures', i, 'measure']);
    const source = textAt(draft, ['figures', i, 'source']);
    const asOf = dateAt(draft, ['figures', i, 'asOf']);
    if (measure !== null && story.knowsMeasures && !story.measures.has(measure)) {
      reportUnknown(draft, ['figures', i, 'measure'], {place: 'measures', id: measure, known: story.measures});
    }
    if (source !== null && !ids.sources.has(source)) {
      reportUnknown(draft, ['figures', i, 'source'], {place: 'sources', id: source, known: ids.sources});
    }
    if (asOf && (asOf.earliestMs === null || asOf.latestMs === null)) {
      checkerOf(draft)(['figures', i, 'asOf'], {
        rule: 'extent-open',
        what: `\`asOf\` (${asOf.text}) has no first or no last day.`,
        why: 'The chart’s step is at the day the number is true for.',
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
