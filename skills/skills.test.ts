/** The skill pack as it is installed: a copy of the plugin's folder and nothing else, against one Kontor. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createKontor } from 'kontor-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompanyApi } from '../examples/company-api/company-api.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../server/test/harness/test-kontor.ts';
import { untilTrained } from '../server/test/harness/until-worked.ts';
import { PLUGIN, readSkills, type Skill } from './read-skills.ts';
import { seedScene } from './seed-scene.testing.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const COMPANY_KEY = 'company_sandbox_4f2a9b81c0d7e6';
const skills = readSkills();
const readJson = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const operations: Record<string, { gate: string; skill: string }> = readJson('skills/kontor/lib/operations.gen.json');

describe('The marketplace', () => {
  test('offers the plugin by its own name and version', () => {
    const { plugins, metadata } = readJson('.claude-plugin/marketplace.json');
    const plugin = readJson('skills/kontor/.claude-plugin/plugin.json');
    expect(plugins.map(({ name }: { name: string }) => name)).toEqual([plugin.name]);
    expect(path.join(ROOT, plugins[0].source)).toBe(PLUGIN);
    expect([plugin.version, metadata.version]).toEqual([readJson('package.json').version, plugin.version]);
  });

  test('has nine skills, which between them name every operation that a key or a client opens', () => {
    expect(skills).toHaveLength(9);
    const named = new Set(skills.flatMap((skill) => skill.operations));
    expect(Object.keys(operations).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe.each(skills.map((skill) => [skill.name, skill] as const))('The skill %s', (name, skill) => {
  test('has a head that every platform reads, and a body that is read at once', () => {
    const { name: own = '', description = '', ...others } = skill.frontMatter;
    expect(own).toBe(name);
    expect(own).toMatch(/^(?!.*(claude|anthropic))[a-z0-9-]{1,64}$/);
    expect(description.length).toBeGreaterThan(100);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(description).not.toMatch(/[<>]|: /);
    expect(Object.keys(others)).toEqual(['license', 'compatibility']);
    expect(skill.body.split('\n').length).toBeLessThan(500);
  });

  test('names operations and files that exist', () => {
    expect(skill.operations.filter((one) => !operations[one])).toEqual([]);
    const folder = path.join(PLUGIN, 'skills', name);
    for (const [file, text] of Object.entries(skill.texts)) {
      const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => link);
      const scripts = [...text.matchAll(/\$\{CLAUDE_PLUGIN_ROOT\}\/([\w/.-]+)/g)].map(([, script = '']) => script);
      const paths = [
        ...links.map((link) => path.join(folder, path.dirname(file), link)),
        ...scripts.map((script) => path.join(PLUGIN, script)),
      ];
      expect(paths.filter((one) => !existsSync(one))).toEqual([]);
    }
  });

  test('states the gates that its operations need', () => {
    const own = Object.entries(operations).filter(([, one]) => one.skill === name);
    const [, gates = ''] = skill.body.split('\n## Gates\n');
    const writes = own.some(([, { gate }]) => gate !== 'read');
    const drafts = own.some(([one]) => /^draft(Knowledge|FromDocuments|MagicArticles)$/.test(one));
    expect(gates).toContain('ever a key in the chat');
    if (writes) expect(gates).toMatch(/Read before write.*A yes for each live change.*Job result/s);
    if (drafts) expect(gates).toMatch(/Draft before live.*Empty tree.*Visibility/s);
  });
});

describe('Installed', () => {
  let kontor: TestKontor;
  let workspace: TestWorkspace;
  let folder: string;
  let scene: Record<string, string>;
  let company: Awaited<ReturnType<typeof createCompanyApi>>;

  beforeAll(async () => {
    kontor = await startTestKontor();
    workspace = await kontor.createWorkspace();
    folder = mkdtempSync(path.join(tmpdir(), 'kontor-skills-'));
    cpSync(PLUGIN, path.join(folder, 'plugin'), { recursive: true });
    company = await createCompanyApi({ keys: [COMPANY_KEY], tls: null, limitPerMinute: 6_000 });
    const address = await company.listen({ port: 0, host: '127.0.0.1' });
    scene = {
      ...(await seedScene(createKontor({ baseUrl: kontor.url, ...workspace }))),
      ADDRESS: `${address}/customer?email=ada@example.com`,
      CONTRACT_API_KEY: COMPANY_KEY,
      NOTION_TOKEN: 'secret_of_a_test',
    };
    await untilTrained(kontor, workspace);
  });
  afterAll(async () => {
    await company.close();
    await kontor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const access = ({ clientId, clientSecret, apiKey }: TestWorkspace) => ({
    KONTOR_CLIENT_ID: clientId,
    KONTOR_CLIENT_SECRET: clientSecret,
    KONTOR_API_KEY: apiKey,
  });

  /** A line as it stands in a skill, in a folder of its own. */
  function type(line: string, cwd: string, more: Record<string, string> = access(workspace)) {
    const env = {
      PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
      HOME: folder,
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      CLAUDE_PLUGIN_ROOT: path.join(folder, 'plugin'),
      KONTOR_URL: kontor.url,
      ...scene,
      ...more,
    };
    return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const child = execFile('bash', ['-c', line], { cwd, env }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
      child.stdin?.end();
    });
  }
  const inFolder = (name: string) => {
    const cwd = path.join(folder, name);
    mkdirSync(cwd, { recursive: true });
    return cwd;
  };
  const tool = (words: string) => `node "\${CLAUDE_PLUGIN_ROOT}/scripts/kontor.mjs" ${words}`;

  test.each(skills.map((skill) => [skill.name, skill] as const))(
    'every command of %s runs',
    async (name, skill: Skill) => {
      const cwd = inFolder(name);
      writeFileSync(path.join(cwd, 'statement.csv'), STATEMENT);
      for (const [file, text] of Object.entries(skill.files)) writeFileSync(path.join(cwd, file), text);
      expect(skill.commands.length).toBeGreaterThan(1);
      let code = '';
      const wrong: object[] = [];
      for (const line of skill.commands) {
        const ended = await type(line.replace('--confirm CODE', `--confirm ${code}`), cwd);
        // What is live is shown first, and the next line is the same with the code of a yes.
        code = ended.stderr.match(/run the same with --confirm (\w+)/)?.[1] ?? '';
        const due = skill.commands.includes(`${line} --confirm CODE`) ? 10 : 0;
        if (ended.code !== due) wrong.push({ line, code: ended.code, said: ended.stderr || ended.stdout });
      }
      expect(wrong).toEqual([]);
    },
  );

  describe('its gates', () => {
    test('a yes holds for what was shown, and for nothing else', async () => {
      const cwd = inFolder('gates');
      const asked = await type(tool('call deleteArticle articleId=$ARTICLE_ID'), cwd);
      expect(asked).toMatchObject({ code: 10, stdout: '' });
      expect(asked.stderr).toContain('"title": "Block a card"');
      const [, code = ''] = asked.stderr.match(/--confirm (\w+)$/m) ?? [];
      const other = await type(tool(`call deleteArticle articleId=$OTHER_ARTICLE_ID --confirm ${code}`), cwd);
      expect(other).toMatchObject({ code: 10, stdout: '' });
    });

    test('drafts need a folder, and a secret does not belong into a command', async () => {
      const cwd = inFolder('gates');
      const empty = await kontor.createWorkspace();
      const drafting = await type(
        tool('call draftKnowledge candidateKnowledge=x origin=generated'),
        cwd,
        access(empty),
      );
      expect(drafting).toMatchObject({ code: 11, stdout: '', stderr: expect.stringContaining('no folder') });
      const pasted = await type(tool('call connectProvider provider=notion token=secret_abc'), cwd);
      expect(pasted).toMatchObject({ code: 11, stdout: '', stderr: expect.stringContaining('env:NAME') });
    });

    test('secrets of an answer go to a file', async () => {
      const cwd = inFolder('gates');
      const webhook = `endpoint=https://hooks.example.com/kontor 'events=["analysis.completed"]'`;
      const line = tool(`call createWebhook ${webhook} --out secret.json`);
      const [, code = ''] = (await type(line, cwd)).stderr.match(/--confirm (\w+)$/m) ?? [];
      const { stdout } = await type(`${line} --confirm ${code}`, cwd);
      const { signingSecret: secret } = JSON.parse(readFileSync(path.join(cwd, 'secret.json'), 'utf8'));
      expect(secret).toMatch(/^whsec_/);
      expect(stdout).toContain('hidden');
      expect(stdout).not.toContain(secret);
    });

    test('who is not signed in is sent to a terminal; the profile of the command line is known', async () => {
      const cwd = inFolder('gates');
      const nobody = await type(tool('whoami'), cwd, {});
      expect(nobody).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('kontor.mjs" login') });
      mkdirSync(path.join(folder, 'config/kontor'), { recursive: true });
      const profiles = { current: 'default', profiles: { default: { url: kontor.url, apiKey: workspace.apiKey } } };
      writeFileSync(path.join(folder, 'config/kontor/profiles.json'), JSON.stringify(profiles));
      const known = await type(tool('whoami'), cwd, {});
      expect(JSON.parse(known.stdout)).toMatchObject({ signedInBy: 'profile “default”', workspace: { name: 'Test' } });
      expect(known.stdout).not.toContain(workspace.apiKey);
    });
  });
});

const STATEMENT = `Buchungstag;Valuta;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Währung
30.10.2026;30.10.2026;Beispiel GmbH;Gehalt Oktober;2.950,00;EUR
`;
