export interface InlinePart {
  readonly kind: 'plain' | 'emphasis' | 'strong';
  readonly text: string;
}

/** Splits text at `*emphasis*` and `**strong**`, the two marks a deck may hold. */
export function inlineParts(text: string): readonly InlinePart[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece): InlinePart => {
      if (/^\*\*[^*]+\*\*$/.test(piece)) return {kind: 'strong', text: piece.slice(2, -2)};
      if (/^\*[^*]+\*$/.test(piece)) return {kind: 'emphasis', text: piece.slice(1, -1)};
      return {kind: 'plain', text: piece};
    });
}
