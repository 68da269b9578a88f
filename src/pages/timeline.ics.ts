import type {APIRoute} from 'astro';
import {addressOf} from '../components/address.ts';
import {timelineIcs} from '../publish/timeline-ics.ts';
import {getStory} from '../story.ts';

export const GET: APIRoute = async ({site}) => {
  const {content} = await getStory();
  return new Response(timelineIcs(content, (path) => addressOf(site, path)), {headers: {'Content-Type': 'text/calendar; charset=utf-8'}});
};
