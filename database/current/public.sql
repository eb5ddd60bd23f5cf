-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

CREATE OR REPLACE FUNCTION public.settings_node_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update company_node set parent_id = parent_id where parent_id = new.id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.settings_node_path()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.path := coalesce((select above.path from company_node above where above.id = new.parent_id), '{}') || new.id;
  if array_length(new.path, 1) > 8 or new.id = any (new.path[:array_length(new.path, 1) - 1]) then
    raise exception 'a company cannot stand below itself' using errcode = 'check_violation';
  end if;
  return new;
end
$function$
;

-- One row per change of one label.
create view public.label_change as
 SELECT history.project_id,
    history.person_id,
    each.label,
    history.changed_at,
    each.before,
    each.after,
    ((history.reasons)::json -> ((each.nth - 1))::integer) AS reasons
   FROM (label_history history
     CROSS JOIN LATERAL UNNEST(history.labels, history.before, history.after) WITH ORDINALITY each(label, before, after, nth));

create policy anybody_adds on public.audit_entry for insert
  with check (true);

create policy in_scope on public.audit_entry for select
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) OR ((project_id IS NULL) AND (( SELECT scope.is_group() AS is_group) OR (actor_id = ( SELECT scope.actor() AS actor))))));

create policy own on public.book_setting for all
  using ((account_id = ( SELECT scope.actor() AS actor)))
  with check ((account_id = ( SELECT scope.actor() AS actor)));

create policy in_scope on public.building for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.building_unit for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy own on public.bulk_act for all
  using ((account_id = ( SELECT scope.actor() AS actor)))
  with check ((account_id = ( SELECT scope.actor() AS actor)));

create policy own on public.bulk_act_item for all
  using ((EXISTS ( SELECT
   FROM bulk_act
  WHERE ((bulk_act.id = bulk_act_item.bulk_id) AND (bulk_act.account_id = ( SELECT scope.actor() AS actor))))))
  with check ((EXISTS ( SELECT
   FROM bulk_act
  WHERE ((bulk_act.id = bulk_act_item.bulk_id) AND (bulk_act.account_id = ( SELECT scope.actor() AS actor))))));

create policy own_or_in_scope on public.customer_export for all
  using (((account_id = ( SELECT scope.actor() AS actor)) OR (project_ids <@ ( SELECT scope.projects() AS projects))))
  with check (((account_id = ( SELECT scope.actor() AS actor)) OR (project_ids <@ ( SELECT scope.projects() AS projects))));

create policy in_scope on public.customer_fact for all
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR ( SELECT bool_or((subject.subject IN ( SELECT scope.own_subjects() AS own_subjects))) AS bool_or
   FROM unnest(array_append(customer_fact.room_ids, customer_fact.person_id)) subject(subject)))))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy an_import_is_taken_back on public.deal for delete
  using (((import_id IS NOT NULL) AND (version = 1) AND (project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy changed_in_scope on public.deal for update
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[]))))
  with check (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy in_scope on public.deal for select
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (consultant_id = ( SELECT scope.actor() AS actor)) OR (created_by = ( SELECT scope.actor() AS actor)) OR (id IN ( SELECT sales_published.deals_of_my_people() AS deals_of_my_people)))));

create policy made_in_scope on public.deal for insert
  with check (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy of_a_visible_deal on public.deal_buyer for all
  using ((EXISTS ( SELECT 1
   FROM deal
  WHERE (deal.id = deal_buyer.deal_id))))
  with check ((EXISTS ( SELECT 1
   FROM deal
  WHERE (deal.id = deal_buyer.deal_id))));

create policy of_a_visible_deal on public.deal_payment for all
  using ((EXISTS ( SELECT 1
   FROM deal
  WHERE (deal.id = deal_payment.deal_id))))
  with check ((EXISTS ( SELECT 1
   FROM deal
  WHERE (deal.id = deal_payment.deal_id))));

create policy linked on public.dossier_answer for all
  using ((((side = 'both'::text) OR (side = ANY (( SELECT scope.sides() AS sides)::text[]))) AND (EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = dossier_answer.person_id)))))
  with check (true);

create policy adds on public.field_change for insert
  with check (true);

create policy linked on public.field_change for select
  using ((((side = 'both'::text) OR (side = ANY (( SELECT scope.sides() AS sides)::text[]))) AND (EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = field_change.person_id)))));

create policy in_scope on public.giving_up for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy linked on public.household_member for all
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = household_member.person_id))))
  with check (true);

create policy own on public.idempotent_answer for all
  using ((account_id = ( SELECT scope.actor() AS actor)))
  with check ((account_id = ( SELECT scope.actor() AS actor)));

create policy of_the_run on public.import_change for all
  using ((run_id IN ( SELECT import_run.id
   FROM import_run)))
  with check ((run_id IN ( SELECT import_run.id
   FROM import_run)));

create policy of_the_run on public.import_file for all
  using ((run_id IN ( SELECT import_run.id
   FROM import_run)))
  with check ((run_id IN ( SELECT import_run.id
   FROM import_run)));

create policy of_the_file on public.import_file_part for all
  using ((file_id IN ( SELECT import_file.id
   FROM import_file)))
  with check ((file_id IN ( SELECT import_file.id
   FROM import_file)));

create policy of_the_run on public.import_progress for all
  using ((run_id IN ( SELECT import_run.id
   FROM import_run)))
  with check ((run_id IN ( SELECT import_run.id
   FROM import_run)));

create policy of_the_run on public.import_repair for all
  using ((run_id IN ( SELECT import_run.id
   FROM import_run)))
  with check ((run_id IN ( SELECT import_run.id
   FROM import_run)));

create policy of_the_run on public.import_row for all
  using ((run_id IN ( SELECT import_run.id
   FROM import_run)))
  with check ((run_id IN ( SELECT import_run.id
   FROM import_run)));

create policy own_or_group on public.import_run for all
  using (((started_by = ( SELECT scope.actor() AS actor)) OR ( SELECT (scope.is_group() AND (scope.sides() @> '{developer,property}'::text[])))))
  with check (((started_by = ( SELECT scope.actor() AS actor)) OR ( SELECT (scope.is_group() AND (scope.sides() @> '{developer,property}'::text[])))));

create policy of_the_run on public.import_sheet for all
  using ((run_id IN ( SELECT import_run.id
   FROM import_run)))
  with check ((run_id IN ( SELECT import_run.id
   FROM import_run)));

create policy an_import_is_taken_back on public.interaction for delete
  using (((import_id IS NOT NULL) AND (version = 1) AND (project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (side = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy changed_in_scope on public.interaction for update
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (side = ANY (( SELECT scope.sides() AS sides)::text[]))))
  with check (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (side = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy in_scope on public.interaction for select
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (side = ANY (( SELECT scope.sides() AS sides)::text[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (recorded_by = ( SELECT scope.actor() AS actor)) OR (person_id IN ( SELECT customers.my_people() AS my_people)))));

create policy just_written_is_taken_back on public.interaction for delete
  using (((import_id IS NULL) AND (version = 1) AND (recorded_by = ( SELECT scope.actor() AS actor)) AND (entered_at > (( SELECT scope.clock() AS clock) - '00:15:00'::interval)) AND (project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (side = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy recorded_in_scope on public.interaction for insert
  with check (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (side = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy added on public.interaction_version for insert
  with check ((EXISTS ( SELECT 1
   FROM interaction
  WHERE (interaction.id = interaction_version.interaction_id))));

create policy of_a_visible_interaction on public.interaction_version for select
  using ((EXISTS ( SELECT 1
   FROM interaction
  WHERE (interaction.id = interaction_version.interaction_id))));

create policy add_in_scope on public.label_history for insert
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy forget_in_scope on public.label_history for delete
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy move_in_scope on public.label_history for update
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy read_in_scope on public.label_history for select
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (person_id IN ( SELECT customers.my_people() AS my_people)))));

create policy own on public.notice for select
  using ((account_id = ( SELECT scope.actor() AS actor)));

create policy read_by_oneself on public.notice for update
  using ((account_id = ( SELECT scope.actor() AS actor)))
  with check ((account_id = ( SELECT scope.actor() AS actor)));

create policy adds on public.person for insert
  with check (true);

create policy changes on public.person for update
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person.id))));

create policy linked on public.person for select
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person.id))));

create policy removes on public.person for delete
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person.id))));

create policy linked on public.person_identity for all
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person_identity.person_id))))
  with check (true);

create policy linked on public.person_merge for all
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person_merge.person_id))))
  with check (true);

create policy linked on public.person_phone for all
  using ((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person_phone.person_id))))
  with check (true);

create policy adds on public.person_project for insert
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy changes on public.person_project for update
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.person_project for select
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (person_id IN ( SELECT customers.my_people() AS my_people)))));

create policy removes on public.person_project for delete
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy linked on public.person_relation for all
  using (((EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person_relation.from_person))) AND (EXISTS ( SELECT
   FROM person_project link
  WHERE (link.person_id = person_relation.to_person)))));

create policy in_scope on public.person_source for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.phase for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.portfolio_item for all
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (staff_id = ( SELECT scope.actor() AS actor)))))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.register_entry for all
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (recorded_by = ( SELECT scope.actor() AS actor)) OR (on_behalf_of = ( SELECT scope.actor() AS actor)) OR (id IN ( SELECT scope.subjects_of_tasks() AS subjects_of_tasks)) OR (person_id IN ( SELECT customers.my_people() AS my_people)))))
  with check (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ('developer'::text = ANY (( SELECT scope.sides() AS sides)::text[]))));

create policy in_scope on public.room for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.room_external_code for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.room_milestone for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.room_party for all
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ((NOT ( SELECT scope.own_only() AS own_only)) OR (person_id IN ( SELECT customers.my_people() AS my_people)))))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy own_added on public.saved_view for insert
  with check ((owner_id = ( SELECT scope.actor() AS actor)));

create policy own_changed on public.saved_view for update
  using ((owner_id = ( SELECT scope.actor() AS actor)))
  with check ((owner_id = ( SELECT scope.actor() AS actor)));

create policy own_or_shared on public.saved_view for select
  using ((shared OR (owner_id = ( SELECT scope.actor() AS actor))));

create policy own_removed on public.saved_view for delete
  using ((owner_id = ( SELECT scope.actor() AS actor)));

create policy colleagues on public.staff for all
  using ((( SELECT scope.actor() AS actor) IS NOT NULL))
  with check ((( SELECT scope.actor() AS actor) IS NOT NULL));

create policy colleagues on public.staff_grant for all
  using ((( SELECT scope.actor() AS actor) IS NOT NULL))
  with check ((( SELECT scope.actor() AS actor) IS NOT NULL));

create policy colleagues on public.staff_leaving for all
  using ((( SELECT scope.actor() AS actor) IS NOT NULL))
  with check ((( SELECT scope.actor() AS actor) IS NOT NULL));

create policy changed_in_scope on public.task for update
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND ((assignee_id = ( SELECT scope.actor() AS actor)) OR (changed_by = ( SELECT scope.actor() AS actor)) OR ((NOT ( SELECT scope.own_only() AS own_only)) AND (sides && ( SELECT scope.sides() AS sides))))))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy in_scope on public.task for select
  using (((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])) AND (( SELECT ((NOT scope.own_only()) AND (scope.sides() @> '{developer,property}'::text[]))) OR (assignee_id = ( SELECT scope.actor() AS actor)) OR (created_by = ( SELECT scope.actor() AS actor)) OR (changed_by = ( SELECT scope.actor() AS actor)) OR ((NOT ( SELECT scope.own_only() AS own_only)) AND (sides && ( SELECT scope.sides() AS sides))))));

create policy made_in_scope on public.task for insert
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));

create policy untouched_is_taken_back on public.task for delete
  using (((version = 1) AND (created_by = ( SELECT scope.actor() AS actor)) AND (created_at > (( SELECT scope.clock() AS clock) - '00:15:00'::interval)) AND (project_id = ANY (( SELECT scope.projects() AS projects)::uuid[]))));

create policy by_oneself on public.task_outcome for insert
  with check ((by_account = ( SELECT scope.actor() AS actor)));

create policy of_a_visible_task on public.task_outcome for select
  using ((EXISTS ( SELECT 1
   FROM task
  WHERE (task.id = task_outcome.task_id))));

create policy taken_back_by_oneself on public.task_outcome for update
  using ((by_account = ( SELECT scope.actor() AS actor)))
  with check ((by_account = ( SELECT scope.actor() AS actor)));

create policy own on public.today_visit for all
  using ((account_id = ( SELECT scope.actor() AS actor)))
  with check ((account_id = ( SELECT scope.actor() AS actor)));

create policy in_scope on public.value_scale for all
  using ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])))
  with check ((project_id = ANY (( SELECT scope.projects() AS projects)::uuid[])));
