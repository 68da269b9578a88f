import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {mdxFromBlocks, paragraph, plainTextOfBlocks} from '../../../src/commands/import/prose.ts';
import type {Block, Inline} from '../../../src/commands/import/prose.ts';
import {sourceText} from '../../../src/problems/source-text.ts';
import {readBody} from '../../../src/reading/read-body.ts';

const text = (words: string): Inline => ({kind: 'text', text: words});

/** What the content check makes of a body: its words, and what it complains of. */
function readBack(mdx: string) {
  const complaints: string[] = [];
  const none = new Set<string>();
  const {text: words} = readBody(
    sourceText('a.mdx', mdx),
    [0, mdx.length],
    {
      kind: 'event',
      id: 'a',
      exampleActor: 'b',
      exampleSource: 'c',
      actors: none,
      sources: none,
      events: none,
      actorName: (id) => id,
      hasPicture: () => false,
    },
    (_range, {what, severity}) => {
      if (severity !== 'advice') complaints.push(what);
    },
  );
  return {words: words.replaceAll('\u2060', ''), complaints};
}

const words = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: fc.constantFrom(...' *_`~[](){}<>\\!#+-=|&;:@./1.ab“”"$^import export https://e.org www.'.split('')), maxLength: 60}),
);
const inline = fc.letrec<{inline: Inline}>((tie) => ({
  inline: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    words.map(text),
    fc.constant<Inline>({kind: 'break'}),
    fc.record({
      kind: fc.constantFrom('strong' as const, 'emphasis' as const),
      inside: fc.array(tie('inline'), {minLength: 1, maxLength: 3}),
    }),
    fc.record({
      kind: fc.constant('link' as const),
      address: fc.webUrl({validSchemes: ['https'], withQueryParameters: true, withFragments: true}),
      inside: fc.array(words.map(text), {minLength: 1, maxLength: 2}),
    }),
  ),
})).inline;
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({kind: fc.constantFrom('paragraph' as const, 'quotation' as const), inside: fc.array(inline, {minLength: 1, maxLength: 4})}),
  fc.record({
    kind: fc.constant('list' as const),
    isOrdered: fc.boolean(),
    items: fc.array(fc.array(inline, {minLength: 1, maxLength: 2}), {minLength: 1, maxLength: 3}),
  }),
);
/** Blocks as the readers hand them over: each has some text. */
const blocks = fc.array(block, {minLength: 1, maxLength: 3}).map((list) =>
  list.flatMap((one): Block[] => {
    if (one.kind !== 'list') return plainTextOfBlocks([one]) === '' ? [] : [one];
    const items = one.items.filter((item) => plainTextOfBlocks([{kind: 'paragraph', inside: item}]) !== '');
    return items.length === 0 ? [] : [{...one, items}];
  }),
);

describe('mdxFromBlocks(blocks, ending)', () => {
  test.each<[string, Block[], string]>([
    ['signs that mean something', [paragraph('1. <b> {x} *y* & “z”')], '1\\. \\<b\\> \\{x\\} \\*y\\* \\& “z”'],
    ['a line that would be program code', [paragraph('import what you can')], '&#105;mport what you can'],
    ['an address', [paragraph('See https://example.org/a_b.')], 'See [https\u2060://example.org/a\\_b](https://example.org/a\\_b).'],
    [
      'an address that may not be linked to',
      [paragraph('See http://example.org or a@example.org.')],
      'See http\u2060://example.org or a\u2060@example.org.',
    ],
    ['a line end', [{kind: 'paragraph', inside: [text('one'), {kind: 'break'}, text('- two')]}], 'one\\\n\\- two'],
    [
      'emphasis, with spaces outside it',
      [{kind: 'paragraph', inside: [text('a'), {kind: 'strong', inside: [text(' b ')]}, text('c')]}],
      'a **b** c',
    ],
    [
      'emphasis that would be misread',
      [{kind: 'paragraph', inside: [text('a'), {kind: 'strong', inside: [text('“b”')]}, text('c')]}],
      'a“b”c',
    ],
    ['a list', [{kind: 'list', isOrdered: true, items: [[text('one')], [text('two')]]}], '1. one\n2. two'],
    ['a quotation', [{kind: 'quotation', inside: [text('one'), {kind: 'break'}, text('two')]}], '> one\\\n> two'],
  ])('writes %s', (_, given, mdx) => {
    expect(mdxFromBlocks(given)).toBe(mdx);
  });

  test('ends every block as asked', () => {
    expect(
      mdxFromBlocks([paragraph('One.'), {kind: 'list', isOrdered: false, items: [[text('a')], [text('b')]]}], '<Cite source="x" />'),
    ).toBe('One.<Cite source="x" />\n\n- a\n- b<Cite source="x" />');
  });

  test('gives a body that passes the check and says the same words, whatever they are', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const {words: read, complaints} = readBack(mdxFromBlocks(given));
        expect(complaints).toEqual([]);
        const tidy = (written: string) =>
          written
            .replaceAll('\u2060', '')
            .replace(/\s+/g, ' ')
            .replace(/ ([.,;:!?])(?=\s|$)/g, '$1')
            .trim();
        expect(tidy(read)).toBe(tidy(plainTextOfBlocks(given)));
      }),
      {numRuns: 1000},
    );
  });
});
