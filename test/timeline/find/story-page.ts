/** The story's own page as the build writes it, and what can be searched in it. */
import mdxRenderer from '@astrojs/mdx/server.js';
import {experimental_AstroContainer as AstroContainer} from 'astro/container';
import {JSDOM} from 'jsdom';
import {notesOf, timelineOf} from '../../../src/story/stage-scene.ts';
import Home from '../../../src/pages/index.astro';
import type {Content} from '../../../src/schema/content.ts';
import {readContent} from '../../../src/reading/read-content.ts';
import {besideFromContent} from '../../../src/timeline/interaction/find/beside.ts';
import type {Beside} from '../../../src/timeline/interaction/find/beside.ts';
import {facetValuesIn, findablesOf} from '../../../src/timeline/interaction/find/findables.ts';
import type {Findables} from '../../../src/timeline/interaction/find/findables.ts';
import {textsOfFeed} from '../../../src/timeline/interaction/find/texts.ts';
import type {Timeline} from '../../../src/timeline/model/timeline.ts';
import {FULL_STORY} from '../../full-story.ts';

export interface StoryPage {
  readonly content: Content;
  readonly document: Document;
  readonly timeline: Timeline;
  readonly beside: Beside;
  readonly findables: Findables;
}

/** The page of a whole story, from files as writers write them. */
export async function storyPage(): Promise<StoryPage> {
  const {content} = await readContent(FULL_STORY);
  if (content === null) throw new Error('story.yaml could not be read');
  const container = await AstroContainer.create({astroConfig: {site: 'https://example.org'}});
  container.addServerRenderer({name: 'mdx', renderer: mdxRenderer});
  const {document} = new JSDOM(await container.renderToString(Home)).window;
  const timeline = timelineOf(content);
  // As a page gets it: through JSON.
  const beside = JSON.parse(JSON.stringify(besideFromContent(content, notesOf(content)))) as Beside;
  const feed = document.getElementById('story')!;
  return {
    content,
    document,
    timeline,
    beside,
    findables: findablesOf(timeline, beside, textsOfFeed(feed, timeline, beside), facetValuesIn(document)),
  };
}
