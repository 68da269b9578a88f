import {describe, expect, test} from 'vitest';
import {editorQuestions, emptyDays} from '../../src/desk/questions.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {isoDay} from '../../src/timeline/model/day-words.ts';
import {contentFolder, eventText} from '../reading/content-folder.ts';

async function contentOf(files: Readonly<Record<string, string | null>> = {}) {
  const {content, problems} = await readContent(contentFolder(files));
  if (content === null) throw new Error(JSON.stringify(problems));
  return content;
}

/** Answers as `title: words`, by question. */
async function answersOf(files: Readonly<Record<string, string | null>> = {}) {
  return Object.fromEntries(
    editorQuestions(await contentOf(files)).map(({id, answers}) => [id, answers.map(({title, words}) => `${title}: ${words}`)]),
  );
}

describe('editorQuestions(content)', () => {
  test('answers for the small story', async () => {
    expect(await answersOf()).toMatchInlineSnapshot(`
      {
        "disagree": [
          "Armstrong speaks the first words on the Moon: Which words did he say? “For man” or “For a man”.",
        ],
        "empty-days": [
          "16–19 Jul 1969: 4 days",
        ],
        "idle-sources": [],
        "landmarks": [],
        "later": [],
        "one-source": [
          "The Eagle lands on the Moon: The Times: Men Walk on Moon.",
        ],
        "uncertain": [],
      }
    `);
  });

  test('answers for a doubtful event, a source of nothing and one known late', async () => {
    const answers = await answersOf({
      'events/unsure.mdx': eventText({title: 'The crew sleeps', date: '"1969-07-22~"'}),
      'events/secret.mdx': eventText({title: 'Fuel runs low', date: '"1969-07-20"', known: '"1969-07-30"', dating: 'The log says so.'}),
      'sources/idle.yaml': 'headline: Nothing new\npublisher: The Times\npublished: "1969-07-22"\nhowDated: The page carries the date.',
    });
    expect(answers['uncertain']).toEqual(['The crew sleeps: About 22 Jul 1969. No note says how it was found.']);
    expect(answers['later']).toEqual(['Fuel runs low: Public on 30 Jul 1969, 10 days after it was over.']);
    expect(answers['idle-sources']).toEqual(['Nothing new: The Times.']);
  });

  test('names the landmarks that have no room for words', async () => {
    const crowd = Object.fromEntries(
      Array.from({length: 9}, (_, i) => [
        `events/step-${i}.mdx`,
        eventText({title: `Step ${i}`, label: `One step number ${i} of nine in all`, weight: 'landmark', lane: 'ground'}),
      ]),
    );
    expect((await answersOf(crowd))['landmarks']!.length).toBeGreaterThan(0);
  });
});

describe('emptyDays(content)', () => {
  const daysOf = async (files: Readonly<Record<string, string | null>>) =>
    emptyDays(await contentOf(files)).map(({fromMs, toMs}) => `${isoDay(fromMs)} ${isoDay(toMs)}`);

  test('gives whole stretches from the first day to the last event', async () => {
    expect(await daysOf({})).toEqual(['1969-07-16 1969-07-19']);
  });

  test('counts the beginning of what goes on, and every day that a moment may be', async () => {
    expect(
      await daysOf({
        'events/stay.mdx': eventText({date: '"1969-07-16/1969-07-24"'}),
        'events/some-day.mdx': eventText({date: '"1969-07-17/1969-07-18"', happened: 'within', known: '"1969-07-18"'}),
        'events/back.mdx': eventText({date: '"1969-07-24"'}),
      }),
    ).toEqual(['1969-07-19 1969-07-19', '1969-07-21 1969-07-23']);
  });
});
