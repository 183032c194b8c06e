import type { ArrivalWindow, Moment } from '../../domain/arrival-window.ts';
import type { Money } from '../../domain/money.ts';
import type { Opening } from './opening.ts';

type Code = { readonly code: string };
type Next = Code & { readonly opening: Opening };

/** To a provider on the day of a visit: when it does not go as it should. */
export interface VisitDayCopy {
  /** a word that does not work yet; `from`: when it does */
  'visit.tooEarly': (
    p: Code & { window: ArrivalWindow; word: 'onMyWay' | 'here' | 'done'; from: Moment; now: string },
  ) => string;
  /** he has not left, and should have */
  'visit.askStillOn': (p: Code & { window: ArrivalWindow }) => string;
  'visit.askMinutes': (p: Code) => string;
  /** `minutes`: null when he has not said */
  'visit.delayNoted': (p: Code & { minutes: number | null; hasLeft: boolean }) => string;
  /** the window is over and nobody has said that he arrived */
  'visit.overdue': (p: Code & { hasLeft: boolean }) => string;
  /** the homeowner says that he is there */
  'visit.begun': (p: Code) => string;
  /** he came long ago and has not said DONE */
  'visit.unfinished': (p: Code) => string;
  /** nobody opens; `until`: when a person steps in, null: a person was told */
  'visit.atDoor': (p: Next & { until: Moment | null }) => string;
  'visit.doorAnswered': (p: Code & { isComing: boolean }) => string;
  /** more work or money than was agreed: what he gets until the homeowner agrees */
  'visit.extraAsked': (p: Code & { net: Money }) => string;
  /** he cannot come */
  'visit.givenUp': (p: Next) => string;
}
