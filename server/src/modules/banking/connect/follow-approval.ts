import { answerBank } from './talk-to-bank.ts';
import { readSession, type Visit } from './visit.ts';

/** While the page waits for the app: asks the bank, no sooner than it wants to be asked. Answers the visit as it is then. */
export async function followApproval(visit: Visit): Promise<Visit> {
  const { session } = visit;
  const isWaiting = session.status === 'open' && session.step === 'approve-in-app';
  if (!isWaiting || session.isBusy || !session.isPollDue) return visit;
  await answerBank(visit, { kind: 'poll' });
  return { ...visit, ...(await readSession(visit.services, session)) };
}
