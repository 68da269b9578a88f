/** Waits for a reader who asks for “Embed and cite”; the rest of its script comes only then. */
import {late} from '../late.ts';
import type {ShareStage} from './share-stage.ts';

const stage = document.querySelector<ShareStage>('zoomable-timeline')!;
const section = document.getElementById('share')!;
/** What was pressed last. */
let opener: HTMLElement | null = null;

const askForPanel = late(
  () => import('./panel.ts'),
  ({startPanel}) => startPanel(stage, section),
  () => stage.sayMissing(opener),
);

async function open(control: HTMLElement | null): Promise<void> {
  opener = control;
  (await askForPanel())?.open(control);
}

for (const control of document.querySelectorAll<HTMLElement>('[data-opens="share"]')) {
  control.addEventListener('click', (event) => {
    event.preventDefault();
    void open(control);
  });
}
if (location.hash === `#${section.id}`) void stage.askForLive().then(() => open(null));
