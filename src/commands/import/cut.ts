/**
 * As many whole words of a text as fit, with a sign that there were more; where the first is too long, as many letters.
 *
 * @param max - How many characters fit, the sign among them; at least 2.
 */
export function cutToWords(text: string, max: number): string {
  if (text.length <= max) return text;
  let cut = '';
  for (const word of text.split(' ')) {
    const longer = cut === '' ? word : `${cut} ${word}`;
    if (longer.length > max - 1) break;
    cut = longer;
  }
  if (cut === '') {
    for (const {segment} of new Intl.Segmenter('en').segment(text)) {
      if (cut.length + segment.length > max - 1) break;
      cut += segment;
    }
  }
  // One sign alone may be longer than all that fits, such as a letter under a heap of accents.
  const kept = cut.trim() || [...text].reduce((part, letter) => (part.length + letter.length < max ? part + letter : part), '');
  return `${kept.replace(/[\s,;:–—-]+$/, '') || kept}…`;
}
