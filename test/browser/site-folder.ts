/** Where the site of the tests' own story is built, before the first test of a run. */
export const SITE_FOLDER = 'test-results/sites/full-story';
