import {describe, expect, test} from 'vitest';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseAllHeaders} from '@netlify/headers-parser';
import {EXITS} from '../../src/publish/exits.ts';
import {hostHeaders} from '../../src/publish/host-headers.ts';
import {headerRulesFromText, headersForPath} from '../../src/tools/headers.ts';

const RULES = `
# a comment
/*
  X-Frame-Options: DENY
  Link: a
/embed/*
  ! X-Frame-Options
  Link: b
`;

describe('headerRulesFromText(text)', () => {
  test('names the line that is neither path nor header', () => {
    expect(() => headerRulesFromText('/*\n  nonsense')).toThrow('_headers line 2 is not a header under a path: nonsense');
  });

  test('refuses a header without a path above it', () => {
    expect(() => headerRulesFromText('  X-Frame-Options: DENY')).toThrow('_headers line 1');
  });
});

describe('headersForPath(rules, path)', () => {
  const rules = headerRulesFromText(RULES);

  test('gives every path the headers of /*', () => {
    expect(headersForPath(rules, '/events/one/')).toEqual({'x-frame-options': 'DENY', link: 'a'});
  });

  test('takes back what a later rule removes, and joins what two rules give', () => {
    expect(headersForPath(rules, '/embed/')).toEqual({link: 'a, b'});
  });

  test('matches a path without a star only whole', () => {
    const feed = headerRulesFromText('/feed.xml\n  A: 1');
    expect(headersForPath(feed, '/feed.xml')).toEqual({a: '1'});
    expect(headersForPath(feed, '/feedoxml')).toEqual({});
    expect(headersForPath(feed, '/feed.xml.bak')).toEqual({});
  });
});

describe('hostHeaders(base)', () => {
  const rules = headerRulesFromText(hostHeaders('/'));
  const policy = (path: string) => headersForPath(rules, path)['content-security-policy'];

  test('lets nothing in from elsewhere, and no one frame a page', () => {
    expect(policy('/')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"`,
    );
  });

  test('lets only the stage alone be framed, under one policy', () => {
    expect(policy('/embed/')).toBe(policy('/')?.replace("frame-ancestors 'none'", 'frame-ancestors *'));
    expect(headersForPath(rules, '/embed/')).not.toHaveProperty('x-frame-options');
  });

  test('holds below the base, as a host itself reads the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headers-'));
    writeFileSync(join(folder, '_headers'), hostHeaders('/stories/moon/'));
    const {headers} = await parseAllHeaders({
      headersFiles: [join(folder, '_headers')],
      netlifyConfigPath: undefined,
      configHeaders: undefined,
      minimal: true,
    });
    expect(headers.map((rule) => rule.for).filter((path) => !path.startsWith('/stories/moon/'))).toEqual([]);
    expect(headers.map((rule) => rule.for)).toEqual(expect.arrayContaining(EXITS.map(({path}) => `/stories/moon${path}`)));
  });

  test('sends each form with its type and its licence, for any program to read', () => {
    for (const {path, type} of EXITS) {
      const headers = headersForPath(rules, path);
      expect(headers['content-type'], path).toBe(`${type}; charset=utf-8`);
      expect(headers['link'], path).toContain('rel="license"');
      expect([headers['access-control-allow-origin'], headers['cross-origin-resource-policy']], path).toEqual(['*', 'cross-origin']);
    }
  });

  test('binds this host and no other name of its domain', () => {
    expect(headersForPath(rules, '/')['strict-transport-security']).toBe('max-age=63072000');
  });

  test('gives a sandboxed frame, whose origin is no one’s, what an embed needs', () => {
    for (const path of ['/_astro/a.js', '/fonts/a.woff2', '/masthead.js', '/favicon.svg'])
      expect(headersForPath(rules, path)).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    for (const path of ['/', '/find.json']) expect(headersForPath(rules, path)).toHaveProperty('access-control-allow-origin', '*');
    expect(headersForPath(rules, '/'), 'a window that such a frame opens refuses it').not.toHaveProperty('cross-origin-opener-policy');
    expect(headersForPath(rules, '/table/')).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});
