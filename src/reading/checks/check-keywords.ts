/** The words that readers look for: those an event's text does not hold, and those that mean the same. */
import {shown} from '../../problems/quoted.ts';
import {advise, arrayIn, checkerOf, isGood, textAt} from '../draft.ts';
import type {Draft, Drafts, StoryParts} from '../draft.ts';
import type {Path} from '../read-yaml.ts';
import {holdsPhrase, searchWords} from '../search-words.ts';

/** Reports and advises on `keywords` of events and `synonyms` of the story. */
export function checkKeywords(all: Drafts, story: StoryParts): void {
  const actorNames = new Map(all.actor.map((draft) => [draft.id, textAt(draft, ['name']) ?? '']));
  const texts = new Map(all.event.map((draft) => [draft, textOf(draft, actorNames).map(searchWords)]));
  for (const draft of all.event) checkEventKeywords(draft, texts.get(draft) ?? []);
  if (story.draft) checkSynonyms(story.draft, all.event, texts);
}

/** What readers see of an event in words of its own. */
function textOf(draft: Draft, actorNames: ReadonlyMap<string, string>): string[] {
  return [
    ...['title', 'label', 'short'].map((name) => textAt(draft, [name]) ?? ''),
    draft.body?.text ?? '',
    ...arrayIn(draft.yaml?.data['actors']).map((id) => actorNames.get(String(id)) ?? ''),
  ];
}

function checkEventKeywords(draft: Draft, texts: readonly (readonly string[])[]): void {
  const seen = new Set<string>();
  for (const i of arrayIn(draft.yaml?.data['keywords']).keys()) {
    const path = ['keywords', i] as const;
    const keyword = textAt(draft, path);
    if (keyword === null) continue;
    const words = searchWords(keyword);
    if (hasNoWord(draft, path, 'keywords', keyword, words)) continue;
    const key = words.join(' ');
    if (seen.has(key)) {
      checkerOf(draft)(path, {
        rule: 'duplicate-item',
        what: `\`keywords\` has \`${shown(keyword)}\` twice.`,
        why: 'Capitals and accents make no difference to Find, so one is enough.',
        fix: 'Delete one of the two.',
      });
    } else if (texts.some((text) => holdsPhrase(text, words))) {
      advise(draft, draft.yaml?.rangeOf(path) ?? [0, 0], {
        rule: 'keyword-in-text',
        what: `The event’s own words hold \`${shown(keyword)}\` already.`,
        why: 'Find searches title, labels, text and names; keywords are for the words that are not in them.',
        fix: 'Delete it.',
      });
    }
    seen.add(key);
  }
}

function checkSynonyms(draft: Draft, events: readonly Draft[], texts: ReadonlyMap<Draft, readonly (readonly string[])[]>): void {
  // Of a text that cannot be read nobody can say which words it holds.
  const isWhole = events.length > 0 && events.every(({yaml, body}) => yaml?.isWhole === true && body !== null);
  const published = events.filter(({yaml}) => yaml?.data['draft'] !== true);
  const searched = published.flatMap((event) => [
    ...(texts.get(event) ?? []),
    ...arrayIn(event.yaml?.data['keywords']).map((word) => searchWords(String(word))),
  ]);
  const groupOf = new Map<string, number>();
  for (const [i, group] of arrayIn(draft.yaml?.data['synonyms']).entries()) {
    if (!Array.isArray(group)) continue;
    const phrases: string[][] = [];
    for (const j of group.keys()) {
      const path = ['synonyms', i, j] as const;
      const word = textAt(draft, path);
      if (word === null) continue;
      const words = searchWords(word);
      if (hasNoWord(draft, path, 'synonyms', word, words)) continue;
      phrases.push(words);
      const key = words.join(' ');
      const other = groupOf.get(key);
      if (other !== undefined) {
        checkerOf(draft)(path, {
          rule: 'duplicate-item',
          what:
            other === i
              ? `Group ${i + 1} of \`synonyms\` has \`${shown(word)}\` twice.`
              : `\`${shown(word)}\` is in group ${other + 1} and in group ${i + 1} of \`synonyms\`.`,
          why:
            other === i
              ? 'Capitals and accents make no difference to Find, so one is enough.'
              : 'Find could not know which words have the same meaning as it.',
          fix:
            other === i
              ? 'Delete one of the two.'
              : 'Make one group of the two if all their words mean the same; else delete the word from one of them.',
        });
      } else groupOf.set(key, i);
    }
    if (
      !isWhole ||
      phrases.length === 0 ||
      !isGood(draft, ['synonyms', i]) ||
      phrases.some((phrase) => searched.some((text) => holdsPhrase(text, phrase)))
    )
      continue;
    checkerOf(draft)(['synonyms', i, 0], {
      rule: 'synonyms-match-nothing',
      what: `No event holds a word of the group ${group.map((word) => `\`${shown(String(word))}\``).join(', ')}.`,
      why: 'A reader who types one of them would find the events that contain another; here no event does.',
      fix: 'Add the word that the events do use, give an event one of these as a keyword, or delete the group.',
    });
  }
}

/** Reports a text made of signs alone. */
function hasNoWord(draft: Draft, path: Path, field: string, text: string, words: readonly string[]): boolean {
  if (words.length > 0) return false;
  checkerOf(draft)(path, {
    rule: 'no-word',
    what: `\`${shown(text)}\` in \`${field}\` has no letter and no digit.`,
    why: 'Find looks for words.',
    fix: 'Write the word that readers look for, or delete it.',
  });
  return true;
}
