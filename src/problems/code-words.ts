export interface WordsPart {
  readonly text: string;
  readonly isCode: boolean;
}

/** A message in parts: what is between backticks is code. */
export function codeWords(message: string): WordsPart[] {
  return message
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? {text: part.slice(1, -1), isCode: true} : {text: part, isCode: false}));
}
