/** The picture of the window as a file. */
import {shareWords} from '../../model/words/embed.ts';
import {dateInWords} from '../../render/names.ts';
import type {StageInSight} from '../around.ts';
import type {ShareForm} from './form.ts';
import {pictureOf, pngOf, save} from './picture.ts';
import type {PictureWords} from './picture.ts';

const PNG_WIDTH_PX = 2400;

/** Saves it, or says in the panel that this failed. */
export async function download(kind: 'svg' | 'png', stage: StageInSight, {data, piece}: ShareForm): Promise<void> {
  const failed = piece('picture-failed');
  failed.hidden = true;
  try {
    const picture = await pictureOf(stage, pictureWords(stage, data), data['letters']!);
    const size = {widthPx: PNG_WIDTH_PX, heightPx: Math.round((picture.heightPx / picture.widthPx) * PNG_WIDTH_PX)};
    const blob = kind === 'svg' ? new Blob([picture.text], {type: 'image/svg+xml'}) : await pngOf(picture.text, size);
    save(blob, `${data['file']}.${kind}`);
  } catch (error) {
    console.warn(error);
    failed.hidden = false;
  }
}

/** @param data - Of the panel: `title`, `kicker`, and `foot` as JSON. */
export function pictureWords(
  {
    view,
    isKnownThen,
    playheadMs,
    timeline: {language},
  }: Pick<StageInSight, 'view' | 'isKnownThen' | 'playheadMs'> & {
    readonly timeline: {readonly language: string};
  },
  data: ShareForm['data'],
): PictureWords {
  const words = shareWords(language);
  const days = words.days(dateInWords(view.fromMs, language), dateInWords(view.toMs - 1, language));
  const known = isKnownThen ? [words.asKnownOn(dateInWords(playheadMs, language))] : [];
  return {title: data['title']!, subtitle: [`${data['kicker']!} · ${days}`, ...known], foot: JSON.parse(data['foot']!) as string[]};
}
