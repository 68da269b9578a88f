/** What readers find in this site's story, on its page as the build writes it. */
import {beforeAll, describe, expect, test, vi} from 'vitest';
import type {EventEntry} from '../../../src/schema/content.ts';
import {NO_FILTER} from '../../../src/timeline/interaction/find/filter.ts';
import type {Findings} from '../../../src/timeline/interaction/find/findables.ts';
import {linesAbout} from '../../../src/timeline/interaction/find/lines.ts';
import {markedParts} from '../../../src/timeline/interaction/find/marks.ts';
import {suggestions} from '../../../src/timeline/interaction/find/suggest.ts';
import {msFromIsoDay} from '../../../src/timeline/model/time.ts';
import {storyPage} from './story-page.ts';
import type {StoryPage} from './story-page.ts';

vi.setConfig({testTimeout: 60_000, hookTimeout: 120_000});

let page: StoryPage;

beforeAll(async () => {
  page = await storyPage();
});

const find = (query: string, day: string | null = null): Findings =>
  page.findables.find({...NO_FILTER, query}, day === null ? null : msFromIsoDay(day));
const idsOf = (query: string, day: string | null = null) => find(query, day).matching.map(({id}) => id);

/** The words a reader types, and the event that must come first. */
const FIRST: readonly (readonly [asked: string, id: string])[] = [
  ['kim jong', 'north-korea-objects-to-film'],
  ['Kim Jong-un', 'north-korea-objects-to-film'],
  ['plot', 'north-korea-objects-to-film'],
  ['comedy', 'north-korea-objects-to-film'],
  ['CIA', 'north-korea-objects-to-film'],
  ['lawsuit', 'class-action-filed'],
  ['sued', 'class-action-filed'],
  ['class action', 'class-action-filed'],
  ['price', 'online-release-live'],
  ['how to watch', 'online-release-live'],
  ['piracy', 'illegal-downloads-900k'],
  ['pirated', 'illegal-downloads-900k'],
  ['900,000', 'illegal-downloads-900k'],
  ['budget', 'total-36-million-against-cost'],
  ['box office', 'christmas-day-box-office'],
  ['ticket sales', 'christmas-day-box-office'],
  ['jobs', 'sony-mobile-2100-jobs'],
  ['layoffs', 'sony-mobile-2100-jobs'],
  ['2,100', 'sony-mobile-2100-jobs'],
  ['smartphone', 'sony-mobile-quarter'],
  ['nuclear', 'korean-nuclear-operator-hacked'],
  ['Malaysia', 'nsa-watches-north-korean-networks'],
  ['2010', 'nsa-watches-north-korean-networks'],
  ['30 million', 'opening-weekend-forecast'],
  ['IP address', 'rogers-ip-addresses'],
  ['ip addresses', 'rogers-ip-addresses'],
  ['“North Korea” denies', 'north-korea-first-denies'],
  ['"North Korea" denial', 'north-korea-first-denies'],
  ['“wait and see”', 'north-korea-wait-and-see'],
  ['“got sloppy”', 'comey-says-attackers-got-sloppy'],
  ['“$15 million”', 'online-15-million'],
  ['Netflix', 'netflix-talks-reported'],
  ['NSA warning', 'nsa-gave-no-warning'],
  ['phishing', 'spear-phishing-entry'],
  ['e-mail', 'email-systems-down'],
  ['DHS', 'dhs-threat-not-credible'],
  ['CEO', 'hirai-speaks-at-ces'],
  ['Hirai free speech', 'hirai-on-free-speech'],
  ['John Kerry', 'wang-yi-speaks-to-kerry'],
  ['Seth Rogen', 'rogen-live-tweet'],
  ['cyber vandalism', 'obama-calls-it-cyber-vandalism'],
  ['Obama retaliation', 'obama-promises-response'],
  ['Clooney', 'clooney-calls-for-stand'],
  ['BitTorrent', 'bittorrent-offers-bundles'],
  ['itunes', 'itunes-adds-film'],
  ['Alamo Drafthouse', 'alamo-cleared-for-christmas'],
  ['Der Spiegel', 'spiegel-nsa-document'],
  ['trending', 'tops-youtube-chart'],
  ['October', 'china-resolutely-opposed-october'],
  ['May 2014', 'us-charges-chinese-officials'],
  ['film leaked', 'five-films-leaked'],
];

describe('the search of the real story', () => {
  test.each(FIRST)('for %s finds %s first', (asked, id) => {
    expect(idsOf(asked)[0]).toBe(id);
  });

  test('for “theater” finds the threat to cinemas first, and the chains that gave way', () => {
    expect(idsOf('theater')[0]).toBe('threat-against-theatres');
    expect(idsOf('theater').slice(0, 5)).toContain('cinema-chains-pull-out');
    expect(idsOf('movie theater')).toContain('threat-against-theatres');
  });

  test('has every event to find, the notes of chapters among them', () => {
    expect(find('').all).toBe(page.content.events.length);
    const notes = page.content.events.filter(({weight}) => weight === 'context');
    expect(notes.length).toBeGreaterThan(0);
    for (const {id, title} of notes) expect(find(`“${title}”`).matching).toContainEqual(expect.objectContaining({id, isNote: true}));
  });

  test('finds a measure by its name: the events that carry its figures', () => {
    for (const {id, name} of page.content.story.measures) {
      const carriers = page.content.events.filter(({figures}) => figures.some(({measure}) => measure === id)).map((event) => event.id);
      expect(carriers.length).toBeGreaterThan(0);
      expect(idsOf(name), name).toEqual(expect.arrayContaining(carriers));
    }
  });

  test.each([
    '17 December',
    'Dec 17',
    '2014-12-17',
    '17 Dec 2014',
    'December 17',
    'Day 24',
    'on Wednesday the 17th of December',
    '12/17/2014',
  ])('for %s lists the events of that day first', (asked) => {
    const onTheDay = page.content.events
      .filter(({date}) => date.text === '2014-12-17' || date.text.startsWith('2014-12-17T'))
      .map(({id}) => id);
    const {matching} = find(asked);
    expect(onTheDay.length).toBeGreaterThan(4);
    expect(
      matching
        .slice(0, onTheDay.length)
        .map(({id}) => id)
        .sort(),
    ).toEqual(onTheDay.toSorted());
    const order = ['on', 'includes', 'known', 'mention'];
    const groups = matching.map(({where}) => order.indexOf(where!));
    expect(groups).toEqual(groups.toSorted());
    expect(matching).toContainEqual(expect.objectContaining({id: 'weeks-of-leaks', where: 'includes'}));
  });

  test('finds a phrase only where it is', () => {
    const phrase = idsOf('“North Korea”');
    expect(phrase.length).toBeGreaterThan(10);
    for (const {id, title, label, short, text, keywords} of page.content.events) {
      if (/North Korea\b/.test([title, label, short, text, ...keywords].join(' '))) expect(phrase, id).toContain(id);
    }
    expect(idsOf('“Korea North”')).toEqual([]);
  });

  test.each([
    ['netflx', 'Netflix'],
    ['Netfilx', 'Netflix'],
    ['Holywood', 'Hollywood'],
    ['cyberwarefare', 'cyberwarfare'],
    ['Pyonyang', 'Pyongyang'],
  ])('for %s offers “%s”', (asked, word) => {
    const {query, matching} = find(asked);
    expect(matching).toEqual([]);
    expect(suggestions(query, page.findables.index, null)[0]).toBe(word);
    expect(idsOf(word).length).toBeGreaterThan(0);
  });

  test('does not make another word of a name it does not know', () => {
    expect(find('O’Brien').matching).toEqual([]);
    expect(suggestions(find('O’Brien').query, page.findables.index, null)).toEqual([]);
  });

  test('offers nothing but words of the story', () => {
    const told = new Set(
      [...wordsIn(...textsIn(page.document.body)), ...wordsIn(JSON.stringify(page.beside))].map((word) => word.toLowerCase()),
    );
    for (const {title} of page.content.events) {
      for (const word of title.match(/\p{L}{4,}/gu)!) {
        const misspelt = word.slice(0, 2) + word[3]! + word[2]! + word.slice(4);
        for (const offered of suggestions(find(misspelt).query, page.findables.index, null)) {
          for (const part of offered.match(/[\p{L}\p{N}]+/gu)!) expect(told, `${misspelt}: ${offered}`).toContain(part.toLowerCase());
        }
      }
    }
  });

  test('never says that no event mentions a word that is on the page of one', () => {
    const {content, document} = page;
    const sources = new Map(content.sources.map((source) => [source.id, source]));
    const actors = new Map(content.actors.map((actor) => [actor.id, actor]));
    const read = new Set<string>();
    const missing: string[] = [];
    // A number with its groups and decimals is one word; "5" is not what an event at $5.99 is about.
    const ownWords = ({title, label, short, text, keywords}: EventEntry) =>
      new Set([title, label, short ?? '', text, ...keywords].flatMap((part) => part.match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+/gu) ?? []));
    for (const event of content.events) {
      const entry = document.getElementById(event.id)!;
      const beside = wordsIn(
        ...textsIn(entry),
        event.dating ?? '',
        ...event.sources.flatMap(({id, supports}) => [supports, sources.get(id)!.publisher, sources.get(id)!.headline]),
        ...event.actors.flatMap((id) => [actors.get(id)!.name, actors.get(id)!.kind === 'person' ? actors.get(id)!.role : '']),
      );
      for (const word of beside) {
        if (read.has(word)) continue;
        read.add(word);
        if (idsOf(word).length === 0) missing.push(`${event.id}: ${word}`);
      }
      for (const word of ownWords(event)) if (!idsOf(word).includes(event.id)) missing.push(`${event.id} itself: ${word}`);
    }
    expect(missing).toEqual([]);
    expect(read.size).toBeGreaterThan(1000);
  });

  test('shows in each result the words it was found by, in whole sentences or clauses', () => {
    for (const [asked] of FIRST) {
      const {query, matching} = find(asked);
      if (query.date) continue;
      for (const {id} of matching) {
        const textOf = (kind: Parameters<typeof page.findables.index.textOf>[1]) => page.findables.index.textOf(id, kind, null);
        const lines = linesAbout(textOf, query);
        const shown = [textOf('title'), ...lines.map(({text}) => text)];
        expect(
          shown.some((text) => markedParts(text, query).some(({isMatched}) => isMatched)),
          `${asked}: ${id}`,
        ).toBe(true);
        for (const {kind, text} of lines) {
          expect(text).not.toMatch(/…|\.\.\.$/);
          const whole = textOf(kind);
          const from = whole.indexOf(text);
          expect(from, `${asked}: ${id}: ${text}`).not.toBe(-1);
          expect(`${whole[from - 1] ?? ' '}${whole[from + text.length] ?? ' '}`, `${asked}: ${id}: ${text}`).not.toMatch(/[\p{L}\p{N}]/u);
        }
      }
    }
  });

  test('finds in Known then only what was public on the day', () => {
    const day = '2014-12-18';
    expect(find('', day).matching.every(({id}) => page.findables.texts.get(id)!.knownMs <= msFromIsoDay(day))).toBe(true);
    expect(find('', day).all).toBeLessThan(find('').all / 2);
    for (const later of ['331', 'iTunes', 'sloppy', 'Spiegel', '$15 million', '2014-12-24', 'Malaysia', 'jobs'])
      expect(idsOf(later, day), later).toEqual([]);
    for (const known of ['lawsuit', 'theater', '17 December', 'Social Security'])
      expect(idsOf(known, day).length, known).toBeGreaterThan(0);
    expect(idsOf('17 December', '2014-12-16')).toEqual([]);
  });
});

/** The text of an element, without the numbers of sources. */
function textsIn(element: Element): string[] {
  if (element.matches('.cite, .source-number, script')) return [];
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === 3 ? [node.nodeValue!] : node.nodeType === 1 ? textsIn(node as Element) : [],
  );
}

/** Words as another program might divide a text into them. */
function wordsIn(...texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []));
}
