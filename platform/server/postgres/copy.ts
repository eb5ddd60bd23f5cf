import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Client } from 'pg';

/** What of `pg`'s connection a COPY needs; its types leave these out. */
interface Wire {
  readonly stream: Writable & { pause: () => void; resume: () => void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

type Chunks = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/** How much may wait unsent before the source is asked to pause. */
const mostWaiting = 4 * 2 ** 20;

/** Sends `COPY … FROM STDIN` with these chunks (text format: tabs, \N, one line per row); answers the number of rows. */
export function copyIn(client: Client, statement: string, chunks: Chunks): Promise<number> {
  return copy(client, statement, {
    handleCopyInResponse: (wire, fail) => {
      void feed(wire, chunks).catch((error: Error) => {
        fail(error);
        wire.sendCopyFail(error.message);
      });
    },
  });
}

/** Runs `COPY … TO STDOUT` and hands its chunks on in order; the next one waits for the promise of the last. */
export async function copyOut(
  client: Client,
  statement: string,
  take: (chunk: Buffer) => Promise<void>,
): Promise<number> {
  let last = Promise.resolve();
  const rows = await copy(client, statement, {
    handleCopyData: (chunk, wire) => {
      wire.stream.pause();
      // pg reads the next message into the same memory.
      const own = Buffer.from(chunk);
      last = last.then(() => take(own)).finally(() => wire.stream.resume());
      // The caller hears of it below; until then it must not count as unhandled.
      last.catch(() => undefined);
    },
  });
  await last;
  return rows;
}

async function feed(wire: Wire, chunks: Chunks): Promise<void> {
  for await (const chunk of chunks) {
    wire.sendCopyFromChunk(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (wire.stream.writableLength > mostWaiting) await once(wire.stream, 'drain');
  }
  wire.endCopyFrom();
}

interface Handlers {
  readonly handleCopyInResponse?: (wire: Wire, fail: (error: Error) => void) => void;
  readonly handleCopyData?: (chunk: Buffer, wire: Wire) => void;
}

function copy(client: Client, statement: string, handlers: Handlers): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let failure: Error | undefined;
    // The shape of a query that `pg` drives itself; it calls these by name.
    const query = {
      submit: (wire: Wire) => wire.query(statement),
      handleCopyInResponse: (wire: Wire) =>
        handlers.handleCopyInResponse?.(wire, (error) => {
          failure = error;
        }),
      handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => handlers.handleCopyData?.(chunk, wire),
      handleCommandComplete: ({ text }: { text: string }) => {
        rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
      },
      handleError: (error: Error) => {
        failure ??= error;
        reject(failure);
      },
      handleReadyForQuery: () => (failure ? reject(failure) : resolve(rows)),
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handlePortalSuspended: () => undefined,
      handleEmptyQuery: () => undefined,
    };
    client.query(query as unknown as Parameters<Client['query']>[0] & { submit: () => void });
  });
}

/** One value of a COPY line. */
export function copyText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'number' ? String(value) : value.replaceAll(/[\\\t\n\r]/g, escapeSign);
}

function escapeSign(sign: string): string {
  return { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }[sign] ?? sign;
}
