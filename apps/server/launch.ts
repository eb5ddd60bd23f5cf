import { jsonLog, type Log } from '@yilu/platform/server';
import { backUpByItself } from './backup/back-up.ts';
import type { Config } from './config.ts';
import { dailyBackup } from './daily-backup.ts';
import { lockDataFolder, openDataFolder, portRefusal, refuseTakenPort, refuseUnusable } from './data-folder.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { enter } from './enter.ts';
import { buildFacesWhenStale, consoleFolder } from './faces.ts';
import { ensureFirstAdministrator } from './first-administrator.ts';
import { liveKeys } from './live-keys.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { version } from './version.ts';

/** Warnings and errors as JSON lines on stderr; stdout is for the person who started us. */
export const serverLog: Log = { ...jsonLog((line) => void process.stderr.write(line)), info: () => undefined };

/**
 * From nothing to serving: everything that can refuse comes first, in the order of what it would disturb. What has been
 * opened is closed again when a later step fails.
 */
export async function launch(config: Config, say: (sentence: string) => void): Promise<RunningServer> {
  refuseUnusable(config.dataFolder);
  await refuseTakenPort(config.host, config.port);
  for (const address of config.lan?.addresses ?? []) await refuseTakenPort(address, config.port);
  openDataFolder(config.dataFolder);
  const lock = await lockDataFolder(config.dataFolder);
  let database: OpenDatabase | undefined;
  try {
    const [opened, built] = await Promise.allSettled([
      openDatabase(config, { beforeMigration: (place) => backUpBefore(config, place, say) }),
      buildFacesWhenStale(say),
    ]);
    if (opened.status === 'rejected') throw opened.reason;
    database = opened.value;
    if (built.status === 'rejected') throw built.reason;
    return await serve(config, database, lock);
  } catch (error) {
    await database?.close();
    await lock.release();
    throw portRefusal(error, config.host, config.port) ?? error;
  }
}

/** The way back if a new version turns out to be wrong. */
async function backUpBefore(
  { dataFolder }: Config,
  place: { url: string; cluster: string | undefined },
  say: (sentence: string) => void,
): Promise<void> {
  const to = await backUpByItself({ ...place, dataFolder }, 'before-migration', new Date());
  say(`升级数据库之前已备份到 ${to} (backed up before migrating)`);
}

async function serve(
  config: Config,
  database: OpenDatabase,
  lock: { release: () => Promise<void> },
): Promise<RunningServer> {
  const server = await startServer({
    databaseUrl: database.url,
    host: config.host,
    port: config.port,
    keys: liveKeys(config.keyFile),
    enter,
    log: serverLog,
    version,
    consoleFolder,
    trustProxy: config.trustProxy,
    lan: config.lan,
    requestsPerMinute: config.requestsPerMinute,
    recurring: [dailyBackup({ ...database, dataFolder: config.dataFolder }, serverLog)],
    beforeServing: (engine) => ensureFirstAdministrator(engine, config),
  });
  return {
    address: server.address,
    lan: server.lan,
    stop: async () => {
      await server.stop();
      await database.close();
      await lock.release();
    },
  };
}
