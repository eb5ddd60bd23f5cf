-- A night ranked the signed amounts of every project, half of its time at a million people, although deals had changed in few.

create view sales_published.deal_change with (security_invoker = true) as
  select project_id, changed_at from deal;
comment on view sales_published.deal_change is 'When deals of a project were last made or changed, for those who derive from them.';
grant select on sales_published.deal_change to yilu_app;

comment on column value_scale.computed_at is 'When the project was last ranked, whether its scale differed or not.';

create function segments.deals_changed() returns table (project_id uuid, changed_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  select project.id, last.changed_at
    from unnest(scope.projects()) project (id)
   cross join lateral (select change.changed_at from sales_published.deal_change change
                        where change.project_id = project.id order by change.changed_at desc limit 1) last
$$;
comment on function segments.deals_changed() is 'The latest change of a deal in each project of the scope that has one.';
