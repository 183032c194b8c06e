// A person was told, and the homeowner heard it: the same again is answered in few words, and told to nobody.
import { isReached, minutesAfter } from '../../domain/instants.ts';
import { isPersonTold } from '../../domain/person-asked.ts';
import type { Say } from '../effects.ts';
import type { Handed, JobContext } from './context.ts';

const REMEMBERED_FOR_MINUTES = 12 * 60;

/** Whether a person has heard of this already, not long ago. */
export const isHanded = ({ handed }: JobContext, about: Handed, now: string): boolean => {
  if (handed?.about !== about) return false;
  return about === 'person'
    ? isPersonTold(handed.at, now)
    : !isReached(minutesAfter(handed.at, REMEMBERED_FOR_MINUTES), now);
};

export const handed = (about: Handed, at: string): Pick<JobContext, 'handed' | 'misses'> => ({
  handed: { about, at },
  misses: 0,
});

export const sayHanded = ({ code }: JobContext): Say => ({ type: 'say', key: 'job.handed', params: { code } });
