/** What a reader does to a window at rest, in Node: selects an event, reads on past an entry, types a letter into Search. */
import {queryReader} from '../../src/timeline/interaction/find/query.ts';
import {textIndex} from '../../src/timeline/interaction/find/search.ts';
import {arrangeEvents} from '../../src/timeline/layout/arrange.ts';
import {pxPerDay} from '../../src/timeline/layout/scale.ts';
import {wideSize} from '../../src/timeline/layout/size.ts';
import {findWords} from '../../src/timeline/model/words/find.ts';
import type {Timeline} from '../../src/timeline/model/timeline.ts';
import {inventedTimeline} from './invented-story.ts';
import {timesMs, viewAt} from './layout.ts';
import type {Part} from './part.ts';
import {median, quantile, rounded} from './statistics.ts';
import type {Row} from './table.ts';

const COUNTS = [40, 1000, 10_000];
const GATED_COUNT = 10_000;
const SIZE = wideSize(1184);
/** Windows as long as this share of the story, from the whole to what is nearest. */
const SHARES = [1, 0.1, 0.01];
/** What is in the search field as a reader types a word of the story. */
const MOST_LETTERS = 6;

/** Times of one selection after another, in windows of each length. */
function selecting(timeline: Timeline): number[] {
  return SHARES.flatMap((share) => {
    const view = viewAt(timeline, pxPerDay(timeline.extent, SIZE.widthPx) / share, SIZE.widthPx);
    const ids = arrangeEvents(timeline, view, SIZE).marks.map(({id}) => id);
    let turn = 0;
    return timesMs(() => arrangeEvents(timeline, view, SIZE, {selectedId: ids[turn++ % ids.length]!}));
  });
}

/** Times of each letter of some titles' longest words. */
function searching(timeline: Timeline): number[] {
  const texts = timeline.events.map(({id, span, knownMs, title, label}) => ({
    id,
    span,
    knownMs,
    pieces: [
      {kind: 'title' as const, runs: [{text: title, knownMs: -Infinity}]},
      {kind: 'label' as const, runs: [{text: label, knownMs: -Infinity}]},
    ],
  }));
  const index = textIndex(texts);
  const read = queryReader({
    calendar: {language: timeline.language, firstDayMs: timeline.firstDayMs},
    synonyms: [],
    words: findWords(timeline.language),
  });
  const words = timeline.events.slice(0, 40).map(({title}) => title.split(' ').sort((a, b) => b.length - a.length)[0]!);
  return words
    .flatMap((word) => Array.from({length: Math.min(word.length, MOST_LETTERS)}, (_, i) => word.slice(0, i + 1)))
    .flatMap((asked) => timesMs(() => index.search(index.resolve(read(asked), null), null)).slice(1));
}

export const acts: Part = {
  name: 'acts',
  about: 'selecting an event and typing into Search, without a page',
  measure({rounds, say}) {
    const rows: Row[] = [];
    const gated: Record<string, number> = {};
    for (const count of COUNTS) {
      say(`acts: ${count} events`);
      const timeline = inventedTimeline(count);
      const times = {select: [] as number[], search: [] as number[]};
      for (let round = 0; round < rounds; round++) {
        times.select.push(...selecting(timeline));
        times.search.push(...searching(timeline));
      }
      for (const [act, all] of Object.entries(times)) {
        rows.push({act, events: count, p50: rounded(median(all)), p95: rounded(quantile(all, 0.95))});
        if (count === GATED_COUNT) gated[act === 'select' ? 'selecting' : 'search key'] = median(all);
      }
    }
    return Promise.resolve([{title: 'Acts on a window at rest, in Node: ms', rows, gated}]);
  },
};
