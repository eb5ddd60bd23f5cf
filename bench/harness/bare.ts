import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { z } from 'zod';

/**
 * The yardstick: node:http and pg with named prepared statements; no sign-in, no scope, no checks, as the owner of the tables.
 * It answers `POST /<line>/<n>` by running the statements that our own server ran for the n-th request of that line, word for
 * word; writes get fresh ids each time and one transaction, reads need none.
 */
const Statement = z.object({ text: z.string(), values: z.array(z.unknown()) });
export const BareOrder = z.object({
  url: z.string(),
  lines: z.record(
    z.string(),
    z.object({
      writes: z.boolean(),
      requests: z.array(z.object({ statements: z.array(Statement), fresh: z.array(z.string()) })),
    }),
  ),
});
export type BareOrder = z.infer<typeof BareOrder>;

if (import.meta.main) {
  process.once('message', (message) => listen(BareOrder.parse(message)));
}

function listen(order: BareOrder): void {
  const pool = new pg.Pool({ connectionString: order.url, max: 16 });
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (rows) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(rows));
      },
      (error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
        process.stderr.write(`bare: ${error.message}\n`);
      },
    );
  });

  async function answer(request: IncomingMessage): Promise<unknown> {
    for await (const _ of request);
    const [, name = '', number = '0'] = (request.url ?? '').split('/');
    const line = order.lines[name];
    const one = line?.requests[Number(number)];
    if (!line || !one) throw new Error(`no such line ${request.url}`);
    const statements = line.writes ? withFreshIds(one) : one.statements;
    const [only] = statements;
    if (statements.length === 1 && only) return (await pool.query({ ...only, name: nameOf(only.text) })).rows;
    const client = await pool.connect();
    try {
      if (line.writes) await client.query('begin');
      const all = [];
      for (const { text, values } of statements)
        all.push((await client.query({ text, values, name: nameOf(text) })).rows);
      if (line.writes) await client.query('commit');
      return all;
    } catch (error) {
      if (line.writes) await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) process.send?.({ address: `http://127.0.0.1:${address.port}` });
  });
}

type Statements = z.infer<typeof Statement>[];

/** The ids that our server made for this request are made anew, and the phones that it was sent, the same one for the same one. */
function withFreshIds({ statements, fresh }: { statements: Statements; fresh: string[] }): Statements {
  if (fresh.length === 0) return statements;
  let text = JSON.stringify(statements);
  for (const id of fresh) text = text.replaceAll(id, id.length === 11 ? freshPhone() : randomUUID());
  return JSON.parse(text) as Statements;
}

function freshPhone(): string {
  return `13${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
}
