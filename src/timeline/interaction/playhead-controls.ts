/** What buttons, keys and the ruler do to the playhead and to what was known on its day. */
import {playheadOfDay, publicPlayheadOf} from '../model/playhead.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {dayInWords, dayName, eventName} from '../render/names.ts';
import type {AddressBar} from './address-bar.ts';
import type {LiveStage} from './live-stage.ts';
import {nextEvent} from './next-event.ts';
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
  listen(): void;
  moveDay(days: 1 | -1): void;
  setKnownThen(isKnownThen: boolean): void;
  /** Begins or ends the comparison of then and now at the playhead's day. */
  setBoth(isBoth: boolean): void;
  /** Shows what was known on the day that the story's opening asks about. */
  answerQuestion(): void;
  /** From now on Known then comes back at the playhead's own day, for it has been shown. */
  noteAnswered(): void;
  /** Whether Known then has been shown, alone or in Both. */
  readonly isAnswered: boolean;
  /** Goes to the next event or the one before; in Known then to the next that the public hears of. */
  step(step: 1 | -1): void;
}

/** What the controls move along with the stage. */
interface Moved {
  readonly clocks: TwoClocks;
  readonly address: AddressBar;
  readonly reading: Reading;
  readonly fold: PageFold;
}

/** A page scrolled to within this of the stage's top has reached the story, and goes along to the event. */
const AT_TOP_PX = 2;

export function playheadControls(stage: LiveStage, moved: Moved): PlayheadControls {
  return new ControlsOnStage(stage, moved);
}

class ControlsOnStage implements PlayheadControls {
  isScrubbing = false;
  isAnswered = false;
  private readonly stage: LiveStage;
  private readonly clocks: TwoClocks;
  private readonly address: AddressBar;
  private readonly reading: Reading;
  private readonly fold: PageFold;
  private readonly words: StageWords;

  constructor(stage: LiveStage, {clocks, address, reading, fold}: Moved) {
    this.stage = stage;
    this.clocks = clocks;
    this.address = address;
    this.reading = reading;
    this.fold = fold;
    this.words = stageWords(stage.timeline.language);
  }

  // The playhead

  listen(): void {
    const {stage, clocks} = this;
    listenForScrub(stage.plot, {
      isOnRuler: (event) => isOnRuler(event, stage),
      onStart: () => {
        clocks.pause();
        this.isScrubbing = true;
        stage.classList.add('is-scrubbing');
      },
      onMove: (xPx) => clocks.moveTo(playheadAt(xPx, stage)),
      onEnd: () => {
        this.isScrubbing = false;
        stage.classList.remove('is-scrubbing');
        this.address.push();
      },
    });
  }

  moveDay(days: 1 | -1): void {
    const {stage, clocks} = this;
    clocks.pause();
    clocks.moveDay(days);
    this.address.step();
    stage.announce(stage.isKnownThen || clocks.isBoth ? this.knownWords() : this.dayWords());
  }

  step(step: 1 | -1): void {
    const {stage, clocks, reading} = this;
    clocks.pause();
    const event = nextEvent(stage.reachable(), stage, reading.selectedId, step);
    if (!event) return;
    if (stage.isKnownThen) {
      clocks.moveTo(publicPlayheadOf(event));
      this.address.step();
    }
    this.fold.now();
    reading.select(event.id, {goTo: scrollY > stage.offsetTop - AT_TOP_PX, reveal: true});
    stage.announce(eventName(stage.scene(), event));
  }

  // What was known

  setKnownThen(isKnownThen: boolean): void {
    if (isKnownThen) this.goToQuestion();
    else this.clocks.pause();
    this.changeToKnownThen(isKnownThen);
  }

  setBoth(isBoth: boolean): void {
    const {clocks} = this;
    if (isBoth) this.goToQuestion();
    clocks.pause();
    this.isAnswered ||= isBoth;
    if (clocks.setBoth(isBoth)) this.showKnown(isBoth);
  }

  answerQuestion(): void {
    this.goToQuestion({isAsked: true});
    this.changeToKnownThen(true);
  }

  noteAnswered(): void {
    this.isAnswered = true;
  }

  private changeToKnownThen(isKnownThen: boolean): void {
    this.isAnswered ||= isKnownThen;
    if (this.clocks.setKnownThen(isKnownThen)) this.showKnown(isKnownThen);
  }

  /** The first press of Known then, or of Both, goes to the day that the opening asks about, unless the reader has gone to another. */
  private goToQuestion({isAsked = false} = {}): void {
    const {stage, clocks} = this;
    const {dayMs, playheadMs} = stage.timeline.opening;
    const isUntouched = this.reading.selectedId === null && stage.playheadMs === playheadMs;
    if (!this.isAnswered && dayMs !== null && (isAsked || isUntouched)) clocks.set(playheadOfDay(dayMs), clocks.isKnownThen);
  }

  /** @param isThen - Whether what was known then is shown, alone or beside everything. */
  private showKnown(isThen: boolean): void {
    const {stage} = this;
    this.address.push();
    stage.drawSoon();
    this.fold.soon();
    stage.announce(isThen ? this.knownWords() : this.words.allShown(stage.timeline.events.length));
  }

  // What is said

  private knownWords(): string {
    const {stage, clocks} = this;
    return knownInWords(stage.timeline, clocks.compared() ?? clocks.known(), stage.playheadMs);
  }

  private dayWords(): string {
    const {timeline, playheadMs} = this.stage;
    return this.words.playheadOn(dayName(timeline, playheadMs), dayInWords(playheadMs, timeline.language));
  }
}
