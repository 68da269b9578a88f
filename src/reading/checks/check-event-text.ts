/** The text of an event, its title, and whether its sources can know of it. */
import type {EdtfDate} from '../../schema/content.ts';
import {lastMs} from '../../schema/dates.ts';
import {DAY_MS} from '../../schema/lengths.ts';
import {advise, arrayIn, errorCount, isBlank, textAt} from '../draft.ts';
import type {Draft} from '../draft.ts';

/** The longest text, in characters, that does not interrupt the story. */
const TEXT_ADVICE_MAX = 1600;

/** Longest first paragraph, in characters, that still sums up the event in one breath. */
const SUMMARY_ADVICE_MAX = 280;

export function checkEventText(draft: Draft, known: EdtfDate | null): void {
  const {body} = draft;
  if (!body) return;
  const summaryLength = body.summary.length;
  if (isBlank(draft) || (body.text === '' && errorCount(draft.problems) === 0)) {
    const at = draft.bodyRange?.[0] ?? 0;
    advise(draft, [at, at], {
      rule: 'empty-body',
      what: 'The event has no text under its fields.',
      why: 'Readers would see a headline and nothing else.',
      fix: 'Write one to four sentences under the second `---`.',
    });
  }
  if (body.text !== '' && errorCount(draft.problems) === 0 && (summaryLength === 0 || summaryLength > SUMMARY_ADVICE_MAX)) {
    advise(draft, draft.bodyRange ?? [0, 0], {
      rule: 'summary-length',
      what:
        summaryLength === 0 ? 'The text does not begin with a paragraph of words.' : `The first paragraph has ${summaryLength} characters.`,
      why:
        `The first paragraph is the summary wherever the event is listed; ` +
        `up to ${SUMMARY_ADVICE_MAX} characters can be read in one breath.`,
      fix:
        summaryLength > SUMMARY_ADVICE_MAX
          ? 'Leave an empty line after the sentence that says what happened.'
          : 'Say in the first paragraph what happened.',
    });
  }
  if (body.text.length > TEXT_ADVICE_MAX) {
    advise(draft, draft.bodyRange ?? [0, 0], {
      rule: 'long-text',
      what: `The text has ${body.text.length} characters.`,
      why: `An entry over ${TEXT_ADVICE_MAX} stops the flow of the story.`,
      fix: 'Shorten it, or make two events of it.',
    });
  }
  if (body.bigFigures.length > 1) {
    advise(draft, draft.bodyRange ?? [0, 0], {
      rule: 'two-big-figures',
      what: `The event has ${body.bigFigures.length} big figures.`,
      why: 'Two numbers set large compete, and neither is remembered.',
      fix: 'Keep the one that is the point.',
    });
  }
  if (!known) return;
  for (const later of body.laters) {
    if (later.known.latestMs === null || lastMs(later.known) > lastMs(known)) continue;
    advise(draft, later.range, {
      rule: 'later-not-later',
      what: `<Later> is known on ${later.known.text}, no later than the event itself (${known.text}).`,
      why: 'It sets apart what the public learned only afterwards.',
      fix: 'Check the day, or move the words out of <Later>.',
    });
  }
}

export function adviseEvent(draft: Draft, date: EdtfDate | null, publishedBy: ReadonlyMap<string, EdtfDate>): void {
  const title = textAt(draft, ['title']);
  const letters = title?.replace(/[^\p{L}]/gu, '') ?? '';
  if (
    title !== null &&
    (/[^.]\.$/.test(title) || (letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()))
  ) {
    const isLoud = !title.endsWith('.');
    advise(draft, draft.yaml?.rangeOf(['title']) ?? [0, 0], {
      rule: 'title-style',
      what: isLoud ? '`title` is written in capitals only.' : '`title` ends with a full stop.',
      why: isLoud
        ? 'Capitals are hard to read, and some screen readers spell them out.'
        : 'Titles are headlines, and appear beside others that have none.',
      fix: isLoud ? 'Write it as in a sentence.' : 'Delete the full stop.',
      example: `title: ${JSON.stringify(isLoud ? title[0] + title.slice(1).toLowerCase() : title.slice(0, -1))}`,
    });
  }
  if (!draft.isWritten || !date || date.earliestMs === null || draft.yaml?.data['status'] === 'announced') return;
  const sources = arrayIn(draft.yaml?.data['sources']);
  const published = sources.map((use) => {
    const id = (use as {id?: unknown} | null)?.id;
    return typeof id === 'string' ? (publishedBy.get(id) ?? null) : null;
  });
  const begins = date.earliestMs;
  if (published.length > 0 && published.every((day) => day !== null && day.latestMs !== null && day.latestMs + DAY_MS < begins)) {
    advise(draft, draft.yaml?.keyRangeOf(['sources']) ?? [0, 0], {
      rule: 'source-before-event',
      what: `Every source was published before the event happened (${date.text}).`,
      why: 'No source can report what came after it.',
      fix: 'Check the date; or write `status: announced` if the source only announces it.',
    });
  }
}
