import { Refused, refusalWith } from '@yilu/platform/contract';
import { codeOf, joinEmbeddedPostgres, type Migrated, migrate } from '@yilu/platform/postgres';
import { Client } from 'pg';
import type { Config } from './config.ts';

/** A database that is there, of this version, and ours to use until we close it. */
export interface OpenDatabase {
  /** As its owner; every transaction steps down to yilu_app. */
  readonly url: string;
  /** The cluster's folder when it is the embedded one. */
  readonly cluster: string | undefined;
  readonly migrated: Migrated;
  /** Leaves; the last to leave an embedded PostgreSQL stops it. */
  readonly close: () => Promise<void>;
}

interface Circumstances {
  /** For a backup. */
  readonly beforeMigration?: (at: { url: string; cluster: string | undefined }) => Promise<void>;
  /** A server runs on it. */
  readonly served?: boolean;
}

/** Joins the embedded PostgreSQL or connects to DATABASE_URL, and brings it forward to this code. */
export async function openDatabase(
  { databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  { beforeMigration, served = false }: Circumstances = {},
): Promise<OpenDatabase> {
  const place = databaseUrl ? await foreign(databaseUrl) : await embedded(dataFolder);
  try {
    const migrated = await migrate(place.url, {
      beforeChanges: async () => {
        // Tables must not change under an older server that is still at work.
        if (served) throw new Refused(restartFirst({}));
        await beforeMigration?.(place);
      },
    });
    return { ...place, migrated };
  } catch (error) {
    await place.close();
    throw error;
  }
}

async function embedded(folder: string) {
  const postgres = await joinEmbeddedPostgres({ folder });
  return { url: postgres.url, cluster: postgres.cluster, close: postgres.leave };
}

async function foreign(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number; may_make_roles: boolean; is_new: boolean }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
              (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_make_roles,
              to_regnamespace('scope') is null as is_new`,
    );
    const found = rows[0];
    if (!found || found.number < 150_000) throw new Refused(tooOld({ version: found?.version ?? '?' }));
    if (found.is_new && !found.may_make_roles) throw new Refused(mayNotMakeRoles({}));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(unreachable({ reason: codeOf(error) ?? 'timeout' }));
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, cluster: undefined, close: () => Promise.resolve() };
}

const restartFirst = refusalWith('launch.restart_first', {
  zh: () => '正在运行的服务器是旧版本，数据库还没有升级；请先重新启动它。',
  en: () =>
    'The running server is older than this command and the database is not migrated yet; restart the server first.',
});
const tooOld = refusalWith<{ version: string }>('launch.postgres_too_old', {
  zh: ({ version }) => `DATABASE_URL 指向的 PostgreSQL 是 ${version}，需要 15 或更新的版本。`,
  en: ({ version }) => `The PostgreSQL of DATABASE_URL is ${version}; 15 or newer is needed.`,
});
const mayNotMakeRoles = refusalWith('launch.may_not_make_roles', {
  zh: () =>
    'DATABASE_URL 的用户不能建角色：一路第一次启动时要建角色 yilu_app 来隔离数据。请让数据库管理员执行 ALTER ROLE 用户名 CREATEROLE。',
  en: () =>
    'The user of DATABASE_URL may not make roles, and at its first start Yilu makes the role yilu_app to keep rows apart. Ask the administrator of the database for ALTER ROLE … CREATEROLE.',
});
const unreachable = refusalWith<{ reason: string }>('launch.database_unreachable', {
  zh: ({ reason }) => `连不上 DATABASE_URL 指向的数据库（${reason}）；请检查地址、用户名、密码，以及数据库是否在运行。`,
  en: ({ reason }) =>
    `The database of DATABASE_URL cannot be reached (${reason}); check the address, user and password, and whether it runs.`,
});
