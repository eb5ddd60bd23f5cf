-- From a session, a key or an account to an actor with its scope, in one round trip (decision 6).

create function auth.sides_of(given text[]) returns jsonb language sql immutable set search_path = ''
  as $$
    select coalesce(jsonb_agg(side), '[]') from unnest(array['developer', 'property']) as side
    where side = any (given) or 'both' = any (given)
  $$;
comment on function auth.sides_of(text[]) is 'The organisations for which roles of these sides work (ORG-08).';

create function auth.staff_actor(account uuid) returns jsonb language sql stable security definer set search_path = ''
  as $$
    with given as materialized (
      select g.role_id, g.node_id, g.own_only, r.side, r.added, r.removed
      from public.staff_grant g join public.role r on r.id = g.role_id
      where g.staff_id = account
    )
    select jsonb_build_object(
      'kind', 'staff',
      'accountId', s.id,
      'name', s.name,
      'roles', coalesce((
        select jsonb_agg(distinct jsonb_build_object('id', role_id, 'added', added, 'removed', removed)) from given), '[]'),
      'projects', coalesce((
        select jsonb_agg(distinct u.project_id) from settings_published.project_under u
        where u.node_id in (select node_id from given)), '[]'),
      'ownOnly', coalesce((select bool_or(own_only) from given), true),
      'isGroup', exists (
        select from given join settings_published.company n on n.id = given.node_id
        where n.kind = 'group' and not given.own_only),
      'sides', auth.sides_of(array(select side from given)))
    from public.staff s
    where s.id = account and not exists (select from public.staff_leaving l where l.staff_id = account)
  $$;
comment on function auth.staff_actor(uuid) is 'What a member of staff may and reaches; null once the account is closed.';

create function auth.key_actor(key uuid, at timestamptz) returns jsonb language sql stable security definer set search_path = ''
  as $$
    with given as materialized (
      select node_id from auth.api_key_node where key_id = key
    )
    select jsonb_build_object(
      'kind', 'apiKey',
      'accountId', k.id,
      'name', k.name,
      'roles', jsonb_build_array(jsonb_build_object('id', r.id, 'added', r.added, 'removed', r.removed)),
      'projects', coalesce((
        select jsonb_agg(distinct u.project_id) from settings_published.project_under u
        where u.node_id in (select node_id from given)), '[]'),
      'ownOnly', false,
      'isGroup', exists (
        select from given join settings_published.company n on n.id = given.node_id where n.kind = 'group'),
      'sides', auth.sides_of(array[r.side]))
    from auth.api_key k join public.role r on r.id = k.role_id
    where k.id = key and (k.expires_at is null or k.expires_at > at)
      and not exists (select from auth.api_key_revocation v where v.key_id = key)
  $$;
comment on function auth.key_actor(uuid, timestamptz) is 'What an API key may and reaches (decision 9); null once revoked or expired.';

create function auth.session_actor(secret bytea, at timestamptz) returns jsonb language plpgsql security definer set search_path = ''
  as $$
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
$$;

create function auth.bearer_actor(secret bytea, at timestamptz) returns jsonb language plpgsql security definer set search_path = ''
  as $$
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
$$;

create function auth.system_actor() returns jsonb language sql stable security definer set search_path = ''
  as $$
    select jsonb_build_object(
      'kind', 'system', 'accountId', '00000000-0000-0000-0000-000000000001', 'name', 'Yilu', 'roles', '[]'::jsonb,
      'projects', coalesce((select jsonb_agg(distinct project_id) from settings_published.project_under), '[]'),
      'ownOnly', false, 'isGroup', true, 'sides', '["developer", "property"]'::jsonb)
  $$;

create function auth.enter(how text, secret bytea, account uuid, at timestamptz) returns jsonb language plpgsql
  as $$
declare
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
  return who;
end
$$;
comment on function auth.enter(text, bytea, uuid, timestamptz) is
  'Recognise the actor and step down to yilu_app within its scope, or null and stay. Run as the login role, as the first statement of a transaction.';
-- Stepping down is the login role's act; what it rests on tells too much about others.
revoke execute on function auth.enter, auth.session_actor, auth.bearer_actor, auth.system_actor from public;
revoke execute on function auth.staff_actor, auth.key_actor from public;
grant execute on function auth.staff_actor, auth.key_actor to yilu_app;

-- ------------------------------------------------------------------------------------------------------- before sign-in

-- Nobody is acting yet, so row-level security shows no staff; these answer exactly what a sign-in asks.
create function auth.candidate(given text) returns table (staff_id uuid, name text, hash text, set_by uuid, has_second_factor boolean)
  language sql stable security definer set search_path = ''
  as $$
    select s.id, s.name, p.hash, p.set_by, exists (select from auth.second_factor f where f.staff_id = s.id)
    from public.staff s join auth.password p on p.staff_id = s.id
    where s.username = given and not exists (select from public.staff_leaving l where l.staff_id = s.id)
  $$;

create function auth.has_staff() returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.staff) $$;
comment on function auth.has_staff() is 'Whether there is any account: without one the set-up page opens.';
revoke execute on function auth.candidate, auth.has_staff from public;
grant execute on function auth.candidate, auth.has_staff to yilu_app;

-- Row-level security hides what lies beyond the asker's reach; an account must not close over it (ORG-16).
create function auth.held_by(account uuid) returns bigint language sql stable security definer set search_path = ''
  as $$
    select count(*) from public.portfolio_item
    where staff_id = account and (until_day is null or until_day > (select scope.today()))
  $$;
revoke execute on function auth.held_by from public;
grant execute on function auth.held_by to yilu_app;
