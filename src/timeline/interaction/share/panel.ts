/** “Embed and cite”, in the feed's place: code for a frame, a citation, a picture of the window, links to it. */
import {monthBesideDay} from '../../model/calendar-names.ts';
import {dayStartMs, isoDay} from '../../model/time.ts';
import type {View} from '../../model/view.ts';
import {calendarWords} from '../../model/words/calendar.ts';
import {shareWords} from '../../model/words/embed.ts';
import {setText} from '../../render/draw.ts';
import {dateInWords, dayAndMonth} from '../../render/names.ts';
import {DRAWN, SHOWS_STORY} from '../around.ts';
import type {StageInSight} from '../around.ts';
import {copyText} from '../copy.ts';
import {dayToShare, frameCode, frameQuery, viewOfBracket} from './code.ts';
import type {FrameChoice, FrameSize} from './code.ts';
import {pictureOf, pngOf, save} from './picture.ts';

/** How long the stage must rest until code and preview follow it. */
const REST_MS = 400;
const COPIED_MS = 2500;
const PNG_WIDTH_PX = 2400;
const SIZES: Readonly<Record<string, FrameSize>> = {
  column: {widthPx: null, heightPx: 520},
  medium: {widthPx: 700, heightPx: 520},
  small: {widthPx: 300, heightPx: 400},
};

export interface ShareStage extends StageInSight {
  askForLive(): Promise<unknown>;
  sayMissing(control: Element | null): void;
  readonly stickyOffset: {readonly measure: () => void};
}

export interface SharePanel {
  /** @param opener - Where the focus goes when the panel closes. */
  readonly open: (opener: HTMLElement | null) => void;
}

/** @param section - The panel as the build wrote it; its data has the addresses and words of the story. */
export function startPanel(stage: ShareStage, section: HTMLElement): SharePanel {
  const template = section.querySelector('template');
  template?.replaceWith(template.content);
  const {timeline} = stage;
  const {language} = timeline;
  const words = shareWords(language);
  const feed = section.parentElement!;
  const data = section.dataset as Readonly<Record<string, string>>;
  const piece = (name: string) => section.querySelector<HTMLElement>(`[data-share="${name}"]`)!;
  const chosen = (name: string) => section.querySelector<HTMLInputElement>(`input[name="share-${name}"]:checked`)!.value;
  let focusBack: HTMLElement | null = null;
  let scrollBackPx = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownCode = '';

  const knownDayMs = () => (stage.isKnownThen ? dayStartMs(stage.playheadMs) : null);
  const sharedDayMs = () => dayToShare(timeline, stage.playheadMs);
  const dayInFull = (ms: number) => {
    const date = new Date(ms);
    return calendarWords(language).dayAndMonth(date.getUTCDate(), monthBesideDay(date.getUTCMonth() + 1, language, 'long'));
  };
  const query = () => stage.live?.query() ?? '';

  // Embed

  function viewToShow(): View {
    if (chosen('shows') === 'window') return stage.view;
    return (chosen('shows') === 'bracket' && viewOfBracket(timeline)) || timeline.extent;
  }

  function choice(): FrameChoice {
    const theme = chosen('theme');
    return {
      size: SIZES[chosen('size')]!,
      view: viewToShow(),
      knownDayMs: chosen('opens') === 'then' ? (knownDayMs() ?? sharedDayMs()) : null,
      theme: theme === 'reader' ? null : theme,
    };
  }

  function show(): void {
    const openDayMs = knownDayMs() ?? sharedDayMs();
    setText(piece('opens-then'), words.knownThenOn(dayAndMonth(openDayMs, language)));
    setText(piece('link-day-words'), words.toDay(dayInFull(sharedDayMs())));
    const wanted = choice();
    const page = {title: data['title']!, frameTitle: data['frameTitle']!, address: data['home']!, frameAddress: data['frame']!};
    const code = frameCode(page, wanted);
    if (code === shownCode) return;
    shownCode = code;
    setText(piece('code'), code);
    showPreview(wanted);
  }

  /** A new frame for each choice: one that is led elsewhere would leave a step in the history. */
  function showPreview(wanted: FrameChoice): void {
    const {widthPx, heightPx} = wanted.size;
    const holder = piece('preview');
    const scale = Math.min(1, holder.clientWidth / (widthPx ?? holder.clientWidth));
    const frame = document.createElement('iframe');
    frame.title = data['frameTitle']!;
    frame.src = `${data['framePath']}${frameQuery(wanted)}`;
    frame.width = widthPx === null ? '100%' : String(widthPx);
    frame.height = String(heightPx);
    frame.style.transform = `scale(${scale})`;
    holder.style.height = `${heightPx * scale + 2}px`;
    holder.style.width = widthPx === null ? '' : `${widthPx * scale + 2}px`;
    holder.replaceChildren(frame);
    setText(piece('preview-words'), words.asItWillLook(widthPx === null ? words.fillingColumn : `${widthPx} × ${heightPx}`));
  }

  // Copying

  async function copy(text: string, name: string): Promise<void> {
    const done = piece(`${name}-done`);
    if (!(await copyText(text))) return;
    done.hidden = false;
    setTimeout(() => (done.hidden = true), COPIED_MS);
  }

  function showCitation(): void {
    for (const form of section.querySelectorAll<HTMLElement>('[data-form]')) form.hidden = form.dataset['form'] !== chosen('form');
  }

  const citation = () => section.querySelector<HTMLElement>(`[data-form="${chosen('form')}"]`)!.textContent;

  // Picture

  function pictureWords() {
    const {fromMs, toMs} = stage.view;
    const days = words.days(dateInWords(fromMs, language), dateInWords(toMs - 1, language));
    const known = stage.isKnownThen ? [words.asKnownOn(dateInWords(stage.playheadMs, language))] : [];
    return {title: data['title']!, subtitle: [`${data['kicker']!} · ${days}`, ...known], foot: JSON.parse(data['foot']!) as string[]};
  }

  async function download(kind: 'svg' | 'png'): Promise<void> {
    const failed = piece('picture-failed');
    failed.hidden = true;
    try {
      const picture = await pictureOf(stage, pictureWords(), data['letters']!);
      const size = {widthPx: PNG_WIDTH_PX, heightPx: Math.round((picture.heightPx / picture.widthPx) * PNG_WIDTH_PX)};
      const blob = kind === 'svg' ? new Blob([picture.text], {type: 'image/svg+xml'}) : await pngOf(picture.text, size);
      save(blob, `${data['file']}.${kind}`);
    } catch (error) {
      console.warn(error);
      failed.hidden = false;
    }
  }

  // Opening and closing

  const showSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, REST_MS);
  };

  /** Find takes the same place, and a mark that is pressed leads to the story. */
  const giveWay = new MutationObserver(() => feed.hasAttribute('data-finding') && hide());

  function open(opener: HTMLElement | null): void {
    if (!section.hidden) return close();
    feed.querySelector<HTMLElement>('[data-find="close"]')?.click();
    focusBack = opener;
    scrollBackPx = scrollY;
    section.hidden = false;
    feed.toggleAttribute('data-sharing', true);
    // The panel is as high as the window: the stage scrolls away with the page while it is open. What keeps clear of the
    // stage is not told, for the page would be held in place when the panel closes and a mark leads into the story.
    stage.classList.add('is-unstuck');
    showOpeners();
    show();
    stage.addEventListener(DRAWN, showSoon);
    stage.addEventListener(SHOWS_STORY, hide);
    section.addEventListener('keydown', closeByKey);
    giveWay.observe(feed, {attributeFilter: ['data-finding']});
    section.scrollIntoView({behavior: 'instant', block: 'start'});
    piece('title').focus({preventScroll: true});
  }

  function hide(): void {
    if (section.hidden) return;
    section.hidden = true;
    feed.removeAttribute('data-sharing');
    stage.classList.remove('is-unstuck');
    stage.stickyOffset.measure();
    clearTimeout(timer);
    stage.removeEventListener(DRAWN, showSoon);
    stage.removeEventListener(SHOWS_STORY, hide);
    section.removeEventListener('keydown', closeByKey);
    giveWay.disconnect();
    piece('preview').replaceChildren();
    shownCode = '';
    showOpeners();
  }

  function close(): void {
    hide();
    scrollTo({top: scrollBackPx, behavior: 'instant'});
    focusBack?.focus({preventScroll: true});
  }

  function closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  }

  function showOpeners(): void {
    for (const control of document.querySelectorAll('button[data-opens="share"]')) {
      control.setAttribute('aria-expanded', String(!section.hidden));
    }
  }

  section.addEventListener('change', ({target}) => ((target as HTMLInputElement).name === 'share-form' ? showCitation() : show()));
  piece('close').addEventListener('click', close);
  piece('copy-code').addEventListener('click', () => void copy(shownCode, 'copy-code'));
  piece('copy-citation').addEventListener('click', () => void copy(citation(), 'copy-citation'));
  piece('svg').addEventListener('click', () => void download('svg'));
  piece('png').addEventListener('click', () => void download('png'));
  piece('link-window').addEventListener('click', () => void copy(`${data['home']}${query()}`, 'link'));
  piece('link-day').addEventListener('click', () => void copy(`${data['then']}${isoDay(sharedDayMs())}/`, 'link'));
  return {open};
}
