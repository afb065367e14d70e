import { type CheckOptions, DEFAULT_OPTIONS, type Endpoint, type Plan } from '../src/index.ts';
import { authority, type FakeCompany, OTHER_KEY } from './fake-company.testing.ts';

const CUSTOMERS = {
  known: ['ada@example.com', 'bob@example.com'],
  empty: 'empty@example.com',
  unknown: 'nobody@example.com',
};

const READ_SAMPLE = {
  customer_id: 'cus_1',
  plan: 'Pro',
  is_vip: false,
  account_closed: false,
  phone_number: '+15550100',
  zip_code: '94103',
  month_of_signup: '2024-03',
  subscription_renews_at: '2026-06-15',
  refund_amount_cents: 4900,
  cancellations: 0,
};

/** The fake company as a plan of two endpoints. */
export function fakePlan(
  company: FakeCompany,
  options: Partial<CheckOptions> = {},
  rateLimitPerMinute = 100_000,
): Plan {
  const shared = { identifier: { place: 'query', name: 'email' } as const, customers: CUSTOMERS, rateLimitPerMinute };
  const read: Endpoint = {
    ...shared,
    name: 'read customer',
    description: 'Looks a customer up.',
    kind: 'read',
    method: 'GET',
    url: `${company.url}/customer?flow=full`,
    body: null,
    refusedBody: null,
    sample: READ_SAMPLE,
    effect: null,
  };
  const write: Endpoint = {
    ...shared,
    name: 'cancel',
    description: 'Cancels the subscription.',
    kind: 'write',
    method: 'POST',
    url: `${company.url}/cancellations`,
    body: { reason: 'too expensive' },
    refusedBody: { reason: 'forbidden' },
    sample: null,
    effect: { endpoint: read.name, field: 'cancellations' },
  };
  return {
    environment: {
      name: 'sandbox',
      sandbox: true,
      otherKeys: [OTHER_KEY],
      all: [{ name: 'sandbox', baseUrl: company.url, sandbox: true }],
    },
    endpoints: [read, write],
    options: {
      ...DEFAULT_OPTIONS,
      write: true,
      plainHttpPort: company.plainHttpPort,
      ca: authority.cert,
      ...options,
    },
  };
}
