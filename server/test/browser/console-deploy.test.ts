/** An engineer brings Kontor into their own systems: keys, clients and webhooks are made in a real browser and used by programs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { verifyCustomerToken } from '../../src/modules/integrations/customer/customer-token.ts';
import { startReceiver, status, type WebhookReceiver } from '../harness/webhook-receiver.ts';
import { verify } from '../harness/webhook-scene.ts';
import type { Page } from './browser.ts';
import { type ConsoleScene, heading, look, startConsoleScene } from './console-scene.ts';

let scene: ConsoleScene;
let receiver: WebhookReceiver;
beforeAll(async () => {
  [scene, receiver] = await Promise.all([startConsoleScene(), startReceiver()]);
  await scene.workspace.run((ctx) => setOutboundAllowList(ctx, [receiver.host]));
  await scene.workspace.api.post('/users', { type: 'person', email: 'somebody@example.com' });
});
afterAll(async () => {
  await scene.stop();
  await receiver.stop();
});

/** What somebody who copies the line into a terminal gets, as JSON. */
async function runInShell(line: string) {
  const { stdout } = await promisify(execFile)('sh', ['-c', `${line} --silent --show-error`]);
  return JSON.parse(stdout);
}

/** What the example signs for a customer, on a server that has the secret. */
async function runInNode(example: string, secret: string) {
  const script = `${example}\nconsole.log(signCustomer('customer-7'));`;
  const env = { ...process.env, KONTOR_TOKEN_SECRET: secret };
  const options = ['--input-type=module', '--eval', script];
  return (await promisify(execFile)(process.execPath, options, { env })).stdout.trim();
}

/** The text of the dialog that is called so; it can be copied from there. */
const shown = (page: Page, label: string) =>
  page.getByRole('dialog').locator('.stack', { hasText: label }).last().locator('code').innerText();

test('a key made in the page opens the agent API to curl, and a contract key the endpoint contract', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/api-keys');
  await page.getByRole('button', { name: 'Create a key' }).click();
  await page.getByLabel('What is it for?').fill('Website');
  await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
  const agent = await runInShell(await page.getByTestId('first-call').innerText());
  expect(agent).toMatchObject({ id: scene.workspace.workspaceId, scopes: ['read', 'write'] });
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('link', { name: 'Contract keys' }).click();
  await heading(page, 'Contract keys').waitFor();
  await page.getByLabel('What about them?').selectOption('income');
  await page.getByText('flow=income').waitFor();
  expect(page.url()).toContain('/console/contract?flow=income');
  await page.getByRole('button', { name: 'Create a contract key' }).click();
  await page.getByLabel('What is it for?').fill('Agent of the bank');
  await page.getByRole('button', { name: 'Create a key' }).click();
  const contract = await runInShell(await page.getByTestId('first-call').innerText());
  expect(contract).toMatchObject({ has_analysis: false });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Agent of the bank').waitFor();
  await look(page, 'contract');
  await scene.expectCleanEnd(opened);
});

test('a client gets tokens with its scopes, loses one, changes its secret and is revoked', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/clients');
  await page.getByRole('button', { name: 'New client' }).click();
  await page.getByLabel('What is it for?').fill('Loan desk');
  await page.getByText(/^Analyses of persons: 0 of/).click();
  await page.getByLabel(/^person-income-salary /).check();
  await look(page, 'client-new');
  await page.getByRole('dialog').getByRole('button', { name: 'New client' }).click();
  await page.getByText('The client was made').waitFor();
  const first = await shown(page, 'Get a token');
  expect((await runInShell(first)).scope).toBe('users banking analysis person-income-salary');
  await look(page, 'client-secret');
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Change Loan desk' }).click();
  await page.getByLabel(/^banking Connect/).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await runInShell(first)).scope).toBe('users analysis person-income-salary');
  await page.getByRole('button', { name: 'New secret Loan desk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  await page.getByText('The new secret').waitFor();
  const second = await shown(page, 'Get a token');
  expect((await runInShell(first)).error).toBe('invalid_client');
  expect((await runInShell(second)).scope).toContain('users');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('last used').first().waitFor();
  await look(page, 'clients');
  await page.getByRole('button', { name: 'Revoke Loan desk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('Revoked', { exact: true }).waitFor();
  expect((await runInShell(second)).error).toBe('invalid_client');
  await scene.expectCleanEnd(opened);
});

test('a webhook is made and tried; what was sent and answered is there to read, and to send again', async () => {
  receiver.answer(status(500, {}, 'Out of paper'), status(200, {}, 'Thank you'));
  // The page says in words that the first endpoint can not be called.
  const opened = await scene.open({ meant: /status of (401 .*\/console\/(session|changes)|400 .*\/api\/webhooks$)/ });
  const { page } = opened;
  await scene.signIn(page, '/console/webhooks');
  await page.getByText('There is no webhook yet.').waitFor();
  await look(page, 'webhooks-none');
  await page.getByRole('button', { name: 'New webhook' }).click();
  await page.getByLabel('Endpoint', { exact: true }).fill('http://10.0.0.1/hook');
  await page.getByLabel('What is it for?').fill('Back office');
  await page.getByLabel(/^user\.created /).check();
  await page.getByRole('dialog').getByRole('button', { name: 'New webhook' }).click();
  await page
    .getByText(/can not be called/)
    .first()
    .waitFor();
  await look(page, 'webhook-new');
  await page.getByLabel('Endpoint', { exact: true }).fill(receiver.url);
  await page.getByRole('dialog').getByRole('button', { name: 'New webhook' }).click();
  await page.getByText('The webhook was made').waitFor();
  const secret = await shown(page, 'Signing secret');
  await page.getByRole('button', { name: 'Done' }).click();
  await heading(page, 'Back office').waitFor();

  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('link', { name: 'webhook.test' }).click();
  await page.getByText('Out of paper').waitFor();
  await page.getByText('"type": "webhook.test"').waitFor();
  const [failed] = receiver.received;
  expect(failed && verify(secret, failed)).toEqual(failed?.body);
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  await page.getByText('Thank you').waitFor();
  expect(receiver.received[1]?.headers['webhook-id']).toBe(failed?.headers['webhook-id']);
  await page.getByRole('link', { name: 'Delivered' }).click();
  await page.getByRole('link', { name: 'webhook.test' }).click();
  await page.getByText('Thank you').waitFor();
  expect(new URL(page.url()).search).toMatch(/^\?state=delivered&delivery=/);
  await look(page, 'webhook');
  await page.getByRole('link', { name: 'Given up' }).click();
  await page.getByText('There is none of this kind.').waitFor();
  await page.goBack();
  await page.getByText('Thank you').waitFor();

  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  await page.getByText('The old one goes on verifying until').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('It hears nothing meanwhile.').waitFor();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'Switch off' }).waitFor();
  await scene.expectCleanEnd(opened);
});

test('a webhook whose endpoint wants nothing more says so', async () => {
  receiver.answer(status(410));
  const { api } = scene.workspace;
  const { body } = await api.post('/webhooks', { endpoint: receiver.url, events: ['user.created'] });
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, `/console/webhooks/${body.webhookId}`);
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText(/the endpoint answered 410/).waitFor();
  await look(page, 'webhook-gone');
  await page.getByRole('link', { name: 'All webhooks' }).click();
  await page.getByText('Switched off', { exact: true }).waitFor();
  await look(page, 'webhooks');
  await scene.expectCleanEnd(opened);
});

test('a widget is made for the pages of a site, worded, and proven customers come with a token that Node has signed', async () => {
  const { v2 } = scene.workspace;
  const opened = await scene.open();
  const { page } = opened;
  // What changes after the page has read and before it hears the server is told once it does.
  const heard = Promise.withResolvers<void>();
  await page.route('**/console/changes?*', async (route) => {
    await heard.promise;
    await route.continue();
  });
  await scene.signIn(page, '/console/widgets');
  await page.getByText('There is no bot that could answer yet.').waitFor();
  await v2.post('/agents', { name: 'Help centre' });
  heard.resolve();
  await page.getByRole('button', { name: 'New widget' }).click();
  await page.getByLabel('Name, for your people').fill('Help pages');
  await page.getByLabel('Which pages may show it?').fill('https://WWW.example.com/help\nhttps://app.example.com:8443');
  await look(page, 'widget-new');
  await page.getByRole('dialog').getByRole('button', { name: 'New widget' }).click();
  await heading(page, 'Help pages').waitFor();
  const { widgets } = (await v2.get('/widgets')).body;
  expect(widgets[0].allowedOrigins).toEqual(['https://www.example.com', 'https://app.example.com:8443']);
  await page.getByText(widgets[0].snippet, { exact: true }).waitFor();

  await page.getByLabel('Heading in German').fill('Fragen Sie uns');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It holds for the next page').waitFor();
  expect((await v2.get(`/widgets/${widgets[0].id}`)).body.title).toEqual({ en: '', de: 'Fragen Sie uns' });
  const example = await page.locator('code', { hasText: 'signCustomer' }).innerText();
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('heading', { name: 'The new secret' }).waitFor();
  const secret = await shown(page, 'Secret for customer tokens');
  await page.getByRole('button', { name: 'Done' }).click();
  await look(page, 'widget');
  const token = await runInNode(example, secret);
  expect(await scene.workspace.run((ctx) => verifyCustomerToken(ctx, token))).toMatchObject({ sub: 'customer-7' });

  await page.getByRole('link', { name: 'All widgets' }).click();
  await page.getByText('Shown', { exact: true }).waitFor();
  await look(page, 'widgets');
  await page.getByRole('link', { name: 'Help pages' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('There is no widget yet.').waitFor();
  await scene.expectCleanEnd(opened);
});
