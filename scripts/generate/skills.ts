/** The parts of the skill pack that are made: bundles that run without an installation, and what there is to call. */
import path from 'node:path';
import { build } from 'vite';
import type { Document } from './schema-types.ts';
import { type SkillOperation, skillOperations } from './skill-operations.ts';

const PLUGIN = 'skills/kontor';

/** Path from the repository's root → text. */
export async function generateSkills(openApi: string, root: string): Promise<Record<string, string>> {
  const operations = skillOperations(JSON.parse(openApi) as Document);
  const sdk = await bundle(path.join(root, 'packages/sdk/src/index.ts'), false);
  const contract = await bundle(path.join(root, 'packages/contract/src/run-checker.ts'), true);
  return {
    [`${PLUGIN}/lib/operations.gen.json`]: `${JSON.stringify(operations, null, 1)}\n`,
    [`${PLUGIN}/lib/kontor-sdk.gen.mjs`]: `// Long because it is kontor-sdk in one file, made by \`npm run generate\`. Apache-2.0.\n${sdk}`,
    [`${PLUGIN}/lib/kontor-contract.gen.mjs`]: `// Long because it is kontor-contract in one file, made by \`npm run generate\`. Apache-2.0. With yaml, ISC: see NOTICE.\n${contract}`,
    ...listOperations(operations),
  };
}

/** One file that needs Node and nothing else. */
async function bundle(input: string, minify: boolean): Promise<string> {
  const options = { ssr: true, write: false, minify, target: 'es2022', rollupOptions: { input } };
  const [made] = [
    await build({ configFile: false, logLevel: 'error', ssr: { noExternal: true }, build: options }),
  ].flat();
  if (!made || !('output' in made) || made.output.length !== 1) throw new Error(`${input} did not become one file.`);
  return made.output[0].code;
}

/** `references/operations.md` of each skill. */
function listOperations(operations: Record<string, SkillOperation>): Record<string, string> {
  const skills = new Set(Object.values(operations).map(({ skill }) => skill));
  return Object.fromEntries(
    [...skills].map((skill) => {
      const rows = Object.entries(operations).filter(([, one]) => one.skill === skill);
      const lines = rows.map(([name, one]) => `| \`${name}\` | ${one.gate} | ${inputsOf(one)} | ${one.summary} |`);
      return [`${PLUGIN}/skills/${skill}/references/operations.md`, [HEAD, ...lines, ''].join('\n')];
    }),
  );
}

const HEAD = `# Operations of this skill

Made from the API's reference. Gates: \`read\` runs at once; \`draft\` runs at once and reaches no customer; \`live\` shows what it
would do, and runs after a person's yes. \`*\` is required. \`describe NAME\` tells all about one, its fields and its answer.

| Operation | Gate | Inputs | What it does |
|---|---|---|---|`;

function inputsOf({ path: template, query, body, isForm }: SkillOperation): string {
  const params = [...template.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => `${camelCase(name)}*`);
  const inputs = [...params, ...query, ...(body ?? []).map((name) => (isForm ? `${name} (@file)` : name))];
  return inputs.map((name) => `\`${name}\``).join(' ') || 'none';
}

const camelCase = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
