import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html: 16 MB, five passes. */
const COST: ScryptOptions = { N: 16_384, r: 8, p: 5 };
const BYTES = 32;

const derive = (password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, BYTES, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

/** `scrypt$N$r$p$salt$hash`, salted anew each time. What `cost` makes cheap stays cheap to check: for the accounts of tests. */
export const hashPassword = async (password: string, cost = COST): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
};

/** Takes as long for a wrong password as for a right one. Without a hash (an unknown account) it works as long, and says no. */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [, N, r, p, salt = '', hash = ''] = (stored ?? NOBODY).split('$');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const key = await derive(password, Buffer.from(salt, 'base64url'), cost);
  const wanted = Buffer.from(hash, 'base64url');
  return wanted.length === key.length && timingSafeEqual(wanted, key);
};

/** A hash that no password has. */
const NOBODY = `scrypt$${String(COST.N)}$${String(COST.r)}$${String(COST.p)}$${'A'.repeat(22)}$`;
