import type {APIRoute} from 'astro';
import {dayCard} from '../../../publish/card/card.ts';
import {cardLetters} from '../../../publish/card/letters.ts';
import {pngResponse} from '../../../publish/card/png.ts';
import {dayPaths, getStory, SITE_STORY} from '../../../story/story.ts';
import {msFromIsoDay} from '../../../timeline/model/time.ts';

export const getStaticPaths = () => dayPaths(SITE_STORY);

export const GET: APIRoute = async ({params}) => {
  const content = await getStory(SITE_STORY);
  return pngResponse(dayCard({content, dayMs: msFromIsoDay(params.day!), letters: await cardLetters()}));
};
