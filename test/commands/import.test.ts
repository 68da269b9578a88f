import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {importTimeline} from '../../src/commands/import.ts';
import {helpText} from '../../src/commands/import/flags.ts';
import {timelineCsv} from '../../src/publish/timeline-csv.ts';
import {timelineJsJson} from '../../src/publish/timelinejs-json.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content, EventEntry} from '../../src/schema/content.ts';
import {FULL_STORY} from '../full-story.ts';

const FILES = 'test/fixtures/import';
const SMALL_STORY = 'test/fixtures/small-story';
const TODAY = '2026-11-25';
/** A file of one event, in the middle of the small story. */
const ONE_EVENT = {events: [{start_date: {year: 1969, month: 7, day: 22}, text: {headline: 'Half way home', text: 'All are well.'}}]};

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'import-test-'));
  folder = join(parent, 'content');
});

afterEach(() => {
  rmSync(parent, {recursive: true});
});

/** The command, with its folder called `content` wherever it lies. */
async function run(...args: string[]): Promise<{code: number; output: string}> {
  const {code, output} = await importTimeline(args, {contentFolder: folder, today: TODAY});
  return {code, output: output.replaceAll(`${folder}/`, 'content/').replaceAll(folder, 'content')};
}

function withSmallStory(): void {
  cpSync(SMALL_STORY, folder, {recursive: true});
}

function files(): string[] {
  return existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort() : [];
}

function written(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** A file to import, holding this. */
function file(data: unknown, name = 'timeline.json'): string {
  const path = join(parent, name);
  writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
  return path;
}

/** A file without the words for its date, which the tests of those words hold still. */
function withoutWords(text: string): string {
  return text.replace(/^# Readers will see: .*\n/m, '');
}

async function read(): Promise<{content: Content; errors: string[]}> {
  const {content, problems} = await readContent(folder);
  return {
    content: content!,
    errors: problems.filter(({severity}) => severity === 'error').map(({file: place, what}) => `${place}: ${what}`),
  };
}

describe('importTimeline(args) with examples that others published', () => {
  test.each(readdirSync(join(FILES, 'published')))('makes a story of %s that passes the check, and reports everything', async (name) => {
    const {code, output} = await run(
      join(FILES, 'published', name),
      '--source-publisher',
      'Its makers',
      '--source-published',
      '2026',
      '--skip',
    );
    expect(code).toBe(0);
    const {content, errors} = await read();
    expect(errors).toEqual([]);
    expect(content.events.length).toBeGreaterThan(0);
    const events = files()
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => `=== ${path}\n${withoutWords(written(path))}`);
    await expect([output, ...events, `=== story.yaml\n${written('story.yaml')}`].join('\n')).toMatchFileSnapshot(
      `../output/import/${name}.txt`,
    );
  });

  test('reads every kind of line of a Markwhen file of our own', async () => {
    const {code, output} = await run(join(FILES, 'own/moon.mw'));
    expect(code).toBe(0);
    expect((await read()).errors).toEqual([]);
    const events = files()
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => `=== ${path}\n${withoutWords(written(path))}`);
    await expect([output, ...events].join('\n')).toMatchFileSnapshot('../output/import/moon.mw.txt');
  });
});

describe('importTimeline(args) with files that are wrong', () => {
  test('says of each where, what, why and how to fix it, and writes nothing', async () => {
    withSmallStory();
    const before = files();
    const pages: string[] = [];
    for (const name of readdirSync(join(FILES, 'bad'))) {
      const {code, output} = await run(join(FILES, 'bad', name));
      expect(code, name).toBe(1);
      expect(output, name).toMatch(/ {2}Why: .+\n {2}Fix: .+/);
      expect(output, name).toContain('Nothing was written.');
      pages.push(`$ npm run import -- ${name}\n\n${output}\n`);
    }
    expect(files()).toEqual(before);
    await expect(pages.join('\n')).toMatchFileSnapshot('../output/import/bad-files.txt');
  });

  test.each([
    [[]],
    [['no-such-file.json']],
    [['test']],
    [['https://docs.google.com/spreadsheets/d/abc/edit']],
    [['a.json', 'b.json']],
    [['a.json', '--lnae', 'crew']],
    [['a.json', '--zone', 'Amerika/Chicago']],
    [['a.json', '--group', 'Moon shots']],
    [['a.json', '--lane']],
    [['a.json', '--skip=yes']],
  ])('says what is wrong with %j', async (args) => {
    withSmallStory();
    const {code, output} = await run(...args);
    expect(code).toBeGreaterThan(0);
    await expect(`$ npm run import -- ${args.join(' ')}\n\n${output}\n`).toMatchFileSnapshot(
      `../output/import/flags/${args.join(' ').replace(/[^\w.-]+/g, '_') || 'none'}.txt`,
    );
  });

  test('says what is wrong with ids that the story does not have', async () => {
    withSmallStory();
    const {code, output} = await run(
      file(ONE_EVENT),
      '--lane',
      'crewe',
      '--chapter',
      'lnding',
      '--source',
      'tmes',
      '--weight',
      'big',
      '--status',
      'sure',
      '--group',
      'a=b',
    );
    expect(code).toBe(2);
    expect(output).toMatchInlineSnapshot(`
      "npm run import, --lane
        \`--lane\` names the lane \`crewe\`, which does not exist.
        Why: An event outside every lane would not be drawn.
        Fix: Did you mean \`crew\`? Otherwise add it to \`lanes\` in story.yaml.
        Example:
          --lane crew

      npm run import, --chapter
        \`--chapter\` names the chapter \`lnding\`, which does not exist.
        Why: An event outside every chapter would not be shown.
        Fix: Did you mean \`landing\`? Otherwise add the file chapters/lnding.mdx.
        Example:
          --chapter landing

      npm run import, --source
        \`--source\` names the source \`tmes\`, which does not exist.
        Why: Readers see its headline, publisher and date.
        Fix: Add the file sources/tmes.yaml, or use one that exists: post-1969-07-21, times-1969-07-21. Or say here what it is, with \`--source-headline\` and the flags after it.
        Example:
          --source post-1969-07-21

      npm run import, --weight
        \`--weight\` is \`big\`, which is not one of its values.
        Why: It decides the size of the entry, and which labels stay when space is short.
        Fix: Write \`turning-point\`, \`landmark\`, \`standard\`, \`detail\` or \`context\`.
        Example:
          --weight turning-point

      npm run import, --status
        \`--status\` is \`sure\`, which is not one of its values.
        Why: Readers see in words how far to trust it.
        Fix: Write \`confirmed\`, \`reported\`, \`disputed\` or \`announced\`.
        Example:
          --status confirmed

      npm run import, --group
        \`--group\` names the lane \`b\`, which does not exist.
        Why: An event outside every lane would not be drawn.
        Fix: Add it to \`lanes\` in story.yaml, or use one that exists: crew, ground.
        Example:
          --group "Moon shots=crew"

      6 problems. Nothing was written."
    `);
  });

  test('leaves out what is wrong and writes the rest if asked to, and says so', async () => {
    withSmallStory();
    const timeline = {
      events: [
        ...ONE_EVENT.events,
        {start_date: {year: 1969, month: 7, day: 32}, text: {headline: 'No such day'}},
        {start_date: {year: 2001}, text: {headline: 'Too late'}},
      ],
    };
    expect((await run(file(timeline))).code).toBe(1);
    const {code, output} = await run(file(timeline), '--skip', '--lane', 'crew', '--source', 'times-1969-07-21');
    expect(code).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "timeline.json: TimelineJS JSON, 2 events read.

      events[0]: Half way home, 1969-07-22
        → content/events/half-way-home.mdx
        kept      headline, date, text

      Left out:
        events[1]: \`start_date\`: \`1969-07-32\` does not exist: July 1969 has 31 days.
        events[2]: “Too late”, 2001: outside the story, which runs from 1969-07-10 to 1969-08-01

      Wrote 1 event. 2 things left out, each listed above; nothing was overwritten."
    `);
    expect((await read()).errors).toEqual([]);
  });

  test('refuses events outside the story together, with every way out', async () => {
    withSmallStory();
    const timeline = {events: ['1815', '1948', '1969'].map((year) => ({start_date: {year}, text: {headline: `The year ${year}`}}))};
    const {code, output} = await run(file(timeline));
    expect(code).toBe(1);
    expect(output).toMatchInlineSnapshot(`
      "timeline.json, events[0]
        “The year 1815” (1815) lies outside the story, which runs from 1969-07-10 to 1969-08-01, and so does events[1].
        Why: Nothing is drawn outside that stretch.
        Fix: Widen \`extent\` in story.yaml; or keep the events off the axis with \`--weight context\`; or leave them out with \`--skip\`; or name an empty folder, which gets a story of its own.
        Example:
          CONTENT_DIR=another-story npm run import -- FILE

      1 problem. Nothing was written. \`--skip\` leaves them out and writes the rest."
    `);
    expect((await run(file(timeline), '--weight', 'context', '--lane', 'crew', '--source', 'times-1969-07-21')).code).toBe(0);
    expect((await read()).errors).toEqual([]);
  });

  test('says what story.yaml lacks where it cannot be read', async () => {
    withSmallStory();
    rmSync(join(folder, 'story.yaml'));
    const before = files();
    const {code, output} = await run(file(ONE_EVENT));
    expect(code).toBe(1);
    expect(output).toContain('There is no story.yaml.');
    expect(output).toContain('only an empty folder gets a story of its own. Nothing was written.');
    expect(files()).toEqual(before);
  });
});

describe('importTimeline(args)', () => {
  test('writes drafts where a source or a lane is missing, and says what to do', async () => {
    withSmallStory();
    const {code, output} = await run(file(ONE_EVENT));
    expect(code).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "timeline.json: TimelineJS JSON, 1 event read.

      events[0]: Half way home, 1969-07-22
        → content/events/half-way-home.mdx (draft: no source, no lane)
        kept      headline, date, text

      Wrote 1 event, each a draft. Nothing was left out; nothing was overwritten.

      Still to do, then take \`draft: true\` out:
        1 event is without a source. Name one in each under \`sources\`; or, before you write anything else, delete them and import again with \`--source ID\`, or with \`--source-publisher\` and \`--source-published\`, which make the imported file a source.
        1 event is without a lane. Name one in each; or delete them and import again with \`--lane ID\` or \`--group "NAME=ID"\`."
    `);
    expect(written('events/half-way-home.mdx')).toMatchInlineSnapshot(`
      "---
      # Imported from timeline.json, events[0]. Lines that begin with # are notes to you: readers never see them.
      title: Half way home
      label: Half way home
      # Readers will see: Tuesday 22 July 1969.
      date: "1969-07-22"
      # Still to be written: The lane it is in: an id from \`lanes\` in \`story.yaml\`. Such as:
      #   lane: crew
      chapter: landing
      weight: standard
      status: reported
      # Still to be written: Who says so: at least one source; a disputed event needs two. Such as:
      #   sources:
      #     - id: times-1969-07-21
      #       supports: the day and the words spoken
      # Delete this line when the event is ready for readers.
      draft: true
      ---

      All are well.
      "
    `);
    expect((await read()).errors).toEqual([]);
  });

  test('writes events that are ready where both are named', async () => {
    withSmallStory();
    const {code} = await run(file(ONE_EVENT), '--lane', 'crew', '--source', 'times-1969-07-21', '--supports', 'the way home');
    expect(code).toBe(0);
    const {content, errors} = await read();
    expect(errors).toEqual([]);
    expect(content.events.find(({id}) => id === 'half-way-home')).toMatchObject({
      title: 'Half way home',
      draft: false,
      lane: 'crew',
      chapter: 'landing',
      weight: 'standard',
      status: 'reported',
      text: 'All are well.',
      sources: [{id: 'times-1969-07-21', supports: 'the way home'}],
    });
  });

  test('makes a story of days to come, which was last changed on its first day at the earliest', async () => {
    const {code} = await run(file({events: [{start_date: {year: 2027, month: 1, day: 1}, text: {headline: 'To come'}}]}));
    expect(code).toBe(0);
    expect((await read()).errors).toEqual([]);
    expect(written('story.yaml')).toContain('updated: "2027-01-01"');
  });

  test('keeps them all from readers with --draft', async () => {
    withSmallStory();
    await run(file(ONE_EVENT), '--lane', 'crew', '--source', 'times-1969-07-21', '--draft');
    expect((await read()).content.events.find(({id}) => id === 'half-way-home')?.draft).toBe(true);
  });

  test('makes the file a source where the writer says who published it', async () => {
    withSmallStory();
    const {output} = await run(
      file({...ONE_EVENT, title: {text: {headline: 'The way home'}}}),
      '--lane',
      'crew',
      '--source-publisher',
      'The Post',
      '--source-published',
      '1969-08',
    );
    expect(output).toContain('Wrote content/sources/the-post-1969-08.yaml');
    const {content, errors} = await read();
    expect(errors).toEqual([]);
    expect(content.sources.find(({id}) => id === 'the-post-1969-08')).toMatchObject({
      headline: 'The way home',
      publisher: 'The Post',
      howDated: 'The person who imported it said so.',
    });
  });

  test('puts events in the lanes their groups are named for', async () => {
    withSmallStory();
    const event = ONE_EVENT.events[0]!;
    const groups = ['Crew', 'mission control', 'Television', 'Elsewhere'];
    const timeline = {events: groups.map((group, i) => ({...event, text: {headline: `Event ${i}`}, group}))};
    const {output} = await run(file(timeline), '--group', 'Television=ground', '--lane', 'crew', '--source', 'times-1969-07-21');
    const {content} = await read();
    expect([0, 1, 2, 3].map((i) => content.events.find(({title}) => title === `Event ${i}`)?.lane)).toEqual([
      'crew',
      'ground',
      'ground',
      'crew',
    ]);
    expect(output).toContain('changed   lane: `ground` for the group “Television”, as chosen');
    expect(output).toContain('left out  group “Elsewhere”: no lane has this name');
  });

  test('writes nothing in a dry run, and reports the same', async () => {
    withSmallStory();
    const before = files();
    const dry = await run(file(ONE_EVENT), '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.output).toContain('Nothing was written: this was a dry run.');
    expect(files()).toEqual(before);
    const wet = await run(file(ONE_EVENT));
    expect(dry.output.replaceAll('Would write', 'Wrote')).toContain(wet.output);
  });

  test('never overwrites: the same file again adds nothing, another event of the name gets a name of its own', async () => {
    withSmallStory();
    await run(file(ONE_EVENT));
    const before = written('events/half-way-home.mdx');
    const again = await run(file(ONE_EVENT));
    expect(again.code).toBe(1);
    expect(again.output).toContain('“Half way home”, 1969-07-22: it is there already, in events/half-way-home.mdx');
    const other = await run(file({events: [{...ONE_EVENT.events[0], start_date: {year: 1969, month: 7, day: 23}}]}));
    expect(other.output).toContain('id: `half-way-home-1969-07-23`, since `half-way-home` is taken');
    writeFileSync(join(folder, 'events/broken.mdx'), '---\ntitle: [\n');
    const third = await run(file({events: [{...ONE_EVENT.events[0], unique_id: 'broken', text: {headline: 'Another'}}]}));
    expect(third.output).toContain('id: `broken-1969-07-22`, since `broken` is taken');
    expect(written('events/half-way-home.mdx')).toBe(before);
    expect(written('events/broken.mdx')).toBe('---\ntitle: [\n');
  });

  test('reads hours in the zone that is said, and leaves them out where none is', async () => {
    withSmallStory();
    const timeline = {events: [{start_date: {year: 1969, month: 7, day: 20, hour: 21, minute: 56}, text: {headline: 'A step'}}]};
    const without = await run(file(timeline), '--dry-run');
    expect(without.output).toContain('A step, 1969-07-20\n');
    expect(without.output).toContain('left out  time 21:56: its zone is not said; `--zone` says it');
    const {output} = await run(file(timeline), '--zone', 'America/Chicago');
    expect(output).toContain('A step, 1969-07-21T02:56Z\n');
    expect(output).toContain('changed   date: time 21:56 in America/Chicago is 02:56Z in UTC');
  });

  test('explains itself', async () => {
    expect(await run('--help')).toEqual({code: 0, output: helpText()});
  });
});

describe('importTimeline(args) with what this site publishes', () => {
  const addressOf = (path: string) => `https://example.org${path}`;
  let story: Content;

  /** The content folder of the real story without its events, and those as they were. */
  async function withoutEvents(): Promise<EventEntry[]> {
    cpSync(FULL_STORY, folder, {recursive: true});
    story = (await readContent(folder)).content!;
    for (const {file: path} of story.events) rmSync(join(folder, path));
    // What refers to an event that is gone, or is a draft again, would be a problem of its own.
    rmSync(join(folder, 'method.mdx'));
    writeFileSync(join(folder, 'story.yaml'), written('story.yaml').replace(/^ {6}event: .*\n/gm, ''));
    return [...story.events];
  }

  test('timelinejs.json comes back without loss of what it can hold', async () => {
    const events = await withoutEvents();
    const path = file(timelineJsJson(story, addressOf), 'timelinejs.json');
    const {code, output} = await run(path, '--zone', story.story.zone, '--weight', 'context', '--source', story.sources[0]!.id);
    expect(output).not.toContain('Nothing was written');
    expect(code).toBe(0);
    const {content, errors} = await read();
    expect(errors).toEqual([]);
    expect(content.events.map(({id}) => id).sort()).toEqual(events.map(({id}) => id).sort());
    const {events: slides} = timelineJsJson(story, addressOf);
    for (const event of events) {
      const back = content.events.find(({id}) => id === event.id)!;
      const slide = slides.find(({unique_id}) => unique_id === event.id)!;
      expect(back, event.id).toMatchObject({title: event.title, lane: event.lane});
      // Signs of doubt and open ends are said in words only, which are under `dating` where they are more than a sign.
      const withoutDoubt = event.date.text.replace(/[~?%]/g, '').replace(/\/(?:\.\.)?$|^(?:\.\.)?\//, '');
      const sign = /^\d{4}(?:-\d\d){0,2}([~?%])$/.exec(event.date.text)?.[1] ?? '';
      expect(back.date.text, event.id).toBe(withoutDoubt + sign);
      if (slide.display_date && !sign)
        expect(back.dating ?? '', event.id).toContain(back.date.precision === 'time' ? '' : slide.display_date);
      expect(spoken(back.text), event.id).toContain(
        spoken(
          slide.text
            .text!.replace(/<p><a .*$/, '')
            .replace(/<\/p><p>/g, ' ')
            .replace(/<\/?p>/g, '')
            .replace(/&quot;/g, '"')
            .replace(/&gt;/g, '>')
            .replace(/&lt;/g, '<')
            .replace(/&amp;/g, '&'),
        ),
      );
    }
  });

  test('one moment of an unknown day comes with the day it became public, and else as a draft', async () => {
    withSmallStory();
    const rows =
      'title,date,happened,known,lane,sources\nFound,1969-07-20/1969-07-21,within,1969-07-20,crew,times-1969-07-21\nLost,1969-07-20/1969-07-22,within,,crew,times-1969-07-21\n';
    const {code, output} = await run(file(rows, 'rows.csv'));
    expect(code).toBe(0);
    expect(output).toContain('Lost, 1969-07-20/1969-07-22\n  → content/events/lost.mdx (draft: no known)');
    expect(output).toContain(
      '1 event is of one moment on an unknown day, without the day on which it became public. Write that day in each under `known`.',
    );
    // The first of the days follows from the date only where the event went on through all of them.
    expect(written('events/found.mdx')).toContain('happened: within\nknown: "1969-07-20"\n');
    expect(written('events/lost.mdx')).toContain('# Still to be written: When the public could first know of it');
    const {content, errors} = await read();
    expect(errors).toEqual([]);
    expect(content.events.filter(({draft}) => draft).map(({id}) => id)).toEqual(['lost']);
  });

  test('timeline.csv is imported again without the loss of any column', async () => {
    const events = await withoutEvents();
    const {code} = await run(file(timelineCsv(story, addressOf), 'timeline.csv'));
    expect(code).toBe(0);
    const {content, errors} = await read();
    expect(errors).toEqual([]);
    expect(content.events.map(({id}) => id).sort()).toEqual(events.map(({id}) => id).sort());
    const rows = (csv: string) => csv.split('\r\n');
    // A link of the text is no part of the column, which has words only.
    expect(rows(timelineCsv(content, addressOf).replaceAll('\u2060', ''))).toEqual(
      rows(timelineCsv({...content, events}, addressOf).replaceAll('\u2060', '')),
    );
  });
});

/** A text as it is compared: without what only looks different. */
function spoken(text: string): string {
  return text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();
}

describe('importTimeline(args) with anything at all', () => {
  const words = fc.oneof(
    fc.string({unit: 'binary', maxLength: 120}),
    fc.string({
      unit: fc.constantFrom(
        ...'<p>{}&;*/_`[]()"\'\\#:-~$@|!.,=%?1aé“ \n'.split(''),
        '<b>',
        '</b>',
        '<script>',
        '{/*',
        '*/}',
        '<Cite',
        'https://e.org/x',
        'http://e.org',
        'import ',
        '---\n',
      ),
      maxLength: 60,
    }),
  );
  const maybe = (min: number, max: number) => fc.option(fc.integer({min, max}), {nil: undefined});
  const anyDate = fc.record(
    {
      year: fc.oneof(fc.integer({min: -20000, max: 20000}), fc.constantFrom('1969', '', null, 'x')),
      month: maybe(0, 14),
      day: maybe(0, 32),
      hour: maybe(0, 25),
      minute: maybe(0, 61),
    },
    {requiredKeys: []},
  );
  const goodDate = fc
    .record(
      {
        year: fc.constantFrom(1969, '1969'),
        month: fc.constant(7),
        day: fc.integer({min: 10, max: 31}),
        hour: maybe(0, 23),
        minute: maybe(0, 59),
      },
      {requiredKeys: ['year']},
    )
    .map(({month, day, hour, ...rest}) =>
      month === undefined ? {year: rest.year} : day === undefined ? {year: rest.year, month} : {...rest, month, day, hour},
    );
  const date = fc.oneof({arbitrary: goodDate, weight: 6}, {arbitrary: anyDate, weight: 1});
  const slide = fc.record(
    {
      start_date: date,
      end_date: fc.oneof({arbitrary: fc.constant(undefined), weight: 3}, {arbitrary: date, weight: 1}),
      display_date: words,
      unique_id: words,
      group: fc.oneof(words, fc.constantFrom('crew', 'Mission control')),
      background: fc.record({url: words, color: words}),
      text: fc.record({headline: words, text: words}, {requiredKeys: ['headline']}),
      media: fc.record({url: words, caption: words, credit: words, thumbnail: words}, {requiredKeys: []}),
    },
    {requiredKeys: ['start_date', 'text']},
  );

  /** Whether the command wrote files, which must then pass the check. */
  async function hasWritten({code, output}: Awaited<ReturnType<typeof run>>): Promise<boolean> {
    expect(output).not.toContain('the check refuses');
    if (code === 0) expect((await read()).errors).toEqual([]);
    else expect(output).toContain('Nothing was written');
    return code === 0;
  }

  test('every file it writes passes the check', async () => {
    let imports = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(slide, {minLength: 1, maxLength: 4}), words, fc.boolean(), async (events, title, hasStory) => {
        rmSync(folder, {recursive: true, force: true});
        if (hasStory) withSmallStory();
        const result = await run(
          file({title: {text: {headline: title, text: title}}, events}),
          '--skip',
          ...(hasStory ? ['--lane', 'crew', '--source', 'times-1969-07-21'] : ['--zone', 'America/Chicago']),
        );
        if (await hasWritten(result)) imports++;
      }),
      {numRuns: 60},
    );
    expect(imports).toBeGreaterThan(20);
  }, 120_000);

  test('every Markwhen text is read to its last line, or refused', async () => {
    let imports = 0;
    const line = fc.oneof(
      words,
      fc.constantFrom(
        '# Heading',
        'section A',
        'group B #tag',
        'endGroup',
        'end',
        '// note',
        'id: x',
        'timezone: -5',
        '- item',
        '_-_-_break_-_-_',
      ),
      fc
        .tuple(
          fc.constantFrom(
            '1969-07-20',
            '7/20/1969',
            'July 1969',
            '1969/3 days',
            'now',
            '5 days',
            '1969-02-30',
            '44 BC',
            '1969-07-20 10:30',
            '1969-07-16/1969-07-24',
          ),
          words,
        )
        .map(([head, rest]) => `${head}: ${rest}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 8}), async (lines) => {
        rmSync(folder, {recursive: true, force: true});
        const result = await run(file(lines.join('\n'), 'timeline.mw'), '--skip');
        if (await hasWritten(result)) imports++;
      }),
      {numRuns: 60},
    );
    expect(imports).toBeGreaterThan(20);
  }, 120_000);
});
