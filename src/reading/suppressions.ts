import {nearestName} from '../problems/nearest.ts';
import {lineRange} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';

/** Advice that a writer has looked at and set aside for one file: `# ignore marks-without-quote: a term of art`. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly range: Range;
}

/** Every rule whose message is advice, and may be set aside with a reason. */
export const ADVICE_RULES: readonly string[] = [
  'broken-table',
  'correction-after-update',
  'date-unquoted',
  'disputed-one-source',
  'disputed-without-versions',
  'duplicate-actor',
  'duplicate-chapter',
  'duplicate-label',
  'duplicate-source',
  'empty-body',
  'garbled-letters',
  'indented-text',
  'interval-of-one',
  'keyword-in-text',
  'lanes-alike',
  'later-not-later',
  'line-break-in-field',
  'long-text',
  'marks-around-value',
  'marks-without-quote',
  'markup-in-field',
  'missing-field',
  'no-events',
  'order-beside-hour',
  'order-missing',
  'order-shared',
  'reaches-outside-story',
  'same-text',
  'same-version',
  'source-before-event',
  'space-in-link',
  'state-by-look',
  'stray-markup',
  'summary-length',
  'title-known-early',
  'title-style',
  'two-big-figures',
  'unused-actor',
  'unused-chapter',
  'unused-lane',
  'unused-measure',
  'unused-source',
  'within-without-known',
];

/** The notes among a file's fields that set advice aside. */
export function readSuppressions(source: SourceText, [from, to]: Range, report: Report): Suppression[] {
  const suppressions: Suppression[] = [];
  for (const match of source.text.slice(from, to).matchAll(/^[ \t]*#[ \t]*ignore\b[ \t]*(.*)$/gm)) {
    const range = lineRange(source, from + match.index + match[0].indexOf('#'));
    const [, rule = '', reason = ''] = /^([\w-]*)[ \t]*:?[ \t]*(.*)$/.exec(match[1] ?? '') ?? [];
    if (!ADVICE_RULES.includes(rule)) {
      const near = nearestName(rule, ADVICE_RULES);
      report(range, {
        rule: 'ignore-unknown',
        severity: 'advice',
        what: rule === '' ? 'This note does not say which advice it sets aside.' : `There is no advice called \`${rule}\`.`,
        why: 'Only advice can be set aside; an error has to be fixed.',
        fix: near ? `Did you mean \`${near}\`?` : 'Write the name that is in brackets after the advice.',
        example: `# ignore ${near ?? 'marks-without-quote'}: ${reason || 'a term of art, nobody’s words'}`,
      });
    } else if (reason.trim() === '') {
      report(range, {
        rule: 'ignore-without-reason',
        severity: 'advice',
        what: `This note sets \`${rule}\` aside without a reason.`,
        why: 'The next editor needs to know why.',
        fix: 'Write the reason after a colon.',
        example: `# ignore ${rule}: a term of art, nobody’s words`,
      });
    } else suppressions.push({rule, reason: reason.trim(), range});
  }
  return suppressions;
}
