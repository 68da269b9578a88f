import {DAY_MS} from '../../timeline/model/time.ts';
import type {View} from '../../timeline/model/view.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A stretch of whole days in words, without the year: "16–28 December", "29 Dec – 8 Feb". */
export function stretchWords({fromMs, toMs}: View): string {
  const [from, to] = [new Date(fromMs), new Date(toMs - DAY_MS)];
  const month = (date: Date) => MONTHS[date.getUTCMonth()]!;
  if (from.getUTCFullYear() === to.getUTCFullYear() && from.getUTCMonth() === to.getUTCMonth()) {
    return `${from.getUTCDate()}–${to.getUTCDate()} ${month(to)}`;
  }
  return `${from.getUTCDate()} ${month(from).slice(0, 3)} – ${to.getUTCDate()} ${month(to).slice(0, 3)}`;
}
