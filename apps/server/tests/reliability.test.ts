import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, yiluAt } from './command.ts';
import { registerWhileKilling } from './killing.ts';

// `npm test` runs a slice from a seed; `npm run soak` sets the full size: 50 kills.
const rounds = Number(process.env.SOAK_KILLS ?? 3);
const seed = Number(process.env.SOAK_SEED ?? 7);

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yilu-killing-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`no acknowledged write is lost, halved or doubled by ${rounds} kills of server and PostgreSQL under 16 clients`, async () => {
  const projectId = await makeProject();
  const { key } = await yilu('api-key', 'create', '--name', 'killing', '--role', 'administrator', '--json');
  const { acknowledged, sent, server } = await registerWhileKilling({
    dataFolder: data,
    projectId,
    apiKey: key,
    rounds,
    clients: 16,
    seed,
  });
  expect(acknowledged.length).toBeGreaterThan(20);

  const idle = () => ask("select count(*)::int as n from jobs.job where state in ('created', 'retry', 'active')");
  await expect.poll(idle, { timeout: 120_000, interval: 500 }).toEqual([{ n: 0 }]);
  await server.stop();

  const stored = await ask<{ number: string; people: number }>(
    'select number, count(*)::int as people from person_phone group by number',
  );
  const times = new Map(stored.map(({ number, people }) => [number, people]));
  expect(acknowledged.filter((phone) => times.get(phone) !== 1)).toEqual([]);
  expect(stored.filter(({ number }) => !sent.includes(number))).toEqual([]);
  expect(await ask(halfRegistered)).toEqual([{ n: 0 }]);
  expect(await ask("select count(*)::int as n from jobs.job where state = 'failed'")).toEqual([{ n: 0 }]);
  expect(await ask(labelledOtherThanOnce)).toEqual([{ n: 0 }]);
}, 1_800_000);

/** A registration is a person, a link, a phone, its search words and an entry in the audit, or nothing of it. */
const halfRegistered = `
  select count(*)::int as n from person
   where not exists (select from person_project link where link.person_id = person.id)
      or not exists (select from person_phone phone where phone.person_id = person.id)
      or not exists (select from person_search words where words.person_id = person.id)
      or not exists (select from audit_entry entry where entry.person_id = person.id)`;

/** The listeners of the event came to their end once in effect: a row in the book, and one first change of each label. */
const labelledOtherThanOnce = `
  select count(*)::int as n from person
   where not exists (select from customer_fact fact where fact.person_id = person.id)
      or 1 <> (select count(*) from label_change change where change.person_id = person.id and change.label = 'lifecycle')`;

async function makeProject(): Promise<string> {
  await yilu('doctor', '--json');
  const id = '0193a000-0000-7000-8000-000000000001';
  await ask(
    `insert into company_node (id, kind, name) values ('0193a000-0000-7000-8000-000000000000', 'group', '远山集团');
     insert into company_node (id, kind, parent_id, name) values ('${id}', 'project', '0193a000-0000-7000-8000-000000000000', '云栖里')`,
  );
  return id;
}

const ask = <Row>(text: string) => rowsOf<Row>(data, text);

async function yilu(...words: string[]): Promise<{ key: string }> {
  const { code, answer } = await yiluAt(data, words);
  expect(code).toBe(0);
  return answer();
}
