import { Readable } from 'node:stream';
import { triggerAnalysis } from '#modules/analysis/index.ts';
import { receiveUpload, storeUpload } from '#modules/banking/index.ts';
import {
  API_KEY_SCOPES,
  CLIENT_SCOPES,
  createApiKey,
  createClient,
  createOperator,
  createWorkspace,
  setOutboundAllowList,
} from '#modules/identity/index.ts';
import { createPersona } from '#modules/personas/index.ts';
import { createUser } from '#modules/users/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { randomToken, uuidv7 } from '#platform/crypto/random.ts';
import { replacePrivateFile } from '#platform/private-file.ts';
import { createCompany } from './company/create-company.ts';
import type { CompanyAccess } from './company/start-company.ts';
import { createHelpCentre } from './create-help-centre.ts';
import { hasAnyWorkspace, lockDemo } from './demo.queries.ts';

/** What a newcomer needs to call the demo workspace; the shape of `credentials.json`. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
  apiKey: string;
  readOnlyApiKey: string;
  operatorEmail: string;
  operatorPassword: string;
  /** The bot of the demo's help centre. */
  botId: string;
}

/**
 * Makes the Demo workspace in an empty database, all of it or nothing, and writes the credentials before anything of it
 * can be seen; null when there is a workspace already.
 */
export async function createDemo(
  services: Services,
  credentialsPath: string,
  company: CompanyAccess,
): Promise<Credentials | null> {
  if (await services.database.read(null, hasAnyWorkspace)) return null;
  const workspaceId = uuidv7(services.now().getTime());
  return withWorkspace(services, workspaceId, async (ctx) => {
    await lockDemo(ctx.session);
    if (await hasAnyWorkspace(ctx.session)) return null;
    const identities = await createIdentities(ctx, company);
    const helpCentre = await createHelpCentre(ctx);
    await createCompany(ctx, company, helpCentre);
    const credentials: Credentials = { ...identities, botId: helpCentre.botId };
    const until = services.now().toISOString().slice(0, 10);
    for (const name of ['employee', 'company'] as const) await createPersonaUser(ctx, name, until);
    await replacePrivateFile(credentialsPath, `${JSON.stringify(credentials, null, 2)}\n`);
    return credentials;
  });
}

async function createIdentities(ctx: Context, company: CompanyAccess): Promise<Omit<Credentials, 'botId'>> {
  await createWorkspace(ctx, 'Demo');
  // Where the quick start listens for webhooks.
  // Where the quick start receives webhooks, and the company.
  await setOutboundAllowList(ctx, ['127.0.0.1:4801', new URL(company.url).host]);
  const client = await createClient(ctx, { name: 'Demo client', scopes: [...CLIENT_SCOPES] });
  const key = await createApiKey(ctx, { name: 'Demo key', scopes: [...API_KEY_SCOPES] });
  const readOnly = await createApiKey(ctx, { name: 'Demo key, read only', scopes: ['read'] });
  const operator = { email: 'demo@kontor.example', password: randomToken(12) };
  await createOperator(ctx, { ...operator, role: 'owner' });
  return {
    ...client,
    apiKey: key.apiKey,
    readOnlyApiKey: readOnly.apiKey,
    operatorEmail: operator.email,
    operatorPassword: operator.password,
  };
}

async function createPersonaUser(ctx: Context, name: 'employee' | 'company', until: string) {
  const { user, accounts } = createPersona(name, { until, seed: 1 });
  const { userId } = await createUser(ctx, { ...user, automaticAnalysis: 'suspended' });
  // Through the same reader as everybody's upload: the demo data is what the API would take.
  const body = Readable.from([Buffer.from(JSON.stringify({ accounts }))]);
  await storeUpload(ctx, userId, await receiveUpload(body, { shape: 'accounts' }));
  await triggerAnalysis(ctx, userId);
}
