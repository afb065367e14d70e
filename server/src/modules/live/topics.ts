/**
 * What pages hear of, and which scope opens it: one of those that the routes take which read it. Announced by the triggers
 * of the database (`announce_change`), so that no change can forget to say that it happened.
 */
export const TOPICS = {
  accounts: ['users'],
  'action-runs': ['read'],
  actions: ['read'],
  'api-keys': ['console:keys'],
  articles: ['read'],
  attributes: ['read'],
  audit: ['read'],
  bots: ['read'],
  'category-rules': ['categorization'],
  clients: ['console:keys'],
  conversations: ['read'],
  drafting: ['read'],
  integrations: ['read'],
  people: ['console:people'],
  results: ['categorization', 'analysis'],
  reviews: ['read'],
  rules: ['read'],
  runs: ['categorization', 'analysis'],
  sources: ['read'],
  tags: ['read'],
  'test-suites': ['read'],
  users: ['users'],
  webhooks: ['webhooks'],
  widgets: ['read'],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof TOPICS;

/** Sessions that end and roles that change: for the server itself. */
export const SESSIONS_TOPIC = 'sessions';

export const mayHear = (topic: string, scopes: ReadonlySet<string>): topic is Topic =>
  Object.hasOwn(TOPICS, topic) && TOPICS[topic as Topic].some((scope) => scopes.has(scope));
