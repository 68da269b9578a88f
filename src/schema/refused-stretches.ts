import type {DateError} from './date-error.ts';
import {isPoint} from './date-points.ts';
import {isDate, pointFrom} from './meant-date.ts';
import {refused} from './refused-date.ts';

const SLASH_FIX = 'Put a slash between the first and the last day.';

/** Two dates with something else than one slash between them. */
export function refusalOfStretch(text: string, plain: string): DateError | null {
  return (
    refusalOfSharedMonth(text, plain) ??
    refusalOfShortened(text, plain) ??
    refusalOfEither(text, plain) ??
    refusalOfOldOpen(text, plain) ??
    refusalOfOpenInWords(text, plain) ??
    refusalOfSeparator(text, plain) ??
    refusalOfDoubtOrThird(text, plain)
  );
}

function refusedStretch(text: string, fix: string, suggestion: string): DateError {
  return refused(`\`${text}\` is not a stretch of time we can read.`, fix, suggestion);
}

/** `16–24 July 1969`. */
function refusalOfSharedMonth(text: string, plain: string): DateError | null {
  const within =
    /^(\d{1,2})\s*[–—-]\s*(\d{1,2}\s+[A-Za-z.]+\s+\d{4})$/.exec(plain) ??
    /^([A-Za-z.]+\s+\d{1,2})\s*[–—-]\s*(\d{1,2},?\s+\d{4})$/.exec(plain);
  if (!within) return null;
  const [, one = '', two = ''] = within;
  const last = pointFrom(/^\d{1,2}$/.test(one) ? two : `${one.replace(/\d+$/, '')}${two}`);
  const firstDay = /\d{1,2}$/.exec(one)?.[0].padStart(2, '0') ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(last) && isPoint(last.slice(0, 8) + firstDay)
    ? refusedStretch(text, SLASH_FIX, `${last.slice(0, 8)}${firstDay}/${last}`)
    : null;
}

/** `1969-07-16/24` and `1961-72`. */
function refusalOfShortened(text: string, plain: string): DateError | null {
  const short = /^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/.exec(plain) ?? /^(\d{4}-)(\d\d-\d\d)\/(\d\d-\d\d)$/.exec(plain);
  if (short) {
    return refused(
      `\`${text}\` shortens its second date.`,
      'Write both dates of the interval in full.',
      `${short[1]}${short[2]}/${short[1]}${short[3]}`,
    );
  }
  const years = /^(\d{4})\s*[-–—/]\s*(\d{2})$/.exec(plain);
  return years && Number(years[2]) > 12
    ? refusedStretch(text, 'Write both years in full, with a slash between them.', `${years[1]}/${years[1]?.slice(0, 2)}${years[2]}`)
    : null;
}

/** One of two days. */
function refusalOfEither(text: string, plain: string): DateError | null {
  const either = /^(.+?)(?:\s+(?:or|and|&)\s+|\s*(?:,|;|\|)\s*)(.+)$/i.exec(plain);
  if (!either || /^[[{]/.test(plain)) return null;
  const [one, two] = [pointFrom(either[1] ?? ''), pointFrom(either[2] ?? '')];
  if (one.length < 10 || two.length < 10) return null;
  return refused(
    `\`${text}\` gives two dates.`,
    'For one of two days write both with a slash between them, and `happened: within` below.',
    one <= two ? `${one}/${two}` : `${two}/${one}`,
  );
}

/** `1969-07-16/open`, as older drafts of EDTF had it. */
function refusalOfOldOpen(text: string, plain: string): DateError | null {
  const open = /^(.*)\/\s*(open|now|present|today|ongoing|unknown|\?|null)$|^(unknown|open|\?)\s*\/(.*)$/i.exec(plain);
  if (!open) return null;
  const side = pointFrom(open[1] ?? open[4] ?? '');
  if (!side) return null;
  const end = /unknown|\?|null/.test((open[2] ?? open[3] ?? '').toLowerCase()) ? '' : '..';
  return refusedStretch(
    text,
    end === '' ? 'Leave the side of the slash empty that is not known.' : 'Write two points where it goes on.',
    open[1] === undefined ? `${end}/${side}` : `${side}/${end}`,
  );
}

/** `before 16 July 1969`. */
function refusalOfOpenInWords(text: string, plain: string): DateError | null {
  const open = /^(?:(before|by|until|till|up to|no later than)|(since|from|after|starting|as of))\s+(.+)$/i.exec(plain);
  const side = pointFrom(open?.[3] ?? '');
  if (!open || !side) return null;
  return refused(
    `\`${text}\` gives one end of a stretch of time in words.`,
    open[1] ? 'Put a slash before the day by which it had happened.' : 'Put a slash and two points after the day on which it began.',
    open[1] ? `/${side}` : `${side}/..`,
  );
}

/** Two dates with a dash, a word or another slash between them. */
function refusalOfSeparator(text: string, plain: string): DateError | null {
  const range = /^(.+?)\s*(?:–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\.\.\.?|\/\/|--|\s-\s|\/\s*|\s*\/)\s*(.+)$/i.exec(
    plain.replace(/^(?:between|from)\s+(.+?)\s+and\s+/i, '$1 to ').replace(/^from\s+/i, ''),
  );
  if (!range) return null;
  const [from, tail] = [pointFrom(range[1] ?? ''), range[2] ?? ''];
  const until = /^\d{1,2}$/.test(tail) && from.length === 10 ? `${from.slice(0, 8)}${tail.padStart(2, '0')}` : pointFrom(tail);
  return from && until && isDate(`${from}/${until}`) ? refusedStretch(text, SLASH_FIX, `${from}/${until}`) : null;
}

/** An open end that is in doubt, or a third date. */
function refusalOfDoubtOrThird(text: string, plain: string): DateError | null {
  const open = /^(.+\/\.\.|\.\.\/.+)[~?%]$/.exec(plain)?.[1] ?? '';
  if (isDate(open)) return refusedStretch(text, 'An open end takes no sign of doubt: delete it.', open);
  const sides = plain.split('/').map((side) => side.trim());
  if (sides.length !== 3 || !sides.every(isPoint)) return null;
  return refused(`\`${text}\` has three dates.`, 'Write the first and the last day only.', `${sides[0]}/${sides[2]}`);
}
