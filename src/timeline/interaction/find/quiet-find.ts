/**
 * Search and filters where the stage stands alone: there is no panel and no feed, so what they ask comes from the
 * address and from the rail, and only the stage shows what they let through. The texts are those of the story's own
 * page, so that one question has one answer; they are fetched when something is asked.
 */
import {findWords} from '../../model/words/find.ts';
import {fetchBeside} from './beside.ts';
import {onTheLine} from './counts.ts';
import {filterFromWords, isFiltering, NO_FILTER, wordsFromFilter} from './filter.ts';
import type {Filter} from './filter.ts';
import type {Find, FindStage} from './find-stage.ts';
import {facetValuesIn, findablesOf} from './findables.ts';
import type {FacetValue} from './findables.ts';
import {showLanes, withLaneAlone} from './lanes.ts';
import {knownDay} from './panel.ts';
import {textsOfFeed} from './texts.ts';

/**
 * @param storyHref - Where the story's own page is.
 * @throws Error if that page cannot be had, or has no Find.
 */
export async function startQuietFind(stage: FindStage, storyHref: string): Promise<Find> {
  const page = await pageAt(storyHref);
  const panel = page.getElementById('find');
  if (!panel?.parentElement) throw new Error(`the page at ${storyHref} has no Find`);
  const feed = panel.parentElement;
  const options = facetValuesIn(panel);
  const isOption = (facet: FacetValue['facet'], value: string) =>
    options.some((option) => option.facet === facet && option.value === value);
  const words = findWords(stage.timeline.language);
  const beside = await fetchBeside(panel.dataset['beside']!);
  const findables = findablesOf(stage.timeline, beside, textsOfFeed(feed, stage.timeline, beside), options);
  let filter: Filter = filterFromWords(stage.filter, isOption);

  const show = () => {
    const day = knownDay(stage);
    // The notes are on the story's own page.
    const eventsOf = (asked: Filter) => onTheLine(findables.find(asked, day?.ms ?? null).matching);
    const matching = eventsOf(filter);
    stage.matching = isFiltering(filter) ? new Set(matching.map(({id}) => id)) : null;
    stage.filter = wordsFromFilter(filter);
    showLanes(stage, filter);
    stage.address.writeSoon();
    stage.rearrange();
    stage.draw();
    const known = day ? words.knownOn(day.name) : '';
    const all = eventsOf(NO_FILTER).length;
    return isFiltering(filter) ? words.announceOnTheLine(matching.length, all, known) : words.announceAllOnTheLine(all, known);
  };

  return {
    isOpen: false,
    act(action) {
      const [name, lane] = action.split(' ');
      if (name !== 'lane') return;
      filter = withLaneAlone(filter, lane!);
      stage.announce(show());
    },
    readFilter() {
      filter = filterFromWords(stage.filter, isOption);
      stage.announce(show());
    },
    refresh() {
      if (isFiltering(filter)) show();
    },
    hide() {},
  };
}

/** A page of this site, read but not run. */
function pageAt(address: string): Promise<Document> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () =>
      request.responseXML ? done(request.responseXML) : fail(new Error(`no page at ${address}: ${request.status}`)),
    );
    request.addEventListener('error', () => fail(new Error(`no page at ${address}`)));
    request.send();
  });
}
