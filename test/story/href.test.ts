import {describe, expect, test} from 'vitest';
import {eventHref, href, hrefUnder, sourceHref} from '../../src/story/href.ts';

describe('hrefUnder(base, path)', () => {
  test('puts the path under the base, with one slash between', () => {
    expect(hrefUnder('/stories/sony/', '/sources/')).toBe('/stories/sony/sources/');
    expect(hrefUnder('/', '/sources/')).toBe('/sources/');
  });

  test('is the base itself for the home page', () => {
    expect(hrefUnder('/stories/sony/', '/')).toBe('/stories/sony/');
  });

  test('rejects a path that would depend on the page it stands on', () => {
    expect(() => hrefUnder('/', 'sources/')).toThrow('path must begin with a slash, got sources/');
  });
});

describe('href(path), eventHref(id), sourceHref(id)', () => {
  test('end in a slash before any fragment', () => {
    expect(href('/method/')).toMatch(/\/method\/$/);
    expect(eventHref('hack-begins')).toMatch(/\/events\/hack-begins\/$/);
    expect(sourceHref('a-2014-12-17')).toMatch(/\/sources\/#a-2014-12-17$/);
  });
});
