import {beforeAll, describe, expect, test} from 'vitest';
import {sourceFileText} from '../../src/commands/event-file.ts';
import {inventoryFromReading} from '../../src/commands/inventory.ts';
import type {Inventory} from '../../src/commands/inventory.ts';
import type {Answers} from '../../src/commands/new/flags.ts';
import {planFromAnswers} from '../../src/commands/new/plan.ts';
import {readContent} from '../../src/reading/read-content.ts';

const ANSWERS: Answers = {
  title: 'The crew says “good night”: a third time',
  label: 'Crew says good night',
  date: '1969-07-17~',
  known: '1969-07-21',
  lane: 'crew',
  chapter: 'landing',
  weight: 'detail',
  status: 'reported',
  actor: ['neil-armstrong'],
  source: ['times-1969-07-21'],
  supports: ['the words'],
};

let inventory: Inventory;

beforeAll(async () => {
  inventory = inventoryFromReading(await readContent('test/fixtures/small-story'))!;
});

function eventText(answers: Answers): string {
  return planFromAnswers({...ANSWERS, ...answers}, inventory).files.at(-1)!.text;
}

describe('planFromAnswers(answers, inventory)', () => {
  test('is a file with a note at every field', () => {
    expect(eventText({})).toMatchInlineSnapshot(`
      "---
      # Lines that begin with # are notes to you: readers never see them, and they may go.
      # Every field is explained in README.md of the content folder.
      title: "The crew says “good night”: a third time"
      # The words on the timeline, at most 34 characters.
      label: Crew says good night
      # A shorter label for the widest view, at most 24 characters. Such as: short: Landing
      # Readers will see: About 17 July 1969.
      date: "1969-07-17~"
      # When the public could first know of it; the start of \`date\` if left out.
      known: "1969-07-21"
      lane: crew
      chapter: landing
      # How much it matters to the story; \`context\` stays off the axis.
      weight: detail
      # How sure it is: \`confirmed\`, \`reported\`, \`disputed\` or \`announced\`.
      status: reported
      actors: [neil-armstrong]
      sources:
        - id: times-1969-07-21
          supports: the words
      # How the date was found, in a sentence or two, where no source states it outright. Such as: dating: The source gives only the weekday.
      ---

      The crew says “good night”: a third time.<Cite source="times-1969-07-21" />

      {/* A sentence ends with <Cite source="…" />; somebody’s words go in <Quote by="…" source="…">…</Quote>. */}
      "
    `);
  });

  test('keeps a draft from readers, and says how to publish it', () => {
    expect(eventText({draft: true})).toContain('# Delete this line when the event is ready for readers.\ndraft: true\n---');
  });

  test('takes the text for the first sentence, and ends it', () => {
    expect(eventText({text: 'All sleep'})).toContain('\nAll sleep.<Cite source="times-1969-07-21" />\n');
    expect(eventText({text: 'Do all sleep?'})).toContain('\nDo all sleep?<Cite ');
  });

  test('shows how a disputed event is written', () => {
    expect(eventText({status: 'disputed'})).toContain('  <Position says="One version" source="times-1969-07-21" />');
  });

  test('writes what is wrong all the same, for the content check to say so', () => {
    expect(eventText({lane: 'no: lane', weight: 'yes', date: 'never', actor: ['a, b']})).toMatch(
      /\ndate: "never"\n[^]*\nlane: "no: lane"\n[^]*\nweight: "yes"\n[^]*\nactors: \["a, b"\]\n/,
    );
  });

  test('never takes the name of a file that is there, or one that leads elsewhere', () => {
    expect(planFromAnswers({...ANSWERS, id: '../eagle'}, inventory).files.map(({path}) => path)).toEqual([
      'events/the-crew-says-good-night-a-third-time.mdx',
    ]);
    const taken = inventory.events[0]!.id;
    expect(planFromAnswers({...ANSWERS, id: taken}, inventory).id).not.toBe(taken);
  });
});

describe('sourceFileText(source)', () => {
  test('holds the fields in the order they are read, and a place for the address', () => {
    expect(
      sourceFileText({
        headline: 'Men: walk on Moon',
        publisher: 'The Times',
        published: '1969-07-21',
        howDated: 'The page carries the date.',
      }),
    ).toMatchInlineSnapshot(`
      "# Lines that begin with # are notes to you: readers never see them, and they may go.
      headline: "Men: walk on Moon"
      publisher: The Times
      published: "1969-07-21"
      howDated: The page carries the date.
      # The original’s own address, starting with https://; left out where none is known.
      # url: https://…
      "
    `);
  });

  test('has no note on the address where there is one', () => {
    expect(sourceFileText({headline: 'A', publisher: 'B', published: '1969', howDated: 'C', url: 'https://example.org/'})).toContain(
      '\nurl: "https://example.org/"\n',
    );
  });
});
