import { createServer, type IncomingMessage } from 'node:http';
import { argv, stdout } from 'node:process';
import pg from 'pg';
import { z } from 'zod';

/**
 * The yardstick: node:http and pg with named prepared statements, no sign-in, no scope, no checks. It answers
 * `POST /run` with { name, values } by running the named statements in order; several make one transaction.
 * Statements are given at start, so that both sides run the same SQL.
 */
const Order = z.object({ url: z.string(), statements: z.record(z.string(), z.array(z.string())) });

const order = Order.parse(JSON.parse(argv[2] ?? ''));
const pool = new pg.Pool({ connectionString: order.url, max: 16 });

const server = createServer((request, response) => {
  answer(request).then(
    (rows) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows));
    },
    (error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    },
  );
});

async function answer(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += piece;
  const { name, values } = JSON.parse(text) as { name: string; values: unknown[][] };
  const statements = order.statements[name] ?? [];
  const [only] = statements;
  if (statements.length === 1 && only) return (await pool.query({ name, text: only, values: values[0] ?? [] })).rows;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const all = [];
    for (const [place, statement] of statements.entries())
      all.push((await client.query({ name: `${name}${place}`, text: statement, values: values[place] ?? [] })).rows);
    await client.query('commit');
    return all;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) stdout.write(`http://127.0.0.1:${address.port}\n`);
});
