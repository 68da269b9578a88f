/** What the answers to readers ask of the stage they answer on. */
import type {Arrangement} from '../layout/arrange.ts';
import type {StageSize} from '../layout/size.ts';
import type {Standing} from '../model/standing.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import type {Scene} from '../render/scene.ts';
import type {Announcer} from './announcer.ts';
import type {ControlStage} from './controls.ts';
import type {FindStage} from './find/find-stage.ts';
import type {ListStage} from './note-box.ts';
import type {StickyOffset} from './sticky-offset.ts';

export interface LiveStage extends FindStage, ControlStage, ListStage {
  readonly plot: HTMLElement;
  readonly picture: SVGSVGElement;
  readonly size: StageSize;
  readonly arrangement: Arrangement;
  readonly announcer: Announcer;
  readonly stickyOffset: StickyOffset;
  /** Where the picture begins, from the window's left edge. */
  readonly leftPx: number;
  /** Place of the measure that a phone has room for. */
  measure: number;
  /** Where the story's own page is, if the stage is alone in another page's frame; null on that page itself. */
  readonly storyHref: string | null;
  /** Start of the day whose knowledge the page is about; null where it is about all of the story. */
  readonly ownDayMs: number | null;
  /** Makes of the size that the window gives the stage the one that it draws in. */
  fit: (size: StageSize) => StageSize;
  piece(name: string): HTMLElement;
  scene(): Scene;
  arranged(view: View, selectedId: string | null): Arrangement;
  /** The events that search and filters let through. */
  reachable(): readonly TimelineEvent[];
  standingOf(id: string): Standing;
  /** An event's place on the story's page. */
  hashOf(id: string): string;
  hrefInStory(): (id: string) => string;
  takeSize(): void;
  settle(): void;
  drawSoon(): void;
  /** Says at a control that what it leads to has not loaded. */
  sayMissing(control: Element | null): void;
}
