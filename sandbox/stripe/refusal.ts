/** What goes into the `error` of Stripe's envelope; `type` decides the class of error that the SDK throws. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
}

/** Why a request is not done. `begun` says whether it got past validation, which is when Stripe starts to remember a key. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly body: ErrorBody;
  readonly begun: boolean;

  constructor(statusCode: number, body: ErrorBody, begun = true) {
    super(body.message);
    this.statusCode = statusCode;
    this.body = body;
    this.begun = begun;
  }
}

/** 400: the request contradicts the state of things (docs.stripe.com/error-codes). */
export function refuse(message: string, code?: string, param?: string): Refusal {
  return new Refusal(400, {
    type: 'invalid_request_error',
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  });
}

/** 400 before anything began: a parameter is wrong, so no answer is kept under the idempotency key. */
export function refuseParameter(message: string, code: string, param: string): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, code, param }, false);
}

/** An object that is not there: 404 when the path names it, 400 when a parameter does. */
export function missing(what: string, id: string, param?: string): Refusal {
  const status = param === undefined ? 404 : 400;
  const message = `No such ${what}: '${id}'`;
  return new Refusal(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message,
    param: param ?? 'id',
  });
}
