import type {APIRoute} from 'astro';
import {timelineIcs} from '../publish/timeline-ics.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return new Response(
    timelineIcs(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'text/calendar; charset=utf-8'}},
  );
};
