import rss from '@astrojs/rss';
import type {APIRoute} from 'astro';
import {feedItems} from '../publish/feed.ts';
import {addressOf} from '../story/address.ts';
import {getStory, SITE_STORY} from '../story/story.ts';

export const GET: APIRoute = async ({site}) => {
  const content = await getStory(SITE_STORY);
  const addressIn = (path: string) => addressOf(site, path);
  return rss({
    title: content.story.title,
    description: content.story.description,
    site: addressIn('/'),
    items: feedItems(content, addressIn),
    customData: `<language>${content.story.language}</language>`,
  });
};
