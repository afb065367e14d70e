import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomToken } from '#platform/crypto/random.ts';
import type { Logger } from '#platform/log/index.ts';
import { type RunningOnDemand, startOnDemand } from '#platform/on-demand/start-on-demand.ts';
import { createPrivateFile } from '#platform/private-file.ts';
import { type CompanySettings, readCompanySettings } from './company-settings.ts';

/** How the demo workspace reaches its company. */
export interface CompanyAccess {
  url: string;
  key: string;
}

export interface RunningCompany {
  access: CompanyAccess;
  close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./company-process.ts', import.meta.url));
/** Looked for once, then always the same: its address is stored in the demo workspace. Below what systems hand out. */
const PORTS = Array.from({ length: 98 }, (_, at) => 4_802 + at);

/**
 * Listens on the loopback address; the company is there from the first call on. Where its port has been taken meanwhile, Kontor
 * runs without it.
 */
export async function startCompany(dataDir: string, log: Logger): Promise<RunningCompany> {
  const path = join(dataDir, 'demo-company.json');
  const known = readCompanySettings(path);
  const listen = (port: number) => startOnDemand({ program: PROGRAM, port, args: () => [path] });
  if (known) {
    const running = await listen(known.port).catch((error) => {
      log.warn({ err: error, port: known.port }, 'The demo’s company does not run: its port is taken');
      return null;
    });
    return present(known, running);
  }
  for (const port of PORTS) {
    const running = await listen(port).catch(() => null);
    if (!running) continue;
    const settings = { port, key: randomToken(24) };
    await createPrivateFile(path, `${JSON.stringify(settings, null, 2)}\n`);
    const stored = readCompanySettings(path);
    if (stored?.port === port) return present(stored, running);
    // Another process of this installation was sooner: there is one company, its own.
    await running.close();
    return present(stored ?? settings, null);
  }
  log.warn('The demo’s company does not run: all of its ports are taken');
  return present({ port: PORTS[0] ?? 0, key: randomToken(24) }, null);
}

const present = ({ port, key }: CompanySettings, running: RunningOnDemand | null): RunningCompany => ({
  access: { url: `http://127.0.0.1:${port}`, key },
  close: async () => running?.close(),
});
