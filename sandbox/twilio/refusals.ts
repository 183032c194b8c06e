/** Twilio's answer to what it will not do. */
export class TwilioRefusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** `{code, message, more_info, status}`, the envelope of every error. */
export const envelopeOf = ({ status, code, message }: TwilioRefusal) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

export const invalid = (code: number, message: string) => new TwilioRefusal(400, code, message);

export const notFound = (path: string) =>
  new TwilioRefusal(404, 20_404, `The requested resource ${path} was not found`);

export const notAuthenticated = new TwilioRefusal(401, 20_003, 'Authenticate');
export const tooMany = new TwilioRefusal(429, 20_429, 'Too Many Requests');
export const broken = new TwilioRefusal(500, 20_500, 'An internal server error has occurred');
