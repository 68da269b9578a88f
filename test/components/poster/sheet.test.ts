import {describe, expect, test} from 'vitest';
import {choicesOf} from '../../../src/components/poster/sheet.ts';
import type {Importance} from '../../../src/timeline/model/timeline.ts';
import {anEvent} from '../../timeline/some-timeline.ts';

/** A number of events of each importance, in turn. */
function events(counts: Readonly<Record<Importance, number>>) {
  return ([1, 2, 3] as const).flatMap((importance) =>
    Array.from({length: counts[importance]}, (_, i) => anEvent({id: `${importance}-${i}`, importance})),
  );
}

function choices(counts: Readonly<Record<Importance, number>>) {
  return [...choicesOf(events(counts))].map(({kind, events: chosen}) => [kind, chosen.length]);
}

describe('choicesOf(events)', () => {
  test('begins with the whole story, and drops what matters least until one event is left', () => {
    expect(choices({1: 4, 2: 5, 3: 6})).toEqual([
      ['whole', 15],
      ['weightiest', 9],
      ['weightiest', 4],
      ['spread', 3],
      ['spread', 2],
      ['spread', 1],
    ]);
  });

  test('begins with landmarks where there are hundreds of others', () => {
    expect(choices({1: 50, 2: 450, 3: 500})[0]).toEqual(['weightiest', 50]);
    expect(choices({1: 20, 2: 80, 3: 901})[0]).toEqual(['weightiest', 100]);
  });

  test('begins with as many landmarks as are ever tried where there are hundreds of them', () => {
    expect(choices({1: 5000, 2: 0, 3: 0}).slice(0, 2)).toEqual([
      ['spread', 400],
      ['spread', 320],
    ]);
  });

  test('spreads its choice over the whole list', () => {
    const all = events({1: 10, 2: 0, 3: 0});
    const five = [...choicesOf(all)].find(({events: chosen}) => chosen.length === 6)!;
    expect(five.events.map(({id}) => id)).toEqual(['1-0', '1-2', '1-4', '1-5', '1-7', '1-9']);
  });

  test('spreads all events of a story without landmarks', () => {
    expect(choices({1: 0, 2: 0, 3: 900})[0]).toEqual(['spread', 400]);
  });

  test('has the whole of a story of one event, and of none', () => {
    expect(choices({1: 0, 2: 1, 3: 0})).toEqual([['whole', 1]]);
    expect(choices({1: 0, 2: 0, 3: 0})).toEqual([['whole', 0]]);
  });
});
