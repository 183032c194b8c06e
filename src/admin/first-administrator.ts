// Without an administrator nobody could log in: the environment names the first one, or the sandbox makes one.
import { randomInt } from 'node:crypto';
import type { Administrators } from '../conversations/ports/dashboard.ts';
import { hashPassword, isPassword } from './password.ts';

const SANDBOX_EMAIL = 'admin@fixline.test';
/** without letters and digits that look alike */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

interface Given {
  readonly email: string;
  readonly password: string;
}

/**
 * The environment's word counts at each start: another ADMIN_PASSWORD is the new password, and ends that account's sessions.
 * Gives what is to be printed: the sandbox's own administrator, whose password is made once for a database and stays right;
 * null when the environment named one (secrets are never printed), or nobody.
 */
export const ensureFirstAdministrator = async (
  administrators: Administrators,
  given: Given | null,
  isSandbox: boolean,
): Promise<Given | null> => {
  if (given !== null) {
    await keep(administrators, given);
    return null;
  }
  if (!isSandbox) return null;
  const own = { email: SANDBOX_EMAIL, password: await administrators.sandboxPassword(makePassword()) };
  await keep(administrators, own);
  return own;
};

const keep = async (administrators: Administrators, { email, password }: Given) => {
  const known = await administrators.byEmail(email);
  if (known !== null && (await isPassword(password, known.password))) return;
  await administrators.keep({ email, password: await hashPassword(password) });
};

const makePassword = () => {
  const sign = () => SIGNS[randomInt(SIGNS.length)] ?? '';
  const group = () => Array.from({ length: 4 }, sign).join('');
  return [group(), group(), group()].join('-');
};
