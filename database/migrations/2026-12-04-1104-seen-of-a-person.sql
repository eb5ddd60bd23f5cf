-- Where a person stands in the book, with all that judging their labels there takes, asked once for this person; the plan is kept.
create function segments.projects_of_person(asked uuid)
returns table (project_id uuid, name text, top_cut_fen bigint, percentiles_fen bigint[], since json)
language plpgsql stable security definer rows 2 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
#variable_conflict use_column
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
  is_theirs constant boolean := not own or customers.is_mine(asked);
begin
  return query
    select fact.project_id, coalesce(project.name, '') as name, scale.top_cut_fen, scale.percentiles_fen,
           (select json_object_agg(latest.label, latest.since)
              from (select label, max(change.changed_at) as since
                      from public.label_history change cross join lateral unnest(change.labels) label
                     where change.project_id = fact.project_id and change.person_id = fact.person_id and is_theirs
                     group by label) latest)
      from public.customer_fact fact
      left join settings_published.project project on project.id = fact.project_id
      left join public.value_scale scale on scale.project_id = fact.project_id
     where fact.person_id = asked and fact.project_id = any (projects)
       -- As the policy of the book: a person of one's own, or a home of one's own.
       and (not own or exists (select from scope.own_subjects() subject where subject = any (fact.room_ids) or subject = fact.person_id))
     order by name, fact.project_id
     limit 200;
end
$$;
comment on function segments.projects_of_person(uuid) is
  'The projects in which this person stands in the book, as its policy would show them, since when each label has its value there, and how the project ranks amounts.';
revoke execute on function segments.projects_of_person(uuid) from public;
grant execute on function segments.projects_of_person(uuid) to yilu_app;
