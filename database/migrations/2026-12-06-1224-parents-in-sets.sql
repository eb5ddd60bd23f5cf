-- A quarter of what PostgreSQL did for an import of owners was to look for the parents of its rows, one query of its own for each
-- row and foreign key. The keys stay as they are declared, with all they do when a key changes or a parent goes; only that
-- the parents of new rows are there is asked once for all rows of a statement, under the same lock.

create function scope.check_parents_in_sets(child regclass) returns void language plpgsql set search_path = ''
as $$
declare
  checks text;
  each_new name;
begin
  -- Only a superuser may exchange what PostgreSQL made itself; elsewhere it goes on asking for each row.
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then return; end if;

  select string_agg(format($check$
  if exists (
    select from (select distinct %1$s from added where (%1$s) is not null) asked
     where not exists (select from %2$s parent where (%3$s) = (%4$s) for key share)
  ) then
    raise exception 'new rows of %5$s refer to rows of %2$s that are not there'
      using errcode = 'foreign_key_violation', schema = %6$L, table = %7$L, constraint = %8$L;
  end if;$check$, own.names, key.confrelid::regclass, theirs.names, asked.names, child, home.nspname, it.relname, key.conname), '')
    into strict checks
    from pg_catalog.pg_constraint key
    join pg_catalog.pg_class it on it.oid = key.conrelid
    join pg_catalog.pg_namespace home on home.oid = it.relnamespace
   cross join lateral (
     select string_agg(quote_ident(attname), ', ' order by place) as names
       from unnest(key.conkey) with ordinality part (attnum, place)
       join pg_catalog.pg_attribute using (attnum) where attrelid = key.conrelid
   ) own
   cross join lateral (
     select string_agg('parent.' || quote_ident(attname), ', ' order by place) as names
       from unnest(key.confkey) with ordinality part (attnum, place)
       join pg_catalog.pg_attribute using (attnum) where attrelid = key.confrelid
   ) theirs
   cross join lateral (
     select string_agg('asked.' || quote_ident(attname), ', ' order by place) as names
       from unnest(key.conkey) with ordinality part (attnum, place)
       join pg_catalog.pg_attribute using (attnum) where attrelid = key.conrelid
   ) asked
   where key.conrelid = child and key.contype = 'f';

  execute format($function$
    create or replace function scope.%1$I() returns trigger language plpgsql security definer
    set search_path = '' set enable_seqscan = 'off' as $body$
begin%2$s
  return null;
end
$body$;
    revoke execute on function scope.%1$I() from public;
    create or replace trigger parents_are_there after insert on %3$s referencing new table as added
      for each statement execute function scope.%1$I()$function$,
    'parents_of_' || (select relname from pg_catalog.pg_class where oid = child), checks, child);

  for each_new in
    select made.tgname from pg_catalog.pg_trigger made
     where made.tgrelid = child and made.tgfoid = 'pg_catalog."RI_FKey_check_ins"'::regproc
  loop
    execute format('alter table %s disable trigger %I', child, each_new);
  end loop;
end
$$;
comment on function scope.check_parents_in_sets(regclass) is
  'Foreign keys of a table that is filled by thousands: whether the parents of new rows are there is asked once per statement. To be called again when the keys of the table change.';
revoke execute on function scope.check_parents_in_sets(regclass) from public;

select scope.check_parents_in_sets(child)
  from unnest(array['room', 'room_milestone', 'person_project', 'person_phone', 'person_identity', 'room_party', 'dossier_answer',
                    'person_search']::regclass[]) child;
