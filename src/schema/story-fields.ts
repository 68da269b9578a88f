/** What a writer may write in `story.yaml`, field by field. */
import {z} from 'astro/zod';
import {date, httpsAddress, id, LABEL_MAX, LINE_MAX, RAIL_NAME_MAX, SHORT_MAX, text, TITLE_MAX} from './field-kinds.ts';
import {field} from './guidance.ts';
import {GLYPHS, HUES, LOOKS} from './lists.ts';
import {opening, replay} from './opening-fields.ts';

const lane = z.strictObject({
  id: field(id(), 'The word events name the lane by.', 'Events refer to it.', 'id: crew'),
  name: field(text().max(RAIL_NAME_MAX), 'The name readers see.', 'It is at the left of the lane.', 'name: The crew'),
  glyph: field(z.enum(GLYPHS), 'The shape of its marks.', 'Lanes differ in shape, not in colour alone.', 'glyph: diamond'),
  hue: field(z.enum(HUES), 'The colour of its marks.', 'Marks of one lane share it.', 'hue: slate'),
  rows: field(
    z.number().int().min(1).max(6),
    'How many rows it has on a wide screen, 1 to 6.',
    'A crowded lane needs more room.',
    'rows: 2',
  ),
});

const measure = z.strictObject({
  id: field(id(), 'The word figures name the measure by.', 'Figures refer to it.', 'id: viewers'),
  name: field(text().max(RAIL_NAME_MAX), 'The name readers see.', 'It heads the chart.', 'name: Viewers'),
  unit: field(
    text().max(LINE_MAX),
    'What is counted, in full.',
    'A number without its unit says nothing.',
    'unit: people watching at home',
  ),
  prefix: field(z.string().max(8).optional(), 'What is before the number, such as `$`.', 'It is printed with every number.', 'prefix: $'),
  suffix: field(z.string().max(8).optional(), 'What is after the number, such as `%`.', 'It is printed with every number.', 'suffix: "%"'),
  scope: field(
    text(),
    'What the numbers cover and what they leave out.',
    'Readers must not compare what cannot be compared.',
    'scope: Homes with a set, in one country.',
  ),
});

const state = z.strictObject({
  label: field(text().max(LABEL_MAX), 'The words on the strip.', 'Readers see them when the state lasts long enough.', 'label: In orbit'),
  short: field(
    text().max(SHORT_MAX).optional(),
    'Fewer words, for a short stretch.',
    'A short stretch has no room for more.',
    'short: Orbit',
  ),
  look: field(
    z.enum(LOOKS),
    'How its stretch is drawn: as an `outline`, `hatched`, with a `double` outline, or `solid`.',
    'Readers see at a glance that something has changed.',
    'look: outline',
  ),
  date: field(date(), 'When it begins; it lasts until the next.', 'The strip changes there.', 'date: "1969-07-16"'),
  event: field(id().optional(), 'The event that brought it about.', 'The strip leads to that entry.', 'event: eagle-lands'),
  source: field(id(), 'The source that says so.', 'A state is a claim like any other.', 'source: times-1969-07-21'),
});

/** `story.yaml`. */
export const storyFields = z.strictObject({
  title: field(text().max(TITLE_MAX), 'The name of the story.', 'It heads every page.', 'title: Eight Days in July'),
  kicker: field(text().max(LABEL_MAX), 'A few words above the title.', 'They say what the story is about.', 'kicker: The Moon landing'),
  deck: field(
    text().max(400),
    'Two sentences under the title; `*emphasis*` and `**strong**` are allowed.',
    'They tell the story to readers who read nothing else.',
    'deck: On the 16th they left; on the 24th they were back.',
  ),
  description: field(
    text().max(300),
    'One sentence for search engines and link previews.',
    'It is shown where the page is linked.',
    'description: A sourced timeline of the first Moon landing.',
  ),
  language: field(text(), 'The language the story is written in, such as `en`.', 'Browsers and screen readers need it.', 'language: en'),
  firstDay: field(date(), 'Day 1 of the story’s own count, a day in quotes.', 'Days are counted from it.', 'firstDay: "1969-07-16"'),
  extent: field(
    date(),
    'The stretch of time the timeline shows, from first to last day.',
    'Nothing is drawn outside it.',
    'extent: "1969-07-10/1969-08-01"',
  ),
  zone: field(
    text(),
    'The time zone hours are shown in, such as `Europe/Paris`.',
    'A time of day means nothing without its zone.',
    'zone: America/Chicago',
  ),
  zoneLabel: field(text().max(8), 'The few letters shown after an hour.', 'Readers see which zone an hour is in.', 'zoneLabel: CT'),
  zones: field(
    z
      .array(
        z.strictObject({
          zone: field(text(), 'A time zone, such as `Europe/Paris`.', 'Hours are worked out from it.', 'zone: Europe/Moscow'),
          name: field(
            text().max(LABEL_MAX),
            'What its time is called, as it is said after an hour.',
            'Readers choose it by its name.',
            'name: Moscow time',
          ),
        }),
      )
      .min(1)
      .optional(),
    'Zones readers may see hours in; UTC and their own are always among them.',
    'What is known to the hour happened at another hour elsewhere.',
    'zones:\n  - zone: America/Chicago\n    name: Houston time\n  - zone: Europe/Moscow\n    name: Moscow time',
  ),
  bracket: field(
    z
      .strictObject({
        label: field(text().max(SHORT_MAX), 'The words on the bracket.', 'They tie the title to the chart.', 'label: Eight days'),
        long: field(
          text().max(LINE_MAX).optional(),
          'More words, where there is room for them; those of `label` if left out.',
          'They say what the stretch begins and ends with.',
          'long: "Eight days: launch to splashdown"',
        ),
        date: field(date(), 'The stretch it spans.', 'The bracket is drawn over it.', 'date: "1969-07-16/1969-07-24"'),
      })
      .optional(),
    'A bracket on the ruler that ties the title to the chart.',
    'It shows at a glance what the title means.',
    'bracket:\n  label: Eight days\n  date: "1969-07-16/1969-07-24"',
  ),
  opening: field(
    opening.optional(),
    'What a first visit shows; the whole story if left out.',
    'Readers see what matters most before they touch anything.',
    'opening:\n  window: "1969-07-15/1969-07-25"\n  day: "1969-07-20"',
  ),
  replay: field(
    replay.optional(),
    'What the replay shows, day by day; the landmarks of the story if left out.',
    'Readers who press one button see the story as the public learned it.',
    'replay:\n  label: Replay the landing\n  date: "1969-07-19/1969-07-21"\n' +
      '  captions:\n    - day: "1969-07-20"\n      caption: The Eagle lands.',
  ),
  reels: field(
    z
      .array(
        z.strictObject({
          label: field(
            text().max(LABEL_MAX),
            'The words above the reel.',
            'Readers see which part of the story it shows.',
            'label: The landing',
          ),
          date: field(
            date(),
            'The stretch it shows, from first to last day.',
            'Nothing else is drawn in it.',
            'date: "1969-07-19/1969-07-21"',
          ),
          share: field(
            z.number().positive().optional(),
            'How much of the poster’s width it takes, beside the other reels; 1 if left out.',
            'Crowded days need more room.',
            'share: 3',
          ),
        }),
      )
      .min(1)
      .optional(),
    'The stretches the poster shows side by side, each on its own scale; the whole story if left out.',
    'Paper cannot be zoomed, so the crowded days get a wider scale.',
    'reels:\n  - label: The landing\n    date: "1969-07-19/1969-07-21"\n    share: 3',
  ),
  author: field(
    text().max(LINE_MAX).optional(),
    'Who wrote the story, if it is said by name.',
    'Search engines and those who cite the story name its author.',
    'author: Ada Marsh',
  ),
  publisher: field(
    z
      .strictObject({
        name: field(text().max(LABEL_MAX), 'The name of those who publish the story.', 'It stands in every citation.', 'name: The Times'),
        url: field(
          httpsAddress().optional(),
          'Their own address, starting with https://.',
          'Search engines tell one publisher from another by it.',
          'url: https://example.org/',
        ),
      })
      .optional(),
    'Who publishes the story.',
    'Search engines and those who cite the story name its publisher.',
    'publisher:\n  name: The Times\n  url: https://example.org/',
  ),
  updated: field(
    date(),
    'The day of the last change to what the site says, written by hand.',
    'Readers see how fresh the story is.',
    'updated: "2026-11-23"',
  ),
  synonyms: field(
    z.array(z.array(text()).min(2)).optional(),
    'Groups of words that mean the same to a reader who searches.',
    'A search for one of them finds the others.',
    'synonyms:\n  - [spacecraft, spaceship, capsule]\n  - [landing, touchdown]',
  ),
  lanes: field(
    z.array(lane).min(1),
    'The rows of the timeline, from top to bottom.',
    'Every event is in one.',
    'lanes:\n  - id: crew\n    name: The crew\n    glyph: diamond\n    hue: slate\n    rows: 2',
  ),
  measures: field(
    z.array(measure).optional(),
    'What is counted under the timeline.',
    'Figures in events refer to them.',
    'measures:\n  - id: viewers\n    name: Viewers\n    unit: people watching at home\n    scope: Homes with a set.',
  ),
  states: field(
    z
      .strictObject({
        name: field(text().max(RAIL_NAME_MAX), 'Whose states they are.', 'It is at the left of the strip.', 'name: The ship'),
        items: field(
          z.array(state).min(1),
          'The states, in order; each lasts until the next begins.',
          'The strip is drawn from them.',
          'items:\n  - label: In orbit\n    look: outline\n    date: "1969-07-16"\n    source: times-1969-07-21',
        ),
      })
      .optional(),
    'A strip that shows what the story’s subject was at every moment.',
    'Readers see the one thing that changed.',
    'states:\n  name: The ship\n  items:\n' +
      '    - label: In orbit\n      look: outline\n      date: "1969-07-16"\n      source: times-1969-07-21',
  ),
});

export type StoryFields = z.infer<typeof storyFields>;
