-- What a command or an API key did, nobody with a bell did: those who keep the system are told instead.
create view identity_published.administrator with (security_invoker = true) as
  select distinct given.staff_id from staff_grant given
   where given.role_id = 'administrator' and not exists (select from staff_leaving gone where gone.staff_id = given.staff_id);
comment on view identity_published.administrator is 'Staff who are administrators of any company or project, those who left aside.';
grant select on identity_published.administrator to yilu_app;
