/**
 * Every block of code in the documentation: shell is run against a demo, in the order of its page; programs are held to
 * their types, JSON and YAML to what the server takes and answers. A block of another kind, or marked with something else,
 * fails: `server/test/samples` says what marks there are.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { createApiClient } from '../harness/api-client.ts';
import { checkScript, checkTypes } from '../samples/check-code.ts';
import { checkJson, checkYaml } from '../samples/check-data.ts';
import { listPages, ROOT, readSamples, type Sample, whereIs } from '../samples/read-samples.ts';
import { makeCheckout, type Reader, runPage } from '../samples/run-shell.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, until } from './kontor-process.ts';

const samples = listPages().flatMap(readSamples);
const of = (...languages: string[]) => samples.filter(({ language }) => languages.includes(language));
const isRun = ({ language, mark }: Sample) => language === 'sh' && !mark.startsWith('not run: ');
/** In this order: a page after the one that it builds on. The command line comes before others have made bots, of which it would ask. */
const pages = [...new Set(['docs/cli.md', ...samples.filter(isRun).map(({ file }) => file)])];

test('each block is of a kind that is tried, and says why when it is not', () => {
  const kinds: Record<string, RegExp> = {
    sh: /^(|after \S+|in the background|not run: .{15,})$/,
    json: /^(body of|part mapping of|answer of|event|of your own system|banks)/,
    yaml: /^contract plan$/,
    ts: /^(|from \S+)$/,
    js: /^$/,
    html: /^$/,
    text: /^$/,
  };
  const unknown = samples.filter(({ language, mark }) => !kinds[language]?.test(mark));
  expect(unknown.map((sample) => `${whereIs(sample)}: ${sample.language} ${sample.mark}`)).toEqual([]);
  expect(samples.length).toBeGreaterThan(50);
});

test('JSON and YAML are what the server takes and answers', async () => {
  for (const sample of of('json')) expect(await checkJson(sample), whereIs(sample)).toEqual([]);
  for (const sample of of('yaml')) expect(checkYaml(sample), whereIs(sample)).toEqual([]);
});

test('programs are right by the types of what they import, or stand in the source that they are taken from', async () => {
  expect(of('ts').length).toBeGreaterThan(5);
  const own = of('ts').filter(({ mark }) => mark === '');
  expect(checkTypes(own)).toEqual([]);
  for (const { mark, code } of of('ts').filter((sample) => !own.includes(sample))) {
    const lines = (text: string) => text.split('\n').map((line) => line.trim());
    const source = await readFile(path.join(ROOT, mark.replace('from ', '')), 'utf8');
    expect(lines(source).join('\n'), mark).toContain(lines(code).join('\n'));
  }
  expect(of('js', 'html').flatMap(checkScript)).toEqual([]);
});

describe('commands', () => {
  let reader: Reader;
  const outputs = new Map<string, string>();
  beforeAll(async () => {
    const dataDir = await makeDataDir();
    const kontor = await launchKontor({ dataDir });
    await kontor.ready();
    const { apiKey, botId } = await readCredentials(dataDir);
    const v2 = createApiClient(`${kontor.url}/v2`, { authorization: `Bearer ${apiKey}` });
    const { id } = (await v2.get('/workspace')).body as { id: string };
    const lena = { user_attributes: { externalId: 'demo-lena-hoffmann' } };
    const asked = { botId, content: 'When will I get my next salary?', metadata: lena };
    // The bot is trained and Lena analysed: what a reader finds who has read the first lines before typing.
    await until(async () => /\d{4}/.test((await v2.post('/hc-interactions/events/public', asked)).body[1].message));
    const [{ host, port }, companyPort] = [new URL(kontor.url), String(await findFreePort())];
    const bin = path.join(ROOT, 'node_modules/.bin');
    const folder = await makeCheckout(dataDir);
    const plan = await readFile(path.join(ROOT, 'examples/company-api/contract.yaml'), 'utf8');
    await writeFile(path.join(folder, 'contract.yaml'), plan.replaceAll('4900', companyPort));
    reader = {
      folder,
      env: {
        PATH: `${bin}:${process.env.PATH}`,
        HOME: dataDir,
        PORT: port,
        KONTOR_URL: kontor.url,
        COMPANY_PORT: companyPort,
      },
      replacements: [
        ['127.0.0.1:4800', host],
        ['localhost:4800', host],
        ['<workspace>', id],
        ['COMPANY_API_KEYS=', `PORT=${companyPort} COMPANY_API_KEYS=`],
        ['127.0.0.1:4900', `127.0.0.1:${companyPort}`],
        ['examples/company-api/contract.yaml', 'contract.yaml'],
      ],
    };
  });
  afterAll(async () => {
    if (reader) await rm(reader.folder, { recursive: true });
    await cleanUp();
  });

  test.each(pages)('of %s do what they say', async (file) => {
    const { output, problems } = await runPage(
      reader,
      samples.filter((sample) => sample.file === file && isRun(sample)),
    );
    expect(problems, output.slice(-2_000)).toEqual([]);
    outputs.set(file, output);
  });

  test('answer what the pages say that they answer', () => {
    const said: Record<string, RegExp[]> = {
      'README.md': [/frequency: 'MONTHLY'/, /type: 'escalation'/, /ending in 4711|endet auf 4711/],
      'docs/agent.md': [/Block your card in the app at once/],
      'docs/contract-check.md': [/^No finding\./m],
      'docs/demo-company.md': [/card ending in 4711 now \(stolen\)/],
      'docs/rules.md': [/From which day on\?/],
    };
    for (const [file, patterns] of Object.entries(said)) {
      for (const pattern of patterns) expect(outputs.get(file), file).toMatch(pattern);
    }
  });
});
