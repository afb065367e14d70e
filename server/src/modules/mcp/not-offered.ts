/** What no model is to call, and why. */
export const NOT_OFFERED: Readonly<Record<string, string>> = {
  connectProvider: 'takes a credential, which does not belong into a conversation',
  rotateEnvironmentKey: 'takes a credential, which does not belong into a conversation',
  rotateCustomerTokenSecret: 'answers a credential, and the one before stops working',
  rotateWebhookSecret: 'answers a credential, and the one before stops working',
};
