import {readFileSync} from 'node:fs';
import {JSDOM} from 'jsdom';
import {describe, expect, test, vi} from 'vitest';

const SCRIPT = readFileSync(new URL('../../public/masthead.js', import.meta.url), 'utf8');

interface Visit {
  readonly stored?: string;
  readonly prefersDark?: boolean;
  readonly hash?: string;
  readonly query?: string;
  readonly hasTimeline?: boolean;
  readonly arrival?: NavigationTimingType;
  /** What the page asks to be done in later frames is put here. */
  readonly frames?: (() => void)[];
  /** The clock of its timers, if it is not the machine's. */
  readonly setTimeout?: typeof setTimeout;
  /** How long it takes to lay out a few pieces of it. */
  readonly layoutMs?: number;
}

/** A page that prefers one theme, after the script in its head has run and its HTML has been read. */
function pageWith({stored, prefersDark = false, hash = '', query = '', hasTimeline = false, arrival = 'navigate', frames = [], layoutMs = 0, setTimeout: timers}: Visit): JSDOM {
  const dom = new JSDOM(
    `${hasTimeline ? '<zoomable-timeline></zoomable-timeline><script type="module" src="late.js"></script>' : ''}<ol>${['a', 'b', 'c', 'd', 'e'].map((id) => `<li class="entry" id="${id}"></li>`).join('')}</ol><section class="all-sources" id="sources"></section>` +
    '<a href="#e"><b>An entry</b></a>' +
    '<meta name="theme-color" data-theme="light"><meta name="theme-color" data-theme="dark"><button data-action="theme"></button><button data-action="copy-link" data-done="Link copied">Copy link</button>',
    {url: `https://example.org/${query}${hash}`, runScripts: 'outside-only', pretendToBeVisual: true},
  );
  const {window} = dom;
  Object.assign(window.document, {fonts: {ready: Promise.resolve()}});
  Object.assign(window, {matchMedia: () => ({matches: prefersDark}), requestAnimationFrame: (act: () => void) => frames.push(act)});
  if (timers) Object.assign(window, {setTimeout: timers});
  let nowMs = 0;
  Object.assign(window.performance, {getEntriesByType: () => [{type: arrival}], now: () => nowMs});
  window.document.documentElement.getBoundingClientRect = () => {
    nowMs += layoutMs;
    return {} as DOMRect;
  };
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

  test('copies the address as it stands, view and all, and says so', async () => {
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

  /** The page's first frame, and what waits for the letters it asks for. */
  async function firstFrame(frames: (() => void)[]): Promise<void> {
    frames.shift()!();
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
  }

  test('has the story laid out a few pieces a frame where that takes long, once its letters are there', async () => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames, layoutMs: 30});
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: []});
    await firstFrame(frames);
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: ['a', 'b', 'c', 'd']});
    frames.shift()!();
    expect(stateOf(dom)).toEqual({isArriving: true, laidOut: ['a', 'b', 'c', 'd', 'e', 'sources']});
    frames.shift()!();
    expect([stateOf(dom).isArriving, frames]).toEqual([false, []]);
  });

  test('has it laid out in one frame where there is time', async () => {
    const frames: (() => void)[] = [];
    const dom = pageWith({frames, layoutMs: 2});
    await firstFrame(frames);
    expect(stateOf(dom).laidOut).toHaveLength(6);
    frames.shift()!();
    expect([stateOf(dom).isArriving, frames]).toEqual([false, []]);
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

  test.each<Visit>([{hash: '#b'}, {arrival: 'reload'}, {arrival: 'back_forward'}])('has it laid out at once where readers have a place on it: %j', (visit) => {
    expect(stateOf(pageWith(visit))).toEqual({isArriving: false, laidOut: []});
  });

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
