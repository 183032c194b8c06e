// @ts-check
/** What can go wrong, in words: the kinds of POST /faults. @type {{ kind: string, peers: string[], word: string, note: string }[]} */
export const faultKinds = [
  {
    kind: '500',
    peers: ['twilio', 'stripe'],
    word: 'Answers 500',
    note: 'Nothing was done. The app should try again.',
  },
  {
    kind: '429',
    peers: ['twilio', 'stripe'],
    word: 'Too many requests (429)',
    note: 'Nothing was done. The app should slow down.',
  },
  { kind: 'timeout', peers: ['twilio', 'stripe'], word: 'Answers late', note: 'The answer waits for the delay.' },
  {
    kind: 'reset',
    peers: ['twilio', 'stripe'],
    word: 'Hangs up, nothing done',
    note: 'The connection breaks before anything happened.',
  },
  {
    kind: 'reset-after',
    peers: ['twilio', 'stripe'],
    word: 'Hangs up, but it was done',
    note: 'It happened, and the answer is lost: nothing may happen twice.',
  },
  {
    kind: 'undelivered',
    peers: ['twilio'],
    word: 'Texts do not arrive',
    note: '30003 phone off, 21610 opted out, 63016 outside the WhatsApp window.',
  },
  {
    kind: 'webhook-twice',
    peers: ['twilio', 'stripe'],
    word: 'News comes twice',
    note: 'Every webhook is delivered two times.',
  },
  {
    kind: 'webhook-late',
    peers: ['twilio', 'stripe'],
    word: 'News comes late',
    note: 'The webhook waits for the delay, in business time.',
  },
  {
    kind: 'webhook-lost',
    peers: ['twilio', 'stripe'],
    word: 'News is lost',
    note: 'The webhook never comes. The app has to find out by asking.',
  },
  {
    kind: 'webhooks-shuffled',
    peers: ['twilio', 'stripe'],
    word: 'News out of order',
    note: 'Webhooks overtake each other.',
  },
];

/** Faults worth trying first, one click each. @type {{ word: string, fault: object }[]} */
export const readyFaults = [
  {
    word: 'The next text to a phone does not arrive',
    fault: { peer: 'twilio', kind: 'undelivered', code: 30003, times: 1 },
  },
  {
    word: 'A text is sent, but its answer is lost',
    fault: { peer: 'twilio', kind: 'reset-after', match: 'POST', times: 1 },
  },
  {
    word: 'Payment news comes twice',
    fault: { peer: 'stripe', kind: 'webhook-twice', match: 'checkout.session.completed', times: 1 },
  },
  {
    word: 'Payment news is lost',
    fault: { peer: 'stripe', kind: 'webhook-lost', match: 'checkout.session.completed', times: 1 },
  },
  { word: 'Stripe is down for three calls', fault: { peer: 'stripe', kind: '500', times: 3 } },
];

/** @param {string} peer */
export const peerName = (peer) => (peer === 'stripe' ? 'Stripe' : 'Twilio');
