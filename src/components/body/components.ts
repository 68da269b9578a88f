import Actor from './Actor.astro';
import Cite from './Cite.astro';
import EventLink from './EventLink.astro';
import Later from './Later.astro';
import Nothing from './Nothing.astro';
import Quote from './Quote.astro';

/** What a writer may use in a body without importing it. */
export const bodyComponents = {
  Actor,
  Cite,
  EventLink,
  Later,
  Quote,
  BigFigure: Nothing,
  Disagreement: Nothing,
  Position: Nothing,
};
