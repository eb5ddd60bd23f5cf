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
export async function insistRate({ db, now }: Work, { key, most, perSeconds }: Limit): Promise<void> {
  const window = perSeconds * 1_000;
  const startedAt = new Date(Math.floor(now.getTime() / window) * window);
  const { rows } = await sql<{ count: number }>`
    insert into rate_window (key, started_at, count) values (${key}, ${startedAt}, 1)
    on conflict (key, started_at) do update set count = rate_window.count + 1
    returning count`.execute(db);
  const count = rows[0]?.count ?? 0;
  if (count <= most) return;
  const seconds = Math.max(1, Math.ceil((startedAt.getTime() + window - now.getTime()) / 1_000));
  throw new Refused(tooOften({ seconds }), 429);
}
