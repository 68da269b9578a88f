import {readFileSync} from 'node:fs';
import {JSDOM} from 'jsdom';
import {describe, expect, test} from 'vitest';

const SCRIPT = readFileSync(new URL('../../public/masthead.js', import.meta.url), 'utf8');

/** A page that prefers one theme, after the script in its head has run and the page has loaded. */
function pageWith({stored, prefersDark = false}: {stored?: string; prefersDark?: boolean}): JSDOM {
  const dom = new JSDOM(
    '<meta name="theme-color" data-theme="light"><meta name="theme-color" data-theme="dark"><button data-action="theme">',
    {url: 'https://example.org/', runScripts: 'outside-only'},
  );
  const {window} = dom;
  Object.assign(window, {matchMedia: () => ({matches: prefersDark})});
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

  test('says that a script is there, for buttons that need one', () => {
    expect(pageWith({}).window.document.documentElement.dataset['script']).toBe('');
  });
});
