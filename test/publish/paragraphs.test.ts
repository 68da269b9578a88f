import {resolve} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {paragraphsOf} from '../../src/publish/paragraphs.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content} from '../../src/schema/content.ts';
import {FULL_STORY} from '../full-story.ts';

let content: Content;

beforeAll(async () => {
  content = (await readContent(resolve('test/fixtures/small-story'))).content!;
});

function paragraphs(body: string): string[] {
  return paragraphsOf({...content.events[0]!, body}, content);
}

describe('paragraphsOf(event, content)', () => {
  test('has one string for each paragraph, without markup', () => {
    expect(paragraphs('The *Eagle* has\n**landed**.\n\nAll [are well](https://example.org/).')).toEqual([
      'The Eagle has landed.',
      'All are well.',
    ]);
  });

  test('puts marks around a quotation, names actors and leaves out the numbers of sources', () => {
    expect(
      paragraphs(
        '<Actor id="neil-armstrong" /> says <Quote by="neil-armstrong" source="times-1969-07-21">one small step</Quote>.<Cite source="times-1969-07-21" />',
      ),
    ).toEqual(['Neil Armstrong says “one small step”.']);
  });

  test('sets the versions of a disagreement side by side in a paragraph of their own', () => {
    expect(
      paragraphs(
        'They differ.\n\n<Disagreement question="Who spoke first?">\n  <Position says="Armstrong" by="neil-armstrong" source="times-1969-07-21">He says so.</Position>\n  <Position says="Somebody else" source="post-1969-07-21" />\n</Disagreement>',
      ),
    ).toEqual(['They differ.', 'Who spoke first? Armstrong (Neil Armstrong). He says so. Somebody else.']);
  });

  test('gives items of a list and a big figure a paragraph each', () => {
    expect(paragraphs('- one\n- two\n\n<BigFigure value="331" note="cinemas" />')).toEqual(['• one', '• two', '331: cinemas']);
  });

  test('reads every event of the story', async () => {
    const story = (await readContent(FULL_STORY)).content!;
    for (const event of story.events) expect(paragraphsOf(event, story).join(' '), event.id).toContain(event.summary.slice(0, 20));
  });
});

describe('what a component says', () => {
  test('is the same to search as to programs that know no components', () => {
    const event = content.events.find(({bigFigures}) => bigFigures.length > 0)!;
    expect(event.bigFigures[0]!.note).not.toBe('');
    for (const {body, text} of content.events) expect(paragraphsOf({...event, body}, content).join(' ')).toBe(text);
  });
});
