import type {APIRoute} from 'astro';
import {timelineCsv} from '../publish/timeline-csv.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  return new Response(
    timelineCsv(content, (path) => addressOf(site, path)),
    {headers: {'Content-Type': 'text/csv; charset=utf-8; header=present'}},
  );
};
