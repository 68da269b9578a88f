/** Counts how often the layout of labels runs in the built page, whose functions have lost their names. */
import type {CDPSession} from '@playwright/test';

/** Names of properties, which a build keeps, that only `arrangeEvents` has all of. */
const WORDS_OF_ARRANGE_EVENTS = ['pxPerDay:', 'ghosts:', 'matching:', 'rugs:', 'bars:'];

/**
 * Counts the calls of `arrangeEvents` while something goes on.
 *
 * @returns How many there were; 0 also means that no script of the page has such a function. Something that is known
 *   to lay out, such as a zoom, has to be counted too before a 0 means anything.
 */
export async function countArrangements(cdp: CDPSession, act: () => Promise<void>): Promise<number> {
  await cdp.send('Debugger.enable');
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.startPreciseCoverage', {callCount: true, detailed: false});
  await act();
  const {result: scripts} = await cdp.send('Profiler.takePreciseCoverage');
  await cdp.send('Profiler.stopPreciseCoverage');
  let calls = 0;
  for (const {scriptId, url, functions} of scripts) {
    if (!url.startsWith('http')) continue;
    const {scriptSource} = await cdp.send('Debugger.getScriptSource', {scriptId});
    const textOf = ({startOffset, endOffset}: {startOffset: number; endOffset: number}) => scriptSource.slice(startOffset, endOffset);
    const found = functions
      .map(({ranges}) => ranges[0]!)
      .filter((range) => WORDS_OF_ARRANGE_EVENTS.every((word) => textOf(range).includes(word)))
      .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0];
    if (found && found.endOffset - found.startOffset < scriptSource.length) calls += found.count;
  }
  await cdp.send('Debugger.disable');
  await cdp.send('Profiler.disable');
  return calls;
}
