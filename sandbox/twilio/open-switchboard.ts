import type { Shelf } from '../shelves.ts';
import type { World } from '../world.ts';
import { phoneOf } from './addresses.ts';
import { openAutopilot } from './autopilot.ts';
import { carryText } from './carry-text.ts';
import { openPhones } from './phones.ts';
import type { Draft, Switchboard } from './switchboard.ts';
import { newSid, segmentsOf, type Text } from './text.ts';

const BLANK = {
  media: [],
  buttons: [],
  error: null,
  messagingServiceSid: null,
  statusCallback: null,
  sentAt: null,
  contentSid: null,
  tapped: null,
  isRedacted: false,
  isDeleted: false,
} as const;

/** Opens the switchboard over a world's shelves, and goes on with what an earlier process left under way. */
export const openSwitchboard = (world: World): Switchboard => {
  const texts = world.shelf<Text>('twilio.texts');
  const index = indexOf(texts);
  const switchboard: Switchboard = {
    world,
    texts,
    order: index.order,
    phones: openPhones(world),
    autopilot: openAutopilot(world, () => switchboard),
    optOuts: world.shelf('twilio.opt-outs'),
    windows: world.shelf('twilio.windows'),
    contents: world.shelf('twilio.contents'),
    numbers: world.shelf('twilio.numbers'),
    add: (draft) => {
      const text = textFrom(draft, index.order.length + 1, world.clock.now().toISOString());
      texts.set(text.sid, text);
      index.note(text);
      switchboard.phones.meet(text.phone);
      world.news.publish(`phone:${text.phone}`);
      return text;
    },
    change: (sid, part) => {
      const text = { ...(texts.get(sid) as Text), ...part, updatedAt: world.clock.now().toISOString() };
      texts.set(sid, text);
      world.news.publish(`phone:${text.phone}`);
      return text;
    },
    ofPhone: (phone, after) => index.ofPhone(phone, after).map((sid) => texts.get(sid) as Text),
  };
  world.onReset(index.clear);
  for (const text of [...texts.values()].filter(isUnderWay)) carryText(switchboard, text);
  switchboard.autopilot.resume();
  return switchboard;
};

const isUnderWay = ({ status }: Text) => status === 'accepted' || status === 'queued' || status === 'sent';

const textFrom = (draft: Draft, seq: number, now: string): Text => {
  const isInbound = draft.direction === 'inbound';
  const sid = draft.sid ?? newSid(draft.media?.length ? 'MM' : 'SM');
  const phone = phoneOf((isInbound ? draft.from : null) ?? draft.to);
  const times = { createdAt: now, updatedAt: now };
  return { ...BLANK, ...draft, ...times, sid, seq, phone, segments: segmentsOf(draft.body) };
};

const indexOf = (texts: Shelf<Text>) => {
  const order: string[] = [];
  const places = new Map<string, { seq: number; sid: string }[]>();
  const note = ({ sid, seq, phone }: Text) => {
    order.push(sid);
    const own = places.get(phone);
    if (own) own.push({ seq, sid });
    else places.set(phone, [{ seq, sid }]);
  };
  [...texts.values()].sort((left, right) => left.seq - right.seq).forEach(note);
  const ofPhone = (phone: string, after: number): string[] => {
    const own = places.get(phone) ?? [];
    const first = own.findLastIndex(({ seq }) => seq <= after) + 1;
    return own.slice(first).map(({ sid }) => sid);
  };
  const clear = () => {
    order.length = 0;
    places.clear();
  };
  return { order, note, ofPhone, clear };
};
