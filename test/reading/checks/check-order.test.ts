import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {printProblem} from '../../../src/problems/print-problems.ts';
import {readContent} from '../../../src/reading/read-content.ts';
import {contentFolder, eventText} from '../content-folder.ts';

/** Fields of an event of 22 July in the chapter `landing`, on which the small story has none. */
type Fields = Readonly<Record<string, string>>;

const DAY = {date: '"1969-07-22"', chapter: 'landing'};

function filesOf(events: Readonly<Record<string, Fields>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(events).map(([id, fields]) => [
      `events/${id}.mdx`,
      eventText({title: `The crew does ${id}`, label: id, ...DAY, ...fields}, `They do ${id}.`),
    ]),
  );
}

async function reading(events: Readonly<Record<string, Fields>>) {
  return readContent(contentFolder(filesOf(events)));
}

/** The advice on order, as `id rule example`. */
async function advice(events: Readonly<Record<string, Fields>>): Promise<string[]> {
  const {problems} = await reading(events);
  expect(problems.filter(({rule}) => !rule.startsWith('order-'))).toEqual([]);
  return problems.map(({file, rule, example}) => `${file.replace(/^.*\/|\.mdx$/g, '')} ${rule} ${example}`.trim());
}

describe('checkOrder(events, zone)', () => {
  test('asks each event without an order that shares its day with another of its chapter', async () => {
    expect(await advice({a: {}, b: {}, c: {order: '0.8'}})).toEqual(['a order-missing order: 0.3', 'b order-missing order: 0.5']);
  });

  test('says nothing of one event a day, or of one day in two chapters', async () => {
    expect(await advice({a: {}, b: {date: '"1969-07-21"'}, c: {chapter: 'walk'}})).toEqual([]);
  });

  test('asks for one beside an hour, and not of what has an hour', async () => {
    // 16:50 in UTC is 11:50 in Chicago: 0.493 of the day.
    expect(await advice({a: {date: '"1969-07-22T16:50Z"'}, b: {}})).toEqual(['b order-missing order: 0.7']);
    expect(await advice({a: {date: '"1969-07-22T16:50Z"'}, b: {date: '"1969-07-22T17:00Z"'}})).toEqual([]);
  });

  test('counts the day of an hour on the clocks of the story', async () => {
    // 3 in the morning of the 22nd in UTC is the evening of the 21st in Chicago: 0.917 of the day.
    const late = {a: {date: '"1969-07-22T03:00Z"'}};
    expect(await advice({...late, b: {date: '"1969-07-21"'}})).toEqual(['b order-missing order: 0.5']);
    expect(await advice({...late, b: {}})).toEqual([]);
  });

  test('counts stretches and uncertain days to their first day, and events of weight context too', async () => {
    expect(
      await advice({a: {date: '"1969-07-22/1969-07-24"', order: '0.1'}, b: {date: '"1969-07-22~"', order: '0.2'}, c: {weight: 'context'}}),
    ).toEqual(['c order-missing order: 0.6']);
  });

  test('says nothing of what is known only to the month, and of drafts', async () => {
    expect(await advice({a: {date: '"1969-07"'}, b: {date: '"1969-07"'}})).toEqual([]);
    expect(await advice({a: {draft: 'true'}, b: {}})).toEqual([]);
  });

  test('advises the later of two that have the same order', async () => {
    expect(await advice({a: {order: '0.4'}, b: {order: '0.4', weight: 'landmark'}, c: {order: '0.8'}})).toEqual([
      'a order-shared order: 0.6',
    ]);
  });

  test('has no example where there is no room', async () => {
    expect(await advice({a: {order: '1'}, b: {order: '1'}})).toEqual(['b order-shared']);
  });

  test('advises on an order that an hour overrules', async () => {
    expect(await advice({a: {date: '"1969-07-22T16:50Z"', order: '0.4'}})).toEqual(['a order-beside-hour']);
  });

  test('counts days in UTC where the story has no zone that is one', async () => {
    const {problems} = await readContent(contentFolder({...filesOf({a: {}, b: {}}), 'story.yaml': 'zone: Mars/Olympus\n'}));
    expect(problems.filter(({rule}) => rule === 'order-missing')).toHaveLength(2);
  });

  test('names both files', async () => {
    const {problems} = await reading({a: {order: '0.4'}, b: {order: '0.4', weight: 'landmark'}, c: {}, d: {}});
    expect(problems.map(printProblem).join('\n\n')).toMatchInlineSnapshot(`
      "content/events/a.mdx:12:8 (advice: order-shared)
        content/events/b.mdx of the same chapter and day has the same \`order\` (0.4) as content/events/a.mdx.
          11 |     supports: the day and the words
        > 12 | order: 0.4
             |        ^^^
        Why: The events of one day are ordered by their hour or their \`order\`; where these leave two equal, weight decides, then time, and an effect can come before its cause.
        Fix: Find out which came first and give it the lower number. This one would leave it where it is now:
        Example:
          order: 0.55

      content/events/c.mdx:4:7 (advice: order-missing)
        content/events/a.mdx and 2 more of the same chapter are on the same day, and content/events/c.mdx has no \`order\`.
          3 | label: c
        > 4 | date: "1969-07-22"
            |       ^^^^^^^^^^^^
        Why: The events of one day are ordered by their hour or their \`order\`; where these leave two equal, weight decides, then time, and an effect can come before its cause.
        Fix: Find out which came first and give each of them an \`order\`, the earliest the lowest. This one would leave it where it is now:
        Example:
          order: 0.7

      content/events/d.mdx:4:7 (advice: order-missing)
        content/events/c.mdx and 2 more of the same chapter are on the same day, and content/events/d.mdx has no \`order\`.
          3 | label: d
        > 4 | date: "1969-07-22"
            |       ^^^^^^^^^^^^
        Why: The events of one day are ordered by their hour or their \`order\`; where these leave two equal, weight decides, then time, and an effect can come before its cause.
        Fix: Find out which came first and give each of them an \`order\`, the earliest the lowest. This one would leave it where it is now:
        Example:
          order: 0.85"
    `);
  });

  test('its examples leave every event where it is, and leave nothing to ask', async () => {
    const some = fc.record({
      order: fc.constantFrom('', '', '0', '0.2', '0.5', '0.7', '1'),
      weight: fc.constantFrom('landmark', 'standard', 'detail', 'context'),
      hour: fc.constantFrom('', '', '', 'T13:00Z', 'T17:30Z'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, {minLength: 2, maxLength: 6}), async (all) => {
        const events: Record<string, Record<string, string>> = Object.fromEntries(
          all.map(({order, weight, hour}, i) => [`e${i}`, {weight, date: `"1969-07-22${hour}"`, order: hour === '' ? order : ''}]),
        );
        const before = await reading(events);
        // Two that are both first, or both last, of their day leave no room.
        if (before.problems.some(({rule, example}) => rule.startsWith('order-') && example === '')) return;
        for (const {file, rule, example} of before.problems) {
          if (rule.startsWith('order-')) events[file.replace(/^.*\/|\.mdx$/g, '')]!['order'] = example.replace('order: ', '');
        }
        const after = await reading(events);
        expect(after.content!.events.map(({id}) => id)).toEqual(before.content!.events.map(({id}) => id));
        expect(after.problems.filter(({rule}) => rule.startsWith('order-'))).toEqual([]);
      }),
      {numRuns: 40},
    );
  });
});
