/** Whether the events of one day have an order, so that no effect comes before its cause. */
import type {Complaint} from '../../problems/problem.ts';
import {edtfFromText} from '../../schema/dates.ts';
import {WEIGHTS} from '../../schema/lists.ts';
import {byTelling, placeInTime} from '../../schema/order.ts';
import type {OrderedEvent} from '../../schema/order.ts';
import {advise, isGood, textAt} from '../draft.ts';
import type {Draft} from '../draft.ts';
import {isTimeZone} from './check-story.ts';

/** A side of a date that names a day. */
const NAMES_A_DAY = /^-?\d{4,}-\d\d-\d\d/;

const WHY =
  'The events of one day are ordered by their hour or their `order`; ' +
  'where these leave two equal, weight decides, then time, and an effect can come before its cause.';

interface Told {
  readonly draft: Draft;
  readonly event: OrderedEvent;
  readonly dayMs: number;
  readonly share: number;
  readonly hasHour: boolean;
}

/**
 * Advises where two events of one chapter are told on one day and nothing says which comes first. Drafts are left out:
 * readers do not meet them.
 *
 * @param zone - The story's; without one the problem has been reported already, and days are those of UTC.
 */
export function checkOrder(events: readonly Draft[], zone: string | null): void {
  const clock = zone !== null && isTimeZone(zone) ? zone : 'UTC';
  const days = new Map<string, Told[]>();
  for (const draft of events) {
    const told = toldFrom(draft, clock);
    if (!told) continue;
    if (told.hasHour && told.event.order !== null) adviseHourAndOrder(told);
    const key = `${textAt(draft, ['chapter']) ?? ''} ${told.dayMs}`;
    days.set(key, [...(days.get(key) ?? []), told]);
  }
  for (const day of days.values()) {
    day.sort((a, b) => byTelling(clock)(a.event, b.event));
    day.forEach((told, i) => {
      if (told.hasHour || day.length === 1) return;
      if (told.event.order === null) adviseMissing(told, day, i);
      else {
        const twin = day.slice(0, i).find(({event}) => event.order === told.event.order);
        if (twin) adviseShared(told, twin, day, i);
      }
    });
  }
}

/** What decides an event's order; null for a draft, for one whose fields have a problem, and for one without a day. */
function toldFrom(draft: Draft, zone: string): Told | null {
  const data = draft.yaml?.data;
  const [title, text, weight] = ['title', 'date', 'weight'].map((name) => textAt(draft, [name]));
  const order = data?.['order'] ?? null;
  if (data?.['draft'] === true || !draft.isWritten || !title || !text || (order !== null && typeof order !== 'number')) return null;
  const known = WEIGHTS.find((word) => word === weight);
  if (known === undefined || !isGood(draft, ['date'])) return null;
  const date = edtfFromText(text);
  const side = text.split('/')[date.earliestMs === null ? 1 : 0] ?? '';
  if (!NAMES_A_DAY.test(side)) return null;
  const event = {id: draft.id, title, date, order, weight: known};
  return {draft, event, ...placeInTime(event, zone), hasHour: date.precision === 'time'};
}

function adviseMissing(told: Told, day: readonly Told[], i: number): void {
  const {draft} = told;
  const others = day.filter((other) => other !== told);
  const near = day[i - 1] ?? day[i + 1]!;
  const more = others.length - 1;
  const same = `${near.draft.source.file}${more > 0 ? ` and ${more} more` : ''} of the same chapter ${more > 0 ? 'are' : 'is'}`;
  advise(draft, draft.yaml?.rangeOf(['date']) ?? [0, 0], {
    rule: 'order-missing',
    what: `${same} on the same day, and ${draft.source.file} has no \`order\`.`,
    why: WHY,
    ...fixOf(
      others.every(({hasHour}) => hasHour)
        ? 'Find out whether it came before or after and give it an `order` among the hours, where 0.5 is noon.'
        : 'Find out which came first and give each of them an `order`, the earliest the lowest.',
      day,
      i,
    ),
  });
}

function adviseShared(told: Told, twin: Told, day: readonly Told[], i: number): void {
  const {draft, event} = told;
  advise(draft, draft.yaml?.rangeOf(['order']) ?? [0, 0], {
    rule: 'order-shared',
    what: `${twin.draft.source.file} of the same chapter and day has the same \`order\` (${event.order}) as ${draft.source.file}.`,
    why: WHY,
    ...fixOf('Find out which came first and give it the lower number.', day, i),
  });
}

function adviseHourAndOrder({draft, event}: Told): void {
  advise(draft, draft.yaml?.rangeOf(['order']) ?? [0, 0], {
    rule: 'order-beside-hour',
    what: `\`order\` (${event.order}) changes nothing, since \`date\` (${event.date.text}) has an hour.`,
    why:
      'A reported hour is the event’s place in its day; ' +
      'those without one come before or after it by their `order`, where 0.5 is noon.',
    fix: 'Delete `order`.',
  });
}

function fixOf(fix: string, day: readonly Told[], i: number): Pick<Complaint, 'fix' | 'example'> {
  const place = placeBetween(day, i);
  return place === null ? {fix} : {fix: `${fix} This one would leave it where it is now:`, example: `order: ${place}`};
}

/**
 * A number that leaves an event where it is, between the nearest places that are given before and after it; as
 * short as tells it apart from its neighbours. Null if the two leave no room.
 */
function placeBetween(day: readonly Told[], i: number): number | null {
  const isGiven = (told: Told, at: number) =>
    told.hasHour || (told.event.order !== null && !day.slice(0, at).some(({event}) => event.order === told.event.order));
  let first = i;
  while (first > 0 && !isGiven(day[first - 1]!, first - 1)) first--;
  let last = i;
  while (last + 1 < day.length && !isGiven(day[last + 1]!, last + 1)) last++;
  const from = day[first - 1]?.share ?? 0;
  const step = ((day[last + 1]?.share ?? 1) - from) / (last - first + 2);
  const digits = [1, 2, 3, 4].find((count) => 10 ** -count <= step / 2);
  return digits === undefined ? null : Number((from + step * (i - first + 1)).toFixed(digits));
}
