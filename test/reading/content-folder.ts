import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {onTestFinished} from 'vitest';

/** A content folder without a problem: two events, two chapters, two sources, two actors. */
export const SMALL_STORY = 'test/fixtures/small-story';

/**
 * A copy of the small story, with some of its files changed, for as long as one test runs.
 *
 * @param files - Text or bytes by path from the content folder; null deletes the file.
 * @returns The folder's path; its name is `content`.
 */
export function contentFolder(files: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const parent = mkdtempSync(join(tmpdir(), 'story-'));
  onTestFinished(() => rmSync(parent, {recursive: true}));
  const folder = join(parent, 'content');
  cpSync(SMALL_STORY, folder, {recursive: true});
  changeFiles(folder, files);
  return folder;
}

export function changeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(folder, path));
    else {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), text);
    }
  }
}

/** An event without a problem; `changes` replace its fields, an empty text deletes one. */
export function eventText(
  changes: Readonly<Record<string, string>> = {},
  body = 'Two people step out.<Cite source="times-1969-07-21" />',
): string {
  const fields: Record<string, string> = {
    title: 'The crew walks outside',
    label: 'Crew walks',
    date: '"1969-07-21"',
    lane: 'crew',
    chapter: 'walk',
    weight: 'standard',
    status: 'confirmed',
    sources: '\n  - id: times-1969-07-21\n    supports: the day and the words',
    ...changes,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}
