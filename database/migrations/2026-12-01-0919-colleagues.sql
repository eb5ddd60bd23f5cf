-- What neighbours read of the staff in sets: names, and whose work reaches which project.

create schema if not exists identity_published;
grant usage on schema identity_published to yilu_app;

create view identity_published.staff with (security_invoker = true) as
select staff.id, staff.name, staff.name_key, staff_leaving.left_at
  from staff left join staff_leaving on staff_leaving.staff_id = staff.id;
comment on view identity_published.staff is 'Names of colleagues; left_at is empty while they work here.';

create view identity_published.staff_project with (security_invoker = true) as
select distinct staff_grant.staff_id, project.project_id
  from staff_grant join settings_published.project_under as project on project.node_id = staff_grant.node_id
 where not exists (select from staff_leaving where staff_leaving.staff_id = staff_grant.staff_id);
comment on view identity_published.staff_project is 'Projects in reach of each member of staff who works here.';
grant select on identity_published.staff, identity_published.staff_project to yilu_app;
