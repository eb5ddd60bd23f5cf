-- The facts of one person are gathered at every look at a 360° page. Gathering is made for thousands at once: a dozen functions that
-- each keep a plan, put their rows aside and are joined by person. For one person that cost more to set up than to answer. Here the
-- same texts become one statement about one person, whose plan is kept; what labels do not ask is not gathered.

create function segments.make_facts_of_one() returns void
language plpgsql set search_path = ''
as $make$
declare
  -- Inner ones first: what stands in them has been made before.
  names constant text[] := array['customers.phones_of', 'customers.answers_of', 'customers.related', 'customers.known_of',
    'segments.homes_of', 'segments.deals_of', 'segments.registered', 'segments.contacts_of', 'segments.referrals_of',
    'segments.gone_of', 'segments.holders_of', 'segments.tasks_of'];
  -- Who holds and what is to be done next stand in the book, but no label asks it.
  unasked constant text[] := array['segments.holders_of', 'segments.tasks_of'];
  part record;
  body text;
  line text;
  fields text;
  name text;
begin
  for part in
    select found.oid, place, wanted.name, found.prosrc as body
      from unnest(names) with ordinality wanted (name, place)
      join pg_catalog.pg_proc found on found.oid = wanted.name::regproc
     where wanted.name <> all (unasked)
     order by place
  loop
    body := segments.about_one(replace(part.body, '= any (people)', '= someone'), names);
    if body like '%people%' then
      raise exception '% cannot be asked about one person', part.name;
    end if;
    -- Neither settings nor rights of its own, or it would not become a part of the statement.
    execute format('create or replace function segments.%I(%s) returns %s language sql stable rows 2 as %L',
      segments.name_of_one(part.name), replace(pg_catalog.pg_get_function_arguments(part.oid), 'people uuid[]', 'someone uuid'),
      pg_catalog.pg_get_function_result(part.oid), body);
    execute format('revoke execute on function segments.%I from public', segments.name_of_one(part.name));
  end loop;

  select segments.about_one(found.prosrc, names) into body
    from pg_catalog.pg_proc found where found.oid = 'segments.facts_of'::regproc;
  select found.prosrc into line from pg_catalog.pg_proc found where found.oid = 'segments.line_of'::regproc;
  select string_agg(quote_ident(field.attname), ', ' order by field.attnum) into fields
    from pg_catalog.pg_attribute field where field.attrelid = 'segments.facts'::regclass and field.attnum > 0;
  foreach name in array unasked loop
    body := regexp_replace(body, '\n *left join segments\.' || segments.name_of_one(name) || '\([^\n]*', '');
  end loop;
  body := replace(replace(body, 'coalesce(holder.staff_ids, ''{}''), holder.staff_ids[1]', 'null::uuid[], null::uuid'),
                  'task.next_task_on, task.next_task', 'null::date, null::text');
  if body ~ '(people|holder\.|task\.)' then
    raise exception 'the facts cannot be asked about one person';
  end if;
  -- One row each: there is nothing to sort, to hash or to keep.
  execute format($f$
    create or replace function segments.lines_of_one(someone uuid, today date) returns setof text
    language plpgsql stable security definer rows 2 set search_path = '' set plan_cache_mode = 'force_generic_plan'
    set enable_seqscan = off set enable_mergejoin = off set enable_hashjoin = off set enable_material = off set enable_memoize = off as %L$f$,
    format(E'begin\n  return query %s from (%s) facts (%s);\nend\n', line, body, fields));
end
$make$;
comment on function segments.make_facts_of_one() is
  'Makes segments.lines_of_one from the texts of segments.facts_of, of its parts and of segments.line_of. A migration that changes one of them calls this at its end.';

create function segments.name_of_one(name text) returns text language sql immutable
  as $$ select split_part(name, '.', 2) || '_one' $$;
comment on function segments.name_of_one(text) is 'How the twin about one person of a function about many is called.';

create function segments.about_one(body text, names text[]) returns text language plpgsql immutable set search_path = ''
as $$
declare
  name text;
begin
  foreach name in array names loop
    body := replace(body, name || '(people', 'segments.' || segments.name_of_one(name) || '(someone');
  end loop;
  return body;
end
$$;
revoke execute on function segments.make_facts_of_one(), segments.name_of_one(text), segments.about_one(text, text[]) from public;

select segments.make_facts_of_one();
revoke execute on function segments.lines_of_one(uuid, date) from public;
grant execute on function segments.lines_of_one(uuid, date) to yilu_app;
comment on function segments.lines_of_one(uuid, date) is
  'segments.line_of(segments.facts_of(array[someone], today)) as one statement with a plan that is kept. Made by segments.make_facts_of_one().';
