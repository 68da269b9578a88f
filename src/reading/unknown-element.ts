/** Elements that a body may not hold: misspelt components and HTML. */
import {nearestName} from '../problems/nearest.ts';
import {shown} from '../problems/quoted.ts';
import type {Range, Report} from '../problems/source-text.ts';
import {BODY_COMPONENTS} from '../schema/body-components.ts';

export const BODY_WHY = 'A body is words: anything that runs or lays out could break or endanger the page for every reader.';
const MARKDOWN_FOR: Readonly<Record<string, readonly [fix: string, example: string]>> = {
  br: ['Leave an empty line to start a new paragraph.', ''],
  hr: ['Leave it out, or write three hyphens on a line of their own.', '---'],
  a: ['Write a Markdown link, or <EventLink> for another event.', '[the words to click](https://example.org/)'],
  img: ['Write a Markdown image, with words for those who cannot see it.', '![What the picture shows](./picture.jpg)'],
  b: ['Use two asterisks.', '**strong**'],
  strong: ['Use two asterisks.', '**strong**'],
  i: ['Use one asterisk.', '*emphasis*'],
  em: ['Use one asterisk.', '*emphasis*'],
  q: ['Use <Quote>, which adds the marks and the source.', BODY_COMPONENTS.Quote.example],
  blockquote: ['Use <Quote>, which adds the marks and the source.', BODY_COMPONENTS.Quote.example],
  p: ['Delete the tags and leave an empty line between paragraphs.', ''],
  ul: ['Start each line of a list with a hyphen.', '- one\n- two'],
  li: ['Start each line of a list with a hyphen.', '- one\n- two'],
};

export function reportUnknownElement(report: Report, range: Range, name: string, written: string): void {
  const near = nearestName(name, Object.keys(BODY_COMPONENTS));
  if (/^[A-Z]/.test(name) || (near !== null && near.toLowerCase() === name.toLowerCase()) || name.includes('.')) {
    report(range, {
      rule: 'unknown-component',
      what: `There is no component <${name}>.`,
      why: 'Its content could not be shown.',
      fix: near
        ? `Did you mean <${near}>?`
        : `Use one of ${Object.keys(BODY_COMPONENTS)
            .map((known) => `<${known}>`)
            .join(', ')}.`,
      example: near ? renamed(written, name, near) : '',
    });
    return;
  }
  const tag = name.toLowerCase();
  const [fix, example] = (Object.hasOwn(MARKDOWN_FOR, tag) ? MARKDOWN_FOR[tag] : undefined) ?? [
    `Delete the tag${near ? ` (did you mean <${near}>?)` : ''}; for emphasis, links and lists use Markdown.`,
    '',
  ];
  report(range, {
    rule: 'raw-html',
    what: name === '' ? '`<>` is an empty tag.' : `\`${shown(/^<[^]*?>/.exec(written)?.[0] ?? written)}\` is HTML.`,
    why: BODY_WHY,
    fix,
    example,
  });
}

/** The first line of an element under another name. */
function renamed(written: string, from: string, to: string): string {
  const [line = ''] = written.split('\n');
  return line.replace(new RegExp(`(</?)${escaped(from)}(?=[\\s/>])`, 'g'), `$1${to}`);
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
