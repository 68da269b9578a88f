import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readContent} from '../../src/reading/read-content.ts';
import {contentFolder, SMALL_STORY} from './content-folder.ts';

const STORY = readFileSync(join(SMALL_STORY, 'story.yaml'), 'utf8');

async function looksWith(story: string) {
  const {content, problems} = await readContent(contentFolder({'story.yaml': story}));
  return {
    looks: content?.story.states?.items.map(({look}) => look),
    problems: problems.map(({severity, rule, line, example}) => `${severity} ${rule} ${line} ${example}`),
  };
}

describe('a state without a look', () => {
  test.each([
    ['due', 'outline'],
    ['cancelled', 'hatched'],
    ['back', 'outline'],
    ['out', 'solid'],
  ])('that is written `state: %s` has the look %s, and its writer is advised to say so', async (word, look) => {
    const {looks, problems} = await looksWith(STORY.replace('look: outline', `state: ${word}`));
    expect(looks).toEqual([look, 'solid']);
    const line = STORY.split('\n').findIndex((text) => text.includes('look: outline')) + 1;
    expect(problems).toEqual([`advice state-by-look ${line} look: ${look}`]);
  });

  test('is refused where its word is another, or where it also names a look', async () => {
    expect((await looksWith(STORY.replace('look: outline', 'state: docked'))).problems.join()).toContain('error missing-field');
    expect((await looksWith(STORY.replace('look: outline', 'look: outline\n      state: due'))).problems.join()).toContain(
      'error unknown-field',
    );
  });
});
