/** What a replay shows on its way: the story's own captions, or its landmarks on the days they became public. */
import type {StoryEntry} from '../../schema/content.ts';
import {countsDays} from './pace.ts';
import {DAY_MS, dayStartMs} from './time.ts';
import type {Timeline, TimelineEvent} from './timeline.ts';

export interface Caption {
  /** Start of its day. */
  readonly dayMs: number;
  /** Id of its event, or null. */
  readonly event: string | null;
  readonly caption: string;
  /** One more thing that was public that day, or empty. */
  readonly line: string;
}

export interface ReplayPlan {
  /** Starts of the days it stops at, in order. */
  readonly days: readonly number[];
  readonly captions: readonly Caption[];
}

/** This many days side by side still have room for their names. */
const MOST_DAYS = 16;
/** More than these, and a reader is not with us at the end. */
const MOST_CAPTIONS = 12;

/** @returns A plan without days if the story has no landmarks. */
export function replayPlanOf({replay}: Pick<StoryEntry, 'replay'>, timeline: Pick<Timeline, 'events' | 'extent'>): ReplayPlan {
  const captions = replay
    ? replay.captions.map(({day, ...rest}): Caption => ({...rest, dayMs: dayStartMs(day.earliestMs!)}))
    : captionsOfLandmarks(timeline.events);
  const stops = [...new Set(captions.map(({dayMs}) => dayMs))];
  const [fromMs, toMs] = replay
    ? [dayStartMs(replay.date.earliestMs!), dayStartMs(replay.date.latestMs!)]
    : [stops[0] ?? Infinity, stops.at(-1) ?? -Infinity];
  const count = (toMs - fromMs) / DAY_MS + 1;
  const goesByDays = countsDays(timeline.extent) && count <= MOST_DAYS;
  return {captions, days: goesByDays ? Array.from({length: Math.max(count, 0)}, (_, i) => fromMs + i * DAY_MS) : stops};
}

function captionsOfLandmarks(events: readonly TimelineEvent[]): Caption[] {
  const landmarks = events.filter(({importance}) => importance === 1).sort((a, b) => a.knownMs - b.knownMs);
  const turningPoints = landmarks.filter(({isTurningPoint}) => isTurningPoint);
  const shown = spread(landmarks.length <= MOST_CAPTIONS || turningPoints.length === 0 ? landmarks : turningPoints);
  return shown.map(({id, label, knownMs}) => ({dayMs: knownMs, event: id, caption: label, line: ''}));
}

/** The first, the last, and as many between them as there is time for. */
function spread<T>(items: readonly T[]): readonly T[] {
  if (items.length <= MOST_CAPTIONS) return items;
  return Array.from({length: MOST_CAPTIONS}, (_, i) => items[Math.round((i * (items.length - 1)) / (MOST_CAPTIONS - 1))]!);
}
