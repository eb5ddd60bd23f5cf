import type { Base, OurServer } from '../harness/base.ts';
import { type Line, rate } from '../harness/line.ts';
import { load } from '../harness/measure.ts';
import { listPath } from './requests.ts';

/** A list is as fast at its end as at its beginning: the last page against the first. */
export async function flatAtAnyDepth({ owner }: Base, ours: OurServer, key: string): Promise<Line> {
  const headers = { authorization: `Bearer ${key}` };
  const { rows } = await owner.query<{ id: string }>(
    "select project_id as id from customer_fact where activity = 'COOLING' group by 1 order by count(*) desc limit 1",
  );
  const project = rows[0]?.id ?? '';
  let cursor: string | undefined;
  let pages = 1;
  for (;;) {
    const response = await fetch(ours.address + listPath(project, cursor), { headers });
    const { next } = (await response.json()) as { next?: string };
    if (!next) break;
    cursor = next;
    pages++;
  }
  const order = { base: ours.address, headers, connections: 1, forMs: 2_000 };
  const first = await load({ ...order, requests: [{ method: 'GET', path: listPath(project) }] });
  const last = await load({ ...order, requests: [{ method: 'GET', path: listPath(project, cursor) }] });
  const ratio = last.perSecond / first.perSecond;
  return {
    name: `list, page ${pages} against page 1`,
    figure: `${ratio.toFixed(2)} (${rate(last.perSecond)} against ${rate(first.perSecond)})`,
    bar: 'flat: ≥ 0.8',
    passes: ratio >= 0.8,
  };
}
