-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- The account that acts; null for nobody.
CREATE OR REPLACE FUNCTION scope.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('yilu.actor', true), '')::uuid $function$
;

-- Foreign keys of a table that is filled by thousands: whether the parents of new rows are there is asked once per statement. To be called again when the keys of the table change.
CREATE OR REPLACE FUNCTION scope.check_parents_in_sets(child regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $functionx$
declare
  checks text;
  each_new name;
begin
  -- Only a superuser may exchange what PostgreSQL made itself; elsewhere it goes on asking for each row.
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then return; end if;

  select string_agg(format($check$
  if exists (
    select from (select distinct %1$s from added where (%1$s) is not null) asked
     where not exists (select from %2$s parent where %3$s for key share)
  ) then
    raise exception 'new rows of %4$s refer to rows of %2$s that are not there'
      using errcode = 'foreign_key_violation', schema = %5$L, table = %6$L, constraint = %7$L;
  end if;$check$, own.names, key.confrelid::regclass, same.words, child, home.nspname, it.relname, key.conname), '')
    into strict checks
    from pg_catalog.pg_constraint key
    join pg_catalog.pg_class it on it.oid = key.conrelid
    join pg_catalog.pg_namespace home on home.oid = it.relnamespace
    join pg_catalog.pg_index unique_there on unique_there.indexrelid = key.conindid
   cross join lateral (
     select string_agg(quote_ident(attname), ', ' order by place) as names
       from unnest(key.conkey) with ordinality part (attnum, place)
       join pg_catalog.pg_attribute using (attnum) where attrelid = key.conrelid
   ) own
   cross join lateral (
     -- Only the first column of the parents' key is looked up; the others of a row that was found are compared.
     select string_agg(format(case when theirs.attnum = unique_there.indkey[0] then 'parent.%I = asked.%I'
                                   else 'parent.%I is not distinct from asked.%I' end, theirs.attname, ours.attname), ' and ' order by place) as words
       from unnest(key.conkey, key.confkey) with ordinality part (own_attnum, their_attnum, place)
       join pg_catalog.pg_attribute ours on ours.attrelid = key.conrelid and ours.attnum = part.own_attnum
       join pg_catalog.pg_attribute theirs on theirs.attrelid = key.confrelid and theirs.attnum = part.their_attnum
   ) same
   where key.conrelid = child and key.contype = 'f';

  execute format($function$
    create or replace function scope.%1$I() returns trigger language plpgsql security definer
    set search_path = '' set enable_seqscan = 'off' as $body$
begin%2$s
  return null;
end
$body$;
    revoke execute on function scope.%1$I() from public;
    create or replace trigger parents_are_there after insert on %3$s referencing new table as added
      for each statement execute function scope.%1$I()$function$,
    'parents_of_' || (select relname from pg_catalog.pg_class where oid = child), checks, child);

  for each_new in
    select made.tgname from pg_catalog.pg_trigger made
     where made.tgrelid = child and made.tgfoid = 'pg_catalog."RI_FKey_check_ins"'::regproc
  loop
    execute format('alter table %s disable trigger %I', child, each_new);
  end loop;
end
$functionx$
;

-- The instant at which the running transaction began; tests may set another.
CREATE OR REPLACE FUNCTION scope.clock()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('yilu.now', true), '')::timestamptz, now()) $function$
;

CREATE OR REPLACE FUNCTION scope.enter(actor uuid, projects uuid[], own_only boolean, is_group boolean, sides text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('yilu.actor', coalesce(actor::text, ''), true),
          set_config('yilu.projects', projects::text, true),
          set_config('yilu.own', case when own_only then 'on' else 'off' end, true),
          set_config('yilu.group', case when is_group then 'on' else 'off' end, true),
          set_config('yilu.sides', sides::text, true),
          set_config('role', 'yilu_app', true);
end
$function$
;

-- Notes on a task to whom it was given by somebody who may see its subject, or who has it and was given it so.
CREATE OR REPLACE FUNCTION scope.entrust_with_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := scope.actor();
  is_new constant boolean := tg_op = 'INSERT';
begin
  -- Whatever the statement said: only what is decided here stands.
  new.entrusted_to := case when is_new then '{}'::uuid[] else old.entrusted_to end;
  if not is_new and (new.subject_kind, new.subject_id) is distinct from (old.subject_kind, old.subject_id) then
    new.entrusted_to := case when scope.may_entrust(new.subject_kind, new.subject_id)
                             then array_remove(new.entrusted_to, me) else '{}'::uuid[] end;
  end if;
  if new.subject_id is null or me is null or new.assignee_id = me or new.assignee_id = any (new.entrusted_to) then
    return new;
  end if;
  if not is_new and new.assignee_id = old.assignee_id then
    return new;
  end if;
  if scope.may_entrust(new.subject_kind, new.subject_id)
     or not is_new and old.closed_at is null and old.assignee_id = me and me = any (new.entrusted_to) then
    new.entrusted_to := new.entrusted_to || new.assignee_id;
  end if;
  return new;
end
$function$
;

-- Takes away whosoever's answers older than this; for the clock.
CREATE OR REPLACE FUNCTION scope.forget_answers(before timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ delete from public.idempotent_answer where at < before $function$
;

-- Whether the actor reaches the whole group, records without a project included.
CREATE OR REPLACE FUNCTION scope.is_group()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('yilu.group', true), '') = 'on' $function$
;

-- Whether the actor sees this person, room or register by role, portfolio or own hand, and so may give a colleague a task about it.
CREATE OR REPLACE FUNCTION scope.may_entrust(kind text, subject uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := scope.actor();
  projects constant uuid[] := scope.projects();
  today constant date := scope.today();
begin
  return case kind
    when 'person' then
      exists (select from public.person_project link where link.person_id = subject and link.project_id = any (projects))
      and (not scope.own_only() or customers.in_my_portfolio(subject))
    when 'room' then
      exists (select from public.room where room.id = subject and room.project_id = any (projects))
      and (not scope.own_only()
           or exists (select from public.portfolio_item item
                       where item.subject_id = subject and item.staff_id = me
                         and item.from_day <= today and (item.until_day is null or item.until_day > today)))
    when 'register' then
      'developer' = any (scope.sides())
      and exists (select from public.register_entry entry
                   where entry.id = subject and entry.project_id = any (projects)
                     and (not scope.own_only() or entry.recorded_by = me or entry.on_behalf_of = me
                          or customers.in_my_portfolio(entry.person_id)))
    else false
  end;
end
$function$
;

-- Whether the actor sees its own portfolio only.
CREATE OR REPLACE FUNCTION scope.own_only()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('yilu.own', true), '') = 'on' $function$
;

-- Rooms and people entrusted to the actor today, for good or with an open task. In policies: room_id in (select scope.own_subjects()), evaluated once per statement.
CREATE OR REPLACE FUNCTION scope.own_subjects()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := scope.actor();
  today constant date := scope.today();
begin
  return query
    select item.subject_id from public.portfolio_item item
     where item.staff_id = me and item.from_day <= today and (item.until_day is null or item.until_day > today)
    union all
    select scope.subjects_of_tasks();
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_dossier_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct person_id from added where (person_id) is not null) asked
     where not exists (select from public.person parent where parent.id = asked.person_id for key share)
  ) then
    raise exception 'new rows of public.dossier_answer refer to rows of public.person that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'dossier_answer', constraint = 'dossier_answer_person_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_person_identity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct person_id from added where (person_id) is not null) asked
     where not exists (select from public.person parent where parent.id = asked.person_id for key share)
  ) then
    raise exception 'new rows of public.person_identity refer to rows of public.person that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'person_identity', constraint = 'person_identity_person_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_person_phone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct person_id from added where (person_id) is not null) asked
     where not exists (select from public.person parent where parent.id = asked.person_id for key share)
  ) then
    raise exception 'new rows of public.person_phone refer to rows of public.person that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'person_phone', constraint = 'person_phone_person_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_person_project()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct person_id from added where (person_id) is not null) asked
     where not exists (select from public.person parent where parent.id = asked.person_id for key share)
  ) then
    raise exception 'new rows of public.person_project refer to rows of public.person that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'person_project', constraint = 'person_project_person_id_fkey';
  end if;
  if exists (
    select from (select distinct project_id from added where (project_id) is not null) asked
     where not exists (select from public.company_node parent where parent.id = asked.project_id for key share)
  ) then
    raise exception 'new rows of public.person_project refer to rows of public.company_node that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'person_project', constraint = 'person_project_project_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_person_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct person_id from added where (person_id) is not null) asked
     where not exists (select from public.person parent where parent.id = asked.person_id for key share)
  ) then
    raise exception 'new rows of public.person_search refer to rows of public.person that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'person_search', constraint = 'person_search_person_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct building_id, project_id from added where (building_id, project_id) is not null) asked
     where not exists (select from public.building parent where parent.id = asked.building_id and parent.project_id is not distinct from asked.project_id for key share)
  ) then
    raise exception 'new rows of public.room refer to rows of public.building that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room', constraint = 'room_building_id_project_id_fkey';
  end if;
  if exists (
    select from (select distinct phase_id, project_id from added where (phase_id, project_id) is not null) asked
     where not exists (select from public.phase parent where parent.id = asked.phase_id and parent.project_id is not distinct from asked.project_id for key share)
  ) then
    raise exception 'new rows of public.room refer to rows of public.phase that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room', constraint = 'room_phase_id_project_id_fkey';
  end if;
  if exists (
    select from (select distinct project_id from added where (project_id) is not null) asked
     where not exists (select from public.company_node parent where parent.id = asked.project_id for key share)
  ) then
    raise exception 'new rows of public.room refer to rows of public.company_node that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room', constraint = 'room_project_id_fkey';
  end if;
  if exists (
    select from (select distinct unit_id, building_id from added where (unit_id, building_id) is not null) asked
     where not exists (select from public.building_unit parent where parent.id = asked.unit_id and parent.building_id is not distinct from asked.building_id for key share)
  ) then
    raise exception 'new rows of public.room refer to rows of public.building_unit that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room', constraint = 'room_unit_id_building_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_room_milestone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct room_id, project_id from added where (room_id, project_id) is not null) asked
     where not exists (select from public.room parent where parent.id = asked.room_id and parent.project_id is not distinct from asked.project_id for key share)
  ) then
    raise exception 'new rows of public.room_milestone refer to rows of public.room that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room_milestone', constraint = 'room_milestone_room_id_project_id_fkey';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION scope.parents_of_room_party()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if exists (
    select from (select distinct person_id, project_id from added where (person_id, project_id) is not null) asked
     where not exists (select from public.person_project parent where parent.person_id = asked.person_id and parent.project_id is not distinct from asked.project_id for key share)
  ) then
    raise exception 'new rows of public.room_party refer to rows of public.person_project that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room_party', constraint = 'room_party_person_id_project_id_fkey';
  end if;
  if exists (
    select from (select distinct room_id, project_id from added where (room_id, project_id) is not null) asked
     where not exists (select from public.room parent where parent.id = asked.room_id and parent.project_id is not distinct from asked.project_id for key share)
  ) then
    raise exception 'new rows of public.room_party refer to rows of public.room that are not there'
      using errcode = 'foreign_key_violation', schema = 'public', table = 'room_party', constraint = 'room_party_room_id_project_id_fkey';
  end if;
  return null;
end
$function$
;

-- The projects in reach of the actor; null when no scope is set.
CREATE OR REPLACE FUNCTION scope.projects()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('yilu.projects', true), '')::uuid[] $function$
;

CREATE OR REPLACE FUNCTION scope.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$function$
;

-- developer, property or both (ORG-08).
CREATE OR REPLACE FUNCTION scope.sides()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('yilu.sides', true), '')::text[] $function$
;

-- For which organisations the roles of a colleague or key work, developer, property or both; none without a role.
CREATE OR REPLACE FUNCTION scope.sides_of(account uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(side), '{}')
    from jsonb_array_elements_text(auth.sides_of(array(
           select role.side from public.staff_grant held join public.role on role.id = held.role_id where held.staff_id = account
           union all
           select role.side from auth.api_key key join public.role on role.id = key.role_id where key.id = account))) side
$function$
;

-- What open tasks of the actor are about, where somebody gave them who may see it: people, rooms, registers.
CREATE OR REPLACE FUNCTION scope.subjects_of_tasks()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := scope.actor();
begin
  return query
    select task.subject_id from public.task
     where task.assignee_id = me and task.closed_at is null and task.entrusted_to <> '{}' and me = any (task.entrusted_to);
end
$function$
;

-- The calendar day in Shanghai at which the running transaction began.
CREATE OR REPLACE FUNCTION scope.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('yilu.today', true), '')::date, (now() at time zone 'Asia/Shanghai')::date) $function$
;
