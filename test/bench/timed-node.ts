/** Scripts of this project, run in a process of their own and timed. */
import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';

export interface Timed {
  readonly seconds: number;
  /** Of the processor, which other work on the machine hardly disturbs. */
  readonly cpuSeconds: number;
  readonly output: string;
}

const CPU_SECONDS = pathToFileURL(fileURLToPath(new URL('cpu-seconds.ts', import.meta.url))).href;

/**
 * @param folder - Where the script runs.
 * @param content - The content folder it works on.
 * @throws Error if it ends with any other code than 0.
 */
export async function timedNode(folder: string, script: string, flags: readonly string[], content: string): Promise<Timed> {
  const notes = mkdtempSync(join(tmpdir(), 'bench-time-'));
  const cpuFile = join(notes, 'cpu-seconds');
  try {
    const startMs = performance.now();
    const {stdout} = await promisify(execFile)(process.execPath, ['--import', CPU_SECONDS, script, ...flags], {
      cwd: folder,
      env: {...process.env, CONTENT_DIR: content, CPU_SECONDS_FILE: cpuFile},
      maxBuffer: 2 ** 28,
    });
    return {seconds: (performance.now() - startMs) / 1000, cpuSeconds: Number(readFileSync(cpuFile, 'utf8')), output: stdout};
  } finally {
    rmSync(notes, {recursive: true});
  }
}
