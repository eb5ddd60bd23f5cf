-- What every capability stands on: the application's role, the scope of a transaction, audit, idempotent answers, keys, limits.

create extension if not exists pg_trgm;

-- The application works as this role: it owns nothing and cannot pass row-level security. Roles belong to the whole server,
-- so another database of the same server may have made it already.
do $$
begin
  create role yilu_app nologin nobypassrls;
exception when duplicate_object or unique_violation then
  null;
end
$$;
grant yilu_app to current_user;

create schema scope;
create schema auth;
comment on schema auth is 'Sign-in: passwords, sessions, keys, all hashed or encrypted. Outside row-level security; only the store of identity names its tables.';
create schema jobs;
comment on schema jobs is 'Background work (pg-boss). Jobs carry ids only.';

grant usage on schema public, scope, jobs to yilu_app;
alter default privileges in schema public grant select, insert, update, delete on tables to yilu_app;
alter default privileges in schema public grant usage on sequences to yilu_app;
alter default privileges in schema jobs grant select, insert, update, delete on tables to yilu_app;
alter default privileges in schema jobs grant usage on sequences to yilu_app;

-- The scope of the running transaction. An unset setting reads '' and therefore null: nothing is visible.
-- Policies call these inside (select …), so that they are evaluated once per statement.
create function scope.actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('yilu.actor', true), '')::uuid $$;
comment on function scope.actor() is 'The account that acts; null for nobody.';

create function scope.projects() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('yilu.projects', true), '')::uuid[] $$;
comment on function scope.projects() is 'The projects in reach of the actor; null when no scope is set.';

create function scope.own_only() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('yilu.own', true), '') = 'on' $$;
comment on function scope.own_only() is 'Whether the actor sees its own portfolio only.';

create function scope.is_group() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('yilu.group', true), '') = 'on' $$;
comment on function scope.is_group() is 'Whether the actor reaches the whole group, records without a project included.';

create function scope.sides() returns text[] language sql stable parallel safe
  as $$ select nullif(current_setting('yilu.sides', true), '')::text[] $$;
comment on function scope.sides() is 'developer, property or both (ORG-08).';

-- Run as the login role at the start of a transaction; from here on the transaction is yilu_app's.
-- Not security definer: PostgreSQL forbids a change of role inside one.
create function scope.enter(actor uuid, projects uuid[], own_only boolean, is_group boolean, sides text[]) returns void
language plpgsql as $$
begin
  perform set_config('yilu.actor', coalesce(actor::text, ''), true),
          set_config('yilu.projects', projects::text, true),
          set_config('yilu.own', case when own_only then 'on' else 'off' end, true),
          set_config('yilu.group', case when is_group then 'on' else 'off' end, true),
          set_config('yilu.sides', sides::text, true),
          set_config('role', 'yilu_app', true);
end
$$;
grant execute on all functions in schema scope to yilu_app;
revoke execute on function scope.enter from public, yilu_app;

-- ---------------------------------------------------------------------------------------------------------------- audit

create table audit_entry (
  id           uuid primary key,
  at           timestamptz not null,
  actor_id     uuid,
  actor_kind   text not null check (actor_kind in ('staff', 'apiKey', 'system', 'nobody')),
  actor_name   text not null,
  action       text not null,
  subject_kind text not null,
  subject_id   text not null,
  project_id   uuid,
  person_id    uuid,
  reason       text,
  before_image text,
  after_image  text,
  request_id   text
);
comment on table audit_entry is 'Who did what, when, to what (SEC-10). Append-only for everybody.';
comment on column audit_entry.action is 'capability.past_fact, such as customers.phone_revealed.';
comment on column audit_entry.person_id is 'Whom the images are about; their key seals them, so deleting the person makes them unreadable.';
comment on column audit_entry.before_image is 'JSON of the old values, sealed when person_id is set.';
comment on column audit_entry.after_image is 'JSON of the new values, sealed when person_id is set.';
create index audit_entry_by_time on audit_entry (at desc, id desc);
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id, at desc);
create index audit_entry_by_actor on audit_entry (actor_id, at desc);

create function scope.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger audit_is_append_only before update or delete or truncate on audit_entry
  for each statement execute function scope.refuse_change();

alter table audit_entry enable row level security;
create policy anybody_adds on audit_entry for insert with check (true);
create policy in_scope on audit_entry for select using (
  project_id = any ((select scope.projects())::uuid[])
  or (project_id is null and ((select scope.is_group()) or actor_id = (select scope.actor())))
);
revoke update, delete on audit_entry from yilu_app;

-- ----------------------------------------------------------------------------------------------------------------- keys

create table person_key (
  person_id   uuid primary key,
  wrapped_key text not null
);
comment on table person_key is 'The key that seals what audit, history and undo remember of a person. Deleting the row makes it unreadable for ever.';
comment on column person_key.wrapped_key is 'A 256-bit key, encrypted with the master key of the key file.';

-- ---------------------------------------------------------------------------------------------------- idempotent answers

create table idempotent_answer (
  account_id   uuid not null,
  key          text not null check (length(key) between 1 and 200),
  request_hash text not null,
  status       int not null,
  answer       text not null,
  at           timestamptz not null,
  primary key (account_id, key)
);
comment on table idempotent_answer is 'Answers to writes that carried an Idempotency-Key, kept for a day, encrypted: a repeated request gets the same answer and does nothing.';
create index idempotent_answer_by_time on idempotent_answer (at);
alter table idempotent_answer enable row level security;
create policy own on idempotent_answer using (account_id = (select scope.actor())) with check (account_id = (select scope.actor()));

-- ---------------------------------------------------------------------------------------------------------------- limits

create table rate_window (
  key        text not null,
  started_at timestamptz not null,
  count      int not null,
  primary key (key, started_at)
);
comment on table rate_window is 'How often something limited happened in a window of time; shared by all processes.';
comment on column rate_window.key is 'What is limited and for whom, such as reveal:<account id>.';
create index rate_window_by_time on rate_window (started_at);
