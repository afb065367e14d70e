/** One PostgreSQL for the whole run, without fsync, and in it a migrated template that every worker's database is copied from. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#platform/db/embedded/index.ts';
import { migrate } from '#platform/db/migrate.ts';
import { prepareJobs } from '#platform/jobs/jobs.ts';
import { createLogger } from '#platform/log/index.ts';
import { queues, schedules } from '../../src/app.ts';
import { APP_ROLE, adminQuery, databaseUrl, TEMPLATE } from './databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-test-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: createLogger({ level: 'warn' }),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await adminQuery(postgres.url, `create database ${TEMPLATE}`);
  const template = databaseUrl(postgres.url, TEMPLATE);
  await migrate(template, null);
  await prepareJobs(template, queues, schedules);
  await migrate(template, APP_ROLE);
  project.provide('clusterUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
