/**
 * How else people write dates: in words, in other orders, with other signs. Each is refused with the date that was
 * probably meant, so that the answer is a line to paste and never a guess that passes without a look.
 */
import {DateError} from './date-error.ts';
import {daysInMonth, isPoint, MONTHS, seasonMonths, utcMs, yearText} from './date-points.ts';
import {DAY_MS} from './lengths.ts';

/** Shown where nothing can be made of what was written. */
const EXAMPLE = '1969-07-20';

export const FORM_WHY = 'Dates are placed on the timeline by a machine, which reads one form only: year, month, day, each as a number.';
export const FORM_FIX = 'Write year-month-day in quotes; leave out the day, or the month too, where it is not known.';

const SLASH_FIX = 'Put a slash between the first and the last day.';
const UTC_FIX = 'Write the same moment in UTC, ending with Z.';

/** Signs of no width, and those that turn the direction of text. */
const NO_WIDTH = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g;
const QUOTES = /^["'`´‘’‚‛“”„‟«»‹›]+|["'`´‘’‚‛“”„‟«»‹›]+$/g;

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

const SEASON_NUMBERS: Readonly<Record<string, string>> = {spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24'};

/**
 * Why a text is no date, and which date it probably means.
 *
 * @param text - Anything but EDTF of level 0 or 1.
 */
export function refusalOf(text: string): DateError {
  const refused = (what: string, fix: string, suggestion: string, rule = 'date-not-edtf', why = FORM_WHY) =>
    new DateError(rule, what, why, fix, suggestion);
  const trimmed = text.trim();

  if (trimmed !== text && isDate(trimmed)) {
    return refused(`\`${text}\` has blanks around the date.`, 'Delete the blanks inside the quotes.', trimmed);
  }
  const plain = plainSigns(trimmed);
  if (plain !== trimmed && isDate(plain)) {
    return refused(`\`${text}\` ${oddSign(trimmed)}.`, 'Type it again with the digits 0 to 9, plain hyphens and nothing else.', plain);
  }
  return refusalOfTime(text, plain) ?? refusalOfStretch(text, plain) ?? refusalOfDoubt(text, plain) ?? refusalOfPoint(text, plain);
}

/** Another clock than UTC, or a time that is half there. */
function refusalOfTime(text: string, plain: string): DateError | null {
  const refused = (what: string, fix: string, suggestion: string, rule: string, why: string) =>
    new DateError(rule, what, why, fix, suggestion);
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
      'Times are kept in UTC so that no reader’s zone can shift them.',
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
  const clock =
    /^(?:(.*?\d)[\sT,]+)?(?:at\s+)?(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?(?:\.\d+)?\s*([ap]\.?m\.?)?\s*\(?(Z|[A-Za-z]{3,4})?\)?(?:[\s,]+(.+))?$/i.exec(
      plain,
    );
  if (clock && (clock[3] !== undefined || clock[5] !== undefined || clock[6] === 'Z')) {
    const day = pointFrom(clock[1] ?? clock[7] ?? '');
    const zone = (clock[6] ?? '').toUpperCase();
    const isKnownZone = zone === 'Z' || Object.hasOwn(ZONE_HOURS, zone);
    if (/^-?\d{4}-\d\d-\d\d$/.test(day) && (zone === '' || isKnownZone) && (clock[1] === undefined || clock[7] === undefined)) {
      const hour = (Number(clock[2]) % (clock[5] ? 12 : 24)) + (/^p/i.test(clock[5] ?? '') ? 12 : 0);
      const local = `${String(hour).padStart(2, '0')}:${clock[3] ?? '00'}`;
      const atMs = Date.parse(`${day}T${local}:00Z`) + (ZONE_HOURS[zone] ?? 0) * 3_600_000;
      return refused(
        `\`${text}\` ${zone === '' ? 'has a time but no time zone' : 'is not a date-time we can read'}.`,
        zone === ''
          ? 'Give the time in UTC and end it with Z, or leave the time out.'
          : `${UTC_FIX}${(ZONE_HOURS[zone] ?? 0) === 0 ? '' : ` (The example reckons ${zone} as ${Math.abs(ZONE_HOURS[zone] ?? 0)} hours ${(ZONE_HOURS[zone] ?? 0) > 0 ? 'behind' : 'ahead of'} UTC: check it.)`}`,
        Number.isNaN(atMs) ? day : minuteText(atMs),
        zone === '' ? 'date-no-zone' : 'date-not-utc',
        'Times are kept in UTC so that no reader’s zone can shift them.',
      );
    }
  }
  return null;
}

/** Two dates with something else than one slash between them. */
function refusalOfStretch(text: string, plain: string): DateError | null {
  const refused = (fix: string, suggestion: string, what = `\`${text}\` is not a stretch of time we can read.`) =>
    new DateError('date-not-edtf', what, FORM_WHY, fix, suggestion);
  const within =
    /^(\d{1,2})\s*[–—-]\s*(\d{1,2}\s+[A-Za-z.]+\s+\d{4})$/.exec(plain) ??
    /^([A-Za-z.]+\s+\d{1,2})\s*[–—-]\s*(\d{1,2},?\s+\d{4})$/.exec(plain);
  if (within) {
    const [, one = '', two = ''] = within;
    const last = pointFrom(/^\d{1,2}$/.test(one) ? two : `${one.replace(/\d+$/, '')}${two}`);
    const firstDay = /\d{1,2}$/.exec(one)?.[0].padStart(2, '0') ?? '';
    if (/^\d{4}-\d\d-\d\d$/.test(last) && isPoint(last.slice(0, 8) + firstDay))
      return refused(SLASH_FIX, `${last.slice(0, 8)}${firstDay}/${last}`);
  }
  const short = /^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/.exec(plain) ?? /^(\d{4}-)(\d\d-\d\d)\/(\d\d-\d\d)$/.exec(plain);
  if (short) {
    return refused(
      'Write both dates of the interval in full.',
      `${short[1]}${short[2]}/${short[1]}${short[3]}`,
      `\`${text}\` shortens its second date.`,
    );
  }
  const years = /^(\d{4})\s*[-–—/]\s*(\d{2})$/.exec(plain);
  if (years && Number(years[2]) > 12)
    return refused('Write both years in full, with a slash between them.', `${years[1]}/${years[1]?.slice(0, 2)}${years[2]}`);

  const either = /^(.+?)(?:\s+(?:or|and|&)\s+|\s*(?:,|;|\|)\s*)(.+)$/i.exec(plain);
  if (either && !/^[[{]/.test(plain)) {
    const [one, two] = [pointFrom(either[1] ?? ''), pointFrom(either[2] ?? '')];
    if (one.length >= 10 && two.length >= 10) {
      return refused(
        'For one of two days write both with a slash between them, and `happened: within` below.',
        one <= two ? `${one}/${two}` : `${two}/${one}`,
        `\`${text}\` gives two dates.`,
      );
    }
  }
  const oldOpen = /^(.*)\/\s*(open|now|present|today|ongoing|unknown|\?|null)$|^(unknown|open|\?)\s*\/(.*)$/i.exec(plain);
  if (oldOpen) {
    const side = pointFrom(oldOpen[1] ?? oldOpen[4] ?? '');
    const word = (oldOpen[2] ?? oldOpen[3] ?? '').toLowerCase();
    const open = /unknown|\?|null/.test(word) ? '' : '..';
    if (side) {
      return refused(
        open === '' ? 'Leave the side of the slash empty that is not known.' : 'Write two points where it goes on.',
        oldOpen[1] === undefined ? `${open}/${side}` : `${side}/${open}`,
      );
    }
  }
  const open = /^(?:(before|by|until|till|up to|no later than)|(since|from|after|starting|as of))\s+(.+)$/i.exec(plain);
  if (open) {
    const side = pointFrom(open[3] ?? '');
    if (side) {
      return refused(
        open[1]
          ? 'Put a slash before the day by which it had happened.'
          : 'Put a slash and two points after the day since which it has gone on.',
        open[1] ? `/${side}` : `${side}/..`,
        `\`${text}\` gives one end of a stretch of time in words.`,
      );
    }
  }
  const range = /^(.+?)\s*(?:–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\.\.\.?|\/\/|--|\s-\s|\/\s*|\s*\/)\s*(.+)$/i.exec(
    plain.replace(/^(?:between|from)\s+(.+?)\s+and\s+/i, '$1 to ').replace(/^from\s+/i, ''),
  );
  if (range) {
    const [from, tail] = [pointFrom(range[1] ?? ''), range[2] ?? ''];
    const until = /^\d{1,2}$/.test(tail) && from.length === 10 ? `${from.slice(0, 8)}${tail.padStart(2, '0')}` : pointFrom(tail);
    if (from && until && isDate(`${from}/${until}`)) return refused(SLASH_FIX, `${from}/${until}`);
  }
  const signedOpen = /^(.+\/\.\.|\.\.\/.+)[~?%]$/.exec(plain);
  if (signedOpen && isDate(signedOpen[1] ?? '')) return refused('An open end takes no sign of doubt: delete it.', signedOpen[1] ?? '');
  const three = plain.split('/');
  if (three.length === 3 && three.every((side) => isPoint(side.trim()))) {
    return refused('Write the first and the last day only.', `${three[0]?.trim()}/${three[2]?.trim()}`, `\`${text}\` has three dates.`);
  }
  return null;
}

/** Doubt in forms that EDTF knows, but not at a level that can be drawn; and doubt in words. */
function refusalOfDoubt(text: string, plain: string): DateError | null {
  const refused = (what: string, fix: string, suggestion: string, rule: string, why: string) =>
    new DateError(rule, what, why, fix, suggestion);
  if (/[xXuU]/.test(plain) && /^-?[\dxXuU]{4}(-[\dxXuU]{2}){0,2}$/.test(plain)) {
    const known = plain.replace(/(-[xXuU]{2})+$/, '');
    return refused(
      `\`${text}\` has an X where a digit is not known.`,
      'Leave out what is not known, or write the first and last date it can be.',
      /[xXuU]/.test(known) ? `${known.replace(/[xXuU]/g, '0')}/${known.replace(/[xXuU]/g, '9')}` : known,
      'date-unspecified',
      'A shorter date already says that the rest is not known, and readers are shown it in words.',
    );
  }
  const season =
    /^(?:the\s+)?(spring|summer|autumn|fall|winter)(?:\s+of)?[\s,]+(\d{4})$/i.exec(plain) ??
    /^(\d{4})[\s,]+(spring|summer|autumn|fall|winter)$/i.exec(plain);
  const quarter = /^Q([1-4])[\s/-]*(\d{4})$/i.exec(plain) ?? /^(\d{4})[\s/-]*Q([1-4])$/i.exec(plain);
  if (season ?? quarter) {
    const words = (season ?? quarter ?? []).slice(1);
    const year = words.find((word) => /^\d{4}$/.test(word)) ?? '';
    const other = words.find((word) => word !== year) ?? '';
    const number = season ? (SEASON_NUMBERS[other.toLowerCase()] ?? '') : String(32 + Number(other));
    return refused(
      `\`${text}\` names a ${season ? 'season' : 'quarter'}.`,
      'Write the months as an interval instead.',
      seasonMonths(Number(year), number),
      'date-season',
      'Seasons differ between halves of the world, so their first and last day are a guess.',
    );
  }
  const part = /^(early|mid|middle of|late|beginning of|start of|end of)[\s-]+(.+)$/i.exec(plain);
  const whole = part ? pointFrom(part[2] ?? '') : '';
  if (part && /^\d{4}(-\d\d)?$/.test(whole)) {
    const third = /^(early|beg|sta)/i.test(part[1] ?? '') ? 0 : /^mid/i.test(part[1] ?? '') ? 1 : 2;
    const [year = '', month] = whole.split('-');
    const [first, last] =
      month === undefined
        ? ((
            [
              ['01', '04'],
              ['05', '08'],
              ['09', '12'],
            ] as const
          )[third] ?? [])
        : ((
            [
              ['01', '10'],
              ['11', '20'],
              ['21', String(daysInMonth(Number(year), Number(month)))],
            ] as const
          )[third] ?? []);
    return refused(
      `\`${text}\` says in words which part of ${whole} is meant.`,
      'Write the first and the last date it can be, and `happened: within` below if it was one moment.',
      `${whole}-${first}/${whole}-${last}`,
      'date-not-edtf',
      FORM_WHY,
    );
  }
  const decade = /^(?:the\s+)?(\d{3})0['’]?s$/i.exec(plain);
  if (decade)
    return refused(
      `\`${text}\` names ten years.`,
      'Write the first and the last year.',
      `${decade[1]}0/${decade[1]}9`,
      'date-not-edtf',
      FORM_WHY,
    );
  const century = /^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s*[- ]?(?:century|c\.?)\s*(bce?|b\.c\.|ce|ad)?$/i.exec(plain);
  if (century) {
    const number = Number(century[1]);
    const isBefore = /^b/i.test(century[2] ?? '');
    const [first, last] = isBefore ? [1 - number * 100, -(number - 1) * 100] : [(number - 1) * 100 + 1, number * 100];
    return refused(
      `\`${text}\` names a hundred years.`,
      'Write the first and the last year.',
      `${yearText(first)}/${yearText(last)}`,
      'date-not-edtf',
      FORM_WHY,
    );
  }
  const isLevel2 = /^[[{]/.test(plain) || /^[~?%].*\d/.test(plain) || /\d[~?%]+-\d/.test(plain) || /^Y-?\d|^-?\d+(?:E\d|S\d)/.test(plain);
  if (isLevel2) {
    const point = pointFrom(plain.replace(/[[\]{}~?%]/g, '').split(/[,/]|\.\./)[0] ?? '') || EXAMPLE;
    const sign = /%/.test(plain) ? '%' : /~/.test(plain) ? '~' : /\?/.test(plain) ? '?' : '';
    return refused(
      `\`${text}\` is EDTF of a level this timeline does not read.`,
      'Put one sign of doubt (~ about, ? not certain, % both) at the end of the date, or write an interval.',
      isPoint(point + sign) ? point + sign : point,
      'date-level-2',
      'Lists, sets and signs inside a date cannot be drawn as one mark.',
    );
  }
  const twoSigns = /^(-?\d{4}(?:-\d\d(?:-\d\d)?)?)[~?%]{2,}$/.exec(plain);
  if (twoSigns) {
    return refused(
      `\`${text}\` has more than one sign of doubt.`,
      'Write % for both: about, and not certain.',
      `${twoSigns[1]}%`,
      'date-not-edtf',
      'One sign says it: ~ about, ? not certain, % both.',
    );
  }
  if (/^(?:\?+|-+|unknown|unclear|n\/?a|tb[acd]|none|null|not known|date unknown|undated|n\.?d\.?)$/i.test(plain)) {
    return refused(
      `\`${text}\` says that the date is not known.`,
      'Write the widest stretch it can lie in, and `happened: within` below; or keep the event a draft with `draft: true`.',
      '1969-07/1969-08',
      'date-not-edtf',
      'Without any date the event has no place on the timeline.',
    );
  }
  return null;
}

/** One point in time in any other form. */
function refusalOfPoint(text: string, plain: string): DateError {
  const refused = (what: string, fix: string, suggestion: string, rule = 'date-not-edtf', why = FORM_WHY) =>
    new DateError(rule, what, why, fix, suggestion);
  const shortYear = /^(\d{2})(-\d{2}-\d{2})$/.exec(plain);
  if (shortYear && isPoint(fullYear(shortYear[1] ?? '') + (shortYear[2] ?? ''))) {
    return refused(
      `\`${text}\` has a year of two digits.`,
      'Write the year with four digits. (The example guesses the century: check it.)',
      fullYear(shortYear[1] ?? '') + (shortYear[2] ?? ''),
    );
  }
  const suggestion = pointFrom(plain);
  if (suggestion) {
    const ambiguous = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(plain);
    const both = ambiguous && Number(ambiguous[1]) <= 12 && Number(ambiguous[2]) <= 12 && ambiguous[1] !== ambiguous[2];
    const isShortYear = /(?:^|\D)\d{2}$/.test(plain) && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$|['’]\d{2}$/.test(plain);
    const note = both
      ? ' (The example takes the first number for the day: check it.)'
      : isShortYear
        ? ' (The example guesses the century: check it.)'
        : '';
    return refused(`\`${text}\` is not a date we can read.`, `${FORM_FIX}${note}`, suggestion);
  }
  const otherMonth = /^(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,})\.?\s+(?:de\s+)?(\d{4})$/u.exec(plain);
  if (otherMonth) {
    const guess = `${otherMonth[3]}-01-${(otherMonth[1] ?? '').padStart(2, '0')}`;
    return refused(
      `\`${text}\` names its month by a word we do not know.`,
      'Write the month as a number, 01 to 12. (The example cannot know which: put it in.)',
      isPoint(guess) ? guess : EXAMPLE,
    );
  }
  const missingYear = /^(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Za-z]{3,9})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?$/.exec(plain);
  if (missingYear && monthFromName(missingYear[1] ?? '') > 0) {
    return refused(`\`${text}\` has no year.`, 'Write the year too: year, month, day.', EXAMPLE);
  }
  if (/^(?:today|yesterday|now|tomorrow|recently|last (?:week|month|year))$/i.test(plain)) {
    return refused(`\`${text}\` means another day tomorrow.`, FORM_FIX, EXAMPLE);
  }
  return refused(`\`${text}\` is not a date we can read.`, FORM_FIX, EXAMPLE);
}

/** The date somebody probably meant by a text without a slash, in EDTF, or an empty string. */
function pointFrom(text: string): string {
  let rest = text
    .trim()
    .replace(/^(?:the|on|in)\s+/i, '')
    .replace(/^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s+(?=\S)/i, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/[,;.]+$/, '');
  const doubt = /^(?:c\.?|ca\.?|circa|about|around|roughly|approximately|approx\.?|probably|perhaps|maybe|possibly)\s+/i.exec(rest);
  if (doubt) rest = rest.slice(doubt[0].length);
  const inWords = doubt ? (/^[pm]/i.test(doubt[0]) ? '?' : '~') : '';
  const sign = inWords || (/[~?%]$/.exec(rest)?.[0] ?? '');
  rest = rest.replace(/[~?%]+$/, '').trim();
  const dated = (year: string, month?: number, day?: number) => {
    const parts = [
      year,
      ...(month === undefined ? [] : [String(month).padStart(2, '0')]),
      ...(day === undefined ? [] : [String(day).padStart(2, '0')]),
    ];
    return isPoint(parts.join('-') + sign) ? parts.join('-') + sign : '';
  };
  if (isPoint(rest + sign)) return rest + sign;
  if (isPoint(rest)) return rest;

  const noYear = /^\+?0*(\d{4})(-\d\d(?:-\d\d)?)?$/.exec(rest);
  if (noYear) return isPoint(`${noYear[1]}${noYear[2] ?? ''}${sign}`) ? `${noYear[1]}${noYear[2] ?? ''}${sign}` : '';
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(rest);
  if (compact) return dated(compact[1] ?? '', Number(compact[2]), Number(compact[3]));
  const week = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/i.exec(rest);
  if (week && Number(week[2]) >= 1 && Number(week[2]) <= 53)
    return weekText(Number(week[1]), Number(week[2]), week[3] === undefined ? null : Number(week[3]));
  const ordinal = /^(\d{4})-(\d{3})$/.exec(rest);
  if (ordinal && Number(ordinal[2]) >= 1 && Number(ordinal[2]) <= 366) return dayText(utcMs(Number(ordinal[1]), 0, Number(ordinal[2])));
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})日?)?月?$/.exec(rest);
  if (yearFirst) return dated(yearFirst[1] ?? '', Number(yearFirst[2]), yearFirst[3] === undefined ? undefined : Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(rest);
  if (yearLast) {
    const [, one, two] = yearLast;
    const year = fullYear(yearLast[3] ?? '');
    return dated(year, Number(two), Number(one)) || dated(year, Number(one), Number(two));
  }
  const named =
    /^(?:(\d{1,2})[\s-]+(?:of\s+)?)?([A-Za-z]{3,9})\.?[\s-]*(?:(\d{1,2})\s*,?\s+)?,?\s*(\d{4}|['’]\d{2})$/i.exec(rest) ??
    /^(?<year>\d{4})[\s,-]+(?<month>[A-Za-z]{3,9})\.?(?:[\s-]+(?<day>\d{1,2}))?$/.exec(rest);
  if (named) {
    const {year, month, day} =
      named.groups?.['year'] === undefined
        ? {year: fullYear((named[4] ?? '').replace(/['’]/, '')), month: named[2], day: named[1] ?? named[3]}
        : {year: named.groups['year'], month: named.groups['month'], day: named.groups['day']};
    const number = monthFromName(month ?? '');
    if (number) return dated(year, number, day === undefined ? undefined : Number(day));
  }
  const era = /^(?:a\.?d\.?\s*)?(\d{1,4})\s*(b\.?\s?c\.?\s?e?\.?|c\.?\s?e\.?|a\.?\s?d\.?)?$/i.exec(rest);
  // A number alone is a year only where it cannot be a day or a month.
  if (era && (era[2] !== undefined || /^a/i.test(rest) || /^\d{3}$/.test(rest))) {
    const year = Number(era[1]);
    return dated(yearText(/^b/i.test(era[2] ?? '') ? 1 - year : year));
  }
  const shortBefore = /^-(\d{1,3})$/.exec(rest);
  if (shortBefore) return dated(yearText(-Number(shortBefore[1])));
  return '';
}

/** The same date in the signs of a plain keyboard. */
function plainSigns(text: string): string {
  const plain = text
    .replace(NO_WIDTH, '')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => digitText(digit))
    .replace(DASHES, (dash, at: number, whole: string) =>
      // Between two whole dates a long dash is the slash of an interval.
      /\d{4}$/.test(whole.slice(0, at)) && /^\s*\d{4}/.test(whole.slice(at + 1))
        ? dash
        : /\s$/.test(whole.slice(0, at)) || /[A-Za-z]/.test(whole)
          ? dash
          : '-',
    )
    .trim();
  const bare = plain
    .replace(QUOTES, '')
    .replace(/[,;.]$/, '')
    .replace(/(\d)\s*-\s*(\d\d)(?=\D|$)/g, '$1-$2')
    .trim();
  if (isDate(bare)) return bare;
  const letters = bare.replace(/[oO]/g, '0').replace(/[lI|]/g, '1');
  return isDate(letters) ? letters : plain;
}

/** Which sign of a date is not what it looks like. */
function oddSign(text: string): string {
  if (QUOTES.test(text)) return 'holds quotation marks inside its value';
  const odd = [...text].find((sign) => !/[\d\-/.:TZ~?%]/.test(sign)) ?? '';
  const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (odd.replace(NO_WIDTH, '') === '' || /\s/.test(odd)) return `holds a sign nobody can see (${code})`;
  if (/[oOlI|]/.test(odd)) return `has the letter \`${odd}\` where a digit should stand`;
  return /^[,;]$/.test(odd) ? `ends with \`${odd}\`` : `has \`${odd}\` (${code}), which only looks like a sign of a date`;
}

/** A digit of any script as one of ours: each script has its ten in a row. */
function digitText(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** A year of two digits in the century of the nearest past: 69 is 1969, 14 is 2014. */
function fullYear(year: string): string {
  return year.length === 2 ? `${Number(year) > 40 ? '19' : '20'}${year}` : year;
}

/** A day of an ISO week, or its Monday to Sunday. */
function weekText(year: number, week: number, day: number | null): string {
  const fourth = utcMs(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (week - 1) * 7 * DAY_MS;
  return day === null ? `${dayText(monday)}/${dayText(monday + 6 * DAY_MS)}` : dayText(monday + (day - 1) * DAY_MS);
}

function dayText(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

function minuteText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16)}Z`;
}

function monthFromName(name: string): number {
  const lower = name.toLowerCase();
  return (
    MONTHS.findIndex(
      (month) => month.toLowerCase() === lower || month.slice(0, 3).toLowerCase() === lower || (lower === 'sept' && month === 'September'),
    ) + 1
  );
}

/** Whether a text is a point or an interval of points that does not end before it begins. */
function isDate(text: string): boolean {
  const sides = text.split('/');
  if (sides.length === 1) return isPoint(text);
  const [from = '', to = ''] = sides;
  const isSide = (side: string) => side === '' || side === '..' || isPoint(side);
  if (sides.length !== 2 || !isSide(from) || !isSide(to) || (!isPoint(from) && !isPoint(to))) return false;
  return (
    !isPoint(from) ||
    !isPoint(to) ||
    from.startsWith('-') ||
    to.startsWith('-') ||
    from <= to ||
    to.startsWith(from.slice(0, to.length)) ||
    from.startsWith(to.replace(/[~?%]$/, ''))
  );
}
