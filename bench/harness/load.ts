import { Agent, request } from 'node:http';
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export const LoadOrder = z.object({
  /** http://127.0.0.1:port */
  base: z.url(),
  headers: z.record(z.string(), z.string()),
  /** Asked in turn by all connections together. */
  requests: z.array(z.object({ method: z.string(), path: z.string(), body: z.string().optional() })).min(1),
  connections: z.int().min(1).max(64),
  /** Milliseconds of measuring, after a quarter of it as warm-up. */
  forMs: z.int().min(100).max(60_000),
});
export type LoadOrder = z.infer<typeof LoadOrder>;

/**
 * What the load process is told, as JSON on its input. It runs apart, so that it does not share a thread with what it measures.
 * Several orders take turns, so that whatever the machine does meanwhile meets them all.
 */
const Orders = z.object({ orders: z.array(LoadOrder).min(1), turns: z.int().min(1) });
export type Orders = z.infer<typeof Orders>;

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly answers: number;
  readonly failures: number;
  /** Answers per second of each turn. */
  readonly perTurn: readonly number[];
}

async function apply({ orders, turns }: Orders): Promise<LoadResult[]> {
  const sources = orders.map(sourceOf);
  for (const { order, ask } of sources) await ask(order.forMs / 4);
  const rounds: Round[][] = sources.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [place, { order, ask }] of sources.entries()) rounds[place]?.push(await ask(order.forMs / turns));
  }
  for (const { close } of sources) close();
  return rounds.map(resultOf);
}

interface Round {
  readonly times: readonly number[];
  readonly failures: number;
  readonly seconds: number;
}

/** Goes on where it stopped, over the same connections. */
function sourceOf(order: LoadOrder) {
  const { base, headers, requests, connections } = order;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  let next = 0;
  async function ask(forMs: number): Promise<Round> {
    const times: number[] = [];
    let failures = 0;
    const askOne = ({ method, path, body }: LoadOrder['requests'][number]) =>
      new Promise<void>((resolve) => {
        const started = performance.now();
        const type =
          body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        const sent = request({ hostname, port, method, path, agent, headers: { ...headers, ...type } }, (response) => {
          if ((response.statusCode ?? 500) >= 400) failures++;
          response.resume().on('end', () => {
            times.push(performance.now() - started);
            resolve();
          });
        });
        sent.on('error', () => {
          failures++;
          resolve();
        });
        sent.end(body);
      });
    const started = performance.now();
    const until = started + forMs;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < until) {
          const one = requests[next++ % requests.length];
          if (one) await askOne(one);
        }
      }),
    );
    return { times, failures, seconds: (performance.now() - started) / 1_000 };
  }
  return { order, ask, close: () => agent.destroy() };
}

function resultOf(rounds: readonly Round[]): LoadResult {
  const times = rounds.flatMap((round) => round.times).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    perSecond: times.length / rounds.reduce((sum, { seconds }) => sum + seconds, 0),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    answers: times.length,
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    perTurn: rounds.map((round) => round.times.length / round.seconds),
  };
}

if (import.meta.main) stdout.write(JSON.stringify(await apply(Orders.parse(JSON.parse(await text(stdin))))));
