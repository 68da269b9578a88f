/** Everything that can be wrong with content whose fields are all there: dates against dates, ids against ids. */
import {shown} from '../../problems/quoted.ts';
import type {EdtfDate} from '../../schema/content.ts';
import {advise, checkerOf, dateAt, isBlank, isGood, textAt} from '../draft.ts';
import type {Draft, Drafts, Ids, StoryParts} from '../draft.ts';
import {adviseWords} from './advise-words.ts';
import {checkEvent} from './check-event.ts';
import {checkKeywords} from './check-keywords.ts';
import {checkLanguage} from './check-language.ts';
import {checkOpening} from './check-opening.ts';
import {checkOrder} from './check-order.ts';
import {checkInExtent} from './check-references.ts';
import {checkStory} from './check-story.ts';
import {checkTogether} from './check-together.ts';

/** Archives that hold copies of pages. */
const ARCHIVES =
  /(?:^|\.)(?:archive\.(?:org|is|today|ph|md|li|vn|fo)|perma\.cc|webcitation\.org|webcache\.googleusercontent\.com|cachedview\.nl)$/i;

/** Reports what is wrong in each file, and what is wrong only beside the others. */
export function checkContent(all: Drafts, story: StoryParts, ids: Ids): void {
  checkStory(story, ids);
  checkOpening(all, story, ids);
  for (const draft of all.source) checkSource(draft);
  for (const draft of all.chapter) checkChapter(draft, story);
  const publishedBy = new Map(
    all.source.flatMap((draft) => {
      const published = dateAt(draft, ['published']);
      return published ? [[draft.id, published] as const] : [];
    }),
  );
  for (const draft of all.event) checkEvent(draft, story, ids, publishedBy);
  for (const draft of Object.values(all).flat()) adviseWords(draft);
  checkKeywords(all, story);
  checkTogether(all, story);
  checkOrder(all.event, story.draft ? textAt(story.draft, ['zone']) : null);
}

function checkSource(draft: Draft): void {
  checkLanguage(draft);
  const url = textAt(draft, ['url']);
  if (url !== null && isGood(draft, ['url']) && URL.canParse(url) && ARCHIVES.test(new URL(url).hostname)) {
    const original = /\/(https?:\/\/.+)$/.exec(url.slice(8))?.[1]?.replace(/^http:/, 'https:');
    checkerOf(draft)(['url'], {
      rule: 'url-is-archive',
      what: `\`url\` (${shown(url)}) is the address of an archived copy.`,
      why: 'Readers see it as the original’s own address.',
      fix: 'Give the copy in `archiveUrl`, and in `url` the original’s address or nothing.',
      example: `${original ? `url: ${original}\n` : ''}archiveUrl: ${url}`,
    });
  }
  // A broken address is reported as such.
  if (textAt(draft, ['kind']) === 'consulted' && url === null && isGood(draft, ['url'])) {
    checkerOf(draft)(['kind'], {
      rule: 'consulted-without-address',
      what: 'The source is `consulted` but has no `url`.',
      why: 'It supports what no article of the story says, so readers must be able to open it.',
      fix: 'Add the address of the report itself; if it has none, look for another report that says the same.',
      example: 'url: https://example.org/1969/07/21/men-walk-on-moon/',
    });
  }
  const published = dateAt(draft, ['published']);
  if (published && (published.earliestMs === null || published.latestMs === null)) {
    checkerOf(draft)(['published'], {
      rule: 'published-open',
      what: `\`published\` (${published.text}) has no first or no last day.`,
      why: 'Sources are numbered by the day they appeared.',
      fix: 'Write the day, or an interval with two ends.',
      example: 'published: "1969-07-21/1969-07-22"',
    });
  }
}

function checkChapter(draft: Draft, {extent}: StoryParts): void {
  const date = dateAt(draft, ['date']);
  if (date && (date.earliestMs === null || date.latestMs === null)) {
    checkerOf(draft)(['date'], {
      rule: 'extent-open',
      what: `\`date\` of the chapter (${date.text}) has no first or no last day.`,
      why: 'The timeline shows this stretch when the chapter is chosen.',
      fix: 'Write an interval with two days.',
      example: 'date: "1969-07-16/1969-07-24"',
    });
  }
  checkInExtent(draft, ['date'], extent, checkerOf(draft));
  checkTitleKnown(draft, extent);
  if (draft.body && isBlank(draft)) {
    advise(draft, [draft.bodyRange?.[0] ?? 0, draft.bodyRange?.[0] ?? 0], {
      rule: 'empty-body',
      what: 'The chapter has no text under its fields.',
      why: 'A chapter opens with a sentence or two of its own.',
      fix: 'Write them under the second `---`.',
    });
  }
}

function checkTitleKnown(draft: Draft, extent: EdtfDate | null): void {
  const titleKnown = dateAt(draft, ['titleKnown']);
  if (!titleKnown) return;
  if (titleKnown.precision !== 'day') {
    checkerOf(draft)(['titleKnown'], {
      rule: 'not-a-day',
      what: `\`titleKnown\` (${titleKnown.text}) is not one day.`,
      why: 'From that day on the replay shows the title.',
      fix: 'Write year, month and day.',
      example: 'titleKnown: "1969-07-20"',
    });
  }
  checkInExtent(draft, ['titleKnown'], extent, checkerOf(draft));
}
