/** What “Embed and cite” asks of the stage. */
import type {StageInSight} from '../around.ts';

export interface ShareStage extends StageInSight {
  askForLive(): Promise<unknown>;
  /** Says at a control that what it leads to has not come. */
  sayMissing(control: Element | null): void;
  readonly stickyOffset: {readonly measure: () => void};
}
