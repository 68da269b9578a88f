/** Names made from titles: file names, which are addresses too, and labels on the timeline. */
import {LABEL_MAX} from '../schema/field-kinds.ts';

/** Letters that do not come apart into a Latin letter and an accent. */
const LATIN: Readonly<Record<string, string>> = {æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i'};
const ID_MAX = 60;

/** A file name for a title, or an empty string where the title has no Latin letter or digit. */
export function idFromTitle(title: string): string {
  const letters = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/[æœøßłđðþı]/g, (letter) => LATIN[letter] ?? '');
  const words = letters.split(/[^a-z0-9]+/).filter((word) => word !== '');
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word.slice(0, ID_MAX) : `${id}-${word}`;
    if (longer.length > ID_MAX) break;
    id = longer;
  }
  return id;
}

/** An unused id: the title's own, else with the date appended, else with a number. */
export function freeId(title: string, date: string, isTaken: (id: string) => boolean): string {
  const own = idFromTitle(title);
  const day = idFromTitle(date);
  const dated = own === '' ? `event-${day}` : `${own}-${day}`;
  if (own !== '' && !isTaken(own)) return own;
  for (let number = 1; ; number++) {
    const id = number === 1 ? dated : `${dated}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** As many whole words of a title as a label has room for; as many letters, if the first word is too long. */
export function labelFromTitle(title: string): string {
  if (title.length <= LABEL_MAX) return title;
  let label = '';
  for (const word of title.split(' ')) {
    const longer = label === '' ? word : `${label} ${word}`;
    if (longer.length > LABEL_MAX) break;
    label = longer;
  }
  if (label !== '') return label;
  for (const {segment} of new Intl.Segmenter('en').segment(title)) {
    if (label.length + segment.length > LABEL_MAX) break;
    label += segment;
  }
  // One character alone may be longer than a label, such as a letter under a heap of accents.
  return label.trim() || title.slice(0, LABEL_MAX).toWellFormed();
}

/** An unused name: its own, else with a number appended. */
export function freeName(own: string, isTaken: (name: string) => boolean, between = '-'): string {
  let name = own;
  for (let number = 2; isTaken(name); number++) name = `${own}${between}${number}`;
  return name;
}
