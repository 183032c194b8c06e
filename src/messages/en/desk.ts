import type { GeneralQuestion } from '../../domain/general-question.ts';
import { tradeWords, type TradeId } from '../../domain/trades.ts';
import type { Command, DeskCopy, ProviderDesk, Stage, VisitLine } from '../copy/desk.ts';
import { listed, rangeText, shortWords, windowText } from '../format.ts';

const EXAMPLE = 'kitchen sink leaking, Thursday after 3, 1204 Oak Hill Rd 78704';

export const deskEn: DeskCopy = {
  'desk.introduced': () => 'Fixline here (automated). AGENT gets a person, STOP ends texts, HELP helps.',
  'desk.stopped': ({ hasLiveVisit }) =>
    `You won't get any more texts from Fixline.${hasLiveVisit ? ' Your visit stays booked.' : ''} START turns them on again.`,
  'desk.started': ({ isAnythingOpen }) =>
    isAnythingOpen
      ? 'Texts are on again. STATUS shows where we are.'
      : `Texts are on again. What needs doing? Like: ${EXAMPLE}`,
  'desk.helped': () =>
    `Fixline finds local pros by text. Tell me the job, place and time, like: ${EXAMPLE}. STATUS shows what is going on, AGENT gets a person, STOP ends texts.`,
  'desk.greeted': () => `Hi! What needs doing? Tell me the job, place and time, like: ${EXAMPLE}`,
  'desk.forProvider': ({ about }) => FOR_PROVIDER[about],
  'desk.explained': ({ about }) => EXPLAINED[about],
  'desk.aboutUs': () =>
    'I am an automated assistant of Fixline. I find local pros for your home; people read along when needed. AGENT gets a person.',
  'desk.welcome': () => "You're welcome!",
  'desk.languageChanged': () => 'Ok, English from now on.',
  'desk.personAsked': () => 'Ok. A person will text you here soon. If anybody is in danger, call 911.',
  'desk.call911': () =>
    'If anybody may be in danger: yes, get out and call 911 now. If not, tell me what is wrong and where, and I look for a pro.',
  'desk.personComes': () => "Sorry, I don't get it. I asked a person to read this and text you here.",
  'desk.nothingOpen': () => `Nothing is open for that answer. Tell me what needs doing, like: ${EXAMPLE}`,
  'desk.status': ({ jobs, more }) =>
    jobs.length === 0
      ? `Nothing is going on right now. Tell me what needs doing, like: ${EXAMPLE}`
      : listed(
          jobs.map(({ code, trade, window, stage }) =>
            [
              `${code === null ? '' : `${code} `}${trade === null ? 'New request' : tradeWords(trade, 'en').name}`,
              ...(window ? [windowText(window, 'en')] : []),
              STAGES[stage],
            ].join(', '),
          ),
          more === 0 ? '' : `and ${String(more)} more`,
        ),
  'desk.jobs': ({ visits, more }) =>
    listed(
      visits.map(({ code, window, area, stage }) =>
        [code, window ? windowText(window, 'en') : null, area === null ? null : shortWords(area, 24), WORK[stage]]
          .filter((part) => part !== null)
          .join(', '),
      ),
      more === 0 ? '' : `and ${String(more)} more`,
    ),
  'desk.noJobs': () => 'No visits ahead. I text you when a job near you comes up.',
  'desk.join': () =>
    'Glad you want to work with us! Sign-up by text is not open yet. I told a person, who texts you here to set you up.',
  'desk.payouts': () =>
    'You are paid after the homeowner says all is good, or after 48 hours. A question about money? AGENT',
  'desk.prices': ({ trade }) => {
    if (trade === null)
      return `It depends on the job: ${EXAMPLES.map(priceOf).join(', ')}. You see the price before you pay. What needs doing? Like: ${EXAMPLE}`;
    return `${tradeWords(trade, 'en').name}: most jobs are ${rangeText(trade)}. You see the price before you pay. Text me the job, place and time.`;
  },
  'desk.unclear': () => `Sorry, I didn't get that. Tell me what needs doing, like: ${EXAMPLE}. Or AGENT for a person.`,
  'desk.which': ({ choices, command }) => {
    const lines = choices.map(({ code, trade, window }) =>
      [
        `${code}${trade === null ? '' : ` ${tradeWords(trade, 'en').work}`}`,
        ...(window ? [windowText(window, 'en')] : []),
      ].join(' '),
    );
    return `Which one: ${lines.join(' or ')}? Reply with the code, like ${COMMANDS[command]} ${choices[0]?.code ?? 'K7'}.`;
  },
  'desk.codeUnknown': ({ code }) => `I know no ${code} of yours that is open. STATUS or JOBS shows what is.`,
  'desk.calm': () => "I'm sorry this is frustrating. AGENT gets a person, or tell me what needs doing.",
};

const EXPLAINED: Readonly<Record<GeneralQuestion, string>> = {
  cancelling:
    'Until you pay nothing is charged, and DROP ends it. After that text CHANGE or DROP: a person moves the visit or settles the money with you.',
  paying:
    'By card, on a link that I text once you choose a pro; never in cash. We hold the money, and the pro gets it after the work.',
  receipt: 'The payment page shows what you paid. AGENT gets a person, who sends you a receipt.',
  trust:
    "You see a pro's rating before you choose, and your money goes to the pro only after the work. For licenses or insurance AGENT gets a person.",
  numbers:
    'Phone numbers stay private on both sides. What the pro should know, like a gate code, text me and I pass it on. AGENT gets a person.',
  wrongNumber:
    'Sorry for the mix-up. I only text numbers that wrote to me or are on a job. STOP ends all texts from Fixline.',
  tips: 'Kind of you! A tip is between you and the pro, in person. Fixline takes none and charges none.',
};

const EXAMPLES = ['plumbing', 'electrical', 'house_cleaning'] as const;

const priceOf = (trade: TradeId): string => `${tradeWords(trade, 'en').work} ${rangeText(trade)}`;

const COMMANDS: Readonly<Record<Command, string>> = {
  yes: 'Y',
  no: 'N',
  change: 'CHANGE',
  drop: 'DROP',
  onMyWay: 'OTW',
  late: 'LATE',
  here: 'HERE',
  nobodyHome: 'NOBODY HOME',
  cannot: "CAN'T",
  done: 'DONE',
};

const FOR_PROVIDER: Readonly<Record<ProviderDesk, string>> = {
  help: 'Jobs near you come by text: Y takes one, N passes. JOBS shows what is ahead, PAY how you are paid. AGENT gets a person, STOP ends texts.',
  greet: 'Hi! JOBS shows what is ahead. I text you the next job near you.',
  nothingOpen: 'Nothing is open for that answer. JOBS shows what is ahead. AGENT gets a person.',
  unclear: "Sorry, I didn't get that. JOBS shows what is ahead. AGENT gets a person.",
};

const WORK: Readonly<Record<VisitLine['stage'], string | null>> = {
  unanswered: 'Y or N?',
  unpaid: 'unpaid',
  booked: null,
};

const STAGES: Readonly<Record<Stage, string>> = {
  draft: 'not sent yet',
  searching: 'looking for a pro',
  choosing: 'waiting for your choice',
  paying: 'waiting for your payment',
  booked: 'booked',
  onTheWay: 'pro is on the way',
  working: 'pro is there',
  approving: 'done, waiting for your ok',
  caseOpen: 'with a person',
  stopped: 'nobody found yet',
};
