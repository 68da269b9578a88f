import type {AstroComponentFactory} from 'astro/runtime/server/index.js';
import {createComponent, renderComponent, renderTemplate} from 'astro/runtime/server/index.js';
import type {BodyComponentName} from '../../schema/body-components.ts';
import type {ShownContent} from '../../story/story.ts';
import {memoizeBy} from '../../timeline/model/memoize.ts';
import Actor from './Actor.astro';
import Cite from './Cite.astro';
import EventLink from './EventLink.astro';
import Later from './Later.astro';
import Nothing from './Nothing.astro';
import Quote from './Quote.astro';

/** Those that look something up in the story. */
const ASKING = {Actor, Cite, EventLink, Later, Quote};
const SHOWN_ASIDE = {BigFigure: Nothing, Disagreement: Nothing, Position: Nothing};
const ALL: Readonly<Record<BodyComponentName, AstroComponentFactory>> = {...ASKING, ...SHOWN_ASIDE};

/** What a writer may use in a body without importing it. A body knows no story, so each component comes with its own. */
export const bodyComponentsOf = memoizeBy((content: ShownContent): Readonly<Record<string, AstroComponentFactory>> => {
  const withContent = ([name, component]: [string, AstroComponentFactory]) => [
    name,
    createComponent((result, props, slots) => renderTemplate`${renderComponent(result, name, component, {...props, content}, slots)}`),
  ];
  return {...ALL, ...Object.fromEntries(Object.entries(ASKING).map(withContent))};
});
