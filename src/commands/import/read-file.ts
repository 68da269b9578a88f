/** A file of another timeline: its text, and which of the formats it is in. */
import type {PartProblem} from '../../problems/problem.ts';
import {readFile, stat} from 'node:fs/promises';
import {basename, extname} from 'node:path';
import {looksLikeCsv, readCsv} from './csv.ts';
import {FORMATS} from './formats.ts';
import type {Found} from './found.ts';
import {looksLikeMarkwhen, readMarkwhen} from './markwhen.ts';
import {readTimelineJsJson} from './timelinejs-json.ts';

/**
 * Reads a file.
 *
 * @param zone - The zone of times that the file gives none for; null if nobody has said.
 * @returns What it holds, with every trouble; a file that cannot be read at all is one trouble.
 */
export async function readImportFile(path: string, zone: string | null): Promise<Found> {
  const bytes = await bytesOf(path);
  if ('what' in bytes) return nothing(bytes);
  const text = textFrom(bytes);
  if (typeof text !== 'string') return nothing(text);
  if (text.trim() === '')
    return nothing({
      place: '',
      what: 'The file is empty.',
      why: 'There is nothing to import.',
      fix: 'Check that it was saved, and that it is the right one.',
      example: '',
    });

  const ending = extname(path).toLowerCase();
  const start = text.trimStart()[0];
  if (ending === '.json' || start === '{' || (start === '[' && ending !== '.csv')) return readTimelineJsJson(text, zone);
  if (ending === '.csv' || ending === '.tsv' || looksLikeCsv(text)) return readCsv(text, zone);
  if (ending === '.mw' || ending === '.markwhen' || looksLikeMarkwhen(text)) return readMarkwhen(text, zone);
  return nothing({
    place: '',
    what: /^<(?:!doctype|html|\?xml)/i.test(text.trimStart())
      ? `${basename(path)} is a web page or XML.`
      : `${basename(path)} is not in a format that can be read.`,
    why: `The formats are ${FORMATS}.`,
    fix: 'Save the timeline in one of them: a Google sheet by File, Download, Comma-separated values.',
    example: '',
  });
}

async function bytesOf(path: string): Promise<Uint8Array | PartProblem> {
  if (/^https?:\/\//i.test(path)) {
    const isSheet = path.includes('docs.google.com/spreadsheets');
    return {
      place: '',
      what: 'This is an address, not a file.',
      why: 'Nothing is fetched from other sites, so that an import always gives the same result.',
      fix: isSheet ? 'Download the sheet by File, Download, Comma-separated values, and name the file.' : 'Download it, and name the file.',
      example: 'npm run import -- timeline.csv',
    };
  }
  try {
    if ((await stat(path)).isDirectory()) {
      return {
        place: '',
        what: 'This is a folder.',
        why: 'Each file is imported by itself, so that its report can be read.',
        fix: 'Name a file in it.',
        example: `npm run import -- ${path.replace(/\/$/, '')}/timeline.json`,
      };
    }
    return await readFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return {
      place: '',
      what: error.code === 'ENOENT' ? 'There is no such file.' : `The file cannot be opened (${String(error.code)}).`,
      why: 'The events come from it.',
      fix: error.code === 'ENOENT' ? 'Check its name, counted from the folder you are in.' : 'Check that you may read it.',
      example: '',
    };
  }
}

function textFrom(bytes: Uint8Array): string | PartProblem {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    return {
      place: '',
      what: 'This is a packed file, such as a spreadsheet in .xlsx or .ods.',
      why: `The formats are ${FORMATS}.`,
      fix: 'Open it where it was made, and save the sheet as CSV in UTF-8.',
      example: '',
    };
  }
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  try {
    if (isUtf16) throw new TypeError('UTF-16');
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    if (text.includes('\u0000')) throw new TypeError('zero byte');
    return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      place: '',
      what: isUtf16 ? 'The file is in UTF-16, not in UTF-8.' : 'The file is not text in UTF-8.',
      why: 'Accented letters would turn into other characters.',
      fix: 'Save it again, choosing the encoding UTF-8: in Excel, “CSV UTF-8 (comma delimited)”.',
      example: '',
    };
  }
}

function nothing(trouble: PartProblem): Found {
  return {kind: 'unknown', title: null, blocks: [], events: [], eras: [], leftOut: [], changed: [], troubles: [trouble]};
}
