/** Holds programs that pages show to TypeScript and to the types of the packages they import. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { ROOT, type Sample, whereIs } from './read-samples.ts';

/** What the text around a sample speaks of, and the sample does not declare. */
const KNOWN = `declare global {
  const clientId: string, clientSecret: string, apiKey: string, botId: string, signingSecret: string;
  const signal: AbortSignal, request: Request, customer: { id: string };
  const process: { stdout: { write(text: string): void }; env: Record<string, string> };
}
export {};\n`;

const OPTIONS =
  '--noEmit --strict --skipLibCheck --allowImportingTsExtensions --module nodenext --target es2024 --lib es2024,dom,dom.iterable --types'.split(
    ' ',
  );

/** All blocks of a page are one program. What TypeScript says, one line per mistake. */
export function checkTypes(samples: readonly Sample[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'kontor-code-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(path.join(folder, 'known.ts'), KNOWN);
  const names = [...new Set(samples.map(({ file }) => file))].map((file) => {
    const name = `${file.replaceAll(/[/.]/g, '-')}.ts`;
    const own = samples.filter((sample) => sample.file === file);
    writeFileSync(path.join(folder, name), `${own.map(({ code }) => code).join('\n')}\nexport {};\n`);
    return name;
  });
  const tsc = path.join(ROOT, 'node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, [...OPTIONS, '', 'known.ts', ...names], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout.trim() === '' ? [] : stdout.trim().split('\n');
}

/** JavaScript, by itself or within HTML: whether it can be read at all. */
export function checkScript(sample: Sample): string[] {
  const scripts =
    sample.language === 'html'
      ? [...sample.code.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
      : [sample.code];
  return scripts
    .flatMap((text) => parseSync('sample.js', text, { sourceType: 'module' }).errors)
    .map(({ message }) => `${whereIs(sample)}: ${message}`);
}
