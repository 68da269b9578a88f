import {describe, expect, test} from 'vitest';
import {
  eventFileText,
  freeId,
  idFromTitle,
  labelFromTitle,
  mdxText,
  oneLine,
  sourceFileText,
  yamlText,
} from '../../src/commands/new/event-file.ts';
import type {NewEvent} from '../../src/commands/new/event-file.ts';

const EVENT: NewEvent = {
  title: 'The crew says “good night”: a third time',
  label: 'Crew says good night',
  short: null,
  date: '1969-07-17~',
  dateWords: 'About 17 July 1969',
  happened: null,
  known: '1969-07-21',
  lane: 'crew',
  chapter: 'landing',
  weight: 'detail',
  status: 'reported',
  actors: ['neil-armstrong'],
  sources: [{id: 'times-1969-07-21', supports: 'the words'}],
  text: null,
  isDraft: false,
};

describe('eventFileText(event)', () => {
  test('is a file with a note at every field', () => {
    expect(eventFileText(EVENT)).toMatchInlineSnapshot(`
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

      {/* A sentence ends with <Cite source="…" />; somebody’s words stand in <Quote by="…" source="…">…</Quote>. */}
      "
    `);
  });

  test('keeps a draft from readers, and says how to publish it', () => {
    expect(eventFileText({...EVENT, isDraft: true})).toContain('# Delete this line when the event is ready for readers.\ndraft: true\n---');
  });

  test('takes the text for the first sentence, and ends it', () => {
    expect(eventFileText({...EVENT, text: 'All sleep'})).toContain('\nAll sleep.<Cite source="times-1969-07-21" />\n');
    expect(eventFileText({...EVENT, text: 'Do all sleep?'})).toContain('\nDo all sleep?<Cite ');
  });

  test('shows how a disputed event is written', () => {
    expect(eventFileText({...EVENT, status: 'disputed'})).toContain('  <Position says="One version" source="times-1969-07-21" />');
  });

  test('refuses an event without a source', () => {
    expect(() => eventFileText({...EVENT, sources: []})).toThrow('an event needs a source, got none');
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

describe('oneLine(text)', () => {
  test('leaves out signs that cannot be seen, and half a sign', () => {
    expect(oneLine(' a\u0000b\n\tc\u2028d\u202ee\u200b\ud83d ')).toBe('a b c de');
  });
});

describe('idFromTitle(title)', () => {
  test('is made of small letters, digits and hyphens', () => {
    expect(idFromTitle('Sony’s “Æthel” costs $15 million: über-Łódź!')).toBe('sonys-aethel-costs-15-million-uber-lodz');
  });

  test('is empty where no letter is Latin', () => {
    expect(idFromTitle('قال 🚀')).toBe('');
  });

  test('ends with a whole word', () => {
    expect(idFromTitle('word '.repeat(30))).toBe('word-'.repeat(12).slice(0, -1));
  });
});

describe('freeId(title, date, isTaken)', () => {
  test('adds the date, then a number, where the name is taken', () => {
    const taken = new Set<string>();
    const ids = Array.from({length: 3}, () => {
      const id = freeId('Eagle lands', '1969-07-20~', (other) => taken.has(other));
      taken.add(id);
      return id;
    });
    expect(ids).toEqual(['eagle-lands', 'eagle-lands-1969-07-20', 'eagle-lands-1969-07-20-2']);
  });

  test('is the date where the title gives no name', () => {
    expect(freeId('قال', '1969-07/1969-08', () => false)).toBe('event-1969-07-1969-08');
  });
});

describe('labelFromTitle(title)', () => {
  test('is the title where it fits', () => {
    expect(labelFromTitle('Eagle lands')).toBe('Eagle lands');
  });

  test('keeps whole words', () => {
    expect(labelFromTitle('The Eagle lands on the Moon after a long descent')).toBe('The Eagle lands on the Moon after');
  });

  test('cuts a long word between signs, not inside one', () => {
    expect(labelFromTitle('👩‍🚀'.repeat(12))).toBe('👩‍🚀'.repeat(6));
  });
});

describe('yamlText(text)', () => {
  test.each([
    ['Eagle lands, at last', 'Eagle lands, at last'],
    ['Moon: day one', '"Moon: day one"'],
    ['Say “no”', '"Say “no”"'],
    ['true', '"true"'],
    ['1969', '"1969"'],
    ['story #1', '"story #1"'],
    ['קול', 'קול'],
  ])('writes %s as %s', (text, yaml) => {
    expect(yamlText(text)).toBe(yaml);
  });
});

describe('mdxText(text)', () => {
  test.each([
    ['<b> & {x}', '\\<b\\> \\& \\{x\\}'],
    ['- one', '\\- one'],
    ['1. one', '1\\. one'],
    ['export stops', 'Export stops'],
    ['see http://example.org', 'see http\u2060://example.org'],
    ['www.example.org', 'www\u2060.example.org'],
    ['a@example.org', 'a\u2060@example.org'],
    ['# one', '\\# one'],
  ])('writes %s as %s', (text, mdx) => {
    expect(mdxText(text)).toBe(mdx);
  });
});
