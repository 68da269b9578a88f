import type {APIRoute} from 'astro';
import {addressOf} from '../components/address.ts';
import {timelineJsJson} from '../publish/timelinejs-json.ts';
import {getStory} from '../story.ts';

export const GET: APIRoute = async ({site}) => {
  const {content} = await getStory();
  return Response.json(timelineJsJson(content, (path) => addressOf(site, path)));
};
