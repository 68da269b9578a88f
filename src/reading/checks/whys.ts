/** Reasons that an import gives too, for events that never become files. */
export const KNOWN_TOO_EARLY = 'Nobody can know of a thing before it happens, unless it was announced.';
export const OUTSIDE_THE_STORY = 'Nothing is drawn outside that stretch.';
