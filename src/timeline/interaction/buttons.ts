/** The buttons of the bar, the rail and the panel, each of which names in the page the command it gives. */
import type {Controls} from './controls.ts';
import {late} from './late.ts';
import type {LiveStage} from './live-stage.ts';
import {isPanelOpen} from './popover.ts';

export interface Buttons {
  /** The button or link that was used last, for what it leads to may not come. */
  readonly lastUsed: Element | null;
  /** A control outside the stage was used. */
  readonly noteUsed: (control: Element) => void;
  /** Shows in the panel, where it is open, what the stage shows. */
  readonly show: () => void;
  readonly openPanel: () => void;
  /** Puts the focus on the button that opens the panel. */
  readonly focusOpener: () => void;
}

export function listenToButtons(stage: LiveStage): Buttons {
  const panel = stage.querySelector<HTMLElement>('[data-part="controls"]');
  let lastUsed: Element | null = null;
  let controls: Controls | null = null;

  stage.addEventListener('click', ({target}) => (lastUsed = (target as Element).closest('button, a')), {capture: true});
  for (const button of stage.querySelectorAll<HTMLElement>('[data-action]')) {
    button.addEventListener('click', () => stage.act(button.dataset['action']!));
  }
  for (const button of stage.querySelectorAll<HTMLElement>('[data-level]')) {
    button.addEventListener('click', () => stage.act(`level ${button.dataset['level']!}`));
  }
  if (panel) {
    const wakeControls = late(
      () => import('./controls.ts'),
      ({attachControls}) => (controls = attachControls(stage, panel)),
      () => stage.sayMissing(stage.querySelector('[popovertarget]')),
    );
    panel.addEventListener('beforetoggle', () => void wakeControls());
    if (isPanelOpen(panel)) void wakeControls();
    // A button that is pressed before the panel has its script acts all the same.
    panel.addEventListener('click', ({target}) => {
      const button = (target as Element).closest<HTMLElement>('[data-control]');
      if (!button) return;
      stage.act(button.dataset['control']!);
      controls?.show();
    });
  }

  return {
    get lastUsed() {
      return lastUsed;
    },
    noteUsed: (control) => (lastUsed = control),
    show: () => controls?.show(),
    openPanel: () => panel?.showPopover?.(),
    focusOpener: () => stage.querySelector<HTMLElement>('[popovertarget]')?.focus(),
  };
}
