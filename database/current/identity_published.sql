-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Rooms and people taken over from a colleague since a day and still held, within the reach of the actor; from_day is the first day of the new holder.
CREATE OR REPLACE FUNCTION identity_published.taken_over(since date)
 RETURNS TABLE(staff_id uuid, former_name text, subject_kind text, subject_id uuid, project_id uuid, from_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select item.staff_id, staff.name, item.subject_kind, item.subject_id, item.project_id, item.from_day
    from public.portfolio_item former
    join public.portfolio_item item
      on item.subject_id = former.subject_id and item.staff_id <> former.staff_id
     and item.from_day = former.until_day and item.until_day is null
    join public.staff on staff.id = former.staff_id
   where former.until_day between taken_over.since and (select scope.today())
     and item.project_id = any ((select scope.projects())::uuid[])
     and (not (select scope.own_only()) or item.staff_id = (select scope.actor()))
$function$
;

-- Staff who are administrators of any company or project, those who left aside.
create view identity_published.administrator as
 SELECT DISTINCT staff_id
   FROM staff_grant given
  WHERE ((role_id = 'administrator'::text) AND (NOT (EXISTS ( SELECT
           FROM staff_leaving gone
          WHERE (gone.staff_id = given.staff_id)))));

-- Rooms and people entrusted to staff, ended ones included.
create view identity_published.portfolio as
 SELECT staff_id,
    subject_kind,
    subject_id,
    project_id,
    from_day,
    until_day
   FROM portfolio_item;

-- Names of colleagues; left_at is empty while they work here.
create view identity_published.staff as
 SELECT staff.id,
    staff.name,
    staff.name_key,
    staff_leaving.left_at
   FROM (staff
     LEFT JOIN staff_leaving ON ((staff_leaving.staff_id = staff.id)));

-- Projects in reach of each member of staff who works here.
create view identity_published.staff_project as
 SELECT DISTINCT staff_grant.staff_id,
    project.project_id
   FROM (staff_grant
     JOIN settings_published.project_under project ON ((project.node_id = staff_grant.node_id)))
  WHERE (NOT (EXISTS ( SELECT
           FROM staff_leaving
          WHERE (staff_leaving.staff_id = staff_grant.staff_id))));
