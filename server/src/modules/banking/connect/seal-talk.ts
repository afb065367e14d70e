import type { Services } from '#platform/context.ts';
import type { BankTalk, ConnectSession } from './connect.types.ts';

type SealedTalk = Pick<ConnectSession, 'sessionId' | 'sealedTalk'>;

const associated = (sessionId: string) => `connect_sessions.talk:${sessionId}`;

export const sealTalk = ({ secrets }: Services, sessionId: string, talk: BankTalk): string =>
  secrets.seal(JSON.stringify(talk), associated(sessionId));

/** What was said with the bank; null when nothing was. */
export const openTalk = ({ secrets }: Services, { sessionId, sealedTalk }: SealedTalk): BankTalk | null =>
  sealedTalk === null ? null : JSON.parse(secrets.open(sealedTalk, associated(sessionId)));
