import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface LoadFigures {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const AUTOCANNON = join(import.meta.dirname, '../../node_modules/autocannon/autocannon.js');

/** Loads one address for some seconds from a process of its own; throws when an answer was not a success. */
export async function load(
  url: string,
  options: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<LoadFigures> {
  const headers = Object.entries(options.headers ?? {}).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const flags = [
    '-c',
    String(options.connections),
    '-d',
    String(options.seconds),
    '--json',
    '--no-progress',
    ...headers,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...flags, url], { maxBuffer: 2 ** 24 });
  const result = JSON.parse(stdout);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors at ${url}`);
  return { requestsPerSecond: result['2xx'] / result.duration, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}
