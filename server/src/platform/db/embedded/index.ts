export type { EmbeddedPostgres, EmbeddedPostgresLog, EmbeddedPostgresOptions } from './embedded-postgres.types.ts';
export { startEmbeddedPostgres } from './start-embedded-postgres.ts';
