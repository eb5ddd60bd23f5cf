import { newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

// What labels need of a dossier is kept as answers come and go: it must always be what the answers themselves say.

let house: House;
let people: string[];
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings], at: '2026-11-22T02:00:00Z' });
  people = [newId(), newId(), newId()];
  for (const id of people) await register(id);
});
afterAll(() => house.close());

const register = (id: string) =>
  house.sql(
    `insert into person (id, kind, name, name_key, pinyin, initials, registered_at, entered_at, registered_by)
     values ($1, 'natural', '何雨桐', '何雨桐', 'heyutong', 'hyt', now(), now(), $1)`,
    [id],
  );

interface Answer {
  readonly person: number;
  readonly field: string;
  /** Absent where the person declined; what is sensitive stands there encrypted. */
  readonly value?: string | undefined;
}

// Some that sets of people are asked for, and some that are asked for at the person only.
const field = fc.constantFrom('careAbout', 'purchasePurpose', 'intentGrade', 'wechat', 'carPlates', 'personalIncome');
const value = fc.option(fc.constantFrom('["PETS"]', '"A"', '[]'), { nil: undefined });
const answer = fc.record({ person: fc.nat(2), field, value });
const happening = fc.oneof(
  fc.record({
    what: fc.constant('answered' as const),
    // One statement writes each place once.
    answers: fc.uniqueArray(answer, {
      minLength: 1,
      maxLength: 6,
      selector: ({ person, field }) => `${person} ${field}`,
    }),
  }),
  fc.record({ what: fc.constant('encrypted anew' as const) }),
  fc.record({ what: fc.constant('merged' as const), from: fc.nat(2), to: fc.nat(2) }),
  fc.record({ what: fc.constant('taken back' as const), person: fc.nat(2), field }),
);

test('whatever is answered, changed, merged or taken back, the sums are what the answers say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 8 }), async (story) => {
      await house.sql('delete from dossier_answer');
      for (const event of story) await happen(event);
      expect(await kept()).toEqual(await summedUp());
    }),
    { numRuns: 25, seed: 20261207, endOnFailure: true },
  );
}, 60_000);

test('of whoever is removed no sum is left', async () => {
  const gone = newId();
  await register(gone);
  await house.sql(
    `insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
     values ($1, 'wechat', 'both', '"x"', false, $1, now(), 'staff')`,
    [gone],
  );
  expect(await house.sql('select from dossier_sum where person_id = $1', [gone])).toHaveLength(1);
  await house.sql('delete from person where id = $1', [gone]);
  expect(await house.sql('select from dossier_sum where person_id = $1', [gone])).toHaveLength(0);
});

test('two who answer for the same person at once wait for each other, and both are in the sum', async () => {
  await house.sql('delete from dossier_answer');
  const [one, other] = await Promise.all([connected(), connected()]);
  try {
    await one.query('begin');
    await write([{ person: 0, field: 'wechat', value: '"x"' }], one);
    const second = write([{ person: 0, field: 'careAbout', value: '["PETS"]' }], other);
    await expect.poll(waiting).toHaveLength(1);
    await one.query('commit');
    await second;
    expect(await kept()).toEqual(await summedUp());

    await one.query('begin');
    await one.query(`delete from dossier_answer where field = 'wechat'`);
    const third = write([{ person: 0, field: 'intentGrade', value: '"A"' }], other);
    await expect.poll(waiting).toHaveLength(1);
    await one.query('commit');
    await third;
    expect(await kept()).toEqual(await summedUp());
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
});

const waiting = () =>
  house.sql("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

/** The house asks everything over one connection, one after another. */
async function connected(): Promise<Client> {
  const client = new Client(house.databaseUrl);
  await client.connect();
  return client;
}

async function happen(event: typeof happening extends fc.Arbitrary<infer One> ? One : never): Promise<void> {
  if (event.what === 'answered') return write(event.answers);
  if (event.what === 'encrypted anew') {
    await house.sql(`update dossier_answer set encrypted = encrypted || '.' where encrypted is not null`);
  }
  if (event.what === 'merged' && event.from !== event.to) {
    await house.sql(
      `update dossier_answer moved set person_id = $2
        where person_id = $1 and not exists (select from dossier_answer known where known.person_id = $2 and known.field = moved.field)`,
      [people[event.from], people[event.to]],
    );
  }
  if (event.what === 'taken back') {
    await house.sql('delete from dossier_answer where person_id = $1 and field = $2', [
      people[event.person],
      event.field,
    ]);
  }
}

async function write(answers: readonly Answer[], writer?: Client): Promise<void> {
  const insert = (text: string, values: unknown[]) => (writer ? writer.query(text, values) : house.sql(text, values));
  const isSensitive = ({ field }: Answer) => field === 'personalIncome';
  await insert(
    `insert into dossier_answer (person_id, field, side, value, encrypted, declined, answered_by, answered_at, source)
     select person_id, field, 'both', value, encrypted, value is null and encrypted is null, person_id, now(), 'staff'
       from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::text[]) as given (person_id, field, value, encrypted)
     on conflict (person_id, field) do update
        set value = excluded.value, encrypted = excluded.encrypted, declined = excluded.declined`,
    [
      answers.map(({ person }) => people[person]),
      answers.map(({ field }) => field),
      answers.map((each) => (isSensitive(each) ? null : each.value)),
      answers.map((each) => (isSensitive(each) ? each.value : null)),
    ],
  );
}

const kept = () => house.sql('select person_id, filled, declined, answers from dossier_sum order by person_id');

const summedUp = () =>
  house.sql(
    `select person_id, string_agg(field, ',' order by field) filter (where not declined) as filled,
            string_agg(field, ',' order by field) filter (where declined) as declined,
            jsonb_object_agg(field, value)
              filter (where field in ('careAbout', 'purchasePurpose', 'intentGrade') and value is not null) as answers
       from dossier_answer group by person_id order by person_id`,
  );
