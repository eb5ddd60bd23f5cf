import type { BareOrder } from '../harness/bare.ts';
import { type Base, type OurServer, startBare } from '../harness/base.ts';
import { type Line, ratioLine } from '../harness/line.ts';
import { compare } from '../harness/measure.ts';
import { type BenchRequest, type RequestLine, requestLines } from './requests.ts';

/** How many requests of a line are recorded for the bare server; more would only repeat the same statements. */
const recorded = 40;

/** Our server against the bare one, statement for statement. */
export async function compareRequests(
  base: Base,
  ours: OurServer,
  key: string,
  say: (text: string) => void,
): Promise<Line[]> {
  const headers = { authorization: `Bearer ${key}` };
  const plans = [];
  for (const line of requestLines) {
    const requests = await line.requests(base.owner);
    const captured = [];
    for (const request of requests.slice(0, recorded)) captured.push(await record(ours, headers, request, line.writes));
    say(`${line.name}: ${captured[0]?.statements.length} statements`);
    plans.push({ line, requests: line.writes ? requests.slice(recorded) : requests, captured });
  }
  const bare = await startBare({
    url: base.databaseUrl,
    lines: Object.fromEntries(
      plans.map(({ line, captured }) => [line.key, { writes: line.writes, requests: captured }]),
    ),
  });
  try {
    const lines = [];
    for (const { line, requests, captured } of plans)
      lines.push(...(await measure(line, { ours, bare, headers, requests, captured: captured.length })));
    return lines;
  } finally {
    bare.stop();
  }
}

async function measure(
  line: RequestLine,
  given: {
    ours: OurServer;
    bare: { address: string };
    headers: Record<string, string>;
    requests: readonly BenchRequest[];
    captured: number;
  },
): Promise<Line[]> {
  const lines = [];
  for (const connections of line.connections) {
    const load = { connections, forMs: 6_000 };
    const found = await compare(
      { ...load, base: given.ours.address, headers: given.headers, requests: [...given.requests] },
      {
        ...load,
        base: given.bare.address,
        headers: {},
        requests: Array.from({ length: given.captured }, (_, place) => ({
          method: 'POST',
          path: `/${line.key}/${place}`,
        })),
      },
      { turns: line.writes ? 3 : 12 },
    );
    lines.push(ratioLine(`${line.name}, ${connections} at once`, found, line.least, line.bar));
  }
  return lines;
}

type Recorded = BareOrder['lines'][string]['requests'][number];

/** What our server runs for a request, for the bare one to run. */
export async function record(
  ours: OurServer,
  headers: Record<string, string>,
  request: BenchRequest,
  writes: boolean,
): Promise<Recorded> {
  const started = Date.now();
  const statements = await ours.capture(async () => {
    const response = await fetch(ours.address + request.path, {
      method: request.method,
      headers: { ...headers, ...(request.body !== undefined && { 'content-type': 'application/json' }) },
      ...(request.body !== undefined && { body: request.body }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${request.method} ${request.path} answers ${response.status} ${text.slice(0, 300)}`);
  });
  return {
    statements: statements.map(({ text, values }) => ({ text, values: [...values] })),
    fresh: writes ? freshIn(statements, started, request) : [],
  };
}

/** Ids that were made while the request ran (their first digits are the time), and the phone that was sent. */
function freshIn(statements: readonly unknown[], started: number, { body = '' }: BenchRequest): string[] {
  const text = JSON.stringify(statements);
  const made = [...text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g)].map(
    ([id]) => id,
  );
  const isFresh = (id: string) =>
    id[14] === '4' || Number.parseInt(id.replace('-', '').slice(0, 12), 16) >= started - 1_000;
  const phones = [...body.matchAll(/\b1\d{10}\b/g)].map(([phone]) => phone);
  return [...new Set([...made.filter(isFresh), ...phones])];
}
