import { addDays, type Day, day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAll, recomputeDue, recomputeMarked, segments } from '../server/index.ts';
import { rank } from '../server/rank.ts';
import { recompute } from '../server/recompute.ts';
import { mark } from '../store/marks.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate, someone } from './estate.ts';

// Issue 2 §8: a streaming recompute equals one by one equals everybody at once.

let house: House;
let today: Day = day('2026-11-22');
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, segments], at: '2026-11-22T02:00:00Z' });
});
afterAll(() => house.close());

const people = 9;
const who = fc.nat(people - 1);
/** What may happen to somebody on a day so many before today. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('visit' as const), who, daysAgo: fc.nat(400) }),
  fc.record({ what: fc.constant('purpose' as const), who, value: fc.subarray(['UPGRADE', 'INVESTMENT', 'HOLIDAY']) }),
  fc.record({ what: fc.constant('home' as const), who, daysAgo: fc.nat(1_500), isHandedOver: fc.boolean() }),
  fc.record({
    what: fc.constant('deal' as const),
    who,
    daysAgo: fc.nat(1_500),
    million: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    what: fc.constant('payment' as const),
    who,
    daysAgo: fc.nat(400),
    kind: fc.constantFrom('INTENTION', 'INSTALMENT', 'LOAN'),
  }),
  fc.record({ what: fc.constant('gone' as const), who, daysAgo: fc.nat(30) }),
  fc.record({ what: fc.constant('entrusted' as const), who }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
/** What the house does between: works off a few by hand, works off the marks, or lets nights pass. */
const between = fc.oneof(
  fc.record({ way: fc.constant('some' as const), some: fc.uniqueArray(who, { minLength: 1, maxLength: 4 }) }),
  fc.record({ way: fc.constant('marked' as const) }),
  fc.record({ way: fc.constant('nights' as const), nights: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ way: fc.constant('nothing' as const) }),
);

const own = (work: Work) => work as Work<Tables>;

test('whatever the order of events and pieces, the book reads as if everybody had been reckoned at once', async () => {
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(happening, between), { minLength: 1, maxLength: 14 }), async (story) => {
      const project = await house.project(`第${++nth}期`);
      const ids = await population(project);
      await begin(house)((work) => markAll(own(work)));
      await recomputeMarked(begin(house));

      for (const [event, pause] of story) {
        await happen(project, ids, event);
        await passes(ids, pause);
      }
      await recomputeMarked(begin(house));
      const streamed = await bookOf(project);
      for (const id of ids) {
        const facts = await gathered(id);
        expect(facts?.one).toContain(id);
        expect(facts?.one).toBe(facts?.many);
      }

      await house.sql('delete from customer_fact where project_id = $1', [project]);
      await begin(house)((work) => markAll(own(work)));
      await recomputeMarked(begin(house));
      expect(streamed).toEqual(await bookOf(project));
      expect(await lastInHistory(project)).toEqual(await labelsInBook(project));
    }),
    { numRuns: 12, seed: 20261122, endOnFailure: true },
  );
}, 120_000);

test('what asks about one person is made of the texts that ask about many', async () => {
  const made = () => house.sql("select proname, prosrc from pg_proc where proname like '%\\_one' order by proname");
  const before = await made();
  await house.sql('select segments.make_facts_of_one()');
  expect(await made()).toEqual(before);
});

/** The facts of somebody as a look at one person gathers them, and as a piece of a recompute does: judged anew, with the labels that stand behind them. */
function gathered(id: string): Promise<{ one: string | null; many: string | null } | undefined> {
  return begin(house)(async ({ db }) => {
    const { rows } = await sql<{ one: string | null; many: string | null }>`
      select (select string_agg(line, ' ' order by line) from segments.lines_of_one(${id}, ${today}::date) line) as one,
             (select string_agg(regexp_replace(line, '(\\t[^\\t]*){4}$', ''), ' ' order by line)
                from segments.put_down(array[${id}]::uuid[], ${today}::date, scope.projects(), array_fill(-1::bigint, array[cardinality(scope.projects())])) lines
               cross join string_to_table(lines, E'\\n') line) as many`.execute(db);
    return rows[0];
  });
}

async function population(project: string): Promise<string[]> {
  const made = estate(house);
  const ids: string[] = [];
  for (let index = 0; index < people; index += 1)
    ids.push(
      await made.person(project, {
        name: `客户${index}`,
        birthYear: 1960 + index * 5,
        phone: `1390000${1000 + index}`,
      }),
    );
  return ids;
}

async function happen(project: string, ids: readonly string[], event: Happening): Promise<void> {
  const made = estate(house);
  const id = ids[event.who] ?? '';
  const ago = 'daysAgo' in event ? addDays(today, -event.daysAgo) : today;
  const number = `${1 + (roomsMade % 9)}-1-${100 + roomsMade}`;
  roomsMade += 1;
  if (event.what === 'visit') await made.visit(project, id, `${ago}T03:00:00Z`);
  if (event.what === 'purpose') await made.answer(id, 'purchasePurpose', event.value);
  if (event.what === 'entrusted') await made.entrust(project, someone, 'person', id).catch(() => {});
  if (event.what === 'gone') {
    await house.sql(
      `insert into giving_up (project_id, person_id, given_up_on, reason, recorded_by, recorded_at)
       values ($1, $2, $3, '不再考虑', $4, now()) on conflict do nothing`,
      [project, id, ago, someone],
    );
  }
  if (event.what === 'home') {
    const room = await made.room(project, number);
    await made.party(project, room, id, 'owner', ago);
    if (event.isHandedOver) await made.milestone(project, room, 'HANDED_OVER', ago);
  }
  if (event.what === 'payment') await made.paid(await made.intends(project, id), event.kind, ago);
  await begin(house)((work) => mark(own(work).db, [id]));
  if (event.what === 'deal') {
    await made.signed(project, id, event.million * 100_000_000, ago, await made.room(project, number));
    await begin(house)((work) => rank(own(work), [project]));
  }
}
let roomsMade = 0;

async function passes(ids: readonly string[], pause: typeof between extends fc.Arbitrary<infer One> ? One : never) {
  if (pause.way === 'some') {
    const some = pause.some.map((one) => ids[one] ?? '');
    await begin(house)((work) => recompute(own(work), some));
  }
  if (pause.way === 'marked') await recomputeMarked(begin(house));
  if (pause.way === 'nights') {
    today = addDays(today, pause.nights);
    house.setClock(`${today}T02:00:00Z`);
    await recomputeDue(begin(house));
  }
}

/** All of it but what says from which facts and when it was judged. */
const bookOf = (project: string) =>
  house.sql<{ row: unknown }>(
    `select to_jsonb(fact) - 'fingerprint' - 'judged_on' as row from customer_fact fact
      where project_id = $1 order by person_id`,
    [project],
  );

const labelsInBook = (project: string) =>
  house.sql(
    `select person_id, lifecycle, value, activity, completeness::text from customer_fact where project_id = $1 order by person_id`,
    [project],
  );

const lastInHistory = (project: string) =>
  house.sql(
    `select person_id, max(after) filter (where label = 'lifecycle') as lifecycle, max(after) filter (where label = 'value') as value,
            max(after) filter (where label = 'activity') as activity, max(after) filter (where label = 'completeness') as completeness
       from (select distinct on (person_id, label) person_id, label, after from label_change
              where project_id = $1 order by person_id, label, changed_at desc) latest
      group by person_id order by person_id`,
    [project],
  );
