/** The bank data of users in the console: from the file of a bank to the figures, and from a figure to its transactions. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPersona } from '#modules/personas/index.ts';
import { waitForAnalysis } from '../harness/wait-for-analysis.ts';
import { type ConsoleScene, look, startConsoleScene } from './console-scene.ts';

let scene: ConsoleScene;
let personId: string;
let companyId: string;
beforeAll(async () => {
  scene = await startConsoleScene();
  [personId, companyId] = [await addCustomer('employee'), await addCustomer('company')];
});
afterAll(() => scene.stop());

const numberOf = (text: string) => Number(text.replace(/[^\d.-]/g, ''));

async function addCustomer(name: 'employee' | 'company'): Promise<string> {
  const { api } = scene.workspace;
  const { user, accounts } = createPersona(name, { until: '2026-10-31', seed: 1 });
  const { body } = await api.post('/users', { ...user, automaticAnalysis: 'suspended' });
  await api.post(`/users/${body.userId}/banking/accounts`, { accounts });
  const run = await api.post(`/users/${body.userId}/trigger-analysis`);
  await waitForAnalysis(api, `/users/${body.userId}`, run.body.correlationId);
  return body.userId;
}

/** A year of a salary, rent, a subscription and shopping, as a bank exports it; one row is broken. */
function bankExport(): string {
  const months = Array.from({ length: 12 }, (_, n) => `${String((n % 12) + 1).padStart(2, '0')}.2026`).slice(0, 10);
  const rows = months.flatMap((month) => [
    `01.${month};Muster GmbH;Gehalt;DE02120300000000202051;2.950,00;EUR`,
    `03.${month};Wohnbau eG;Miete Wohnung 12;DE02500105170137075030;-890,00;EUR`,
    `05.${month};Netflix International B.V.;Mitgliedschaft;DE02100500000024290661;-13,99;EUR`,
    `12.${month};REWE Markt;Einkauf;DE02300606010002474689;-64,20;EUR`,
  ]);
  const broken = '32.01.2026;Niemand;Kaputt;;-1,00;EUR';
  const headings = 'Buchungstag;Auftraggeber/Empfänger;Verwendungszweck;IBAN;Betrag;Währung';
  return `${[headings, ...rows, broken].join('\n')}\n`;
}

test('an analyst uploads the export of a bank, sees what is wrong in it, and reads the analysis', async () => {
  const { api } = scene.workspace;
  const { body: user } = await api.post('/users', { type: 'person', email: 'upload@browser.example.com' });
  const opened = await scene.open({ meant: /status of (401|400 .*banking\/import)/ });
  const { page } = opened;
  await scene.signIn(page, `/console/users/${user.userId}`);
  await page.getByText('No account yet').waitFor();
  await look(page, 'user-empty');
  const files = { name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(bankExport()) };
  await page.getByLabel('Choose files').setInputFiles(files);
  // The file names no account.
  await page.getByLabel('Id of the new account').fill('giro');
  await look(page, 'import-account');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'What is in the files' }).waitFor();
  await page.getByRole('row', { name: /export\.csv 42 / }).waitFor();
  expect((await api.get(`/users/${user.userId}/banking/accounts`)).body.accounts).toEqual([]);
  await look(page, 'import-preview');
  await page.getByRole('button', { name: 'Import 40 transactions' }).click();
  await page.getByText('40 transactions were stored.').waitFor();
  await page.getByRole('heading', { name: 'Other account' }).waitFor();
  await page.getByRole('button', { name: 'Import more files' }).click();
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('40 transactions are known already').waitFor();
  await look(page, 'import-known');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('link', { name: 'Analysis' }).click();
  await page.getByRole('img', { name: /^Income/ }).waitFor();
  await look(page, 'user-analysis');
  await scene.expectCleanEnd(opened);
});

test('an analyst says which column is what, where the headings do not', async () => {
  const { api } = scene.workspace;
  const { body: user } = await api.post('/users', { type: 'person', email: 'mapping@browser.example.com' });
  const opened = await scene.open({ meant: /status of (401|400 .*banking\/import)/ });
  const { page } = opened;
  await scene.signIn(page, `/console/users/${user.userId}`);
  const rows = [
    'Wann|Wohin|Wie viel',
    '31/12/2025|Bakery|-3.20',
    '30/12/2025|Salary|1,250.00',
    '99/99/2025|Nobody|1.00',
  ];
  const buffer = Buffer.from(rows.join('\n'));
  await page.getByLabel('Choose files').setInputFiles({ name: 'own.txt', mimeType: 'text/plain', buffer });
  await page.getByRole('button', { name: 'Choose the columns' }).click();
  const what = (heading: string) => page.getByLabel(`What “${heading}” is`);
  await expect.poll(() => what('Wie viel').inputValue()).toBe('amount');
  await what('Wohin').selectOption({ label: 'Name of the other side' });
  await page.getByLabel('Amounts').selectOption({ label: '1,234.56' });
  await page.getByLabel('Currency').fill('gbp');
  await look(page, 'import-mapping');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByLabel('Id of the new account').fill('own');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('row', { name: /own\.txt 4 / }).waitFor();
  // What was chosen is still there, to be changed.
  await page.getByRole('button', { name: 'Choose the columns' }).click();
  await expect.poll(() => what('Wohin').inputValue()).toBe('partnerName');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Import 2 transactions' }).click();
  await page.getByText('2 transactions were stored.').waitFor();
  const { transactions } = (await api.get(`/users/${user.userId}/banking/transactions`)).body;
  const stored = transactions.map((each: Record<string, unknown>) => [each.amount, each.currency]);
  expect(stored.toSorted()).toEqual([
    [-3.2, 'GBP'],
    [1250, 'GBP'],
  ]);
  await scene.expectCleanEnd(opened);
});

test('an analyst finds a person, and reads each figure down to its transactions', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/users');
  await page.locator(`a[href$="/users/${personId}"]`).waitFor();
  await look(page, 'users');
  await page.locator(`a[href$="/users/${personId}"]`).click();
  await page
    .getByRole('button', { name: /^Summary as PDF/ })
    .first()
    .waitFor();
  await look(page, 'user');
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /^Summary as PDF/ })
      .first()
      .click(),
  ]);
  expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
  await page.getByRole('link', { name: 'Analysis' }).click();
  await page.getByRole('img', { name: /^Income/ }).waitFor();
  await page
    .getByRole('table', { name: /20\d\d|\d\d$/ })
    .first()
    .waitFor();
  await look(page, 'person-income');
  await page.getByRole('link', { name: 'Spending' }).click();
  await page.getByRole('img', { name: /^Spending/ }).waitFor();
  await look(page, 'person-spending');
  const figure = page.getByRole('button', { name: /^Sept? 26, Housing: / });
  const sum = ((await figure.textContent()) ?? '').trim();
  await figure.click();
  const trace = page.getByRole('dialog', { name: /Housing/ });
  await trace.getByRole('row').nth(1).waitFor();
  await look(page, 'trace');
  const shown = await trace.getByRole('row').locator('[role=gridcell].number').allTextContents();
  expect(-shown.reduce((total, text) => total + numberOf(text), 0)).toBeCloseTo(numberOf(sum));
  await page.reload();
  await trace.getByRole('row').nth(1).waitFor();
  await trace.getByRole('button', { name: 'Close' }).click();
  await trace.waitFor({ state: 'detached' });
  for (const [name, sign] of [
    ['Budget', page.getByRole('img', { name: /^Budget/ })],
    ['Balance', page.getByRole('img', { name: /^Balance of/ }).first()],
    ['Risk', page.getByText('No sign of trouble was found').or(page.getByRole('columnheader', { name: 'Month' }))],
    ['Situation', page.getByRole('heading', { name: 'Signs' }).first()],
    ['Contracts', page.getByRole('button', { name: /^Dismiss / }).first()],
  ] as const) {
    await page.getByRole('navigation', { name: 'Analyses' }).getByRole('link', { name }).click();
    await sign.waitFor();
    await look(page, `person-${name.toLowerCase()}`);
  }
  const dismiss = page.getByRole('button', { name: /^Dismiss / });
  const name = await dismiss.first().getAttribute('aria-label');
  await dismiss.first().click();
  await page.getByRole('button', { name: name?.replace('Dismiss', 'Confirm'), exact: true }).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('button', { name: name ?? '', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText(/transactions in \d accounts?/).waitFor();
  await look(page, 'runs');
  await page.goto(`${scene.kontor.url}/console/users/nobody`);
  await page.getByRole('alert').waitFor();
  await scene.expectCleanEnd(opened);
});

test('accounts and analyses that come by the API are there without a reload', async () => {
  const { api } = scene.workspace;
  const { accounts } = createPersona('employee', { until: '2026-10-31', seed: 2 });
  const { body } = await api.post('/users', { type: 'person', automaticAnalysis: 'suspended' });
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, `/console/users/${body.userId}`);
  await page.getByText('No account yet').waitFor();
  await expect.poll(() => scene.kontor.services.changes.count).toBe(1);
  await api.post(`/users/${body.userId}/banking/accounts`, { accounts });
  await page
    .getByRole('button', { name: /^Summary as PDF/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Analysis' }).click();
  await page.getByRole('button', { name: 'Analyse now' }).waitFor();
  await api.post(`/users/${body.userId}/trigger-analysis`);
  await page.getByRole('img', { name: /^Income/ }).waitFor();
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText(/transactions in \d accounts?/).waitFor();
  await scene.expectCleanEnd(opened);
});

test('the figures of a company, with what is to be expected', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, `/console/users/${companyId}/analysis`);
  // Time goes to the right.
  await page.getByRole('img', { name: /^Cash flow: .*Sept? 26 In.*Oct 26 In/ }).waitFor();
  await page.getByRole('img', { name: /^What is to be expected: .*expected: / }).waitFor();
  await look(page, 'company-cashflow');
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'As PDF', exact: true }).click(),
  ]);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  const figure = page.getByRole('button', { name: /^Sept? 26, Payroll: / });
  const sum = ((await figure.textContent()) ?? '').trim();
  await figure.click();
  const trace = page.getByRole('dialog', { name: /Payroll/ });
  await trace.getByRole('row').nth(1).waitFor();
  const shown = await trace.getByRole('row').locator('[role=gridcell].number').allTextContents();
  expect(-shown.reduce((total, text) => total + numberOf(text), 0)).toBeCloseTo(numberOf(sum));
  await trace.getByRole('button', { name: 'Close' }).click();
  const found = page.getByRole('columnheader', { name: 'Month' }).first();
  for (const name of ['Credits', 'Abroad', 'Insurances', 'Investments', 'Cash', 'Own accounts', 'Balance', 'Risk']) {
    await page.getByRole('navigation', { name: 'Analyses' }).getByRole('link', { name, exact: true }).click();
    await found
      .or(page.getByText(/was found/))
      .first()
      .waitFor();
    if (name === 'Credits' || name === 'Abroad') await look(page, `company-${name.toLowerCase()}`);
  }
  await scene.expectCleanEnd(opened);
});

test('an analyst filters the transactions by address and by hand, and corrects them by keyboard', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, `/console/users/${personId}/transactions?direction=out&q=rewe`);
  const table = page.getByRole('grid', { name: 'Transactions' });
  const details = page.getByTestId('row-details');
  await page.getByText(/^\d+ of [\d,]+ transactions · /).waitFor();
  await look(page, 'transactions');
  await table.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await details.getByText('Groceries').waitFor();
  const before = await details.textContent();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('combobox').fill('gift');
  await look(page, 'correct-category');
  await page.keyboard.press('Enter');
  await page.getByText('1 transaction is now “Gifts').waitFor();
  await details.getByText('A person corrected this').waitFor();
  const listed = () => scene.workspace.api.get(`/users/${personId}/categorization?limit=500`);
  const corrected = (answer: Awaited<ReturnType<typeof listed>>) =>
    answer.body.transactions.filter(({ reason }: { reason: string }) => reason === 'A person corrected this').length;
  expect(corrected(await listed())).toBe(1);
  await look(page, 'transactions-corrected');
  await table.focus();
  await page.keyboard.press('u');
  await page.getByText('Taken back.').waitFor();
  await expect.poll(() => details.textContent()).toBe(before);
  expect(corrected(await listed())).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByLabel(/^All \d+ of Rewe/).check();
  await page.getByRole('dialog').getByRole('combobox').fill('gift');
  await page.keyboard.press('Enter');
  await page.getByText(/^\d+ transactions are now “Gifts/).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.').waitFor();
  await page.getByLabel('Search').fill('gehalt');
  await page.getByText('Nothing matches').waitFor();
  await page.waitForURL(/q=gehalt&direction=out$/);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await table.getByRole('row').nth(3).waitFor();
  await page.waitForURL(/transactions\?q=gehalt$/);
  await scene.expectCleanEnd(opened);
});

test('an analyst tries a rule on what is stored, saves and deletes it', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/rules');
  await page.getByText('There is no rule yet').waitFor();
  await page.goto(`${scene.kontor.url}/console/rules?partner=Rewe&category=gifts`);
  const editor = page.getByRole('form', { name: 'New rule' });
  await editor.getByLabel('Category').selectOption({ label: 'Gifts and novelties' });
  await editor.getByRole('button', { name: 'What would this change?' }).click();
  await page.getByText(/It would change \d+ of [\d,]+ transactions of \d+ customers/).waitFor();
  await look(page, 'rule-trial');
  expect((await scene.workspace.api.get('/categorization-rules')).body.rules).toEqual([]);
  await editor.getByRole('button', { name: 'Save the rule' }).click();
  await page.getByRole('link', { name: 'Rewe' }).waitFor();
  await look(page, 'rules');
  await page.getByRole('button', { name: 'Delete: Rewe' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('There is no rule yet').waitFor();
  await scene.expectCleanEnd(opened);
});
