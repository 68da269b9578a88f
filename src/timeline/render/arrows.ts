/** The arrows, which the fonts do not hold, as strokes in a box of 20 by 20. */
export const ARROWS = {
  left: 'M16 10H5M9 5.5L4.5 10 9 14.5',
  right: 'M4 10h11M11 5.5l4.5 4.5-4.5 4.5',
  up: 'M10 16V5M5.5 9L10 4.5 14.5 9',
  down: 'M10 4v11M5.5 11l4.5 4.5 4.5-4.5',
} as const;
