// Work that was taken up time and again: processes may have died over it, or may only have died near it. To know, it is begun alone
// and its beginning noted: whoever dies then has died over it.

const TAKEN_UP_BEFORE_A_TRIAL = 3;
const TRIALS_BEFORE_A_PERSON = 3;

/** An event, a timer or an order. */
export interface Taken {
  readonly id: string;
  /** how often it was taken up after somebody else had it */
  readonly takenUp: number;
  /** how often it was begun on trial, and never ended */
  readonly trials: number;
}

/** So many trials cannot have ended by chance: nobody takes it up any more. */
export const isFatal = ({ trials }: Taken): boolean => trials >= TRIALS_BEFORE_A_PERSON;

/** To be begun on trial only. */
export const isSuspect = (taken: Taken): boolean => taken.takenUp >= TAKEN_UP_BEFORE_A_TRIAL && !isFatal(taken);

export type Alone = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** One after the other in this process, so that a death is of one trial only. */
export const makeAlone = (): Alone => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};
