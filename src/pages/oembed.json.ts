import type {APIRoute} from 'astro';
import {oembed} from '../publish/oembed.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return Response.json(oembed(content, (path) => addressOf(site, path)));
};
