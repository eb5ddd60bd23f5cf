-- An import whose tables were vacuumed while its rows were not committed yet, or had been rolled back, became slower with each row:
-- PostgreSQL took the parents for none and looked them up by an index of all homes of a project. A parent is looked up by the
-- first column of its key, whatever PostgreSQL thinks of the tables: no other comparison can use an index.

create or replace function scope.check_parents_in_sets(child regclass) returns void language plpgsql set search_path = ''
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
     where not exists (select from %2$s parent where %3$s for key share)
  ) then
    raise exception 'new rows of %4$s refer to rows of %2$s that are not there'
      using errcode = 'foreign_key_violation', schema = %5$L, table = %6$L, constraint = %7$L;
  end if;$check$, own.names, key.confrelid::regclass, same.words, child, home.nspname, it.relname, key.conname), '')
    into strict checks
    from pg_catalog.pg_constraint key
    join pg_catalog.pg_class it on it.oid = key.conrelid
    join pg_catalog.pg_namespace home on home.oid = it.relnamespace
    join pg_catalog.pg_index unique_there on unique_there.indexrelid = key.conindid
   cross join lateral (
     select string_agg(quote_ident(attname), ', ' order by place) as names
       from unnest(key.conkey) with ordinality part (attnum, place)
       join pg_catalog.pg_attribute using (attnum) where attrelid = key.conrelid
   ) own
   cross join lateral (
     -- Only the first column of the parents' key is looked up; the others of a row that was found are compared.
     select string_agg(format(case when theirs.attnum = unique_there.indkey[0] then 'parent.%I = asked.%I'
                                   else 'parent.%I is not distinct from asked.%I' end, theirs.attname, ours.attname), ' and ' order by place) as words
       from unnest(key.conkey, key.confkey) with ordinality part (own_attnum, their_attnum, place)
       join pg_catalog.pg_attribute ours on ours.attrelid = key.conrelid and ours.attnum = part.own_attnum
       join pg_catalog.pg_attribute theirs on theirs.attrelid = key.confrelid and theirs.attnum = part.their_attnum
   ) same
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

select scope.check_parents_in_sets(child)
  from unnest(array['room', 'room_milestone', 'person_project', 'person_phone', 'person_identity', 'room_party', 'dossier_answer',
                    'person_search']::regclass[]) child;
