import type { z } from 'zod';
import { account } from '../account.ts';
import { jsonOf, type Call } from './call.ts';
import { approvalRequest, creation, type Approval, type Content } from './content-types.ts';
import { invalid, notFound } from './refusals.ts';
import type { Switchboard } from './switchboard.ts';
import { newSid } from './text.ts';
import { v1ListOf } from './v1-list.ts';

export const createContent = ({ contents, world }: Switchboard, call: Call) => {
  const { friendly_name, language, variables = {}, types: given } = read(creation, call);
  const createdAt = world.clock.now().toISOString();
  const content = { sid: newSid('HX'), friendlyName: friendly_name ?? null, language, variables, types: given };
  contents.set(content.sid, { ...content, createdAt, approval: null });
  return contentJson({ ...content, createdAt, approval: null });
};

export const findContent = ({ contents }: Switchboard, sid: string, call: Call): Content => {
  const content = contents.get(sid);
  if (content === undefined) throw notFound(call.path);
  return content;
};

export const listContents = ({ contents }: Switchboard, call: Call) =>
  v1ListOf('contents', [...contents.values()].map(contentJson), { call, host: 'content.twilio.com' });

/** WhatsApp takes its time; this one says yes as soon as it is asked again. */
export const requestApproval = (switchboard: Switchboard, sid: string, call: Call): Approval => {
  const content = findContent(switchboard, sid, call);
  if (content.types['twilio/list-picker']) throw invalid(20_001, 'A list picker cannot be approved by WhatsApp');
  const fixed = {
    content_type: Object.keys(content.types)[0] ?? '',
    rejection_reason: '',
    allow_category_change: true,
  };
  const approval = { ...read(approvalRequest, call), ...fixed };
  switchboard.contents.set(sid, { ...content, approval: { ...approval, status: 'approved' } });
  return { ...approval, status: 'received' };
};

const read = <T>(schema: z.ZodType<T>, call: Call): T => {
  const result = schema.safeParse(jsonOf(call));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalid(20_001, `Invalid parameter ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
};

const urlOf = (sid: string) => `https://content.twilio.com/v1/Content/${sid}`;

export const contentJson = (content: Content) => ({
  sid: content.sid,
  account_sid: account.twilio.accountSid,
  friendly_name: content.friendlyName,
  language: content.language,
  variables: content.variables,
  types: content.types,
  url: urlOf(content.sid),
  date_created: content.createdAt,
  date_updated: content.createdAt,
  links: {
    approval_create: `${urlOf(content.sid)}/ApprovalRequests/whatsapp`,
    approval_fetch: `${urlOf(content.sid)}/ApprovalRequests`,
  },
});

export const approvalJson = (content: Content) => ({
  sid: content.sid,
  account_sid: account.twilio.accountSid,
  whatsapp: content.approval ?? {
    status: 'unsubmitted',
    category: '',
    name: '',
    content_type: '',
    rejection_reason: '',
  },
  url: `${urlOf(content.sid)}/ApprovalRequests`,
});
