import type { Base, OurServer } from '../harness/base.ts';
import { startBare } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';
import { compare } from '../harness/measure.ts';

const mostReads = 12;

/** The whole 360° page in one request, counted in bare reads of one row by its id. */
export async function view360(base: Base, ours: OurServer, key: string): Promise<Line> {
  const { rows } = await base.owner.query<{ id: string }>(
    'select person_id as id from customer_fact order by md5(person_id::text) limit 40',
  );
  const bare = await startBare({
    url: base.databaseUrl,
    lines: {
      one: {
        writes: false,
        requests: rows.map(({ id }) => ({
          statements: [{ text: 'select * from person where id = $1', values: [id] }],
          fresh: [],
        })),
      },
    },
  });
  try {
    const load = { connections: 1, forMs: 6_000 };
    const found = await compare(
      {
        ...load,
        base: ours.address,
        headers: { authorization: `Bearer ${key}` },
        requests: rows.map(({ id }) => ({ method: 'GET', path: `/api/people/${id}/view` })),
      },
      {
        ...load,
        base: bare.address,
        headers: {},
        requests: rows.map((_, place) => ({ method: 'POST', path: `/one/${place}` })),
      },
      { turns: 12 },
    );
    const reads = 1 / found.ratio;
    return {
      name: '360° page in one request',
      figure: `${reads.toFixed(1)} bare reads (p95 ${found.ours.p95Ms.toFixed(1)} ms)`,
      bar: `under ${mostReads} bare reads`,
      passes: reads < mostReads,
    };
  } finally {
    bare.stop();
  }
}
