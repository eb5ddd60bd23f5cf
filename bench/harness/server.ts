import { flushCompileCache } from 'node:module';
import { jsonLog } from '@yilu/platform/server';
import pg from 'pg';
import { enter } from '../../apps/server/enter.ts';
import { liveKeys } from '../../apps/server/live-keys.ts';
import { startServer } from '../../apps/server/start-server.ts';

// Our own server as people run it, over a database that the bench has filled; on request it says which statements it ran.

interface Order {
  readonly databaseUrl: string;
  readonly keyFile: string;
}
export interface CapturedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

let captured: CapturedStatement[] | undefined;

// Measuring only: the product never looks at its own statements.
const original = pg.Client.prototype.query;
pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
  noteWhoEnters(this, given);
  if (captured) note(captured, this, given);
  return Reflect.apply(original, this, given);
} as typeof original;

process.on('message', (message: { start?: Order; capture?: boolean; stop?: boolean }) => {
  if (message.start) void start(message.start);
  if (message.capture === true) captured = [];
  if (message.capture === false) {
    process.send?.({ statements: captured ?? [] });
    captured = undefined;
  }
  if (message.stop) process.exit(0);
});

async function start({ databaseUrl, keyFile }: Order): Promise<void> {
  const server = await startServer({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    keys: liveKeys(keyFile),
    enter,
    log: jsonLog((line) => void process.stderr.write(line)),
    version: 'bench',
    requestsPerMinute: 100_000_000,
  });
  // Before anybody hears of it, who may end this process at once.
  flushCompileCache();
  process.send?.({ address: server.address });
}

/** Connections on which a job is at work: what it does meanwhile belongs to no request. */
const atJobs = new WeakSet<pg.Client>();

/** A job may have begun before anything is recorded. */
function noteWhoEnters(client: pg.Client, [config]: unknown[]): void {
  const { name, values } = config as { name?: string; values?: unknown[] };
  if (name === 'auth.enter_again') atJobs.delete(client);
  if (name !== 'auth.enter') return;
  if (values?.[0] === 'system' || values?.[0] === 'account') atJobs.add(client);
  else atJobs.delete(client);
}

/** Not what surrounds the work: begin, who is acting, commit; nor what jobs do and what pg-boss asks by itself. */
function note(list: CapturedStatement[], client: pg.Client, [config, values]: unknown[]): void {
  const { text, values: own } =
    typeof config === 'string' ? { text: config, values } : (config as { text: string; values?: unknown });
  if (atJobs.has(client) || /^\s*(begin|commit|rollback)/i.test(text) || text.includes('auth.enter')) return;
  if (text.includes('jobs.') && !/insert into jobs\./i.test(text)) return;
  list.push({ text, values: (own as unknown[] | undefined) ?? [] });
}
