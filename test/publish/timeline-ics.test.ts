import {resolve} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {timelineIcs} from '../../src/publish/timeline-ics.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content, EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';

const addressOf = (path: string) => `https://example.org${path}`;

let content: Content;

beforeAll(async () => {
  content = (await readContent(resolve('test/fixtures/small-story'))).content!;
});

/** The lines of a calendar, unfolded. */
function linesOf(changed: Content): string[] {
  return timelineIcs(changed, addressOf).replace(/\r\n /g, '').split('\r\n');
}

/** The lines of the one event of a calendar, with some of its fields changed. */
function eventLines(changed: Partial<EventEntry>): string[] {
  const lines = linesOf({...content, events: [{...content.events[0]!, ...changed}]});
  return lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT') + 1);
}

describe('timelineIcs(content, addressOf)', () => {
  test('has every event once, stamped with the day of the last change', () => {
    const lines = linesOf(content);
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(content.events.map(({id}) => `UID:${id}@example.org`));
    expect(new Set(lines.filter((line) => line.startsWith('DTSTAMP')))).toEqual(new Set(['DTSTAMP:20261123T000000Z']));
  });

  test.each([
    ['1969-07-20', '19690720', '19690721'],
    ['1969-07', '19690701', '19690801'],
    ['1969', '19690101', '19700101'],
    ['1969-07-16/1969-07-24', '19690716', '19690725'],
    ['1969-07-16/..', '19690716', '19690717'],
    ['/1969-07-24', '19690724', '19690725'],
  ])('gives %s all of its days, and ends on the day after them', (text, start, end) => {
    const lines = eventLines({date: edtfFromText(text)});
    expect(lines).toContain(`DTSTART;VALUE=DATE:${start}`);
    expect(lines).toContain(`DTEND;VALUE=DATE:${end}`);
  });

  test('gives an hour as the instant it is, in UTC', () => {
    const lines = eventLines({date: edtfFromText('1969-07-21T02:56:15Z')});
    expect(lines).toContain('DTSTART:19690721T025615Z');
    expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([]);
  });

  test('says in the description what is not sure of the date and of the event', () => {
    const lines = eventLines({
      date: edtfFromText('1969-07-20~'),
      status: 'reported',
      dating: 'Worked out; see the log.',
      body: 'Two men, one walk.',
    });
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toBe(
      'DESCRIPTION:About 20 July 1969. Reported.\\n\\nWorked out\\; see the log.\\n\\nTwo men\\, one walk.',
    );
  });

  test('leaves out what happened before the calendar begins to count', () => {
    expect(linesOf({...content, events: [{...content.events[0]!, date: edtfFromText('-0043-03-15')}]})).not.toContain('BEGIN:VEVENT');
  });

  test('invites nobody: it has neither a method nor an organiser', () => {
    expect(linesOf(content).filter((line) => /^(METHOD|ORGANIZER)/.test(line))).toEqual([]);
  });

  test('folds lines at 75 bytes, as programs expect', () => {
    const calendar = timelineIcs({...content, events: [{...content.events[0]!, title: 'Ö'.repeat(90)}]}, addressOf);
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
