/** The frame for another page: its code as chosen, and a preview of it. */
import {monthBesideDay} from '../../model/calendar-names.ts';
import {dayStartMs} from '../../model/time.ts';
import {calendarWords} from '../../model/words/calendar.ts';
import {shareWords} from '../../model/words/embed.ts';
import {setText} from '../../render/draw.ts';
import {dayAndMonth} from '../../render/names.ts';
import type {StageInSight} from '../around.ts';
import {dayToShare, frameCode, frameQuery, viewOfBracket} from './code.ts';
import type {FrameChoice, FrameSize} from './code.ts';
import type {ShareForm} from './form.ts';

const SIZES: Readonly<Record<string, FrameSize>> = {
  column: {widthPx: null, heightPx: 520},
  medium: {widthPx: 700, heightPx: 520},
  small: {widthPx: 300, heightPx: 400},
};

export interface FrameShown {
  /** As shown. */
  readonly code: string;
  /** Shows the code and the preview of what is chosen, as far as that has changed. */
  readonly show: () => void;
  readonly clear: () => void;
}

/** What of the stage the frame depends on. */
type Seen = Pick<StageInSight, 'timeline' | 'view' | 'isKnownThen' | 'playheadMs'>;

export function frameIn(form: ShareForm, stage: Seen): FrameShown {
  const {data, piece} = form;
  const {timeline} = stage;
  const words = shareWords(timeline.language);
  let shownCode = '';

  return {
    get code() {
      return shownCode;
    },
    show() {
      const sharedDayMs = dayToShare(timeline, stage.playheadMs);
      const openDayMs = stage.isKnownThen ? dayStartMs(stage.playheadMs) : sharedDayMs;
      setText(piece('opens-then'), words.knownThenOn(dayAndMonth(openDayMs, timeline.language)));
      setText(piece('link-day-words'), words.toDay(dayInFull(sharedDayMs, timeline.language)));
      const choice = choiceIn(form, stage, openDayMs);
      const page = {title: data['title']!, frameTitle: data['frameTitle']!, address: data['home']!, frameAddress: data['frame']!};
      const code = frameCode(page, choice);
      if (code === shownCode) return;
      shownCode = code;
      setText(piece('code'), code);
      showPreview(form, choice, words);
    },
    clear() {
      piece('preview').replaceChildren();
      shownCode = '';
    },
  };
}

/** @param openDayMs - The day of a frame that opens in Known then. */
function choiceIn({chosen}: ShareForm, {timeline, view}: Seen, openDayMs: number): FrameChoice {
  const theme = chosen('theme');
  const shows = chosen('shows');
  return {
    size: SIZES[chosen('size')]!,
    view: shows === 'window' ? view : (shows === 'bracket' && viewOfBracket(timeline)) || timeline.extent,
    knownDayMs: chosen('opens') === 'then' ? openDayMs : null,
    theme: theme === 'reader' ? null : theme,
  };
}

/** A new frame for each choice: one that is led elsewhere would leave a step in the history. */
function showPreview({data, piece}: ShareForm, choice: FrameChoice, words: ReturnType<typeof shareWords>): void {
  const {widthPx, heightPx} = choice.size;
  const holder = piece('preview');
  const scale = Math.min(1, holder.clientWidth / (widthPx ?? holder.clientWidth));
  const frame = document.createElement('iframe');
  frame.title = data['frameTitle']!;
  frame.src = `${data['framePath']}${frameQuery(choice)}`;
  frame.width = widthPx === null ? '100%' : String(widthPx);
  frame.height = String(heightPx);
  frame.style.transform = `scale(${scale})`;
  holder.style.height = `${heightPx * scale + 2}px`;
  holder.style.width = widthPx === null ? '' : `${widthPx * scale + 2}px`;
  holder.replaceChildren(frame);
  setText(piece('preview-words'), words.asItWillLook(widthPx === null ? words.fillingColumn : `${widthPx} × ${heightPx}`));
}

/** "17 December". */
function dayInFull(ms: number, language: string): string {
  const date = new Date(ms);
  return calendarWords(language).dayAndMonth(date.getUTCDate(), monthBesideDay(date.getUTCMonth() + 1, language, 'long'));
}
