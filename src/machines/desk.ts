// The front desk of a thread: whatever belongs to no conversation is answered here, and nobody is left without an answer.
import { assign, setup } from 'xstate';
import { asksAbout911 } from '../domain/danger-talk.ts';
import { isPersonTold } from '../domain/person-asked.ts';
import type { Intent, Language, Reading } from '../domain/reading.ts';
import { generalQuestion } from '../domain/general-question.ts';
import { asksForRefund } from '../domain/visit-talk.ts';
import type { Copy } from '../messages/catalog.ts';
import { jobLines, visitLines } from './desk/lines.ts';
import { doesAll, effectAction } from './effect.ts';
import type { Effect, Say } from './effects.ts';
import type { Heard, LiveVisit } from './events.ts';

export const deskVersion = 1;

type ChoiceLine = Parameters<Copy['desk.which']>[0]['choices'][number];
type Command = Parameters<Copy['desk.which']>[0]['command'];
type ProviderDesk = Parameters<Copy['desk.forProvider']>[0]['about'];
type TextReceived = Extract<Heard, { type: 'text.received' }>;

interface Desk {
  /** texts in a row that were not understood */
  readonly misses: number;
  /** opted out, and told so: not told again; missing in desks of before */
  readonly isOut?: boolean;
  /** when a person was last told that one is wanted; missing: never */
  readonly personAskedAt?: string;
}

/** Two misses in a row bring a person. */
const MISSES_BEFORE_A_PERSON = 2;
const LINES_SHOWN = 3;

const say = <Key extends Say['key']>(key: Key, params: Extract<Say, { key: Key }>['params']) =>
  ({ type: 'say', key, params }) as Say;

const alert = (about: 'personAsked' | 'misunderstood' | 'optedOut', code: string | null = null): Effect => ({
  type: 'alertPerson',
  about,
  code,
});

const jobsAhead = ({ others }: TextReceived): readonly Effect[] => {
  const visits = visitLines(others);
  const more = Math.max(0, visits.length - LINES_SHOWN);
  return [
    visits.length === 0 ? say('desk.noJobs', {}) : say('desk.jobs', { visits: visits.slice(0, LINES_SHOWN), more }),
  ];
};

const status = (event: TextReceived): readonly Effect[] => {
  const jobs = jobLines(event.others);
  if (jobs.length === 0 && (event.isProvider === true || visitLines(event.others).length > 0)) return jobsAhead(event);
  return [say('desk.status', { jobs: jobs.slice(-LINES_SHOWN), more: Math.max(0, jobs.length - LINES_SHOWN) })];
};

/** What he is to say with the code: the command that he has just given. */
const commandOf = ({ intent, word, words }: Reading): Command => {
  if (word !== null) return COMMANDS[word] ?? 'yes';
  if (intent === 'change') return 'change';
  return intent === 'dropJob' || intent === 'cancel' || asksForRefund(words) ? 'drop' : 'yes';
};

const COMMANDS: Readonly<Partial<Record<NonNullable<Reading['word']>, Command>>> = {
  decline: 'no',
  late: 'late',
  nobodyHome: 'nobodyHome',
  cannot: 'cannot',
  onMyWay: 'onMyWay',
  here: 'here',
  done: 'done',
};

const which = ({ codes = [], others, reading }: TextReceived): readonly Effect[] => {
  const choices = codes.slice(-LINES_SHOWN).map((code): ChoiceLine => {
    const meant = others.findLast((other) => other.code === code);
    return { code, trade: meant?.job?.trade ?? null, window: meant?.window ?? null };
  });
  return [say('desk.which', { choices, command: commandOf(reading) })];
};

type Answer = (event: TextReceived) => readonly Effect[];

/** A provider's own words for it: what he can do here is not what a homeowner can. */
const toEither =
  (about: ProviderDesk, forHomeowner: Say): Answer =>
  ({ isProvider = false }) => [isProvider ? say('desk.forProvider', { about }) : forHomeowner];

const nothingOpen = toEither('nothingOpen', say('desk.nothingOpen', {}));
const help = toEither('help', say('desk.helped', {}));
const greet = toEither('greet', say('desk.greeted', {}));
const unclear = toEither('unclear', say('desk.unclear', {}));
const person: Answer = () => [alert('personAsked'), say('desk.personAsked', {})];

const ANSWERS: Readonly<Partial<Record<Intent, Answer>>> = {
  person,
  help,
  question: help,
  greet,
  restart: greet,
  start: greet,
  aboutUs: () => [say('desk.aboutUs', {})],
  thanks: () => [say('desk.welcome', {})],
  bye: () => [say('desk.welcome', {})],
  language: (event) => [{ type: 'keepFacts', facts: { language: languageOf(event) } }, say('desk.languageChanged', {})],
  status,
  repeat: status,
  price: ({ reading }) => [say('desk.prices', { trade: reading.categories[0]?.id ?? null })],
  yes: nothingOpen,
  no: nothingOpen,
  choose: nothingOpen,
  more: nothingOpen,
  back: nothingOpen,
  change: nothingOpen,
  // "is it cancelled?": what is going on is said, or that nothing is
  dropJob: status,
  cancel: status,
};

const SPANISH = /espa[nñ]ol|spanish|castellano/i;
const ENGLISH = /ingl[eé]s|english/i;

/** The language that is asked for may be named in another one: "in Spanish please". */
const languageOf = ({ person, reading }: TextReceived): Language => {
  if (SPANISH.test(reading.words)) return 'es';
  return ENGLISH.test(reading.words) ? 'en' : person.language;
};

const byWord = ({ word }: Reading): Answer | undefined => {
  if (word === 'jobs') return jobsAhead;
  if (word === 'pay') return () => [say('desk.payouts', {})];
  if (word === 'join') return () => [alert('personAsked'), say('desk.join', {})];
  return word === null ? undefined : nothingOpen;
};

/** How it all works, asked by a homeowner; a provider asks about something else by the same words. */
const explained = ({ isProvider = false, reading }: TextReceived): readonly Effect[] | null => {
  const about = isProvider ? null : generalQuestion(reading.words);
  return about === null ? null : [say('desk.explained', { about })];
};

/** Answered before it is asked what else may be meant. */
const asked = (event: TextReceived): readonly Effect[] | null =>
  asksAbout911(event.reading.words) ? [say('desk.call911', {})] : explained(event);

/** What the desk makes of a text; null: nothing. */
const understood = (event: TextReceived): readonly Effect[] | null => {
  const { codes, reading } = event;
  const answered = asked(event);
  if (answered !== null) return answered;
  if (codes !== undefined) return which(event);
  if (reading.code !== null) return [say('desk.codeUnknown', { code: reading.code })];
  if (asksForRefund(reading.words)) return person(event);
  return (byWord(reading) ?? ANSWERS[reading.intent])?.(event) ?? null;
};

const ANGER =
  /\b(?:fuck\w*|shit\w*|bullshit|asshole|bitch|idiots?|stupid|useless|mierda|pendej\w+|idiotas?|est[uú]pid\w+|in[uú]til\w*)\b/i;

const missed = ({ misses }: Desk, event: TextReceived): readonly Effect[] => {
  if (misses + 1 >= MISSES_BEFORE_A_PERSON) return [alert('misunderstood'), say('desk.personComes', {})];
  return ANGER.test(event.reading.words) ? [say('desk.calm', {})] : unclear(event);
};

const answer = (desk: Desk, event: Heard): readonly Effect[] =>
  event.type === 'text.received' ? toldOnce(desk, event, understood(event) ?? missed(desk, event)) : [];

const asksPerson = (effect: Effect): boolean => effect.type === 'alertPerson' && effect.about === 'personAsked';

/** "AGENT", "AGENT": a person is told once, and the one who asks is answered each time. */
const toldOnce = ({ personAskedAt }: Desk, { now }: TextReceived, effects: readonly Effect[]): readonly Effect[] =>
  isPersonTold(personAskedAt, now) ? effects.filter((effect) => !asksPerson(effect)) : effects;

const countMiss = (desk: Desk, event: Heard): Partial<Desk> => {
  if (event.type !== 'text.received') return { misses: 0 };
  if (answer(desk, event).some(asksPerson)) return { misses: 0, personAskedAt: event.now };
  return { misses: understood(event) === null ? (desk.misses + 1) % MISSES_BEFORE_A_PERSON : 0 };
};

/** The carrier has answered its own words already; anything else is confirmed once. */
const consent = ({ isOut = false }: Desk, event: Heard): readonly Effect[] => {
  if (event.type === 'consent.withdrawn') return isOut ? [] : stopped(event.by !== 'carrierWord', event.live ?? []);
  return event.type === 'consent.given' && event.by !== 'carrierWord'
    ? [say('desk.started', { isAnythingOpen: event.isAnythingOpen ?? false })]
    : [];
};

/** Somebody with a visit ahead, or about to pay for one, can be reached by a call only: a person is told, once. */
const stopped = (isConfirmed: boolean, live: readonly LiveVisit[]): readonly Effect[] => {
  const booked = live.find(({ isBooked }) => isBooked);
  const first = booked ?? live[0];
  return [
    ...(isConfirmed ? [say('desk.stopped', { hasLiveVisit: booked !== undefined })] : []),
    ...(first === undefined ? [] : [alert('optedOut', first.code)]),
  ];
};

const desk = setup({
  types: { context: {} as Desk, events: {} as Heard },
  actions: effectAction,
});

/** It has one state: it waits for whoever comes. Started empty; its first event is heard like every other. */
export const deskMachine = desk.createMachine({
  id: 'desk',
  context: { misses: 0 },
  initial: 'attending',
  states: {
    attending: {
      on: {
        'text.received': {
          actions: [
            doesAll(({ context, event }) => answer(context, event)),
            assign(({ context, event }) => countMiss(context, event)),
          ],
        },
        'consent.withdrawn': {
          actions: [doesAll(({ context, event }) => consent(context, event)), assign({ isOut: true })],
        },
        'consent.given': {
          actions: [doesAll(({ context, event }) => consent(context, event)), assign({ isOut: false })],
        },
      },
    },
  },
});
