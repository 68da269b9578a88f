import type {APIRoute} from 'astro';
import {llmsTxt} from '../publish/llms-txt.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return new Response(
    llmsTxt(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  );
};
