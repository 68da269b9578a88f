import type {Content} from '../../schema/content.ts';
import {edtfFromText} from '../../schema/dates.ts';
import {WEIGHTS} from '../../schema/lists.ts';
import {dayStyle} from '../../story/lookup.ts';
import {numberOnChart} from '../../timeline/layout/measures.ts';
import {dateWords} from '../../timeline/model/day-words.ts';
import {measuresFromEntries} from '../../timeline/model/timeline.ts';
import {countWords} from '../../timeline/model/words/counts.ts';

export interface PosterFigure {
  readonly value: string;
  readonly note: string;
  readonly source: string | null;
}

/** The last count of each measure, then the big figures of the most important events without a measure. */
export function posterFigures({story, events}: Pick<Content, 'story' | 'events'>, most: number): PosterFigure[] {
  const counts = measuresFromEntries({story, events}).flatMap((measure): PosterFigure[] => {
    const last = measure.steps.at(-1);
    if (!last) return [];
    const day = dateWords(edtfFromText(last.asOf), 'within', dayStyle(story, 'plain'));
    const qualifier = countWords(story.language).qualifier[last.qualifier];
    return [
      {
        value: numberOnChart(last.value, measure, story.language),
        note: `${measure.name}${qualifier && ` (${qualifier})`}, ${day}`,
        source: last.source,
      },
    ];
  });
  const others = events
    .filter(({figures}) => figures.length === 0)
    .sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight))
    .flatMap(({bigFigures}) => bigFigures);
  return [...counts, ...others].slice(0, most);
}
