import { sha256Hex, timingSafeEqualText } from '#platform/crypto/random.ts';
import { answerBank } from './talk-to-bank.ts';
import type { Visit } from './visit.ts';

/**
 * The browser comes back from the bank. Only the browser that was sent there brings both its cookie and the state that
 * stands in the address: nobody can slip his own authorisation under somebody else's session. Coming back twice (reload,
 * history) changes nothing.
 */
export async function returnFromBank(visit: Visit, query: Record<string, string>): Promise<void> {
  const { session } = visit;
  const { state = '', ...rest } = query;
  if (session.status !== 'open' || session.step !== 'redirect' || session.isBusy || session.returnHash === null) return;
  if (!timingSafeEqualText(sha256Hex(state), session.returnHash)) return;
  await answerBank(visit, { kind: 'returned', query: rest });
}
