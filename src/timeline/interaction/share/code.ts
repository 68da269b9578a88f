/** What a writer pastes into a page: the frame, and below it a link for those who cannot see it. */
import {daysWithNews} from '../../model/public-day.ts';
import {lastPlayheadMs} from '../../model/playhead.ts';
import {DAY_MS, dayStartMs} from '../../model/time.ts';
import type {Timeline} from '../../model/timeline.ts';
import type {View} from '../../model/view.ts';
import {queryFromState} from '../address.ts';

export interface FrameSize {
  /** Null if the frame is as wide as its column. */
  readonly widthPx: number | null;
  readonly heightPx: number;
}

export interface FrameChoice {
  readonly size: FrameSize;
  readonly view: View;
  /** Start of the day of Known then; null for Known now. */
  readonly knownDayMs: number | null;
  /** Null for that of the reader. */
  readonly theme: string | null;
}

/** Around the stretch that gives the story its name. */
const BEFORE_DAYS = 3;
const AFTER_DAYS = 2;

/** The stretch that the ruler's bracket spans, in whole days and with some around it; null for a story without. */
export function viewOfBracket({bracket, extent}: Pick<Timeline, 'bracket' | 'extent'>): View | null {
  if (!bracket) return null;
  const fromMs = dayStartMs(bracket.fromMs) - BEFORE_DAYS * DAY_MS;
  const toMs = dayStartMs(bracket.toMs) + (1 + AFTER_DAYS) * DAY_MS;
  return {fromMs: Math.max(fromMs, extent.fromMs), toMs: Math.min(toMs, extent.toMs)};
}

/**
 * Start of the day that a link “as known then” is for: the last with news up to the playhead. While that stands at the
 * end, where nobody has put it, it is the first of the bracket.
 */
export function dayToShare(timeline: Timeline, playheadMs: number): number {
  const isAtEnd = playheadMs >= lastPlayheadMs(timeline);
  const wantedMs = isAtEnd && timeline.bracket ? timeline.bracket.fromMs : playheadMs;
  const days = daysWithNews(timeline);
  return days.findLast((ms) => ms <= wantedMs) ?? days[0] ?? dayStartMs(wantedMs);
}

/** The query of the frame's address. The view is always named, for what the page opens on may change. */
export function frameQuery({view, knownDayMs, theme}: Omit<FrameChoice, 'size'>): string {
  const query = queryFromState({view, knownDayMs, filter: ''});
  return theme === null ? query : `${query}&theme=${theme}`;
}

/** @param page - Of the story, in full: its title, and the addresses of its page and of the frame. */
export function frameCode(
  page: {readonly title: string; readonly frameTitle: string; readonly address: string; readonly frameAddress: string},
  choice: FrameChoice,
): string {
  const {widthPx, heightPx} = choice.size;
  return [
    `<iframe src="${escaped(page.frameAddress + frameQuery(choice))}"`,
    `  title="${escaped(page.frameTitle)}"`,
    `  width="${widthPx ?? '100%'}" height="${heightPx}" loading="lazy" style="border:0">`,
    '</iframe>',
    `<p><a href="${escaped(page.address)}">${escaped(page.title)}</a></p>`,
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
