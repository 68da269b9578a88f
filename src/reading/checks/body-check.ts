/** What the rules of a body are given. */
import type {Report} from '../../problems/source-text.ts';
import type {BodyContext} from '../body-reading.ts';
import type {WrittenBody} from '../written-body.ts';

export interface BodyCheck {
  readonly body: WrittenBody;
  readonly context: BodyContext;
  readonly report: Report;
  /** Whether all of the body could be read. */
  readonly isWhole: boolean;
}
