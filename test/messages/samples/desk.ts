import type { DeskCopy } from '../../../src/messages/copy/desk.ts';
import { code, longCode, longPlace, longWindow, place, window, type Samples } from './sample.ts';

const plain = { typical: {}, longest: {} };
const longLine = {
  code: longCode,
  trade: 'water_mold_restoration',
  window: longWindow,
  stage: 'approving',
} as const;
const longVisit = { code: longCode, window: longWindow, area: longPlace.area, stage: 'unanswered' } as const;
const choice = { code, trade: 'plumbing', window } as const;
const longChoice = { code: longCode, trade: 'water_mold_restoration', window: longWindow } as const;

export const deskSamples: Samples<DeskCopy> = {
  'desk.introduced': plain,
  'desk.stopped': { typical: { hasLiveVisit: false }, longest: { hasLiveVisit: true } },
  'desk.started': { typical: { isAnythingOpen: false }, longest: { isAnythingOpen: true } },
  'desk.helped': plain,
  'desk.greeted': plain,
  'desk.forProvider': { typical: { about: 'nothingOpen' }, longest: { about: 'help' } },
  'desk.explained': { typical: { about: 'cancelling' }, longest: { about: 'trust' } },
  'desk.aboutUs': plain,
  'desk.welcome': plain,
  'desk.languageChanged': plain,
  'desk.personAsked': plain,
  'desk.call911': plain,
  'desk.personComes': plain,
  'desk.nothingOpen': plain,
  'desk.status': {
    typical: { jobs: [{ code, trade: 'plumbing', window, stage: 'booked' }], more: 0 },
    longest: { jobs: [longLine, longLine, longLine], more: 12 },
  },
  'desk.jobs': {
    typical: { visits: [{ code, window, area: place.area, stage: 'booked' }], more: 0 },
    longest: { visits: [longVisit, longVisit, longVisit, longVisit], more: 12 },
  },
  'desk.noJobs': plain,
  'desk.join': plain,
  'desk.payouts': plain,
  'desk.prices': { typical: { trade: 'plumbing' }, longest: { trade: 'water_mold_restoration' } },
  'desk.unclear': plain,
  'desk.which': {
    typical: { choices: [choice, choice], command: 'yes' },
    longest: { choices: [longChoice, longChoice, longChoice], command: 'change' },
  },
  'desk.codeUnknown': { typical: { code }, longest: { code: longCode } },
  'desk.calm': plain,
};
