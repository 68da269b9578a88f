import rss from '@astrojs/rss';
import type {APIRoute} from 'astro';
import {feedData, feedItems} from '../publish/feed.ts';
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
    xmlns: {atom: 'http://www.w3.org/2005/Atom'},
    customData: feedData(content, addressIn('/feed.xml')),
  });
};
