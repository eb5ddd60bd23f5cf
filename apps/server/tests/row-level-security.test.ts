import { openDatabase, type TestDatabase } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The database is the last guard: what it refuses, no forgotten check can leak.

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database?.drop());

const names = async (query: string) => (await database.sql<{ name: string }>(query)).map(({ name }) => name);

/** Tables of settings that everybody who is signed in may read: nothing in them is about a person or a project's customers. */
const open =
  /^(company_node|parameter|choice|dictionary|calendar|holiday|working_|site_|role|permission|rate_window|person_key|migration|import_heading|import_staff_name|mapping)/;

/** Ids only, drained by the recompute; written by whoever changed something, before anybody looks at who it is about. */
const marks = ['customer_mark'];
/** Read and written by functions only. */
const closed = ['person_search', 'contact_sum', 'dossier_sum'];

test('every table that belongs to a project or a person is under row-level security', async () => {
  const bare = await names(`
    select distinct c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and not c.relrowsecurity
       and a.attname in ('project_id', 'person_id', 'customer_id', 'room_id', 'staff_id', 'account_id')
     order by 1`);
  expect(bare.filter((name) => !open.test(name) && !marks.includes(name))).toEqual([]);
});

test('row-level security without a policy would hide everything from everybody', async () => {
  expect(
    await names(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid)`),
  ).toEqual(closed);
});

test('the application owns nothing and cannot pass the policies', async () => {
  expect(await names(`select relname as name from pg_class where relowner = 'yilu_app'::regrole`)).toEqual([]);
  expect(
    await database.sql(`select rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = 'yilu_app'`),
  ).toEqual([{ rolbypassrls: false, rolsuper: false, rolcanlogin: false }]);
});

test('published views look with the eyes of the asker', async () => {
  const blind = await names(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
       and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}' and not coalesce(c.reloptions, '{}') @> '{security_invoker=on}'`);
  expect(blind).toEqual([]);
});

test('a function that sees more than its caller fixes its search path and is not open to everybody', async () => {
  const loose = await names(`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
       and not exists (select from unnest(coalesce(p.proconfig, '{}')) as setting where setting like 'search_path=%')`);
  expect(loose).toEqual([]);
});
