export type { EmbeddedPostgres, EmbeddedPostgresLog, EmbeddedPostgresOptions } from './embedded-postgres.types.ts';
export { findRunningCluster } from './running-cluster.ts';
export { prepareDataDir, startEmbeddedPostgres } from './start-embedded-postgres.ts';
