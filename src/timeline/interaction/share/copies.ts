/** The buttons that copy: the code of the frame, a citation, a link. */
import {isoDay} from '../../model/time.ts';
import type {StageInSight} from '../around.ts';
import {copyText} from '../copy.ts';
import {dayToShare} from './code.ts';
import type {ShareForm} from './form.ts';

const COPIED_MS = 2500;

/** @param code - Of the frame, as it is shown. */
export function listenToCopies(form: ShareForm, stage: StageInSight, code: () => string): void {
  const {data, piece} = form;
  const onPress = (button: string, done: string, text: () => string) =>
    piece(button).addEventListener('click', () => void copy(text(), piece(done)));
  onPress('copy-code', 'copy-code-done', code);
  onPress('copy-citation', 'copy-citation-done', () => citation(form).textContent);
  onPress('link-window', 'link-done', () => `${data['home']}${stage.live?.query() ?? ''}`);
  onPress('link-day', 'link-done', () => `${data['then']}${isoDay(dayToShare(stage.timeline, stage.playheadMs))}/`);
}

/** Shows the citation in the form that is chosen. */
export function showCitation(form: ShareForm): void {
  const shown = citation(form);
  for (const element of form.section.querySelectorAll<HTMLElement>('[data-form]')) element.hidden = element !== shown;
}

function citation({section, chosen}: ShareForm): HTMLElement {
  return section.querySelector<HTMLElement>(`[data-form="${chosen('form')}"]`)!;
}

async function copy(text: string, done: HTMLElement): Promise<void> {
  if (!(await copyText(text))) return;
  done.hidden = false;
  setTimeout(() => (done.hidden = true), COPIED_MS);
}
