import type { Call } from './call.ts';
import { isReachable } from './addresses.ts';

/** `GET /v2/PhoneNumbers/…`: whether a number can be one; line type only when asked for. */
export const lookUp = (given: string, call: Call) => {
  const digits = given.replace(/\D/g, '');
  const number = given.startsWith('+') ? `+${digits}` : `+1${digits.slice(-10)}`;
  const isAsked = call.query.get('Fields')?.split(',').includes('line_type_intelligence') === true;
  return {
    ...(isReachable(number) ? known(number) : unknown),
    phone_number: number,
    line_type_intelligence: isReachable(number) && isAsked ? MOBILE : null,
    caller_name: null,
    sim_swap: null,
    call_forwarding: null,
    line_status: null,
    identity_match: null,
    reassigned_number: null,
    sms_pumping_risk: null,
    phone_number_quality_score: null,
    pre_fill: null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(number)}`,
  };
};

const known = (number: string) => {
  const country = number.startsWith('+1') ? { calling_country_code: '1', country_code: 'US' } : NOWHERE;
  const local = number.slice(2);
  const national = `(${local.slice(0, 3)}) ${local.slice(3, 6)}-${local.slice(6)}`;
  return { ...country, national_format: national, valid: true, validation_errors: [] };
};

const NOWHERE = { calling_country_code: null, country_code: null };
const unknown = { ...NOWHERE, national_format: null, valid: false, validation_errors: ['INVALID_LENGTH'] };

const MOBILE = {
  error_code: null,
  mobile_country_code: '310',
  mobile_network_code: '260',
  carrier_name: 'Sandbox Mobile',
  type: 'mobile',
};
