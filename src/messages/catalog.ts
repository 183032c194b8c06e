// Every text that a person can read: one typed catalogue, one record per language. Keys are `conversation.moment`.
import type { Language } from '../domain/reading.ts';
import type { DeskCopy } from './copy/desk.ts';
import type { JobCopy } from './copy/job.ts';
import type { OfferCopy } from './copy/offer.ts';
import type { RequestCopy } from './copy/request.ts';
import type { VisitCopy } from './copy/visit.ts';
import { deskEn } from './en/desk.ts';
import { jobEn } from './en/job.ts';
import { offerEn } from './en/offer.ts';
import { requestEn } from './en/request.ts';
import { visitEn } from './en/visit.ts';
import { deskEs } from './es/desk.ts';
import { jobEs } from './es/job.ts';
import { offerEs } from './es/offer.ts';
import { requestEs } from './es/request.ts';
import { visitEs } from './es/visit.ts';

/** Key -> function of its parameters (domain values) to words. */
export type Copy = DeskCopy & RequestCopy & JobCopy & OfferCopy & VisitCopy;
export type CopyKey = keyof Copy;

export const CATALOG: Readonly<Record<Language, Copy>> = {
  en: { ...deskEn, ...requestEn, ...jobEn, ...offerEn, ...visitEn },
  es: { ...deskEs, ...requestEs, ...jobEs, ...offerEs, ...visitEs },
};
