import {describe, expect, test} from 'vitest';
import {meanwhile} from '../../src/preview/meanwhile.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {contentFolder, eventText} from '../reading/content-folder.ts';

/** What is said of the first problem of a small story of which some files are changed. */
async function saidOf(files: Readonly<Record<string, string | null>>): Promise<string> {
  const reading = await readContent(contentFolder(files));
  return meanwhile(reading.problems[0]!, reading);
}

describe('meanwhile(problem, reading)', () => {
  test('says that an event alone is left out', async () => {
    expect(await saidOf({'events/crew-walks.mdx': eventText({lane: 'crews'})})).toBe(
      'The other 9 files are fine. This event is left out until it is fixed.',
    );
  });

  test('says how many entries a source takes with it', async () => {
    expect(await saidOf({'sources/post-1969-07-21.yaml': 'headline: ['})).toBe(
      'The other 8 files are fine. This source is left out until it is fixed, and so are the 2 entries that refer to it.',
    );
  });

  test('says of a file that nobody reads that nothing in it is shown', async () => {
    expect(await saidOf({'events/crew-walks.md': 'Words.'})).toBe('The other 9 files are fine. Nothing in this one is shown.');
  });

  test('says of a story that cannot be read that nothing is shown', async () => {
    expect(await saidOf({'story.yaml': 'title: ['})).toBe('No page can be shown.');
  });

  test('says of advice that nothing is left out', async () => {
    expect(await saidOf({'events/crew-walks.mdx': eventText({}, '')})).toBe('The entry is shown as it is.');
  });
});
