export interface LinkedPart {
  readonly text: string;
  /** Place of its link among those of the sentence; null for words that lead nowhere. */
  readonly link: number | null;
}

/** Splits a sentence at its `[words of a link]`. */
export function linkedParts(words: string): readonly LinkedPart[] {
  let links = 0;
  return words
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('[') ? {text: piece.slice(1, -1), link: links++} : {text: piece, link: null}));
}
