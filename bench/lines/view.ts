import type { Base, OurServer } from '../harness/base.ts';
import { startBare } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';
import { compare } from '../harness/measure.ts';
import { record } from './compare-requests.ts';

const mostReads = 12;

/**
 * The whole 360° page in one request, counted in bare reads of one row by its id. Told beside it, and no bar: the same page counted in
 * what the bare server takes for our *read one*.
 */
export async function view360(base: Base, ours: OurServer, key: string): Promise<Line> {
  const { rows } = await base.owner.query<{ id: string }>(
    'select person_id as id from customer_fact order by md5(person_id::text) limit 40',
  );
  const headers = { authorization: `Bearer ${key}` };
  const readOne = [];
  for (const { id } of rows)
    readOne.push(await record(ours, headers, { method: 'GET', path: `/api/people/${id}` }, false));
  const oneRow = rows.map(({ id }) => ({
    statements: [{ text: 'select * from person where id = $1', values: [id] }],
    fresh: [],
  }));
  const bare = await startBare({
    url: base.databaseUrl,
    lines: { one: { writes: false, requests: oneRow }, readOne: { writes: false, requests: readOne } },
  });
  try {
    const load = { connections: 1, forMs: 6_000 };
    const page = {
      ...load,
      base: ours.address,
      headers,
      requests: rows.map(({ id }) => ({ method: 'GET', path: `/api/people/${id}/view` })),
    };
    const against = (line: string) =>
      compare(
        page,
        {
          ...load,
          base: bare.address,
          headers: {},
          requests: rows.map((_, place) => ({ method: 'POST', path: `/${line}/${place}` })),
        },
        { turns: 12 },
      );
    const found = await against('one');
    const beside = await against('readOne');
    const reads = 1 / found.ratio;
    return {
      name: '360° page in one request',
      figure: `${reads.toFixed(1)} bare reads (p95 ${found.ours.p95Ms.toFixed(1)} ms; ${(1 / beside.ratio).toFixed(1)} times the bare server's *read one*)`,
      bar: `under ${mostReads} bare reads`,
      passes: reads < mostReads,
    };
  } finally {
    bare.stop();
  }
}
