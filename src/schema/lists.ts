/** The words that fields choose from; each order is that of the guide, and of weights that of importance. */
export const WEIGHTS = ['turning-point', 'landmark', 'standard', 'detail', 'context'] as const;
export const STATUSES = ['confirmed', 'reported', 'disputed', 'announced'] as const;
export const QUALIFIERS = ['exact', 'about', 'over', 'nearly', 'at-least'] as const;
export const HUES = ['slate', 'blue', 'violet', 'gold', 'teal', 'magenta'] as const;
export const GLYPHS = ['diamond', 'square', 'cross', 'shield', 'circle', 'triangle'] as const;
export const SOURCE_KINDS = ['article', 'consulted'] as const;
export const LOOKS = ['outline', 'hatched', 'double', 'solid'] as const;
