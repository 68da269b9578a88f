import type {DateError} from './date-error.ts';
import {isPoint} from './date-points.ts';
import {pointFrom} from './meant-date.ts';
import {FORM_WHY, refused} from './refused-date.ts';

const UTC_FIX = 'Write the same moment in UTC, ending with Z.';

/** Hours that clocks of a zone are behind UTC; only names that mean one thing in dated prose. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  EST: 5,
  EDT: 4,
  CST: 6,
  CDT: 5,
  MST: 7,
  MDT: 6,
  PST: 8,
  PDT: 7,
  BST: -1,
  CET: -1,
  CEST: -2,
  JST: -9,
};

/** A day, a time, `am` or `pm`, a zone, and a day that may come last instead. */
const CLOCK = new RegExp(
  [
    /^(?:(.*?\d)[\sT,]+)?/,
    /(?:at\s+)?(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?(?:\.\d+)?\s*([ap]\.?m\.?)?/,
    /\s*\(?(Z|[A-Za-z]{3,4})?\)?/,
    /(?:[\s,]+(.+))?$/,
  ]
    .map(({source}) => source)
    .join(''),
  'i',
);

/** Another clock than UTC, or a time that is half there. */
export function refusalOfTime(text: string, plain: string): DateError | null {
  const zoneless = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?$/.exec(plain);
  if (zoneless) {
    return refused(
      `\`${text}\` has a time but no time zone.`,
      'Give the time in UTC and end it with Z (10 in the morning in Los Angeles in winter is 18:00Z), or leave the time out.',
      `${zoneless[1]}T${zoneless[2]}Z`,
      'date-no-zone',
      'The same clock time is a different moment in every zone, so the mark could be hours off.',
    );
  }
  const offset = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::\d\d)?(?:\.\d+)? ?([+-]\d\d):?(\d\d)?$/.exec(plain);
  if (offset) {
    const atMs = Date.parse(`${offset[1]}T${offset[2]}:00${offset[3]}:${offset[4] ?? '00'}`);
    return refused(
      `\`${text}\` gives its time in another zone than UTC.`,
      UTC_FIX,
      Number.isNaN(atMs) ? `${offset[1]}T${offset[2]}Z` : minuteText(atMs),
      'date-not-utc',
      'Times are stored in UTC so that no reader’s zone can shift them.',
    );
  }
  const written = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?[Zz]([~?%]?)$/.exec(plain);
  if (written) {
    return refused(
      `\`${text}\` is not a date-time we can read.`,
      'Write it with a capital T and Z, to the minute or the second, without signs of doubt.',
      `${written[1]}T${written[2]}Z`,
      'date-not-edtf',
      FORM_WHY,
    );
  }
  const zonedDay = /^(\d{4}-\d\d-\d\d) ?(?:[Zz]|UTC|GMT|[+-]\d\d:?\d\d)$/.exec(plain);
  if (zonedDay && isPoint(zonedDay[1] ?? '')) {
    return refused(
      `\`${text}\` has a zone but no time.`,
      'Leave the zone out.',
      zonedDay[1] ?? '',
      'date-not-edtf',
      'A day is a day of the place it happened in; only a time has a zone.',
    );
  }
  const clock = CLOCK.exec(plain);
  if (clock && (clock[3] !== undefined || clock[5] !== undefined || clock[6] === 'Z')) {
    const day = pointFrom(clock[1] ?? clock[7] ?? '');
    const zone = (clock[6] ?? '').toUpperCase();
    const isKnownZone = zone === 'Z' || Object.hasOwn(ZONE_HOURS, zone);
    if (/^-?\d{4}-\d\d-\d\d$/.test(day) && (zone === '' || isKnownZone) && (clock[1] === undefined || clock[7] === undefined)) {
      const hour = (Number(clock[2]) % (clock[5] ? 12 : 24)) + (/^p/i.test(clock[5] ?? '') ? 12 : 0);
      const local = `${String(hour).padStart(2, '0')}:${clock[3] ?? '00'}`;
      const behind = ZONE_HOURS[zone] ?? 0;
      const distance = `${Math.abs(behind)} hours ${behind > 0 ? 'behind' : 'ahead of'}`;
      const atMs = Date.parse(`${day}T${local}:00Z`) + behind * 3_600_000;
      return refused(
        `\`${text}\` ${zone === '' ? 'has a time but no time zone' : 'is not a date-time we can read'}.`,
        zone === ''
          ? 'Give the time in UTC and end it with Z, or leave the time out.'
          : `${UTC_FIX}${behind === 0 ? '' : ` (The example takes ${zone} to be ${distance} UTC: check it.)`}`,
        Number.isNaN(atMs) ? day : minuteText(atMs),
        zone === '' ? 'date-no-zone' : 'date-not-utc',
        'Times are stored in UTC so that no reader’s zone can shift them.',
      );
    }
  }
  return null;
}

function minuteText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16)}Z`;
}
