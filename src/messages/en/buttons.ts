import { tradeWords } from '../../domain/trades.ts';
import type { Buttons } from '../copy/buttons.ts';
import { shortWords, windowTitles } from '../format.ts';

const LONGEST = 20;

export const buttonsEn: Buttons = {
  'request.askSafety': ({ danger }) => [danger === 'medical' ? 'Go on' : 'I am safe', 'A person'],
  'request.askWhich': ({ codes }) => [...codes, 'New job'],
  'request.chooseTrade': ({ trades }) => [
    ...trades.map((id) => shortWords(tradeWords(id, 'en').name, LONGEST)),
    'Someone else',
  ],
  'request.choosePlace': ({ places }) => places.map(({ city, state }) => `${shortWords(city, LONGEST - 4)}, ${state}`),
  'request.askSamePlace': () => ['Yes'],
  'request.askTime': ({ windows }) => windowTitles(windows, 'en'),
  'request.notSent': () => ['Try again'],
  'request.confirm': () => ['Send', 'Change', 'Person'],
  'job.proposed': () => ['Book', 'Next pro', 'Other time'],
  'job.askOtherTime': ({ windows }) => windowTitles(windows, 'en'),
  'job.lapsed': () => ['Try again', 'Other time', 'Person'],
  'job.unfilled': () => ['Ask again', 'Other time', 'Person'],
  'job.askApproval': () => ['All good', 'Problem'],
};
