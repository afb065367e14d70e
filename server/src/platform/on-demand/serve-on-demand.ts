/** The other side of start-on-demand.ts: a program tells Kontor where it listens, and ends when Kontor does. */

/** Serves what listens on the port that `listen` answers. */
export async function serveOnDemand(listen: () => Promise<number>): Promise<void> {
  // The channel closes when Kontor lets go of it, and when Kontor was killed.
  process.on('disconnect', () => process.exit(0));
  if (!process.connected) process.exit(0);
  // A terminal sends these to both; Kontor, which may still finish a request to us, decides.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  process.send?.(await listen(), () => undefined);
}
