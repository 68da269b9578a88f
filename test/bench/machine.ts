import {cpus, loadavg, totalmem} from 'node:os';
import {chromium} from '@playwright/test';
import {CHROMIUM_FLAGS, chromiumPath} from '../../src/tools/browser.ts';

/** What a reader of the numbers has to know about where they come from. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** Processes that wanted a core over the last minute, as the run began; above `cores`, wall times mean little. */
  readonly load: number;
}

export async function describeMachine(): Promise<Machine> {
  const browser = await chromium.launch({executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS]});
  const version = browser.version();
  await browser.close();
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: version,
    load: Number(loadavg()[0]!.toFixed(2)),
  };
}
