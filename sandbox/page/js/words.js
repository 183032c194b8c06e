// @ts-check
/** "+15125550100" as "(512) 555-0100"; other numbers stay as they are. @param {string} number */
export const shownNumber = (number) => {
  const [, area, middle, end] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area ? `(${area}) ${middle}-${end}` : number;
};

/** What people type as a number, as E.164; null when it cannot be one. @param {string} typed */
export const readNumber = (typed) => {
  const digits = typed.replace(/[^\d+]/g, '');
  const whole = digits.startsWith('+') ? digits : digits.length === 10 ? `+1${digits}` : `+${digits}`;
  return /^\+[1-9]\d{7,14}$/.test(whole) ? whole : null;
};

/** A label such as "Dana Ruiz - plumbing" as a name and what comes after it. @param {{ label?: string, number: string }} phone */
export const nameOf = (phone) => {
  const label = phone.label === phone.number ? '' : (phone.label ?? '');
  const [, name, rest] = /^(.+?)(?:\s+[-\u2013\u2014|/\u00b7]\s+|,\s+|\s+\()(.+?)\)?$/.exec(label) ?? [];
  const what = (rest ?? '').replace(/^./, (letter) => letter.toUpperCase());
  return { name: name ?? (label || shownNumber(phone.number)), rest: what };
};

/** Up to two letters for the round picture. @param {string} name */
export const initialsOf = (name) => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('') || '#';
};

/** Cents as "$129.00". @param {number} cents @param {string} [currency] */
export const moneyOf = (cents, currency = 'usd') =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/**
 * Cuts a text into plain parts and web addresses. A full stop or bracket that ends the sentence is not the address's.
 *
 * @param {string} body
 * @returns {{ text: string, url?: string }[]}
 */
export const linkParts = (body) =>
  body.split(/(https?:\/\/[^\s<>"]+)/).flatMap((part, index) => {
    if (index % 2 === 0) return part ? [{ text: part }] : [];
    const url = part.replace(/[.,;:!?)\]'"]+$/, '');
    const rest = part.slice(url.length);
    return rest ? [{ text: url, url }, { text: rest }] : [{ text: url, url }];
  });
