/** Everything a page says, seen or not: its words, the names and titles of its parts, and where its links lead. */
import type {Page} from '@playwright/test';

export interface Said {
  readonly words: readonly string[];
  readonly hrefs: readonly string[];
}

/**
 * The calendar of the axis is left out: its ruler, the ends of the overview's window and the fields for dates. Days to
 * come are on every calendar, and say nothing of what happens on them. What the story itself marks there is not. So is
 * the day of the page's last change in its head, which is for programs.
 */
const CALENDAR =
  'meta[property="article:modified_time"], .plot-picture .grid > :not(.bracket), .overview-picture .month, [role="slider"][aria-valuetext], input[type="date"]';

export function saidOn(page: Page): Promise<Said> {
  return page.evaluate((calendar) => {
    const ATTRIBUTES = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'title',
      'alt',
      'placeholder',
      'label',
      'content',
      'data-done',
    ];
    const BLOCKS = 'p, li, h1, h2, h3, h4, dt, dd, td, th, a, button, label, legend, option, text, title';
    const words = new Set<string>();
    const hrefs = new Set<string>();
    const say = (text: string | null | undefined) => {
      const said = text?.replace(/\s+/g, ' ').trim();
      if (said) words.add(said);
    };
    /** Its words with the numbers of sources apart, for 3 and 31 side by side are not 331. */
    const textOf = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!;
      const text = [...node.childNodes].map(textOf).join('');
      return node instanceof Element && node.matches('.cite') ? ` [${text}] ` : text;
    };
    for (const element of document.querySelectorAll('*')) {
      if (element.closest(`script, style, ${calendar}`)) continue;
      for (const name of ATTRIBUTES) say(element.getAttribute(name));
      for (const id of element.getAttribute('aria-labelledby')?.split(' ') ?? []) say(document.getElementById(id)?.textContent);
      const href = element.getAttribute('href');
      if (href !== null) hrefs.add(decodeURIComponent(href));
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '');
      // A block as well as its pieces, for a date may be in several of them.
      if (hasWords || (element.matches(BLOCKS) && !element.querySelector(`script, style, ${BLOCKS}`))) say(textOf(element));
    }
    return {words: [...words], hrefs: [...hrefs]};
  }, CALENDAR);
}
