import { drainJobs, type Engine, inTransaction, newId, openEngine, type Work } from '@yilu/platform/server';
import { capabilities } from '../capabilities.ts';
import type { Config } from '../config.ts';
import { lockDataFolder, openDataFolder, refuseUnusable } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import { enter } from '../enter.ts';
import { serverLog } from '../launch.ts';
import { liveKeys } from '../live-keys.ts';
import { recurring } from '../recurring.ts';

/** What a command works with: the same use cases as the server, in a process of its own. */
export interface CommandHouse {
  readonly engine: Engine;
  /** As the owner of the database, for bulk work past policies. */
  readonly databaseUrl: string;
  /** One transaction as the system. */
  readonly work: <Result>(act: (work: Work) => Promise<Result>) => Promise<Result>;
  /** Do what the command's work has left to do in the background, whether or not a server runs. */
  readonly settle: () => Promise<void>;
}

/** Opens the database of DATA_DIR beside a running server or without one, and leaves it as it was found. */
export async function withEngine<Result>(
  config: Config,
  act: (house: CommandHouse) => Promise<Result>,
): Promise<Result> {
  refuseUnusable(config.dataFolder);
  openDataFolder(config.dataFolder);
  const database = await openDatabase(config, { served: await isServed(config) });
  try {
    const engine = await openEngine({
      databaseUrl: database.url,
      capabilities,
      recurring,
      enter,
      keys: liveKeys(config.keyFile),
      log: serverLog,
      connections: 4,
      takesJobs: false,
    });
    try {
      return await act(houseOn(engine, database.url));
    } finally {
      await engine.close();
    }
  } finally {
    await database.close();
  }
}

/** Whether a server runs on this data folder. */
export async function isServed({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<boolean> {
  openDataFolder(dataFolder);
  try {
    const lock = await lockDataFolder(dataFolder);
    await lock.release();
    return false;
  } catch {
    return true;
  }
}

function houseOn(engine: Engine, databaseUrl: string): CommandHouse {
  const work: CommandHouse['work'] = (act) =>
    inTransaction(engine, { entry: { as: 'system' }, requestId: `cli-${newId()}` }, act);
  return {
    engine,
    databaseUrl,
    work,
    settle: () => drainJobs(engine),
  };
}
