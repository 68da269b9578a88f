/** What buttons, keys and the ruler do to the playhead and to what was known on its day. */
import {playheadOf, playheadOfDay, publicPlayheadOf} from '../model/playhead.ts';
import {stageWords} from '../model/words/stage.ts';
import {dayInWords, dayName, eventName} from '../render/names.ts';
import type {AddressBar} from './address-bar.ts';
import {neighbourEvent} from './next-event.ts';
import type {LiveStage} from './live-stage.ts';
import type {PageFold} from './page-fold.ts';
import {isOnRuler, playheadAt} from './plot-places.ts';
import type {Reading} from './reading.ts';
import {listenForScrub} from './scrub.ts';
import {knownInWords} from './speech.ts';
import type {TwoClocks} from './two-clocks.ts';

export interface PlayheadControls {
  /** While the playhead is dragged the address waits; where it ends is one step for Back. */
  readonly isScrubbing: boolean;
  /** Lets the playhead be dragged on the ruler. */
  readonly listen: () => void;
  readonly moveDay: (days: 1 | -1) => void;
  readonly setKnownThen: (isKnownThen: boolean) => void;
  /** Begins or ends the comparison of then and now at the playhead's day. */
  readonly setBoth: (isBoth: boolean) => void;
  /** Shows what was known on the day that the story's opening asks about. */
  readonly answerQuestion: () => void;
  /** From now on Known then comes back at the playhead's own day, for it has been shown. */
  readonly noteAnswered: () => void;
  readonly isAnswered: boolean;
  /** Goes to the next event or the one before; in Known then to the next that the public hears of. */
  readonly step: (step: 1 | -1) => void;
}

/** A page scrolled to within this of the stage's top has reached the story, and goes along to the event. */
const AT_TOP_PX = 2;

export function playheadControls(
  stage: LiveStage,
  {
    clocks,
    address,
    reading,
    fold,
  }: {readonly clocks: TwoClocks; readonly address: AddressBar; readonly reading: Reading; readonly fold: PageFold},
): PlayheadControls {
  const {timeline, plot} = stage;
  const words = stageWords(timeline.language);
  let isScrubbing = false;
  const knownWords = () => knownInWords(timeline, clocks.compared() ?? clocks.known(), stage.playheadMs);
  /** Whether Known then has been shown. */
  let isAnswered = false;
  const setKnownThen = (isKnownThen: boolean) => {
    isAnswered ||= isKnownThen;
    if (!clocks.setKnownThen(isKnownThen)) return;
    address.push();
    stage.drawSoon();
    fold.soon();
    stage.announce(isKnownThen ? knownWords() : words.allShown(timeline.events.length));
  };
  /** The first press of Known then, or of Both, goes to the day that the opening asks about, unless the reader has gone to another. */
  const goToQuestion = (isAsked: boolean) => {
    const {dayMs, playheadMs} = timeline.opening;
    const isUntouched = reading.selectedId === null && stage.playheadMs === playheadMs;
    if (!isAnswered && dayMs !== null && (isAsked || isUntouched)) clocks.set(playheadOfDay(dayMs), clocks.isKnownThen);
  };

  return {
    get isScrubbing() {
      return isScrubbing;
    },
    listen() {
      listenForScrub(plot, {
        isOnRuler: (event) => isOnRuler(event, stage),
        onStart: () => {
          clocks.pause();
          isScrubbing = true;
          stage.classList.add('is-scrubbing');
        },
        onMove: (xPx) => clocks.moveTo(playheadAt(xPx, stage)),
        onEnd: () => {
          isScrubbing = false;
          stage.classList.remove('is-scrubbing');
          address.push();
        },
      });
    },
    moveDay(days) {
      clocks.pause();
      clocks.moveDay(days);
      address.step();
      stage.announce(
        stage.isKnownThen || clocks.isBoth
          ? knownWords()
          : words.playheadOn(dayName(timeline, stage.playheadMs), dayInWords(stage.playheadMs, timeline.language)),
      );
    },
    setKnownThen(isKnownThen) {
      if (isKnownThen) goToQuestion(false);
      else clocks.pause();
      setKnownThen(isKnownThen);
    },
    setBoth(isBoth) {
      if (isBoth) goToQuestion(false);
      clocks.pause();
      isAnswered ||= isBoth;
      if (!clocks.setBoth(isBoth)) return;
      address.push();
      stage.drawSoon();
      fold.soon();
      stage.announce(isBoth ? knownWords() : words.allShown(timeline.events.length));
    },
    answerQuestion() {
      goToQuestion(true);
      setKnownThen(true);
    },
    noteAnswered: () => (isAnswered = true),
    get isAnswered() {
      return isAnswered;
    },
    step(step) {
      clocks.pause();
      const headOf = stage.isKnownThen ? publicPlayheadOf : playheadOf;
      const reachable = stage.reachable();
      const events = stage.isKnownThen ? [...reachable].sort((a, b) => headOf(a) - headOf(b)) : reachable;
      const event = neighbourEvent({...timeline, events}, events.map(headOf), stage.playheadMs, reading.selectedId, step);
      if (!event) return;
      if (stage.isKnownThen) {
        clocks.moveTo(headOf(event));
        address.step();
      }
      fold.now();
      reading.select(event.id, {goTo: scrollY > stage.offsetTop - AT_TOP_PX, reveal: true});
      stage.announce(eventName(stage.scene(), event));
    },
  };
}
