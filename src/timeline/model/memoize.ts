/**
 * Pure functions that remember their last answer. From one frame to the next most of what a drawing depends on stays
 * as it was, and an answer that is the same object as before need not be looked through for changes.
 *
 * An answer must not be changed by those who are given it.
 */

/** `f`, which answers as before while what it is asked about stays the same. */
export function memoizeLast<Asked extends readonly unknown[], Answer>(f: (...asked: Asked) => Answer): (...asked: Asked) => Answer {
  let last: {readonly asked: Asked; readonly answer: Answer} | null = null;
  return (...asked) => {
    if (last === null || !areSame(last.asked, asked)) last = {asked, answer: f(...asked)};
    return last.answer;
  };
}

/** `f`, which remembers the last answer about each subject, for as long as there is that subject. */
export function memoizeBy<Subject extends object, Asked extends readonly unknown[], Answer>(
  f: (subject: Subject, ...asked: Asked) => Answer,
): (subject: Subject, ...asked: Asked) => Answer {
  const answers = new WeakMap<Subject, {readonly asked: Asked; readonly answer: Answer}>();
  return (subject, ...asked) => {
    const last = answers.get(subject);
    if (last && areSame(last.asked, asked)) return last.answer;
    const answer = f(subject, ...asked);
    answers.set(subject, {asked, answer});
    return answer;
  };
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let i = 0; i < now.length; i++) if (!isSame(before[i], now[i])) return false;
  return before.length === now.length;
}

/** Whether two values are one, or plain objects with the same fields; fields are compared by identity. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  for (const name in a) if (!Object.is(a[name], b[name])) return false;
  return Object.keys(a).length === Object.keys(b).length;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
