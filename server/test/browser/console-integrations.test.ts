/**
 * Long because one server, one browser and one company serve all of it. People connect the company's own system and write rules
 * with it, in a real browser against a company that answers.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { runAction } from '#modules/integrations/index.ts';
import {
  COMPANY_KEY,
  type FakeCompany,
  startFakeCompany,
} from '../../src/modules/integrations/testing/fake-company.ts';
import { CANCEL, detachedContext, LOOKUP } from '../harness/integration-scene.ts';
import { addOperator } from '../harness/operator-seed.ts';
import { untilTrained } from '../harness/until-worked.ts';
import type { Page } from './browser.ts';
import { type ConsoleScene, heading, look, startConsoleScene } from './console-scene.ts';

let scene: ConsoleScene;
let company: FakeCompany;
beforeAll(async () => {
  [scene, company] = await Promise.all([startConsoleScene(), startFakeCompany()]);
  company.keys.add(`${COMPANY_KEY}-sandbox`);
  company.answer(({ method, query }) => {
    if (method !== 'GET') {
      return {
        body: { success: true, message: 'Cancelled.', confirmation_id: 'conf_4F2A', refund_amount_cents: 4_900 },
      };
    }
    const isVip = query.email === 'vip@example.com';
    return { body: { customer_id: 'cus_1', plan: 'Pro', is_vip: isVip, account_closed: false } };
  });
  await connectCompany();
});
afterAll(async () => {
  await scene.stop();
  await company.close();
});

/** What the journeys build on: a bot in the sandbox of a system that looks customers up and cancels. */
async function connectCompany() {
  const { workspace } = scene;
  const { v2 } = workspace;
  const put = (path: string, body: unknown) =>
    v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  await workspace.run((ctx) => setOutboundAllowList(ctx, [company.host]));
  const at = `/integrations/${(await v2.post('/integrations', { name: 'Customer system' })).body.id}`;
  await put(`${at}/environments/production`, { baseUrl: `${company.url}/production`, key: COMPANY_KEY });
  await put(`${at}/environments/sandbox`, { baseUrl: `${company.url}/sandbox`, key: `${COMPANY_KEY}-sandbox` });
  const outputs = [...LOOKUP.outputs, { name: 'account_closed', type: 'boolean' }];
  const lookupId = (await v2.post(`${at}/endpoints`, { ...LOOKUP, outputs })).body.id;
  const cancelId = (await v2.post(`${at}/endpoints`, CANCEL)).body.id;
  const botId = (await v2.post('/agents', { name: 'Help centre' })).body.id;
  await put(`/agents/${botId}/environment`, { environment: 'sandbox' });
  await v2.post('/attributes', {
    name: 'Customer',
    source: { kind: 'steps', steps: [{ id: 'lookup', endpointId: lookupId, inputs: { email: 'customer.email' } }] },
    fields: outputs.map(({ name, type }) => ({ name, type, value: `steps.lookup.${name}`, usableInReplies: true })),
    botIds: [botId],
  });
  await v2.post('/actions', {
    name: 'Cancel the subscription',
    inputs: [
      { name: 'customer_id', type: 'string' },
      { name: 'reason', type: 'string', required: false },
    ],
    steps: [
      {
        id: 'cancel',
        endpointId: cancelId,
        inputs: { customer_id: 'inputs.customer_id', reason: 'inputs.reason' },
      },
    ],
    outputs: [
      { name: 'confirmation_id', type: 'string', value: 'steps.cancel.confirmation_id' },
      { name: 'refund_amount_cents', type: 'number', value: 'steps.cancel.refund_amount_cents' },
    ],
  });
}

/** Adds a step at a place of the picture, `at` among those that are there; its form opens. */
async function addStep(page: Page, at: number, kind: RegExp) {
  await page.getByRole('button', { name: 'Add a step here' }).nth(at).click();
  await page.getByRole('dialog').getByRole('button', { name: kind }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const step = (page: Page, name: RegExp) => page.getByRole('button', { expanded: false, name });
const done = (page: Page) =>
  page.getByRole('group', { name: 'This step' }).getByRole('button', { name: 'Done' }).click();

async function write(page: Page, label: string, english: string, german: string) {
  await page.getByLabel(`${label}: English`).fill(english);
  await page.getByLabel(`${label}: German`).fill(german);
}

test('a support lead builds the cancellation rule by hand, tries it, publishes it, and a customer is led through it', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/rulebook');
  await page.getByText('There is no rule yet.').waitFor();
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByRole('button', { name: 'By hand' }).click();
  await page.getByLabel('Name').fill('Cancel the subscription');
  await page.getByLabel('When does it apply?').fill('The customer wants to end their subscription.');
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading(page, 'Cancel the subscription').waitFor();

  await addStep(page, 0, /^Decide/);
  await page.getByLabel('What?').selectOption({ label: 'vip (Customer)' });
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('What?').nth(1).selectOption({ label: 'account closed (Customer)' });
  await page.getByLabel('When is it true?').selectOption('any');
  await page.getByText('vip is yes or account closed is yes').first().waitFor();
  await look(page, 'rule-condition');
  await done(page);
  // Below the case: a person; behind the condition: the rest.
  await addStep(page, 1, /^Hand over/);
  await page.getByLabel('For the person who takes over').fill('VIP or closed account');
  await done(page);
  await addStep(page, 4, /^Ask for something/);
  await page.getByLabel('Name, for conditions and texts').fill('reason');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByLabel('What it is').fill('Why');
  await page.getByLabel('Kind').selectOption('choice');
  await page
    .getByLabel('Choices, one per line')
    .fill('expensive = price, too dear, teuer\nunused = do not use it, unbenutzt');
  await write(page, 'Question', 'Is it the price, or is it unused?', 'Liegt es am Preis, oder ist es unbenutzt?');
  await done(page);
  await addStep(page, 5, /^Ask for a yes/);
  await page.getByLabel('Question: English').fill('Cancel now because of ');
  await page.getByLabel('Insert a value …').selectOption({ label: 'Why' });
  await expect
    .poll(() => page.getByLabel('Question: English').inputValue())
    .toBe('Cancel now because of {{inputs.reason}}');
  await write(page, 'Question', 'Cancel now ({{inputs.reason}})?', 'Jetzt kündigen ({{inputs.reason}})?');
  await done(page);
  await addStep(page, 6, /^Do something/);
  await page.getByLabel('Action').selectOption('Cancel the subscription');
  await page.getByLabel('customer id (required)').selectOption({ label: 'customer id (Customer)' });
  await page.getByLabel('reason', { exact: true }).selectOption({ label: 'Why' });
  await page.getByLabel('Error code').fill('NOT_CANCELLABLE');
  await page.getByRole('button', { name: 'Add a way' }).click();
  await page.getByText('is empty: say what happens when').waitFor();
  await look(page, 'rule-tool');
  await done(page);
  await addStep(page, 7, /^Say something/);
  await write(
    page,
    'Text',
    'Done: {{outputs.call.confirmation_id ?? "–"}}.',
    'Erledigt: {{outputs.call.confirmation_id ?? "–"}}.',
  );
  await done(page);
  await addStep(page, 9, /^Say something/);
  await write(page, 'Text', 'That can not be cancelled yet.', 'Das lässt sich noch nicht kündigen.');
  await done(page);
  await addStep(page, 11, /^Hand over/);
  await done(page);
  await addStep(page, 14, /^Say something/);
  await write(page, 'Text', 'It stays as it is.', 'Es bleibt, wie es ist.');
  await done(page);
  await page.getByText('The rule can be published as it is.').waitFor();
  await look(page, 'rule-picture');

  // By keyboard: removed, undone, moved down and back.
  await step(page, /It stays as it is/).focus();
  await page.keyboard.press('Delete');
  await step(page, /It stays as it is/).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await step(page, /It stays as it is/).waitFor();
  await step(page, /Is it the price/).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('The rule can be published as it is.').waitFor();

  await page.getByRole('link', { name: 'JSON' }).click();
  const json = page.getByLabel('The rule as JSON');
  const text = await json.inputValue();
  expect(JSON.parse(text).flowConfig.steps).toHaveLength(3);
  await json.fill(text.replace('It stays as it is.', 'All right, it stays.').replace('}', '}}'));
  await page.getByText('This is no JSON').waitFor();
  await json.fill(text.replace('It stays as it is.', 'All right, it stays.'));
  await look(page, 'rule-json');
  await page.getByRole('link', { name: 'Steps' }).click();
  await page.getByText('All right, it stays.').waitFor();

  await page.getByLabel('Email of a customer').fill('pro@example.com');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect.poll(() => page.getByLabel('is vip').inputValue()).toBe('false');
  const trial = page.getByRole('region', { name: 'Try it' });
  for (const message of ['I want to cancel', 'What happens to my data?', 'It is the price', 'yes']) {
    if (message.endsWith('?')) await trial.getByLabel('It is another question').check();
    await trial.getByLabel('The customer writes').fill(message);
    await trial.getByRole('button', { name: 'Send' }).click();
    await trial.getByText(message, { exact: true }).waitFor();
  }
  await trial.getByText(/^Answers that from the articles, then asks again: /).waitFor();
  await trial.getByText(`POST ${company.url}/sandbox/customers/cus_1/cancellation`).waitFor();
  await look(page, 'rule-trial');
  expect(company.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  await trial.getByRole('button', { name: 'It works' }).click();
  await trial.getByText('Done: conf_sample.').waitFor();
  await trial.getByRole('button', { name: 'One step back' }).click();
  await trial.getByRole('button', { name: 'It is refused' }).click();
  await trial.getByText('That can not be cancelled yet.').waitFor();
  await trial.getByRole('button', { name: 'One step back' }).click();
  await trial.getByRole('button', { name: 'Really send it to the sandbox' }).click();
  await trial.getByText('Done: conf_4F2A.').waitFor();
  expect(company.requests.at(-1)).toMatchObject({ method: 'POST', path: '/sandbox/customers/cus_1/cancellation' });

  await page.getByRole('link', { name: 'When and where' }).click();
  await page
    .getByLabel('What customers write, one per line')
    .fill('I want to cancel my subscription\nPlease end my plan');
  await look(page, 'rule-about');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  await page.getByRole('button', { name: 'Publish …' }).click();
  await page.getByRole('dialog').getByLabel('Help centre').check();
  await look(page, 'rule-publish');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('They say the same.').waitFor();
  await page.getByRole('link', { name: 'Steps' }).click();
  await page
    .getByText('⠿')
    .last()
    .dragTo(page.getByRole('button', { name: 'Add a step here' }).last());
  await page.getByText('not saved').waitFor();
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('− ', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByRole('link', { name: 'Change of a live rule' }).waitFor();
  await page.getByRole('button', { name: 'Deutsch' }).first().click();
  await page.getByRole('link', { name: 'Versionen' }).click();
  await page.getByText('Version 3 gegen die Regel').waitFor();
  await look(page, 'rule-versions-german');
  await page.getByRole('link', { name: 'Schritte' }).click();
  await look(page, 'rule-german');

  await untilTrained(scene.kontor, scene.workspace);
  const sent = company.requests.length;
  await page.goto(`${scene.kontor.url}/console/playground?customer=pro%40example.com`);
  for (const [message, answer] of [
    ['I want to cancel my subscription', 'Is it the price, or is it unused?'],
    ['the price', /^Cancel now \(/],
    ['yes', 'Done: conf_4F2A.'],
  ] as const) {
    await page.getByLabel('Nachricht').fill(message);
    await page.getByRole('button', { name: 'Senden' }).click();
    await page.getByText(answer).last().waitFor();
  }
  expect(company.requests.slice(sent).filter(({ method }) => method === 'POST')).toMatchObject([
    { path: '/sandbox/customers/cus_1/cancellation', body: { reason: 'expensive' } },
  ]);
  await scene.expectCleanEnd(opened);
});

test('an engineer connects a system, makes an endpoint from a curl line, and reads facts with it', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/integrations');
  await page.getByRole('button', { name: 'Connect a system' }).click();
  await page.getByLabel('Name').fill('Card system');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await heading(page, 'Card system').waitFor();
  await page.getByRole('button', { name: 'Set up Sandbox' }).click();
  await page.getByLabel('Address').fill(`${company.url}/cards-sandbox`);
  await page.getByLabel('Key', { exact: true }).fill(`${COMPANY_KEY}-sandbox`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Change Sandbox' }).waitFor();
  await look(page, 'system');

  await page.getByRole('link', { name: 'Add endpoints' }).click();
  await page.getByRole('link', { name: 'A curl line' }).click();
  await page
    .getByLabel('The command line of your documentation')
    .fill('curl "https://api.example.com/cards?email=a@example.com" -H "x-api-key: secret"');
  await page.getByLabel(/^An answer to it/).fill('{"card_state": "active", "is_vip": false}');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Look at it and change it' }).waitFor();
  await page.getByRole('button', { name: 'Look at it and change it' }).click();
  await page.getByLabel('Name').first().fill('Card of a customer');
  await page.getByLabel('Milliseconds in which 95').fill('500');
  await look(page, 'endpoint-form');
  await page.getByRole('button', { name: 'Create the endpoint' }).click();
  await heading(page, 'Card of a customer').waitFor();
  await page.getByLabel('email (required)').fill('pro@example.com');
  await page.getByRole('button', { name: 'Show what would be sent' }).click();
  await page.getByText(`GET ${company.url}/cards-sandbox/cards?email=pro%40example.com`).waitFor();
  expect(company.requests.some(({ path }) => path.startsWith('/cards-sandbox'))).toBe(false);
  await page.getByRole('button', { name: 'Send it' }).click();
  await page.getByText('HTTP 200').waitFor();
  await look(page, 'endpoint-try');
  await page.getByRole('link', { name: 'Health' }).click();
  await page.getByLabel('Environment').selectOption('sandbox');
  await page.getByRole('img', { name: /^Calls, and those that failed: .*0 of 1 failed/ }).waitFor();
  // The company answers no card_state.
  await page.getByText('does not come any more').waitFor();
  await page.getByRole('img', { name: /^card_state: / }).waitFor();
  await look(page, 'endpoint-health');
  await page.getByRole('link', { name: 'Systems', exact: true }).click();
  await page.getByLabel('Environment').selectOption('sandbox');
  await page.getByText('1 field drifted').waitFor();
  await look(page, 'integrations');

  await page.getByRole('link', { name: 'Attributes' }).click();
  await page.getByRole('link', { name: 'Customer', exact: true }).waitFor();
  await look(page, 'attributes');
  await page.getByRole('link', { name: 'New attribute' }).click();
  await page.getByLabel('Name').fill('Card');
  await page.getByRole('button', { name: 'Add a call' }).click();
  await page.getByLabel('Endpoint').selectOption('Card of a customer');
  await expect.poll(() => page.getByLabel('email * is').inputValue()).toBe('customer.email');
  await page.getByRole('button', { name: 'Add a field' }).click();
  const fact = page.getByRole('group', { name: 'Facts' });
  await fact.getByLabel('Name', { exact: true }).fill('card_is_vip');
  await fact.getByLabel('Type').selectOption('boolean');
  await fact.getByLabel('It is made of').fill('steps.lookup.is_vip');
  await page.getByRole('checkbox', { name: 'replies may say it' }).check();
  await page.getByRole('checkbox', { name: 'Help centre' }).check();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await heading(page, 'Card').waitFor();
  await page.getByLabel('Email of a customer').fill('vip@example.com');
  await page.getByRole('button', { name: 'Read it now' }).click();
  await page.getByRole('status').getByText('true').waitFor();
  await look(page, 'attribute');
  await scene.expectCleanEnd(opened);
});

test('an action is tried before it is used, and a person decides about an outcome that nobody knows', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/actions');
  await page.getByRole('link', { name: 'Cancel the subscription' }).click();
  await page.getByLabel('customer_id (required)').fill('cus_7');
  await page.getByRole('button', { name: 'Show what would be sent' }).click();
  await page.getByText(`POST ${company.url}/sandbox/customers/cus_7/cancellation`).waitFor();
  await page.getByText('from the sample answers').waitFor();
  await look(page, 'action');
  await addUnknownRun();
  await page.getByRole('link', { name: 'Actions' }).first().click();
  await page.getByRole('link', { name: 'To be decided' }).click();
  await page.getByText('Did this happen?').waitFor();
  await look(page, 'action-unknown');
  await page.getByLabel('What you found').fill('Found under cus_8.');
  await page.getByRole('button', { name: 'It was done' }).click();
  await page.getByText('Nothing waits for a decision.').waitFor();
  await page.getByRole('link', { name: 'What was done' }).click();
  await page.getByText('settled: it was done').waitFor();
  await look(page, 'action-runs');
  await scene.expectCleanEnd(opened);
});

test('an editor, who sees no bank data, writes a rule in words, copies it and finds both', async () => {
  await addOperator(scene.workspace, 'editor@browser.example.com', 'editor');
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/rulebook', 'editor@browser.example.com');
  await page.getByRole('button', { name: 'New rule' }).click();
  const words = 'When a customer wants to complain, ask for the order number, then call praise_them.';
  await page.getByLabel('What should happen?').fill(words);
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await heading(page, 'Complain').waitFor();
  await page.getByText('is no action of this workspace: praise_them').waitFor();
  expect(await page.getByRole('button', { name: 'Publish …' }).isEnabled()).toBe(false);
  await look(page, 'rule-mistake');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await heading(page, 'Complain (copy)').waitFor();
  await page.getByRole('link', { name: 'Rulebook' }).first().click();
  await page.getByLabel('Show').selectOption('draft');
  await page.getByLabel('Search').fill('complain');
  await page.getByRole('link', { name: 'Complain (copy)' }).waitFor();
  await page.reload();
  await expect.poll(() => page.getByRole('link', { name: /^Complain/ }).count()).toBe(2);
  await look(page, 'rulebook');
  await scene.expectCleanEnd(opened);
});

/** The company ends the connection instead of answering. */
async function addUnknownRun() {
  const { v2, workspaceId } = scene.workspace;
  const action = (await v2.get('/actions')).body.actions[0];
  company.answer(() => ({ drops: true }));
  await runAction(detachedContext(scene.kontor, workspaceId), {
    actionId: action.id,
    runKey: 'console',
    environment: 'sandbox',
    customer: null,
    inputs: { customer_id: 'cus_8' },
    botId: null,
    conversationId: null,
  });
}
