/** The flags that describe a new source, for every command that can add one. */
import type {Flag} from './flags.ts';

export const SOURCE_FLAGS = {
  'source-headline': {takes: 'text', description: 'adds a source: its headline', example: '"Men walk on Moon"'},
  'source-publisher': {takes: 'text', description: 'who published it', example: '"The Times"'},
  'source-published': {takes: 'text', description: 'the day it was published, in EDTF', example: '1969-07-21'},
  'source-how-dated': {takes: 'text', description: 'how that day was found', example: '"The page carries the date."'},
  'source-author': {takes: 'text', description: 'who wrote it', example: '"John Noble Wilford"'},
  'source-url': {takes: 'text', description: 'its own address, starting with https://', example: 'https://example.org/page/'},
  'source-language': {takes: 'text', description: 'its language; else English', example: 'fr'},
} as const satisfies Readonly<Record<string, Flag>>;

/** What a writer says of a new source, each as typed; what is not said is left out. */
export type SourceAnswers = {readonly [Name in keyof typeof SOURCE_FLAGS]?: string};

/** What of some answers describes a new source. */
export function sourceAnswersIn(answers: SourceAnswers): SourceAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name, value]) => Object.hasOwn(SOURCE_FLAGS, name) && value !== undefined));
}
