import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function findBrowser(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.KONTOR_TEST_BROWSER ?? '',
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const found = candidates.find((path) => path !== '' && existsSync(path));
  if (!found) throw new Error('This needs Chromium: run `npm run install-browser`, which brings it or says how.');
  return found;
}

export function launchBrowser(): Promise<Browser> {
  // Root in a container can not have Chromium's own sandbox; the pages are ours. A graphics card that is only pretended
  // costs more than none.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  return chromium.launch({ executablePath: findBrowser(), args });
}
