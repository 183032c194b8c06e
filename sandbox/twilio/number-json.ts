import { account } from '../account.ts';
import { rfc2822 } from './message-json.ts';
import type { PhoneNumber } from './switchboard.ts';

const { accountSid, number, numberSid, messagingServiceSid } = account.twilio;

/** An incoming phone number resource. */
export const numberJson = (ours: PhoneNumber) => ({
  sid: numberSid,
  account_sid: accountSid,
  friendly_name: ours.friendlyName,
  phone_number: number,
  sms_url: ours.smsUrl,
  sms_method: 'POST',
  sms_fallback_url: ours.smsFallbackUrl,
  sms_fallback_method: 'POST',
  sms_application_sid: '',
  status_callback: ours.statusCallback,
  status_callback_method: 'POST',
  date_created: rfc2822(ours.updatedAt),
  date_updated: rfc2822(ours.updatedAt),
  uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${numberSid}.json`,
  ...untouched,
});

// What is the same for every number that only texts.
const untouched = {
  address_requirements: 'none',
  address_sid: null,
  api_version: '2010-04-01',
  beta: false,
  bundle_sid: null,
  capabilities: { mms: true, sms: true, voice: true, fax: false },
  emergency_address_sid: null,
  emergency_address_status: 'unregistered',
  emergency_status: 'Inactive',
  identity_sid: null,
  origin: 'twilio',
  status: 'in-use',
  trunk_sid: null,
  type: 'local',
  voice_application_sid: '',
  voice_caller_id_lookup: false,
  voice_fallback_method: 'POST',
  voice_fallback_url: null,
  voice_method: 'POST',
  voice_receive_mode: 'voice',
  voice_url: null,
} as const;

/** The account's one messaging service, which writes from the same number. */
export const serviceJson = (ours: PhoneNumber) => {
  const url = `https://messaging.twilio.com/v1/Services/${messagingServiceSid}`;
  return {
    sid: messagingServiceSid,
    account_sid: accountSid,
    friendly_name: ours.friendlyName,
    date_created: ours.updatedAt,
    date_updated: ours.updatedAt,
    inbound_request_url: null,
    inbound_method: 'POST',
    fallback_url: null,
    fallback_method: 'POST',
    status_callback: null,
    sticky_sender: true,
    mms_converter: true,
    smart_encoding: false,
    scan_message_content: 'inherit',
    fallback_to_long_code: false,
    area_code_geomatch: false,
    synchronous_validation: false,
    validity_period: 36_000,
    usecase: 'undeclared',
    us_app_to_person_registered: true,
    use_inbound_webhook_on_number: true,
    url,
    links: { phone_numbers: `${url}/PhoneNumbers` },
  };
};
