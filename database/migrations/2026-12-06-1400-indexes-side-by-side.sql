-- The book's indexes were built by one connection while the other processor had nothing to do: a sixth of the time of a first
-- recompute. Whoever helps takes the next one that nobody builds. Workers of its own each build had before, at a higher price, since
-- they hand each other what they sorted. The history, too, is spared being cleaned and counted while the book is being filled.

create or replace function segments.put_indexes_aside() returns boolean
language plpgsql security definer set search_path = '' set lock_timeout = '3s'
as $$
declare
  aside record;
begin
  lock table public.customer_fact in access exclusive mode;
  if exists (select from public.customer_fact) then
    return false;
  end if;
  alter table public.customer_fact set (autovacuum_enabled = off);
  alter table public.label_history set (autovacuum_enabled = off);
  for aside in
    select indexname, indexdef from pg_catalog.pg_indexes
     where schemaname = 'public' and tablename = 'customer_fact' and indexname <> 'customer_fact_pkey'
  loop
    insert into public.index_put_aside values (aside.indexname, aside.indexdef);
    execute format('drop index public.%I', aside.indexname);
  end loop;
  return true;
exception when lock_not_available then
  -- Somebody reads the book at length: it is filled as ever.
  return false;
end
$$;
comment on function segments.put_indexes_aside() is
  'If the book is empty, drops the indexes that only its readers need, remembers them and keeps autovacuum off; answers whether it was.';

create function segments.build_next_index() returns boolean
language plpgsql security definer set search_path = '' set max_parallel_maintenance_workers = 0
as $$
declare
  aside record;
begin
  delete from public.index_put_aside
   where name = (select each.name from public.index_put_aside each order by each.name limit 1 for update skip locked)
  returning definition into aside;
  if not found then
    return false;
  end if;
  execute aside.definition;
  return true;
end
$$;
comment on function segments.build_next_index() is
  'Builds one of the indexes that were put aside and that nobody else is building; answers whether there was one.';

-- A third as fine as the counts that autovacuum takes from then on: nothing else goes on while this one is taken.
create function segments.end_filling() returns void
language plpgsql security definer set search_path = '' set default_statistics_target = 30
as $$
begin
  if exists (select from public.index_put_aside)
     or not exists (select from pg_catalog.pg_class where oid = 'public.customer_fact'::regclass and 'autovacuum_enabled=off' = any (reloptions)) then
    return;
  end if;
  alter table public.customer_fact reset (autovacuum_enabled);
  alter table public.label_history reset (autovacuum_enabled);
  analyze public.customer_fact;
end
$$;
comment on function segments.end_filling() is
  'Once no index is put aside any more, lets autovacuum in again and counts the book, so that whoever reads next is planned for by what is there.';

create or replace function segments.build_indexes() returns int
language plpgsql security definer set search_path = ''
as $$
declare
  built int := 0;
begin
  while segments.build_next_index() loop
    built := built + 1;
  end loop;
  perform segments.end_filling();
  return built;
end
$$;
comment on function segments.build_indexes() is
  'Builds all that was put aside, by one connection. A migration that changes an index of customer_fact asks for this first.';
