import type { RequestCopy } from '../../../src/messages/copy/request.ts';
import { code, longCode, longPlace, longWindow, place, window, type Samples } from './sample.ts';

const lead = 'none' as const;
const long = 'timeGone' as const;
const three = [window, window, window];
const longThree = [longWindow, longWindow, longWindow];

export const requestSamples: Samples<RequestCopy> = {
  'request.askSafety': {
    typical: { lead, danger: 'gas', isTold: true },
    longest: { lead: 'help', danger: 'flooding', isTold: false },
  },
  'request.askJob': { typical: { lead }, longest: { lead: 'help' } },
  'request.chooseTrade': {
    typical: { lead, trades: ['plumbing', 'appliance_repair'] },
    longest: { lead: 'help', trades: ['water_mold_restoration', 'assembly_mounting'] },
  },
  'request.askAddress': {
    typical: { lead, trade: 'plumbing' },
    longest: { lead: 'help', trade: 'water_mold_restoration' },
  },
  'request.askStreet': { typical: { lead, area: place.area }, longest: { lead: 'help', area: longPlace.area } },
  'request.askZip': {
    typical: { lead, street: place.street, isHard: false },
    longest: { lead: 'help', street: longPlace.street, isHard: true },
  },
  'request.choosePlace': {
    typical: { lead, places: [place, place] },
    longest: { lead: 'help', places: [longPlace, longPlace, longPlace] },
  },
  'request.askSamePlace': { typical: { lead, place }, longest: { lead: 'help', place: longPlace } },
  'request.askTime': {
    typical: { lead, place, windows: three },
    longest: { lead: long, place: longPlace, windows: longThree },
  },
  'request.confirm': {
    typical: { lead, trade: 'plumbing', words: 'Kitchen sink leaking', place, windows: [window] },
    longest: {
      lead: 'noted',
      trade: 'water_mold_restoration',
      words: 'the ceiling of the bathroom came down after the storm and there is mold everywhere',
      place: longPlace,
      windows: [window, longWindow],
    },
  },
  'request.chooseChange': { typical: { lead }, longest: { lead: 'help' } },
  'request.notSent': { typical: {}, longest: {} },
  'request.alreadySent': { typical: {}, longest: {} },
  'request.dropped': { typical: { booked: null }, longest: { booked: longCode } },
  'request.askWhich': {
    typical: { lead, codes: [code] },
    longest: { lead: 'help', codes: [longCode, longCode] },
  },
};
