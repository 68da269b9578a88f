/** The lines under the title, which sum the story up: on a day within it the page says instead what it shows. */

const WITHHELD = 'is-withheld';
const LINE_WITHOUT_WORDS = '\u200B';

/**
 * @param words - Before and after the day.
 * @returns Shows a day, or the deck for null.
 */
export function attachDeck(root: Document, [before, after]: readonly [string, string]): (day: string | null) => void {
  const deck = root.querySelector<HTMLElement>('[data-part="deck"]');
  const then = root.querySelector<HTMLElement>('[data-part="deck-then"]');
  if (!deck || !then) return () => {};
  const whole = [...deck.childNodes];
  let widthPx = 0;
  const isOut = () => deck.classList.contains(WITHHELD);

  /** Leaves the deck's height and an empty last line, on which the headline aligns, so that nothing moves. */
  const takeOut = () => {
    widthPx = deck.offsetWidth;
    deck.style.minHeight = `${deck.offsetHeight}px`;
    deck.replaceChildren(LINE_WITHOUT_WORDS);
    deck.classList.add(WITHHELD);
  };
  const putBack = () => {
    deck.classList.remove(WITHHELD);
    deck.replaceChildren(...whole);
    deck.style.minHeight = '';
  };
  new ResizeObserver(() => {
    if (!isOut() || deck.offsetWidth === widthPx) return;
    putBack();
    takeOut();
  }).observe(deck);

  return (day) => {
    if (isOut() && day === null) putBack();
    if (!isOut() && day !== null) takeOut();
    then.hidden = day === null;
    const strong = root.createElement('strong');
    strong.textContent = day;
    then.replaceChildren(...(day === null ? [] : [before, strong, after]));
  };
}
