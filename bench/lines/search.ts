import type { Base, OurServer } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';
import { load } from '../harness/measure.ts';

const mostP95Ms = 30;

/** Search as people type it, over all customers: the slowest of twenty in each kind must still feel immediate. */
export async function searches({ owner }: Base, ours: OurServer, key: string, when: string): Promise<Line[]> {
  const headers = { authorization: `Bearer ${key}` };
  const sample = async (expression: string) =>
    (
      await owner.query<{ text: string }>(
        `select ${expression} as text from person join person_phone phone on phone.person_id = person.id where length(person.name) = 3 and person.kind = 'natural' order by md5(person.id::text) limit 40`,
      )
    ).rows.map(({ text }) => text);
  const kinds = [
    ['pinyin', await sample('person.pinyin')],
    ['initials', await sample('person.initials')],
    ['part of a phone', await sample('substr(phone.number, 5, 5)')],
    ['three Chinese characters', await sample('person.name')],
    ['two Chinese characters', await sample('substr(person.name, 2, 2)')],
  ] as const;
  const lines = [];
  for (const [kind, texts] of kinds) {
    const requests = texts.map((text) => ({
      method: 'GET',
      path: `/api/people/search?text=${encodeURIComponent(text)}`,
    }));
    const { p95Ms, p50Ms } = await load({ base: ours.address, headers, connections: 1, forMs: 2_000, requests });
    lines.push({
      name: `search by ${kind}${when}`,
      figure: `p95 ${p95Ms.toFixed(1)} ms, median ${p50Ms.toFixed(1)} ms`,
      bar: `p95 under ${mostP95Ms} ms`,
      passes: p95Ms < mostP95Ms,
    });
  }
  return lines;
}
