import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {newEvent} from '../../src/commands/new.ts';
import type {Surroundings} from '../../src/commands/new.ts';
import {inventoryFromReading} from '../../src/commands/inventory.ts';
import {askForAnswers, sourceChoices} from '../../src/commands/new/ask.ts';
import {FLAGS, helpText} from '../../src/commands/new/flags.ts';
import type {Answers} from '../../src/commands/new/flags.ts';
import {oneLine} from '../../src/commands/safe-text.ts';
import {readContent} from '../../src/reading/read-content.ts';

const SMALL_STORY = 'test/fixtures/small-story';
const SITE_URL = 'http://localhost:4321/';
const GOOD = ['--title', 'Eagle lifts off', '--date', '1969-07-21', '--lane', 'crew', '--source', 'times-1969-07-21'];

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'new-')), 'content');
  cpSync(SMALL_STORY, folder, {recursive: true});
});

afterEach(() => {
  rmSync(join(folder, '..'), {recursive: true});
});

function run(args: readonly string[], around: Partial<Surroundings> = {}) {
  return newEvent(args, {contentFolder: folder, siteUrl: SITE_URL, ask: null, ...around});
}

function files(): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort();
}

async function problems() {
  return (await readContent(folder)).problems;
}

/** The complaint about one flag alone. */
async function complaintOf(...args: string[]): Promise<string> {
  const before = files();
  const {code, output} = await run(args);
  expect(code).toBe(2);
  expect(files()).toEqual(before);
  return output;
}

describe('newEvent(args)', () => {
  test('writes a file that passes the check, and says where it is and where to see it', async () => {
    const {code, output} = await run(GOOD);
    expect(code).toBe(0);
    expect(output).toContain('events/eagle-lifts-off.mdx\n');
    expect(output).toContain('See it at http://localhost:4321/events/eagle-lifts-off/ while `npm run dev` is running.');
    expect(await problems()).toEqual([]);
    const {content} = await readContent(folder);
    expect(content?.events.find(({id}) => id === 'eagle-lifts-off')).toMatchObject({
      title: 'Eagle lifts off',
      label: 'Eagle lifts off',
      chapter: 'walk',
      status: 'reported',
      weight: 'standard',
      draft: false,
      knownIsWritten: false,
    });
  });

  test('takes every other field by its flag', async () => {
    const {code} = await run([
      ...GOOD,
      '--source',
      'post-1969-07-21',
      '--supports',
      'the hour',
      '--supports',
      'the day',
      '--chapter',
      'landing',
      '--weight',
      'landmark',
      '--status',
      'confirmed',
      '--known',
      '1969-07-22',
      '--label',
      'Lift-off',
      '--short',
      'Off',
      '--actor',
      'neil-armstrong',
      '--text',
      'They leave.',
      '--id',
      'lift-off',
      '--draft',
    ]);
    expect(code).toBe(0);
    const {content, problems: found} = await readContent(folder);
    expect(found).toEqual([]);
    expect(content?.events.find(({id}) => id === 'lift-off')).toMatchObject({
      chapter: 'landing',
      weight: 'landmark',
      status: 'confirmed',
      label: 'Lift-off',
      short: 'Off',
      actors: ['neil-armstrong'],
      summary: 'They leave.',
      draft: true,
      known: {text: '1969-07-22'},
      sources: [
        {id: 'times-1969-07-21', supports: 'the hour'},
        {id: 'post-1969-07-21', supports: 'the day'},
      ],
    });
  });

  test('writes one moment of an unknown day with the day it became public, or as a draft', async () => {
    const within = [...GOOD.with(3, '1969-07-21/1969-07-22'), '--happened', 'within'];
    expect((await run([...within, '--known', '1969-07-22', '--id', 'public'])).code).toBe(0);
    expect((await readContent(folder)).content?.events.find(({id}) => id === 'public')).toMatchObject({
      happened: 'within',
      known: {text: '1969-07-22'},
    });
    const {code, output} = await run([...within.with(1, 'Another'), '--draft', '--id', 'later']);
    expect(code).toBe(0);
    expect(output).toContain('It is a draft until `known` says on which day the public could first know of it.');
    expect((await problems()).map(({file, severity, rule}) => `${file} ${severity} ${rule}`)).toEqual([
      'content/events/later.mdx advice within-without-known',
    ]);
  });

  test('adds a source when it is new', async () => {
    const {code, output} = await run([
      ...GOOD.slice(0, 6),
      '--source-headline',
      'Home: “at last”',
      '--source-publisher',
      'Le Monde',
      '--source-published',
      '1969-07-25',
      '--source-how-dated',
      'The page carries the date.',
      '--source-url',
      'https://example.org/home/',
      '--source-language',
      'fr',
      '--source-author',
      'A. N. Other',
    ]);
    expect(output).toContain('sources/le-monde-1969-07-25.yaml');
    expect(code).toBe(0);
    const {content, problems: found} = await readContent(folder);
    expect(found).toEqual([]);
    expect(content?.sources.find(({id}) => id === 'le-monde-1969-07-25')).toMatchObject({
      headline: 'Home: “at last”',
      language: 'fr',
      url: 'https://example.org/home/',
      author: 'A. N. Other',
    });
  });

  test('keeps a disputed event from readers until its versions are written', async () => {
    const {code, output} = await run([...GOOD, '--source', 'post-1969-07-21', '--status', 'disputed']);
    expect(code).toBe(0);
    expect(output).toContain('It is a draft until its <Disagreement> is written');
    expect((await problems()).map(({severity, rule}) => `${severity} ${rule}`)).toEqual(['advice disputed-without-versions']);
  });

  test('never overwrites: the same event is refused, another of its name gets a name of its own', async () => {
    await run(GOOD);
    const before = readFileSync(join(folder, 'events/eagle-lifts-off.mdx'), 'utf8');
    expect(await complaintOf(...GOOD)).toContain('`Eagle lifts off` on 1969-07-21 is also in content/events/eagle-lifts-off.mdx.');
    expect((await run(GOOD.with(3, '1969-07-22'))).code).toBe(0);
    expect(existsSync(join(folder, 'events/eagle-lifts-off-1969-07-22.mdx'))).toBe(true);
    expect(await complaintOf(...GOOD, '--id', 'eagle-lifts-off')).toContain('There is a file events/eagle-lifts-off.mdx already.');
    expect(readFileSync(join(folder, 'events/eagle-lifts-off.mdx'), 'utf8')).toBe(before);
  });

  test('gives an event a name that neither a chapter nor a part of the page has', async () => {
    expect((await run(GOOD.with(1, 'Walk').with(3, '1969-07-22'))).code).toBe(0);
    expect((await run(GOOD.with(1, 'Stage').with(3, '1969-07-19'))).code).toBe(0);
    expect(files()).toEqual(expect.arrayContaining(['events/walk-1969-07-22.mdx', 'events/stage-1969-07-19.mdx']));
    expect(await problems()).toEqual([]);
    expect(await complaintOf(...GOOD, '--id', 'walk')).toContain('The name `walk` is that of content/chapters/walk.mdx.');
    expect(await complaintOf(...GOOD, '--id', 'landing-title')).toContain(
      'The name `landing-title` is that of content/chapters/landing.mdx.',
    );
    const newSource = [
      '--source',
      'main',
      '--source-headline',
      'Home',
      '--source-publisher',
      'Le Monde',
      '--source-published',
      '1969-07-25',
      '--source-how-dated',
      'The page carries the date.',
    ];
    expect(await complaintOf(...GOOD.slice(0, 6), ...newSource)).toContain('The name `main` is that of a part of the page.');
  });

  test('never overwrites a file that is too broken to be read', async () => {
    writeFileSync(join(folder, 'events/eagle-lifts-off.mdx'), '---\ntitle: [\n');
    expect((await run(GOOD)).code).toBe(0);
    expect(readFileSync(join(folder, 'events/eagle-lifts-off.mdx'), 'utf8')).toBe('---\ntitle: [\n');
  });

  test('says what is missing where there is no story.yaml', async () => {
    rmSync(join(folder, 'story.yaml'));
    const {code, output} = await run(GOOD);
    expect(code).toBe(1);
    expect(output).toContain('There is no story.yaml.');
    expect(output).toContain('Nothing was written.');
  });

  test('asks only for what is open, and only where somebody can answer', async () => {
    const asked: unknown[] = [];
    const ask: Surroundings['ask'] = async (given) => {
      asked.push(given);
      return {...given, title: 'Asked', date: '1969-07-18', lane: 'ground', source: ['times-1969-07-21']};
    };
    expect((await run(GOOD, {ask})).code).toBe(0);
    expect(asked).toEqual([]);
    expect((await run(['--lane', 'crew'], {ask})).code).toBe(0);
    expect(asked).toEqual([{lane: 'crew'}]);
    expect(await complaintOf('--lane', 'crew')).toContain('`--title` is missing.');
  });

  test('explains every flag', async () => {
    const {code, output} = await run(['--help']);
    expect(code).toBe(0);
    expect(output).toBe(helpText());
    for (const flag of Object.keys(FLAGS)) expect(output).toContain(`--${flag} `);
  });

  test('reports everything that is wrong at once: where, what, why, how to fix it, and what to type', async () => {
    expect(
      await complaintOf(
        '--titel',
        'Eagle',
        '--date',
        '24/11/1969',
        '--lane',
        'crow',
        '--source',
        'times-1969-07-2',
        '--weight',
        'landmarks',
      ),
    ).toMatchInlineSnapshot(`
      "npm run new
        There is no flag \`--titel\`.
        Why: It would be silently ignored.
        Fix: Did you mean \`--title\`?
        Example:
          --title "The Eagle lands on the Moon"

      npm run new, --date
        \`24/11/1969\` is not a date we can read.
        Why: A program places dates on the timeline, and reads only one form: year, month, day, each as a number.
        Fix: Write year-month-day; leave out the day, or the month too, where it is not known.
        Example:
          --date 1969-11-24

      npm run new, --lane
        \`--lane\` names the lane \`crow\`, which does not exist.
        Why: An event outside every lane would not be drawn.
        Fix: Did you mean \`crew\`? Otherwise add it to \`lanes\` in story.yaml.
        Example:
          --lane crew

      npm run new, --source
        \`--source\` names the source \`times-1969-07-2\`, which does not exist.
        Why: Readers see its headline, publisher and date.
        Fix: Did you mean \`times-1969-07-21\`? Otherwise add the file sources/times-1969-07-2.yaml. Or say here what it is, with \`--source-headline\` and the flags after it.
        Example:
          --source times-1969-07-21

      npm run new, --weight
        \`--weight\` is \`landmarks\`, which is not one of its values.
        Why: It decides the size of the entry, and which labels stay when space is short.
        Fix: Did you mean \`landmark\`? It can be \`turning-point\`, \`landmark\`, \`standard\`, \`detail\` or \`context\`.
        Example:
          --weight landmark

      5 problems. Nothing was written."
    `);
  });

  test.each([
    [['--date', '1969-02-30'], '`1969-02-30` does not exist: February 1969 has 28 days.'],
    [['--date', '2014-12-17'], '`--date` (2014-12-17) lies outside the story, which runs from 1969-07-10 to 1969-08-01.'],
    [['--date', '1969-07-24/1969-07-16'], 'ends before it begins'],
    [['--date', ''], '`--date` is empty.'],
    [['--known', '1969-07-12'], '`--known` (1969-07-12) is before `--date` (1969-07-21).'],
    [['--happened', 'within'], '`--happened` needs a `--date` with two ends, and `--date` is 1969-07-21.'],
    [
      ['--date', '1969-07-21/1969-07-22', '--happened', 'within'],
      'The event happened at one moment within 1969-07-21/1969-07-22, and has no `--known`.',
    ],
    [['--title', 'x'.repeat(91)], '`--title` has 91 characters; at most 90 fit.'],
    [['--title', ' \n '], '`--title` is empty.'],
    [['--label', 'x'.repeat(35)], '`--label` has 35 characters; at most 34 fit.'],
    [['--short', 'x'.repeat(25)], '`--short` has 25 characters; at most 24 fit.'],
    [['--chapter', 'lending'], '`--chapter` names the chapter `lending`, which does not exist.'],
    [['--actor', 'neil-armstrng'], 'Did you mean `neil-armstrong`?'],
    [['--status', 'sure'], '`--status` is `sure`, which is not one of its values.'],
    [['--status', 'disputed'], 'The event is `disputed` but has only one source.'],
    [['--id', 'Eagle Lands'], '`Eagle Lands` cannot become an address.'],
    [['--supports', 'a', '--supports', 'b'], 'There are 2 times `--supports` for 1 source.'],
    [['--text', ''], '`--text` is empty.'],
    [
      ['--source-url', 'www.example.org', '--source', 'new'],
      '`--source-url` (www.example.org) is not an address that starts with https://.',
    ],
    [['--source', 'new', '--source-headline', 'A'], 'A new source needs `--source-publisher`.'],
    [['--draft=no'], '`--draft` takes no value, got `no`.'],
    [['--label', '--short', 'x'], '`--label` has no value.'],
    [['--label', 'a', '--label', 'b'], '`--label` is given twice.'],
    [['loose'], '`loose` belongs to no flag.'],
  ])('refuses %j', async (args, what) => {
    const given = new Set(args);
    const rest = GOOD.flatMap((arg, index) => (index % 2 === 0 && (!given.has(arg) || arg === '--source') ? [arg, GOOD[index + 1]!] : []));
    const output = await complaintOf(...rest, ...args);
    expect(output).toContain(what);
    expect(output).toMatch(/\n {2}Why: .+\n {2}Fix: .+\n/);
    expect(output).toMatch(/problems?\. Nothing was written\.$/);
  });

  test('makes a file that passes the check, whatever the title, date, lane and text', async () => {
    const piece = fc.oneof(
      fc.string({unit: 'grapheme', maxLength: 20}),
      fc.string({unit: 'binary', maxLength: 12}),
      fc.constantFrom(
        '"',
        '“sorry”',
        '’',
        ': ',
        ' #1 ',
        '- ',
        '---',
        '🚀',
        '👩‍🚀',
        'قال الرئيس',
        'מילים',
        '\u202e',
        '{x}',
        '<b>',
        '</Quote>',
        '`',
        '*',
        '_',
        '\\',
        '$x$',
        '[a](b)',
        '![a](b)',
        'import ',
        'export default',
        'https://example.org',
        'www.example.org',
        'a@example.org',
        '&amp;',
        '&#123;',
        '| a | b |',
        '1. ',
        '> ',
        '~~',
        '[^1]',
        '%',
        '!tag',
        '&anchor',
        '*alias',
        'true',
        'null',
        '\n',
        '\t',
        '{/*',
        '*/}',
        '<!--',
        ':::',
        '==',
        '# ',
      ),
    );
    const words = fc.array(piece, {minLength: 1, maxLength: 5}).map((pieces) => pieces.join('').slice(0, 88));
    const day = fc.integer({min: 10, max: 31}).map((number) => `1969-07-${number}`);
    const date = fc.oneof(
      day,
      fc.tuple(day, fc.constantFrom('~', '?', '%', 'T20:17Z', 'T20:17:40Z', '/..', '/')).map(([start, sign]) => `${start}${sign}`),
      fc.tuple(fc.integer({min: 10, max: 20}), fc.integer({min: 20, max: 31})).map(([from, to]) => `1969-07-${from}/1969-07-${to}~`),
      fc.constantFrom('1969', '1969-07', '1969-07~', '/1969-07-20', '../1969-07-20'),
    );
    await fc.assert(
      fc.asyncProperty(
        words,
        date,
        fc.constantFrom('crew', 'ground'),
        fc.option(words),
        fc.boolean(),
        async (title, when, lane, text, isNewSource) => {
          const source = isNewSource
            ? [
                '--source',
                'a-new-one',
                `--source-headline=${title}`,
                `--source-publisher=${title}`,
                '--source-published',
                '1969-07-25',
                `--source-how-dated=${title}`,
              ]
            : ['--source', 'times-1969-07-21'];
          const before = files();
          const {code, output} = await run([
            `--title=${title}`,
            '--date',
            when,
            '--lane',
            lane,
            ...source,
            ...(text === null ? [] : [`--text=${text}`]),
          ]);
          const isBlank = (words: string) => oneLine(words) === '';
          if (isBlank(title) || (text !== null && isBlank(text))) {
            expect(code).toBe(2);
            expect(files()).toEqual(before);
            return;
          }
          expect(output).toContain('It passes');
          expect(code).toBe(0);
          const added = files().filter((path) => !before.includes(path));
          expect(added).toHaveLength(isNewSource ? 2 : 1);
          const {problems: found, content} = await readContent(folder);
          expect(found.filter(({severity}) => severity === 'error')).toEqual([]);
          expect(content?.events).toHaveLength(3);
          for (const path of added) rmSync(join(folder, path));
        },
      ),
      {numRuns: 150},
    );
  }, 60_000);
});

describe('sourceChoices(term, chosen, mayAdd, inventory)', () => {
  test('finds sources by every word typed, in any order, and offers to add one', async () => {
    const inventory = inventoryFromReading(await readContent(folder))!;
    const names = (term: string, chosen: string[] = []) => sourceChoices(term, chosen, true, inventory).map(({value}) => value);
    expect(names('')).toEqual(['post-1969-07-21', 'times-1969-07-21', '+']);
    expect(names('1969 TIMES')).toEqual(['times-1969-07-21', '+']);
    expect(names('', ['times-1969-07-21'])).toEqual(['post-1969-07-21', '+']);
    expect(sourceChoices('nothing', [], false, inventory)).toEqual([]);
  });
});

describe('askForAnswers(given, inventory)', () => {
  /** A terminal that types the next answer when its question is shown. */
  function terminalThat(types: readonly (readonly [question: string, keys: string])[]) {
    const input = new PassThrough();
    const output = new PassThrough();
    // As a real terminal, it outlives the question.
    output.end = () => output;
    const left = [...types];
    let shown = '';
    let all = '';
    output.on('data', (chunk: Buffer) => {
      const text = stripVTControlCharacters(chunk.toString());
      shown += text;
      all += text;
      const next = left[0];
      if (next && shown.includes(next[0])) {
        left.shift();
        shown = '';
        setTimeout(() => input.write(next[1]), 5);
      }
    });
    return {terminal: {input, output}, shown: () => all, left};
  }

  /** What is answered where the command asks, with the content check behind every question. */
  async function answersFrom(given: Answers, terminal: Parameters<typeof askForAnswers>[3]): Promise<Answers> {
    let answers: Answers = {};
    await run([], {
      ask: async (_none, inventory, check) => {
        answers = await askForAnswers(given, inventory, check, terminal);
        return {};
      },
    });
    return answers;
  }

  test('asks for everything, reads the date back while it is typed, and adds a source that is new', async () => {
    const {terminal, shown, left} = terminalThat([
      ['as a headline?', 'Splashdown in the Pacific\r'],
      ['on the timeline?', '\r'],
      ['When?', '1969-07-24~\r'],
      ['Which lane?', '\u001b[B\r'],
      ['Which chapter?', '\r'],
      ['How sure is it?', '\r'],
      ['How much does it matter?', '\r'],
      ['first know?', '\r'],
      ['Who says so?', 'zzz'],
      ['zzz', '\r'],
      ['Its headline', 'Home\r'],
      ['Who published it?', 'Le Monde\r'],
      ['On which day?', '1969-07-25\r'],
      ['How was that day found?', '\r'],
      ['Who wrote it?', '\r'],
      ['Its address?', '\r'],
      ['What does it carry', '\r'],
      ['Another source?', 'n\r'],
      ['sentence or two', '\r'],
    ]);
    const answers = await answersFrom({}, terminal);
    expect(left).toEqual([]);
    expect(answers).toEqual({
      title: 'Splashdown in the Pacific',
      label: 'Splashdown in the Pacific',
      date: '1969-07-24~',
      lane: 'ground',
      chapter: 'landing',
      status: 'reported',
      weight: 'standard',
      source: ['le-monde-1969-07-25'],
      supports: ['what happened and when'],
      'source-headline': 'Home',
      'source-publisher': 'Le Monde',
      'source-published': '1969-07-25',
      'source-how-dated': 'The page carries the date.',
    });
    expect(shown()).toContain('= July 1969');
    expect(shown()).toContain('= About 24 July 1969');
    expect(shown()).toContain('not a date yet');
    expect((await newEvent([], {contentFolder: folder, siteUrl: SITE_URL, ask: async () => answers})).code).toBe(0);
    expect(await problems()).toEqual([]);
  }, 20_000);

  test('keeps one moment of an unknown day as a draft until its day of becoming public is known', async () => {
    const given = {
      title: 'Back',
      label: 'Back',
      lane: 'crew',
      chapter: 'walk',
      status: 'confirmed',
      weight: 'detail',
      source: ['times-1969-07-21'],
      date: '1969-07-21/1969-07-22',
      text: 'They are back.',
    };
    const answersTo = async (known: string) => {
      const {terminal, shown} = terminalThat([
        ['all the time?', '\u001b[B\r'],
        ['first know?', `${known}\r`],
      ]);
      return {answers: await answersFrom(given, terminal), shown: shown()};
    };
    const open = await answersTo('');
    expect(open.answers).toEqual({...given, happened: 'within', draft: true});
    expect(open.shown).toContain('leave empty if you do not know yet');
    expect(open.shown).toContain('Not known yet');
    expect((await answersTo('1969-07-22')).answers).toEqual({...given, happened: 'within', known: '1969-07-22'});
  }, 20_000);

  test('does not take a date that cannot be read, and says what to write', async () => {
    const {terminal, shown} = terminalThat([
      ['When?', '24/7/1969\r'],
      ['Such as: 1969-07-24', `${'\b'.repeat(9)}1969-07-24\r`],
      ['first know?', '\r'],
      ['sentence or two', 'They are back.\r'],
    ]);
    const given = {
      title: 'Back',
      label: 'Back',
      lane: 'crew',
      chapter: 'walk',
      status: 'confirmed',
      weight: 'detail',
      source: ['times-1969-07-21'],
    };
    expect(await answersFrom(given, terminal)).toEqual({...given, date: '1969-07-24', text: 'They are back.'});
    expect(shown()).toContain('`24/7/1969` is not a date we can read.');
  }, 20_000);
});
