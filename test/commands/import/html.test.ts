import {describe, expect, test} from 'vitest';
import {isHtml, plainFromHtml, readHtml, readMarkdown, safeAddress} from '../../../src/commands/import/html.ts';
import {mdxFromBlocks} from '../../../src/commands/import/prose.ts';

const mdx = (html: string) => mdxFromBlocks(readHtml(html).blocks);

describe('readHtml(text)', () => {
  test.each([
    ['a paragraph', '<p class="lead">One &amp; two.</p><p>Three.</p>', 'One \\& two.\n\nThree.'],
    ['text without tags, by its empty lines', 'One < two.\nStill one.\n\nTwo {x}.', 'One \\< two. Still one.\n\nTwo \\{x\\}.'],
    ['emphasis', '<b>One</b> and <em>two</em>', '**One** and *two*'],
    [
      'a link',
      '<a href="https://example.org/a_(b)?c=1&amp;d=2" onclick="steal()">Here</a>',
      '[Here](https://example.org/a\\_\\(b\\)?c=1\\&d=2)',
    ],
    ['a line break', 'One<br>two', 'One\\\ntwo'],
    ['a list', '<ul><li>One<li>Two <b>x</b></ul><ol><li>Three</ol>', '- One\n- Two **x**\n\n1. Three'],
    ['a heading', '<h2>One</h2>two', '**One**\n\ntwo'],
    ['a quotation', '<blockquote>One <cite>Two</cite></blockquote>', '> One *Two*'],
    ['a table', '<table><tr><th>a<th>b<tr><td>1<td>2</table>', 'a · b\n\n1 · 2'],
    ['a picture', '<img src="https://example.org/a.png" alt="A boot">', '[Picture: A boot](https://example.org/a.png)'],
    ['half a tag', 'One <p two <b', 'One'],
    ['code that hides', '<p>One<script>two</script><style>p{}</style></p>', 'One'],
  ])('reads %s', (_, html, written) => {
    expect(mdx(html)).toBe(written);
  });

  test('reports everything that a body may not contain', () => {
    const {changed, leftOut} = readHtml(
      '<script>x</script><!-- note --><a href="javascript:x()">One</a><img src="/a.png"><iframe src="https://example.org/"></iframe><a href="http://example.org/" title="Two">two</a><span data-url="https://example.org/b">b</span>',
    );
    expect(leftOut).toEqual([
      '<script>, which a body may not hold',
      'an HTML comment: note',
      'the address of “One”: javascript:x()',
      '<img>: /a.png',
      'title of <a>: Two',
      'dataUrl of <span>: https://example.org/b',
    ]);
    expect(changed).toEqual([
      '<iframe> became a link: https://example.org/',
      'http://example.org/ is linked to by https: check that it answers',
    ]);
  });
});

describe('readMarkdown(text)', () => {
  test('reads links, lists and pictures, and HTML inside', () => {
    const {blocks} = readMarkdown(
      'One [two](https://example.org/) <b>three</b>\n\n- [x] done\n- [ ] open\n\n![four](https://example.org/a.png)',
    );
    expect(mdxFromBlocks(blocks)).toBe(
      'One [two](https://example.org/) **three**\n\n- \\[x\\] done\n- \\[ \\] open\n\n[Picture: four](https://example.org/a.png)',
    );
  });
});

describe('plainFromHtml(text), isHtml(text)', () => {
  test('leave words alone that have no tag', () => {
    expect(plainFromHtml('1 < 2 & 3')).toBe('1 < 2 & 3');
    expect(isHtml('1 < 2 & 3')).toBe(false);
  });

  test('take tags and references away', () => {
    expect(plainFromHtml('Euclid&rsquo;s <i>Optica</i>')).toBe('Euclid’s Optica');
  });
});

describe('safeAddress(written)', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org/', 'https://example.org/'],
    ['//example.org/', null],
    ['javascript:alert(1)', null],
    ['mailto:a@example.org', null],
    ['/a.png', null],
    ['https://localhost/', null],
  ])('makes of %s %j', (written, address) => {
    expect(safeAddress(written).address).toBe(address);
  });
});
