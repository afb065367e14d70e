import type { Config } from './config.ts';
import type { RunningKontor } from './kontor.ts';

/** What a person wants to know after `npm start`; the credentials are shown this once. */
export function printWelcome(config: Config, { url, credentials }: RunningKontor) {
  const lines = ['', `Kontor runs at ${url}`];
  if (config.roles.has('api'))
    lines.push(
      `  console    ${url}/console`,
      `  docs       ${url}/docs`,
      `  reference  ${url}/docs/api`,
      `  for agents ${url}/llms.txt`,
    );
  if (config.sandbox)
    lines.push('  sandbox    a bank to connect: user name employee, PIN 12345, code 123456; more in docs/providers.md');
  if (credentials) {
    lines.push(
      '',
      `A Demo workspace with two users, a help centre and a company was made (docs/demo-company.md). Its credentials, shown this once and kept in ${config.dataDir}/credentials.json:`,
      ...Object.entries(credentials).map(([name, value]) => `  ${name.padEnd(17)} ${value}`),
      '',
      'Watch it work, in a second terminal: npm run quickstart',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
