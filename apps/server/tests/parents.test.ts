import { openDatabase, type TestDatabase } from '@yilu/platform/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Tables that are filled by thousands ask for the parents of new rows once per statement (scope.check_parents_in_sets); what the
// database refuses is the same.

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await database.sql(`
    insert into company_node (id, kind, name) values ('${id(0)}', 'group', '远山集团');
    insert into company_node (id, kind, parent_id, name) values ('${id(1)}', 'project', '${id(0)}', '云栖里');
    insert into phase (id, project_id, name, code) values ('${id(2)}', '${id(1)}', '一期', '01');
    insert into building (id, project_id, phase_id, code, name) values ('${id(3)}', '${id(1)}', '${id(2)}', '3', '3栋');
    insert into building_unit (id, project_id, building_id, code, name) values ('${id(4)}', '${id(1)}', '${id(3)}', '1', '1单元');
    insert into room (id, project_id, phase_id, building_id, unit_id, kind, number, code, display_code, display_name, sort_key, created_at)
    values ('${id(5)}', '${id(1)}', '${id(2)}', '${id(3)}', '${id(4)}', 'RESIDENCE', '101', '3-1-101', '3-1-101', '3栋1单元101', '3', now());
    insert into room_milestone (id, room_id, project_id, kind, reached_on, entered, recorded_by, recorded_at)
    values ('${id(6)}', '${id(5)}', '${id(1)}', 'SIGNED', '2026-01-01', false, '${id(0)}', now());
    insert into person (id, kind, name, name_key, pinyin, initials, registered_at, registered_by, entered_at)
    values ('${id(7)}', 'natural', '李娜', '李娜', 'lina', 'ln', now(), '${id(0)}', now());
    insert into person_project (person_id, project_id, registered_at, registered_by) values ('${id(7)}', '${id(1)}', now(), '${id(0)}');
    insert into person_phone (id, person_id, number, kind, is_primary, added_at) values ('${id(8)}', '${id(7)}', '13800138001', 'mobile', true, now());
    insert into person_identity (person_id, kind, encrypted, hash) values ('${id(7)}', 'idCard', 'k1.a.b.c', 'h');
    insert into room_party (id, room_id, project_id, person_id, role) values ('${id(9)}', '${id(5)}', '${id(1)}', '${id(7)}', 'owner');
    insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
    values ('${id(7)}', 'remark', 'both', '"x"', false, '${id(0)}', now(), 'staff');
    insert into person_search (person_id, words) values ('${id(7)}', ' 李娜');`);
});
afterAll(() => database?.drop());

test('a row whose parent is not there is refused by every key that is asked for in sets', async () => {
  const keys = await keysInSets();
  expect(keys.map(({ name }) => name)).toEqual(expect.arrayContaining(['room_party_room_id_project_id_fkey']));
  expect(keys).toHaveLength(13);
  for (const { name, child, column } of keys) {
    const orphan = `
      insert into ${child}
      select (jsonb_populate_record(there, to_jsonb(there)
                || jsonb_build_object('id', gen_random_uuid(), 'number', '10200', '${column}', gen_random_uuid()))).*
        from ${child} there`;
    await expect(database.sql(orphan), name).rejects.toMatchObject({ code: '23503', table: child });
  }
});

test('each key that PostgreSQL does not look at row by row is looked at in sets', async () => {
  const unguarded = await database.sql(`
    select key.conname from pg_constraint key
      join pg_trigger made on made.tgconstraint = key.oid and made.tgenabled = 'D'
     where not exists (select from pg_trigger guard
                        where guard.tgrelid = key.conrelid and guard.tgname = 'parents_are_there' and guard.tgenabled = 'O'
                          and pg_get_functiondef(guard.tgfoid) like '%' || quote_literal(key.conname) || '%')`);
  expect(unguarded).toEqual([]);
});

test('a parent cannot go while the transaction that gave it a child is open, nor be without its children afterwards', async () => {
  const [adding, removing] = [new Client(database.url), new Client(database.url)];
  await Promise.all([adding.connect(), removing.connect()]);
  try {
    await adding.query('begin');
    await adding.query(
      `insert into room_milestone (id, room_id, project_id, kind, reached_on, entered, recorded_by, recorded_at)
       values ('${id(10)}', '${id(5)}', '${id(1)}', 'FILED', '2026-01-02', false, '${id(0)}', now())`,
    );
    await removing.query(`set lock_timeout = '200ms'`);
    await expect(removing.query(`delete from room where id = '${id(5)}'`)).rejects.toMatchObject({ code: '55P03' });
    await adding.query('commit');
    await expect(removing.query(`delete from room where id = '${id(5)}'`)).rejects.toMatchObject({ code: '23503' });
    await removing.query(`delete from room_party where room_id = '${id(5)}'`);
    await removing.query(`delete from room where id = '${id(5)}'`);
    expect(await database.sql(`select from room_milestone where room_id = '${id(5)}'`)).toEqual([]);
  } finally {
    await Promise.all([adding.end(), removing.end()]);
  }
});

interface Key {
  readonly name: string;
  readonly child: string;
  readonly column: string;
}

function keysInSets(): Promise<Key[]> {
  return database.sql<Key>(`
    select key.conname as name, key.conrelid::regclass::text as child, first.attname as column
      from pg_constraint key
      join pg_trigger made on made.tgconstraint = key.oid and made.tgenabled = 'D'
      join pg_attribute first on first.attrelid = key.conrelid and first.attnum = key.conkey[1]
     order by 2, 1`);
}

function id(n: number): string {
  return `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
