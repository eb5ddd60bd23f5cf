-- A first list of subscriptions became slower with each row: PostgreSQL, whose figures for deals were taken while none was committed,
-- went through all of them for each batch. A deal of a source is looked up by the source's number, whatever PostgreSQL thinks of
-- the table: no other comparison can use an index.
drop index deal_by_source;
create unique index deal_by_source on deal (source_key, project_id) where source_key is not null;

create function sales.imported_earlier(projects uuid[], source_keys text[]) returns setof public.deal
language sql stable security definer
set search_path = '' set enable_seqscan = 'off' set plan_cache_mode = 'force_custom_plan'
as $$
  select deal.*
    from unnest(projects, source_keys) as given (project_id, source_key)
   -- One by one (offset 0): else all deals are read and compared with every number asked for.
   cross join lateral (
     select * from public.deal where source_key = given.source_key and project_id is not distinct from given.project_id offset 0
   ) deal
   where given.project_id = any (scope.projects())
     and 'developer' = any (scope.sides())
     and (not scope.own_only() or deal.consultant_id = scope.actor() or deal.created_by = scope.actor()
          or deal.id in (select sales_published.deals_of_my_people()))
$$;
comment on function sales.imported_earlier(uuid[], text[]) is 'Deals within reach that these numbers of their source made before.';
