/** Zooming, panning, scrubbing, the keyboard and replay, on the real story and on invented ones of any size. */
import {arrangementsOfMove, costOfMove, type Cost} from './frames.ts';
import {inventedTimeline} from './invented-story.ts';
import {MOVES, type Move} from './moves.ts';
import type {Bench, Part} from './part.ts';
import type {MeasuredPage, Site} from './site.ts';
import {median, pairedRatio, rounded} from './statistics.ts';
import type {Row, Table} from './table.ts';

const SLOWDOWNS = [1, 4];
const MANY_EVENTS = [1000, 10_000];

/** Measures moves on some pages, page after page in every round. */
async function tableOf(
  {rounds, say}: Bench,
  blankUrl: string,
  title: string,
  moves: readonly Move[],
  pages: readonly MeasuredPage[],
  cpuSlowdown: number,
): Promise<Table> {
  const rows: Row[] = [];
  for (const move of moves) {
    const moved = pages.filter(({isStage}) => isStage || move.isForBaselines);
    const costs = new Map<string, Cost[]>(moved.map(({name}) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      say(`${move.name}: ${title}, round ${round} of ${rounds}`);
      for (const page of moved) costs.get(page.name)!.push(await costOfMove(blankUrl, page, move, cpuSlowdown));
    }
    for (const page of moved) {
      const mine = costs.get(page.name)!;
      const value = (key: Exclude<keyof Cost, 'changedPicture'>): number => median(mine.map((cost) => cost[key]));
      const ratioTo = (name: string): number | null => {
        const theirs = costs.get(name);
        return theirs && theirs !== mine
          ? rounded(
              pairedRatio(
                mine.map(({p50Ms}) => p50Ms),
                theirs.map(({p50Ms}) => p50Ms),
              ),
            )
          : null;
      };
      rows.push({
        move: move.name,
        page: page.name,
        p50: rounded(value('p50Ms')),
        p95: rounded(value('p95Ms')),
        max: rounded(value('maxMs'), 1),
        'over 16.7': rounded(value('late'), 0),
        frames: rounded(value('frames'), 0),
        script: rounded(value('scriptMs')),
        style: rounded(value('styleMs')),
        layout: rounded(value('layoutMs')),
        paint: rounded(value('paintMs')),
        'wall p50': rounded(value('wallP50Ms'), 1),
        'wall p95': rounded(value('wallP95Ms'), 1),
        '÷ simple D3': ratioTo('simple D3'),
        ...(pages.some(({name}) => name === 'before') && {'÷ before': ratioTo('before')}),
        'label layouts': page.isStage ? await arrangementsOfMove(blankUrl, page, move) : null,
        // A page without a timeline stays as it is; any other that did was not measured.
        moved: page.name === 'plain HTML' ? null : mine.every(({changedPicture}) => changedPicture) ? 'yes' : 'NO',
      });
    }
  }
  return {title: `${title}, processor slowed ${cpuSlowdown}×: main-thread ms a frame, medians of ${rounds}`, rows};
}

async function pagesOf({home, before, plain, story, withStory}: Site): Promise<MeasuredPage[]> {
  return [plain, withStory('real', story).naive, ...(before ? [before] : []), home];
}

function partFor(move: Move, about: string): Part {
  return {
    name: move.name,
    about,
    async measure(bench) {
      const site = await bench.site();
      const tables: Table[] = [];
      for (const slowdown of SLOWDOWNS) {
        tables.push(
          await tableOf(
            bench,
            site.blankUrl,
            `${move.name} through ${site.story.events.length} events`,
            [move],
            await pagesOf(site),
            slowdown,
          ),
        );
      }
      return tables;
    },
  };
}

const ABOUT: Readonly<Record<string, string>> = {
  zoom: '36 turns of the wheel in, 24 out',
  pan: 'a drag to one side and back',
  scrub: 'the playhead from end to end in 60 steps, in Known then',
  keys: 'the keyboard from event to event',
  play: 'the replay',
};

export const moving: readonly Part[] = MOVES.map((move) => partFor(move, ABOUT[move.name]!));

export const many: Part = {
  name: 'many',
  about: `zoom, pan and scrub with ${MANY_EVENTS.map((n) => n.toLocaleString('en-US')).join(' and ')} events`,
  async measure(bench) {
    const site = await bench.site();
    const tables: Table[] = [];
    for (const count of MANY_EVENTS) {
      const {stage, naive} = site.withStory(`invented-${count}`, inventedTimeline(count));
      tables.push(
        await tableOf(
          bench,
          site.blankUrl,
          `${count} invented events`,
          MOVES.filter(({isForBaselines}) => isForBaselines),
          [naive, stage],
          1,
        ),
      );
    }
    return tables;
  },
};
