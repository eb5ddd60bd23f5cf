import type { Client } from 'pg';

/** One schema's functions, views and policies as text to read. */
interface CurrentSql {
  readonly schema: string;
  readonly sql: string;
}

const heading = `-- Written by \`npm run db:schema\` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.
`;

/**
 * Many a migration gives a function a new text, so no migration shows what it says today. This does, and a change of one shows
 * as a difference of its lines.
 */
export async function currentSql(client: Client): Promise<CurrentSql[]> {
  const { rows } = await client.query<CurrentSql>(`
    with own_schema as (
      select oid, nspname as schema
        from pg_namespace
       where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'pgboss', 'migrations')
    ),
    piece as (
      select schema, 'function' as kind, proname as name, pg_get_function_identity_arguments(f.oid) as further,
             pg_get_functiondef(f.oid) || ';' as text, obj_description(f.oid, 'pg_proc') as comment
        from pg_proc f
        join own_schema s on s.oid = f.pronamespace
       where f.prokind in ('f', 'p')
         and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
      union all
      select schema, 'view', relname, '',
             format(E'create view %I.%I as\\n%s', schema, relname, pg_get_viewdef(v.oid)), obj_description(v.oid, 'pg_class')
        from pg_class v
        join own_schema s on s.oid = v.relnamespace
       where v.relkind = 'v'
         and not exists (select from pg_depend d where d.objid = v.oid and d.deptype = 'e')
      union all
      select schema, 'policy', relname, polname,
             format(E'create policy %I on %I.%I for %s', polname, schema, relname,
                    case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                                when 'd' then 'delete' else 'all' end)
               || coalesce(E'\\n  using (' || pg_get_expr(polqual, polrelid) || ')', '')
               || coalesce(E'\\n  with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '') || ';',
             obj_description(p.oid, 'pg_policy')
        from pg_policy p
        join pg_class t on t.oid = p.polrelid
        join own_schema s on s.oid = t.relnamespace
    )
    select schema,
           string_agg(coalesce('-- ' || replace(comment, E'\\n', E'\\n-- ') || E'\\n', '') || text, E'\\n\\n'
                      order by array_position(array['function', 'view', 'policy'], kind), name, further) as sql
      from piece
     group by schema
     order by schema`);
  return rows.map(({ schema, sql }) => ({ schema, sql: `${heading}\n${sql.replaceAll(/[ \t]+$/gm, '')}\n` }));
}
