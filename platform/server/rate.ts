import { sql } from 'kysely';
import { Refused } from '../contract/index.ts';
import { tooOften } from './refusals.ts';
import type { Work } from './work/work.ts';

export interface Limit {
  /** What is limited and for whom, such as `reveal:<account id>`. */
  readonly key: string;
  readonly most: number;
  readonly perSeconds: number;
}

/** Count one more; 429 with the seconds to wait when it is one too many. Windows are fixed, counted across all processes. */
export async function insistRate(work: Work, { key, most, perSeconds }: Limit): Promise<void> {
  if ((await countInWindow(work, { key, perSeconds })) <= most) return;
  const ends = windowOf(work.now, perSeconds).getTime() + perSeconds * 1_000;
  const seconds = Math.max(1, Math.ceil((ends - work.now.getTime()) / 1_000));
  throw new Refused(tooOften({ seconds }), 429);
}

/** Whether this is the first of its kind in its window; all others write nothing. */
export async function isFirstInWindow({ db, now }: Work, { key, perSeconds }: Omit<Limit, 'most'>): Promise<boolean> {
  const { rows } = await sql`
    insert into rate_window (key, started_at, count) values (${key}, ${windowOf(now, perSeconds)}, 1)
    on conflict (key, started_at) do nothing
    returning key`.execute(db);
  return rows.length > 0;
}

/** Count one more; the how-manieth it is in its window, from 1. */
async function countInWindow({ db, now }: Work, { key, perSeconds }: Omit<Limit, 'most'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into rate_window (key, started_at, count) values (${key}, ${windowOf(now, perSeconds)}, 1)
    on conflict (key, started_at) do update set count = rate_window.count + 1
    returning count`.execute(db);
  return rows[0]?.count ?? 0;
}

function windowOf(now: Date, perSeconds: number): Date {
  const window = perSeconds * 1_000;
  return new Date(Math.floor(now.getTime() / window) * window);
}
