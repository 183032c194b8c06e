/** What a typed line asks for. */
export type Order =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly body: string }
  | { readonly kind: 'skip'; readonly duration: string }
  | { readonly kind: 'pay'; readonly card: string; readonly authenticate?: string }
  | { readonly kind: 'channel'; readonly channel: 'sms' | 'whatsapp' }
  | { readonly kind: 'as'; readonly number: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'unclear'; readonly why: string };

export const HELP = [
  'Type a text and Enter to send it. Commands:',
  '  /skip 2h, /skip 15m, /skip 1d, /skip PT15M   move the clock',
  '  /pay 4242424242424242                        pay the newest link (a card that asks: pass, fail or leave after it)',
  '  /whatsapp, /sms                              send as',
  '  /as +17375550101                             go on with another phone',
  '  /clock, /help, /quit',
].join('\n');

const CARD_THAT_PAYS = '4242424242424242';

/** Reads one typed line. A slash begins a command, anything else is a text. */
export const readLine = (line: string): Order => {
  const typed = line.trim();
  if (typed === '') return { kind: 'nothing' };
  if (!typed.startsWith('/')) return { kind: 'text', body: typed };
  const [name = '', ...words] = typed.slice(1).split(/\s+/);
  const command = commands[name.toLowerCase()];
  return command?.(words) ?? { kind: 'unclear', why: `There is no /${name}. /help lists what there is.` };
};

const commands: Readonly<Record<string, (words: string[]) => Order>> = {
  skip: (words) => readSkip(words.join(' ')),
  pay: ([card = CARD_THAT_PAYS, authenticate]) => ({
    kind: 'pay',
    card,
    ...(authenticate === undefined ? {} : { authenticate }),
  }),
  whatsapp: () => ({ kind: 'channel', channel: 'whatsapp' }),
  sms: () => ({ kind: 'channel', channel: 'sms' }),
  as: ([number = '']) => ({ kind: 'as', number }),
  clock: () => ({ kind: 'clock' }),
  help: () => ({ kind: 'help' }),
  quit: () => ({ kind: 'quit' }),
  exit: () => ({ kind: 'quit' }),
};

const durations: Readonly<Record<string, (count: string) => string>> = {
  m: (count) => `PT${count}M`,
  h: (count) => `PT${count}H`,
  d: (count) => `P${count}D`,
  w: (count) => `P${count}W`,
};

const readSkip = (words: string): Order => {
  if (/^P/i.test(words)) return { kind: 'skip', duration: words.toUpperCase() };
  const [, count = '', unit = ''] = /^(\d+)\s*([mhdw])/i.exec(words) ?? [];
  const duration = durations[unit.toLowerCase()]?.(count);
  if (duration !== undefined) return { kind: 'skip', duration };
  return { kind: 'unclear', why: 'How far? For example /skip 15m, /skip 2h, /skip 1d or /skip PT15M.' };
};
