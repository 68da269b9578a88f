/** Texts to search in, written by hand. */
import {queryReader} from '../../../src/timeline/interaction/find/query.ts';
import type {Query} from '../../../src/timeline/interaction/find/query.ts';
import type {EventText, Kind} from '../../../src/timeline/interaction/find/event-text.ts';
import {axisMs} from '../../../src/timeline/model/time.ts';
import {findWords} from '../../../src/timeline/model/words/find.ts';

export const FIRST_DAY_MS = axisMs(2014, 10, 24);

/** An event of 24 November 2014, known on that day, with texts that are known with it. */
export function aText(id: string, texts: Partial<Record<Kind, string>>, over: Partial<EventText> = {}): EventText {
  return {
    id,
    span: {kind: 'day', dayMs: FIRST_DAY_MS},
    knownMs: FIRST_DAY_MS,
    pieces: (Object.entries(texts) as [Kind, string][]).map(([kind, text]) => ({kind, runs: [{text, knownMs: -Infinity}]})),
    ...over,
  };
}

/** Reads a query of a story in English whose Day 1 is 24 November 2014. */
export function aQuery(asked: string, synonyms: readonly (readonly string[])[] = []): Query {
  return queryReader({calendar: {language: 'en', firstDayMs: FIRST_DAY_MS}, synonyms, words: findWords('en')})(asked);
}
