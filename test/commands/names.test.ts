import {describe, expect, test} from 'vitest';
import {freeId, idFromTitle, labelFromTitle} from '../../src/commands/names.ts';

describe('idFromTitle(title)', () => {
  test('is made of small letters, digits and hyphens', () => {
    expect(idFromTitle('Sony’s “Æthel” costs $15 million: über-Łódź!')).toBe('sonys-aethel-costs-15-million-uber-lodz');
  });

  test('is empty where no letter is Latin', () => {
    expect(idFromTitle('قال 🚀')).toBe('');
  });

  test('ends with a whole word', () => {
    expect(idFromTitle('word '.repeat(30))).toBe('word-'.repeat(12).slice(0, -1));
  });
});

describe('freeId(title, date, isTaken)', () => {
  test('adds the date, then a number, where the name is taken', () => {
    const taken = new Set<string>();
    const ids = Array.from({length: 3}, () => {
      const id = freeId('Eagle lands', '1969-07-20~', (other) => taken.has(other));
      taken.add(id);
      return id;
    });
    expect(ids).toEqual(['eagle-lands', 'eagle-lands-1969-07-20', 'eagle-lands-1969-07-20-2']);
  });

  test('is the date where the title gives no name', () => {
    expect(freeId('قال', '1969-07/1969-08', () => false)).toBe('event-1969-07-1969-08');
  });
});

describe('labelFromTitle(title)', () => {
  test('is the title where it fits', () => {
    expect(labelFromTitle('Eagle lands')).toBe('Eagle lands');
  });

  test('keeps whole words', () => {
    expect(labelFromTitle('The Eagle lands on the Moon after a long descent')).toBe('The Eagle lands on the Moon after');
  });

  test('cuts a long word between characters, not inside one', () => {
    expect(labelFromTitle('👩‍🚀'.repeat(12))).toBe('👩‍🚀'.repeat(6));
  });
});
