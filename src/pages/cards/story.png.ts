import type {APIRoute} from 'astro';
import {storyCard} from '../../publish/card/card.ts';
import {cardLetters} from '../../publish/card/letters.ts';
import {pngResponse} from '../../publish/card/png.ts';
import {getStory, SITE_STORY} from '../../story/story.ts';

export const GET: APIRoute = async () => {
  const content = await getStory(SITE_STORY);
  return pngResponse(storyCard({content, letters: await cardLetters()}));
};
