/** What the replay shows in its band, its bar and its card. */
import {numberOnChart} from '../layout/measures.ts';
import {stepOn} from '../model/known.ts';
import type {Known} from '../model/known.ts';
import type {Caption} from '../model/replay-plan.ts';
import {dayStartMs} from '../model/time.ts';
import type {Measure, Timeline} from '../model/timeline.ts';
import {replayWords} from '../model/words/replay.ts';
import {stageWords} from '../model/words/stage.ts';
import {weekdayName} from '../model/calendar-names.ts';
import {dayName, weekdayOfStory} from '../render/names.ts';
import {prefersStill} from './motion.ts';
import {clockWords} from './replay-script.ts';
import type {Moment, Script} from './replay-script.ts';

export interface BandState {
  readonly moment: Moment;
  readonly atMs: number;
  readonly isPlaying: boolean;
  /** Whether its card is shown. */
  readonly isClosed: boolean;
  /** Which still is shown, for readers who ask for stillness; null where it moves by itself. */
  readonly still: number | null;
  readonly playheadMs: number;
  readonly known: Known;
}

export interface BandHooks {
  readonly onMain: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
  readonly onRead: () => void;
}

const TURN_MS = 280;
const COPIED_MS = 2000;
/** Sliding digits slow down towards their place. */
const TURN = {duration: TURN_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)'};

/** The band, its bar and its card, out of a template of the page. */
export class ReplayBand {
  readonly section: HTMLElement;
  readonly closing: HTMLElement;
  private readonly timeline: Timeline;
  private readonly script: Script;
  private readonly measures: readonly Measure[];
  private readonly words: ReturnType<typeof replayWords>;
  private readonly parts: Readonly<Record<'day' | 'date' | 'caption' | 'line' | 'main' | 'main-words' | 'back' | 'time', HTMLElement>>;
  private readonly counters: readonly HTMLElement[];
  private readonly fills: readonly DayFill[];
  private readonly captions: readonly Caption[];

  constructor(template: HTMLTemplateElement, timeline: Timeline, script: Script, measures: readonly Measure[], hooks: BandHooks) {
    const content = template.content.cloneNode(true) as DocumentFragment;
    const all = (name: string) => [...content.querySelectorAll<HTMLElement>(`[data-replay="${name}"]`)];
    const part = (name: string) => all(name)[0]!;
    this.timeline = timeline;
    this.script = script;
    this.measures = measures;
    this.words = replayWords(timeline.language);
    this.section = part('section');
    this.closing = part('closing');
    this.parts = {
      day: part('day'),
      date: part('date'),
      caption: part('caption'),
      line: part('line'),
      main: part('main'),
      'main-words': part('main-words'),
      back: part('back'),
      time: part('time'),
    };
    this.counters = all('counter');
    this.fills = fillDays(part('days'), script, timeline);
    this.captions = script.days.flatMap((one) => one.captions);
    this.parts.main.addEventListener('click', hooks.onMain);
    this.parts.back.addEventListener('click', hooks.onBack);
    part('leave').addEventListener('click', hooks.onLeave);
    part('read').addEventListener('click', hooks.onRead);
    listenToCopy(part('copy'));
  }

  /** What is said where the replay ends. */
  get closingWords(): string {
    const {caption, line} = this.parts;
    return `${caption.dataset['closing']!}. ${line.dataset['closing']!}`;
  }

  show(state: BandState): void {
    this.showWords(state);
    this.showCounters(state);
    this.showBar(state);
    this.showDays(state);
  }

  /** Shows the card. */
  close(): void {
    this.closing.hidden = false;
    this.section.closest('.stage')?.classList.add('is-closed');
  }

  /** Hides it again. */
  open(): void {
    this.closing.hidden = true;
    this.section.closest('.stage')?.classList.remove('is-closed');
  }

  focus(): void {
    this.parts.main.focus({preventScroll: true});
  }

  private showWords({moment, isClosed, playheadMs}: BandState): void {
    const {timeline, words} = this;
    const {day, date, caption, line} = this.parts;
    say(day, dayName(timeline, playheadMs));
    say(date, weekdayOfStory(timeline, playheadMs));
    if (isClosed) {
      say(caption, caption.dataset['closing']!);
      return say(line, line.dataset['closing']!);
    }
    const dayMs = dayStartMs(playheadMs);
    const isOfDay = moment.caption?.dayMs === dayMs;
    say(caption, isOfDay ? moment.caption!.caption : '');
    say(line, isOfDay ? moment.caption!.line : words.news(timeline.events.filter(({knownMs}) => knownMs === dayMs).length));
  }

  private showCounters({known, playheadMs}: BandState): void {
    const {language} = this.timeline;
    turn(this.counters[0]!, String(known.count), false);
    this.measures.forEach((measure, i) => {
      const step = stepOn(measure, dayStartMs(playheadMs));
      const figure = step ? numberOnChart(step.value, measure, language) : stageWords(language).noFigureYet;
      turn(this.counters[i + 1]!, figure, step === null);
    });
  }

  private showBar({atMs, isPlaying, isClosed, still}: BandState): void {
    const {section, words, captions, script} = this;
    const {back, time} = this.parts;
    section.classList.toggle('is-closed', isClosed);
    section.classList.toggle('is-still', still !== null);
    section.classList.toggle('is-playing', isPlaying);
    const next = still === null ? null : captions[still + 1];
    const forward =
      still === null ? (isPlaying ? words.pause : words.play) : words.next(next?.caption.replace(/\.$/, '') ?? words.notPublicYet);
    say(this.parts['main-words'], isClosed ? words.again : forward);
    back.hidden = still === null || still === 0 || isClosed;
    if (still !== null && !isClosed) say(time, words.still(still + 1, captions.length));
    else sayTime(time, clockWords(atMs), words.ofTime(clockWords(script.totalMs)));
  }

  private showDays({moment, atMs, isClosed, still}: BandState): void {
    this.fills.forEach(({element, bar}, i) => {
      const {fromMs, toMs} = this.script.days[i]!;
      const share = still === null ? Math.min(Math.max((atMs - fromMs) / (toMs - fromMs), 0), 1) : Number(i <= moment.day);
      bar.style.width = `${Math.round(share * 1000) / 10}%`;
      element.classList.toggle('is-now', i === moment.day && !isClosed);
    });
  }
}

interface DayFill {
  readonly element: HTMLElement;
  readonly bar: HTMLElement;
}

/** One part of the progress for each day: a bar that fills, and its name. */
function fillDays(list: HTMLElement, {days}: Script, timeline: Timeline): DayFill[] {
  return days.map(({dayMs}) => {
    const element = document.createElement('li');
    const track = document.createElement('span');
    const bar = document.createElement('i');
    const name = document.createElement('b');
    const number = String(new Date(dayMs).getUTCDate());
    const weekday = document.createElement('span');
    weekday.className = 'replay-weekday';
    weekday.textContent = `${weekdayName(new Date(dayMs).getUTCDay(), timeline.language, 'short')} `;
    name.append(weekday, number);
    track.className = 'replay-track';
    track.append(bar);
    element.append(track, name);
    list.append(element);
    return {element, bar};
  });
}

/** A figure that has become public turns once, upwards; with still pictures it is there at once. */
function turn(counter: HTMLElement, text: string, isEmpty: boolean): void {
  if (counter.dataset['value'] === text) return;
  const isFirst = counter.dataset['value'] === undefined;
  const old = counter.firstElementChild as HTMLElement | null;
  counter.dataset['value'] = text;
  const figure = document.createElement('span');
  figure.textContent = text;
  counter.classList.toggle('is-empty', isEmpty);
  counter.replaceChildren(figure);
  if (isFirst || !old || prefersStill() || !('animate' in figure)) return;
  old.className = 'is-leaving';
  old.setAttribute('aria-hidden', 'true');
  counter.append(old);
  figure.animate([{transform: 'translateY(100%)'}, {transform: 'none'}], TURN);
  old.animate([{transform: 'none'}, {transform: 'translateY(-100%)'}], TURN).onfinish = () => old.remove();
}

function sayTime(element: HTMLElement, now: string, ofAll: string): void {
  if (element.dataset['now'] === now) return;
  element.dataset['now'] = now;
  const strong = document.createElement('b');
  strong.textContent = now;
  element.replaceChildren(strong, ` ${ofAll}`);
}

/** Copies the address of the day; where that is not allowed, shows it to be copied by hand. */
function listenToCopy(button: HTMLElement): void {
  const name = button.querySelector('span')!;
  const before = name.textContent;
  button.addEventListener('click', () => {
    const address = new URL(button.dataset['address']!, location.href).href;
    const done = () => {
      name.textContent = button.dataset['done']!;
      setTimeout(() => (name.textContent = before), COPIED_MS);
    };
    void (navigator.clipboard?.writeText(address) ?? Promise.reject(new TypeError('no clipboard'))).then(done, () =>
      prompt(before, address),
    );
  });
}

function say(element: HTMLElement, text: string): void {
  delete element.dataset['now'];
  if (element.textContent !== text) element.textContent = text;
}
