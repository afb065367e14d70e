import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Fastify from 'fastify';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { route } from '#platform/http/route.ts';
import { readGuides } from './guides.ts';
import { createDocs } from './index.ts';
import { writeReferenceChapters, writeReferenceIndex } from './reference-chapters.ts';

const renamePet = route({
  method: 'PUT',
  path: '/api/pets/{pet-id}',
  operationId: 'renamePet',
  summary: 'Rename a pet',
  description: 'Gives it another name.',
  tag: 'Pets at home',
  scope: 'pets',
  params: Type.Object({ petId: Type.String({ description: 'The pet.' }) }),
  body: Type.Object({
    name: Type.String({ maxLength: 20, description: 'The new name.' }),
    owner: Type.Optional(
      Type.Object({ email: Type.String({ description: 'Mail.' }) }, { description: 'Whose it is.' }),
    ),
  }),
  outputs: { 200: { description: 'The pet.', schema: Type.Object({ id: Type.String({ description: 'Its id.' }) }) } },
  handle: async () => ({ status: 200 }),
});
const guide = {
  name: 'feed.md',
  title: 'Feeding',
  summary: 'What pets eat.',
  markdown: '# Feeding\n\nWhat pets eat.',
  isEssential: true,
};
const aside = {
  name: 'toys.md',
  title: 'Toys',
  summary: 'What else.',
  markdown: '# Toys\n\nBalls.',
  isEssential: false,
};
const options = {
  routes: [renamePet],
  publicUrl: 'https://kontor.test',
  version: '1.2.3',
  introduction: 'Hello.',
  tags: { 'Pets at home': 'About pets.', Documentation: 'The reference.' },
  scopes: { pets: 'Pets.' },
  schemas: {},
};
const docs = createDocs(options, () => [guide, aside]);

describe('the texts for language models', () => {
  it('index every operation with its scope and where its page is', () => {
    expect(docs.llms()).toMatch(/^# Kontor\n\n> /);
    expect(docs.llms()).toContain(
      '- [PUT /api/pets/{pet-id}](https://kontor.test/docs/api#tag/pets-at-home/PUT/api/pets/{pet-id}): Rename a pet. Scope: pets.',
    );
    expect(docs.llms()).toContain('[GET /openapi.json]');
  });

  it('begin with the guides', () => {
    expect(docs.llms()).toContain('- [Feeding](https://kontor.test/docs/feed.md): What pets eat.');
  });

  it('hold the guides that matter most, name the others, and tell every operation in a line', () => {
    const text = docs.llmsFull();
    expect(text).toMatch(/^# Kontor 1\.2\.3, in one text\n/);
    expect(text).toContain('\n\n# Feeding\n\nWhat pets eat.\n\n');
    expect(text).toContain('- [Toys](https://kontor.test/docs/toys.md)');
    expect(text).not.toContain('Balls.');
    expect(text).toContain('## Pets at home (https://kontor.test/docs/reference/pets-at-home.md)');
    expect(text).toContain(
      '- PUT /api/pets/{pet-id} renamePet (pets): Rename a pet. Body {name*, owner: {email*}}. 200 {id}',
    );
  });
});

describe('a chapter of the reference', () => {
  it('tells every field of an operation, what it answers and how it fails', () => {
    const text = writeReferenceChapters(docs.document()).get('pets-at-home');
    for (const line of [
      '- `pet-id` (path, string, required): The pet.',
      '- `name` (string, required): The new name. Up to 20 characters.',
      '- `owner` (object, optional): Whose it is.\n  - `email` (string, required): Mail.',
      'Answer 200: The pet.\n- `id` (string, required): Its id.',
      '- 403 `forbidden`: ',
      'Scope: `pets`.',
    ]) {
      expect(text).toContain(line);
    }
    expect(writeReferenceIndex(docs.document())).toContain(
      '- [Pets at home](reference/pets-at-home.md): About pets. 1 operations.',
    );
  });
});

describe('the guides', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kontor-guides-'));
    await writeFile(path.join(folder, 'zebra.md'), '# Zebra\n\n```sh\nnpm start\n```\n\nOn\nstripes.\n');
    await writeFile(path.join(folder, 'operate.md'), '# Operate\n\nHow to run it.\n\nMore.');
    await writeFile(path.join(folder, 'start.md'), '# Start\n');
    await writeFile(path.join(folder, 'picture.png'), '');
    const parts = [{ pages: ['docs/start.md', 'ARCHITECTURE.md'] }, { pages: ['docs/operate.md'] }];
    await writeFile(path.join(folder, 'navigation.json'), JSON.stringify(parts));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read in the order of the site, with title and first paragraph', () => {
    const guides = readGuides(pathToFileURL(`${folder}/`));
    expect(guides.map(({ name, title, summary }) => [name, title, summary])).toEqual([
      ['start.md', 'Start', ''],
      ['operate.md', 'Operate', 'How to run it.'],
      ['zebra.md', 'Zebra', 'On stripes.'],
    ]);
  });

  it('may be missing', () => {
    expect(readGuides(pathToFileURL(`${folder}/nowhere/`))).toEqual([]);
  });
});

describe('the page', () => {
  const app = Fastify();
  beforeAll(() => docs.mount(app));
  afterAll(() => app.close());

  it('takes nothing from other servers, and its policy holds it to that', async () => {
    const { body, headers, statusCode } = await app.inject('/docs/api');
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/https?:/);
    expect(body).toContain('"url": "/openapi.json"');
    expect(body).toContain('"withDefaultFonts": false');
    expect(body).toContain('"telemetry": false');
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^ ]+';/);
    expect(policy).toContain(`connect-src 'self' https://kontor.test;`);
    expect(policy).not.toContain('unsafe-eval');
  });

  it('has its script compressed and asks for it once', async () => {
    const script = '/docs/api/js/scalar.js';
    const { headers, rawPayload } = await app.inject({ url: script, headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers['content-encoding']).toBe('gzip');
    expect(rawPayload.length).toBeGreaterThan(100_000);
    const again = await app.inject({ url: script, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const plain = await app.inject(script);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toContain('createApiReference');
  });
});
