import {describe, expect, test} from 'vitest';
import {linesAbout} from '../../../src/timeline/interaction/find/lines.ts';
import type {Kind} from '../../../src/timeline/interaction/find/event-text.ts';
import {aQuery} from './some-texts.ts';

const lines = (texts: Partial<Record<Kind, string>>, asked: string) =>
  linesAbout((kind) => texts[kind] ?? '', aQuery(asked)).map(({kind, text}) => (kind === 'body' ? text : `${kind}: ${text}`));

describe('linesAbout(textOf, query)', () => {
  const EVENT = {title: 'Sony cancels', body: 'One thing. “Is it two?” Then three things; cinemas leave. Four.'};

  test('shows the sentence that holds what the title does not', () => {
    expect(lines(EVENT, 'cinemas')).toEqual(['Then three things; cinemas leave.']);
    expect(lines(EVENT, 'sony two')).toEqual(['“Is it two?”']);
  });

  test('shows the first sentence where the title says it all, or nothing is asked', () => {
    expect(lines(EVENT, 'sony cancel')).toEqual(['One thing.']);
    expect(lines(EVENT, '')).toEqual(['One thing.']);
  });

  test('shows one sentence for several words where it can, else one for each', () => {
    expect(lines(EVENT, 'three cinemas')).toEqual(['Then three things; cinemas leave.']);
    expect(lines(EVENT, 'four one')).toEqual(['One thing.', 'Four.']);
  });

  test('takes neither an initial nor punctuation before a small letter for the end of a sentence', () => {
    expect(lines({body: 'He says that “the U.S. should wait”. Who? says the U.S. They wait.'}, 'wait')).toEqual([
      'He says that “the U.S. should wait”.',
    ]);
    expect(lines({body: '“Why me?” he asks. Nobody knows.'}, 'asks')).toEqual(['“Why me?” he asks.']);
  });

  test('says which keyword, name or source it is', () => {
    const event = {
      ...EVENT,
      keywords: 'price\npiracy\n',
      who: 'Seth Rogen; James Franco',
      sources: 'Gigaom, 17 Dec 2014\nVariety, 18 Dec 2014',
    };
    expect(lines(event, 'price')).toEqual(['keywords: price']);
    expect(lines(event, 'franco')).toEqual(['who: James Franco']);
    expect(lines(event, 'variety three')).toEqual(['Then three things; cinemas leave.', 'sources: Variety, 18 Dec 2014']);
  });

  test('shows clauses of a long sentence, whole words without dots, with as much around them as fits', () => {
    const clause = 'a clause of sixty letters that goes on and on and goes further';
    const line = lines({body: `First, ${clause}, the tiger sleeps, ${clause}, and ${clause}, at last.`}, 'tiger')[0]!;
    expect(line).toBe(`the tiger sleeps, ${clause}, and ${clause}, at last.`);
    expect(line.length).toBeLessThanOrEqual(180);
    expect(lines({body: `${clause} ${clause} ${clause}.`}, 'clause')).toEqual([`${clause} ${clause} ${clause}.`]);
  });

  test('shows the sentence that mentions a date', () => {
    expect(lines({title: 'Sony', body: 'One thing. As on 17 December, silence. Four.'}, '17 December')).toEqual([
      'As on 17 December, silence.',
    ]);
  });

  test('shows no sentence for what the title says already', () => {
    expect(lines({title: 'Sony cancels', body: 'First. Sony is silent.'}, 'sony')).toEqual(['First.']);
    expect(lines({title: 'Sony cancels', body: '\n\nFirst; \n\nSony is silent.'}, 'sony')).toEqual(['First']);
  });

  test('shows as many whole clauses as fit into 180 letters, those after what was found first', () => {
    // Each clause is as long as it says, with its comma and the space after it.
    const clause = (word: string, letters: number) => `${word} ${'x'.repeat(letters - word.length - 3)}, `;
    const sentence = (letters: number) =>
      `${clause('one', 60)}${clause('tiger', 60)}${clause('three', 60)}${clause('four', letters)}${clause('five', 60)}end.`;
    const shown = (letters: number) =>
      lines({body: sentence(letters)}, 'tiger')[0]!
        .split(', ')
        .map((part) => part.split(' ')[0]);
    expect(shown(60)).toEqual(['tiger', 'three', 'four']);
    expect(shown(61)).toEqual(['one', 'tiger', 'three']);
    // Of 180 letters a sentence is shown whole, of 181 by its clauses.
    const long = (letters: number) => lines({body: `One, tiger, ${'x'.repeat(letters - 13)}.`}, 'tiger')[0]!;
    expect([long(180).slice(0, 5), long(181).slice(0, 5)]).toEqual(['One, ', 'tiger']);
  });

  test('goes from the clause that holds what the title does not', () => {
    const filler = 'y'.repeat(170);
    expect(lines({title: 'Sony', body: `Sony and Sony, ${filler}, the tiger sleeps.`}, 'sony tiger')).toEqual(['the tiger sleeps.']);
  });

  test('shows all of a long sentence where a phrase lies across two clauses', () => {
    const sentence = `The ${'z'.repeat(180)} alpha, beta goes on.`;
    expect(lines({body: sentence}, '“alpha beta”')).toEqual([sentence]);
  });

  test('ends clauses at dashes, semicolons and colons too, and leaves those off the end of a line', () => {
    for (const end of [' – ', ' — ', '; ', ': ', ', '])
      expect(lines({body: `The tiger sleeps${end}${'x'.repeat(180)}.`}, 'tiger')).toEqual(['The tiger sleeps']);
  });

  test('shows no more than three lines', () => {
    expect(lines({body: 'A one. B two. C three. D four.'}, 'one two three four')).toHaveLength(3);
  });

  test('is empty where there is no text', () => {
    expect(lines({title: 'Sony'}, 'sony')).toEqual([]);
  });
});
