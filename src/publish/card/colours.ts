import type {Hue} from '../../schema/content.ts';

/** The light colours of the site, by their names in tokens.css: a card is always light, and no style sheet reaches it. */
export const COLOURS = {
  bg: '#ffffff',
  ink: '#14171a',
  'ink-2': '#454c54',
  ghost: '#838a92',
  head: '#d1202f',
  'head-ink': '#ffffff',
} as const;

export const HUE_COLOURS: Readonly<Record<Hue, string>> = {
  slate: '#3d454e',
  blue: '#1d5fc4',
  violet: '#6b4fc4',
  gold: '#8a6100',
  teal: '#00776a',
  magenta: '#b0347a',
};
