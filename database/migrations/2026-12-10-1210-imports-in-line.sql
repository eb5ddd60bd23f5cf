-- Imports take turns. One that waits says for whom, and how many are before it; who is at work is told by the locks that the
-- work itself holds, so that a process that died is never waited for in words.
alter table import_run add column asked_at timestamptz not null default now();
comment on column import_run.asked_at is 'When its present step was asked for: its place in the line.';

create function imports.lock_word(word text) returns oid
language sql immutable set search_path = ''
as $$ select ((hashtext(word)::bigint + 4294967296) % 4294967296)::oid $$;
comment on function imports.lock_word(text) is 'As the list of locks shows a lock taken by hashtext(word).';

create function imports.ahead_of(waiting uuid[])
returns table (id uuid, before int, started_by uuid, started_by_name text, started_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  with held as materialized (
    select classid, objid from pg_catalog.pg_locks
     where locktype = 'advisory' and granted and objsubid = 2
       and database = (select oid from pg_catalog.pg_database where datname = current_database())
  ),
  line as materialized (
    select run.id, run.started_by, run.started_by_name, run.started_at, run.asked_at,
           (imports.lock_word('imports.at_work'), imports.lock_word(run.id::text)) in (select * from held) as at_work,
           (imports.lock_word('imports.in_line'), imports.lock_word(run.id::text)) in (select * from held) as in_line
      from public.import_run run
     where run.phase in ('reading', 'previewing', 'applying', 'undoing')
  ),
  -- The command line has no job that would be taken up again: it stands in line while its process does.
  standing as (
    select * from line where at_work or in_line or started_by <> '00000000-0000-0000-0000-000000000001'
  ),
  pairs as (
    select mine.id, other.at_work, other.asked_at, other.id as other_id, other.started_by, other.started_by_name, other.started_at
      from line mine
      join standing other on other.id <> mine.id and (other.at_work or (other.asked_at, other.id) < (mine.asked_at, mine.id))
     where mine.id = any (waiting) and not mine.at_work
  )
  select distinct on (pairs.id) pairs.id, (count(*) over each)::int, pairs.started_by, pairs.started_by_name, pairs.started_at
    from pairs
   window each as (partition by pairs.id)
   order by pairs.id, pairs.at_work desc, pairs.asked_at, pairs.other_id
$$;
comment on function imports.ahead_of(uuid[]) is
  'Of imports that wait: how many are before each, and whose is at work or, where none is, the next. In one line for everybody, so also of imports out of reach.';
