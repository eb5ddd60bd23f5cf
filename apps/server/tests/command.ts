import { joinEmbeddedPostgres } from '@yilu/platform/postgres';
import { Client } from 'pg';
import { commands } from '../cli/commands.ts';
import { runCommand } from '../cli/run.ts';

/** A command in this process, over a data folder, with what it would have printed. */
export async function yiluAt(data: string, words: readonly string[], env: Record<string, string> = {}) {
  const said = { out: '', err: '' };
  const code = await runCommand(commands, words, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: { DATA_DIR: data, ...env },
  });
  return { code, ...said, answer: () => JSON.parse(said.out) };
}

/** As the owner of a data folder's database, beside a running server or without one. */
export async function withClient<Result>(data: string, act: (client: Client) => Promise<Result>): Promise<Result> {
  const postgres = await joinEmbeddedPostgres({ folder: data });
  const client = new Client(postgres.address);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
    await postgres.leave();
  }
}

/** Rows of one question to `withClient`. */
export function rowsOf<Row>(data: string, text: string): Promise<Row[]> {
  return withClient(data, async (client) => (await client.query(text)).rows);
}
