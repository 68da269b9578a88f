import {describe, expect, test} from 'vitest';
import {latestReading} from '../../src/reading/latest-reading.ts';
import {changeFiles, contentFolder, eventText} from './content-folder.ts';

describe('latestReading(folder)', () => {
  test('is the same value until a file changes', async () => {
    const folder = contentFolder();
    const first = await latestReading(folder);
    expect(await latestReading(folder)).toBe(first);
  });

  test('sees a file come, change and go', async () => {
    const folder = contentFolder();
    const titles = async () => (await latestReading(folder)).content!.events.map(({title}) => title);
    const before = await titles();
    changeFiles(folder, {'events/walking.mdx': eventText()});
    expect(await titles()).toEqual([...before, 'The crew walks outside']);
    changeFiles(folder, {'events/walking.mdx': eventText({title: 'The crew walks'})});
    expect(await titles()).toEqual([...before, 'The crew walks']);
    changeFiles(folder, {'events/walking.mdx': null});
    expect(await titles()).toEqual(before);
  });

  test('says what is wrong with a folder that is not there', async () => {
    const {content, problems} = await latestReading('test/fixtures/no-such-story');
    expect([content, problems.map(({rule}) => rule)]).toEqual([null, ['no-content']]);
  });
});
