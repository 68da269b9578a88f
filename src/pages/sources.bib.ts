import type {APIRoute} from 'astro';
import {sourcesBib} from '../publish/citations.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return new Response(
    sourcesBib(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'application/x-bibtex; charset=utf-8'}},
  );
};
