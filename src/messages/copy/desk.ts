import type { GeneralQuestion } from '../../domain/general-question.ts';
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import type { TradeId } from '../../domain/trades.ts';

/** How far a homeowner's job is, in words for a list. */
export type Stage =
  | 'draft'
  | 'searching'
  | 'choosing'
  | 'paying'
  | 'booked'
  | 'onTheWay'
  | 'working'
  | 'approving'
  | 'caseOpen'
  | 'stopped';

export interface JobLine {
  readonly code: string | null;
  readonly trade: TradeId | null;
  readonly window: ArrivalWindow | null;
  readonly stage: Stage;
}

export interface VisitLine {
  readonly code: string | null;
  readonly window: ArrivalWindow | null;
  readonly area: string | null;
  readonly stage: 'unanswered' | 'unpaid' | 'booked';
}

/** What the desk has to say to a provider. */
export type ProviderDesk = 'help' | 'greet' | 'nothingOpen' | 'unclear';

export interface ChoiceLine {
  readonly code: string;
  readonly trade: TradeId | null;
  readonly window: ArrivalWindow | null;
}

/** What is said with a code. */
export type Command = 'yes' | 'no' | 'change' | 'drop' | 'onMyWay' | 'late' | 'here' | 'nobodyHome' | 'cannot' | 'done';

type Plain = (p: Record<string, never>) => string;

/** The front desk of every thread. */
export interface DeskCopy {
  /** stands before the first text to any address: who we are, automated, how to reach a person, how to stop */
  'desk.introduced': Plain;
  'desk.stopped': (p: { hasLiveVisit: boolean }) => string;
  'desk.started': (p: { isAnythingOpen: boolean }) => string;
  'desk.helped': Plain;
  'desk.greeted': Plain;
  'desk.forProvider': (p: { about: ProviderDesk }) => string;
  /** how it all works, in one text */
  'desk.explained': (p: { about: GeneralQuestion }) => string;
  'desk.aboutUs': Plain;
  'desk.welcome': Plain;
  'desk.languageChanged': Plain;
  'desk.personAsked': Plain;
  /** whether to call the emergency number */
  'desk.call911': Plain;
  'desk.personComes': Plain;
  'desk.nothingOpen': Plain;
  /** at most three lines are shown; `more`: how many others there are */
  'desk.status': (p: { jobs: readonly JobLine[]; more: number }) => string;
  'desk.jobs': (p: { visits: readonly VisitLine[]; more: number }) => string;
  'desk.noJobs': Plain;
  'desk.join': Plain;
  'desk.payouts': Plain;
  'desk.prices': (p: { trade: TradeId | null }) => string;
  'desk.unclear': Plain;
  'desk.which': (p: { choices: readonly ChoiceLine[]; command: Command }) => string;
  'desk.codeUnknown': (p: { code: string }) => string;
  'desk.calm': Plain;
}
