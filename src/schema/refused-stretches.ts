import type {DateError} from './date-error.ts';
import {isPoint} from './date-points.ts';
import {isDate, pointFrom} from './meant-date.ts';
import {refused} from './refused-date.ts';

const SLASH_FIX = 'Put a slash between the first and the last day.';

/** Two dates with something else than one slash between them. */
export function refusalOfStretch(text: string, plain: string): DateError | null {
  const refusedStretch = (fix: string, suggestion: string, what = `\`${text}\` is not a stretch of time we can read.`) =>
    refused(what, fix, suggestion);
  const within =
    /^(\d{1,2})\s*[–—-]\s*(\d{1,2}\s+[A-Za-z.]+\s+\d{4})$/.exec(plain) ??
    /^([A-Za-z.]+\s+\d{1,2})\s*[–—-]\s*(\d{1,2},?\s+\d{4})$/.exec(plain);
  if (within) {
    const [, one = '', two = ''] = within;
    const last = pointFrom(/^\d{1,2}$/.test(one) ? two : `${one.replace(/\d+$/, '')}${two}`);
    const firstDay = /\d{1,2}$/.exec(one)?.[0].padStart(2, '0') ?? '';
    if (/^\d{4}-\d\d-\d\d$/.test(last) && isPoint(last.slice(0, 8) + firstDay))
      return refusedStretch(SLASH_FIX, `${last.slice(0, 8)}${firstDay}/${last}`);
  }
  const short = /^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/.exec(plain) ?? /^(\d{4}-)(\d\d-\d\d)\/(\d\d-\d\d)$/.exec(plain);
  if (short) {
    return refusedStretch(
      'Write both dates of the interval in full.',
      `${short[1]}${short[2]}/${short[1]}${short[3]}`,
      `\`${text}\` shortens its second date.`,
    );
  }
  const years = /^(\d{4})\s*[-–—/]\s*(\d{2})$/.exec(plain);
  if (years && Number(years[2]) > 12)
    return refusedStretch('Write both years in full, with a slash between them.', `${years[1]}/${years[1]?.slice(0, 2)}${years[2]}`);

  const either = /^(.+?)(?:\s+(?:or|and|&)\s+|\s*(?:,|;|\|)\s*)(.+)$/i.exec(plain);
  if (either && !/^[[{]/.test(plain)) {
    const [one, two] = [pointFrom(either[1] ?? ''), pointFrom(either[2] ?? '')];
    if (one.length >= 10 && two.length >= 10) {
      return refusedStretch(
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
      return refusedStretch(
        open === '' ? 'Leave the side of the slash empty that is not known.' : 'Write two points where it goes on.',
        oldOpen[1] === undefined ? `${open}/${side}` : `${side}/${open}`,
      );
    }
  }
  const open = /^(?:(before|by|until|till|up to|no later than)|(since|from|after|starting|as of))\s+(.+)$/i.exec(plain);
  if (open) {
    const side = pointFrom(open[3] ?? '');
    if (side) {
      return refusedStretch(
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
    if (from && until && isDate(`${from}/${until}`)) return refusedStretch(SLASH_FIX, `${from}/${until}`);
  }
  const signedOpen = /^(.+\/\.\.|\.\.\/.+)[~?%]$/.exec(plain);
  if (signedOpen && isDate(signedOpen[1] ?? ''))
    return refusedStretch('An open end takes no sign of doubt: delete it.', signedOpen[1] ?? '');
  const three = plain.split('/');
  if (three.length === 3 && three.every((side) => isPoint(side.trim()))) {
    return refusedStretch(
      'Write the first and the last day only.',
      `${three[0]?.trim()}/${three[2]?.trim()}`,
      `\`${text}\` has three dates.`,
    );
  }
  return null;
}
