import { Agent, request } from 'node:http';
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What the load process is told, as JSON on its input. It runs apart, so that it does not share a thread with what it measures. */
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

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly answers: number;
  readonly failures: number;
}

async function apply(order: LoadOrder): Promise<LoadResult> {
  await round(order, order.forMs / 4);
  return round(order, order.forMs);
}

async function round({ base, headers, requests, connections }: LoadOrder, forMs: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  const times: number[] = [];
  let next = 0;
  let failures = 0;
  const until = performance.now() + forMs;
  const ask = ({ method, path, body }: LoadOrder['requests'][number]) =>
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
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const one = requests[next++ % requests.length];
        if (one) await ask(one);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    perSecond: times.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    answers: times.length,
    failures,
  };
}

if (import.meta.main) stdout.write(JSON.stringify(await apply(LoadOrder.parse(JSON.parse(await text(stdin))))));
