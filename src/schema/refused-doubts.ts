import type {DateError} from './date-error.ts';
import {daysInMonth, isPoint, seasonMonths, yearText} from './date-points.ts';
import {pointFrom} from './meant-date.ts';
import {EXAMPLE, FORM_WHY, refused} from './refused-date.ts';

const SEASON_NUMBERS: Readonly<Record<string, string>> = {spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24'};

/** Doubt in forms that EDTF knows, but not at a level that can be drawn; and doubt in words. */
export function refusalOfDoubt(text: string, plain: string): DateError | null {
  return refusalOfPart(text, plain) ?? refusalOfYears(text, plain) ?? refusalOfSigns(text, plain);
}

/** A part of a date that is not known, or is said in words: an X, a season, the middle of a month. */
function refusalOfPart(text: string, plain: string): DateError | null {
  if (/[xXuU]/.test(plain) && /^-?[\dxXuU]{4}(-[\dxXuU]{2}){0,2}$/.test(plain)) {
    const known = plain.replace(/(-[xXuU]{2})+$/, '');
    return refused(
      `\`${text}\` has an X where a digit is not known.`,
      'Leave out what is not known, or write the first and last date it can be.',
      /[xXuU]/.test(known) ? `${known.replace(/[xXuU]/g, '0')}/${known.replace(/[xXuU]/g, '9')}` : known,
      'date-unspecified',
      'A shorter date already says that the rest is not known, and readers see it in words.',
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
  return null;
}

/** A decade, a century. */
function refusalOfYears(text: string, plain: string): DateError | null {
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
  return null;
}

/** More signs of doubt than can be drawn, and nothing but doubt. */
function refusalOfSigns(text: string, plain: string): DateError | null {
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
      'Write the longest stretch it can be in, and `happened: within` below; or keep the event a draft with `draft: true`.',
      '1969-07/1969-08',
      'date-not-edtf',
      'Without any date the event has no place on the timeline.',
    );
  }
  return null;
}
