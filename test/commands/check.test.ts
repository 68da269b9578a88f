import {execFile} from 'node:child_process';
import {dirname} from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, test} from 'vitest';
import {contentFolder, eventText, SMALL_STORY} from '../reading/content-folder.ts';

const run = promisify(execFile);

/** What `npm run check` does with a content folder; paths in temporary folders are cut to what they begin with in a project. */
async function check(folder: string, ...flags: string[]): Promise<{code: number; out: string; err: string}> {
  const result = await checkAt(folder, ...flags);
  return {...result, out: result.out.replaceAll(`${dirname(folder)}/`, '')};
}

async function checkAt(folder: string, ...flags: string[]): Promise<{code: number; out: string; err: string}> {
  const env = {...process.env, CONTENT_DIR: folder};
  try {
    const {stdout, stderr} = await run(process.execPath, ['src/commands/check.ts', ...flags], {env});
    return {code: 0, out: stdout, err: stderr};
  } catch (error) {
    const {code, stdout, stderr} = error as {code: number; stdout: string; stderr: string};
    return {code, out: stdout, err: stderr};
  }
}

describe('npm run check', () => {
  test('passes a folder without a problem', async () => {
    expect(await check(SMALL_STORY)).toMatchObject({code: 0, out: 'All 9 files are fine. No files were changed.\n'});
  });

  test('fails with every problem', async () => {
    const {code, out} = await check(contentFolder({'events/crew-walks.mdx': eventText({lane: 'crews', weight: 'big'})}));
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "content/events/crew-walks.mdx:5:7
        \`lane\` names the lane \`crews\`, which does not exist.
          4 | date: "1969-07-21"
        > 5 | lane: crews
            |       ^^^^^
        Why: An event outside every lane would not be drawn.
        Fix: Did you mean \`crew\`? Otherwise add it to \`lanes\` in story.yaml.
        Example:
          lane: crew

      content/events/crew-walks.mdx:7:9
        \`weight\` is \`big\`, which is not one of its values.
          6 | chapter: walk
        > 7 | weight: big
            |         ^^^
        Why: It decides the size of the entry, and which labels stay when space is short.
        Fix: Write \`turning-point\`, \`landmark\`, \`standard\`, \`detail\` or \`context\`.
        Example:
          weight: turning-point

      2 problems in 1 file, 9 files are fine. No files were changed.
      "
    `);
  });

  test('passes advice', async () => {
    const {code, out} = await check(contentFolder({'events/crew-walks.mdx': eventText({}, '')}));
    expect(code).toBe(0);
    expect(out).toContain('1 piece of advice in 1 file, 9 files are fine.');
  });

  test('prints the same as JSON for machines', async () => {
    const folder = contentFolder({'events/crew-walks.mdx': eventText({lane: 'crews'})});
    const {code, out} = await check(folder, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: 10,
      errors: 1,
      advice: 0,
      problems: [
        {severity: 'error', file: 'content/events/crew-walks.mdx', line: 5, column: 7, rule: 'unknown-lane', example: 'lane: crew'},
      ],
    });
  });

  test('prints annotations for GitHub', async () => {
    const {out} = await check(contentFolder({'events/crew-walks.mdx': eventText({lane: 'crews'})}), '--format=github');
    expect(out).toMatch(/^::error file=content\/events\/crew-walks\.mdx,line=5,col=7,endColumn=11,title=unknown-lane::/);
  });

  test('names files as they can be opened from where it was started', async () => {
    const folder = contentFolder({'events/crew-walks.mdx': eventText({lane: 'crews'})});
    expect((await checkAt(folder)).out).toMatch(new RegExp(`^${folder}/events/crew-walks\\.mdx:5:7\n`));
    expect((await checkAt('test/fixtures/no-such-folder/')).out).toMatch(/^test\/fixtures\/no-such-folder:1:1\n/);
  });

  test('says how it is called where it is called wrongly', async () => {
    expect(await check(SMALL_STORY, '--format', 'xml')).toMatchObject({code: 2, err: '--format is one of text, json, github, got xml\n'});
    expect((await check(SMALL_STORY, '--fromat', 'json')).code).toBe(2);
  });
});
