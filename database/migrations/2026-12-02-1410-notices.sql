-- What the bell tells somebody: a cut-off that comes near, what was handed to them, work that is finished.

create table notice (
  id         uuid primary key,
  account_id uuid not null,
  origin     text not null,
  occurrence text not null,
  title      jsonb not null,
  why        jsonb,
  subject_kind text,
  subject_id   uuid,
  path       text,
  at         timestamptz not null,
  read_at    timestamptz,
  constraint a_notice_is_given_once unique (account_id, origin, occurrence),
  constraint a_subject_is_whole check ((subject_kind is null) = (subject_id is null))
);
comment on table notice is 'One row per person and occasion; many of a kind are one row that is told anew. Removed after a parameter of days.';
comment on column notice.origin is 'The rule that tells it, such as interactions.cutOff.';
comment on column notice.occurrence is 'Which occasion; told again, the same row is unread again.';
comment on column notice.title is 'What is told, {zh, en}; names of customers are not in it but are looked up by subject.';
comment on column notice.path is 'The page of the console that it leads to.';
create index notice_latest on notice (account_id, at desc, id desc);
create index notice_by_age on notice (at);

alter table notice enable row level security;
create policy own on notice for select using (account_id = (select scope.actor()));
create policy read_by_oneself on notice for update
  using (account_id = (select scope.actor())) with check (account_id = (select scope.actor()));

-- One tells others, whose notices one cannot see: hence definer functions, and no other way to write.
create schema notices;
grant usage on schema notices to yilu_app;

create function notices.tell(told jsonb) returns void language sql volatile security definer set search_path = '' as $$
  insert into public.notice as given (id, account_id, origin, occurrence, title, why, subject_kind, subject_id, path, at)
  select id, account_id, origin, occurrence, title, why, subject_kind, subject_id, path, at
    from jsonb_to_recordset(told) as each (id uuid, account_id uuid, origin text, occurrence text, title jsonb, why jsonb,
                                          subject_kind text, subject_id uuid, path text, at timestamptz)
  on conflict (account_id, origin, occurrence) do update
    set title = excluded.title, why = excluded.why, path = excluded.path, at = excluded.at, read_at = null
  where given.title <> excluded.title
$$;
comment on function notices.tell(jsonb) is 'Gives notices to whomever they concern; the same words about the same occasion again change nothing.';

create function notices.take_back(from_origin text, of_occurrence text) returns void
  language sql volatile security definer set search_path = '' as $$
  delete from public.notice where origin = from_origin and occurrence = of_occurrence
$$;
comment on function notices.take_back(text, text) is 'What was told is no longer so: a register was finished, a hand-over undone.';
create index notice_by_occasion on notice (origin, occurrence);

create function notices.forget(before timestamptz) returns void
  language sql volatile security definer set search_path = '' as $$
  delete from public.notice where at < before
$$;
comment on function notices.forget(timestamptz) is 'Removes notices given before this instant, read or not.';
