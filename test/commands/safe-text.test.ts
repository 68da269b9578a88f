import {describe, expect, test} from 'vitest';
import {mdxText, oneLine, yamlText} from '../../src/commands/safe-text.ts';

describe('oneLine(text)', () => {
  test('leaves out invisible characters, and half a character', () => {
    expect(oneLine(' a\u0000b\n\tc\u2028d\u202ee\u200b\ud83d ')).toBe('a b c de');
  });
});

describe('yamlText(text)', () => {
  test.each([
    ['Eagle lands, at last', 'Eagle lands, at last'],
    ['Moon: day one', '"Moon: day one"'],
    ['Say “no”', '"Say “no”"'],
    ['true', '"true"'],
    ['1969', '"1969"'],
    ['story #1', '"story #1"'],
    ['קול', 'קול'],
  ])('writes %s as %s', (text, yaml) => {
    expect(yamlText(text)).toBe(yaml);
  });
});

describe('mdxText(text)', () => {
  test.each([
    ['<b> & {x}', '\\<b\\> \\& \\{x\\}'],
    ['- one', '\\- one'],
    ['1. one', '1\\. one'],
    ['export stops', 'Export stops'],
    ['see http://example.org', 'see http\u2060://example.org'],
    ['www.example.org', 'www\u2060.example.org'],
    ['a@example.org', 'a\u2060@example.org'],
    ['# one', '\\# one'],
  ])('writes %s as %s', (text, mdx) => {
    expect(mdxText(text)).toBe(mdx);
  });
});
