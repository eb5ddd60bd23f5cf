import type { Endpoint } from '../contract/index.ts';
import type { Caller } from './caller.ts';
import { type Chance, chance } from './people.ts';
import { sampleOf } from './sample.ts';

export interface FuzzReport {
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Requests that broke the server or never came back, with what is needed to repeat them. */
  readonly broken: readonly string[];
}

/**
 * Requests made from the endpoints' own shapes, one in three with something spoilt. Ids that answers bring are used again, so
 * that the walk reaches into what it has made. The same seed makes the same walk over an empty house.
 */
export async function fuzz(
  caller: Caller,
  endpoints: readonly Endpoint[],
  { seed, requests }: { seed: number; requests: number },
): Promise<FuzzReport> {
  const random = chance(seed);
  const ids = new Set<string>();
  const statuses: Record<number, number> = {};
  const broken: string[] = [];
  for (let count = 0; count < requests; count++) {
    const endpoint = endpoints[random.between(0, endpoints.length - 1)];
    if (!endpoint) break;
    const input = spoil(withKnownIds(inputFor(endpoint, random), [...ids], random), random);
    const answer = await Promise.race([caller.exchange(endpoint, input as never), patience()]);
    if (!answer || answer.statusCode >= 500) {
      broken.push(
        `#${count} ${endpoint.method} ${endpoint.path} → ${answer?.statusCode ?? 'no answer'} ${JSON.stringify(input).slice(0, 600)}`,
      );
      if (broken.length >= 20) break;
      continue;
    }
    statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
    if (answer.statusCode < 300 && ids.size < 500) for (const [id] of answer.body.matchAll(uuid)) ids.add(id);
  }
  return { requests, statuses, broken };
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const longestAnswerMs = 20_000;

function patience(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestAnswerMs, undefined).unref();
  });
}

type Input = Record<string, unknown>;

function inputFor(endpoint: Endpoint, random: Chance): Input {
  return Object.assign({}, ...[endpoint.params, endpoint.query, endpoint.body].map((shape) => sampleOf(shape, random)));
}

function withKnownIds(input: Input, ids: readonly string[], random: Chance): Input {
  if (ids.length === 0) return input;
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swap);
    const isId = typeof value === 'string' && value.match(uuid)?.[0] === value;
    return isId && random.happens(0.8) ? ids[random.between(0, ids.length - 1)] : value;
  };
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, swap(value)]));
}

const nasty = [
  null,
  '',
  '\u0000',
  '𠮷'.repeat(50),
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  "' or 1=1 --",
  '../../etc/passwd',
  '2025-02-30',
  [[[[]]]],
];

function spoil(input: Input, random: Chance): Input {
  const keys = Object.keys(input);
  if (keys.length === 0 || !random.happens(0.33)) return input;
  const key = keys[random.between(0, keys.length - 1)] ?? '';
  return { ...input, [key]: nasty[random.between(0, nasty.length - 1)] };
}
