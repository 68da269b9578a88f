import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {announcer} from '../../../src/timeline/interaction/announcer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A status that keeps all it was given to say. */
function status(): HTMLElement & {readonly said: string[]} {
  const said: string[] = [];
  return {
    said,
    get textContent() {
      return said.at(-1) ?? '';
    },
    set textContent(words: string) {
      said.push(words);
    },
  } as HTMLElement & {readonly said: string[]};
}

describe('announcer(status)', () => {
  test('says a thing at once, and the same thing once', () => {
    const element = status();
    const {say} = announcer(element);
    say('one');
    say('one');
    say('two');
    expect(element.said).toEqual(['one', 'two']);
  });

  test('says a thing soon, in the words of the moment it is due, and only the last of several', () => {
    const element = status();
    const {saySoon} = announcer(element);
    let view = 'first';
    saySoon(() => 'never');
    saySoon(() => view);
    view = 'last';
    vi.runAllTimers();
    expect(element.said).toEqual(['last']);
  });

  test('drops what waits where something else is said', () => {
    const element = status();
    const {say, saySoon} = announcer(element);
    saySoon(() => 'late');
    say('now');
    vi.runAllTimers();
    expect(element.said).toEqual(['now']);
  });
});
