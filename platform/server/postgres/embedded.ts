import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Address, addressOf, codeOf, connectionUrl } from './address.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterExists, createCluster, refuseOtherVersion, takePossession } from './cluster.ts';
import { lastLine, runningPostmaster, type Started, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import type { Purpose } from './settings.ts';
import { type SystemUser, systemUser } from './system-user.ts';
import { PostgresUnavailable } from './unavailable.ts';

/** Our part in an embedded PostgreSQL that several processes may use at once. */
export interface EmbeddedPostgres {
  /** For the `yilu` database, as owner; give it to `pg`. */
  readonly address: Address;
  /** The same as a URL, for tools. */
  readonly url: string;
  /** The folder of the cluster, for backups. */
  readonly cluster: string;
  /** True when this process created the cluster just now. */
  readonly isNew: boolean;
  /** Our part ends; the last to leave stops the server and waits for it. */
  readonly leave: () => Promise<void>;
}

/** All users share this lock in database `postgres`; it dies with their connection, so a kill -9 leaves nothing behind. */
const usersLock = 8_173_001;
const patience = { startSeconds: 600, retrySeconds: 10 };

interface Place {
  readonly cluster: string;
  readonly logFile: string;
  readonly programs: Binaries;
  readonly user: SystemUser | undefined;
  readonly purpose: Purpose;
}

/**
 * Joins the PostgreSQL of a data folder: creates the cluster if there is none, starts it if nobody has, adopts it if somebody
 * left it running. While we use it, it is started again whenever it dies under us.
 */
export async function joinEmbeddedPostgres(given: { folder: string; purpose?: Purpose }): Promise<EmbeddedPostgres> {
  const folder = resolve(given.folder);
  const cluster = join(folder, 'postgres');
  const user = systemUser(cluster);
  const purpose = given.purpose ?? 'durable';
  const programs = findBinaries(user);
  const place: Place = { cluster, logFile: join(folder, 'logs', 'postgres.log'), programs, user, purpose };

  const isNew = !clusterExists(cluster);
  if (isNew) createCluster(cluster, programs, user);
  else takePossession(cluster, user);
  refuseOtherVersion(cluster, programs);

  const part = await keepPart(place);
  const address = { ...addressOf(cluster, part.port()), database: 'yilu' };
  await ensureDatabase(place, part.port());
  return {
    address,
    url: connectionUrl(address),
    cluster,
    isNew,
    leave: async () => {
      if (await part.end()) await stopPostmaster(cluster, programs, purpose === 'durable' ? 'cleanly' : 'atOnce');
      part.close();
      if (purpose === 'throwaway') rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Holds the users' lock; when the server dies under us, brings it up again and takes the lock anew. */
async function keepPart(place: Place) {
  let leaving = false;
  let client = await takePart(place);
  watch();

  function watch(): void {
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!leaving) void comeBack();
    });
  }

  async function comeBack(): Promise<void> {
    while (!leaving) {
      try {
        client = await takePart(place);
        watch();
        return;
      } catch {
        await pause(500);
      }
    }
  }

  return {
    port: () => client.port,
    /** True when nobody else uses the server: newcomers wait at the lock until it has stopped. */
    end: async () => {
      leaving = true;
      try {
        const answer = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [usersLock]);
        const last = answer.rows[0]?.last ?? false;
        if (!last) await client.end();
        return last;
      } catch {
        return false;
      }
    },
    close: () => void client.end().catch(() => undefined),
  };
}

/** Comes back with a connection that holds our share of the users' lock. */
async function takePart(place: Place): Promise<Client> {
  const giveUpAt = Date.now() + patience.startSeconds * 1000;
  let started: Started | undefined;
  let failures = 0;
  let hasEnded = false;

  for (;;) {
    const running = runningPostmaster(place.cluster);
    if (running) {
      const client = await connectAsUser(place.cluster, running.port);
      if (client) return client;
    } else if (!started || hasEnded) {
      // A start fails for a moment while processes of a killed server let go of its memory, or while another one starts it.
      if (failures > 0 && Date.now() > giveUpAt - (patience.startSeconds - patience.retrySeconds) * 1000)
        throw failure(place);
      failures += started ? 1 : 0;
      hasEnded = false;
      started = await spawnPostmaster(place);
      void started.ended.then(() => {
        hasEnded = true;
      });
    }
    if (Date.now() > giveUpAt) throw failure(place);
    await pause(hasEnded ? 100 : 10);
  }
}

function failure({ logFile, cluster }: Place): PostgresUnavailable {
  const line = lastLine(logFile);
  if (/no space left/i.test(line)) return new PostgresUnavailable('disk_full', { folder: cluster });
  return new PostgresUnavailable('no_start', { log: logFile, line });
}

/** Undefined while the server is still starting, recovering or already on its way out. */
async function connectAsUser(cluster: string, port: number): Promise<Client | undefined> {
  const client = new Client({ ...addressOf(cluster, port), database: 'postgres', application_name: 'yilu:user' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [usersLock]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isPassing(error)) return undefined;
    throw error;
  }
}

const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006']);
function isPassing(error: unknown): boolean {
  return (
    passing.has(codeOf(error) ?? '') || /terminated unexpectedly/.test(error instanceof Error ? error.message : '')
  );
}

/** The database `yilu`, made once; its locale must know Chinese characters. */
async function ensureDatabase({ cluster }: Place, port: number): Promise<void> {
  const client = new Client({ ...addressOf(cluster, port), database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'yilu'");
    if (rowCount === 0) await client.query('create database yilu');
  } catch (error) {
    // Another process made it between our look and our word.
    if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
  } finally {
    await client.end();
  }
}
