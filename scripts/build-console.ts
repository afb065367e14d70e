/**
 * npm run build: makes the files that the server serves under /console. Does nothing when they are of these sources already.
 * `npm ci` does it too, with `--if-possible`: an installation without development packages keeps the files that it has.
 */
import { buildConsole } from '../console/build.ts';

const built = await buildConsole().catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !process.argv.includes('--if-possible')) throw error;
  return 'The console was not built: that needs the development packages (npm ci without --omit=dev).';
});
console.log(built);
