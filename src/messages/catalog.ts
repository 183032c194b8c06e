// Every text that a person can read: one typed catalogue, one record per language. Keys are `conversation.moment`.
import type { Language } from '../domain/reading.ts';
import type { DeskCopy } from './copy/desk.ts';
import type { JobDayCopy } from './copy/job-day.ts';
import type { JobCopy } from './copy/job.ts';
import type { OfferCopy } from './copy/offer.ts';
import type { RequestCopy } from './copy/request.ts';
import type { VisitDayCopy } from './copy/visit-day.ts';
import type { VisitCopy } from './copy/visit.ts';
import { deskEn } from './en/desk.ts';
import { jobDayEn } from './en/job-day.ts';
import { jobEn } from './en/job.ts';
import { offerEn } from './en/offer.ts';
import { requestEn } from './en/request.ts';
import { visitDayEn } from './en/visit-day.ts';
import { visitEn } from './en/visit.ts';
import { deskEs } from './es/desk.ts';
import { jobDayEs } from './es/job-day.ts';
import { jobEs } from './es/job.ts';
import { offerEs } from './es/offer.ts';
import { requestEs } from './es/request.ts';
import { visitDayEs } from './es/visit-day.ts';
import { visitEs } from './es/visit.ts';

/** Key -> function of its parameters (domain values) to words. */
export type Copy = DeskCopy & RequestCopy & JobCopy & JobDayCopy & OfferCopy & VisitCopy & VisitDayCopy;
export type CopyKey = keyof Copy;

export const CATALOG: Readonly<Record<Language, Copy>> = {
  en: { ...deskEn, ...requestEn, ...jobEn, ...jobDayEn, ...offerEn, ...visitEn, ...visitDayEn },
  es: { ...deskEs, ...requestEs, ...jobEs, ...jobDayEs, ...offerEs, ...visitEs, ...visitDayEs },
};
