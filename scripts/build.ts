/**
 * npm run build: makes the files that the server serves under /console and /docs. Does nothing for those that are of their
 * sources already. `npm ci` does it too, with `--if-possible`: an installation without development packages keeps the
 * files that it has.
 */
for (const build of [buildConsole, buildSite]) {
  const built = await build().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !process.argv.includes('--if-possible')) throw error;
    return 'Not built: that needs the development packages (npm ci without --omit=dev).';
  });
  console.log(built);
}

async function buildConsole(): Promise<string> {
  return (await import('../console/build.ts')).buildConsole();
}

/** Loaded late: without its packages the console's files can still be looked at. */
async function buildSite(): Promise<string> {
  return (await import('../site/build.ts')).buildSite();
}
