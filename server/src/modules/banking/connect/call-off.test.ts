/** A consent that the bank has given, but that no login has taken over, is ended at the bank, however the visit ends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEndUser, type EndUser } from '../../../../../scripts/quickstart/end-user.ts';
import { adminQuery } from '../../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import { expireSessions } from './expire-sessions.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ sandbox: true });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

/** An end user who has only to choose the accounts, and the consent that the bank has given by then. */
async function authorise(userId: string) {
  const { body } = await workspace.api.post(`/users/${userId}/banking/connect`, {});
  const visitor = createEndUser(kontor.url);
  await visitor.open(body.redirectURL);
  await visitor.press('open');
  await visitor.press('choose-bank', { bank: 'sandbox:sandbox-code' });
  await visitor.press('agree');
  await visitor.press('log-in', { 'credential-userId': 'employee', 'credential-password': '12345' });
  await visitor.press('choose-method', { method: 'sms' });
  await visitor.press('enter-code', { code: '123456' });
  const { rows } = await adminQuery(kontor.adminUrl, 'select sealed_talk from connect_sessions where session_id = $1', [
    body.sessionId,
  ]);
  const talk = kontor.services.secrets.open(rows[0].sealed_talk, `connect_sessions.talk:${body.sessionId}`);
  const { consentId } = JSON.parse(talk).state;
  expect(await statusAtBank(consentId)).toBe('valid');
  return { visitor, sessionId: body.sessionId as string, consentId };
}

async function statusAtBank(consentId: string): Promise<string> {
  const address = `${kontor.services.bankAccess.sandboxUrl}/sandbox-code/v1/consents/${consentId}/status`;
  const answer = (await (await fetch(address)).json()) as { consentStatus: string };
  return answer.consentStatus;
}

const endings: [string, (visitor: EndUser, sessionId: string, userId: string) => Promise<unknown>][] = [
  ['cancelled', (visitor) => visitor.press('cancel')],
  [
    'left for another bank',
    (visitor) => {
      const form = { token: visitor.field('token'), version: visitor.field('version'), action: 'other-bank' };
      return visitor.send(visitor.path(), form);
    },
  ],
  [
    'overdue, and nobody looks at it any more',
    async (_, sessionId) => {
      await adminQuery(kontor.adminUrl, 'update connect_sessions set expires_at = now() where session_id = $1', [
        sessionId,
      ]);
      await expireSessions(kontor.services);
    },
  ],
  ['of a user who is erased', (_visitor, _sessionId, userId) => workspace.api.delete(`/users/${userId}`)],
];

test.for(endings)('%s', async ([name, end]) => {
  const userId = `visitor who ${name}`.replaceAll(' ', '-').replaceAll(',', '');
  const { visitor, sessionId, consentId } = await authorise(userId);
  await end(visitor, sessionId, userId);
  await expect.poll(() => statusAtBank(consentId)).toBe('terminatedByTpp');
});

test('chosen accounts keep it', async () => {
  const { visitor, consentId } = await authorise('visitor-who-stays');
  await visitor.press('choose-accounts', { account: ['0'] });
  await expect
    .poll(async () => (await workspace.api.get('/users/visitor-who-stays/banking/logins')).body.logins[0]?.sync.status)
    .toBe('completed');
  expect(await statusAtBank(consentId)).toBe('valid');
});
