-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Whether anybody has a password: without one the set-up page opens. Staff without passwords, such as a demo's, do not close it.
CREATE OR REPLACE FUNCTION auth.anybody_can_sign_in()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select exists (select from auth.password) $function$
;

CREATE OR REPLACE FUNCTION auth.bearer_actor(secret bytea, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  given auth.api_key;
begin
  select * into given from auth.api_key where key_hash = secret;
  if not found then
    return null;
  end if;
  if given.last_used_at is null or given.last_used_at < at - interval '5 minutes' then
    update auth.api_key k set last_used_at = at
    where k.id = (select id from auth.api_key where id = given.id for update skip locked);
  end if;
  return auth.key_actor(given.id, at);
end
$function$
;

CREATE OR REPLACE FUNCTION auth.candidate(given text)
 RETURNS TABLE(staff_id uuid, name text, hash text, set_by uuid, has_second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select s.id, s.name, p.hash, p.set_by, exists (select from auth.second_factor f where f.staff_id = s.id)
    from public.staff s join auth.password p on p.staff_id = s.id
    where s.username = given and not exists (select from public.staff_leaving l where l.staff_id = s.id)
  $function$
;

-- Recognise the actor and step down to yilu_app within its scope, or null and stay. Run as the login role, as the first statement of a transaction.
CREATE OR REPLACE FUNCTION auth.enter(how text, secret bytea, account uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  -- Read before the actor is resolved: what changes in between belongs to a later edition and makes this answer old.
  present bigint := (select edition from auth.access_edition);
  who jsonb;
begin
  who := case how
    when 'session' then auth.session_actor(secret, at)
    when 'apiKey' then auth.bearer_actor(secret, at)
    when 'account' then coalesce(auth.staff_actor(account), auth.key_actor(account, at))
    when 'system' then auth.system_actor()
    when 'nobody' then '{"kind": "nobody", "roles": [], "projects": [], "ownOnly": true, "isGroup": false, "sides": []}'::jsonb
  end;
  if who is null then
    return null;
  end if;
  perform set_config('yilu.today', ((at at time zone 'Asia/Shanghai')::date)::text, true);
  perform scope.enter(
    (who ->> 'accountId')::uuid,
    array(select jsonb_array_elements_text(who -> 'projects'))::uuid[],
    (who ->> 'ownOnly')::boolean,
    (who ->> 'isGroup')::boolean,
    array(select jsonb_array_elements_text(who -> 'sides')));
  return who || jsonb_build_object('edition', present);
end
$function$
;

-- As auth.enter, for an actor that this process resolved before: enters while session or key hold and nothing about access has changed; else fails (YL401), so that nothing is done which was sent behind it in the same transaction.
CREATE OR REPLACE FUNCTION auth.enter_again(how text, secret bytea, account uuid, at timestamp with time zone, known_edition bigint, must_change boolean, projects text, own_only boolean, is_group boolean, sides text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  is_due boolean;
  settings text[];
begin
  if how = 'session' then
    select s.last_seen_at < at - interval '5 minutes' into is_due
      from auth.session s join auth.password p on p.staff_id = s.staff_id cross join auth.access_edition e
     where s.token_hash = secret and s.expires_at > at and s.staff_id = account
       and (p.set_by <> p.staff_id) = must_change and e.edition = known_edition;
  elsif how = 'apiKey' then
    select coalesce(k.last_used_at < at - interval '5 minutes', true) into is_due
      from auth.api_key k cross join auth.access_edition e
     where k.key_hash = secret and k.id = account and (k.expires_at is null or k.expires_at > at)
       and e.edition = known_edition;
  end if;
  if is_due is null then
    raise exception 'access has changed' using errcode = 'YL401';
  end if;
  if is_due then
    -- Notes the use.
    perform case how when 'session' then auth.session_actor(secret, at) else auth.bearer_actor(secret, at) end;
  end if;
  -- As scope.enter, but the lists stay text: reading and writing two hundred ids again costs more than all the rest.
  settings := array[
    set_config('yilu.today', ((at at time zone 'Asia/Shanghai')::date)::text, true),
    set_config('yilu.actor', account::text, true),
    set_config('yilu.projects', projects, true),
    set_config('yilu.own', case when own_only then 'on' else 'off' end, true),
    set_config('yilu.group', case when is_group then 'on' else 'off' end, true),
    set_config('yilu.sides', sides, true),
    set_config('role', 'yilu_app', true)];
end
$function$
;

-- Of these rooms and people those who are entrusted to somebody, today or from a day on.
CREATE OR REPLACE FUNCTION auth.entrusted_among(subjects uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct item.subject_id from public.portfolio_item item
   where item.subject_id = any (subjects) and (item.until_day is null or item.until_day > (select scope.today()))
$function$
;

-- How many rooms and people are entrusted to an account, today or from a day on: in these projects, or in whatever project.
CREATE OR REPLACE FUNCTION auth.held_by(account uuid, projects uuid[] DEFAULT NULL::uuid[])
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(*) from public.portfolio_item
   where staff_id = account and (until_day is null or until_day > greatest(from_day, (select scope.today())))
     and (projects is null or project_id = any (projects))
$function$
;

-- What an API key may and reaches (decision 9); null once revoked or expired.
CREATE OR REPLACE FUNCTION auth.key_actor(key uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  given auth.api_key;
  held public.role;
begin
  select * into given from auth.api_key k
  where k.id = key and (k.expires_at is null or k.expires_at > at)
    and not exists (select from auth.api_key_revocation v where v.key_id = key);
  if not found then
    return null;
  end if;
  select * into held from public.role r where r.id = given.role_id;
  return auth.scope_of(array(select node_id from auth.api_key_node where key_id = key), array[held.side], false)
    || jsonb_build_object(
      'kind', 'apiKey', 'accountId', key, 'name', given.name,
      'roles', jsonb_build_array(jsonb_build_object('id', held.id, 'added', held.added, 'removed', held.removed)));
end
$function$
;

CREATE OR REPLACE FUNCTION auth.move_access_edition()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if coalesce(current_setting('yilu.moved', true), '') <> pg_current_xact_id()::text then
    update auth.access_edition set edition = edition + 1;
    perform set_config('yilu.moved', pg_current_xact_id()::text, true);
  end if;
  return null;
end
$function$
;

-- What roles on these nodes reach, for these sides.
CREATE OR REPLACE FUNCTION auth.scope_of(nodes uuid[], sides text[], own_only boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  projects jsonb;
  is_group boolean;
begin
  select coalesce(jsonb_agg(distinct u.project_id), '[]') into projects
  from settings_published.project_under u where u.node_id = any (nodes);
  select exists (select from settings_published.company n where n.id = any (nodes) and n.kind = 'group') into is_group;
  return jsonb_build_object(
    'projects', projects,
    'ownOnly', own_only,
    'isGroup', is_group and not own_only,
    'sides', auth.sides_of(sides));
end
$function$
;

CREATE OR REPLACE FUNCTION auth.session_actor(secret bytea, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  opened auth.session;
begin
  select * into opened from auth.session where token_hash = secret and expires_at > at;
  if not found then
    return null;
  end if;
  -- Once in five minutes is enough to know when it was last used. A request that is doing so already is not waited for.
  if opened.last_seen_at < at - interval '5 minutes' then
    update auth.session s
    set last_seen_at = at, expires_at = least(s.opened_at + interval '180 days', at + make_interval(days => s.idle_days))
    where s.id = (select id from auth.session where id = opened.id for update skip locked);
  end if;
  return auth.staff_actor(opened.staff_id) || jsonb_build_object(
    'sessionId', opened.id,
    'mustChangePassword', exists (select from auth.password p where p.staff_id = opened.staff_id and p.set_by <> p.staff_id));
end
$function$
;

-- The organisations for which roles of these sides work (ORG-08).
CREATE OR REPLACE FUNCTION auth.sides_of(given text[])
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
    select coalesce(jsonb_agg(side), '[]') from unnest(array['developer', 'property']) as side
    where side = any (given) or 'both' = any (given)
  $function$
;

-- What a member of staff may and reaches; null once the account is closed.
CREATE OR REPLACE FUNCTION auth.staff_actor(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  person text;
  roles jsonb;
  nodes uuid[];
  sides text[];
  own_only boolean;
begin
  select s.name into person from public.staff s
  where s.id = account and not exists (select from public.staff_leaving l where l.staff_id = account);
  if not found then
    return null;
  end if;
  select coalesce(jsonb_agg(distinct jsonb_build_object('id', r.id, 'added', r.added, 'removed', r.removed)), '[]'),
         coalesce(array_agg(g.node_id), '{}'), coalesce(array_agg(r.side), '{}'), coalesce(bool_or(g.own_only), true)
  into roles, nodes, sides, own_only
  from public.staff_grant g join public.role r on r.id = g.role_id
  where g.staff_id = account;
  return auth.scope_of(nodes, sides, own_only)
    || jsonb_build_object('kind', 'staff', 'accountId', account, 'name', person, 'roles', roles);
end
$function$
;

CREATE OR REPLACE FUNCTION auth.system_actor()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
    return jsonb_build_object(
      'kind', 'system', 'accountId', '00000000-0000-0000-0000-000000000001', 'name', 'Yilu', 'roles', '[]'::jsonb,
      'projects', coalesce((select jsonb_agg(distinct project_id) from settings_published.project_under), '[]'),
      'ownOnly', false, 'isGroup', true, 'sides', '["developer", "property"]'::jsonb);
end
$function$
;
