import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {readContent} from '../../src/reading/read-content.ts';
import {inventedTimeline, writeInventedStory} from './invented-story.ts';

describe('inventedTimeline(count)', () => {
  test('is the same each time, with every event inside the story', () => {
    const timeline = inventedTimeline(300);
    expect(inventedTimeline(300)).toEqual(timeline);
    const {extent, events} = timeline;
    expect(new Set(events.map(({id}) => id)).size).toBe(300);
    expect(events.filter(({knownMs}) => knownMs < extent.fromMs || knownMs >= extent.toMs)).toEqual([]);
  });
});

describe('writeInventedStory(folder, count)', () => {
  test('writes a content folder without a problem', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'invented-'));
    onTestFinished(() => rmSync(folder, {recursive: true}));
    writeInventedStory(folder, 40);
    const {content, problems} = await readContent(folder);
    expect(problems).toEqual([]);
    expect(content!.events).toHaveLength(40);
  });
});
