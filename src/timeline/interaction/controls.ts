/** The controls under the stage: what the bar has no room for, and where the view is now. */
import {axisMs, DAY_MS, dayStartMs, isoDay, msFromIsoDay} from '../model/time.ts';
import type {View} from '../model/view.ts';
import {isPanelOpen} from './popover.ts';

/** What the controls ask of the stage above them. */
export interface ControlStage extends HTMLElement {
  readonly view: View;
  readonly isKnownThen: boolean;
  readonly isBoth: boolean;
  /** Shows a stretch of whole days. */
  goToDays(days: View): void;
}

export interface Controls {
  /** Says again what is shown, and which buttons are pressed. */
  readonly show: () => void;
}

/** Wakes the panel; the browser itself opens and closes it. */
export function attachControls(stage: ControlStage, panel: HTMLElement): Controls {
  const fields = {
    from: panel.querySelector<HTMLInputElement>('[data-day="from"]')!,
    to: panel.querySelector<HTMLInputElement>('[data-day="to"]')!,
  };
  const opener = stage.querySelector<HTMLElement>(`[popovertarget="${panel.id}"]`)!;
  const isOpen = () => isPanelOpen(panel);

  const show = () => {
    if (!isOpen()) return;
    const days = {from: dayStartMs(stage.view.fromMs), to: dayStartMs(stage.view.toMs - 1)};
    for (const end of ['from', 'to'] as const) {
      // A date that is half typed is left alone; a field for dates begins with the year 1.
      if (document.activeElement !== fields[end]) fields[end].value = isoDay(Math.max(days[end], axisMs(1, 0)));
    }
    for (const button of panel.querySelectorAll<HTMLElement>('[data-control][aria-pressed]')) {
      button.setAttribute('aria-pressed', String(isPressed(stage, button.dataset['control']!)));
    }
  };

  const goToDays = (end: 'from' | 'to') => {
    const changed = dayOfText(fields[end].value);
    if (changed === null || !fields[end].validity.valid) return;
    const other = dayOfText(fields[end === 'from' ? 'to' : 'from'].value) ?? changed;
    const [fromMs, toMs] = end === 'from' ? [changed, Math.max(changed, other)] : [Math.min(changed, other), changed];
    stage.goToDays({fromMs, toMs: toMs + DAY_MS});
  };
  for (const end of ['from', 'to'] as const) fields[end].addEventListener('change', () => goToDays(end));

  // The stage and Find have an Escape of their own.
  panel.addEventListener('keydown', (event) => event.stopPropagation());
  // A reader who tabs on must see where they are.
  panel.addEventListener('focusout', ({relatedTarget}) => {
    if (relatedTarget instanceof Node && !panel.contains(relatedTarget)) panel.hidePopover();
  });

  let scrollBackPx: number | null = null;
  const opened = () => {
    show();
    const topPx = stage.getBoundingClientRect().top;
    scrollBackPx = getComputedStyle(stage).position === 'sticky' && topPx > 0 ? scrollY : null;
    if (scrollBackPx !== null) scrollTo({top: scrollY + topPx, behavior: 'instant'});
  };
  const closed = () => {
    // The mark that had focus may have gone out of the drawing meanwhile.
    if (document.activeElement === document.body) opener.focus({preventScroll: true});
    if (scrollBackPx !== null && stage.getBoundingClientRect().top === 0) scrollTo({top: scrollBackPx, behavior: 'instant'});
  };
  panel.addEventListener('toggle', () => (isOpen() ? opened() : closed()));
  if (isOpen()) opened();
  return {show};
}

function isPressed(stage: ControlStage, control: string): boolean {
  switch (control) {
    case 'known-now':
      return !stage.isKnownThen && !stage.isBoth;
    case 'known-then':
      return stage.isKnownThen;
    case 'both':
      return stage.isBoth;
    default: {
      const [kind, name] = control.split(' ');
      const pressed = stage.querySelector<HTMLElement>(`[data-${kind!}][aria-pressed="true"], [data-${kind!}][data-shown]`);
      return pressed?.dataset[kind!] === name;
    }
  }
}

function dayOfText(text: string): number | null {
  const ms = msFromIsoDay(text);
  return Number.isNaN(ms) ? null : ms;
}
