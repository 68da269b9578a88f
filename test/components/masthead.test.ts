import {readFileSync} from 'node:fs';
import {JSDOM} from 'jsdom';
import {describe, expect, test, vi} from 'vitest';

const SCRIPT = readFileSync(new URL('../../public/masthead.js', import.meta.url), 'utf8');

interface Visit {
  readonly stored?: string;
  readonly prefersDark?: boolean;
  readonly hash?: string;
  readonly arrival?: NavigationTimingType;
  /** What the page asks to be done in later frames is put here. */
  readonly frames?: (() => void)[];
  /** How long a frame takes in which pieces of it are laid out. */
  readonly frameMs?: number;
  readonly isLong?: boolean;
  readonly query?: string;
  /** Whether a module of the timeline is on its way. */
  readonly hasTimeline?: boolean;
  /** The clock of its timers, if it is not the machine's. */
  readonly setTimeout?: typeof setTimeout;
}

/** A page that prefers one theme, after the script in its head has run and its HTML has been read. */
function pageWith({
  stored,
  prefersDark = false,
  hash = '',
  query = '',
  hasTimeline = false,
  arrival = 'navigate',
  frames = [],
  frameMs = 0,
  isLong = false,
  setTimeout: timers,
}: Visit): JSDOM {
  const dom = new JSDOM(
    `${hasTimeline ? '<zoomable-timeline id="stage"><div class="plot"></div></zoomable-timeline><script type="module" src="late.js"></script>' : '<div id="stage"><div class="plot"></div></div>'}<div class="feed${isLong ? ' is-long' : ''}">` +
      `<ol>${[...'abcdefghi'].map((id) => `<li class="entry" id="${id}"></li>`).join('')}</ol><section class="all-sources" id="sources"></section></div>` +
      '<a href="#e"><b>An entry</b></a>' +
      '<meta name="theme-color" data-theme="light"><meta name="theme-color" data-theme="dark"><button data-action="theme"></button><button data-action="copy-link" data-done="Link copied">Copy link</button>',
    {url: `https://example.org/${query}${hash}`, runScripts: 'outside-only', pretendToBeVisual: true},
  );
  const {window} = dom;
  Object.assign(window.document, {fonts: {ready: Promise.resolve()}});
  Object.assign(window, {matchMedia: () => ({matches: prefersDark}), requestAnimationFrame: (act: () => void) => frames.push(act)});
  // Every frame in which something is set to be laid out is that much longer.
  let nowMs = 0;
  const later = timers ?? window.setTimeout;
  Object.assign(window, {
    setTimeout: (act: () => void, delayMs?: number) => later.call(window, () => ((nowMs += frameMs), act()), delayMs),
  });
  Object.assign(window.performance, {getEntriesByType: () => [{type: arrival}], now: () => nowMs});
  if (stored !== undefined) window.localStorage.setItem('theme', stored);
  window.eval(SCRIPT);
  window.document.dispatchEvent(new window.Event('DOMContentLoaded'));
  return dom;
}

const themeOf = ({window}: JSDOM) => window.document.documentElement.dataset['theme'];
const press = ({window}: JSDOM) => window.document.querySelector('button')!.click();

describe('masthead.js', () => {
  test('leaves the theme to the system where none was chosen', () => {
    expect(themeOf(pageWith({}))).toBeUndefined();
  });

  test('shows the theme that was chosen', () => {
    const dom = pageWith({stored: 'dark'});
    const bars = [...dom.window.document.querySelectorAll('meta')].map((meta) => meta.getAttribute('media'));
    expect(themeOf(dom)).toBe('dark');
    expect(bars).toEqual(['not all', 'all']);
  });

  test('ignores a stored word that is no theme', () => {
    expect(themeOf(pageWith({stored: 'sepia'}))).toBeUndefined();
  });

  test('switches away from what the system prefers, and back, and remembers', () => {
    const dom = pageWith({prefersDark: true});
    press(dom);
    expect(themeOf(dom)).toBe('light');
    press(dom);
    expect(themeOf(dom)).toBe('dark');
    expect(dom.window.localStorage.getItem('theme')).toBe('dark');
  });

  test('copies the current address, view and all, and says so', async () => {
    const dom = pageWith({});
    const copied: string[] = [];
    Object.assign(dom.window.navigator, {clipboard: {writeText: async (text: string) => void copied.push(text)}});
    dom.window.history.replaceState(null, '', '/?known=2014-12-18');
    const button = dom.window.document.querySelector<HTMLElement>('[data-action="copy-link"]')!;
    button.click();
    await new Promise((done) => setTimeout(done));
    expect(copied).toEqual(['https://example.org/?known=2014-12-18']);
    expect(button.textContent).toBe('Link copied');
  });

  test('shows the address where copying is not allowed', async () => {
    const dom = pageWith({});
    const shown: unknown[] = [];
    Object.assign(dom.window, {prompt: (...words: unknown[]) => void shown.push(words)});
    dom.window.document.querySelector<HTMLElement>('[data-action="copy-link"]')!.click();
    await new Promise((done) => setTimeout(done));
    expect(shown).toEqual([['Copy link', 'https://example.org/']]);
  });

  const stateOf = ({window}: JSDOM) => ({
    isArriving: 'arriving' in window.document.documentElement.dataset,
    laidOut: [...window.document.querySelectorAll('[data-laid-out]')].map(({id}) => id),
  });

  const soon = () => new Promise((done) => setTimeout(done, 5));

  /** Has the page draw its next frame, and what it set for after it be done. */
  async function nextFrame(frames: (() => void)[]): Promise<void> {
    frames.shift()!();
    await soon();
  }

  test('has the story laid out in ever more pieces a frame where frames are quick, once its letters are there', async () => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames, frameMs: 2});
    await nextFrame(frames);
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: []});
    await nextFrame(frames);
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: ['a', 'b', 'c', 'd']});
    await nextFrame(frames);
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'sources']});
    await nextFrame(frames);
    expect([stateOf(dom).isArriving, frames]).toEqual([false, []]);
  });

  test('lays out fewer and fewer pieces a frame when frames are slow', async () => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames, frameMs: 30});
    const counts: number[] = [];
    await nextFrame(frames);
    for (let i = 0; i < 5; i++) {
      await nextFrame(frames);
      counts.push(stateOf(dom).laidOut.length);
    }
    expect(counts).toEqual([4, 6, 8, 10, 10]);
  });

  test.each<[string, (dom: JSDOM) => Element, string]>([
    ['zoomed', ({window}) => window.document.getElementById('stage')!, 'is-zooming'],
    ['dragged', ({window}) => window.document.querySelector('#stage')!, 'is-moving'],
  ])('lays out nothing while the stage is being %s', async (_, partOf, className) => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames});
    partOf(dom).classList.add(className);
    for (let i = 0; i < 3; i++) await nextFrame(frames);
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: []});
    partOf(dom).classList.remove(className);
    await nextFrame(frames);
    expect(stateOf(dom).laidOut).toHaveLength(4);
  });

  test('lays out nothing while input waits to be answered', async () => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames});
    let isPending = true;
    Object.assign(dom.window.navigator, {scheduling: {isInputPending: () => isPending}});
    for (let i = 0; i < 3; i++) await nextFrame(frames);
    expect(stateOf(dom).laidOut).toEqual([]);
    isPending = false;
    await nextFrame(frames);
    expect(stateOf(dom).laidOut).toHaveLength(4);
  });

  test('leaves a long story to its style sheet', async () => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames, isLong: true});
    await nextFrame(frames);
    await nextFrame(frames);
    expect([stateOf(dom), frames]).toEqual([{isArriving: false, laidOut: []}, []]);
  });

  test('has all of it laid out at once where the page is hidden, for it has no frames', () => {
    const dom = pageWith({});
    Object.defineProperty(dom.window.document, 'hidden', {value: true});
    dom.window.document.dispatchEvent(new dom.window.Event('visibilitychange'));
    expect(stateOf(dom).isArriving).toBe(false);
  });

  test('has all of it laid out at once where a reader follows a link within a page, and for no other press', () => {
    const dom = pageWith({});
    press(dom);
    expect(stateOf(dom).isArriving).toBe(true);
    dom.window.document.querySelector<HTMLElement>('[href="#e"] b')!.click();
    expect(stateOf(dom).isArriving).toBe(false);
  });

  test.each<[string, Visit, boolean, number]>([
    ['stays at what a link of a long story leads to', {isLong: true}, false, 4],
    ['goes there once in any other', {}, false, 0],
    ['leaves a link alone that leads elsewhere by script', {isLong: true}, true, 0],
  ])('%s', (_, visit, isPrevented, leaps) => {
    const frames: (() => void)[] = [];
    const {window} = pageWith({...visit, frames, arrival: 'reload'});
    let count = 0;
    window.document.getElementById('e')!.scrollIntoView = () => void count++;
    window.document.querySelector('[href="#e"]')!.addEventListener('click', (event) => isPrevented && event.preventDefault());
    window.document.querySelector<HTMLElement>('[href="#e"] b')!.click();
    while (frames.length > 0) frames.shift()!();
    expect(count).toBe(leaps);
  });

  test.each<Visit>([{hash: '#b'}, {arrival: 'reload'}, {arrival: 'back_forward'}])(
    'has it laid out at once where readers have a place on it: %j',
    (visit) => {
      expect(stateOf(pageWith(visit))).toEqual({isArriving: false, laidOut: []});
    },
  );

  test('says that a script is there, for buttons that need one', () => {
    expect(pageWith({}).window.document.documentElement.dataset['script']).toBe('');
  });

  const isFolding = ({window}: JSDOM) => 'folding' in window.document.documentElement.dataset;
  const scriptState = ({window}: JSDOM) => window.document.documentElement.dataset['script'];

  test.each([
    ['?known=2014-12-16', true],
    ['?from=2014-12-01&to=2014-12-20&known=2014-12-16', true],
    ['?known=-0043-03-15', true],
    ['?known=', false],
    ['?known=yesterday', false],
    ['?q=known', false],
    ['', false],
  ])('holds the story back where the address asks for an earlier day: %j', (query, held) => {
    expect(isFolding(pageWith({query, hasTimeline: true}))).toBe(held);
  });

  test('holds nothing back on a page without a timeline', () => {
    expect(isFolding(pageWith({query: '?known=2014-12-16'}))).toBe(false);
  });

  test('shows the whole story as soon as the timeline’s script fails', () => {
    const dom = pageWith({query: '?known=2014-12-16', hasTimeline: true});
    dom.window.document.querySelector('ol')!.dispatchEvent(new dom.window.Event('error'));
    expect([isFolding(dom), scriptState(dom)]).toEqual([true, '']);
    dom.window.document.querySelector('script')!.dispatchEvent(new dom.window.Event('error'));
    expect([isFolding(dom), scriptState(dom)]).toEqual([false, 'failed']);
  });

  test('shows the whole story where the script does not come in ten seconds', () => {
    vi.useFakeTimers();
    const dom = pageWith({query: '?known=2014-12-16', hasTimeline: true, setTimeout});
    vi.advanceTimersByTime(9_999);
    expect(isFolding(dom)).toBe(true);
    vi.advanceTimersByTime(1);
    expect([isFolding(dom), scriptState(dom)]).toEqual([false, 'failed']);
    vi.useRealTimers();
  });
});
