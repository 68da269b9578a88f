import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import sharp from 'sharp';
import {beforeAll, describe, expect, test} from 'vitest';
import {FULL_STORY} from '../full-story.ts';
import {dayCardAlt, eventCardAlt, storyCardAlt} from '../../src/publish/card/alt.ts';
import {dayCard, eventCard, storyCard} from '../../src/publish/card/card.ts';
import {COLOURS, HUE_COLOURS} from '../../src/publish/card/colours.ts';
import {cardLetters} from '../../src/publish/card/letters.ts';
import type {Letters} from '../../src/publish/card/letters.ts';
import {fittedLines, SMALLEST_PX} from '../../src/publish/card/lines.ts';
import {placesApart} from '../../src/publish/card/places.ts';
import {pngFromSvg} from '../../src/publish/card/png.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {entryById} from '../../src/story/lookup.ts';
import {axisMs} from '../../src/timeline/model/time.ts';

let content: Content;
let small: Content;
let letters: Letters;

beforeAll(async () => {
  content = (await readContent(resolve(FULL_STORY))).content!;
  small = (await readContent(resolve('test/fixtures/small-story'))).content!;
  letters = await cardLetters();
});

/** The farthest that the letters of a line reach. */
function reachPx(d: string): number {
  return Math.max(
    ...[...d.matchAll(/[MLQC]([^A-Z]*)/g)].flatMap(([, numbers]) =>
      numbers!
        .split(' ')
        .filter((_, i) => i % 2 === 0)
        .map(Number),
    ),
  );
}

describe('the words of a card', () => {
  test('are never wider than their line, and never smaller than can be read', () => {
    const steps = [{sizePx: 104, leadingPx: 96, most: 2}];
    for (const text of ['One', 'W'.repeat(40), 'Ten words of some length that make up a long title', 'ثمانية عشر يومًا في ميدان التحرير']) {
      const {lines, sizePx} = fittedLines(letters, text, {weight: 700, stretch: 62}, steps, 1088);
      expect(sizePx, text).toBeGreaterThanOrEqual(SMALLEST_PX);
      for (const line of lines) {
        expect(line.widthPx, text).toBeLessThanOrEqual(1088);
        expect(reachPx(line.d), text).toBeLessThanOrEqual(1088 + 4);
      }
    }
  });

  test('are parted so that no line is much longer than another', () => {
    const {lines} = fittedLines(
      letters,
      'Seven Days in December',
      {weight: 700, stretch: 62},
      [{sizePx: 160, leadingPx: 157, most: 2}],
      1088,
    );
    expect(lines).toHaveLength(2);
    expect(Math.max(...lines.map(({widthPx}) => widthPx))).toBeLessThan(680);
  });

  test('have a shape in every script that the stand-in font knows', () => {
    const style = {sizePx: 100, weight: 700, stretch: 62};
    for (const text of ['Größe', 'Łódź', 'Москва', 'Αθήνα', 'القاهرة'])
      expect(letters.line(text, style).d.length, text).toBeGreaterThan(200);
    expect(letters.isRightToLeft('القاهرة، 2011')).toBe(true);
    expect(letters.isRightToLeft('Cairo, 2011')).toBe(false);
  });
});

describe('placesApart(wantedPx)', () => {
  test('leaves alone what is far apart, and parts what is not around its middle', () => {
    expect(placesApart([10, 60])).toEqual([10, 60]);
    expect(placesApart([100, 100, 100])).toEqual([81, 100, 119]);
    expect(placesApart([100, 100, 115])).toEqual([86, 105, 124]);
  });
});

describe('a card', () => {
  test('is 1200 × 630, the same bytes twice, and no more than 60 kB', async () => {
    const event = entryById(content.events, 'fbi-names-north-korea');
    for (const draw of [
      () => storyCard({content, letters}),
      () => eventCard({content, event, letters}),
      () => dayCard({content, dayMs: axisMs(2014, 11, 18), letters}),
    ]) {
      const [png, again] = await Promise.all([pngFromSvg(draw()), pngFromSvg(draw())]);
      expect(await sharp(png).metadata()).toMatchObject({format: 'png', width: 1200, height: 630});
      expect(png.length).toBeLessThan(60_000);
      expect(png.equals(again)).toBe(true);
    }
  }, 30_000);

  test('asks no font of the machine: it holds outlines, and no text', () => {
    expect(eventCard({content, event: content.events[0]!, letters})).not.toMatch(/<text|font-family/);
  });

  test('fits a title of any length, and a story without states or bracket', () => {
    const long = {...small.events[0]!, title: 'Wholehearted '.repeat(7).trim().slice(0, 90)};
    const story = {...small.story, states: null, bracket: null};
    expect(() => eventCard({content: {...small, story, events: [long]}, event: long, letters})).not.toThrow();
    expect(() => storyCard({content: {...small, story}, letters})).not.toThrow();
  });

  test('has the red stem where the day is certain alone', () => {
    const [event] = small.events;
    const cardOf = (date: string) => {
      const changed = {...event!, date: edtfFromText(date)};
      return eventCard({content: {...small, events: [changed]}, event: changed, letters});
    };
    expect(cardOf('1969-07-20')).toContain(COLOURS.head);
    expect(cardOf('1969-07-20~')).not.toContain(COLOURS.head);
    expect(cardOf('1969-07')).not.toContain(COLOURS.head);
  });

  test('has the light colours of the site', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    for (const [name, colour] of Object.entries({...COLOURS, ...HUE_COLOURS})) {
      const [, light] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+),`).exec(tokens)!;
      expect(colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3'), name).toBe(light!.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3'));
    }
  });
});

describe('the words for a card', () => {
  test('is title, date and doubt, and takes no side', () => {
    expect(eventCardAlt(content, entryById(content.events, 'fbi-names-north-korea'))).toBe(
      'The FBI says North Korea is behind the attack. Friday 19 December 2014. Sources disagree.',
    );
    expect(eventCardAlt(content, entryById(content.events, 'employee-data-leaked'))).toContain('About 1 December 2014. Day not certain.');
  });

  test('says of a day how much of the story was public', () => {
    expect(dayCardAlt(content, axisMs(2014, 11, 18))).toMatch(
      /^What the public knew on Thursday 18 December 2014\. \d+ of \d+ events public\.$/,
    );
    expect(storyCardAlt(content)).toContain(content.story.title);
  });
});
