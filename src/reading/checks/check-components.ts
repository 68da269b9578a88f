/** The rules of components: what may be between the tags, and where each component may be used. */
import {shown} from '../../problems/quoted.ts';
import type {Complaint} from '../../problems/problem.ts';
import {BODY_COMPONENTS, bodyComponent, QUOTE_MAX_WORDS} from '../../schema/body-components.ts';
import type {BodyComponent} from '../../schema/body-components.ts';
import type {BodyContext} from '../body-reading.ts';
import {wordsOf} from '../body-words.ts';
import {isElement, textAttribute} from '../mdx-tree.ts';
import type {TreeNode} from '../mdx-tree.ts';
import {reportUnknownElement} from '../unknown-element.ts';
import type {BodyCheck} from './body-check.ts';
import {checkAttributes} from './check-attributes.ts';
import {checkDisagreement} from './check-disagreement.ts';

/** A component at its place in the text. */
interface Standing {
  readonly node: TreeNode;
  readonly name: string;
  readonly component: BodyComponent;
  readonly ancestors: readonly TreeNode[];
  readonly context: BodyContext;
  readonly hasInside: boolean;
  /** What it says in plain words. */
  readonly words: string;
}

/** What is wrong with a component there; null where nothing is. */
type Rule = (standing: Standing) => Complaint | null;

/** Reports what is wrong with one element; its children are looked at by themselves. */
export function checkElement(node: TreeNode, ancestors: readonly TreeNode[], check: BodyCheck): void {
  const {body, context, report} = check;
  const name = node.name ?? '';
  const component = bodyComponent(name);
  if (!component) {
    reportUnknownElement(report, body.tagRange(node), name, body.textOf(node));
    return;
  }
  checkAttributes(node, component, check);
  const standing: Standing = {
    node,
    name,
    component,
    ancestors,
    context,
    hasInside: (node.children ?? []).some((child) => child.type !== 'text' || (child.value ?? '').trim() !== ''),
    words: wordsOf(node, context.actorName).trim(),
  };
  for (const rule of [...RULES, ...(OWN_RULES[name] ?? [])]) {
    const complaint = rule(standing);
    if (complaint) report(body.tagRange(node), complaint);
  }
  if (name === 'Disagreement') checkDisagreement(node, check);
}

const somethingInside: Rule = ({name, component, hasInside}) =>
  component.inside !== 'required' || hasInside
    ? null
    : {
        rule: 'empty-component',
        what: `There is nothing between the tags of <${name}>.`,
        why: component.description,
        fix: name === 'Disagreement' ? 'Write at least two <Position> inside it.' : 'Write the words between the two tags.',
        example: component.example,
      };

const nothingInside: Rule = ({name, component, hasInside}) =>
  component.inside !== 'none' || !hasInside
    ? null
    : {
        rule: 'stray-inside',
        what: `<${name}> has something between its tags, which would not be shown.`,
        why: component.description,
        fix: 'Move the words out and close the tag in itself with `/>`.',
        example: component.example,
      };

const onItsOwnLine: Rule = ({name, node, component}) =>
  !component.isBlock || node.type !== 'mdxJsxTextElement'
    ? null
    : {
        rule: 'not-on-own-line',
        what: `<${name}> is inside a line of text.`,
        why: 'It is shown beside the text, not in it.',
        fix: 'Put it on a line of its own, with an empty line before and after.',
        example: component.example,
      };

const withinAParagraph: Rule = ({name, node, component}) =>
  component.isBlock ||
  name === 'Later' ||
  !(node.children ?? []).some(({type}) => type === 'paragraph' || type === 'list' || type === 'blockquote')
    ? null
    : {
        rule: 'tag-across-paragraphs',
        what: `<${name}> contains whole paragraphs.`,
        why: 'A tag inside a sentence belongs to that paragraph.',
        fix: 'Write both tags and the words between them on one line.',
        example: component.example,
      };

const RULES: readonly Rule[] = [somethingInside, nothingInside, onItsOwnLine, withinAParagraph];

/** Where an event alone can show a component. */
const onlyInEvents =
  (why: string): Rule =>
  ({name, context}) =>
    context.kind === 'event'
      ? null
      : {
          rule: 'component-not-here',
          what: `<${name}> can only be in an event.`,
          why,
          fix: 'Move it to the event it is about, or say it in words.',
          example: '',
        };

const outsideOthers: Rule = ({name, node, component, ancestors}) => {
  const outer = ancestors.findLast(isElement);
  if (!outer || node.type !== 'mdxJsxFlowElement') return null;
  return {
    rule: 'component-not-here',
    what: `<${name}> is inside <${outer.name}>.`,
    why: 'It is shown beside the text, not in it.',
    fix: `Put it on lines of its own, outside <${outer.name}>.`,
    example: component.example,
  };
};

/** A component that shows a link cannot be inside another link. */
const outsideLinks: Rule = ({name, component, ancestors}) => {
  const outer = ancestors.findLast((ancestor) => ancestor.type === 'link' || ancestor.name === 'EventLink');
  if (!outer) return null;
  return {
    rule: 'link-in-link',
    what: `<${name}> is inside ${outer.type === 'link' ? 'a link' : '<EventLink>'}.`,
    why:
      name === 'EventLink'
        ? 'A link inside a link cannot be pressed.'
        : 'Its source’s number is a link, and a link inside a link cannot be pressed.',
    fix: 'Close the one before the other begins.',
    example: component.example,
  };
};

const outsideItself =
  (why: string): Rule =>
  ({name, component, ancestors}) =>
    !ancestors.some((ancestor) => ancestor.name === name)
      ? null
      : {
          rule: `${name.toLowerCase()}-in-${name.toLowerCase()}`,
          what: `A <${name}> is inside another <${name}>.`,
          why,
          fix: 'Close the first before the second begins.',
          example: component.example,
        };

const besideAnother: Rule = ({ancestors}) =>
  ancestors.at(-1)?.name === 'Disagreement'
    ? null
    : {
        rule: 'position-alone',
        what: '<Position> is outside a <Disagreement>.',
        why: 'A version means something only beside another one.',
        fix: 'Put it between <Disagreement question="…"> and </Disagreement>.',
        example: BODY_COMPONENTS.Disagreement.example,
      };

const shortQuotation: Rule = ({words, component}) => {
  const count = words.replace(/^“|”$/g, '').split(/\s+/).filter(Boolean).length;
  if (count <= QUOTE_MAX_WORDS) return null;
  return {
    rule: 'quote-too-long',
    what: `This <Quote> has ${count} words; at most ${QUOTE_MAX_WORDS} may be quoted.`,
    why: 'A short quotation is fair use; a long one replaces the source.',
    fix: 'Quote the words that matter and put the rest in your own words.',
    example: component.example,
  };
};

const noMarksOfItsOwn: Rule = ({words, hasInside, component}) =>
  !hasInside || !/^“\s*["“”‘«]|["“”»]\s*”$/.test(words)
    ? null
    : {
        rule: 'marks-in-quote',
        what: `The words in <Quote> begin or end with a quotation mark: ${shown(words.slice(1, -1))}`,
        why: 'The component adds the marks, so readers would see them twice.',
        fix: 'Delete the marks inside the tags.',
        example: component.example,
      };

const leadsElsewhere: Rule = ({node, context}) =>
  context.kind !== 'event' || textAttribute(node, 'id') !== context.id
    ? null
    : {
        rule: 'link-to-itself',
        what: '<EventLink> leads to the event it is in.',
        why: 'Readers would press it and stay where they are.',
        fix: 'Remove the link, or name the event that is meant.',
        example: '',
      };

/** What holds for one component alone. */
const OWN_RULES: Readonly<Record<string, readonly Rule[]>> = {
  Quote: [shortQuotation, noMarksOfItsOwn, outsideItself('Readers could not tell who is quoted.'), outsideLinks],
  Cite: [outsideLinks],
  EventLink: [outsideLinks, leadsElsewhere],
  BigFigure: [onlyInEvents('It is shown beside its event.'), outsideOthers],
  Disagreement: [onlyInEvents('It is shown beside its event on the timeline.'), outsideOthers],
  Position: [besideAnother],
  Later: [outsideLinks, outsideItself('Only one day can say when the words became known.')],
};
