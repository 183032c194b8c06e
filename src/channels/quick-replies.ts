import { createHash } from 'node:crypto';
import type { Button } from '../conversations/ports/actor.ts';
import { within } from './deadline.ts';
import type { TwilioClient } from './twilio-client.ts';

/** A text as a content of Twilio's and the words to fill it with. */
export interface FilledContent {
  readonly contentSid: string;
  readonly contentVariables: string;
}

/** The content (HX...) for these words and buttons, found or made; null: then the text goes out without buttons. */
export type QuickReplies = (body: string, buttons: readonly Button[]) => Promise<FilledContent | null>;

type Content = Parameters<TwilioClient['content']['v1']['contents']['create']>[0];

/** WhatsApp's limits for quick replies that no one has approved (in-session): 3 of 20 characters, body of 1,024. */
const MOST_BUTTONS = 3;
const LONGEST_BUTTON = 20;
const LONGEST_BODY = 1_024;
const CONTENT_MS = 2_000;
const NAME = 'fixline_buttons_';

/**
 * One content for each set of buttons and pattern of lines; the words are its variables, so none are kept at Twilio. Contents of earlier
 * runs are found again by their names. Whatever goes wrong here costs the buttons, never the text.
 */
export function makeQuickReplies(client: TwilioClient): QuickReplies {
  let known: Promise<Map<string, Promise<string>>> | null = null;
  const sidOf = async (shape: Shape): Promise<string> => {
    known ??= knownContents(client);
    const sids = await known;
    const name = nameOf(shape);
    const sid = sids.get(name) ?? makeContent(client, name, shape);
    sids.set(name, sid);
    return sid;
  };
  return async (body, buttons) => {
    if (!canBeButtons(body, buttons)) return null;
    const { pattern, variables } = linesOf(body);
    const sid = sidOf({ pattern, buttons }).catch(() => {
      known = null;
      return null;
    });
    const contentSid = await within(CONTENT_MS, sid, null);
    return contentSid === null ? null : { contentSid, contentVariables: JSON.stringify(variables) };
  };
}

interface Shape {
  readonly pattern: string;
  readonly buttons: readonly Button[];
}

function canBeButtons(body: string, buttons: readonly Button[]): boolean {
  const fits = ({ id, title }: Button) => id !== '' && title !== '' && title.length <= LONGEST_BUTTON;
  const titles = new Set(buttons.map(({ title }) => title));
  const isSet = buttons.length > 0 && titles.size === buttons.length;
  return (
    isSet && buttons.length <= MOST_BUTTONS && buttons.every(fits) && body.trim() !== '' && body.length <= LONGEST_BODY
  );
}

/** A variable may hold neither line breaks, tabs nor runs of spaces (twilio.com/docs/api/errors/21656): one variable a line. */
function linesOf(body: string): { readonly pattern: string; readonly variables: Readonly<Record<string, string>> } {
  const lines = body.split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim());
  const filled = lines.filter((line) => line !== '');
  let place = 0;
  const pattern = lines.map((line) => (line === '' ? '' : `{{${++place}}}`)).join('\n');
  return { pattern, variables: Object.fromEntries(filled.map((line, index) => [String(index + 1), line])) };
}

const nameOf = (shape: Shape): string =>
  NAME +
  createHash('sha256')
    .update(JSON.stringify([shape.pattern, shape.buttons]))
    .digest('hex')
    .slice(0, 16);

async function knownContents(client: TwilioClient): Promise<Map<string, Promise<string>>> {
  const contents = await client.content.v1.contents.list({ pageSize: 500, limit: 2_000 });
  const ours = contents.filter(({ friendlyName }) => friendlyName.startsWith(NAME));
  return new Map(ours.map(({ friendlyName, sid }) => [friendlyName, Promise.resolve(sid)]));
}

async function makeContent(client: TwilioClient, name: string, { pattern, buttons }: Shape): Promise<string> {
  const samples = [...pattern.matchAll(/\{\{(\d+)\}\}/g)].map(([, place]) => [place, 'text']);
  const content = {
    friendly_name: name,
    language: 'en',
    variables: Object.fromEntries(samples) as Record<string, string>,
    types: {
      'twilio/quick-reply': { body: pattern, actions: buttons.map(({ id, title }) => ({ title, id })) },
    },
  };
  // The SDK's type has other names than the API, and sends them unchanged (twilio-node#1046).
  const made = await client.content.v1.contents.create(content as unknown as Content);
  return made.sid;
}
