import type { ClientBase } from 'pg';
import { life } from './life.ts';
import { numbers } from './numbers.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import type { EstateSize } from './size.ts';
import { staff } from './staff.ts';

export interface EstateOrder {
  readonly size: EstateSize;
  /** 0…4095; each seed is an estate of its own, the same one cannot be made twice. */
  readonly seed: number;
  /** The day that counts as today, `2026-12-01`. */
  readonly today: string;
}

/**
 * Make an estate in one transaction, as the owner of the database. Labels follow from `recomputeEverything` of segments;
 * search words are written here. `progress` hears the share that is done, 0–1.
 */
export async function makeEstate(
  client: ClientBase,
  { size, seed, today }: EstateOrder,
  progress: (done: number) => void = () => {},
): Promise<void> {
  const steps = [...places(size, seed), ...staff(size, seed), ...people(size, seed, today), ...life(size, seed, today)];
  // One after the other: each looks whether the region and the demo's functions are there, and makes what is missing.
  await client.query("select pg_advisory_lock(hashtext('demo estate'))");
  try {
    await client.query(numbers);
    await client.query('begin');
    await client.query("set local work_mem = '256MB'");
    for (const [place, step] of steps.entries()) {
      await client.query(step);
      // Fresh tables have no statistics, and a plan for an empty table joins a million rows one by one.
      const [, table] = step.match(/^(?:insert into|create temp table|alter table|update) (\w+)/) ?? [];
      if (table) await client.query(`analyze ${table}`);
      progress((place + 1) / (steps.length + 1));
    }
    await writeSearchWords(client, seed);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('demo estate'))");
  }
  await client.query('analyze');
  progress(1);
}

const peopleAtOnce = 20_000;

async function writeSearchWords(client: ClientBase, seed: number): Promise<void> {
  const { rows } = await client.query<{ most: number }>('select max(k) as most from demo_person');
  for (let from = 0; from <= (rows[0]?.most ?? -1); from += peopleAtOnce) {
    await client.query(
      `select customers.refresh_search(array(select demo.id(7, k, ${seed}) from generate_series(${from}, ${from + peopleAtOnce - 1}) k))`,
    );
  }
}
