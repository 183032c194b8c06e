import type { World } from '../world.ts';

export type Role = 'homeowner' | 'provider';

export interface Phone {
  readonly number: string;
  readonly label: string;
  readonly role: Role;
  /** Null: as the switch for all says. */
  readonly autopilot: boolean | null;
  /** The text up to which it was read. */
  readonly readTo: number;
}

export interface Phones {
  list(): Phone[];
  /** As known, or as the number alone says. */
  get(number: string): Phone;
  /** Notes a number that was not known. */
  meet(number: string): void;
  change(number: string, part: Partial<Omit<Phone, 'number'>>): Phone;
  /** Whether somebody answers by himself there: providers whose phone nobody plays. */
  isOnAutopilot(number: string): boolean;
  /** The switch for all providers; forgets what was said of single ones. */
  switchAll(isOn: boolean): void;
}

export const openPhones = (world: World): Phones => {
  const shelf = world.shelf<Phone>('twilio.phones');
  const switches = world.shelf<boolean>('twilio.autopilot-switch');
  const get = (number: string) => shelf.get(number) ?? strangerAt(number);
  const keep = (phone: Phone): Phone => {
    shelf.set(phone.number, phone);
    world.news.publish('phones');
    return phone;
  };
  return {
    list: () => [...shelf.values()].sort((left, right) => (left.number < right.number ? -1 : 1)),
    get,
    meet: (number) => {
      if (!shelf.has(number)) keep(strangerAt(number));
    },
    change: (number, part) => keep({ ...get(number), ...part }),
    isOnAutopilot: (number) => {
      const { role, autopilot } = get(number);
      return autopilot ?? (role === 'provider' && (switches.get('all') ?? true));
    },
    switchAll: (isOn) => {
      switches.set('all', isOn);
      for (const phone of [...shelf.values()]) keep({ ...phone, autopilot: null });
    },
  };
};

// The demo city: +1 737 555 01xx are providers, everybody else is a homeowner.
const strangerAt = (number: string): Phone => ({
  number,
  label: number,
  role: /^\+173755501\d\d$/.test(number) ? 'provider' : 'homeowner',
  autopilot: null,
  readTo: 0,
});
