import { jsonLog, type Log } from '@yilu/platform/server';
import type { Config } from './config.ts';
import { lockDataFolder, openDataFolder, portRefusal, refuseTakenPort, refuseUnusable } from './data-folder.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { enter } from './enter.ts';
import { buildFacesWhenStale, consoleFolder } from './faces.ts';
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
  openDataFolder(config.dataFolder);
  const lock = await lockDataFolder(config.dataFolder);
  let database: OpenDatabase | undefined;
  try {
    const [opened, built] = await Promise.allSettled([openDatabase(config), buildFacesWhenStale(say)]);
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
  });
  return {
    address: server.address,
    stop: async () => {
      await server.stop();
      await database.close();
      await lock.release();
    },
  };
}
