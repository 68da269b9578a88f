/** The row above the stage: its question, what its buttons wait for, and whether it is in sight. */
import {daysWithNews} from '../model/public-day.ts';
import {dayStartMs, isoDay} from '../model/time.ts';
import type {Timeline} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import {setText} from '../render/draw.ts';
import {dayOfStory} from '../render/names.ts';
import type {Scene} from '../render/scene.ts';

export interface OpeningRow {
  /** Says what its buttons do now, and does what was pressed before anything could answer. */
  readonly ready: () => void;
  /** @param isAnswered - Whether Known then has been shown: then the question is about the playhead's day. */
  readonly show: (scene: Pick<Scene, 'playheadMs' | 'isKnownThen' | 'compared' | 'count'>, isAnswered: boolean) => void;
}

/** What the bar leaves to the row while that is in sight. */
const IN_ROW = 'is-opening';
/** The buttons of the bar that come and go with the row. */
const IN_BAR = '.play, .toggle';

/**
 * @param act - Does what a button is for: `play`, `known-now`, `both`, or `answer` for Known then.
 * @returns Null on a page without such a row.
 */
export function attachOpeningRow(
  stage: HTMLElement,
  timeline: Timeline,
  act: (action: string, control: HTMLElement) => void,
): OpeningRow | null {
  const row = document.querySelector<HTMLElement>('[data-part="opening"]');
  if (!row) return null;
  const words = stageWords(timeline.language);
  const question = row.querySelector<HTMLElement>('[data-part="question"]');
  const newsDays = daysWithNews(timeline);
  const buttons = [...row.querySelectorAll<HTMLElement>('[data-opening]')];
  const length = row.querySelector<HTMLElement>('[data-ready-words]');

  const press = (button: HTMLElement) => {
    const action = button.dataset['opening']!;
    act(action === 'known-then' ? 'answer' : action, button);
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      if (!button.hasAttribute('aria-disabled')) press(button);
    });
  // The page of the day answers too, in another tab or without a script.
  question?.addEventListener('click', (event) => {
    const isElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (isElsewhere || question.hasAttribute('data-answered') || buttons.some((button) => button.hasAttribute('aria-disabled'))) return;
    event.preventDefault();
    act('answer', question);
  });
  watchRow(stage, row);

  return {
    ready() {
      if (length) setText(length, length.dataset['readyWords']!);
      for (const button of buttons) button.removeAttribute('aria-disabled');
      const pressed = buttons.find((button) => button.hasAttribute('data-pressed'));
      pressed?.removeAttribute('data-pressed');
      if (pressed) press(pressed);
    },
    show({playheadMs, isKnownThen, compared, count}, isAnswered) {
      const shown = compared ? 'both' : isKnownThen ? 'known-then' : 'known-now';
      for (const button of buttons) {
        const isPressed = button.dataset['opening'] === shown;
        if (button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', String(isPressed));
      }
      const dayMs = isAnswered || isKnownThen ? dayStartMs(playheadMs) : timeline.opening.dayMs;
      if (!question || dayMs === null) return;
      const day = dayOfStory(timeline, dayMs);
      const said = isKnownThen ? words.wereOnDay(day, count, timeline.events.length) : words.question(day);
      if (question.textContent !== said) setText(question, said);
      question.toggleAttribute('data-answered', isKnownThen);
      if (question.dataset['days']) linkToDay(question, question.dataset['days'], newsDays, dayMs);
    },
  };
}

/** Leads to the page of the last day with news up to a day: what was public had not changed since. */
function linkToDay(link: HTMLElement, pagesHref: string, newsDays: readonly number[], dayMs: number): void {
  const pageMs = newsDays.findLast((ms) => ms <= dayMs) ?? newsDays[0]!;
  const href = `${pagesHref}${isoDay(pageMs)}/`;
  if (link.getAttribute('href') !== href) link.setAttribute('href', href);
}

/** The bar has a replay button and a toggle of its own while the row is out of sight; always, if the browser cannot say whether it is. */
function watchRow(stage: HTMLElement, row: HTMLElement): void {
  if (!('IntersectionObserver' in window)) return stage.classList.remove(IN_ROW);
  let isSeen = true;
  const show = () => {
    // What has the focus does not go away under it.
    const hasFocus = [...stage.querySelectorAll(IN_BAR)].some((part) => part.contains(document.activeElement));
    stage.classList.toggle(IN_ROW, isSeen && !hasFocus);
  };
  new IntersectionObserver((changes) => {
    isSeen = changes.at(-1)!.isIntersecting;
    show();
  }).observe(row);
  stage.addEventListener('focusout', () => queueMicrotask(show));
}
