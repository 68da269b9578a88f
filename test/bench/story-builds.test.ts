import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {largestEventPage, pageSeconds} from './story-builds.ts';

const LOG = `
11:51:11   ├─ /poster/sheet/index.html (+9ms)
11:51:11   ├─ /poster/index.html (+52.57s)
11:52:04   ├─ /sources/index.html (+26ms)
11:52:05 ✓ Completed in 1m 31s.`;

describe('pageSeconds(log, page)', () => {
  test('reads what one page took, in seconds or thousandths', () => {
    expect([pageSeconds(LOG, '/poster/index.html'), pageSeconds(LOG, '/sources/index.html')]).toEqual([52.57, 0.026]);
  });

  test('does not take a log without the page for no time', () => {
    expect(() => pageSeconds(LOG, '/table/index.html')).toThrow('/table/index.html');
  });
});

describe('largestEventPage(dist)', () => {
  test('finds the largest of all', () => {
    const dist = mkdtempSync(join(tmpdir(), 'dist-'));
    onTestFinished(() => rmSync(dist, {recursive: true}));
    for (const [id, size] of [
      ['a', 10],
      ['b', 300],
      ['c', 20],
    ] as const) {
      mkdirSync(join(dist, 'events', id), {recursive: true});
      writeFileSync(join(dist, 'events', id, 'index.html'), 'x'.repeat(size));
    }
    expect(largestEventPage(dist)).toBe(300);
  });
});
