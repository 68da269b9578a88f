/** The versions of a disagreement: at least two, at most three, and nothing else between its tags. */
import {shown} from '../../problems/quoted.ts';
import {BODY_COMPONENTS} from '../../schema/body-components.ts';
import {positionsIn} from '../body-facts.ts';
import {wordsOf} from '../body-words.ts';
import {elementsIn, isElement, textAttribute} from '../mdx-tree.ts';
import type {TreeNode} from '../mdx-tree.ts';
import type {BodyCheck} from './body-check.ts';

/** Versions of a disagreement, side by side. */
const MAX_POSITIONS = 3;

export function checkDisagreement(node: TreeNode, check: BodyCheck): void {
  const {body, report} = check;
  const positions = positionsIn(node);
  reportStrays(node, positions, check);
  if (positions.length > MAX_POSITIONS) {
    report(body.tagRange(node), {
      rule: 'many-positions',
      what: `This <Disagreement> has ${positions.length} versions; ${MAX_POSITIONS} fit side by side.`,
      why: 'Readers should be able to compare them at a glance.',
      fix: 'Merge versions that say the same, or put the rest in the text.',
      example: '',
    });
  }
  adviseSameVersions(positions, check);
  if (positions.length < 2 && elementsIn(node).length > 0) {
    report(body.tagRange(node), {
      rule: 'one-position',
      what: positions.length === 1 ? 'This <Disagreement> has one version only.' : 'This <Disagreement> has no version.',
      why: 'Readers should have at least two to weigh.',
      fix: 'Add a <Position> for each version, or say it in the text instead.',
      example: BODY_COMPONENTS.Disagreement.example,
    });
  }
}

/** Words and components that belong to no version. */
function reportStrays(node: TreeNode, positions: readonly TreeNode[], {body, context, report}: BodyCheck): void {
  for (const child of node.children ?? []) {
    const stray = isElement(child) ? (child.name === 'Position' ? '' : `<${child.name}>`) : wordsOf(child, context.actorName).trim();
    if (stray === '' || positions.some((position) => child.children?.includes(position))) continue;
    report(body.rangeOf(child), {
      rule: 'stray-inside',
      what: `\`${shown(stray)}\` is in a <Disagreement>, but in none of its versions.`,
      why: 'Only the versions are shown.',
      fix: 'Put the words between the tags of a <Position>, or before the <Disagreement>.',
      example: BODY_COMPONENTS.Disagreement.example,
    });
  }
}

function adviseSameVersions(positions: readonly TreeNode[], {body, report}: BodyCheck): void {
  const said = new Set<string>();
  for (const position of positions) {
    const says = textAttribute(position, 'says');
    const bare = says.trim().toLowerCase();
    if (bare !== '' && said.has(bare)) {
      report(body.attributeRange(position, 'says'), {
        rule: 'same-version',
        severity: 'advice',
        what: `Two versions say the same: ${shown(says)}`,
        why: 'If all say the same, nobody disagrees.',
        fix: 'Make one <Position> of them, with both in `by` and `source`.',
        example: `<Position says="${says}" by="one other" source="one other" />`,
      });
    }
    said.add(bare);
  }
}
