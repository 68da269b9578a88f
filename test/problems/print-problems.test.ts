import {describe, expect, test} from 'vitest';
import {closingLine, codeFrame, githubAnnotation, printProblem, printProblems} from '../../src/problems/print-problems.ts';
import type {Problem} from '../../src/problems/problem.ts';

const PROBLEM: Problem = {
  severity: 'error',
  file: 'content/events/apollo-11.mdx',
  line: 4,
  column: 7,
  endColumn: 19,
  excerpt: [
    {line: 3, text: 'label: Apollo 11'},
    {line: 4, text: 'date: "1969-06-31"'},
  ],
  what: '`date`: `1969-06-31` does not exist: June 1969 has 30 days.',
  why: 'A date that is not in the calendar has no place on the timeline.',
  fix: 'Check the day: 01 to 30.',
  example: 'date: "1969-06-30"',
  rule: 'date-impossible',
};

describe('printProblem(problem)', () => {
  test('says where, what, why and how, with the line marked', () => {
    expect(printProblem(PROBLEM)).toMatchInlineSnapshot(`
      "content/events/apollo-11.mdx:4:7
        \`date\`: \`1969-06-31\` does not exist: June 1969 has 30 days.
          3 | label: Apollo 11
        > 4 | date: "1969-06-31"
            |       ^^^^^^^^^^^^
        Why: A date that is not in the calendar has no place on the timeline.
        Fix: Check the day: 01 to 30.
        Example:
          date: "1969-06-30""
    `);
  });

  test('names the rule of advice, by which it can be set aside', () => {
    expect(printProblem({...PROBLEM, severity: 'advice'}).split('\n')[0]).toBe(
      'content/events/apollo-11.mdx:4:7 (advice: date-impossible)',
    );
  });

  test('leaves out the frame of an empty file and the example where there is none', () => {
    expect(printProblem({...PROBLEM, excerpt: [], example: ''})).toMatchInlineSnapshot(`
      "content/events/apollo-11.mdx:4:7
        \`date\`: \`1969-06-31\` does not exist: June 1969 has 30 days.
        Why: A date that is not in the calendar has no place on the timeline.
        Fix: Check the day: 01 to 30."
    `);
  });
});

describe('codeFrame(problem)', () => {
  test('keeps the gutter in line where the number gains a digit', () => {
    expect(
      codeFrame({
        ...PROBLEM,
        line: 10,
        excerpt: [
          {line: 9, text: 'a'},
          {line: 10, text: 'date: "1969-06-31"'},
        ],
      }),
    ).toEqual(['   9 | a', '> 10 | date: "1969-06-31"', '     |       ^^^^^^^^^^^^']);
  });

  test('shows the part of a long line that holds the mistake, with the marks under it', () => {
    const before = 'word '.repeat(60);
    const text = `${before}MISTAKE ${'word '.repeat(60)}`;
    const [line = '', marks = ''] = codeFrame({
      ...PROBLEM,
      line: 1,
      column: before.length + 1,
      endColumn: before.length + 8,
      excerpt: [{line: 1, text}],
    });
    expect(line.length).toBeLessThan(110);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('MISTAKE');
  });

  test('shows a tab as an arrow, so that the marks stay in line', () => {
    expect(codeFrame({...PROBLEM, line: 1, column: 1, endColumn: 2, excerpt: [{line: 1, text: '\ttitle: x'}]})).toEqual([
      '> 1 | →title: x',
      '    | ^',
    ]);
  });

  test('marks at least one column, past the end of a line too', () => {
    expect(codeFrame({...PROBLEM, line: 1, column: 4, endColumn: 4, excerpt: [{line: 1, text: '---'}]})).toEqual([
      '> 1 | ---',
      '    |    ^',
    ]);
  });
});

describe('printProblems(problems, fileCount)', () => {
  test('puts an empty line between problems and the counts last', () => {
    expect(
      printProblems([PROBLEM, PROBLEM], 48)
        .split('\n\n')
        .map((block) => block.split('\n')[0]),
    ).toEqual([
      'content/events/apollo-11.mdx:4:7',
      'content/events/apollo-11.mdx:4:7',
      '2 problems in 1 file, 47 files are fine. No files were changed.',
    ]);
  });
});

describe('closingLine(problems, fileCount)', () => {
  test('counts files, problems and advice', () => {
    const advice: Problem = {...PROBLEM, severity: 'advice', file: 'content/events/apollo-12.mdx'};
    expect(closingLine([], 48)).toBe('All 48 files are fine. No files were changed.');
    expect(closingLine([], 1)).toBe('The one file is fine. No files were changed.');
    expect(closingLine([PROBLEM], 48)).toBe('1 problem in 1 file, 47 files are fine. No files were changed.');
    expect(closingLine([PROBLEM, advice], 3)).toBe('1 problem and 1 piece of advice in 2 files, 1 file is fine. No files were changed.');
    expect(closingLine([advice, advice], 3)).toBe('2 pieces of advice in 1 file, 2 files are fine. No files were changed.');
  });
});

describe('githubAnnotation(problem)', () => {
  test('escapes what would end the annotation', () => {
    expect(githubAnnotation({...PROBLEM, file: 'content/a,b.mdx', what: '100% wrong', example: ''})).toBe(
      '::error file=content/a%2Cb.mdx,line=4,col=7,endColumn=18,title=date-impossible::100%25 wrong' +
        '%0AWhy: A date that is not in the calendar has no place on the timeline.%0AFix: Check the day: 01 to 30.',
    );
  });

  test('is a notice for advice', () => {
    expect(githubAnnotation({...PROBLEM, severity: 'advice'})).toMatch(/^::notice /);
  });
});
