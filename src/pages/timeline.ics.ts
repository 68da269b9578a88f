import type {APIRoute} from 'astro';
import {timelineIcs} from '../publish/timeline-ics.ts';
import {addressOf} from '../story/address.ts';
import {getStory} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const {content} = await getStory();
  return new Response(
    timelineIcs(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'text/calendar; charset=utf-8'}},
  );
};
