import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readContent} from '../../src/reading/read-content.ts';
import type {FieldsMemory} from '../../src/reading/read-content.ts';
import type {Reading} from '../../src/reading/reading.ts';
import type {EventEntry} from '../../src/schema/content.ts';
import {changeFiles, contentFolder, eventText, SMALL_STORY} from './content-folder.ts';

const summary = ({problems}: Reading) => problems.map(({file, line, severity, rule}) => `${file}:${line} ${severity} ${rule}`);

async function eventFrom(changes: Record<string, string>, body?: string): Promise<EventEntry> {
  const reading = await readContent(contentFolder({'events/crew-walks.mdx': eventText(changes, body)}));
  const event = reading.content?.events.find(({id}) => id === 'crew-walks');
  if (!event) throw new Error(JSON.stringify(reading.problems, null, 2));
  return event;
}

describe('readContent(folder) of a folder without a problem', () => {
  test('finds every file and no problem', async () => {
    const reading = await readContent(SMALL_STORY);
    expect(reading.problems).toEqual([]);
    expect(reading.broken).toEqual([]);
    expect(reading.files).toHaveLength(9);
    expect(reading.content?.events.map(({id}) => id)).toEqual(['eagle-lands', 'first-words']);
    expect(reading.content?.chapters.map(({id}) => id)).toEqual(['landing', 'walk']);
    expect(reading.content?.sources.map(({id}) => id)).toEqual(['post-1969-07-21', 'times-1969-07-21']);
    expect(reading.content?.actors.map(({name}) => name)).toEqual(['Mission control', 'Neil Armstrong']);
  });

  test('gives an event its fields, its pieces and its words', async () => {
    const {content} = await readContent(SMALL_STORY);
    const event = content?.events.find(({id}) => id === 'eagle-lands');
    expect(event).toMatchObject({
      file: 'events/eagle-lands.mdx',
      short: null,
      happened: 'throughout',
      knownIsWritten: false,
      known: {text: '1969-07-20T20:17Z'},
      figures: [{measure: 'viewers', value: 600_000_000, qualifier: 'about', asOf: {text: '1969-07-20'}}],
      quotes: [{words: 'the Eagle has landed', by: 'neil-armstrong', source: 'times-1969-07-21'}],
      bigFigures: [{value: '600 million', source: 'post-1969-07-21', known: null}],
      draft: false,
    });
    expect(event?.summary).toBe('The lunar module lands. Neil Armstrong tells the ground: “the Eagle has landed”.');
    expect(event?.text).toBe(
      'The lunar module lands. Neil Armstrong tells the ground: “the Eagle has landed”. ' +
        'The crew later says how little fuel was left. 600 million: people watching, by an estimate',
    );
    expect(event?.body.startsWith('The lunar module lands.')).toBe(true);
  });

  test('reads a disagreement, each version known from the first day of its sources', async () => {
    const {content} = await readContent(SMALL_STORY);
    const event = content?.events.find(({id}) => id === 'first-words');
    expect(event?.links).toEqual(['eagle-lands']);
    expect(event?.disagreements).toMatchObject([
      {
        question: 'Which words did he say?',
        positions: [
          {says: 'For man', by: ['mission-control'], sources: ['times-1969-07-21'], known: {text: '1969-07-21'}, text: ''},
          {says: 'For a man', text: 'He says the article was lost on the way.'},
        ],
      },
    ]);
  });

  test('knows a version earlier where its writer says so', async () => {
    const event = await eventFrom(
      {},
      'They speak.\n\n<Disagreement question="Who?">\n' +
        '  <Position says="He" source="times-1969-07-21 post-1969-07-21" known="1969-07-20" />\n  <Position says="She" source="post-1969-07-21" />\n</Disagreement>',
    );
    expect(event.disagreements[0]?.positions.map(({known, sources}) => [known.text, sources])).toEqual([
      ['1969-07-20', ['times-1969-07-21', 'post-1969-07-21']],
      ['1969-07-21', ['post-1969-07-21']],
    ]);
  });

  test.each([
    ['"1969-07-20~"', '1969-07-20~'],
    ['"1969-07-16/1969-07-24"', '1969-07-16'],
    ['"/1969-07-24"', '1969-07-24'],
  ])('takes %s as known from %s', async (date, known) => {
    expect((await eventFrom({date})).known.text).toBe(known);
  });

  test('accepts a bare year and says how it was read', async () => {
    const folder = contentFolder({'events/crew-walks.mdx': eventText({date: '1969', weight: 'context'})});
    const reading = await readContent(folder);
    expect(reading.content?.events.find(({id}) => id === 'crew-walks')?.date).toMatchObject({text: '1969', precision: 'year'});
    expect(reading.problems.map(({what}) => what)).toEqual(['`date` (1969) has no quotes; it is read as the whole year 1969.']);
  });

  test('reads a byte-order mark and Windows line ends like any other file', async () => {
    const plain = eventText();
    const odd = `\uFEFF${plain.replaceAll('\n', '\r\n')}`;
    const read = async (text: string) => {
      const {content, problems} = await readContent(contentFolder({'events/crew-walks.mdx': text}));
      expect(problems).toEqual([]);
      return content?.events.find(({id}) => id === 'crew-walks');
    };
    expect(await read(odd)).toEqual(await read(plain));
  });

  test('counts lines and columns alike with Windows line ends', async () => {
    const text = eventText({lane: 'crews'});
    const place = async (written: string) => {
      const {problems} = await readContent(contentFolder({'events/crew-walks.mdx': written}));
      return problems.map(({line, column, endColumn, what}) => ({line, column, endColumn, what}));
    };
    expect(await place(text.replaceAll('\n', '\r\n'))).toEqual(await place(text));
  });

  test('leaves comments and escaped characters alone', async () => {
    const event = await eventFrom({}, 'Fewer than \\<5 \\{people\\} step out {/* check this */} at last, 3 < 5.');
    expect(event.summary).toBe('Fewer than <5 {people} step out at last, 3 < 5.');
  });

  test('gives an event its keywords and the story its synonyms', async () => {
    const story = readFileSync(join(SMALL_STORY, 'story.yaml'), 'utf8');
    const folder = contentFolder({
      'events/crew-walks.mdx': eventText({keywords: '[" moon walk ", price]'}),
      'story.yaml': `${story}synonyms:\n  - [price, cost]\n  - [ground, earth]\n`,
    });
    const {content, problems} = await readContent(folder);
    expect(problems).toEqual([]);
    expect(content?.events.map(({id, keywords}) => [id, keywords])).toContainEqual(['crew-walks', ['moon walk', 'price']]);
    expect(content?.events.map(({id, keywords}) => [id, keywords])).toContainEqual(['eagle-lands', []]);
    expect(content?.story.synonyms).toEqual([
      ['price', 'cost'],
      ['ground', 'earth'],
    ]);
    expect((await readContent(SMALL_STORY)).content?.story.synonyms).toEqual([]);
  });

  test('says nothing of synonyms where a text cannot be read, and counts no draft', async () => {
    const story = readFileSync(join(SMALL_STORY, 'story.yaml'), 'utf8');
    const rules = async (files: Record<string, string>) => {
      const {problems} = await readContent(contentFolder({'story.yaml': `${story}synonyms:\n  - [price, cost]\n`, ...files}));
      return problems.map(({rule}) => rule);
    };
    expect(await rules({})).toEqual(['synonyms-match-nothing']);
    expect(await rules({'events/crew-walks.mdx': eventText({keywords: '[cost]', draft: 'true'})})).toEqual(['synonyms-match-nothing']);
    expect(await rules({'events/crew-walks.mdx': 'no fields'})).toEqual(['no-front-matter']);
    expect(await rules({'events/crew-walks.mdx': eventText({keywords: '[cost]'})})).toEqual([]);
  });

  test('gives a chapter the day from which its title may be shown', async () => {
    const walk = readFileSync(join(SMALL_STORY, 'chapters/walk.mdx'), 'utf8').replace('---\n\n', 'titleKnown: "1969-07-21"\n---\n\n');
    const event = eventText({title: 'The crew puts its boots on', label: 'Boots', date: '"1969-07-20"', order: '0.8'}, 'They dress.');
    const {content, problems} = await readContent(contentFolder({'chapters/walk.mdx': walk, 'events/boots.mdx': event}));
    expect(problems).toEqual([]);
    expect(content?.chapters.map(({id, titleKnown}) => [id, titleKnown?.text ?? null])).toEqual([
      ['landing', null],
      ['walk', '1969-07-21'],
    ]);
  });

  test('gives events in story order', async () => {
    const folder = contentFolder({
      'events/a.mdx': eventText({title: 'A', order: '0.9'}),
      'events/b.mdx': eventText({title: 'B', order: '0.1'}),
      'events/c.mdx': eventText({title: 'C'}),
      'events/d.mdx': eventText({title: 'D', date: '"1969-07-16/1969-07-24"'}),
      'events/e.mdx': eventText({title: 'E', date: '"/1969-07-22"'}),
    });
    const {content} = await readContent(folder);
    expect(content?.events.map(({id}) => id)).toEqual(['d', 'eagle-lands', 'first-words', 'b', 'c', 'a', 'e']);
  });

  test('numbers sources by the day they came out', async () => {
    const source = readFileSync(join(SMALL_STORY, 'sources/post-1969-07-21.yaml'), 'utf8');
    const folder = contentFolder({
      'sources/zebra.yaml': `# ignore unused-source: here for its date\n${source.replace('1969-07-21', '1969-07-17')}`,
    });
    const {content, problems} = await readContent(folder);
    expect(problems).toEqual([]);
    expect(content?.sources.map(({id}) => id)).toEqual(['zebra', 'post-1969-07-21', 'times-1969-07-21']);
  });

  test('numbers consulted reports after the articles, whenever they came out', async () => {
    const consulted = (headline: string, published: string) =>
      `headline: ${headline}\nkind: consulted\npublisher: The press office\npublished: "${published}"\n` +
      `howDated: It carries the date.\nurl: https://example.org/${published}/\n`;
    const folder = contentFolder({
      'sources/a-later-report.yaml': consulted('Later', '1969-07-19'),
      'sources/b-early-report.yaml': consulted('Early', '1969-07-17'),
      'events/crew-walks.mdx': eventText(
        {date: '"1969-07-18"', sources: '\n  - id: a-later-report\n    supports: the day'},
        'Two people step out.<Cite source="a-later-report" /> They say <Quote by="neil-armstrong" source="b-early-report">we are out</Quote>.',
      ),
    });
    const {content, problems} = await readContent(folder);
    expect(problems).toEqual([]);
    expect(content?.sources.map(({id, kind}) => [id, kind])).toEqual([
      ['post-1969-07-21', 'article'],
      ['times-1969-07-21', 'article'],
      ['b-early-report', 'consulted'],
      ['a-later-report', 'consulted'],
    ]);
  });
});

describe('readContent(folder) of a folder with problems', () => {
  test('reports all problems of all files in one reading, in a fixed order', async () => {
    const reading = await readContent(
      contentFolder({
        'events/crew-walks.mdx': eventText({lane: 'crews', weight: 'big'}, 'Two <Cite source="x" /> people <br> step {out}.'),
        'events/b.mdx': 'no fields',
        'sources/c.yaml': 'headline: C\n',
      }),
    );
    expect(summary(reading)).toEqual([
      'content/events/b.mdx:1 error no-front-matter',
      'content/events/crew-walks.mdx:5 error unknown-lane',
      'content/events/crew-walks.mdx:7 error not-a-choice',
      'content/events/crew-walks.mdx:14 error unknown-source',
      'content/events/crew-walks.mdx:14 error raw-html',
      'content/events/crew-walks.mdx:14 error expression',
      'content/sources/c.yaml:1 error missing-field',
      'content/sources/c.yaml:1 error missing-field',
      'content/sources/c.yaml:1 error missing-field',
    ]);
  });

  test('keeps the others, and says what is known of each entry it leaves out', async () => {
    const {content, broken} = await readContent(contentFolder({'events/crew-walks.mdx': eventText({lane: 'crews'})}));
    expect(content?.events).toHaveLength(2);
    expect(broken).toMatchObject([
      {
        kind: 'event',
        id: 'crew-walks',
        file: 'events/crew-walks.mdx',
        title: 'The crew walks outside',
        date: {text: '1969-07-21'},
        chapter: 'walk',
        because: ['events/crew-walks.mdx'],
      },
    ]);
  });

  test('leaves out what refers to a broken file, without a second message', async () => {
    const {content, broken, problems} = await readContent(
      contentFolder({'actors/neil-armstrong.yaml': 'name: Neil Armstrong\nkind: person\n'}),
    );
    expect(problems.map(({rule}) => rule)).toEqual(['missing-field']);
    expect(content?.events).toEqual([]);
    expect(broken.map(({id, because}) => [id, because])).toEqual([
      ['neil-armstrong', ['actors/neil-armstrong.yaml']],
      ['eagle-lands', ['actors/neil-armstrong.yaml']],
      ['first-words', ['actors/neil-armstrong.yaml']],
    ]);
  });

  test('has no content without story.yaml, but still every other problem', async () => {
    const reading = await readContent(contentFolder({'story.yaml': null, 'events/crew-walks.mdx': eventText({weight: 'big'})}));
    expect(reading.content).toBeNull();
    expect(summary(reading)).toEqual(['content/events/crew-walks.mdx:7 error not-a-choice', 'content/story.yaml:1 error no-story']);
  });

  test('shows a whole file of each kind to a writer who begins with nothing, and those files are a story', async () => {
    const exampleOf = async (path: string) => {
      const {problems} = await readContent(contentFolder({[path]: path === 'story.yaml' ? null : ''}));
      return problems.find(({file, example}) => file === `content/${path}` && example !== '')!.example;
    };
    const paths = [
      'story.yaml',
      'chapters/landing.mdx',
      'sources/times-1969-07-21.yaml',
      'events/eagle-lands.mdx',
      'actors/neil-armstrong.yaml',
      'method.mdx',
    ];
    const nothing = Object.fromEntries(
      ['events/first-words.mdx', 'chapters/walk.mdx', 'sources/post-1969-07-21.yaml', 'actors/mission-control.yaml'].map((path) => [
        path,
        null,
      ]),
    );
    const files = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, `${await exampleOf(path)}\n`] as const)));
    const {problems, content} = await readContent(contentFolder({...nothing, ...files}));
    expect(problems.map(({rule}) => rule)).toEqual(['unused-actor']);
    expect(content?.events.map(({id}) => id)).toEqual(['eagle-lands']);
  });

  test('says so where there is no folder', async () => {
    const {content, problems} = await readContent('test/fixtures/no-such-folder');
    expect(content).toBeNull();
    expect(problems.map(({what}) => what)).toEqual(['There is no content folder no-such-folder.']);
  });

  test('refuses text that is not UTF-8', async () => {
    const latin1 = Buffer.from(eventText({title: 'Café'}), 'latin1');
    const reading = await readContent(contentFolder({'events/cafe.mdx': latin1, 'events/zero.mdx': `${eventText()}\u0000`}));
    expect(summary(reading)).toEqual(['content/events/cafe.mdx:2 error not-utf-8', 'content/events/zero.mdx:15 error not-utf-8']);
  });

  test('lets an announcement be known before it comes true', async () => {
    expect((await eventFrom({status: 'announced', date: '"1969-07-31"', known: '"1969-07-21"'})).known.text).toBe('1969-07-21');
  });

  test('lets context lie before the story, but not after its last change', async () => {
    expect((await eventFrom({weight: 'context', date: '"1961-05-25"'})).date.text).toBe('1961-05-25');
    const reading = await readContent(contentFolder({'events/later.mdx': eventText({weight: 'context', date: '"2096-05-25"'})}));
    expect(summary(reading)).toEqual(['content/events/later.mdx:4 error outside-story']);
  });
});

describe('drafts', () => {
  test('may miss fields: that is advice, and keeps the draft out until they are there', async () => {
    const folder = contentFolder({'events/soon.mdx': '---\ntitle: Soon\ndraft: true\n---\n\nText.\n'});
    const reading = await readContent(folder);
    expect(reading.problems.every(({severity}) => severity === 'advice')).toBe(true);
    expect(reading.problems.map(({what}) => what)).toContain('`date` is missing.');
    expect(reading.broken.map(({id}) => id)).toEqual(['soon']);
  });

  test('are entries once they are whole', async () => {
    expect((await eventFrom({draft: 'true'})).draft).toBe(true);
  });

  test('may not be linked to from what readers see', async () => {
    const reading = await readContent(
      contentFolder({
        'events/soon.mdx': eventText({draft: 'true'}),
        'events/now.mdx': eventText({title: 'Now', label: 'Now'}, 'They are soon to see <EventLink id="soon">the walk</EventLink>.'),
      }),
    );
    expect(summary(reading)).toEqual(['content/events/now.mdx:14 error link-to-draft']);
  });
});

describe('advice', () => {
  const quoted = 'He says “one small step” and steps out.';

  test('is set aside for one file by a note with a reason', async () => {
    const withNote = (note: string) =>
      readContent(contentFolder({'events/crew-walks.mdx': eventText({}, quoted).replace('title:', `${note}\ntitle:`)}));
    expect(summary(await withNote('# ignore marks-without-quote: a title, nobody’s words'))).toEqual([]);
    expect(summary(await withNote('# ignore marks-without-quote'))).toEqual([
      'content/events/crew-walks.mdx:2 advice ignore-without-reason',
      'content/events/crew-walks.mdx:15 advice marks-without-quote',
    ]);
    expect((await withNote('# ignore marks-without-qoute: a title')).problems.map(({fix}) => fix)[0]).toBe(
      'Did you mean `marks-without-quote`?',
    );
  });

  test('that is not given cannot be set aside', async () => {
    const reading = await readContent(
      contentFolder({'events/crew-walks.mdx': eventText().replace('title:', '# ignore long-text: it is long\ntitle:')}),
    );
    expect(summary(reading)).toEqual(['content/events/crew-walks.mdx:2 advice ignore-without-cause']);
  });
});

describe('readContent(folder) of any content', () => {
  const files = readdirSync(SMALL_STORY, {recursive: true, encoding: 'utf8'})
    .filter((path) => /\.(mdx|yaml)$/.test(path))
    .sort();

  test('never throws, never loses an entry without a message', async () => {
    const folder = contentFolder();
    const edit = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({min: 0, max: 1, noNaN: true}),
      kind: fc.constantFrom('delete', 'double', 'swap', 'insert', 'drop-line', 'double-line'),
      sign: fc.constantFrom(
        '<',
        '>',
        '{',
        '}',
        '"',
        "'",
        ':',
        '#',
        '-',
        '\t',
        '`',
        '[',
        ']',
        '&',
        '*',
        '!',
        '|',
        '\\',
        '\u0000',
        '\uFEFF',
        '🎬',
        '\n---\n',
        '</',
        '/>',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, {minLength: 1, maxLength: 3}), async (edits) => {
        const changed: Record<string, string> = {};
        for (const {file, at, kind, sign} of edits) {
          const text = changed[file] ?? readFileSync(join(SMALL_STORY, file), 'utf8');
          const i = Math.floor(at * text.length);
          const lines = text.split('\n');
          const n = Math.floor(at * lines.length);
          changed[file] = {
            delete: text.slice(0, i) + text.slice(i + 1),
            double: text.slice(0, i + 1) + text.slice(i),
            swap: text.slice(0, i) + (text[i + 1] ?? '') + (text[i] ?? '') + text.slice(i + 2),
            insert: text.slice(0, i) + sign + text.slice(i),
            'drop-line': lines.toSpliced(n, 1).join('\n'),
            'double-line': lines.toSpliced(n, 0, lines[n] ?? '').join('\n'),
          }[kind];
        }
        changeFiles(folder, changed);
        const {content, broken, problems} = await readContent(folder);
        const kept = [
          ...(content?.events ?? []),
          ...(content?.chapters ?? []),
          ...(content?.sources ?? []),
          ...(content?.actors ?? []),
        ].map(({file}) => file);
        const told = new Set(problems.filter(({severity}) => severity === 'error').map(({file}) => file.replace('content/', '')));
        if (content) expect([...kept, 'story.yaml', ...broken.map(({file}) => file)].sort()).toEqual([...files].sort());
        else expect(told.has('story.yaml')).toBe(true);
        for (const {because} of broken) expect(because.some((file) => told.has(file))).toBe(true);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.endColumn).toBeGreaterThanOrEqual(problem.column);
        }
        changeFiles(folder, Object.fromEntries(Object.keys(changed).map((file) => [file, readFileSync(join(SMALL_STORY, file), 'utf8')])));
      }),
      {numRuns: 400},
    );
  }, 60_000);
});

describe('readContent(folder, memory)', () => {
  test('finds the same as without, whatever has changed since', async () => {
    const memory: FieldsMemory = new Map();
    const folder = contentFolder();
    const changes: Parameters<typeof changeFiles>[1][] = [
      {},
      {'events/crew-walks.mdx': eventText({lane: 'crews', colour: 'red'})},
      {'events/crew-walks.mdx': eventText({lane: 'ground'}), 'events/first-words.mdx': null},
      {'events/crew-walks.mdx': '', 'sources/times-1969-07-21.yaml': 'headline: ['},
      {'events/crew-walks.mdx': new Uint8Array([0xff]), 'sources/times-1969-07-21.yaml': null},
    ];
    for (const files of changes) {
      changeFiles(folder, files);
      expect(await readContent(folder, memory)).toEqual(await readContent(folder));
      expect(await readContent(folder, memory)).toEqual(await readContent(folder));
    }
  });
});
