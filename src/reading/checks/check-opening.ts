/** What can be wrong with the first picture of a story and with its replay: stretches, days, and what was public on them. */
import {endsBefore, firstMs, lastMs, reachesOutside, startOf} from '../../schema/dates.ts';
import type {EdtfDate} from '../../schema/content.ts';
import {arrayIn, checkerOf, dateAt, textAt, valueAt} from '../draft.ts';
import type {Checker, Draft, Drafts, Ids, StoryParts} from '../draft.ts';
import type {Path} from '../read-yaml.ts';
import {checkInExtent, reportUnknown} from './check-references.ts';

export function checkOpening(all: Drafts, {draft, extent}: StoryParts, ids: Ids): void {
  if (!draft?.yaml) return;
  const report = checkerOf(draft);
  for (const path of [
    ['opening', 'window'],
    ['opening', 'compactWindow'],
    ['replay', 'date'],
  ]) {
    checkStretch(draft, path, report);
    checkInExtent(draft, path, extent, report);
  }
  for (const path of [
    ['opening', 'playhead'],
    ['opening', 'day'],
  ]) {
    checkDay(draft, path, report);
    checkInExtent(draft, path, extent, report);
  }
  checkCounters(draft, ids);
  checkCaptions(all, draft, ids, report);
}

function checkStretch(draft: Draft, path: Path, report: Checker): void {
  const date = dateAt(draft, path);
  if (!date || (date.precision === 'interval' && date.earliestMs !== null && date.latestMs !== null)) return;
  report(path, {
    rule: 'extent-open',
    what: `\`${String(path.at(-1))}\` of \`${String(path[0])}\` (${date.text}) has no first and last day.`,
    why: 'It is shown from one to the other.',
    fix: 'Write an interval with two days.',
    example: `${String(path.at(-1))}: "1969-07-16/1969-07-24"`,
  });
}

/** @returns Whether it is one. */
function checkDay(draft: Draft, path: Path, report: Checker): boolean {
  const date = dateAt(draft, path);
  if (!date || date.precision === 'day') return true;
  report(path, {
    rule: 'not-a-day',
    what: `\`${String(path.at(-1))}\` (${date.text}) is not one day.`,
    why: 'The timeline goes from day to day.',
    fix: 'Write year, month and day.',
    example: `${String(path.at(-1))}: "1969-07-20"`,
  });
  return false;
}

function checkCounters(draft: Draft, ids: Ids): void {
  for (const i of arrayIn(valueAt(draft, ['replay', 'counters'])).keys()) {
    const path = ['replay', 'counters', i, 'measure'] as const;
    const measure = textAt(draft, path);
    if (measure === null || ids.measures.has(measure)) continue;
    reportUnknown(draft, path, {place: 'measures', id: measure, known: ids.measures});
  }
}

/** Captions follow the order of days, within the replay, and say nothing that was not public on their day. */
function checkCaptions(all: Drafts, draft: Draft, ids: Ids, report: Checker): void {
  const played = dateAt(draft, ['replay', 'date']);
  let before: EdtfDate | null = null;
  for (const i of arrayIn(valueAt(draft, ['replay', 'captions'])).keys()) {
    const path = ['replay', 'captions', i] as const;
    const day = dateAt(draft, [...path, 'day']);
    if (!day || !checkDay(draft, [...path, 'day'], report)) continue;
    if (played?.precision === 'interval' && reachesOutside(day, played)) {
      report([...path, 'day'], {
        rule: 'caption-outside-replay',
        what: `\`day\` (${day.text}) lies outside the replay, which runs from ${played.text.replace('/', ' to ')}.`,
        why: 'The replay never comes to that day.',
        fix: 'Check the day; or widen `date` of the replay.',
        example: `day: "${startOf(played).text}"`,
      });
    }
    if (before && endsBefore(day, before)) {
      report([...path, 'day'], {
        rule: 'captions-out-of-order',
        what: `This caption (${day.text}) comes after one of a later day (${before.text}).`,
        why: 'The replay goes through the days in their order.',
        fix: 'Put the captions in the order of their days.',
      });
    }
    before = day;
    checkEventOfCaption(all, draft, path, day, ids, report);
  }
}

function checkEventOfCaption(all: Drafts, draft: Draft, path: Path, day: EdtfDate, ids: Ids, report: Checker): void {
  const id = textAt(draft, [...path, 'event']);
  if (id === null) return;
  if (!ids.events.has(id)) {
    reportUnknown(draft, [...path, 'event'], {place: 'events', id, known: ids.events});
    return;
  }
  const event = all.event.find((other) => other.id === id);
  const date = event ? dateAt(event, ['date']) : null;
  const known = event ? (dateAt(event, ['known']) ?? (date && startOf(date))) : null;
  if (known === null || firstMs(known) <= lastMs(day)) return;
  report([...path, 'event'], {
    rule: 'caption-known-later',
    what: `The event \`${id}\` became public on ${known.text}, after the day of this caption (${day.text}).`,
    why: 'The replay shows each day as the public knew it.',
    fix: 'Move the caption to that day, or name an event that was public.',
    example: `day: "${known.text.slice(0, 10)}"`,
  });
}
