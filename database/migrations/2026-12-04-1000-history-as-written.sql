-- Of a first recompute a quarter of what history costs was reading its reasons through once more, to see that they are JSON: they
-- are written by the rules alone, by the million, and read by the person. Another part was asking the index first whether somebody's
-- labels had changed twice within one instant, which next to nobody's have.

drop view label_change;
alter table label_history alter column reasons type text;
comment on column label_history.reasons is 'JSON, a list per label, kept short (rules/kept-reasons.ts); no personal data beyond days, amounts, counts and ages.';
create view label_change with (security_invoker = true) as
select history.project_id, history.person_id, each.label, history.changed_at, each.before, each.after,
       history.reasons::json -> (each.nth - 1)::int as reasons
  from label_history history
 cross join lateral unnest(history.labels, history.before, history.after) with ordinality as each (label, before, after, nth);
comment on view label_change is 'One row per change of one label.';
grant select on label_change to yilu_app;

create or replace function segments.write_history(
  at timestamptz, places int[], labels text[], before text[], after text[], reasons text[]
) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = off
as $$
begin
  insert into public.label_history (person_id, project_id, changed_at, labels, before, after, reasons)
  select fresh.person_id, fresh.project_id, at, changed.labels::text[], changed.before::text[], changed.after::text[], changed.reasons
    from unnest(places, labels, before, after, reasons) as changed (place, labels, before, after, reasons)
    join pg_temp.put_down fresh on fresh.place = changed.place;
exception when unique_violation then
  -- A label that changes twice within one instant changed once, from what it was before.
  insert into public.label_history as known (person_id, project_id, changed_at, labels, before, after, reasons)
  select fresh.person_id, fresh.project_id, at, changed.labels::text[], changed.before::text[], changed.after::text[], changed.reasons
    from unnest(places, labels, before, after, reasons) as changed (place, labels, before, after, reasons)
    join pg_temp.put_down fresh on fresh.place = changed.place
  on conflict (person_id, project_id, changed_at) do update set (labels, before, after, reasons) = (
    select array_agg(coalesce(old.label, new.label) order by coalesce(old.nth, 9), new.nth),
           array_agg(case when old.label is null then new.before else old.before end order by coalesce(old.nth, 9), new.nth),
           array_agg(case when new.label is null then old.after else new.after end order by coalesce(old.nth, 9), new.nth),
           json_agg(coalesce(excluded.reasons::json -> (new.nth - 1)::int, known.reasons::json -> (old.nth - 1)::int)
                    order by coalesce(old.nth, 9), new.nth)::text
      from unnest(known.labels, known.before, known.after) with ordinality as old (label, before, after, nth)
      full join unnest(excluded.labels, excluded.before, excluded.after) with ordinality as new (label, before, after, nth)
        on new.label = old.label);
end
$$;

create or replace function segments.remove_gone(people uuid[], at timestamptz) returns void
language sql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with gone as (
    delete from public.customer_fact fact
     where fact.person_id = any (people) and fact.project_id = any (scope.projects())
       and not exists (select from customers_published.person_project link
                        where link.person_id = fact.person_id and link.project_id = fact.project_id)
    returning fact.*
  ), carried as (
    select gone.person_id, gone.project_id, array_agg(each.label) as labels, array_agg(each.value) as before,
           array_agg(null::text) as after, json_agg('[]'::json)::text as reasons
      from gone
     cross join lateral (values ('lifecycle', gone.lifecycle), ('value', gone.value), ('activity', gone.activity),
                                ('completeness', gone.completeness::text)) as each (label, value)
     where each.value is not null
     group by gone.person_id, gone.project_id
  )
  insert into public.label_history as known (person_id, project_id, changed_at, labels, before, after, reasons)
  select carried.person_id, carried.project_id, remove_gone.at, carried.labels, carried.before, carried.after, carried.reasons
    from carried
  -- What came and went within one instant is kept as gone.
  on conflict (person_id, project_id, changed_at) do update
    set labels = excluded.labels, before = excluded.before, after = excluded.after, reasons = excluded.reasons;
  delete from public.label_history history
   where history.person_id in (select each.id from unnest(people) each (id) where not exists (select from public.person where person.id = each.id));
$$;

-- What no question narrows or orders by needs no statistics: the book was counted anew every twenty seconds while it was filled, two
-- seconds of a processor each time.
alter table label_history alter column labels set statistics 0, alter column before set statistics 0,
  alter column after set statistics 0, alter column reasons set statistics 0;
alter table customer_fact
  alter column room_ids set statistics 0, alter column phone set statistics 0, alter column next_task set statistics 0,
  alter column fingerprint set statistics 0, alter column judged_on set statistics 0, alter column lifecycle_until set statistics 0,
  alter column value_until set statistics 0, alter column completeness_until set statistics 0;
