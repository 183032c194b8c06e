import type { JobDayCopy } from '../../../src/messages/copy/job-day.ts';
import { code, longCode, longName, longWindow, name, window, type Samples } from './sample.ts';

const short = { lead: 'none', code, name } as const;
const long = { lead: 'help', code: longCode, name: longName } as const;

export const jobDaySamples: Samples<JobDayCopy> = {
  'job.delayed': {
    typical: { code, name, minutes: 20 },
    longest: { code: longCode, name: longName, minutes: 240 },
  },
  'job.askArrived': { typical: short, longest: long },
  'job.notOver': {
    typical: { ...short, window, isOnTheWay: false },
    longest: { ...long, window: longWindow, isOnTheWay: true },
  },
  'job.replacing': { typical: { ...short, because: 'dropped' }, longest: { ...long, because: 'missing' } },
  'job.askDoor': { typical: short, longest: long },
  'job.doorAnswered': {
    typical: { code, name, isComing: true },
    longest: { code: longCode, name: longName, isComing: false },
  },
};
