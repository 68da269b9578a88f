import type {APIRoute} from 'astro';
import {manifest} from '../publish/icons.ts';
import {href} from '../story/href.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async () => {
  const content = await getStory(SITE_STORY);
  return new Response(JSON.stringify(manifest(content, href)), {headers: {'Content-Type': 'application/manifest+json'}});
};
