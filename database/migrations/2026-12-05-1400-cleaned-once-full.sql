-- While an empty book is being filled, autovacuum cleans and counts it every twenty seconds, though nothing in it is ever dead and
-- the count is out of date at once: a twelfth of all processor time. It waits, as the indexes do, until the book is full; the
-- count is then made here, so that whoever reads next is planned for by what is there.

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

create or replace function segments.build_indexes() returns int
language plpgsql security definer set search_path = ''
as $$
declare
  aside record;
  built int := 0;
begin
  for aside in delete from public.index_put_aside returning name, definition loop
    execute aside.definition;
    built := built + 1;
  end loop;
  if built > 0 then
    alter table public.customer_fact reset (autovacuum_enabled);
    analyze public.customer_fact;
  end if;
  return built;
end
$$;
comment on function segments.build_indexes() is
  'Builds the indexes that were put aside and lets autovacuum in again. A migration that changes an index of customer_fact asks for this first.';
