import {describe, expect, test} from 'vitest';
import {eventHref, href, hrefBelow, hrefUnder, sourceHref} from '../../src/story/href.ts';

describe('hrefUnder(base, path)', () => {
  test('puts the path under the base, with one slash between', () => {
    expect(hrefUnder('/stories/moon/', '/sources/')).toBe('/stories/moon/sources/');
    expect(hrefUnder('/', '/sources/')).toBe('/sources/');
  });

  test('is the base itself for the home page', () => {
    expect(hrefUnder('/stories/moon/', '/')).toBe('/stories/moon/');
  });

  test('rejects a path that would depend on the page it is on', () => {
    expect(() => hrefUnder('/', 'sources/')).toThrow('path must begin with a slash, got sources/');
  });
});

describe('href(path), hrefBelow(home, path), eventHref(id, home), sourceHref(id, home)', () => {
  test('end in a slash before any fragment', () => {
    expect(href('/method/')).toMatch(/\/method\/$/);
    expect(hrefBelow('/comet/', '/sources/')).toMatch(/\/comet\/sources\/$/);
    expect(eventHref('moon-walk', '/')).toMatch(/\/events\/moon-walk\/$/);
    expect(eventHref('moon-walk', '/moon/')).toMatch(/\/moon\/events\/moon-walk\/$/);
    expect(sourceHref('a-2014-12-17', '/')).toMatch(/\/sources\/#a-2014-12-17$/);
  });
});
