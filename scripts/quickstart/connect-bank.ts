/** Path A: the end user connects a bank on the hosted page, and webhooks tell the rest. */
import { type Conversation, createConversation } from './conversation.ts';
import { createEndUser } from './end-user.ts';
import { type Receiver, receiveEvents } from './receive-events.ts';

export interface ConnectOptions {
  /** Of the server, without `/api`. */
  url: string;
  /** Where this machine receives webhooks: `host:port`. */
  receiver: string;
  keep: boolean;
  authenticate(conversation: Conversation): Promise<string>;
}

const EVENTS = ['connection.completed', 'login.sync-completed', 'analysis.completed'];

export async function connectBank({ url, receiver: address, keep, authenticate }: ConnectOptions) {
  const conversation = createConversation(`${url}/api`, 6);
  const { call, step, show, poll } = conversation;
  step('Authenticate', 'Exchange the client credentials for a token of five minutes.');
  const authorization = await authenticate(conversation);
  step('Subscribe to events', `This script listens at ${address}.`);
  const receiver = await receiveEvents(address, show);
  try {
    const webhookId = await subscribe(conversation, authorization, receiver, address);

    step('Ask for a session', 'A user is created for an id that does not exist yet.');
    const userId = `quickstart-${Date.now()}`;
    const created = await call('POST', `/users/${userId}/banking/connect?recurring=true`, {
      authorization,
      json: { language: 'en', webhookData: { from: 'quick start' } },
    });
    const correlationId = created.headers.get('finoos-correlation-id') ?? '';

    step('The end user connects the demo bank', 'Open the redirectURL in a browser to do the same by hand.');
    await walkThroughPage(url, (created.body as { redirectURL: string }).redirectURL);

    step('Track the process', 'Everything that follows carries the correlation id of the session.');
    if (webhookId) await receiver.wait('analysis.completed', correlationId, 90_000);
    await poll(`/users/${userId}/categorization/correlation?correlationId=${correlationId}`, authorization);

    step('Read results', 'The logins, the accounts that came from the bank, and what the analysis made of them.');
    for (const path of ['banking/logins', 'banking/accounts', 'categorization?limit=3', 'analysis/person/income']) {
      await call('GET', `/users/${userId}/${path}`, { authorization });
    }
    if (keep) return;
    process.stdout.write('\nThat was it. User and webhook are deleted again (keep them with --keep):\n');
    await call('DELETE', `/users/${userId}`, { authorization });
    if (webhookId) await call('DELETE', `/webhooks/${webhookId}`, { authorization });
  } finally {
    receiver.close();
  }
}

/** Null when the workspace may not send to this machine: the guard against calls into one's own network. */
async function subscribe({ call }: Conversation, authorization: string, { url }: Receiver, address: string) {
  const { status, body } = await call('POST', '/webhooks', {
    authorization,
    json: { endpoint: url, events: EVENTS },
    expect: [201, 400],
  });
  if (status === 201) return (body as { webhookId: string }).webhookId;
  process.stdout.write(
    `\nWithout webhooks then. To allow them: npm run admin -- set-allow-list <workspace> ${address}\n`,
  );
  return null;
}

async function walkThroughPage(url: string, redirectURL: string) {
  const user = createEndUser(url);
  const say = (what: string) => process.stdout.write(`    “${user.heading()}”${what && `  → ${what}`}\n`);
  process.stdout.write('\n');
  await user.open(redirectURL);
  const forms: [string, string, Record<string, string | string[]>?][] = [
    ['continue', 'open'],
    ['choose Sandbox Bank (SMS-Code)', 'choose-bank', { bank: 'sandbox:sandbox-code' }],
    ['agree', 'agree'],
    ['user name employee, PIN 12345', 'log-in', { 'credential-userId': 'employee', 'credential-password': '12345' }],
    ['by text message', 'choose-method', { method: 'sms' }],
    ['code 123456', 'enter-code', { code: '123456' }],
    ['share the first two accounts', 'choose-accounts', { account: ['0', '1'] }],
  ];
  for (const [what, action, fields] of forms) {
    say(what);
    await user.press(action, fields);
  }
  say('');
}
