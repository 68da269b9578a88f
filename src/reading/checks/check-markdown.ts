/** The rules of Markdown: no code, no HTML, no headings or footnotes; links, pictures and signs that work. */
import {invisibleComplaint} from '../../problems/invisible-complaint.ts';
import {shown} from '../../problems/quoted.ts';
import {lineRange} from '../../problems/source-text.ts';
import {wordsOf} from '../body-words.ts';
import type {TreeNode} from '../mdx-tree.ts';
import {BODY_WHY, reportUnknownElement} from '../unknown-element.ts';
import type {BodyCheck} from './body-check.ts';
import {checkImage, checkLink} from './check-links.ts';
import {adviseLeftovers, adviseQuotationMarks, reportFootnote} from './check-prose.ts';

/** What a body refers to by the names of its definitions. */
export type References = Readonly<Record<'links' | 'pictures' | 'footnotes', ReadonlySet<string>>>;

export function referencesIn(tree: TreeNode): References {
  const found = {links: new Set<string>(), pictures: new Set<string>(), footnotes: new Set<string>()};
  const look = (node: TreeNode): void => {
    if (node.type === 'linkReference') found.links.add(node.identifier ?? '');
    if (node.type === 'imageReference') found.pictures.add(node.identifier ?? '');
    if (node.type === 'footnoteReference') found.footnotes.add(node.identifier ?? '');
    node.children?.forEach(look);
  };
  look(tree);
  return found;
}

/** Reports what is wrong with one node that is not a component; its children are checked separately. */
export function checkMarkdown(node: TreeNode, ancestors: readonly TreeNode[], referred: References, check: BodyCheck): void {
  const {body, context, report} = check;
  switch (node.type) {
    case 'mdxjsEsm':
      return checkProgramLine(node, check);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return checkBraces(node, check);
    case 'html':
      return reportUnknownElement(
        report,
        body.rangeOf(node),
        /^<\/?([a-z][\w-]*)/i.exec(node.value ?? '')?.[1] ?? 'html',
        node.value ?? '',
      );
    case 'link': {
      const text = wordsOf(node, context.actorName).trim();
      return checkLink(body.source, {url: node.url ?? '', text, isDefinition: false, range: body.rangeOf(node)}, context, report);
    }
    case 'definition':
      return checkDefinition(node, referred, check);
    case 'image':
      return checkImage(node.url ?? '', node.alt ?? '', body.rangeOf(node), context, report);
    case 'imageReference':
      return report(body.rangeOf(node), {
        rule: 'picture-by-reference',
        what: `\`${shown(body.textOf(node))}\` names its picture in another line.`,
        why: 'A picture must be where the page looks for it.',
        fix: 'Write the picture’s name in round brackets.',
        example: `![${node.alt || 'What the picture shows'}](./picture.jpg)`,
      });
    case 'footnoteReference':
      return reportFootnote(body.rangeOf(node), `\`${shown(body.textOf(node))}\` is a footnote.`, report);
    case 'footnoteDefinition':
      if (!referred.footnotes.has(node.identifier ?? ''))
        reportFootnote(lineRange(body.source, body.rangeOf(node)[0]), `\`${shown(body.textOf(node))}\` is a footnote.`, report);
      return;
    case 'code':
      return checkCode(node, check);
    case 'text':
      return checkText(node, ancestors, check);
  }
}

function checkProgramLine(node: TreeNode, {body, report}: BodyCheck): void {
  const word = (node.value ?? '').trim().split(/\s/, 1)[0] ?? 'import';
  report(lineRange(body.source, body.rangeOf(node)[0]), {
    rule: 'import-export',
    what: `A line that starts with \`${word}\` is read as program code: ${shown(node.value ?? '')}`,
    why: BODY_WHY,
    fix: 'Delete the line: the components need no import. If it is prose, begin the line with another word.',
    example: '',
  });
}

function checkBraces(node: TreeNode, {body, report}: BodyCheck): void {
  if (isComment(node.value ?? '')) return;
  report(body.rangeOf(node), {
    rule: 'expression',
    what: `\`{${shown(node.value ?? '')}}\` is in braces, which contain program code.`,
    why: BODY_WHY,
    fix: 'Delete the braces, or put a backslash before each to show them.',
    example: `\\{${shown(node.value ?? '')}\\}`,
  });
}

function isComment(code: string): boolean {
  return code.trim() !== '' && code.replace(/\/\*[^]*?\*\//g, '').trim() === '';
}

function checkDefinition(node: TreeNode, referred: References, {body, context, report}: BodyCheck): void {
  const name = node.identifier ?? '';
  if (referred.pictures.has(name) && !referred.links.has(name)) return;
  const url = node.url ?? '';
  checkLink(body.source, {url, text: '', isDefinition: true, range: body.rangeOf(node)}, context, report);
  if (referred.links.has(name)) return;
  report(body.rangeOf(node), {
    rule: 'unused-definition',
    what: `Nothing refers to \`[${shown(name)}]\`, so this line would not be shown.`,
    why: 'Markdown takes the line for the address of a link elsewhere in the text.',
    fix: 'Write the address where it is used, or put a backslash before the first bracket to show the line.',
    example: `[the words to click](${url})`,
  });
}

function checkCode(node: TreeNode, {body, report}: BodyCheck): void {
  const written = body.textOf(node);
  const line = lineRange(body.source, body.rangeOf(node)[0]);
  if (!/^\s*(?:```|~~~)/.test(written)) {
    report(line, {
      rule: 'indented-text',
      severity: 'advice',
      what: 'This line begins with four spaces, so it is shown as program code.',
      why: 'Markdown takes indented text for code.',
      fix: 'Delete the spaces at the start of the line.',
      example: (node.value ?? '').split('\n')[0] ?? '',
    });
  } else if (!/\n[ \t>]*(?:```+|~~~+)[ \t]*$/.test(written)) {
    report(line, {
      rule: 'unclosed-code',
      what: 'This line opens a block of program code that is never closed.',
      why: 'Everything after it would be shown as code.',
      fix: 'Delete the line, or close the block with the same three characters on a line of their own.',
      example: '',
    });
  }
}

function checkText(node: TreeNode, ancestors: readonly TreeNode[], {body, context, report, isWhole}: BodyCheck): void {
  const range = body.rangeOf(node);
  const invisible = invisibleComplaint(body.source, node.value ?? '', range);
  if (invisible) report(invisible.range, invisible.complaint);
  // Where a tag could not be read, its words only look as if they had none.
  if (!isWhole) return;
  adviseLeftovers(
    body.source,
    range,
    ancestors.some(({type}) => type === 'link'),
    report,
  );
  if (context.kind !== 'page' && !ancestors.some(({name}) => name === 'Quote')) adviseQuotationMarks(body.source, range, context, report);
}

/** Reports a heading where there may be none. @param before - The depth of the heading before it; 1 is the page's own. */
export function checkHeading(node: TreeNode, before: number, {body, context, report}: BodyCheck): void {
  const written = body.textOf(node);
  const words = wordsOf(node, context.actorName);
  const isUnderlined = /\n[ \t]*(?:-+|=+)[ \t]*$/.test(written);
  const depth = node.depth ?? 2;
  const isPage = context.kind === 'page';
  const isSkip = isPage && depth > before + 1;
  if (isPage && depth > 1 && !isSkip) return;
  const [why, fix, example] = !isPage
    ? [
        'The title is the entry’s only heading; more would break the order of the page for screen readers.',
        'Make it the start of a paragraph.',
        `**${words}**`,
      ]
    : isSkip
      ? ['Screen readers go from heading to heading, level by level.', 'Use one more number sign than the heading above.', `## ${words}`]
      : ['The page already has its first-level heading.', 'Start with two number signs.', `## ${words}`];
  report(body.rangeOf(node), {
    rule: 'heading',
    what: isUnderlined
      ? `The line under \`${shown(words)}\` makes a heading of it.`
      : `\`${shown(written)}\` is a heading${isSkip ? ' that skips a level' : ''}.`,
    why,
    fix: isUnderlined ? 'Delete the line, or leave an empty line above it.' : fix,
    example: isUnderlined ? shown(words) : example,
  });
}
