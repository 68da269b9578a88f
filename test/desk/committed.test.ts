import {execFileSync} from 'node:child_process';
import {dirname} from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {blobsFromBatch, committedContent, uncommittedFiles} from '../../src/desk/committed.ts';
import {earlierVersion} from '../../src/desk/earlier.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {changeFiles, contentFolder, eventText} from '../reading/content-folder.ts';

/** A content folder in a repository of its own, all of it committed. */
function committedFolder(): string {
  const folder = contentFolder({'events/crew-walks.mdx': eventText()});
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dirname(folder), '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {stdio: 'pipe'});
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'content: a small story');
  return folder;
}

async function earlierOf(folder: string, id: string) {
  const {content} = await readContent(folder);
  return earlierVersion(
    content!.events.find((event) => event.id === id)!,
    folder,
  );
}

describe('committedContent(folder)', () => {
  test('reads the last commit, whatever has been written since', async () => {
    const folder = committedFolder();
    changeFiles(folder, {'events/crew-walks.mdx': eventText({title: 'Changed'}), 'story.yaml': null});
    const committed = await committedContent(folder);
    if (committed.kind !== 'read') throw new Error(committed.why);
    expect(committed.commit).toMatch(/^[0-9a-f]{4,}$/);
    expect(committed.reading.content?.events.map(({title}) => title)).toContain('The crew walks outside');
    expect(committed.texts.get('events/crew-walks.mdx')).toBe(eventText());
  });

  test('says that a folder is in no repository', async () => {
    const folder = contentFolder();
    vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(dirname(folder)));
    expect(await committedContent(folder)).toEqual({
      kind: 'none',
      why: 'content is not in a git repository, so there is no earlier version to compare with.',
    });
    vi.unstubAllEnvs();
  });

  test('says that nothing has been committed yet', async () => {
    const folder = contentFolder();
    execFileSync('git', ['init', '--quiet', dirname(folder)]);
    expect(await committedContent(folder)).toEqual({
      kind: 'none',
      why: 'content has not been committed yet, so there is no earlier version to compare with.',
    });
  });

  test('says that git is missing', async () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(await committedContent(contentFolder())).toEqual({
      kind: 'none',
      why: 'git is not installed here, so there is no earlier version to compare with.',
    });
    vi.unstubAllEnvs();
  });
});

describe('uncommittedFiles(folder, files)', () => {
  test('names what has changed and what is new', async () => {
    const folder = committedFolder();
    changeFiles(folder, {
      'events/crew-walks.mdx': eventText({label: 'Two walk'}),
      'events/new.mdx': eventText({title: 'The crew sleeps'}),
      'actors/neil-armstrong.yaml': null,
    });
    const {files} = await readContent(folder);
    expect(await uncommittedFiles(folder, files)).toEqual(new Set(['content/events/new.mdx', 'content/events/crew-walks.mdx']));
  });

  test('is null where there is no commit', async () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(await uncommittedFiles(contentFolder(), [])).toBeNull();
    vi.unstubAllEnvs();
  });
});

describe('earlierVersion(event, folder)', () => {
  test('gives the looks of the last commit where the file has changed', async () => {
    const folder = committedFolder();
    changeFiles(folder, {'events/crew-walks.mdx': eventText({label: 'Two walk'})});
    const {words, looks} = await earlierOf(folder, 'crew-walks');
    expect(words).toMatch(/^Before is the last commit, [0-9a-f]+; now is the folder as it is\.$/);
    expect(looks!.map(({look}) => look.kind === 'named' && look.text)).toContain('Crew walks');
  });

  test('gives none of a file that has not changed, or is new', async () => {
    const folder = committedFolder();
    changeFiles(folder, {'events/new.mdx': eventText({title: 'The crew sleeps'})});
    expect((await earlierOf(folder, 'crew-walks')).words).toMatch(/^The file has not changed since the last commit, /);
    expect((await earlierOf(folder, 'new')).words).toMatch(/^The file is new: the last commit, [0-9a-f]+, does not hold it\.$/);
  });
});

describe('blobsFromBatch(output)', () => {
  test('cuts by size, whatever the bytes', () => {
    const output = Buffer.concat([Buffer.from('a1 blob 3\n'), Buffer.from([10, 0, 255]), Buffer.from('\nb2 blob 0\n\n')]);
    expect(blobsFromBatch(output)).toEqual([Buffer.from([10, 0, 255]), Buffer.from([])]);
  });

  test('throws where there is no size', () => {
    expect(() => blobsFromBatch(Buffer.from('a1 missing\n'))).toThrow('git cat-file must give a size, got a1 missing');
  });
});
