import twilio from 'twilio';
import type { Form } from './inbound.ts';

/**
 * Whether Twilio signed this request with one of the account's tokens (several while they rotate). `url` is the public address and the
 * path with its query as they came, without the fragment. Anything that cannot be checked is not signed; this never throws.
 */
export function isSignedByTwilio(request: {
  readonly tokens: readonly string[];
  readonly signature: string | undefined;
  readonly url: string;
  readonly params: Form;
}): boolean {
  const { tokens, signature, url, params } = request;
  return signature !== undefined && tokens.some((token) => isValid(token, signature, { url, params }));
}

function isValid(
  token: string,
  signature: string,
  { url, params }: { readonly url: string; readonly params: Form },
): boolean {
  try {
    return twilio.validateRequest(token, signature, url, params);
  } catch {
    return false;
  }
}
