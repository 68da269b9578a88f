import type {APIRoute} from 'astro';
import {notesOf} from '../story/stage-scene.ts';
import {getStory, SITE_STORY} from '../story/story.ts';
import {besideFromContent} from '../timeline/interaction/find/beside.ts';

/** What can be searched and is not on the story's page. */
export const GET: APIRoute = async () => {
  const content = await getStory(SITE_STORY);
  return Response.json(besideFromContent(content, notesOf(content)));
};
