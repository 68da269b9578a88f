import type {APIRoute} from 'astro';
import {eventCard} from '../../../publish/card/card.ts';
import {cardLetters} from '../../../publish/card/letters.ts';
import {pngResponse} from '../../../publish/card/png.ts';
import {entryById} from '../../../story/lookup.ts';
import {eventPaths, getStory, SITE_STORY} from '../../../story/story.ts';

export const getStaticPaths = () => eventPaths(SITE_STORY);

export const GET: APIRoute = async ({params}) => {
  const content = await getStory(SITE_STORY);
  return pngResponse(eventCard({content, event: entryById(content.events, params.id!), letters: await cardLetters()}));
};
