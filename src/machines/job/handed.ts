// A person was told, and the homeowner heard it: the same again is answered in few words, and told to nobody.
import { isReached, minutesAfter } from '../../domain/instants.ts';
import type { Say } from '../effects.ts';
import type { Handed, JobContext } from './context.ts';

const REMEMBERED_FOR_MINUTES = 12 * 60;
/** Somebody who asks for a person again an hour later may want something else. */
const PERSON_FOR_MINUTES = 60;

/** Whether a person has heard of this already, not long ago. */
export const isHanded = ({ handed }: JobContext, about: Handed, now: string): boolean =>
  handed?.about === about &&
  !isReached(minutesAfter(handed.at, about === 'person' ? PERSON_FOR_MINUTES : REMEMBERED_FOR_MINUTES), now);

export const handed = (about: Handed, at: string): Pick<JobContext, 'handed' | 'misses'> => ({
  handed: { about, at },
  misses: 0,
});

export const sayHanded = ({ code }: JobContext): Say => ({ type: 'say', key: 'job.handed', params: { code } });
