// The sandbox's one account, fixed and published: none of these is a secret of anybody.
export const account = {
  twilio: {
    accountSid: 'AC5a4d0b0000000000000000000000f1c5',
    authToken: 'f1c5a4db0000000000000000000000aa',
    number: '+15125550000',
    numberSid: 'PN5a4d0b0000000000000000000000f1c5',
    whatsappNumber: '+15125550000',
    messagingServiceSid: 'MG5a4d0b0000000000000000000000f1c5',
  },
  stripe: {
    secretKey: 'sk_test_fixline_sandbox_0000000000000000',
    webhookSecret: 'whsec_fixline_sandbox_0000000000000000',
    thinWebhookSecret: 'whsec_fixline_sandbox_thin_00000000000',
  },
} as const;
