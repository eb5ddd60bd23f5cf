-- A door in SQL for set-based readers: what is entrusted to whom.
create schema if not exists identity_published;
grant usage on schema identity_published to yilu_app;

create view identity_published.portfolio with (security_invoker = true) as
  select staff_id, subject_kind, subject_id, project_id, from_day, until_day from portfolio_item;
comment on view identity_published.portfolio is 'Rooms and people entrusted to staff, ended ones included.';
grant select on identity_published.portfolio to yilu_app;
