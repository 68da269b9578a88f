import {describe, expect, test} from 'vitest';
import {frameLines} from '../../src/problems/code-frame.ts';
import type {Problem} from '../../src/problems/problem.ts';
import {lineText, problemAt, sourceText} from '../../src/problems/source-text.ts';

function problemIn(text: string, offending: string): Problem {
  const source = sourceText('content/events/crew-walks.mdx', text);
  const at = text.indexOf(offending);
  return problemAt(source, [at, at + offending.length], {rule: 'r', what: 'w', why: 'y', fix: 'f'});
}

describe('frameLines(problem)', () => {
  test('gives the line before and the offending one, with what offends marked', () => {
    expect(frameLines(problemIn('title: Walk\nlane: crews # which?', 'crews'))).toEqual([
      {number: 1, before: 'title: Walk', offending: '', after: '', isMarked: false},
      {number: 2, before: 'lane: ', offending: 'crews', after: ' # which?', isMarked: true},
    ]);
  });

  test('loses no letter of the line, however it is indented', () => {
    const text = '\n    - id: a | b > c ^';
    const {before, offending, after} = frameLines(problemIn(text, '| b'))[1]!;
    expect([before, offending, after].join('')).toBe(lineText(sourceText('', text), 2));
  });

  test('marks one place where nothing is there to mark', () => {
    expect(frameLines(problemIn('title:', ''))).toEqual([{number: 1, before: '', offending: 't', after: 'itle:', isMarked: true}]);
  });

  test('is empty if the file has no text', () => {
    expect(frameLines(problemAt(sourceText('content/story.yaml', ''), [0, 0], {rule: 'r', what: 'w', why: 'y', fix: 'f'}))).toEqual([]);
  });
});
