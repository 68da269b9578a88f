/** Says at the control that was pressed that the part of the script behind it did not come. */

const SHOWN_MS = 8000;
const GAP_PX = 8;

/** @param control - What was pressed; the stage's bar where that is not known. */
export function showMissing(stage: HTMLElement, control: Element | null, words: string): void {
  for (const other of stage.querySelectorAll('.missing')) other.remove();
  const note = document.createElement('p');
  note.className = 'tooltip missing';
  // The stage's status says the same to those who do not see it.
  note.setAttribute('aria-hidden', 'true');
  note.textContent = words;
  stage.append(note);
  const around = stage.getBoundingClientRect();
  const {left, bottom} = (control?.isConnected ? control : stage.querySelector('.stage-bar')!).getBoundingClientRect();
  note.style.left = `${Math.max(Math.min(left - around.left, around.width - note.offsetWidth - GAP_PX), GAP_PX)}px`;
  note.style.top = `${Math.max(bottom - around.top, 0) + GAP_PX}px`;
  const drop = () => {
    note.remove();
    stage.removeEventListener('pointerdown', drop);
  };
  stage.addEventListener('pointerdown', drop);
  setTimeout(drop, SHOWN_MS);
}
