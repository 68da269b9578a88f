/** The content as it was last committed, so that a change can be seen beside what it changes. */
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {readContent} from '../reading/read-content.ts';
import type {Reading} from '../reading/reading.ts';

export type Committed =
  | {
      readonly kind: 'read';
      /** The commit, shortened. */
      readonly commit: string;
      readonly reading: Reading;
      /** Every committed file's text, by its path from the content folder. */
      readonly texts: ReadonlyMap<string, string>;
    }
  /** A sentence that says why there is nothing to compare with. */
  | {readonly kind: 'none'; readonly why: string};

const LARGEST_BYTES = 256 * 1024 * 1024;

let kept: {readonly key: string; readonly committed: Promise<Committed>} | null = null;

/** What the last commit holds of a content folder; read again after the next one. */
export async function committedContent(folder: string): Promise<Committed> {
  let commit: string;
  let tree: string;
  try {
    commit = (await git(folder, ['rev-parse', '--short', 'HEAD'])).toString().trim();
    // The folder's own part of the commit.
    tree = (await git(folder, ['rev-parse', 'HEAD:./'])).toString().trim();
  } catch (error) {
    return {kind: 'none', why: whyNot(error, basename(folder))};
  }
  const key = `${folder} ${commit} ${tree}`;
  if (kept?.key !== key) kept = {key, committed: readTree(folder, commit, tree)};
  return kept.committed;
}

/**
 * Which files are not as they were committed, the new ones too.
 *
 * @param files - From the content folder's parent, as a reading names them.
 * @returns Null where there is nothing to compare with.
 */
export async function uncommittedFiles(folder: string, files: readonly string[]): Promise<ReadonlySet<string> | null> {
  const committed = await committedContent(folder);
  if (committed.kind === 'none') return null;
  const path = (file: string) => file.slice(basename(folder).length + 1);
  return new Set(files.filter((file) => committed.texts.get(path(file)) !== readFileSync(join(folder, path(file)), 'utf8')));
}

async function readTree(folder: string, commit: string, tree: string): Promise<Committed> {
  const listing = (await git(folder, ['ls-tree', '-r', '-z', '--full-tree', tree])).toString();
  const blobs = listing.split('\0').flatMap((line) => {
    const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [{id, path}];
  });
  const parent = mkdtempSync(join(tmpdir(), 'committed-'));
  try {
    // Its name begins every path in a problem.
    const copy = join(parent, basename(folder));
    mkdirSync(copy);
    const texts = new Map<string, string>();
    const all = blobsFromBatch(await git(folder, ['cat-file', '--batch'], blobs.map(({id}) => `${id}\n`).join('')));
    for (const [i, {path}] of blobs.entries()) {
      const bytes = all[i]!;
      mkdirSync(dirname(join(copy, path)), {recursive: true});
      writeFileSync(join(copy, path), bytes);
      texts.set(path, bytes.toString());
    }
    return {kind: 'read', commit, texts, reading: await readContent(copy)};
  } finally {
    rmSync(parent, {recursive: true});
  }
}

/** @see https://git-scm.com/docs/git-cat-file, "Batch output": a line with the size, the bytes, a line end. */
export function blobsFromBatch(output: Buffer): Buffer[] {
  const blobs: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf('\n', at);
    const size = Number(output.subarray(at, lineEnd).toString().split(' ')[2]);
    if (!Number.isInteger(size)) throw new Error(`git cat-file must give a size, got ${output.subarray(at, lineEnd).toString()}`);
    blobs.push(output.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + size + 2;
  }
  return blobs;
}

function git(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = execFile('git', ['-C', folder, ...args], {encoding: 'buffer', maxBuffer: LARGEST_BYTES}, (error, output, complaint) => {
      if (error === null) done(output);
      else fail(Object.assign(error, {complaint: complaint.toString()}));
    });
    if (input === '') child.stdin?.end();
    else child.stdin?.on('error', fail).end(input);
  });
}

function whyNot(error: unknown, name: string): string {
  const {code, complaint = ''} = error as {code?: string | number; complaint?: string};
  if (code === 'ENOENT') return 'git is not installed here, so there is no earlier version to compare with.';
  if (/not a git repository/i.test(complaint)) return `${name} is not in a git repository, so there is no earlier version to compare with.`;
  if (/HEAD|single revision/.test(complaint)) return `${name} has not been committed yet, so there is no earlier version to compare with.`;
  return `There is no earlier version to compare with. git says: ${complaint.trim().split('\n')[0] ?? String(error)}`;
}
