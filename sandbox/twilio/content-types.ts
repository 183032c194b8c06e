import { z } from 'zod';

const action = z.object({ title: z.string(), id: z.string().optional(), url: z.string().optional() });

/** The kinds that are shown; the others are stored as they came. Wire names, not the SDK's. */
const types = z.looseObject({
  'twilio/text': z.object({ body: z.string() }).optional(),
  'twilio/quick-reply': z.looseObject({ body: z.string(), actions: z.array(action).min(1).max(10) }).optional(),
  'twilio/list-picker': z
    .looseObject({
      body: z.string(),
      button: z.string(),
      items: z
        .array(
          z.object({ id: z.string().max(200), item: z.string().max(24), description: z.string().max(72).optional() }),
        )
        .max(10),
    })
    .optional(),
  'twilio/call-to-action': z
    .looseObject({ body: z.string(), actions: z.array(z.looseObject(action.shape)) })
    .optional(),
});

export const creation = z.strictObject({
  friendly_name: z.string().optional(),
  language: z.string(),
  variables: z.record(z.string(), z.string()).optional(),
  types,
});

export const approvalRequest = z.object({
  name: z.string().regex(/^[a-z0-9_]+$/),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
});

export type ContentTypes = z.infer<typeof types>;

/** A template of the Content API. */
export interface Content {
  readonly sid: string;
  readonly friendlyName: string | null;
  readonly language: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly types: ContentTypes;
  readonly createdAt: string;
  readonly approval: Approval | null;
}

export interface Approval {
  readonly name: string;
  readonly category: string;
  readonly content_type: string;
  readonly status: 'received' | 'approved';
  readonly rejection_reason: string;
  readonly allow_category_change: boolean;
}
