/** “Embed and cite”, in the feed's place: code for a frame, a citation, a picture of the window, links to it. */
import {listenToCopies, showCitation} from './copies.ts';
import {download} from './download.ts';
import {formIn} from './form.ts';
import {frameIn} from './frame.ts';
import {openingOf} from './opening.ts';
import type {ShareStage} from './share-stage.ts';

export interface SharePanel {
  /** @param opener - Where the focus goes when the panel closes. */
  readonly open: (opener: HTMLElement | null) => void;
}

/** @param section - The panel as the build wrote it; its data has the addresses and words of the story. */
export function startPanel(stage: ShareStage, section: HTMLElement): SharePanel {
  const form = formIn(section);
  const {piece} = form;
  const frame = frameIn(form, stage);
  const opening = openingOf(stage, section, {onShow: () => frame.show(), onHide: () => frame.clear()});
  section.addEventListener('change', ({target}) =>
    (target as HTMLInputElement).name === 'share-form' ? showCitation(form) : frame.show(),
  );
  piece('close').addEventListener('click', () => opening.close());
  listenToCopies(form, stage, () => frame.code);
  piece('svg').addEventListener('click', () => void download('svg', stage, form));
  piece('png').addEventListener('click', () => void download('png', stage, form));
  return {open: opening.toggle};
}
