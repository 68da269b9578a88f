import type {APIRoute} from 'astro';
import {sourcesRis} from '../publish/citations.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return new Response(
    sourcesRis(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'application/x-research-info-systems; charset=utf-8'}},
  );
};
