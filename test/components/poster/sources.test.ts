import {describe, expect, test} from 'vitest';
import {posterSources} from '../../../src/components/poster/sources.ts';
import type {Content} from '../../../src/schema/content.ts';

type Some = Pick<Content, 'sources' | 'events'>;

/** Five sources; event `x` rests on b and d, `y` on d, `z` on e. */
const CONTENT = {
  sources: ['a', 'b', 'c', 'd', 'e'].map((id) => ({id})),
  events: [
    {id: 'x', sources: [{id: 'b'}, {id: 'd'}]},
    {id: 'y', sources: [{id: 'd'}]},
    {id: 'z', sources: [{id: 'e'}]},
  ],
} as unknown as Some;

const idsOf = (shown: string[], numbered: string[], most: number) =>
  posterSources(CONTENT, new Set(shown), new Set(numbered), most).map(({id}) => id);

describe('posterSources(content, shown, numbered, most)', () => {
  test('names them all where there is room', () => {
    expect(idsOf([], [], 5)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('prefers those that most of the shown events rest on, in the order of the site', () => {
    expect(idsOf(['x', 'y'], [], 2)).toEqual(['b', 'd']);
    expect(idsOf(['x', 'y'], [], 1)).toEqual(['d']);
  });

  test('always names those that are numbered on the sheet', () => {
    expect(idsOf(['x', 'y'], ['c', 'e'], 3)).toEqual(['c', 'd', 'e']);
  });
});
