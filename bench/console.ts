/**
 * Claim: the console is there for its user within 1.5 s of asking for its address, from a server on the same machine: the
 * form to sign in, and Home of somebody who is signed in, with what waits. Each visit is a new browser profile, so that
 * nothing is in a cache; what is counted runs from the request to the content that can be used.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { buildConsole } from '../console/build.ts';
import { report } from './harness/report.ts';
import { createDataDir, removeDataDir, startKontor } from './harness/running-kontor.ts';
import { median, round, spread } from './harness/statistics.ts';

const VISITS = 7;

async function timeVisit(context: BrowserContext, url: string, content: string): Promise<number> {
  const page = await context.newPage();
  const startMs = performance.now();
  await page.goto(`${url}/console`, { waitUntil: 'commit' });
  await page.getByText(content).waitFor();
  return performance.now() - startMs;
}

/** In a profile of its own: the form, then, with the session that it gives but without its cache, Home. */
async function visit(browser: Browser, url: string, [email, password]: [string, string]) {
  const first = await browser.newContext();
  const signInMs = await timeVisit(first, url, 'Password');
  const page = first.pages()[0];
  if (!page) throw new Error('The page has gone');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('What needs a person now').waitFor();
  const second = await browser.newContext({ storageState: await first.storageState() });
  await first.close();
  const homeMs = await timeVisit(second, url, 'What needs a person now');
  await second.close();
  return { signInMs, homeMs };
}

await buildConsole();
const dataDir = await createDataDir();
try {
  const kontor = await startKontor(dataDir);
  const credentials = JSON.parse(readFileSync(join(dataDir, 'credentials.json'), 'utf8'));
  const executablePath = process.env.KONTOR_TEST_BROWSER ?? execFileSync('which', ['chromium']).toString().trim();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  try {
    const visits = [];
    for (let n = 0; n < VISITS; n += 1) {
      visits.push(await visit(browser, kontor.url, [credentials.operatorEmail, credentials.operatorPassword]));
    }
    const [signIn, home] = [visits.map(({ signInMs }) => signInMs), visits.map(({ homeMs }) => homeMs)];
    report('console', {
      visits: VISITS,
      signInMs: { value: round(median(signIn)), atMost: 1_500, ...spread(signIn) },
      homeMs: { value: round(median(home)), atMost: 1_500, ...spread(home) },
    });
  } finally {
    await browser.close();
    await kontor.stop();
  }
} finally {
  await removeDataDir(dataDir);
}
