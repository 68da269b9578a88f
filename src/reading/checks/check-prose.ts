/** What Markdown accepts in silence: markers without a partner, and quotation marks that name no speaker. */
import {shown} from '../../problems/quoted.ts';
import type {Range, Report, SourceText} from '../../problems/source-text.ts';
import {BODY_COMPONENTS} from '../../schema/body-components.ts';
import type {BodyContext} from '../body-reading.ts';

/** Signs of Markdown that were left over where it found no partner for them, and are shown as they are. */
const STRAY_MARKUP = /(?<!\\)(?:\*\*|__|~~)|(?<![\\\w*])\*(?=\w)|(?<=[\w.,;:!?’”)])(?<!\\)\*(?![\w*])|(?<!\\)`+/;

/** What Markdown made nothing of: half a link, half an emphasis, a table without its line. */
export function adviseLeftovers(source: SourceText, [start, end]: Range, isInLink: boolean, report: Report): void {
  const written = source.text.slice(start, end);
  const at = (match: RegExpMatchArray): Range => [start + (match.index ?? 0), start + (match.index ?? 0) + match[0].length];
  const footnote = /(?<!\\)\[\^[^\]\s]+\]/.exec(written);
  if (footnote) {
    reportFootnote(at(footnote), `\`${shown(footnote[0])}\` is a footnote without its text.`, report);
  }
  const nowhere = /(?<!\\)!?\[([^[\]\n]+)\]\[([^[\]\n]*)\]/.exec(written);
  if (nowhere) {
    report(at(nowhere), {
      rule: 'undefined-reference',
      what: `\`${shown(nowhere[0])}\` refers to \`[${shown(nowhere[2] || nowhere[1] || '')}]\`, which is not there.`,
      why: 'Readers would see the brackets in place of a link.',
      fix: 'Write the address in round brackets, right after the words.',
      example: `[${nowhere[1]}](https://example.org/)`,
    });
  }
  const broken = /(?<!\\)!?\[[^[\]\n]*\]\([^)\n]*\)?/.exec(written) ?? /(?<!\\)\]\([^)\n]*\)?/.exec(written);
  if (broken) {
    const [, words = '', address = ''] = /\[([^[\]]*)\]\(([^)]*)/.exec(broken[0]) ?? [];
    const mark = broken[0].startsWith('!') ? '!' : '';
    const whole = address.trim().replace(/\s+/g, '%20') || 'https://example.org/';
    report(at(broken), {
      rule: 'broken-link',
      what: `\`${shown(broken[0])}\` is not a link that can be read.`,
      why: 'Readers would see the brackets in place of a link.',
      fix: /\s/.test(address.trim())
        ? 'Write %20 for each space in the address.'
        : 'Write the words in square brackets and the address in round ones, both closed, on one line.',
      example: `${mark}[${words || 'the words to click'}](${whole})`,
    });
  }
  const apart = /(?<!\\)\[[^[\]\n]+\] \(https?:\/\/[^)\s]*\)|(?<!\\)\([^()\n]+\)\[https?:\/\/[^\]\s]*\]?/.exec(
    source.text.slice(start, end + 200).split('\n\n', 1)[0] ?? '',
  );
  if (!broken && apart && apart.index < written.length) {
    const [, words = ''] = /^[[(]([^[\]()]+)/.exec(apart[0]) ?? [];
    const address = /https?:[^)\]\s]*/.exec(apart[0])?.[0] ?? '';
    report(at(apart), {
      rule: 'space-in-link',
      severity: 'advice',
      what: `\`${shown(apart[0])}\` looks like a link but is not one.`,
      why: 'Readers would see the brackets in place of a link.',
      fix: 'Write the words in square brackets and, right after them, the address in round ones.',
      example: `[${words}](${address.replace(/^http:/, 'https:')})`,
    });
  }
  const stray = STRAY_MARKUP.exec(written);
  if (stray && !isInLink) {
    report(at(stray), {
      rule: 'stray-markup',
      severity: 'advice',
      what: `${/`/.test(stray[0]) ? 'A backtick' : `\`${stray[0]}\``} has no partner, so readers would see it as it is.`,
      why: 'Marks of emphasis come in pairs, right next to the words.',
      fix: 'Add its partner, delete it, or put a backslash before it to show it.',
      example: /`/.test(stray[0]) ? '`the words`' : `${stray[0]}the words${stray[0]}`,
    });
  }
  const table = /(?:^|\n)\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*\|?)?\s*(?:\n|$)/.exec(written);
  if (table) {
    report([start + table.index + (table[0].length - table[0].trimStart().length), start + table.index + table[0].trimEnd().length], {
      rule: 'broken-table',
      severity: 'advice',
      what: 'This line belongs to a table that cannot be read, so readers would see bars and hyphens.',
      why: 'The line of hyphens needs as many parts as the line above it.',
      fix: 'Count the bars of the first two lines.',
      example: '| day | number |\n| --- | --- |\n| 25 December | 331 |',
    });
  }
}

export function reportFootnote(range: Range, what: string, report: Report): void {
  report(range, {
    rule: 'footnote',
    what,
    why: 'Several entries share a page, so their footnote numbers would clash.',
    fix: 'Cite the source where the sentence ends, or say it in the text.',
    example: BODY_COMPONENTS.Cite.example,
  });
}

/** Somebody's words, or what looks like them, outside every `<Quote>`. */
export function adviseQuotationMarks(
  source: SourceText,
  [start, end]: Range,
  {exampleActor, exampleSource}: BodyContext,
  report: Report,
): void {
  const written = source.text.slice(start, end);
  if (!/[“„"«「『‹‘]/.test(written)) return;
  const advised = (match: RegExpMatchArray): void => {
    const said = match[0].replace(/^["“„«「『‹‘]\s*|\s*["”“»」』›’]$/g, '');
    report([start + (match.index ?? 0), start + (match.index ?? 0) + match[0].length], {
      rule: 'marks-without-quote',
      severity: 'advice',
      what: `${shown(match[0])} is in quotation marks but not in a <Quote>.`,
      why: 'Readers should see who said it and where it was quoted.',
      fix: 'Use <Quote> for somebody’s words; if it is nobody’s words, leave out the marks.',
      example: `<Quote by="${exampleActor}" source="${exampleSource}">${said}</Quote>`,
    });
  };
  for (const match of written.matchAll(
    /“[^“”]*”|„[^“”„]*[“”]|(?<!\d)"[^"]+"|«[^«»]*»|「[^「」]*」|『[^『』]*』|‹[^‹›]*›|(?<!\w)‘[^‘’]+’(?!\w)/g,
  ))
    advised(match);
  // Emphasis or a link inside the marks cuts them off from their partner.
  const open = /[“„«][^“”„«»]*$/.exec(written);
  if (open && !/^„[^“”„]*[“”]/.test(open[0])) advised(open);
}
