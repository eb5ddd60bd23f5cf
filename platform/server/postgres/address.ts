import { openSync } from 'node:fs';
import { join } from 'node:path';
import { clusterPassword, owner } from './cluster.ts';

/** Where a PostgreSQL is reached; the shape that `pg` takes. */
export interface Address {
  /** A name, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export function addressOf(cluster: string, port: number): Address {
  const host = process.platform === 'linux' ? socketFolder(cluster) : '127.0.0.1';
  return { host, port, user: owner, password: clusterPassword(cluster), database: 'postgres' };
}

/** The kernel allows 107 bytes for a socket's path; a deeper folder is reached through a descriptor that stays open. */
function socketFolder(cluster: string): string {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= 107) return cluster;
  const known = openFolders.get(cluster) ?? openSync(cluster, 'r');
  openFolders.set(cluster, known);
  return `/proc/${process.pid}/fd/${known}`;
}
const openFolders = new Map<string, number>();

export function connectionUrl({ host, port, user, password, database }: Address): string {
  const place = host.startsWith('/')
    ? `localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${host}:${port}/${database}`;
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${place}`;
}

/** SQLSTATE or the system's own code of an error from `pg`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
