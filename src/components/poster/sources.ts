import type {Content, SourceEntry} from '../../schema/content.ts';
import {placeIn} from '../../story/lookup.ts';

/**
 * As many sources as a sheet has room for, in their order on the site: those that are numbered beside a figure
 * first, then those that most of the events shown rest on.
 *
 * @param shown - Ids of the events on the sheet.
 * @param numbered - Ids of sources that the sheet must name.
 */
export function posterSources(
  {sources, events}: Pick<Content, 'sources' | 'events'>,
  shown: ReadonlySet<string>,
  numbered: ReadonlySet<string>,
  most: number,
): readonly SourceEntry[] {
  if (sources.length <= most) return sources;
  const uses = new Map<string, number>();
  for (const event of events) {
    if (!shown.has(event.id)) continue;
    for (const {id} of event.sources) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const weight = ({id}: SourceEntry) => (numbered.has(id) ? Infinity : (uses.get(id) ?? 0));
  // Two sources of infinite weight are level too, and keep their order.
  const weightiestFirst = sources.toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a)));
  return weightiestFirst.slice(0, most).sort((a, b) => placeIn(sources, a.id) - placeIn(sources, b.id));
}
