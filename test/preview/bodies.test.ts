import {describe, expect, test} from 'vitest';
import {bodiesPlugin} from '../../src/preview/bodies.ts';
import {bodyAddress} from '../../src/story/body-address.ts';

/** What the preview compiles for an address. */
function loaded(address: string): unknown {
  const {load} = bodiesPlugin();
  if (typeof load !== 'object') throw new Error('the plugin must load by a filter');
  const {filter, handler} = load as unknown as {filter: {id: RegExp}; handler: (id: string) => unknown};
  return filter.id.test(address) ? handler(address) : null;
}

describe('bodyAddress(folder, file, body), bodiesPlugin()', () => {
  test.each(['One sentence.', '---\n\nA rule first.', '“é” 🎬 {/* note */}', ''])(
    'bring %j back unchanged, below fields of its own',
    (body) => {
      expect(loaded(bodyAddress('/site/content', 'events/walk.mdx', body))).toBe(`---\n---\n${body}`);
    },
  );

  test('name the file beside which pictures are looked for, and end as MDX', () => {
    expect(bodyAddress('/site/content', 'events/walk.mdx', 'A')).toMatch(/^\/site\/content\/events\/walk\.mdx\?text=QQ\.mdx$/);
  });

  test('leave the file itself alone', () => {
    expect(loaded('/content/events/walk.mdx')).toBeNull();
  });
});
