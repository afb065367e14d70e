// npm run generate [-- --check]: writes everything that is made from other sources, or says which of it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateCliDoc } from './generate/cli-doc.ts';
import { generateConsoleTypes } from './generate/console-types.ts';
import { generateDatabaseTypes } from './generate/database-types.ts';
import { withFreshDatabase } from './generate/fresh-database.ts';
import { generateOpenApi } from './generate/openapi.ts';
import { generateOperationsDoc } from './generate/operations-doc.ts';
import { generateSchema } from './generate/schema.ts';
import { generateSdk } from './generate/sdk-types.ts';
import { generateSkills } from './generate/skills.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

const check = process.argv.includes('--check');
const files = await generateAll();
const stale: string[] = [];
for (const [file, text] of Object.entries(files)) {
  const target = path.join(ROOT, file);
  const present = await readFile(target, 'utf8').catch(() => null);
  if (present === text) continue;
  stale.push(file);
  if (!check) await writeFile(target, text);
  console.log(describeChange(file, present, text));
}
const count = Object.keys(files).length;
console.log(`${count} generated files, ${stale.length} ${check ? 'stale' : 'renewed'}.`);
if (check && stale.length > 0) {
  console.log('Renew them with: npm run generate');
  process.exitCode = 1;
}

/** Path from the repository's root → text. */
async function generateAll(): Promise<Record<string, string>> {
  const fromDatabase = await withFreshDatabase(async (url) => ({
    'schema.sql': await generateSchema(url),
    'server/src/platform/db/schema.gen.ts': await generateDatabaseTypes(url),
  }));
  const openApi = generateOpenApi();
  const consoleTypes = generateConsoleTypes(openApi, path.join(ROOT, 'console/src'));
  return {
    'docs/cli.md': generateCliDoc(ROOT),
    'docs/operations.md': generateOperationsDoc(openApi),
    'openapi.json': openApi,
    'console/src/app/api.gen.ts': consoleTypes,
    'packages/sdk/src/api.gen.ts': generateSdk(openApi),
    ...fromDatabase,
    ...(await generateSkills(openApi, ROOT)),
  };
}

/** `openapi.json: line 12 is "…", not "…"`. */
function describeChange(file: string, present: string | null, text: string): string {
  if (present === null) return `${file}: missing${check ? '' : ', written'}`;
  const [old, now] = [present.split('\n'), text.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at === -1 ? now.length : at;
  const quote = (source: string | undefined) => (source === undefined ? 'the end' : `"${source.trim().slice(0, 100)}"`);
  return `${file}: ${check ? 'stale' : 'renewed'}; line ${line + 1} ${check ? 'is' : 'was'} ${quote(old[line])}, its sources say ${quote(now[line])}`;
}
