/**
 * Text in the format Markwhen: dates before a colon, words after it, sections and groups around them.
 *
 * Its own parser turns every date into two instants in the zone of the machine, takes `now` from the clock and passes
 * over what it does not know; here a date keeps its precision, and every line that is not carried over is reported.
 *
 * @see https://docs.markwhen.com
 */
import type {PartProblem} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import {oneLine} from '../safe-text.ts';
import type {Found, FoundEvent, Remark} from './found.ts';
import {readMarkdown} from './html.ts';
import {readMarkwhenDate} from './markwhen-dates.ts';
import type {MarkwhenDate, MarkwhenReading} from './markwhen-dates.ts';
import {paragraph, plainTextOfBlocks} from './prose.ts';
import type {Block} from './prose.ts';
import {zoneFromText} from './zone.ts';

const KIND = 'Markwhen';
const TAG = /(^|\s)#(?!\d+(?:\s|$))([\w-]+)/g;
/** Fields of an event or a group that say something to Markwhen; any other `word: …` is prose. */
const PROPERTIES = new Set([
  'id',
  'timezone',
  'tz',
  'tags',
  'map',
  'location',
  'contact',
  'contacts',
  'email',
  'assignee',
  'image',
  'images',
  'style',
  'color',
  'view',
  'edit',
  'duration',
]);
/** How far a date may reach into its line; what comes later is a colon in prose. */
const MOST_COLONS = 6;

interface Group {
  readonly name: string;
  readonly tags: readonly string[];
  /** Of a heading with number signs, how many; null for one that an `end` closes. */
  readonly level: number | null;
  zone: string | null;
}

/** An event whose lines are still being read. */
interface OpenEvent {
  readonly line: number;
  readonly date: Extract<MarkwhenDate, {kind: 'date'}> | null;
  readonly head: string;
  readonly first: string;
  readonly rest: string[];
  readonly groups: readonly Group[];
  id: string | null;
  zone: string | null;
  readonly leftOut: string[];
}

/** @param zone - The zone of times that the file gives none for; null if nobody has said. */
export function readMarkwhen(text: string, zone: string | null): Found {
  return new MarkwhenReader(text, zone).read();
}

/** Whether a text has a line that begins with a date and a colon. */
export function looksLikeMarkwhen(text: string): boolean {
  return text.split(/\r?\n/).some((line) => datedLine(line, {zone: null, isDayFirst: false})?.date.kind === 'date');
}

interface DatedLine {
  readonly head: string;
  readonly date: MarkwhenDate;
  readonly words: string;
}

/** A line that begins with a date; null for any other. The date goes as far as it can be read. */
function datedLine(line: string, reading: MarkwhenReading): DatedLine | null {
  let best: DatedLine | null = null;
  let at = -1;
  for (let i = 0; i < MOST_COLONS; i++) {
    at = line.indexOf(':', at + 1);
    if (at === -1) break;
    const head = line.slice(0, at).trim();
    const date = head === '' ? null : readMarkwhenDate(head, reading);
    // A date that is wrong gives way to a shorter one that is right.
    if (date !== null && (date.kind !== 'wrong' || best === null)) best = {head, date, words: line.slice(at + 1).trim()};
  }
  return best;
}

class MarkwhenReader {
  private readonly lines: readonly string[];
  private readonly fallbackZone: string | null;
  private headerZone: string | null = null;
  private isDayFirst = false;
  private isHeader = true;
  private title: string | null = null;
  private readonly about: Block[] = [];
  private readonly groups: Group[] = [];
  /** Whether the lines that follow a group's name may still be its fields. */
  private isAfterGroup = false;
  private open: OpenEvent | null = null;
  private readonly events: FoundEvent[] = [];
  private readonly leftOut: Remark[] = [];
  private readonly changed: Remark[] = [];
  private readonly troubles: PartProblem[] = [];

  constructor(text: string, zone: string | null) {
    this.lines = text.split(/\r?\n/);
    this.fallbackZone = zone;
  }

  read(): Found {
    for (const [i, line] of this.lines.entries()) this.readLine(line, i + 1);
    this.closeEvent();
    if (this.events.length === 0 && this.troubles.length === 0) {
      this.troubles.push({
        place: '',
        what: 'No line begins with a date and a colon.',
        why: 'Markwhen recognises an event by them.',
        fix: 'Check that this is the right file.',
        example: '1969-07-20: The Eagle lands',
      });
    }
    return {
      kind: KIND,
      title: this.title,
      blocks: this.about,
      events: this.events,
      eras: [],
      leftOut: this.leftOut,
      changed: this.changed,
      troubles: this.troubles,
    };
  }

  private get reading(): MarkwhenReading {
    const own = [...this.groups].reverse().find(({zone}) => zone !== null)?.zone;
    return {zone: own ?? this.headerZone ?? this.fallbackZone, isDayFirst: this.isDayFirst};
  }

  private skip(line: number, what: string): void {
    this.leftOut.push({place: `line ${line}`, what});
  }

  private readLine(raw: string, number: number): void {
    const line = raw.trim();
    if (line.startsWith('//')) {
      this.skip(number, `a comment: ${line}`);
      return;
    }
    if (/^_-_-_break_-_-_$/.test(line)) {
      this.closeEvent();
      this.groups.length = 0;
      this.isHeader = true;
      this.skip(number, 'a page break: all pages become one story');
      return;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const opening = /^(?:section|group)\b(?!\s*:)\s*(.*)$/i.exec(line);
    if (heading || opening) {
      this.closeEvent();
      this.isHeader = false;
      this.openGroup(heading ? heading[2]! : opening![1]!, heading ? heading[1]!.length : null, number);
      return;
    }
    if (/^end\s*(?:section|group)?$/i.test(line)) {
      this.closeEvent();
      this.isAfterGroup = false;
      // What is under headings ends with the group they are in.
      while (this.groups.length > 0 && this.groups.at(-1)!.level !== null) this.groups.pop();
      if (this.groups.pop() === undefined) this.skip(number, `\`${line}\`, which closes nothing`);
      return;
    }
    const dated = datedLine(line, this.reading);
    if (dated) {
      this.closeEvent();
      this.isHeader = false;
      this.isAfterGroup = false;
      this.openEvent(dated, number);
      return;
    }
    if (this.isHeader) this.readHeaderLine(raw, number);
    else if (this.open) this.readEventLine(raw, number);
    else if (line !== '') this.readGroupLine(line, number);
  }

  private readHeaderLine(raw: string, number: number): void {
    const line = raw.trim();
    if (line === '' || line === '---') return;
    const [, key, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const isInner = /^\s/.test(raw);
    if (isInner || key === undefined) {
      this.skip(number, line);
      return;
    }
    const bare = value.replace(/^(["'])(.*)\1$/, '$2').trim();
    switch (key.toLowerCase()) {
      case 'title':
        if (this.title === null) this.title = oneLine(bare);
        else this.skip(number, line);
        return;
      case 'description':
        if (bare !== '') this.about.push(paragraph(bare));
        return;
      case 'timezone':
      case 'tz':
        this.headerZone = this.zoneOrTrouble(bare, number);
        return;
      case 'dateformat':
        this.isDayFirst = /^d/i.test(bare);
        this.changed.push({
          place: `line ${number}`,
          what: `\`${line}\`: dates with slashes were read with the ${this.isDayFirst ? 'day' : 'month'} first`,
        });
        return;
      default:
        this.skip(number, line);
    }
  }

  private zoneOrTrouble(text: string, number: number): string | null {
    const zone = zoneFromText(text);
    if (zone === null) {
      this.troubles.push({
        place: `line ${number}`,
        what: `\`${shown(text)}\` is not a time zone.`,
        why: 'A clock time is a different moment in each zone.',
        fix: 'Write a name such as America/New_York, or the hours from UTC.',
        example: 'timezone: -5',
      });
    }
    return zone;
  }

  private openGroup(text: string, level: number | null, number: number): void {
    const [, written = text, note] = /^(.*?)\s*(\/\/\s.*)$/.exec(text) ?? [];
    if (note !== undefined) this.skip(number, `a comment: ${note}`);
    if (level !== null) while (this.groups.length > 0 && (this.groups.at(-1)!.level ?? 0) >= level) this.groups.pop();
    this.groups.push({name: wordsOf(withoutTags(written)), tags: tagsIn(written), level, zone: null});
    this.isAfterGroup = true;
  }

  private readGroupLine(line: string, number: number): void {
    const [, key, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const group = this.groups.at(-1);
    if (this.isAfterGroup && group && (key === 'timezone' || key === 'tz')) group.zone = this.zoneOrTrouble(value, number);
    else this.skip(number, line);
  }

  private openEvent({head, date, words}: DatedLine, number: number): void {
    const place = `line ${number}`;
    if (date.kind === 'wrong') {
      const {what, why, fix, suggestion} = date.error;
      this.troubles.push({place, what, why, fix: fix.replace(' in quotes', ''), example: `${suggestion}: ${words || 'The Eagle lands'}`});
    } else if (date.kind === 'cannot') {
      this.skip(number, `“${oneLine(words) || head}”: ${date.why}`);
    } else if (wordsOf(withoutTags(words)) === '') {
      this.troubles.push({
        place,
        what: 'The event has a date and no words.',
        why: 'They head the entry and name its page.',
        fix: 'Write them after the colon, or delete the line.',
        example: `${head}: The Eagle lands`,
      });
    }
    this.open = {
      line: number,
      date: date.kind === 'date' ? date : null,
      head,
      first: words,
      rest: [],
      groups: [...this.groups],
      id: null,
      zone: null,
      leftOut: [],
    };
  }

  private readEventLine(raw: string, number: number): void {
    const event = this.open!;
    const line = raw.trim();
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const isField = event.rest.every((other) => other.trim() === '') && PROPERTIES.has(key.toLowerCase());
    if (!event.date) {
      if (line !== '') this.skip(number, line);
    } else if (isField && key.toLowerCase() === 'id') event.id = value.trim();
    else if (isField && (key.toLowerCase() === 'timezone' || key.toLowerCase() === 'tz')) event.zone = this.zoneOrTrouble(value, number);
    else if (isField) event.leftOut.push(`line ${number}: ${line}`);
    else event.rest.push(raw.trimEnd());
  }

  private closeEvent(): void {
    const event = this.open;
    this.open = null;
    if (!event?.date) return;
    const date = event.zone === null ? event.date : this.withZone(event, event.zone);
    const isTask = /^\[[xX ]?\]\s*/.exec(event.first);
    const [, words = '', named = null] =
      /^(.*?)(?:(?:^|\s)!(\w+))?$/.exec(withoutTags(event.first.replace(/^\[[xX ]?\]\s*/, '')).trim()) ?? [];
    const first = readMarkdown(words);
    const title = plainTextOfBlocks(first.blocks);
    if (title === '') return;
    const rest = readMarkdown(withoutTags(event.rest.join('\n')));
    const tags = [...tagsIn(event.first), ...event.rest.flatMap(tagsIn), ...event.groups.toReversed().flatMap((group) => group.tags)];
    // A link in the headline would be lost with its markup.
    const isLinked = first.blocks.some((block) => block.kind !== 'list' && block.inside.some(({kind}) => kind === 'link'));
    this.events.push({
      place: `line ${event.line}`,
      title,
      date: date.text,
      dating: null,
      id: event.id ?? named,
      groups: [...new Set([...event.groups.toReversed().map(({name}) => name), ...tags].filter((name) => name !== ''))],
      blocks: [...(isLinked ? first.blocks : []), ...rest.blocks],
      asides: [],
      kept: ['words', ...(date.changed.length === 0 ? ['date'] : []), ...(rest.blocks.length > 0 ? ['text'] : [])],
      changed: [
        ...date.changed,
        ...(isLinked ? ['words: their link is in the text'] : []),
        ...[...first.changed, ...rest.changed].map((what) => `text: ${what}`),
      ],
      leftOut: [
        ...date.leftOut,
        ...(isTask ? [`the sign ${isTask[0].trim()} of a task`] : []),
        ...[...first.leftOut, ...rest.leftOut].map((what) => `text: ${what}`),
        ...event.leftOut,
      ],
      own: {},
    });
  }

  /** The date read again, now that the event has said its own zone. */
  private withZone({head, date}: OpenEvent, zone: string): Extract<MarkwhenDate, {kind: 'date'}> {
    const again = readMarkwhenDate(head, {zone, isDayFirst: this.isDayFirst});
    return again?.kind === 'date' ? again : date!;
  }
}

function tagsIn(text: string): string[] {
  return [...text.matchAll(TAG)].map(([, , tag]) => tag!);
}

function withoutTags(text: string): string {
  return text.replace(TAG, '$1').replace(/[ \t]+$/gm, '');
}

/** The words of one line of Markdown. */
function wordsOf(line: string): string {
  return line.trim() === '' ? '' : plainTextOfBlocks(readMarkdown(line).blocks);
}
