/** A date that cannot be read, in the words a writer needs. */
export class DateError extends Error {
  readonly rule: string;
  /** What is wrong, a full sentence that quotes the text. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** A date that would pass, nearest to what was probably meant. */
  readonly suggestion: string;

  constructor(rule: string, what: string, why: string, fix: string, suggestion: string) {
    super(what);
    this.name = 'DateError';
    this.rule = rule;
    this.what = what;
    this.why = why;
    this.fix = fix;
    this.suggestion = suggestion;
  }
}
