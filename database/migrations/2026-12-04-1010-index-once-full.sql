-- Adding a row to twelve indexes costs ten times what adding it to the table does. A full recompute that finds the book empty puts
-- them aside, fills it, and builds them once: a sorted build costs a fifth. Meanwhile readers see the same rows under the same
-- policies, only slower, and whoever writes waits for nothing but the building.

create table index_put_aside (
  name       text primary key,
  definition text not null
);
comment on table index_put_aside is
  'Indexes of customer_fact to be built once the book is full. Put aside and remembered in one transaction, so that whoever finds one here after a crash builds it.';
revoke all on index_put_aside from yilu_app;

create function segments.put_indexes_aside() returns boolean
language plpgsql security definer set search_path = '' set lock_timeout = '3s'
as $$
declare
  aside record;
begin
  lock table public.customer_fact in access exclusive mode;
  if exists (select from public.customer_fact) then
    return false;
  end if;
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
  'If the book is empty, drops the indexes that only its readers need and remembers them; answers whether it was.';

create function segments.build_indexes() returns int
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
  return built;
end
$$;
comment on function segments.build_indexes() is
  'Builds the indexes that were put aside. A migration that changes an index of customer_fact asks for this first.';
