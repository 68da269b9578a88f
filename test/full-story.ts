/**
 * A whole story for tests: a hundred events, disputes, figures, chapters and knots. It stays as it is when writers
 * change `content/`, or a fork replaces it; what holds of any story is asked of `content/` by `any-story.spec.ts`.
 */
export const FULL_STORY = 'test/fixtures/full-story';
