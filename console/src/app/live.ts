/** Reads again what the server says has changed, as far as it is on the screen. */
import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { type Change, followChanges, type Heard } from './change-stream.ts';
import { useSession } from './session.tsx';

/** Which addresses of the APIs tell of a topic, by how their paths begin. Home is concerned by most. */
const READ_AT: Record<string, string[]> = {
  accounts: ['/api/users/{user-id}/banking/', '/v2/overview'],
  'action-runs': ['/v2/action-runs', '/v2/overview'],
  actions: ['/v2/actions'],
  'api-keys': ['/v2/api-keys'],
  articles: ['/v2/hc-articles', '/v2/articles', '/v2/hc-folders', '/v2/knowledge'],
  attributes: ['/v2/attributes'],
  audit: ['/v2/audit-log'],
  bots: ['/v2/agents', '/v2/bots'],
  'category-rules': ['/api/categorization-rules'],
  clients: ['/v2/clients'],
  conversations: ['/v2/hc-interactions', '/v2/conversations', '/v2/overview'],
  drafting: ['/v2/knowledge'],
  integrations: ['/v2/integrations', '/v2/overview'],
  people: ['/v2/operators', '/v2/operator-invitations'],
  results: ['/api/users/{user-id}/analysis/', '/api/users/{user-id}/contracts', '/api/users/{user-id}/categorization'],
  reviews: ['/v2/reviews', '/v2/overview'],
  rules: ['/v2/hc-rules'],
  runs: ['/api/users/{user-id}/analyses', '/v2/overview'],
  sources: ['/v2/sources', '/v2/documents', '/v2/crawls', '/v2/knowledge'],
  tags: ['/v2/tags', '/v2/tag-groups'],
  'test-suites': ['/v2/test-suites'],
  users: ['/api/users', '/v2/overview'],
  webhooks: ['/api/webhooks', '/v2/overview'],
  widgets: ['/v2/widgets'],
};

/** A busy workspace changes all the time; nobody reads faster than this. */
const EVERY_MS = 2_000;

/** Once, in the frame around all pages. */
export function useLiveUpdates() {
  const client = useQueryClient();
  const { issuedAt, refresh } = useSession();
  const onSessionEnd = useEffectEvent(refresh);
  const firstRead = useEffectEvent(() => issuedAt);
  useEffect(() => {
    const stop = new AbortController();
    const collector = collect((changes) => readAgain(client, changes), stop.signal);
    followChanges(collector, firstRead(), onSessionEnd, stop.signal);
    return () => stop.abort();
  }, [client]);
}

/** The first change is acted on at once, those that follow together, every two seconds. */
function collect(act: (changes: Heard[]) => void, signal: AbortSignal) {
  let waiting: Heard[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  const flush = () => {
    timer = waiting.length > 0 ? setTimeout(flush, EVERY_MS) : undefined;
    if (waiting.length > 0) act(waiting.splice(0));
  };
  return (change: Heard) => {
    waiting = [...waiting, change];
    timer ??= setTimeout(flush, 0);
  };
}

function readAgain(client: QueryClient, changes: Heard[]) {
  const isConcerned = (query: Query) => changes.some((change) => concerns(change, query.queryKey));
  // What nobody sees is read when somebody comes back to it.
  const refetchType = document.hidden ? 'none' : 'active';
  void client.invalidateQueries({ predicate: isConcerned, refetchType });
  for (const query of client.getQueryCache().findAll({ predicate: isConcerned })) {
    // A first answer on its way may be older than the change, and would count as new.
    if (query.state.data !== undefined || query.state.fetchStatus !== 'fetching') continue;
    const invalidate = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType });
    query.promise?.then(invalidate, () => undefined);
  }
}

/** `key`: of `useRead`. */
function concerns(change: Change | null, key: readonly unknown[]): boolean {
  const [operation, input] = key as [string, { params?: Record<string, string> } | undefined];
  const path = operation.split(' ')[1];
  if (!path?.startsWith('/')) return false;
  if (!change) return true;
  if (!READ_AT[change.topic]?.some((start) => path.startsWith(start))) return false;
  const shown = change.id && (input?.params?.['conversation-id'] ?? input?.params?.['user-id']);
  return !shown || shown === change.id;
}
