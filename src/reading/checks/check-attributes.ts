/** The attributes of a component: names, values, and the ids and dates they hold. */
import {nearestName} from '../../problems/nearest.ts';
import {invisibleComplaint} from '../../problems/invisible-complaint.ts';
import type {Range} from '../../problems/source-text.ts';
import {idsIn} from '../../schema/body-components.ts';
import type {Attribute, AttributeKind, BodyComponent} from '../../schema/body-components.ts';
import {DateError, edtfFromText} from '../../schema/dates.ts';
import type {TreeNode} from '../mdx-tree.ts';
import {BODY_WHY, escaped} from '../unknown-element.ts';
import type {BodyCheck} from './body-check.ts';
import {reportUnknownId} from './unknown-id.ts';

type WrittenAttribute = NonNullable<TreeNode['attributes']>[number];

/** Reports what is wrong with each attribute of an element, and which are missing. */
export function checkAttributes(node: TreeNode, component: BodyComponent, check: BodyCheck): void {
  const {body, report} = check;
  const seen = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
      report(body.tagRange(node), {
        rule: 'expression',
        what: `<${node.name}> holds \`{…}\`, which is program code.`,
        why: BODY_WHY,
        fix: 'Write each attribute as `name="value"`.',
        example: component.example,
      });
    } else if (seen.has(attribute.name)) {
      report(body.attributeRange(node, attribute.name), {
        rule: 'duplicate-attribute',
        what: `<${node.name}> has \`${attribute.name}\` twice.`,
        why: 'Only one of them could be used, without saying which.',
        fix: 'Keep one; for more than one id, separate them by spaces where the attribute allows it.',
        example: component.example,
      });
    } else {
      seen.add(attribute.name);
      checkAttribute(node, component, attribute.name, attribute, check);
    }
  }
  reportMissing(node, component, seen, check);
}

function reportMissing(node: TreeNode, component: BodyComponent, seen: ReadonlySet<string>, {body, report}: BodyCheck): void {
  // An expression may have been meant to give it; that has been reported.
  if (node.attributes?.some(({type}) => type !== 'mdxJsxAttribute')) return;
  for (const [name, {isRequired, description}] of Object.entries(component.attributes)) {
    if (!isRequired || seen.has(name)) continue;
    const isMisspelt = node.attributes?.some(
      (other) => nearestName(other.name ?? '', [name]) && !Object.hasOwn(component.attributes, other.name ?? ''),
    );
    if (isMisspelt) continue;
    report(body.tagRange(node), {
      rule: 'missing-attribute',
      what: `<${node.name}> has no \`${name}\`.`,
      why: description,
      fix: `Add \`${name}="…"\`.`,
      example: component.example,
    });
  }
}

function checkAttribute(node: TreeNode, component: BodyComponent, name: string, {value}: WrittenAttribute, check: BodyCheck): void {
  const {body, report} = check;
  const expected = Object.hasOwn(component.attributes, name) ? component.attributes[name] : undefined;
  if (!expected) {
    reportUnknownAttribute(node, component, name, check);
  } else if (typeof value !== 'string') {
    const isEmpty = value === null;
    report(body.attributeRange(node, name), {
      rule: isEmpty ? 'empty-attribute' : 'expression',
      what: isEmpty
        ? `\`${name}\` of <${node.name}> has no value.`
        : `\`${name}\` of <${node.name}> is in braces, which contain program code.`,
      why: isEmpty ? expected.description : BODY_WHY,
      fix: 'Write the value in double quotes.',
      example: isEmpty
        ? component.example
        : body
            .tagOf(node)
            .replace(/=\{\s*["'`]([^"'`{}]*)["'`]\s*\}/g, '="$1"')
            .replace(/=\{[^}]*\}/g, '="…"'),
    });
  } else {
    const invisible = invisibleComplaint(body.source, value, body.attributeRange(node, name));
    if (invisible) report(invisible.range, invisible.complaint);
    else checkValue(node, component, {name, expected, value}, check);
  }
}

function reportUnknownAttribute(node: TreeNode, component: BodyComponent, name: string, {body, report}: BodyCheck): void {
  const near = nearestName(name, Object.keys(component.attributes));
  const names = Object.keys(component.attributes)
    .map((known) => `\`${known}\``)
    .join(', ');
  const range = body.attributeRange(node, name);
  const [from, to] = body.tagRange(node);
  report(range, {
    rule: 'unknown-attribute',
    what: `<${node.name}> has no attribute \`${name}\`.`,
    why: 'It would be silently ignored.',
    fix: near ? `Did you mean \`${near}\`?` : `Delete it; <${node.name}> takes ${names}.`,
    example: near
      ? body.tagOf(node).replace(new RegExp(`(\\s)${escaped(name)}(?=[\\s=/>])`), `$1${near}`)
      : body.source.text.slice(from, range[0]).trimEnd() + body.source.text.slice(range[1], to),
  });
}

interface TextAttribute {
  readonly name: string;
  readonly expected: Attribute;
  readonly value: string;
}

const PLACES: Readonly<Partial<Record<AttributeKind, 'actors' | 'sources' | 'events'>>> = {
  actor: 'actors',
  actors: 'actors',
  source: 'sources',
  sources: 'sources',
  event: 'events',
};

function checkValue(node: TreeNode, component: BodyComponent, attribute: TextAttribute, check: BodyCheck): void {
  const {body, report} = check;
  const {name, expected, value} = attribute;
  const range = body.attributeRange(node, name);
  if (value.trim() === '') {
    report(range, {
      rule: 'empty-attribute',
      what: `\`${name}\` of <${node.name}> is empty.`,
      why: expected.description,
      fix: expected.isRequired ? 'Write a value between the quotes.' : 'Write a value between the quotes, or leave the attribute out.',
      example: component.example,
    });
    return;
  }
  if (expected.max !== undefined && value.length > expected.max) {
    report(range, {
      rule: 'attribute-too-long',
      what: `\`${name}\` of <${node.name}> has ${value.length} characters; at most ${expected.max} fit.`,
      why: 'It is set in large type, in little room.',
      fix: `Shorten it by ${value.length - expected.max}.`,
      example: `${name}="${value.slice(0, expected.max).replace(/\s+\S*$/, '')}"`,
    });
  }
  if (expected.kind === 'date') checkDate(node, attribute, range, check);
  const place = PLACES[expected.kind];
  if (place !== undefined) checkIds(node, attribute, place, range, check);
}

function checkDate(node: TreeNode, {name, value}: TextAttribute, range: Range, {body, report}: BodyCheck): void {
  try {
    edtfFromText(value);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    report(range, {
      rule: error.rule,
      what: `\`${name}\` of <${node.name}>: ${error.what}`,
      why: error.why,
      fix: error.fix,
      example: body.tagOf(node).replace(`"${value}"`, `"${error.suggestion}"`),
    });
  }
}

function checkIds(
  node: TreeNode,
  {name, expected, value}: TextAttribute,
  place: 'actors' | 'sources' | 'events',
  range: Range,
  {body, context, report}: BodyCheck,
): void {
  const isMany = expected.kind === 'actors' || expected.kind === 'sources';
  const seen = new Set<string>();
  for (const id of isMany ? value.trim().split(/\s+/) : [value]) {
    if (seen.has(id)) {
      report(range, {
        rule: 'duplicate-item',
        what: `\`${name}\` names \`${id}\` twice.`,
        why: 'It would be shown twice.',
        fix: 'Delete one of the two.',
        example: `${name}="${idsIn(value).join(' ')}"`,
      });
    }
    seen.add(id);
    if (context[place].has(id)) continue;
    const several = isMany ? [] : id.split(/[\s,;]+/).filter(Boolean);
    if (several.length > 1 && several.every((one) => context[place].has(one))) {
      report(range, {
        rule: 'one-id-only',
        what: `\`${name}\` of <${node.name}> names ${several.length} ${place}, but takes one.`,
        why: expected.description,
        fix: node.name === 'Cite' ? 'Write one <Cite> for each source, one after the other.' : 'Keep the one that carries it.',
        example:
          node.name === 'Cite'
            ? several.map((one) => `<Cite source="${one}" />`).join('')
            : body.tagOf(node).replace(value, several[0] ?? ''),
      });
      continue;
    }
    const withKnown = (known: string) => (isMany ? value.split(/(\s+)/).map((part) => (part === id ? known : part)) : [known]).join('');
    reportUnknownId(report, range, {
      place,
      id,
      known: context[place],
      where: `\`${name}\` of <${node.name}>`,
      exampleFor: (known) => body.tagOf(node).replace(value, withKnown(known)),
    });
  }
}
