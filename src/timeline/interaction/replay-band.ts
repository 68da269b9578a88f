/** What the replay shows in its band, its bar and its card. */
import {numberOnChart} from '../layout/measures.ts';
import {stepOn} from '../model/known.ts';
import type {Known} from '../model/known.ts';
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

export interface ReplayBand {
  readonly section: HTMLElement;
  readonly closing: HTMLElement;
  readonly closingWords: string;
  readonly show: (state: BandState) => void;
  /** Shows the card. */
  readonly close: () => void;
  /** Hides it again. */
  readonly open: () => void;
  readonly focus: () => void;
}

const TURN_MS = 280;
const COPIED_MS = 2000;
/** Sliding digits slow down towards their place. */
const TURN = {duration: TURN_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)'};

export function replayBand(
  template: HTMLTemplateElement,
  timeline: Timeline,
  script: Script,
  measures: readonly Measure[],
  {onMain, onBack, onLeave, onRead}: BandHooks,
): ReplayBand {
  const {language} = timeline;
  const words = replayWords(language);
  const content = template.content.cloneNode(true) as DocumentFragment;
  const all = (name: string) => [...content.querySelectorAll<HTMLElement>(`[data-replay="${name}"]`)];
  const part = (name: string) => all(name)[0]!;
  const [section, closing, day, date, caption, line] = ['section', 'closing', 'day', 'date', 'caption', 'line'].map(part) as HTMLElement[];
  const [main, mainWords, back, time] = ['main', 'main-words', 'back', 'time'].map(part) as HTMLElement[];
  const counters = all('counter');
  const fills = fillDays(part('days'), script, timeline);
  main!.addEventListener('click', onMain);
  back!.addEventListener('click', onBack);
  part('leave').addEventListener('click', onLeave);
  part('read').addEventListener('click', onRead);
  listenToCopy(part('copy'));
  const stillsInAll = script.days.reduce((sum, {captions}) => sum + captions.length, 0);
  const captions = script.days.flatMap((one) => one.captions);

  const showWords = ({moment, isClosed, playheadMs}: BandState) => {
    say(day!, dayName(timeline, playheadMs));
    say(date!, weekdayOfStory(timeline, playheadMs));
    if (isClosed) {
      say(caption!, caption!.dataset['closing']!);
      return say(line!, line!.dataset['closing']!);
    }
    const dayMs = dayStartMs(playheadMs);
    const isOfDay = moment.caption?.dayMs === dayMs;
    say(caption!, isOfDay ? moment.caption!.caption : '');
    say(line!, isOfDay ? moment.caption!.line : words.news(timeline.events.filter(({knownMs}) => knownMs === dayMs).length));
  };
  const showCounters = ({known, playheadMs}: BandState) => {
    turn(counters[0]!, String(known.count), false);
    measures.forEach((measure, i) => {
      const step = stepOn(measure, dayStartMs(playheadMs));
      turn(counters[i + 1]!, step ? numberOnChart(step.value, measure, language) : stageWords(language).noFigureYet, step === null);
    });
  };
  const showBar = ({moment, atMs, isPlaying, isClosed, still}: BandState) => {
    section!.classList.toggle('is-closed', isClosed);
    section!.classList.toggle('is-still', still !== null);
    section!.classList.toggle('is-playing', isPlaying);
    const next = still === null ? null : captions[still + 1];
    const forward =
      still === null ? (isPlaying ? words.pause : words.play) : words.next(next?.caption.replace(/\.$/, '') ?? words.notPublicYet);
    say(mainWords!, isClosed ? words.again : forward);
    back!.hidden = still === null || still === 0 || isClosed;
    if (still !== null && !isClosed) say(time!, words.still(still + 1, stillsInAll));
    else sayTime(time!, clockWords(atMs), words.ofTime(clockWords(script.totalMs)));
    fills.forEach(({element, bar}, i) => {
      const {fromMs, toMs} = script.days[i]!;
      const share = still === null ? Math.min(Math.max((atMs - fromMs) / (toMs - fromMs), 0), 1) : Number(i <= moment.day);
      bar.style.width = `${Math.round(share * 1000) / 10}%`;
      element.classList.toggle('is-now', i === moment.day && !isClosed);
    });
  };

  return {
    section: section!,
    closing: closing!,
    get closingWords() {
      return `${caption!.dataset['closing']!}. ${line!.dataset['closing']!}`;
    },
    show(state) {
      showWords(state);
      showCounters(state);
      showBar(state);
    },
    close() {
      closing!.hidden = false;
      section!.closest('.stage')?.classList.add('is-closed');
    },
    open() {
      closing!.hidden = true;
      section!.closest('.stage')?.classList.remove('is-closed');
    },
    focus: () => main!.focus({preventScroll: true}),
  };
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
