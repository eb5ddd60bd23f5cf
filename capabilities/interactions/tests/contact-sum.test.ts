import { newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

// What labels need of contacts is kept as contacts come and go: it must always be what a count would say.

let house: House;
let projects: string[];
let people: string[];
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings], at: '2026-11-22T02:00:00Z' });
  projects = [await house.project('澜山府'), await house.project('望江台')];
  people = [newId(), newId(), newId()];
  for (const id of people) {
    await house.sql(
      `insert into person (id, kind, name, name_key, pinyin, initials, registered_at, entered_at, registered_by)
       values ($1, 'natural', '何雨桐', '何雨桐', 'heyutong', 'hyt', now(), now(), $1)`,
      [id],
    );
  }
});
afterAll(() => house.close());

const which = { person: fc.nat(2), project: fc.nat(1) };
const kind = fc.constantFrom('CALL_IN', 'VISIT_IN', 'CALL_OUT', 'WECHAT');
const contact = fc.record({
  ...which,
  kind,
  counted: fc.boolean(),
  at: fc.integer({ min: 0, max: 9_000 }).map((hours) => new Date(Date.UTC(2025, 0, 1, hours))),
});
const happening = fc.oneof(
  fc.record({ what: fc.constant('come' as const), contacts: fc.array(contact, { minLength: 1, maxLength: 5 }) }),
  fc.record({ what: fc.constant('reworded' as const) }),
  fc.record({ what: fc.constant('moved' as const), from: fc.nat(2), to: fc.nat(2) }),
  fc.record({ what: fc.constant('corrected' as const), ...which, kind }),
  fc.record({ what: fc.constant('taken back' as const), ...which, kind }),
);

test('whatever comes, moves, is corrected or taken back, the sums are what a count says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 8 }), async (story) => {
      await house.sql('delete from interaction');
      for (const event of story) await happen(event);
      expect(await kept()).toEqual(await counted());
    }),
    { numRuns: 25, seed: 20261203, endOnFailure: true },
  );
}, 60_000);

test('two who write about the same customer at once wait for each other, and both are counted', async () => {
  await house.sql('delete from interaction');
  const [one, other] = await Promise.all([connected(), connected()]);
  try {
    await one.query('begin');
    await add([visitOn(1)], one);
    const second = add([visitOn(2)], other);
    await expect.poll(waiting).toHaveLength(1);
    await one.query('commit');
    await second;
    expect(await kept()).toEqual(await counted());
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
});

test('several who write about the same customers at once, in whatever order, never wait for ever', async () => {
  await house.sql('delete from interaction');
  const writers = await Promise.all(Array.from({ length: 4 }, connected));
  try {
    const days = Array.from({ length: 12 }, (_, day) => day);
    await Promise.all(
      writers.map(async (writer, nth) => {
        for (const day of days) {
          const visits = [0, 1, 2].map((person) => visitOn(day * writers.length + nth, person));
          await add(nth % 2 === 0 ? visits : visits.reverse(), writer);
        }
      }),
    );
    expect(await counted()).toHaveLength(3);
    expect(await kept()).toEqual(await counted());
  } finally {
    await Promise.all(writers.map((writer) => writer.end()));
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

const visitOn = (day: number, person = 0): Contact => ({
  person,
  project: 0,
  kind: 'VISIT_IN',
  counted: true,
  at: new Date(Date.UTC(2026, 5, 1 + day, 3)),
});

async function happen(event: typeof happening extends fc.Arbitrary<infer One> ? One : never): Promise<void> {
  if (event.what === 'come') return add(event.contacts);
  if (event.what === 'reworded')
    await house.sql(`update interaction set parts = '{"feedback": "好"}', version = version + 1`);
  if (event.what === 'moved') {
    await house.sql('update interaction set person_id = $2 where person_id = $1', [
      people[event.from],
      people[event.to],
    ]);
  }
  if (event.what === 'corrected') {
    await house.sql(
      `update interaction set kind = $3, contacted_at = contacted_at - interval '40 hours', counted = not counted
        where person_id = $1 and project_id = $2`,
      [people[event.person], projects[event.project], event.kind],
    );
  }
  if (event.what === 'taken back') {
    await house.sql('delete from interaction where person_id = $1 and project_id = $2 and kind = $3', [
      people[event.person],
      projects[event.project],
      event.kind,
    ]);
  }
}

interface Contact {
  readonly person: number;
  readonly project: number;
  readonly kind: string;
  readonly counted: boolean;
  readonly at: Date;
}

async function add(contacts: readonly Contact[], writer?: Client): Promise<void> {
  const insert = (text: string, values: unknown[]) => (writer ? writer.query(text, values) : house.sql(text, values));
  await insert(
    `insert into interaction (id, project_id, person_id, side, kind, reacted, counted, contacted_at, entered_at, parts, recorded_by,
       written_at)
     select id, project_id, person_id, 'developer', kind, true, counted, contacted_at, contacted_at, '{}', person_id, contacted_at
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::timestamptz[])
              as given (id, project_id, person_id, kind, counted, contacted_at)`,
    [
      contacts.map(() => newId()),
      contacts.map((each) => projects[each.project]),
      contacts.map((each) => people[each.person]),
      contacts.map((each) => each.kind),
      contacts.map((each) => each.counted),
      contacts.map((each) => each.at),
    ],
  );
}

const kept = () =>
  house.sql(
    `select person_id, project_id, first_on, last_counted_on, visit_days, calls, follow_ups
       from contact_sum order by person_id, project_id`,
  );

const counted = () =>
  house.sql(
    `select person_id, project_id, min(day) as first_on, max(day) filter (where counted) as last_counted_on,
            coalesce(array_agg(day order by day) filter (where kind = 'VISIT_IN'), '{}') as visit_days,
            (count(*) filter (where kind = 'CALL_IN'))::int as calls,
            (count(*) filter (where kind not in ('CALL_IN', 'VISIT_IN')))::int as follow_ups
       from (select *, (contacted_at at time zone interval '8 hours')::date as day from interaction) each
      group by person_id, project_id order by person_id, project_id`,
  );
