import type { LanAccess } from '@yilu/identity/contract';
import {
  buildServer,
  type Engine,
  type Enter,
  type Keys,
  type Log,
  openEngine,
  type Recurring,
  startWorkers,
} from '@yilu/platform/server';
import { capabilities } from './capabilities.ts';
import { demoCapability } from './demo-estate.ts';
import { lanCapability } from './lan/lan-capability.ts';
import type { Lan, LanConfig } from './lan/open-lan.ts';
import { recurring } from './recurring.ts';

export interface ServerConfig {
  /** PostgreSQL, migrated. */
  readonly databaseUrl: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly keys: Keys;
  readonly enter: Enter;
  readonly log: Log;
  readonly version: string;
  readonly consoleFolder?: string | undefined;
  readonly trustProxy?: boolean | string;
  /** HTTPS on the local network too, for telephones. */
  readonly lan?: LanConfig | undefined;
  /** What happens by the clock because of where this server runs, beside recurring.ts. */
  readonly recurring?: readonly Recurring[];
  /** As in ServerOptions; measurements ask more often than people. */
  readonly requestsPerMinute?: number;
  /** What must be there before the first request, such as an administrator named in the environment. */
  readonly beforeServing?: (engine: Engine) => Promise<void>;
}

export interface RunningServer {
  /** Where it answers, such as http://127.0.0.1:8080. */
  readonly address: string;
  /** How telephones reach it, if it was asked to let them. */
  readonly lan?: LanAccess | undefined;
  /** Finish running requests and short jobs, then close; what takes longer is done again by the next. */
  readonly stop: () => Promise<void>;
}

/** Web and worker in one process. */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  let lan: Lan | undefined;
  const engine = await openEngine({
    ...config,
    capabilities: [...capabilities, demoCapability(config.databaseUrl), lanCapability(() => lan)],
    recurring: [...recurring, ...(config.recurring ?? [])],
  });
  const app = await buildServer(engine, config);
  const address = await serve().catch(async (error: unknown) => {
    await app.close();
    await engine.close();
    throw error;
  });
  async function serve(): Promise<string> {
    await config.beforeServing?.(engine);
    const listening = await app.listen({ host: config.host, port: config.port });
    lan = config.lan && (await openLanFor(config.lan, Number(new URL(listening).port || 80)));
    return listening;
  }
  async function openLanFor(asked: LanConfig, port: number): Promise<Lan> {
    // Only now: whoever does not ask for it pays neither memory nor start for its libraries.
    const { openLan } = await import('./lan/open-lan.ts');
    return openLan(app, asked, port, config.log);
  }
  await startWorkers(engine);
  return {
    address,
    lan: lan?.access,
    stop: async () => {
      await lan?.close();
      await app.close();
      await engine.close();
    },
  };
}
