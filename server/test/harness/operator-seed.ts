/** People who work in the console, made by the product itself. */
import { createApiKey, createClient, createOperator, type OperatorRole } from '#modules/identity/index.ts';
import type { TestKontor, TestWorkspace } from './test-kontor.ts';

export interface SeededOperators {
  /** Not the owner whose token it is: whoever is removed has nothing to do with the rest. */
  operatorId: string;
  invitationId: string;
  apiKeyId: string;
  /** Of a client that nothing else uses. */
  unusedClientId: string;
  /** Of an owner. */
  operatorToken: string;
}

export const TEST_PASSWORD = 'correct horse battery staple';

/** What a page of the console sends along. */
export const FROM_CONSOLE = { 'kontor-console': '1' };

/** Signs in as a browser would; answers the `Cookie` header of the session. */
export async function signInAs({ anonymous }: TestKontor, email: string, more: object = {}): Promise<string> {
  const answer = await anonymous.post('/console/session', { email, password: TEST_PASSWORD, ...more }, FROM_CONSOLE);
  if (answer.status !== 204) throw new Error(`${email} can not sign in: ${answer.text}`);
  return cookieOf(answer.headers);
}

export const cookieOf = (headers: Headers): string => headers.get('set-cookie')?.split(';')[0] ?? '';

/** The access token of somebody who has just signed in. */
export async function fetchOperatorToken(kontor: TestKontor, email: string): Promise<string> {
  const cookie = await signInAs(kontor, email);
  const answer = await kontor.anonymous.post('/console/session/token', undefined, { ...FROM_CONSOLE, cookie });
  return answer.body.accessToken;
}

export const addOperator = ({ run }: TestWorkspace, email: string, role: OperatorRole) =>
  run((ctx) => createOperator(ctx, { email, password: TEST_PASSWORD, role }));

export async function seedOperators(
  kontor: TestKontor,
  workspace: TestWorkspace,
  marker: string,
): Promise<SeededOperators> {
  await addOperator(workspace, `owner.${marker}@example.com`, 'owner');
  const { operatorId } = await addOperator(workspace, `${marker}@example.com`, 'editor');
  const { apiKeyId } = await workspace.run((ctx) => createApiKey(ctx, { name: marker, scopes: ['read'] }));
  const unused = await workspace.run((ctx) => createClient(ctx, { name: marker, scopes: ['users'] }));
  const operatorToken = await fetchOperatorToken(kontor, `owner.${marker}@example.com`);
  const invited = await kontor.anonymous.post(
    '/v2/operator-invitations',
    { email: `invited.${marker}@example.com`, role: 'viewer' },
    { authorization: `Bearer ${operatorToken}` },
  );
  return { operatorId, invitationId: invited.body.id, apiKeyId, unusedClientId: unused.clientId, operatorToken };
}
