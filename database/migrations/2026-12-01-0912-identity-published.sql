-- Doors in SQL for set-based readers: who holds what, and what colleagues are called.
create schema identity_published;
grant usage on schema identity_published to yilu_app;

create view identity_published.portfolio with (security_invoker = true) as
  select staff_id, subject_kind, subject_id, project_id, from_day, until_day from portfolio_item;
comment on view identity_published.portfolio is 'Rooms and people entrusted to staff, ended ones included.';

create view identity_published.staff with (security_invoker = true) as
  select id, name, name_key from staff;
comment on view identity_published.staff is 'Names of colleagues.';
grant select on all tables in schema identity_published to yilu_app;
