import type {APIRoute} from 'astro';
import {addressOf} from '../components/address.ts';
import {timelineJson} from '../publish/timeline-json.ts';
import {getStory} from '../story.ts';

export const GET: APIRoute = async ({site}) => {
  const {content} = await getStory();
  return Response.json(timelineJson(content, (path) => addressOf(site, path)));
};
