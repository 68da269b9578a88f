import {describe, expect, test} from 'vitest';
import {sourceNumber, sourcesByKind} from '../../src/components/lookup.ts';
import type {Content} from '../../src/schema/content.ts';

const SOURCES = [{id: 'a', kind: 'article'}, {id: 'b', kind: 'article'}, {id: 'c', kind: 'consulted'}] as unknown as Content['sources'];

describe('sourcesByKind(sources)', () => {
  test('parts the articles from the consulted reports, each in their order', () => {
    const {articles, consulted} = sourcesByKind(SOURCES);
    expect(articles.map(({id}) => id)).toEqual(['a', 'b']);
    expect(consulted.map(({id}) => id)).toEqual(['c']);
  });
});

describe('sourceNumber(sources, id)', () => {
  test('counts on from the articles', () => {
    expect(SOURCES.map(({id}) => sourceNumber(SOURCES, id))).toEqual([1, 2, 3]);
  });

  test('throws for a source that is not there', () => {
    expect(() => sourceNumber(SOURCES, 'd')).toThrow('no entry has the id d');
  });
});
