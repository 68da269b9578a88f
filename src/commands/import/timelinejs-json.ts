/** A file in the JSON of TimelineJS 3. */
import type {PartProblem} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import type {Found, FoundEra, FoundEvent, Remark} from './found.ts';
import {plainFromHtml, readHtml} from './html.ts';
import {jsonErrorOffset} from './json-error.ts';
import {leftOutValue, textIn} from './timelinejs-fields.ts';
import type {Fields} from './timelinejs-fields.ts';
import {readEra, readSlide} from './timelinejs.ts';

const KIND = 'TimelineJS JSON';
const EXAMPLE = '{"events": [{"start_date": {"year": 1969}, "text": {"headline": "The Eagle lands"}}]}';

/**
 * Reads the text of a file.
 *
 * @param zone - The zone its times are in; null if none was given.
 * @returns All that is wrong at once, and all that is not.
 */
export function readTimelineJsJson(text: string, zone: string | null): Found {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return nothing(brokenJson(text));
  }
  if (typeof data !== 'object' || data === null) return nothing(unknownJson('The file holds one value and no fields.'));
  if (Array.isArray(data)) return nothing(unknownJson('The file holds a list; its slides should be in a field `events`.'));
  return readTimeline(data as Fields, zone);
}

function readTimeline(timeline: Fields, zone: string | null): Found {
  if (textIn(timeline, '$schema').endsWith('/timeline.schema.json')) {
    return nothing({
      place: '',
      what: 'This is the timeline.json of a site like this one.',
      why: 'It is made for other programs, and has no text with markup.',
      fix: 'Copy that site’s content files; or import its timeline.csv.',
      example: '',
    });
  }
  const slides = timeline['events'];
  if (!Array.isArray(slides)) return nothing(otherJson(timeline));
  if (slides.length === 0)
    return nothing({
      place: '',
      what: '`events` is an empty list.',
      why: 'There is nothing to import.',
      fix: 'Check that this is the right file.',
      example: EXAMPLE,
    });

  const troubles: PartProblem[] = [];
  const events: FoundEvent[] = [];
  const leftOut: Remark[] = [];
  for (const [i, slide] of (slides as unknown[]).entries()) {
    const place = `events[${i}]`;
    if (typeof slide !== 'object' || slide === null || Array.isArray(slide)) {
      troubles.push({
        place,
        what: `The slide is \`${shown(JSON.stringify(slide))}\`, but it should be an object with fields.`,
        why: 'TimelineJS identifies its parts by name.',
        fix: 'Write it in braces, or remove it.',
        example: EXAMPLE,
      });
      continue;
    }
    const read = readSlide(slide as Fields, {place, zone, isRow: false});
    if (read.kind === 'event') events.push(read.event);
    else if (read.kind === 'trouble') troubles.push(...read.troubles);
    else leftOut.push(read.remark);
  }

  const eras: FoundEra[] = [];
  for (const [i, slide] of (Array.isArray(timeline['eras']) ? (timeline['eras'] as unknown[]) : []).entries()) {
    const era = readEra((slide ?? {}) as Fields, {place: `eras[${i}]`, zone: null, isRow: false});
    if ('title' in era) eras.push(era);
    else leftOut.push(era);
  }
  for (const name of Object.keys(timeline).filter((key) => !['events', 'eras', 'title'].includes(key))) {
    if (name === 'scale' && timeline[name] === 'human') continue;
    leftOut.push(...leftOutValue(name, timeline[name]).map((what) => ({place: '', what})));
  }
  return {
    kind: KIND,
    ...readTitleSlide((timeline['title'] ?? {}) as Fields, 'title', leftOut),
    events,
    eras,
    leftOut,
    changed: [],
    troubles,
  };
}

/** What the title slide says; what else it holds goes to the list of what is left out. */
export function readTitleSlide(slide: Fields, place: string, leftOut: Remark[]): Pick<Found, 'title' | 'blocks'> {
  const text = (typeof slide['text'] === 'object' && slide['text'] !== null ? slide['text'] : {}) as Fields;
  const headline = plainFromHtml(textIn(text, 'headline'));
  const body = textIn(text, 'text');
  const read = body.trim() === '' ? null : readHtml(body);
  for (const name of Object.keys(slide).filter((key) => key !== 'text' && key !== 'type')) {
    leftOut.push(...leftOutValue(name, slide[name]).map((what) => ({place, what})));
  }
  for (const what of read?.leftOut ?? []) leftOut.push({place, what: `text: ${what}`});
  return {title: headline === '' ? null : headline, blocks: read?.blocks ?? []};
}

function nothing(trouble: PartProblem): Found {
  return {kind: KIND, title: null, blocks: [], events: [], eras: [], leftOut: [], changed: [], troubles: [trouble]};
}

function brokenJson(text: string): PartProblem {
  const at = jsonErrorOffset(text) ?? text.length;
  const before = text.slice(0, at).split('\n');
  const isScript = /^\s*(?:var|let|const|window\.|\w+\s*=|\w+\s*\()/.test(text);
  const rest = text.slice(at).trimStart();
  return {
    place: `line ${before.length}, column ${before.at(-1)!.length + 1}`,
    what:
      at >= text.trimEnd().length
        ? 'The JSON stops in the middle.'
        : `The JSON cannot be read from \`${shown(text.slice(at, at + 24))}\` on.`,
    why: 'A program reads all of it or none of it.',
    fix: isScript
      ? 'This is a script: remove everything before the first `{` and after the last `}`.'
      : at >= text.trimEnd().length
        ? 'Check that the file was saved whole, and that every bracket and quotation mark is closed.'
        : /^[}\]]/.test(rest)
          ? 'Delete the comma before the closing bracket.'
          : 'Check the line for a missing comma or quotation mark; names and texts are in double quotes.',
    example: '',
  };
}

function unknownJson(what: string): PartProblem {
  return {
    place: '',
    what,
    why: 'TimelineJS lists its slides in a field `events`.',
    fix: 'Check that this is the right file.',
    example: EXAMPLE,
  };
}

/** JSON of some other kind, recognised so that the message can name the next step. */
function otherJson(timeline: Fields): PartProblem {
  if (typeof timeline['timeline'] === 'object' && timeline['timeline'] !== null) {
    return {
      place: '',
      what: 'This is the JSON of TimelineJS 1, which has a field `timeline`.',
      why: 'Its dates have another form, which TimelineJS gave up in 2015.',
      fix: 'Import its spreadsheet as CSV, or move the slides to the field `events` of TimelineJS 3.',
      example: EXAMPLE,
    };
  }
  if (timeline['events'] !== undefined) return unknownJson('`events` is not a list.');
  const names = Object.keys(timeline)
    .slice(0, 6)
    .map((name) => `\`${shown(name)}\``)
    .join(', ');
  return unknownJson(names === '' ? 'The file holds no field at all.' : `There is no field \`events\`; there is ${names}.`);
}
