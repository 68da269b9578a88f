import type {Content} from '../schema/content.ts';
import {htmlText} from '../story/html-text.ts';
import {embedWords} from '../timeline/model/words/pages.ts';
import {CARD_SIZE} from './card/card.ts';
import {STORY_CARD} from './card/paths.ts';

/** A frame for a column of text; it takes any other size too. */
const FRAME = {widthPx: 800, heightPx: 520} as const;

/**
 * The stage as other sites may frame it.
 *
 * @param addressOf - The full address of a path of this site.
 * @see https://oembed.com/
 */
export function oembed({story}: Content, addressOf: (path: string) => string): object {
  const {widthPx, heightPx} = FRAME;
  const title = embedWords(story.language).title(story.title);
  return {
    version: '1.0',
    type: 'rich',
    title: story.title,
    provider_name: story.title,
    provider_url: addressOf('/'),
    html: `<iframe src="${htmlText(addressOf('/embed/'))}" title="${htmlText(title)}" width="${widthPx}" height="${heightPx}" loading="lazy"></iframe>`,
    width: widthPx,
    height: heightPx,
    thumbnail_url: addressOf(STORY_CARD),
    thumbnail_width: CARD_SIZE.widthPx,
    thumbnail_height: CARD_SIZE.heightPx,
  };
}
