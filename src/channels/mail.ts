import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Remote } from '../conversations/ports.ts';

/** One mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type SendMail = (mail: Mail) => Promise<Remote<{ readonly mailId: string }>>;

interface MailSettings {
  readonly mail: { readonly smtpUrl: string | null; readonly from: string };
  readonly sandbox: { readonly url: string } | null;
}

const MAIL_MS = 8_000;

/** Mails go out by SMTP, or else to the sandbox's post box. With neither, all of them are refused with `noMail`. */
export function makeMail({ config }: { readonly config: MailSettings }): SendMail {
  const { smtpUrl, from } = config.mail;
  if (smtpUrl !== null) return smtp(smtpUrl, from);
  if (config.sandbox !== null) return postBox(config.sandbox.url, from);
  return async () => ({ outcome: 'refused', reason: 'noMail', code: null });
}

function smtp(url: string, from: string): SendMail {
  const timeouts = { connectionTimeout: MAIL_MS / 4, greetingTimeout: MAIL_MS / 4, socketTimeout: MAIL_MS / 2 };
  const transport = createTransport({ url, ...timeouts });
  return async (mail) => {
    try {
      const { messageId } = await transport.sendMail({ from, ...mail });
      return { outcome: 'done', value: { mailId: messageId } };
    } catch (error) {
      return smtpFailure(error);
    }
  };
}

const smtpError = z.object({
  responseCode: z.number().optional(),
  code: z.string().optional(),
  syscall: z.string().optional(),
});

/** RFC 5321, 4.2.1: 4yz try again, 5yz no. A connection that was lost after DATA may have delivered. */
function smtpFailure(error: unknown): Remote<never> {
  const { responseCode = 0, code, syscall } = smtpError.safeParse(error).data ?? {};
  if (responseCode >= 500) return { outcome: 'refused', reason: code ?? 'other', code: responseCode };
  if (responseCode >= 400 || syscall === 'connect' || code === 'EDNS') return { outcome: 'later', afterMs: 60_000 };
  return { outcome: 'unknown' };
}

function postBox(url: string, from: string): SendMail {
  return async (mail) => {
    try {
      const answer = await fetch(`${url}/mails`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from, ...mail }),
        signal: AbortSignal.timeout(MAIL_MS),
      });
      if (!answer.ok) return { outcome: 'refused', reason: 'other', code: answer.status };
      const { id } = z.object({ id: z.union([z.string(), z.number()]) }).parse(await answer.json());
      return { outcome: 'done', value: { mailId: String(id) } };
    } catch {
      return { outcome: 'later', afterMs: 1_000 };
    }
  };
}
