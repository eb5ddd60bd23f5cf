-- Entering again said in its answer whether it had entered, so a request waited for that answer before it asked anything. Now an entry
-- that does not hold fails the transaction: what a reading request asks can travel behind it, and PostgreSQL does nothing of it then.
drop function auth.enter_again;

create function auth.enter_again(
  how text, secret bytea, account uuid, at timestamptz, known_edition bigint, must_change boolean,
  projects text, own_only boolean, is_group boolean, sides text)
returns void language plpgsql as $$
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
$$;
comment on function auth.enter_again is
  'As auth.enter, for an actor that this process resolved before: enters while session or key hold and nothing about access has changed; else fails (YL401), so that nothing is done which was sent behind it in the same transaction.';
revoke execute on function auth.enter_again from public;
