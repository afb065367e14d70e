/** Dockerfile, Compose file and workflows, as far as they can be held to the sources without running them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: { node: string };
};
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
/** What is left in the end; everything before was for building it. */
const image = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const compose = read('compose.yaml');
const workflows = readdirSync(path.join(ROOT, '.github/workflows')).map((file) => read(`.github/workflows/${file}`));
const find = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Made by `npm run build`, so not in the repository. */
const BUILT = ['node_modules', 'console/dist', 'site/dist'];

test('the image is small, not root, and says how it is', () => {
  const bases = find(dockerfile, /^FROM (\S+)/gm);
  expect(new Set(bases)).toEqual(new Set([`node:${manifest.dependencies.node}-trixie-slim`]));
  expect(bases).toHaveLength(2);
  expect(image).not.toMatch(/^(ADD|COPY) (?!--from=build)/m);
  expect(image.indexOf('\nUSER node\n')).toBeGreaterThan(image.lastIndexOf('\nRUN '));
  expect(image).toMatch(/^HEALTHCHECK .*\/livez/m);
});

test('the image takes along what exists, and starts as npm start does', () => {
  const copied = find(image, /^COPY --from=build (.*) \S+$/gm).flatMap((files) => files.split(' '));
  const paths = copied.map((file) => file.replace('/kontor/', ''));
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((file) => !BUILT.includes(file) && !existsSync(path.join(ROOT, file)))).toEqual([]);
  const [command = '[]'] = find(image, /^CMD (\[.*\])$/gm);
  expect(`MALLOC_ARENA_MAX=2 exec ${JSON.parse(command).join(' ')}`).toBe(manifest.scripts.start);
  expect(image).toContain('MALLOC_ARENA_MAX=2');
});

test('every setting that is given is one that the server reads', () => {
  const config = read('server/src/config.ts');
  const given = [
    ...find(image, /\b(HOST|PORT|KONTOR_\w+|DATABASE_URL)=/g),
    ...find(compose, /^ {2}(DATABASE_URL|KONTOR_\w+):/gm),
    ...find(compose, /\b(KONTOR_ROLES): \w+/g),
  ];
  expect(given.length).toBeGreaterThan(6);
  expect(given.filter((name) => !config.includes(`'${name}'`))).toEqual([]);
  expect(find(compose, /KONTOR_ROLES: (\w+)/g)).toEqual(['api', 'worker']);
  // A secret has no default, and what is exposed is for the reverse proxy on this machine.
  expect(find(compose, /\$\{(\w+)(?!:\?|\w)/g)).toEqual([]);
  expect(find(compose, /ports: \[["'](\S+?):\d/g)).toEqual(['127.0.0.1']);
});

test('workflows may do no more than they say, and publish every package with its provenance', () => {
  for (const workflow of workflows) {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow).not.toMatch(/pull_request_target|permissions: write-all|\t/);
    for (const script of find(workflow, /npm run ([\w-]+)(?! -w)$/gm)) expect(manifest.scripts).toHaveProperty(script);
  }
  const publish = workflows.find((workflow) => workflow.includes('npm publish --provenance')) ?? '';
  expect(publish).toContain('id-token: write');
  const packages = readdirSync(path.join(ROOT, 'packages'), { withFileTypes: true }).filter((one) => one.isDirectory());
  const [order = ''] = find(publish, /for package in (.*); do/g);
  expect(order.split(' ').toSorted()).toEqual(packages.map(({ name }) => name).toSorted());
  expect(existsSync(path.join(ROOT, '.ci/run'))).toBe(true);
});
