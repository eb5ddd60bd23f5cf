import type { Begin } from '@yilu/platform/server';
import { inTransaction, newId } from '@yilu/platform/server';
import type { House } from '@yilu/platform/testing';

export const someone = '00000000-0000-0000-0000-00000000beef';

/** Rows of the neighbours, written as their owner: these tests are about what segments make of them. */
export function estate(house: House) {
  const { sql } = house;

  const person = async (projectId: string, given: Partial<PersonGiven> = {}): Promise<string> => {
    const id = given.id ?? newId();
    const at = given.registeredAt ?? '2026-01-05T02:00:00Z';
    const name = given.name ?? '许静安';
    await sql(
      `insert into person (id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, entered_at, registered_by)
       values ($1, 'natural', $2, $2, $3, 'x', null, $4::date, coalesce($5::int, extract(year from $4::date)), $6, $6, $7)
       on conflict do nothing`,
      [id, name, given.pinyin ?? 'xujingan', given.bornOn ?? null, given.birthYear ?? null, at, someone],
    );
    await sql(
      'insert into person_project (person_id, project_id, registered_at, registered_by) values ($1, $2, $3, $4)',
      [id, projectId, at, someone],
    );
    if (given.phone) {
      await sql(
        `insert into person_phone (id, person_id, number, kind, is_primary, added_at) values ($1, $2, $3, 'mobile', true, $4)`,
        [newId(), id, given.phone, at],
      );
    }
    await sql('select customers.refresh_search(array[$1::uuid])', [id]);
    return id;
  };

  const room = async (projectId: string, number: string, bedrooms = 3): Promise<string> => {
    const id = newId();
    await sql(
      `insert into room (id, project_id, kind, number, code, display_code, display_name, sort_key, bedrooms, created_at)
       values ($1, $2, 'RESIDENCE', $3, $3, $3, $3, lpad($3, 12, '0'), $4, '2026-01-01')`,
      [id, projectId, number, bedrooms],
    );
    return id;
  };

  return {
    person,
    room,
    milestone: (projectId: string, roomId: string, kind: string, on: string) =>
      sql(
        `insert into room_milestone (id, room_id, project_id, kind, reached_on, entered, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, true, $6, '2026-01-01')`,
        [newId(), roomId, projectId, kind, on, someone],
      ),
    party: async (
      projectId: string,
      roomId: string,
      personId: string,
      role: string,
      startedOn: string | null = null,
    ) => {
      await sql(
        `insert into room_party (id, room_id, project_id, person_id, role, started_on) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), roomId, projectId, personId, role, startedOn],
      );
      await sql('select customers.refresh_search(array[$1::uuid])', [personId]);
    },
    visit: (projectId: string, personId: string, at: string, kind = 'VISIT_IN') =>
      sql(
        `insert into interaction (id, project_id, person_id, side, kind, reacted, counted, contacted_at, entered_at, parts, recorded_by,
           written_at)
         values ($1, $2, $3, 'developer', $5, true, true, $4, $4, '{}', $6, $4)`,
        [newId(), projectId, personId, at, kind, someone],
      ),
    signed: async (projectId: string, personId: string, amountFen: number, on: string, roomId: string) => {
      const id = newId();
      await sql(
        `insert into deal (id, project_id, room_id, state, amount_fen, signed_on, created_by, created_at, changed_at)
         values ($1, $2, $3, 'CONTRACT_SIGNED', $4, $5, $6, '2026-01-01', '2026-01-01')`,
        [id, projectId, roomId, amountFen, on, someone],
      );
      await sql('insert into deal_buyer (deal_id, person_id, position) values ($1, $2, 1)', [id, personId]);
      return id;
    },
    /** Somebody in talks, without a day of their own: what counts is when they pay. */
    intends: async (projectId: string, personId: string) => {
      const id = newId();
      await sql(
        `insert into deal (id, project_id, state, created_by, created_at, changed_at)
         values ($1, $2, 'INTENTION_PAID', $3, '2026-01-01', '2026-01-01')`,
        [id, projectId, someone],
      );
      await sql('insert into deal_buyer (deal_id, person_id, position) values ($1, $2, 1)', [id, personId]);
      return id;
    },
    paid: (dealId: string, kind: string, on: string) =>
      sql('insert into deal_payment (id, deal_id, kind, amount_fen, received_on) values ($1, $2, $3, 5000000, $4)', [
        newId(),
        dealId,
        kind,
        on,
      ]),
    answer: (personId: string, field: string, value: unknown, on = '2026-01-01') =>
      sql(
        `insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
         values ($1, $2, 'both', $3, false, $4, $5::date + time '10:00+08', 'staff')
         on conflict (person_id, field) do update set value = excluded.value, answered_at = excluded.answered_at`,
        [personId, field, JSON.stringify(value), someone, on],
      ),
    entrust: (projectId: string, staffId: string, kind: 'person' | 'room', subjectId: string) =>
      sql(
        `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
         values ($1, $2, $3, $4, $5, '2026-01-01', $6)`,
        [newId(), staffId, kind, subjectId, projectId, someone],
      ),
  };
}

interface PersonGiven {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly phone: string;
  readonly bornOn: string;
  readonly birthYear: number;
  readonly registeredAt: string;
}

/** Transactions as the system, for what the clock and jobs do. */
export function begin(house: House): Begin {
  return (act) => inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, act);
}
