/** What can be wrong with story.yaml once its fields are all there. */
import {nearestName} from '../../problems/nearest.ts';
import {shown} from '../../problems/quoted.ts';
import type {EdtfDate} from '../../schema/content.ts';
import {endsBefore, firstMs, startOf} from '../../schema/dates.ts';
import {ID, idFromName} from '../../schema/ids.ts';
import {arrayIn, checkerOf, dateAt, isGood, textAt} from '../draft.ts';
import type {Draft, Ids, StoryParts} from '../draft.ts';
import type {Path} from '../read-yaml.ts';
import {checkLanguage} from './check-language.ts';
import {checkInExtent, reportUnknown} from './check-references.ts';

export function checkStory({draft, extent}: StoryParts, ids: Ids): void {
  if (!draft?.yaml) return;
  checkStretches(draft, extent);
  checkReels(draft, extent);
  checkDays(draft, extent);
  for (const path of [['bracket', 'date'], ['firstDay']]) checkInExtent(draft, path, extent, checkerOf(draft));
  checkZones(draft);
  checkLanguage(draft);
  for (const list of ['lanes', 'measures']) checkIds(draft, list);
  checkStates(draft, extent, ids);
}

/** Whether a date is an interval with a first and a last day. */
function isClosed({precision, earliestMs, latestMs}: EdtfDate): boolean {
  return precision === 'interval' && earliestMs !== null && latestMs !== null;
}

function checkStretches(draft: Draft, extent: EdtfDate | null): void {
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
  if (bracket && !isClosed(bracket)) {
    report(['bracket', 'date'], {
      rule: 'extent-open',
      what: `\`date\` of \`bracket\` (${bracket.text}) has no first and last day.`,
      why: 'The bracket is drawn from one to the other.',
      fix: 'Write an interval with two days.',
      example: 'date: "1969-07-16/1969-07-24"',
    });
  }
}

function checkReels(draft: Draft, extent: EdtfDate | null): void {
  const report = checkerOf(draft);
  let before: EdtfDate | null = null;
  for (const i of arrayIn(draft.yaml?.data['reels']).keys()) {
    const path = ['reels', i, 'date'] as const;
    const reel = dateAt(draft, path);
    if (!reel) continue;
    if (!isClosed(reel)) {
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
    if (before && reel.earliestMs! <= before.latestMs!) {
      report(path, {
        rule: 'reels-out-of-order',
        what: `This reel (${reel.text}) begins before the one above it (${before.text}) is over.`,
        why: 'Reels are side by side in order of time, and no day is in two of them.',
        fix: 'Put the reels in order, each beginning after the last day of the one before.',
      });
    }
    before = reel;
  }
}

function checkDays(draft: Draft, extent: EdtfDate | null): void {
  const report = checkerOf(draft);
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
      why: 'Readers see the day of the last change.',
      fix: 'Write year, month and day.',
      example: 'updated: "2026-11-23"',
    });
  }
  if (updated && extent && endsBefore(updated, extent)) {
    report(['updated'], {
      rule: 'updated-too-early',
      what: `\`updated\` (${updated.text}) lies before the story begins (${startOf(extent).text}).`,
      why: 'Readers see the day of the last change.',
      fix: 'Write the day on which the story was last changed.',
      example: 'updated: "2026-11-23"',
    });
  }
}

function checkZones(draft: Draft): void {
  const report = checkerOf(draft);
  const listed = arrayIn(draft.yaml?.data['zones']).map((_, i): Path => ['zones', i, 'zone']);
  for (const path of [['zone'], ...listed]) {
    const zone = textAt(draft, path);
    if (zone === null || !isGood(draft, path) || isTimeZone(zone)) continue;
    const near = nearestName(zone, Intl.supportedValuesOf('timeZone'));
    report(path, {
      rule: 'unknown-zone',
      what: `\`zone\` (${shown(zone)}) is not a time zone.`,
      why: 'Hours could not be shown.',
      fix: near ? `Did you mean \`${near}\`?` : 'Write a name of the IANA list: continent, slash, city.',
      example: `zone: ${near ?? 'Europe/Paris'}`,
    });
  }
  const zones = listed.map((path) => textAt(draft, path));
  for (const [i, zone] of zones.entries()) {
    if (zone === null || zones.indexOf(zone) === i) continue;
    report(listed[i]!, {
      rule: 'duplicate-zone',
      what: `\`zones\` has ${shown(zone)} twice.`,
      why: 'Readers would be offered the same hours under two names.',
      fix: 'Delete one of the two.',
    });
  }
}

function checkIds(draft: Draft, list: string): void {
  const report = checkerOf(draft);
  const seen = new Set<string>();
  for (const [i, item] of arrayIn(draft.yaml?.data[list]).entries()) {
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

function checkStates(draft: Draft, extent: EdtfDate | null, ids: Ids): void {
  const report = checkerOf(draft);
  let before: EdtfDate | null = null;
  for (const [i, state] of arrayIn((draft.yaml?.data['states'] as {items?: unknown} | undefined)?.items).entries()) {
    const path = ['states', 'items', i] as const;
    const item = state as {event?: unknown; source?: unknown} | null;
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
      reportUnknown(draft, [...path, 'event'], {place: 'events', id: item.event, known: ids.events});
    }
    if (typeof item?.source === 'string' && !ids.sources.has(item.source)) {
      reportUnknown(draft, [...path, 'source'], {place: 'sources', id: item.source, known: ids.sources});
    }
  }
}

/** Whether a text is a time zone that hours can be shown in. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: zone});
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
