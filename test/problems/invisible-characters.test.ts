import {describe, expect, test} from 'vitest';
import {
  firstGarbled,
  firstInvisible,
  withoutInvisible,
  withInvisibleMarked,
  withInvisibleNamed,
} from '../../src/problems/invisible-characters.ts';

describe('firstInvisible(text)', () => {
  test('finds control characters, zero-width spaces, separators, overrides of direction and lost letters', () => {
    expect(firstInvisible('a\u001b[2J')).toEqual({at: 1, length: 1, name: 'an escape character (U+001B)', isLost: false});
    expect(firstInvisible('a\u200b')?.name).toBe('a zero-width space (U+200B)');
    expect(firstInvisible('\u202eabc')?.name).toBe('a character that changes the direction of text (U+202E)');
    expect(firstInvisible('Caf\ufffd')).toMatchObject({at: 3, isLost: true});
  });

  test.each([
    'plain',
    'café',
    'two\nlines\tand a tab',
    '24\u00a0December',
    'क्\u200dष',
    'می\u200cخواهم',
    '\u200fעברית\u200f',
    '\u2068name\u2069',
    '👩‍🚀',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'soft\u00adhyphen',
  ])('lets %j be', (text) => {
    expect(firstInvisible(text)).toBeNull();
    expect(withInvisibleNamed(text)).toBe(text);
  });
});

describe('firstGarbled(text)', () => {
  test('finds UTF-8 that was read as another encoding', () => {
    expect(firstGarbled('CafÃ© noir')).toMatchObject({at: 3, length: 2});
    expect(firstGarbled('the crewâ€™s')).toMatchObject({at: 8});
    expect(firstGarbled('20Â°')).toMatchObject({at: 2, length: 2});
  });

  test.each(['São Paulo', 'Âge d’or', '“quoted”', 'ça, là'])('lets %j be', (text) => {
    expect(firstGarbled(text)).toBeNull();
  });
});

describe('withInvisibleNamed(text), withInvisibleMarked(text), withoutInvisible(text)', () => {
  test('show them by number, by a dot in their place, or not at all', () => {
    const text = 'a\u200bb\u0007';
    expect([withInvisibleNamed(text), withInvisibleMarked(text), withoutInvisible(text)]).toEqual(['a[U+200B]b[U+0007]', 'a·b·', 'ab']);
  });
});
