/** What is left of a file's problems once its writer has set advice aside. */
import type {Problem} from '../problems/problem.ts';
import {problemAt} from '../problems/source-text.ts';
import type {Draft} from './draft.ts';
import type {Suppression} from './suppressions.ts';

/** The problems of one file without the advice its writer has set aside, and what is wrong with setting it aside. */
export function withoutSuppressed(draft: Draft): Problem[] {
  const used = new Set<Suppression>();
  const kept = draft.problems.filter((problem) => {
    const suppression = problem.severity === 'advice' ? draft.suppressions.find(({rule}) => rule === problem.rule) : undefined;
    if (suppression) used.add(suppression);
    return !suppression;
  });
  for (const suppression of draft.suppressions) {
    if (used.has(suppression)) continue;
    const isError = draft.problems.some(({rule, severity}) => rule === suppression.rule && severity === 'error');
    kept.push(
      problemAt(draft.source, suppression.range, {
        rule: 'ignore-without-cause',
        severity: 'advice',
        what: isError
          ? `\`${suppression.rule}\` is an error and cannot be set aside.`
          : `There is no advice \`${suppression.rule}\` in this file to set aside.`,
        why: 'A note that sets nothing aside would hide the next mistake of its kind.',
        fix: isError ? 'Fix what it points at, and delete this line.' : 'Delete the line.',
      }),
    );
  }
  return kept;
}
