import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkContract } from 'kontor-contract';
import { readArguments } from 'kontor-contract/cli';
import { expect, test } from 'vitest';
import { createCompanyApi } from './company-api.ts';

const KEY = 'company_sandbox_4f2a9b81c0d7e6';

test('the example keeps the contract in every endpoint', async () => {
  const app = await createCompanyApi({ keys: [KEY], tls: null, limitPerMinute: 1_200 });
  const address = await app.listen({ port: 0 });
  try {
    const read = (file: string) => readFileSync(file, 'utf8').replace('http://127.0.0.1:4900', address);
    const planPath = path.join(import.meta.dirname, 'contract.yaml');
    const words = ['--plan', planPath, '--allow-loopback-http', '--write', '--burst'];
    const { plan, key } = readArguments(words, { COMPANY_API_KEY: KEY }, read);
    expect(plan.endpoints).toHaveLength(3);
    const { verdicts } = await checkContract(plan, key);
    expect(verdicts.filter(({ outcome }) => outcome === 'finding')).toEqual([]);
    expect(verdicts.filter(({ outcome }) => outcome === 'kept').length).toBeGreaterThan(100);
  } finally {
    await app.close();
  }
});
