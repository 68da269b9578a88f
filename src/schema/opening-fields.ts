/** What a first visit shows and what the replay shows; both in `story.yaml`. */
import {z} from 'astro/zod';
import {CAPTION_MAX, date, id, LABEL_MAX, LINE_MAX, SHORT_MAX, text} from './field-kinds.ts';
import {field} from './guidance.ts';

export const opening = z.strictObject({
  window: field(
    date(),
    'The stretch the timeline opens on, from first to last day.',
    'It is the first picture readers see.',
    'window: "1969-07-15/1969-07-25"',
  ),
  compactWindow: field(
    date().optional(),
    'The same on a phone, which has room for less; `window` if left out.',
    'A shorter stretch leaves room for words.',
    'compactWindow: "1969-07-16/1969-07-24"',
  ),
  playhead: field(
    date().optional(),
    'The day that is marked; the last of the story if left out.',
    'The bar names it, and readers see where they are.',
    'playhead: "1969-07-20"',
  ),
  day: field(
    date().optional(),
    'The day that readers are asked about: what did the public know on it? The day with the most news if left out.',
    'The first press of “Known then” goes there.',
    'day: "1969-07-20"',
  ),
});

export const replay = z.strictObject({
  label: field(text().max(LABEL_MAX), 'The words on the button.', 'They say what it shows.', 'label: Replay the landing'),
  date: field(
    date(),
    'The stretch it plays, from first to last day.',
    'The playhead goes through it day by day.',
    'date: "1969-07-19/1969-07-21"',
  ),
  closing: field(
    text().max(LINE_MAX).optional(),
    'A sentence at its end: how things stood on the last day.',
    'It comes before what was not public yet.',
    'closing: They are on the Moon.',
  ),
  counters: field(
    z
      .array(
        z.strictObject({
          measure: field(id(), 'One of the measures.', 'Its figure on each day is shown large.', 'measure: viewers'),
          label: field(text().max(SHORT_MAX), 'The word below the figure.', 'There is room for one.', 'label: watching'),
        }),
      )
      .max(2)
      .optional(),
    'Up to two measures whose figures are shown large.',
    'Readers see what changed.',
    'counters:\n  - measure: viewers\n    label: watching',
  ),
  captions: field(
    z
      .array(
        z.strictObject({
          day: field(date(), 'The day it belongs to.', 'It is shown when the replay comes to that day.', 'day: "1969-07-20"'),
          event: field(
            id().optional(),
            'The event it is about, which was public by that day.',
            'Its entry is shown below the timeline.',
            'event: eagle-lands',
          ),
          caption: field(text().max(CAPTION_MAX), 'What happened, as a headline.', 'It is set large.', 'caption: The Eagle lands.'),
          line: field(
            text().max(LINE_MAX).optional(),
            'One more thing that was public that day.',
            'It is below the caption; nothing in it may be known only later.',
            'line: "600 million people are watching."',
          ),
        }),
      )
      .min(1),
    'What is shown on the way, in the order of days.',
    'Each is shown for three seconds.',
    'captions:\n  - day: "1969-07-20"\n    event: eagle-lands\n    caption: The Eagle lands.',
  ),
});
