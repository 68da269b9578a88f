/** The zones that readers may see an hour in. */
import type {StoryEntry} from '../../schema/content.ts';

export interface ZoneChoice {
  /** An IANA name. */
  readonly zone: string;
  /** As it is said after an hour. */
  readonly name: string;
}

const UTC = 'UTC';

/** The story's own zone first, then those it names, then UTC; none twice. */
export function zoneChoices({zone, zoneLabel, zones}: Pick<StoryEntry, 'zone' | 'zoneLabel' | 'zones'>): ZoneChoice[] {
  const own = zones.find((choice) => choice.zone === zone) ?? {zone, name: zoneLabel};
  const others = zones.filter((choice) => choice.zone !== zone);
  const hasUtc = [own, ...others].some((choice) => choice.zone === UTC);
  return [own, ...others, ...(hasUtc ? [] : [{zone: UTC, name: UTC}])];
}
