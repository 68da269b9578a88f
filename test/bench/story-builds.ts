/** Invented stories of any size, built with this project as it is. */
import {cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {writeInventedStory} from './invented-story.ts';
import {timedNode} from './timed-node.ts';

export interface StoryBuild {
  readonly events: number;
  /** The built site, until it is built again. */
  readonly dist: string;
  /** What `npm run build` took, its check included. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The part of `seconds` that went into the poster. */
  readonly posterSeconds: number;
}

export interface StoryBuilds {
  /** A content folder with this many events. */
  readonly content: (events: number) => string;
  readonly buildAnew: (events: number) => Promise<StoryBuild>;
  /** The latest build with this many events, made now if there is none. */
  readonly latestBuild: (events: number) => Promise<StoryBuild>;
  readonly remove: () => void;
}

/** What a build reads; it runs in a copy, because it writes where the site's own build and its tests have their files. */
const PROJECT_FILES = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

export function storyBuilds(): StoryBuilds {
  const folder = mkdtempSync(join(tmpdir(), 'bench-stories-'));
  const project = join(folder, 'project');
  const latest = new Map<number, StoryBuild>();

  function content(events: number): string {
    const path = join(folder, `content-${events}`);
    if (!existsSync(path)) writeInventedStory(path, events);
    return path;
  }

  async function buildAnew(events: number): Promise<StoryBuild> {
    if (!existsSync(project)) {
      for (const name of PROJECT_FILES) cpSync(name, join(project, name), {recursive: true});
      symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
    }
    const check = await timedNode(project, 'src/commands/check.ts', [], content(events));
    const build = await timedNode(project, 'src/tools/astro.ts', ['build'], content(events));
    const dist = join(folder, `dist-${events}`);
    rmSync(dist, {recursive: true, force: true});
    renameSync(join(project, 'dist'), dist);
    const made: StoryBuild = {
      events,
      dist,
      seconds: check.seconds + build.seconds,
      cpuSeconds: check.cpuSeconds + build.cpuSeconds,
      posterSeconds: pageSeconds(build.output, '/poster/index.html'),
    };
    latest.set(events, made);
    return made;
  }

  return {
    content,
    buildAnew,
    latestBuild: async (events) => latest.get(events) ?? buildAnew(events),
    remove: () => rmSync(folder, {recursive: true}),
  };
}

/**
 * What a build says one page took.
 *
 * @throws Error if its log does not name the page.
 */
export function pageSeconds(log: string, page: string): number {
  for (const line of log.split('\n')) {
    const [, time, unit] = /\(\+([\d.]+)(ms|s)\)/.exec(line) ?? [];
    if (time !== undefined && line.includes(` ${page} `)) return Number(time) / (unit === 'ms' ? 1000 : 1);
  }
  throw new Error(`The build's log says nothing of the time that ${page} took; its form may have changed with Astro.`);
}

/** The size of the largest event page of a built site, in bytes. */
export function largestEventPage(dist: string): number {
  return Math.max(...readdirSync(join(dist, 'events')).map((id) => statSync(join(dist, 'events', id, 'index.html')).size));
}
