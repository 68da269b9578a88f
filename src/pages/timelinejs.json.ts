import type {APIRoute} from 'astro';
import {timelineJsJson} from '../publish/timelinejs-json.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return Response.json(timelineJsJson(content, (path) => addressOf(site, path)));
};
