export type Channel = 'sms' | 'whatsapp';

const prefix = 'whatsapp:';

/** `+15125550100` or `whatsapp:+15125550100` or `whatsapp:US.abc`. */
export const channelOf = (address: string): Channel => (address.startsWith(prefix) ? 'whatsapp' : 'sms');

/** The phone behind an address: what stays without the channel. */
export const phoneOf = (address: string): string => address.replace(prefix, '');

export const addressOn = (channel: Channel, phone: string): string => (channel === 'sms' ? phone : prefix + phone);

const isWhatsAppName = (phone: string) => /^[A-Z]{2}\.\S+$/.test(phone);
const isNumber = (phone: string) => (phone.startsWith('+1') ? /^\+1[2-9]\d{9}$/ : /^\+[2-9]\d{6,14}$/).test(phone);

// Twilio's own magic number for "not a valid number".
const NEVER_VALID = '+15005550001';

/** Whether Twilio would take the address as one to write to. Numbers of +1 have ten digits more. */
export const isReachable = (address: string): boolean => {
  const phone = phoneOf(address);
  if (phone === NEVER_VALID) return false;
  return isNumber(phone) || (channelOf(address) === 'whatsapp' && isWhatsAppName(phone));
};

/** The phone that somebody means by a path or a body: `+1 512 555 0100`, `15125550100`, `whatsapp:…`; null if none. */
export const readPhone = (text: string): string | null => {
  const phone = phoneOf(text.trim());
  if (isWhatsAppName(phone)) return phone;
  const digits = phone.replace(/[\s().+-]/g, '');
  return /^\d{6,15}$/.test(digits) ? `+${digits}` : null;
};
