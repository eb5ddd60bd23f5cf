import type { Base, OurServer } from '../harness/base.ts';
import { startBare } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';
import { load } from '../harness/measure.ts';

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
  const ratios = [];
  for (let turn = 0; turn < 3; turn++) {
    const one = await load({
      base: bare.address,
      headers: {},
      connections: 1,
      forMs: 1_500,
      requests: rows.map((_, place) => ({ method: 'POST', path: `/one/${place}` })),
    });
    const view = await load({
      base: ours.address,
      headers: { authorization: `Bearer ${key}` },
      connections: 1,
      forMs: 1_500,
      requests: rows.map(({ id }) => ({ method: 'GET', path: `/api/people/${id}/view` })),
    });
    ratios.push({ times: one.perSecond / view.perSecond, view });
  }
  bare.stop();
  ratios.sort((a, b) => a.times - b.times);
  const middle = ratios[1];
  return {
    name: '360° page in one request',
    figure: `${middle?.times.toFixed(1)} bare reads (p95 ${middle?.view.p95Ms.toFixed(1)} ms)`,
    bar: `under ${mostReads} bare reads`,
    passes: (middle?.times ?? Number.POSITIVE_INFINITY) < mostReads,
  };
}
