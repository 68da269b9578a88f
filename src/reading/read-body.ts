/** The prose of one file: MDX becomes plain text, quotations, versions and links, and everything unsafe is reported. */
import {firstInvisible, withoutInvisible} from '../problems/invisible-characters.ts';
import {nearestName} from '../problems/nearest.ts';
import {shown} from '../problems/quoted.ts';
import {lineRange} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';
import {bodyComponent, BODY_COMPONENTS, QUOTE_MAX_WORDS} from '../schema/body-components.ts';
import type {Attribute} from '../schema/body-components.ts';
import type {BigFigureEntry, EdtfDate, QuoteEntry} from '../schema/content.ts';
import {DateError, edtfFromText} from '../schema/dates.ts';
import {ID, idFromName} from '../schema/fields.ts';
import {isTooMuch, shallowTree} from './body-limits.ts';
import type {BodyContext, BodyReading, WrittenDisagreement} from './body-reading.ts';
import {checkImage, checkLink} from './checks/check-links.ts';
import {adviseLeftovers, adviseQuotationMarks} from './checks/check-prose.ts';
import {BODY_WHY, escaped, reportUnknownElement, tagLength, treeOf} from './mdx-tree.ts';
import type {TreeNode} from './mdx-tree.ts';

/** Versions of a disagreement that stand side by side. */
const MAX_POSITIONS = 3;

/**
 * Reads the body between two offsets of a file. Everything wrong is reported; what can be read is returned, even
 * from a body that is broken elsewhere.
 */
export function readBody(source: SourceText, [from, to]: Range, context: BodyContext, report: Report): BodyReading {
  const body = source.text.slice(from, to);
  let isWhole = true;
  const tree = isTooMuch(source, body, from, report)
    ? null
    : shallowTree(
        treeOf(body, from, (range, complaint) => {
          isWhole = false;
          report(range, complaint);
        }),
        from,
        report,
      );

  const quotes: QuoteEntry[] = [];
  const bigFigures: BigFigureEntry[] = [];
  const disagreements: WrittenDisagreement[] = [];
  const links: string[] = [];
  const linkPlaces: {id: string; range: Range}[] = [];
  const laters: {known: EdtfDate; range: Range}[] = [];
  const usedActors = new Set<string>();
  const usedSources = new Set<string>();
  const referred = referencesIn(tree);

  const rangeOf = (node: TreeNode): Range => [
    from + (node.position?.start.offset ?? 0),
    from + (node.position?.end.offset ?? node.position?.start.offset ?? 0),
  ];
  /** The opening tag alone: a whole element may be many lines. */
  const tagRange = (node: TreeNode): Range => {
    const [start, end] = rangeOf(node);
    const inner = node.children?.[0];
    const length = inner ? source.text.slice(start, rangeOf(inner)[0]).trimEnd().length : tagLength(source.text.slice(start, end));
    return [start, start + Math.max(1, length)];
  };
  const attributeRange = (node: TreeNode, name: string): Range => {
    const [start, end] = tagRange(node);
    const found = new RegExp(`\\s(${escaped(name)})(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|\\{[^}]*\\}))?`).exec(source.text.slice(start, end));
    return found ? [start + found.index + 1, start + found.index + found[0].length] : [start, end];
  };

  /** Plain text of a node; `<Later>` is left out of a summary. */
  const plain = (node: TreeNode, withLater: boolean): string => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value ?? '';
    if (node.type === 'break') return ' ';
    const within = () => (node.children ?? []).map((child) => plain(child, withLater)).join(isBlockParent(node) ? ' ' : '');
    if (!isElement(node)) return within();
    if (node.name === 'Quote') return `“${within().trim()}”`;
    if (node.name === 'Cite') return '';
    if (node.name === 'Later') return withLater ? within() : '';
    if (node.name === 'Actor' && !node.children?.length) return context.actorName(textAttribute(node, 'id'));
    if (node.name === 'BigFigure') return withLater ? `${textAttribute(node, 'value')} ${textAttribute(node, 'note')}` : '';
    if (node.name === 'Disagreement') return withLater ? `${textAttribute(node, 'question')} ${within()}` : '';
    if (node.name === 'Position') return withLater ? `${textAttribute(node, 'says')} ${within()}` : '';
    return within();
  };

  const checkAttribute = (node: TreeNode, name: string, attribute: Attribute, value: string): void => {
    const range = () => attributeRange(node, name);
    const example = `${name}="…"`;
    if (value.trim() === '') {
      report(range(), {
        rule: 'empty-attribute',
        what: `\`${name}\` of <${node.name}> is empty.`,
        why: attribute.description,
        fix: attribute.isRequired ? 'Write a value between the quotes.' : 'Write a value between the quotes, or leave the attribute out.',
        example: bodyComponent(node.name)?.example ?? example,
      });
      return;
    }
    if (attribute.max !== undefined && value.length > attribute.max) {
      report(range(), {
        rule: 'attribute-too-long',
        what: `\`${name}\` of <${node.name}> has ${value.length} characters; at most ${attribute.max} fit.`,
        why: 'It is set in large type, in little room.',
        fix: `Shorten it by ${value.length - attribute.max}.`,
        example: `${name}="${value.slice(0, attribute.max).replace(/\s+\S*$/, '')}"`,
      });
    }
    if (attribute.kind === 'date') {
      dateAttribute(node, name, value);
      return;
    }
    const place =
      attribute.kind === 'actor' || attribute.kind === 'actors'
        ? 'actors'
        : attribute.kind === 'event'
          ? 'events'
          : attribute.kind === 'text'
            ? null
            : 'sources';
    if (place === null) return;
    const isMany = attribute.kind === 'actors' || attribute.kind === 'sources';
    const seen = new Set<string>();
    for (const id of isMany ? value.trim().split(/\s+/) : [value]) {
      if (place === 'actors') usedActors.add(id);
      if (place === 'sources') usedSources.add(id);
      if (seen.has(id)) {
        report(range(), {
          rule: 'duplicate-item',
          what: `\`${name}\` names \`${id}\` twice.`,
          why: 'It would be shown twice.',
          fix: 'Delete one of the two.',
          example: `${name}="${[...new Set(value.trim().split(/\s+/))].join(' ')}"`,
        });
      }
      seen.add(id);
      if (context[place].has(id)) continue;
      const several = isMany ? [] : id.split(/[\s,;]+/).filter(Boolean);
      if (several.length > 1 && several.every((one) => context[place].has(one))) {
        report(range(), {
          rule: 'one-id-only',
          what: `\`${name}\` of <${node.name}> names ${several.length} ${place}, but takes one.`,
          why: attribute.description,
          fix: node.name === 'Cite' ? 'Write one <Cite> for each source, one after the other.' : 'Keep the one that carries it.',
          example:
            node.name === 'Cite'
              ? several.map((one) => `<Cite source="${one}" />`).join('')
              : source.text.slice(...tagRange(node)).replace(value, several[0] ?? ''),
        });
        continue;
      }
      reportUnknownId(report, range(), place, id, context[place], `\`${name}\` of <${node.name}>`, (known) =>
        source.text.slice(...tagRange(node)).replace(
          value,
          isMany
            ? value
                .split(/(\s+)/)
                .map((part) => (part === id ? known : part))
                .join('')
            : known,
        ),
      );
    }
  };

  const dateAttribute = (node: TreeNode, name: string, value: string): EdtfDate | null => {
    try {
      return edtfFromText(value);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      report(attributeRange(node, name), {
        rule: error.rule,
        what: `\`${name}\` of <${node.name}>: ${error.what}`,
        why: error.why,
        fix: error.fix,
        example: source.text.slice(...tagRange(node)).replace(`"${value}"`, `"${error.suggestion}"`),
      });
      return null;
    }
  };

  /** Reports an invisible character, written as it is or as an entity such as `&#8203;`. */
  const reportInvisible = (value: string, range: Range): boolean => {
    const odd = firstInvisible(value);
    if (!odd) return false;
    const within = source.text.slice(...range).indexOf(value[odd.at] ?? '');
    const line = source.text.slice(...lineRange(source, within === -1 ? range[0] : range[0] + within));
    report(within === -1 ? range : [range[0] + within, range[0] + within + odd.length], {
      rule: 'unseen-sign',
      what: `\`${shown(value.slice(Math.max(0, odd.at - 24), odd.at + 24))}\` holds ${odd.name}.`,
      why: odd.isLost ? 'Readers would see a black box in its place.' : 'Nobody sees it, and it breaks searching and copying.',
      fix: odd.isLost
        ? 'Write the letter that was there, and save the file in UTF-8.'
        : 'Delete it; typing the words anew is the surest way.',
      example: firstInvisible(line) && !odd.isLost && line.length < 200 ? withoutInvisible(line) : '',
    });
    return true;
  };

  const checkElement = (node: TreeNode, ancestors: readonly TreeNode[]): void => {
    const name = node.name ?? '';
    const component = bodyComponent(name);
    const written = () => source.text.slice(...tagRange(node));
    if (!component) {
      reportUnknownElement(report, tagRange(node), name, source.text.slice(...rangeOf(node)));
      return;
    }
    const parent = ancestors.at(-1);
    const seen = new Set<string>();
    for (const attribute of node.attributes ?? []) {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
        report(tagRange(node), {
          rule: 'expression',
          what: `<${name}> holds \`{…}\`, which is program code.`,
          why: BODY_WHY,
          fix: 'Write each attribute as `name="value"`.',
          example: component.example,
        });
        continue;
      }
      const {name: attributeName} = attribute;
      const range = () => attributeRange(node, attributeName);
      if (seen.has(attribute.name)) {
        report(range(), {
          rule: 'duplicate-attribute',
          what: `<${name}> has \`${attribute.name}\` twice.`,
          why: 'Only one of them could be used, and nobody would see which.',
          fix: 'Keep one; for more than one id, separate them by spaces where the attribute allows it.',
          example: component.example,
        });
        continue;
      }
      seen.add(attribute.name);
      const expected = Object.hasOwn(component.attributes, attribute.name) ? component.attributes[attribute.name] : undefined;
      if (!expected) {
        const near = nearestName(attribute.name, Object.keys(component.attributes));
        const names = Object.keys(component.attributes)
          .map((known) => `\`${known}\``)
          .join(', ');
        report(range(), {
          rule: 'unknown-attribute',
          what: `<${name}> has no attribute \`${attribute.name}\`.`,
          why: 'It would be ignored without a word.',
          fix: near ? `Did you mean \`${near}\`?` : `Delete it; <${name}> takes ${names}.`,
          example: near
            ? written().replace(new RegExp(`(\\s)${escaped(attribute.name)}(?=[\\s=/>])`), `$1${near}`)
            : source.text.slice(tagRange(node)[0], range()[0]).trimEnd() + source.text.slice(range()[1], tagRange(node)[1]),
        });
        continue;
      }
      if (typeof attribute.value !== 'string') {
        report(range(), {
          rule: attribute.value === null ? 'empty-attribute' : 'expression',
          what:
            attribute.value === null
              ? `\`${attribute.name}\` of <${name}> has no value.`
              : `\`${attribute.name}\` of <${name}> is in braces, which hold program code.`,
          why: attribute.value === null ? expected.description : BODY_WHY,
          fix: 'Write the value in double quotes.',
          example:
            attribute.value === null
              ? component.example
              : written()
                  .replace(/=\{\s*["'`]([^"'`{}]*)["'`]\s*\}/g, '="$1"')
                  .replace(/=\{[^}]*\}/g, '="…"'),
        });
        continue;
      }
      if (reportInvisible(attribute.value, range())) continue;
      checkAttribute(node, attribute.name, expected, attribute.value);
    }
    for (const [attribute, {isRequired, description}] of Object.entries(component.attributes)) {
      if (!isRequired || seen.has(attribute)) continue;
      // An expression may have been meant to give it; that has been told.
      if (node.attributes?.some(({type}) => type !== 'mdxJsxAttribute')) continue;
      const near = node.attributes?.some(
        (other) => nearestName(other.name ?? '', [attribute]) && !Object.hasOwn(component.attributes, other.name ?? ''),
      );
      if (near) continue;
      report(tagRange(node), {
        rule: 'missing-attribute',
        what: `<${name}> has no \`${attribute}\`.`,
        why: description,
        fix: `Add \`${attribute}="…"\`.`,
        example: component.example,
      });
    }

    const words = plain(node, true).trim();
    const hasInside = (node.children ?? []).some((child) => child.type !== 'text' || (child.value ?? '').trim() !== '');
    if (component.inside === 'required' && !hasInside) {
      report(tagRange(node), {
        rule: 'empty-component',
        what: `There is nothing between the tags of <${name}>.`,
        why: component.description,
        fix: name === 'Disagreement' ? 'Write at least two <Position> inside it.' : 'Write the words between the two tags.',
        example: component.example,
      });
    }
    if (component.inside === 'none' && hasInside) {
      report(tagRange(node), {
        rule: 'stray-inside',
        what: `<${name}> has something between its tags, which would not be shown.`,
        why: component.description,
        fix: 'Move the words out and close the tag in itself with `/>`.',
        example: component.example,
      });
    }
    if (component.isBlock && node.type === 'mdxJsxTextElement') {
      report(tagRange(node), {
        rule: 'not-on-own-line',
        what: `<${name}> stands inside a line of text.`,
        why: 'It is shown beside the text, not in it.',
        fix: 'Put it on a line of its own, with an empty line before and after.',
        example: component.example,
      });
    }
    if (name === 'Position' && parent?.name !== 'Disagreement') {
      report(tagRange(node), {
        rule: 'position-alone',
        what: '<Position> stands outside a <Disagreement>.',
        why: 'A version means something only beside another one.',
        fix: 'Put it between <Disagreement question="…"> and </Disagreement>.',
        example: BODY_COMPONENTS['Disagreement']?.example ?? '',
      });
    }
    if (name === 'Disagreement' && context.kind !== 'event') {
      report(tagRange(node), {
        rule: 'component-not-here',
        what: '<Disagreement> can only stand in an event.',
        why: 'It is shown beside its event on the timeline.',
        fix: 'Move it to the event it is about, or say it in words.',
        example: '',
      });
    }
    if (name === 'BigFigure' && context.kind !== 'event') {
      report(tagRange(node), {
        rule: 'component-not-here',
        what: '<BigFigure> can only stand in an event.',
        why: 'It is shown beside its event.',
        fix: 'Move it to the event it is about, or say it in words.',
        example: '',
      });
    }
    if (name === 'Quote') {
      const count = words.replace(/^“|”$/g, '').split(/\s+/).filter(Boolean).length;
      if (count > QUOTE_MAX_WORDS) {
        report(tagRange(node), {
          rule: 'quote-too-long',
          what: `This <Quote> has ${count} words; at most ${QUOTE_MAX_WORDS} may be quoted.`,
          why: 'A short quotation is fair use; a long one takes the place of the source.',
          fix: 'Quote the words that matter and tell the rest in your own.',
          example: component.example,
        });
      }
      if (hasInside && /^“\s*["“”‘«]|["“”»]\s*”$/.test(words)) {
        report(tagRange(node), {
          rule: 'marks-in-quote',
          what: `The words in <Quote> begin or end with a quotation mark: ${shown(words.slice(1, -1))}`,
          why: 'The component adds the marks, so readers would see them twice.',
          fix: 'Delete the marks inside the tags.',
          example: component.example,
        });
      }
      if (ancestors.some((ancestor) => ancestor.name === 'Quote')) {
        report(tagRange(node), {
          rule: 'quote-in-quote',
          what: 'A <Quote> stands inside another <Quote>.',
          why: 'Readers could not tell who is quoted.',
          fix: 'Close the first before the second begins.',
          example: component.example,
        });
      }
    }
    const outerLink = ancestors.findLast((ancestor) => ancestor.type === 'link' || ancestor.name === 'EventLink');
    if (outerLink && (name === 'EventLink' || name === 'Cite' || name === 'Quote' || name === 'Later')) {
      report(tagRange(node), {
        rule: 'link-in-link',
        what: `<${name}> stands inside ${outerLink.type === 'link' ? 'a link' : '<EventLink>'}.`,
        why:
          name === 'EventLink'
            ? 'A link inside a link cannot be pressed.'
            : 'Its source’s number is a link, and a link inside a link cannot be pressed.',
        fix: 'Close the one before the other begins.',
        example: component.example,
      });
    }
    if (name === 'EventLink' && context.kind === 'event' && textAttribute(node, 'id') === context.id) {
      report(tagRange(node), {
        rule: 'link-to-itself',
        what: '<EventLink> leads to the event it stands in.',
        why: 'Readers would press it and stay where they are.',
        fix: 'Take the link out, or name the event that is meant.',
        example: '',
      });
    }
    const outer = ancestors.findLast(isElement);
    if ((name === 'Disagreement' || name === 'BigFigure') && outer && node.type === 'mdxJsxFlowElement') {
      report(tagRange(node), {
        rule: 'component-not-here',
        what: `<${name}> stands inside <${outer.name}>.`,
        why: 'It is shown beside the text, not in it.',
        fix: `Put it on lines of its own, outside <${outer.name}>.`,
        example: component.example,
      });
    }
    if (
      !component.isBlock &&
      name !== 'Later' &&
      (node.children ?? []).some(({type}) => type === 'paragraph' || type === 'list' || type === 'blockquote')
    ) {
      report(tagRange(node), {
        rule: 'tag-across-paragraphs',
        what: `<${name}> holds whole paragraphs.`,
        why: 'A tag inside a sentence belongs to that paragraph.',
        fix: 'Write both tags and the words between them on one line.',
        example: component.example,
      });
    }
    if (name === 'Later' && ancestors.some((ancestor) => ancestor.name === 'Later')) {
      report(tagRange(node), {
        rule: 'later-in-later',
        what: 'A <Later> stands inside another <Later>.',
        why: 'Only one day can say when the words became known.',
        fix: 'Close the first before the second begins.',
        example: component.example,
      });
    }
  };

  const gather = (node: TreeNode): void => {
    const at = (attribute: string) => textAttribute(node, attribute);
    if (node.name === 'Quote') {
      quotes.push({words: plain(node, true).replace(/^“|”$/g, '').trim(), by: at('by'), source: at('source')});
    } else if (node.name === 'EventLink') {
      if (!links.includes(at('id'))) links.push(at('id'));
      linkPlaces.push({id: at('id'), range: tagRange(node)});
    } else if (node.name === 'BigFigure') {
      bigFigures.push({value: at('value'), note: at('note'), source: at('source') || null, known: quietDate(at('known'))});
    } else if (node.name === 'Later') {
      const known = quietDate(at('known'));
      if (known) laters.push({known, range: tagRange(node)});
    } else if (node.name === 'Disagreement') {
      const positions = elementsIn(node).filter((child) => child.name === 'Position');
      for (const child of node.children ?? []) {
        const stray = isElement(child) ? (child.name === 'Position' ? '' : `<${child.name}>`) : plain(child, true).trim();
        if (stray === '' || positions.some((position) => child.children?.includes(position))) continue;
        report(rangeOf(child), {
          rule: 'stray-inside',
          what: `\`${shown(stray)}\` stands in a <Disagreement>, but in none of its versions.`,
          why: 'Only the versions are shown.',
          fix: 'Put the words between the tags of a <Position>, or before the <Disagreement>.',
          example: BODY_COMPONENTS['Disagreement']?.example ?? '',
        });
      }
      disagreements.push({
        question: at('question'),
        range: tagRange(node),
        positions: positions.map((position) => ({
          says: textAttribute(position, 'says'),
          text: (position.children ?? [])
            .map((child) => plain(child, true))
            .join(' ')
            .replace(/\s+/g, ' ')
            .trim(),
          by: words(textAttribute(position, 'by')),
          sources: words(textAttribute(position, 'source')),
          known: quietDate(textAttribute(position, 'known')),
          range: tagRange(position),
        })),
      });
      if (positions.length > MAX_POSITIONS) {
        report(tagRange(node), {
          rule: 'many-positions',
          what: `This <Disagreement> has ${positions.length} versions; ${MAX_POSITIONS} fit side by side.`,
          why: 'Readers are to compare them at a glance.',
          fix: 'Join versions that say the same, or tell the rest in the text.',
          example: '',
        });
      }
      const said = new Set<string>();
      for (const position of positions) {
        const says = textAttribute(position, 'says').trim().toLowerCase();
        if (says !== '' && said.has(says)) {
          report(attributeRange(position, 'says'), {
            rule: 'same-version',
            severity: 'advice',
            what: `Two versions say the same: ${shown(textAttribute(position, 'says'))}`,
            why: 'Where all say the same, nobody disagrees.',
            fix: 'Make one <Position> of them, with both in `by` and `source`.',
            example: `<Position says="${textAttribute(position, 'says')}" by="one other" source="one other" />`,
          });
        }
        said.add(says);
      }
      if (positions.length < 2 && elementsIn(node).length > 0) {
        report(tagRange(node), {
          rule: 'one-position',
          what: positions.length === 1 ? 'This <Disagreement> has one version only.' : 'This <Disagreement> has no version.',
          why: 'Readers are to weigh at least two.',
          fix: 'Add a <Position> for each version, or tell it in the text instead.',
          example: BODY_COMPONENTS['Disagreement']?.example ?? '',
        });
      }
    }
  };

  const walk = (node: TreeNode, ancestors: TreeNode[]): void => {
    switch (node.type) {
      case 'mdxjsEsm': {
        const word = (node.value ?? '').trim().split(/\s/, 1)[0] ?? 'import';
        report(lineRange(source, rangeOf(node)[0]), {
          rule: 'import-export',
          what: `A line that starts with \`${word}\` is read as program code: ${shown(node.value ?? '')}`,
          why: BODY_WHY,
          fix: 'Delete the line: the components need no import. If it is prose, begin the line with another word.',
          example: '',
        });
        break;
      }
      case 'mdxFlowExpression':
      case 'mdxTextExpression': {
        if (isComment(node.value ?? '')) break;
        report(rangeOf(node), {
          rule: 'expression',
          what: `\`{${shown(node.value ?? '')}}\` is in braces, which hold program code.`,
          why: BODY_WHY,
          fix: 'Delete the braces, or put a backslash before each to show them.',
          example: `\\{${shown(node.value ?? '')}\\}`,
        });
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkElement(node, ancestors);
        gather(node);
        break;
      case 'html':
        reportUnknownElement(report, rangeOf(node), /^<\/?([a-z][\w-]*)/i.exec(node.value ?? '')?.[1] ?? 'html', node.value ?? '');
        break;
      case 'link':
        checkLink(
          source,
          {url: node.url ?? '', text: plain(node, true).trim(), isDefinition: false, range: rangeOf(node)},
          context,
          report,
        );
        break;
      case 'definition':
        if (referred.pictures.has(node.identifier ?? '') && !referred.links.has(node.identifier ?? '')) break;
        checkLink(source, {url: node.url ?? '', text: '', isDefinition: true, range: rangeOf(node)}, context, report);
        if (!referred.links.has(node.identifier ?? '')) {
          report(rangeOf(node), {
            rule: 'unused-definition',
            what: `Nothing refers to \`[${shown(node.identifier ?? '')}]\`, so this line would not be shown.`,
            why: 'Markdown takes the line for the address of a link elsewhere in the text.',
            fix: 'Write the address where it is used, or put a backslash before the first bracket to show the line.',
            example: `[the words to click](${node.url ?? ''})`,
          });
        }
        break;
      case 'image':
        checkImage(node.url ?? '', node.alt ?? '', rangeOf(node), context, report);
        break;
      case 'imageReference':
        report(rangeOf(node), {
          rule: 'picture-by-reference',
          what: `\`${shown(source.text.slice(...rangeOf(node)))}\` names its picture in another line.`,
          why: 'Pictures are looked for where they are shown.',
          fix: 'Write the picture’s name in round brackets.',
          example: `![${node.alt || 'What the picture shows'}](./picture.jpg)`,
        });
        break;
      case 'footnoteReference':
      case 'footnoteDefinition':
        if (node.type === 'footnoteReference' || !referred.footnotes.has(node.identifier ?? '')) {
          report(node.type === 'footnoteReference' ? rangeOf(node) : lineRange(source, rangeOf(node)[0]), {
            rule: 'footnote',
            what: `\`${shown(source.text.slice(...rangeOf(node)))}\` is a footnote.`,
            why: 'Many bodies stand on one page, and their footnotes would get each other’s numbers.',
            fix: 'Cite the source where the sentence ends, or say it in the text.',
            example: BODY_COMPONENTS['Cite']?.example ?? '',
          });
        }
        break;
      case 'heading':
        checkHeading(node);
        break;
      case 'code':
        if (
          /^\s*(?:```|~~~)/.test(source.text.slice(...rangeOf(node))) &&
          !/\n[ \t>]*(?:```+|~~~+)[ \t]*$/.test(source.text.slice(...rangeOf(node)))
        ) {
          report(lineRange(source, rangeOf(node)[0]), {
            rule: 'unclosed-code',
            what: 'This line opens a block of program code that is never closed.',
            why: 'Everything after it would be shown as code.',
            fix: 'Delete the line, or close the block with the same three signs on a line of their own.',
            example: '',
          });
        } else if (!/^\s*(```|~~~)/.test(source.text.slice(...rangeOf(node)))) {
          report(lineRange(source, rangeOf(node)[0]), {
            rule: 'indented-text',
            severity: 'advice',
            what: 'This line begins with four spaces, so it is shown as program code.',
            why: 'Markdown takes indented text for code.',
            fix: 'Delete the spaces at the start of the line.',
            example: (node.value ?? '').split('\n')[0] ?? '',
          });
        }
        break;
      case 'text':
        reportInvisible(node.value ?? '', rangeOf(node));
        if (!isWhole) break;
        adviseLeftovers(
          source,
          rangeOf(node),
          ancestors.some(({type}) => type === 'link'),
          report,
        );
        // Where a tag could not be read, its words only look as if they had none.
        if (context.kind !== 'page' && !ancestors.some((ancestor) => ancestor.name === 'Quote'))
          adviseQuotationMarks(source, rangeOf(node), context, report);
        break;
    }
    if (!node.children) return;
    ancestors.push(node);
    for (const child of node.children) walk(child, ancestors);
    ancestors.pop();
  };

  let headingDepth = 1;
  const checkHeading = (node: TreeNode): void => {
    const written = source.text.slice(...rangeOf(node));
    const isUnderlined = /\n[ \t]*(?:-+|=+)[ \t]*$/.test(written);
    const depth = node.depth ?? 2;
    const isSkip = context.kind === 'page' && depth > headingDepth + 1;
    headingDepth = depth;
    if (context.kind === 'page' && depth > 1 && !isSkip) return;
    report(rangeOf(node), {
      rule: 'heading',
      what: isUnderlined
        ? `The line under \`${shown(plain(node, true))}\` makes a heading of it.`
        : `\`${shown(written)}\` is a heading${isSkip ? ' that skips a level' : ''}.`,
      why:
        context.kind !== 'page'
          ? 'The title is the entry’s only heading; more would break the order of the page for screen readers.'
          : isSkip
            ? 'Screen readers go from heading to heading, level by level.'
            : 'The page has its one first heading already.',
      fix: isUnderlined
        ? 'Delete the line, or leave an empty line above it.'
        : context.kind === 'page'
          ? isSkip
            ? 'Use one number sign more than the heading above.'
            : 'Start with two number signs.'
          : 'Make it the start of a paragraph.',
      example: isUnderlined ? shown(plain(node, true)) : context.kind === 'page' ? `## ${plain(node, true)}` : `**${plain(node, true)}**`,
    });
  };

  if (tree) walk(tree, []);

  const blocks = tree?.children ?? [];
  const first = blocks.find(
    (node) =>
      (node.type === 'paragraph' || (isElement(node) && bodyComponent(node.name)?.isBlock === false)) && plain(node, false).trim() !== '',
  );
  const tidy = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/ ([.,;:!?])(?=\s|$)/g, '$1')
      .trim();
  return {
    summary: first ? tidy(plain(first, false)) : '',
    text: tidy(blocks.map((node) => plain(node, true)).join(' ')),
    quotes,
    bigFigures,
    disagreements,
    links,
    linkPlaces,
    laters,
    usedActors,
    usedSources,
  };
}

/** What a body refers to by the names of its definitions. */
function referencesIn(tree: TreeNode | null): Readonly<Record<'links' | 'pictures' | 'footnotes', ReadonlySet<string>>> {
  const found = {links: new Set<string>(), pictures: new Set<string>(), footnotes: new Set<string>()};
  const look = (node: TreeNode): void => {
    if (node.type === 'linkReference') found.links.add(node.identifier ?? '');
    if (node.type === 'imageReference') found.pictures.add(node.identifier ?? '');
    if (node.type === 'footnoteReference') found.footnotes.add(node.identifier ?? '');
    node.children?.forEach(look);
  };
  if (tree) look(tree);
  return found;
}

const WHY_KNOWN = {
  actors: 'Readers are shown who that is.',
  sources: 'Readers are shown its headline, publisher and date.',
  events: 'The link would lead nowhere.',
  chapters: 'An event outside every chapter would not be told.',
  lanes: 'An event outside every lane would not be drawn.',
  measures: 'A number outside every measure would not be drawn.',
} as const;

/** Says that an id is not known, with the nearest that is. */
export function reportUnknownId(
  report: Report,
  range: Range,
  place: keyof typeof WHY_KNOWN,
  id: string,
  known: ReadonlySet<string>,
  where: string,
  exampleFor: (id: string) => string,
  meant: string | null = null,
): void {
  const tidied = idFromName(id.replace(/^.*\//, '').replace(/\.(?:mdx|ya?ml)$/i, ''));
  const near = meant ?? (known.has(tidied) ? tidied : nearestName(id, known));
  // Blanks at its ends would not show in the message.
  const blanks = id.trim() !== id ? ' with a blank beside it' : '';
  const singular = {actors: 'actor', sources: 'source', events: 'event', chapters: 'chapter', lanes: 'lane', measures: 'measure'}[place];
  const isInStory = place === 'lanes' || place === 'measures';
  const names = [...known].sort();
  const list = names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
  const ending = place === 'events' || place === 'chapters' ? 'mdx' : 'yaml';
  const add = isInStory
    ? `add it to \`${place}\` in story.yaml`
    : ID.test(id)
      ? `add the file ${place}/${id}.${ending}`
      : `add a file to ${place}/`;
  report(range, {
    rule: `unknown-${singular}`,
    what: `${where} names the ${singular} \`${shown(id)}\`${blanks}, which does not exist.`,
    why: WHY_KNOWN[place],
    fix: near
      ? `Did you mean \`${near}\`? Otherwise ${add}.`
      : `${add[0]?.toUpperCase()}${add.slice(1)}${names.length ? `, or use one that exists: ${list}` : ''}.`,
    example: exampleFor(near ?? names[0] ?? id),
  });
}

function isElement(node: TreeNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether a node's children are blocks, which need a space between them in plain text. */
function isBlockParent(node: TreeNode): boolean {
  return (node.children ?? []).some(({type}) =>
    ['paragraph', 'list', 'listItem', 'tableRow', 'tableCell', 'blockquote', 'mdxJsxFlowElement', 'heading'].includes(type),
  );
}

function isComment(code: string): boolean {
  return code.trim() !== '' && code.replace(/\/\*[^]*?\*\//g, '').trim() === '';
}

function elementsIn(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) => (isElement(child) ? [child] : child.type === 'paragraph' ? elementsIn(child) : []));
}

function textAttribute(node: TreeNode, name: string): string {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

function words(text: string): string[] {
  return [...new Set(text.trim().split(/\s+/).filter(Boolean))];
}

/** A date; what is not a date has been reported already. */
function quietDate(text: string): EdtfDate | null {
  try {
    return text === '' ? null : edtfFromText(text);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}
