// The turn of a thread: a text (or a burst) is understood and routed to one of its conversations, an event to the one it is for.
import { carrierWord } from '../domain/opt-out.ts';
import type { Intent, Language, Reading } from '../domain/reading.ts';
import type { Event, Heard } from '../machines/events.ts';
import { start, step } from '../machines/step.ts';
import type { StepResult, StoredMachine } from '../machines/stored.ts';
import type { ActorImage, Consent, InboxItem } from './ports/actor.ts';
import { emptyDraft, type Draft, type Order } from './plan.ts';
import { carryBySms, passOn } from './by-sms.ts';
import { consentEvent, isOvertaken, isTakenBack, liveVisits } from './consent-words.ts';
import { isBeforeQuestion, unanswered } from './late-answer.ts';
import { spokenBeside } from './not-silent.ts';
import { heardInSilence } from './opted-out.ts';
import { routeEvent } from './route-letter.ts';
import { route } from './route.ts';
import { speak } from './speech.ts';
import { DESK, isLive, type Target } from './targets.ts';
import { factsOf, isSms, personOf, summaryOf } from './thread-facts.ts';
import type { Tools } from './tools.ts';
import { bodyOf, rawOf, type Understood } from './understand-burst.ts';

const ENDED_KEPT = 24;

const logOrders = (items: readonly InboxItem[]): readonly Order[] =>
  items.map((item) => ({
    conversation: null,
    effect: { type: 'logText', sid: item.id, text: rawOf(item), at: item.at },
  }));

/** Twilio answers the bare word HELP on SMS by itself. */
const isAnsweredByCarrier = (image: ActorImage, items: readonly InboxItem[]) =>
  isSms(image) && carrierWord(bodyOf(items)) === 'help';

export const textTurn = async (
  tools: Tools,
  image: ActorImage,
  { items, understand }: { items: readonly InboxItem[]; understand: () => Promise<Understood> },
): Promise<Draft> => {
  const draft = { ...emptyDraft(image, items), orders: logOrders(items) };
  if (isAnsweredByCarrier(image, items) || isOvertaken(image, bodyOf(items), items)) return draft;
  const consent = consentEvent(image, { body: bodyOf(items), ids: items.map(({ id }) => id) });
  if (consent !== null) return hearConsent(tools, image, { draft, event: consent });
  const understood = await understand();
  if (understood.reading.isTapback) return draft;
  if (image.consent?.state === 'out')
    return { ...draft, orders: [...draft.orders, ...heardInSilence(image, understood.reading)] };
  return hearUnlessStop(tools, image, { draft, items, understood });
};

/** A stop by meaning, unless START was said since; and what was sent before our last question is no answer to it. */
const hearUnlessStop = (tools: Tools, image: ActorImage, { draft, items, understood }: Hearing): Draft => {
  const { place, reading } = understood;
  if (reading.intent === 'stop') return isTakenBack(image, items) ? draft : withdraw(tools, image, { draft, items });
  const meant = isBeforeQuestion(image, items) ? unanswered(reading) : reading;
  return hearOrPassOn(tools, image, { draft, items, understood: { reading: meant, place } });
};

/** What answers a text that went by another channel is heard there. */
const hearOrPassOn = (tools: Tools, image: ActorImage, hearing: Hearing): Draft => {
  const passed = passOn(image, hearing.items.map(rawOf), tools.clock.now());
  if (passed === null) return hearText(tools, image, hearing);
  return { ...hearing.draft, orders: [...hearing.draft.orders, ...passed] };
};

/** The desk answers; an open offer of somebody who cannot be asked any more goes to others. */
const hearConsent = (tools: Tools, image: ActorImage, { draft, event }: { draft: Draft; event: Event }): Draft =>
  image.machines
    .filter((machine) => machine.machine === 'offer' && isLive(machine) && event.type === 'consent.withdrawn')
    .reduce(
      (told, { id }) => hear(tools, image, { draft: told, target: { to: 'conversation', id }, event }),
      hear(tools, image, { draft, target: { to: 'desk' }, event }),
    );

const withdraw = (
  tools: Tools,
  image: ActorImage,
  { draft, items }: { draft: Draft; items: readonly InboxItem[] },
): Draft => {
  const consent: Consent = { state: 'out', by: items[0]?.id ?? 'meaning', at: items[0]?.at ?? tools.clock.now() };
  const event: Event = { type: 'consent.withdrawn', by: 'meaning', live: liveVisits(image) };
  return { ...hearConsent(tools, image, { draft, event }), consent };
};

const COURTESIES: readonly Intent[] = ['thanks', 'bye'];
const BORROWED_WORDS = 3;

/** Whoever talks English may well say "gracias": a courtesy alone changes no language. */
const languageOf = (known: Language | null, { intent, language, words }: Reading): Language => {
  const isBorrowed = COURTESIES.includes(intent) && words.trim().split(/\s+/).length <= BORROWED_WORDS;
  return isBorrowed && known !== null ? known : (language ?? known ?? 'en');
};

interface Hearing {
  readonly draft: Draft;
  readonly items: readonly InboxItem[];
  readonly understood: Understood;
}

const hearText = (tools: Tools, image: ActorImage, { draft, items, understood }: Hearing): Draft => {
  const { reading, place } = understood;
  const facts = factsOf(image);
  const language = languageOf(facts.language, reading);
  const target = route(
    {
      machines: image.machines,
      asked: facts.asked,
      isProvider: facts.providerId !== null,
      now: tools.clock.now().toISOString(),
    },
    reading,
  );
  const event: Event = {
    type: 'text.received',
    reading,
    place,
    media: items.flatMap((item) => rawOf(item).media),
    person: personOf(image, language),
    others: image.machines.map(summaryOf),
    isProvider: facts.providerId !== null,
    ...('codes' in target ? { codes: target.codes } : {}),
  };
  const spoken = { ...draft, facts: language === facts.language ? draft.facts : { ...draft.facts, language } };
  const begun = tellBeside(tools, image, { draft: spoken, target, reading });
  const heard = hear(tools, image, { draft: begun, target: target.to === 'which' ? DESK : target, event });
  // A conversation that cannot make anything of it leaves it to the front desk: nobody is left without an answer.
  return heard === begun && target.to !== 'desk' ? hear(tools, image, { draft: begun, target: DESK, event }) : heard;
};

/** A job that waits for its approval learns that the homeowner was not silent. */
const tellBeside = (
  tools: Tools,
  image: ActorImage,
  { draft, target, reading }: { draft: Draft; target: Target; reading: Reading },
): Draft =>
  spokenBeside(image.machines, target, reading).reduce(
    (told, { id }) =>
      hear(tools, image, {
        draft: told,
        target: { to: 'conversation', id },
        event: { type: 'homeowner.spoke' },
      }),
    draft,
  );

type Addressee = Exclude<Target, { readonly to: 'which' }>;

/** Lets one conversation hear an event; answers the same draft when it meant nothing there. */
const hear = (
  tools: Tools,
  image: ActorImage,
  { draft, target, event }: { draft: Draft; target: Addressee; event: Event },
): Draft => {
  const heard: Heard = { ...event, now: tools.clock.now().toISOString(), fresh: tools.fresh() };
  const result = stepTarget(image, target, heard);
  if (result === null || !result.isHeard) return draft;
  return withResult(image, draft, { result, now: heard.now });
};

const stepTarget = (image: ActorImage, target: Addressee, heard: Heard): StepResult | null => {
  if (target.to === 'start') return start(target.machine, heard.fresh, heard);
  const id = target.to === 'desk' ? 'desk' : target.id;
  const machine = image.machines.find((stored) => stored.id === id);
  if (machine !== undefined) return step(machine, heard);
  return target.to === 'desk' ? step(start('desk', 'desk', heard).machine, heard) : null;
};

const withResult = (image: ActorImage, draft: Draft, { result, now }: { result: StepResult; now: string }): Draft => {
  const { effects, machine } = result;
  const facts = { ...factsOf(image), ...(draft.facts as Partial<ReturnType<typeof factsOf>>) };
  const kept = Object.assign({}, ...effects.map((effect) => (effect.type === 'keepFacts' ? effect.facts : {}))) as {
    language?: Language;
  };
  const language = kept.language ?? facts.language ?? 'en';
  const from = { conversation: machine.id, state: machine.value, at: now };
  let isNew = facts.introducedAt === null;
  const orders = effects.map((effect): Order => {
    if (effect.type !== 'say') return { conversation: machine.id, effect };
    const spoken = speak(effect, { language, isNew }, from);
    isNew = false;
    return { conversation: machine.id, effect: spoken };
  });
  const introduced = facts.introducedAt === null && !isNew ? { introducedAt: now } : {};
  return {
    ...draft,
    machines: replaced(draft.machines, machine),
    orders: [...draft.orders, ...orders],
    facts: { ...draft.facts, ...introduced },
  };
};

/** The one that spoke comes last; of those that are over only the latest are kept. */
const replaced = (machines: readonly StoredMachine[], machine: StoredMachine): readonly StoredMachine[] => {
  const others = machines.filter(({ id }) => id !== machine.id);
  const ended = others.filter((other) => other.id !== 'desk' && !isLive(other));
  const forgotten = new Set(ended.slice(0, -ENDED_KEPT));
  return [...others.filter((other) => !forgotten.has(other)), machine];
};

/** A letter, a timer or the answer of an effect. `conversation`: whom it is for, when that is known. */
export const eventTurn = (
  tools: Tools,
  image: ActorImage,
  { draft, event, conversation }: { draft: Draft; event: Event; conversation: string | null },
): Draft => {
  if (event.type === 'membership.begun') {
    const { language, name, providerId } = event;
    return { ...draft, facts: { ...draft.facts, language, name, providerId } };
  }
  if (event.type === 'answers.redirected') {
    return { ...draft, facts: { ...draft.facts, answersTo: { thread: event.to, until: event.until } } };
  }
  if (event.type === 'consent.withdrawn') return learnOptOut(tools, image, { draft, event });
  const carried =
    event.type === 'text.failed' ? carryBySms(image, draft, { event, conversation, now: tools.clock.now() }) : null;
  if (carried !== null) return carried;
  const target =
    conversation === null ? routeEvent(image.machines, event) : ({ to: 'conversation', id: conversation } as const);
  return target === null ? draft : hear(tools, image, { draft, target, event });
};

/** Twilio has refused a text: its carrier knows of an opt-out that never came to us. */
const learnOptOut = (
  tools: Tools,
  image: ActorImage,
  { draft, event }: { draft: Draft; event: Extract<Event, { type: 'consent.withdrawn' }> },
): Draft => {
  const consent: Consent = { state: 'out', by: event.by, at: tools.clock.now(), isCarriers: true };
  return { ...hearConsent(tools, image, { draft, event: { ...event, live: liveVisits(image) } }), consent };
};
