/** From the request to a page that is drawn and answers: how long, and how much of it the main thread was blocked. */
import {load as loadPage, loadingOf, withPage, type Loading, type OpenPage} from './browser.ts';
import type {Bench, Part} from './part.ts';
import {median, pairedRatio, rounded} from './statistics.ts';
import type {Row, Table} from './table.ts';

interface Conditions {
  readonly title: string;
  readonly cpuSlowdown: number;
  /** Null for as fast as this machine talks to itself. */
  readonly network: {readonly delayMs: number; readonly downBitsPerS: number; readonly upBitsPerS: number} | null;
}

/** The last is what Lighthouse calls mobile on slow 4G. */
const CONDITIONS: readonly Conditions[] = [
  {title: 'this machine', cpuSlowdown: 1, network: null},
  {title: 'processor slowed 4 times', cpuSlowdown: 4, network: null},
  {
    title: 'phone: processor slowed 4 times, 1.6 Mbit/s, 150 ms',
    cpuSlowdown: 4,
    network: {delayMs: 150, downBitsPerS: 1.6e6, upBitsPerS: 750e3},
  },
];

async function impose({cdp}: OpenPage, {cpuSlowdown, network}: Conditions): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', {rate: cpuSlowdown});
  if (network === null) return;
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.delayMs,
    downloadThroughput: network.downBitsPerS / 8,
    uploadThroughput: network.upBitsPerS / 8,
  });
}

async function measure({rounds, site, say}: Bench): Promise<Table[]> {
  const {blankUrl, home, before, plain} = await site();
  const pages = [plain, ...(before ? [before] : []), home];
  // Once for nothing: the server compresses each file when it is first asked for.
  for (const page of pages) await withPage(blankUrl, (open) => loadPage(open, page));

  const tables: Table[] = [];
  for (const conditions of CONDITIONS) {
    const loadings = new Map<string, Loading[]>(pages.map(({name}) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      say(`load: ${conditions.title}, round ${round} of ${rounds}`);
      for (const page of pages) {
        const loading = await withPage(blankUrl, async (open) => {
          await impose(open, conditions);
          await loadPage(open, page);
          return loadingOf(open.page);
        });
        loadings.get(page.name)!.push(loading);
      }
    }
    tables.push({
      title: `Load of the home page, ${conditions.title}: ms, medians of ${rounds}`,
      rows: pages.map(({name}): Row => {
        const values = (key: keyof Loading, page = name): number[] => loadings.get(page)!.map((loading) => loading[key]);
        const ms = (key: keyof Loading): number | null => rounded(median(values(key)), 0);
        return {
          page: name,
          'first paint': ms('firstPaintMs'),
          'largest paint': ms('largestPaintMs'),
          drawn: ms('drawnMs'),
          settled: ms('settledMs'),
          blocked: ms('blockingMs'),
          'longest task': ms('longestTaskMs'),
          'layout shift': rounded(median(values('shift')), 3),
          'largest paint ÷ plain': rounded(pairedRatio(values('largestPaintMs'), values('largestPaintMs', plain.name))),
          'drawn ÷ plain': rounded(pairedRatio(values('drawnMs'), values('drawnMs', plain.name))),
          ...(before && {'drawn ÷ before': rounded(pairedRatio(values('drawnMs'), values('drawnMs', before.name)))}),
        };
      }),
    });
  }
  return tables;
}

export const load: Part = {name: 'load', about: 'how long until the home page is drawn and answers', measure};
