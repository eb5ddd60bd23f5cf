export { type Address, codeOf, connectionUrl } from './address.ts';
export { copyIn, copyOut, copyText } from './copy.ts';
export { type EmbeddedPostgres, joinEmbeddedPostgres } from './embedded.ts';
export { type Migrated, MigrationFailed, migrate, migrationsFolder, pendingMigrations } from './migrate.ts';
export { isRunning } from './postmaster.ts';
export { systemUser } from './system-user.ts';
export { throwawayPostgres } from './throwaway.ts';
export { PostgresUnavailable } from './unavailable.ts';
