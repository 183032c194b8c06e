import type { JobDayCopy } from '../copy/job-day.ts';
import { shortWords, windowText } from '../format.ts';
import { leadEn } from './lead.ts';

const short = (name: string): string => shortWords(name, 30);

export const jobDayEn: JobDayCopy = {
  'job.delayed': ({ code, name, minutes }) =>
    `${short(name)} is ${minutes === null ? 'running late' : `about ${String(minutes)} min late`} (${code}), sorry. Other plans? CHANGE ${code}. AGENT gets a person.`,
  'job.askArrived': ({ lead, code, name }) =>
    `${leadEn(lead)}Is ${short(name)} with you (${code})? 1 arrived, 2 not here. I told a person too.`,
  'job.notOver': ({ code, isOnTheWay, name, window }) =>
    `${isOnTheWay ? `${short(name)} texted "on my way"` : `No word from ${short(name)} yet`} (${code}). The window is ${windowText(window, 'en')}; if nobody is there by its end, I ask you and a person steps in. AGENT gets one now.`,
  'job.replacing': ({ lead, code, name, because }) =>
    `${leadEn(lead)}${because === 'dropped' ? `${short(name)} can't come (${code}), sorry.` : `${short(name)} is not there (${code}), sorry.`} Your payment is held: a person finds you another pro or sends the money back, and texts you here.`,
  'job.askDoor': ({ lead, code, name }) =>
    `${leadEn(lead)}${short(name)} is at your door (${code}) and nobody opens. Please open. 1 coming, 2 I can't`,
  'job.doorAnswered': ({ code, name, isComing }) =>
    isComing
      ? `Thank you, I told ${short(name)} (${code}). I text you when the work is done.`
      : `Ok, I told ${short(name)} and a person (${code}), who texts you here.`,
};
