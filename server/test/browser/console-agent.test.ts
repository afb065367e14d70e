/** A support lead and a knowledge editor at work: the inbox, the playground, test suites and figures. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOperator } from '../harness/operator-seed.ts';
import { untilTrained, untilWorked } from '../harness/until-worked.ts';
import { type ConsoleScene, heading, look, startConsoleScene } from './console-scene.ts';

const COLLEAGUE = 'colleague@browser.example.com';
const CUSTOMER = 'mara@example.com';

let scene: ConsoleScene;
let botId: string;
let articleId: string;
beforeAll(async () => {
  scene = await startConsoleScene();
  await addOperator(scene.workspace, COLLEAGUE, 'editor');
  await scene.workspace.api.post('/users', { type: 'person', email: CUSTOMER, externalId: 'Mara Muster' });
  await addKnowledge();
});
afterAll(() => scene.stop());

const ARTICLE = {
  title: 'Block a card',
  mainKnowledge: 'Block your card in the app under Cards, or call us at any hour.',
  agentInstruction: '',
  questions: ['I lost my card', 'How do I block my card?'],
  keywords: ['card', 'lost'],
  escalation: false,
};

const RULE = {
  name: 'Order a new card',
  description: 'The customer wants to order a new card, or a replacement card.',
  examples: ['Order a new card', 'I want a new card'],
  inputSchema: {
    kind: {
      type: 'choice',
      description: 'Which card',
      choices: [
        { value: 'debit', names: ['debit card'], label: 'Debit card' },
        { value: 'credit', names: ['credit card'], label: 'Credit card' },
      ],
    },
  },
  flowConfig: {
    steps: [
      { id: 'which', kind: 'collect', input: 'kind', question: 'Which card do you want?' },
      {
        id: 'sure',
        kind: 'confirm',
        text: 'Shall I pass on that you want a {{inputs.kind}}?',
        yes: [{ id: 'done', kind: 'reply', text: 'Your {{inputs.kind}} is on its way.' }],
        no: [{ id: 'not', kind: 'reply', text: 'All right, nothing was ordered.' }],
      },
    ],
  },
};

/** A bot with an article and a rule. */
async function addKnowledge() {
  const { v2 } = scene.workspace;
  botId = (await v2.post('/agents', { name: 'Help' })).body.id;
  const folder = await v2.post('/hc-folders/public', { title: 'Cards', description: 'Cards', parentFolderId: '' });
  const junctions = [{ folderId: folder.body.id, botId, action: 'ADD' }];
  await v2.post('/hc-bot-folder-junctions/public', { junctions });
  const live = { ...ARTICLE, parentFolderId: folder.body.id, isDraft: false };
  articleId = (await v2.post('/hc-articles/public', live)).body.id;
  const rule = await v2.post('/hc-rules/public', { ...RULE, botIds: [botId] });
  expect(rule.status, rule.text).toBe(201);
  await untilWorked(scene.kontor, scene.workspace, ['train-bots', 'event.examine-drafts']);
}

/** What the customer writes over the API. */
async function write(content: string, interactionId?: string) {
  const metadata = { user_attributes: { email: CUSTOMER }, channel: 'email' };
  const { body } = await scene.workspace.v2.post('/hc-interactions/events/public', {
    content,
    metadata,
    ...(interactionId ? { interactionId } : { botId }),
  });
  return body as { interactionId: string; role: string; message: string }[];
}

test('a person takes an escalated conversation over, answers, hands it back, and says that it is solved', async () => {
  const [asked] = await write('Do you sell gold?');
  const id = asked?.interactionId ?? '';
  await write('Do you sell gold bars?');
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/inbox');
  await page.getByRole('link', { name: 'Do you sell gold bars?' }).waitFor();
  await page.getByLabel('Show').selectOption('person');
  await page.getByLabel('Search').fill('gold?');
  await page.getByRole('link', { name: 'Do you sell gold bars?' }).waitFor({ state: 'detached' });
  await look(page, 'inbox');
  await page.getByRole('link', { name: 'Do you sell gold?' }).click();
  await page.getByText('Why: no article answers it').waitFor();
  await page.getByText('How this answer came about').click();
  await page.getByText('Had no answer, and handed over').waitFor();
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByText('You have this conversation: the bot is silent.').waitFor();
  expect((await write('Are you there?', id)).map(({ role }) => role)).toEqual(['user']);
  await page.getByText('Are you there?', { exact: true }).waitFor();

  const other = await scene.open();
  await scene.signIn(other.page, `/console/inbox/${id}`, COLLEAGUE);
  await other.page.getByText(`${scene.owner} has this conversation: the bot is silent.`).waitFor();
  expect(await other.page.getByRole('button', { name: 'Take over', exact: true }).count()).toBe(0);
  await scene.expectCleanEnd(other);

  await page.getByLabel('Your reply to the customer').fill('We do not sell gold, but our partner does.');
  await look(page, 'conversation');
  await page.getByLabel('Your reply to the customer').press('Control+Enter');
  await page
    .getByText('We do not sell gold, but our partner does.', { exact: true })
    .and(page.locator('span'))
    .waitFor();
  const { body } = await scene.workspace.v2.get(`/hc-interactions/${id}/public`);
  expect(body.events.at(-1)).toMatchObject({ role: 'agent', message: 'We do not sell gold, but our partner does.' });
  await page.getByLabel('Sentiment').selectOption('Positive');
  await page.getByRole('button', { name: 'Save tags' }).click();
  await page.getByRole('button', { name: 'Save tags' }).and(page.locator(':disabled')).waitFor();
  await page.getByRole('button', { name: 'Hand back to the bot' }).click();
  await page.getByRole('button', { name: 'Take over' }).waitFor();
  expect((await write('I lost my card', id)).map(({ role }) => role)).toEqual(['user', 'finibot']);
  await page.getByText('Block your card in the app under Cards').waitFor();
  await page.getByRole('button', { name: 'Mark as resolved' }).click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  expect((await scene.workspace.v2.get(`/hc-interactions/${id}/public`)).body.resolved).toBe(true);
  await scene.expectCleanEnd(opened);
});

test('an editor leads a conversation as a customer, by buttons, and shares it by its link', async () => {
  await untilTrained(scene.kontor, scene.workspace);
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/playground');
  await page.getByLabel('As customer').fill('muster');
  await page.getByRole('button', { name: `Mara Muster · ${CUSTOMER}` }).click();
  await page.getByText(`You write as ${CUSTOMER}.`).waitFor();
  await page.getByLabel('Message').fill('I want a new card');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Credit card' }).click();
  await page.getByText('Shall I pass on that you want a Credit card?').waitFor();
  await page.getByRole('list', { name: 'Path through the rule' }).getByText('Confirm').waitFor();
  await look(page, 'playground-rule');
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('Your Credit card is on its way.').waitFor();
  await page.getByText('Completed').waitFor();
  const address = page.url();
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByText('Ask something that a customer would ask.').waitFor();
  await page.goto(address);
  await page.getByText('Your Credit card is on its way.').waitFor();
  await scene.expectCleanEnd(opened);
});

test('an editor makes a test suite from a table, runs it, and sees what a change has broken', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/test-suites');
  await page.getByText('There is no test suite yet.').waitFor();
  await page.getByRole('link', { name: 'New test suite' }).click();
  await page.getByLabel('Name').fill('Golden set');
  await page.getByRole('button', { name: 'Import CSV' }).click();
  await page
    .getByLabel('Lines')
    .fill('question,expected\nI lost my card,Block a card\nDo you sell gold?,\nHello?,No such article');
  await page.getByText('2 questions will be added.').waitFor();
  await page.getByText('Line 4: there is no such live article').waitFor();
  await look(page, 'suite-import');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('table', { name: 'Questions' }).getByText('Do you sell gold?').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, 'Golden set').waitFor();
  await page.getByText('It was never run.').waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('Nothing to show here.').waitFor();
  await page.getByLabel('Show').selectOption('every');
  await page.getByText('Do you sell gold?').waitFor();
  await scene.workspace.v2.delete(`/hc-articles/${articleId}/public`);
  await untilTrained(scene.kontor, scene.workspace);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('broken', { exact: true }).waitFor();
  await look(page, 'suite-run');
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('button', { name: 'Edit “I lost my card”' }).click();
  await page.getByRole('dialog').getByLabel('Expected').selectOption('');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Not saved yet.').waitFor();
  await look(page, 'suite-questions');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'All test suites' }).click();
  await page.getByRole('link', { name: 'Golden set' }).waitFor();
  await look(page, 'suites');
  await scene.expectCleanEnd(opened);
});

test('four numbers stand apart, and what nobody could answer becomes a draft', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/figures');
  await page.getByRole('img', { name: /^Escalated: / }).waitFor();
  await page.getByRole('button', { name: /^Make a draft for “Do you sell gold/ }).waitFor();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await heading(page, 'Zahlen').waitFor();
  await look(page, 'figures-german');
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Figures').waitFor();
  await page
    .getByRole('button', { name: /^Make a draft for “Do you sell gold/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Open the draft' }).click();
  await heading(page, /gold/).waitFor();
  await scene.expectCleanEnd(opened);
});
