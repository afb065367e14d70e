/** The bank data of users in the console: from the file of a bank to the figures, and from a figure to its transactions. */
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

test('an analyst finds a customer, sees income and spending, and filters the transactions', async () => {
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
  await page.getByRole('link', { name: 'Analysis' }).click();
  await page.getByRole('img', { name: /^Spending/ }).waitFor();
  await page.getByRole('link', { name: 'Transactions' }).click();
  const table = page.getByRole('table', { name: 'Transactions' });
  await table.getByRole('row').nth(5).waitFor();
  await page.getByLabel('Filter').fill('gehalt');
  await page.getByText(/^[\d,]+ of [\d,]+ transactions$/).waitFor();
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(60);
  await page.goto(`${scene.kontor.url}/console/users/${companyId}/analysis`);
  // Time goes to the right.
  await page.getByRole('img', { name: /^Cash flow: .*Sept? 26 in.*Oct 26 in/ }).waitFor();
  await page.goto(`${scene.kontor.url}/console/users/nobody`);
  await page.getByRole('alert').waitFor();
  await look(page, 'missing-user');
  await scene.expectCleanEnd(opened);
});
