/** What `npm run import` reads, as its help and its messages say it. */
export const FORMATS =
  'TimelineJS 3 (.json, or its spreadsheet as .csv), Markwhen (.mw), and any table with the columns of our timeline.csv';
