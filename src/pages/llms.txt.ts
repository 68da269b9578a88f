import type {APIRoute} from 'astro';
import {llmsTxt} from '../publish/llms-txt.ts';
import {addressOf} from '../story/address.ts';
import {getStory} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const {content} = await getStory();
  return new Response(
    llmsTxt(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  );
};
