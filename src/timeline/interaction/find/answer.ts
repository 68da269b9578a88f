/** The answer to what a reader asks: on the stage, in the counts and facets, in the list or, if that is empty, in ways out. */
import {countAnnounced, countInWords, onTheLine} from './counts.ts';
import type {Counts} from './counts.ts';
import {facetsOf, showChips} from './facets.ts';
import {isFiltering, NO_FILTER, toggled} from './filter.ts';
import type {Filter} from './filter.ts';
import type {FindStage} from './find-stage.ts';
import type {Findables, Findings} from './findables.ts';
import {stageFollower} from './follow.ts';
import {showLanes} from './lanes.ts';
import {knownDay} from './panel.ts';
import type {Panel} from './panel.ts';
import {resultsIn} from './results.ts';
import type {TextIndex} from './search.ts';
import {showWaysOut} from './ways-out.ts';

const ANNOUNCE_MS = 500;

export interface Answer {
  /** @param sortsWho - Whether people may change places. */
  readonly show: (filter: Filter, sortsWho: boolean) => void;
  readonly showEveryone: (filter: Filter) => void;
  /** Lets the stage and its rail show everything again. */
  readonly end: () => void;
}

export interface AnswerHooks {
  /** Asks for what a chip or a way out leads to. */
  readonly onAsk: (wanted: Filter) => void;
  /** To the introduction of a chapter. */
  readonly onChapter: (id: string) => void;
}

/** @param introductions - Of the chapters, which are searched where no event is found. */
export function answerIn(
  panel: Panel,
  stage: FindStage,
  findables: Findables,
  introductions: TextIndex,
  {onAsk, onChapter}: AnswerHooks,
): Answer {
  const {element, piece, words} = panel;
  const facets = facetsOf(panel);
  const results = resultsIn(panel, stage.timeline, findables, (id) => stage.goToEntry(id));
  const follow = stageFollower(stage);
  let announceTimer: ReturnType<typeof setTimeout> | undefined;

  const find = (filter: Filter) => findables.find(filter, knownDay(stage)?.ms ?? null);

  const showCounts = (counts: Counts, isFiltered: boolean) => {
    const day = knownDay(stage);
    const known = day ? words.knownOn(day.name) : '';
    piece('count').textContent = String(counts.matching);
    piece('count-words').textContent = countInWords(counts, isFiltered, known, words);
    piece('clear').hidden = !isFiltered;
    clearTimeout(announceTimer);
    announceTimer = setTimeout(() => stage.announce(countAnnounced(counts, isFiltered, known, words)), ANNOUNCE_MS);
  };

  const showFacets = (findings: Findings, filter: Filter, sortsWho: boolean) => {
    facets.show(findings, filter, findables.named(knownDay(stage)?.ms ?? null), sortsWho);
    showLanes(stage, filter);
    for (const button of element.querySelectorAll<HTMLElement>('[data-find^="known-"]')) {
      button.setAttribute('aria-pressed', String(stage.isKnownThen === (button.dataset['find'] === 'known-then')));
    }
  };

  const showNoMatch = (findings: Findings, filter: Filter) =>
    showWaysOut(panel, findables, introductions, findings, filter, knownDay(stage), {
      onChapter,
      onWay(way) {
        if (way.isKnownNow) stage.act('known-now');
        onAsk(way.filter);
        piece('results').focus({preventScroll: true});
      },
    });

  return {
    show(filter, sortsWho) {
      const findings = find(filter);
      const {matching, all} = findings;
      const shown = onTheLine(matching);
      follow(isFiltering(filter) ? new Set(shown.map(({id}) => id)) : null);
      showCounts({matching: matching.length, onTheLine: shown.length, all}, isFiltering(filter));
      showFacets(findings, filter, sortsWho);
      showChips(panel, ({facet, value}) => onAsk(toggled(filter, facet, value)));
      results.show(findings, knownDay(stage)?.ms ?? null);
      showNoMatch(findings, filter);
    },
    showEveryone(filter) {
      const hiddenBefore = facets.showAll();
      showFacets(find(filter), filter, false);
      hiddenBefore?.box.focus();
    },
    end() {
      clearTimeout(announceTimer);
      follow(null);
      showFacets(find(NO_FILTER), NO_FILTER, false);
    },
  };
}
