import type { ReporterOptions } from 'knip';

/** Says how many files knip looked at, which its own reporters don't. */
export default function reportCount({ counters, write }: ReporterOptions): void {
  const line = `knip looked at ${counters.processed} files`;
  if (write) write(line);
  else console.log(line);
}
