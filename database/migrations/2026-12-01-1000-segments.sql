-- Labels with reasons and history, and the customer book (SEG-01…18). One row per customer and project carries what the
-- book filters and sorts on; it is derived and can be rebuilt from its neighbours at any time.

create table customer_fact (
  project_id   uuid not null references company_node,
  person_id    uuid not null,
  room_ids     uuid[] not null default '{}',
  staff_ids    uuid[] not null default '{}',
  standing     text not null check (standing in ('owner', 'coOwner', 'lead', 'tenant', 'resident', 'family', 'former')),
  name         text not null,
  name_key     text not null,
  phone        text,
  rooms        text,
  room_key     text,
  intent_grade text check (intent_grade in ('A', 'B', 'C', 'D', 'pending')),
  tags         text[] not null default '{}',
  circles      text[] not null default '{}',
  source       text,
  born_on      date,
  birth_year   smallint,
  birthday     text check (birthday ~ '^\d{2}-\d{2}$'),
  visits       int not null default 0,
  amount_fen   bigint,
  registered_on date,
  delivered_on date,
  last_contact_on date,
  next_task_on date,
  next_task    text,
  responsible_id uuid,
  lifecycle    text check (lifecycle in ('POTENTIAL', 'PROSPECTIVE', 'CLOSED', 'LONG_STANDING', 'LOST')),
  lifecycle_until date,
  value        text check (value in ('HIGH_NET_WORTH', 'UPGRADER', 'FIRST_NEED', 'EMERGING', 'UNCLASSIFIED')),
  value_matches text[] not null default '{}',
  value_until  date,
  current_score smallint check (current_score between 0 and 100),
  future_score smallint check (future_score between 0 and 100),
  activity     text check (activity in ('ACTIVE', 'COOLING', 'SILENT', 'DORMANT', 'NO_RECORD')),
  activity_until date,
  completeness smallint check (completeness between 0 and 100),
  completeness_line smallint check (completeness_line between 0 and 100),
  completeness_due_on date,
  completeness_until date,
  valid_until  date,
  primary key (project_id, person_id)
);
comment on table customer_fact is 'One row per customer and project: what the customer book shows, filters and sorts on, with the labels of today. Derived.';
comment on column customer_fact.room_ids is 'Rooms held here today in any part; the own-portfolio scope looks at them.';
comment on column customer_fact.staff_ids is 'Staff to whom the person or one of the rooms is entrusted today.';
comment on column customer_fact.standing is 'The strongest part the person has in the project; labels hang on owner, coOwner and lead (decision 15).';
comment on column customer_fact.name_key is 'Pinyin, sorts names as people expect.';
comment on column customer_fact.phone is 'Masked (SEC-09).';
comment on column customer_fact.rooms is '3-2-1801, several joined by 、.';
comment on column customer_fact.room_key is 'Sorts the first room as people count: figures padded.';
comment on column customer_fact.birthday is 'MM-DD, sorts and filters birthdays across years.';
comment on column customer_fact.amount_fen is 'Sum of contract totals signed here, fen (SEG-08).';
comment on column customer_fact.delivered_on is 'First delivery of a room owned here (SEG-04).';
comment on column customer_fact.last_contact_on is 'Latest interaction that counts, in Shanghai days (SEG-17).';
comment on column customer_fact.lifecycle_until is 'First day on which the label differs although nothing happens; null: never.';
comment on column customer_fact.valid_until is 'The earliest of the labels'' days; the nightly clock takes rows whose day has come (SEG-18).';
comment on column customer_fact.current_score is 'Percentile of the signed amount in the project, 0–100 (SEG-07).';
comment on column customer_fact.completeness_line is 'Whole percent that the stage asks for (DOS-11…13); null while nothing is due.';

create index customer_fact_by_person on customer_fact (person_id);
create index customer_fact_by_name on customer_fact (project_id, name_key, person_id);
create index customer_fact_by_contact on customer_fact (project_id, last_contact_on desc nulls last, person_id);
create index customer_fact_by_room on customer_fact (project_id, room_key, person_id);
create index customer_fact_by_task on customer_fact (project_id, next_task_on, person_id);
create index customer_fact_by_due on customer_fact (valid_until) where valid_until is not null;
create index customer_fact_by_staff on customer_fact using gin (staff_ids) with (fastupdate = off);
create index customer_fact_by_amount on customer_fact (project_id, amount_fen) where amount_fen is not null;

alter table customer_fact enable row level security;
create policy in_scope on customer_fact
  using (
    project_id = any ((select scope.projects())::uuid[])
    and (
      not (select scope.own_only())
      or person_id in (select scope.own_subjects())
      or room_ids && array(select scope.own_subjects())
    )
  )
  with check (project_id = any ((select scope.projects())::uuid[]));

create table label_change (
  project_id uuid not null references company_node,
  person_id  uuid not null,
  label      text not null check (label in ('lifecycle', 'value', 'activity', 'completeness')),
  changed_at timestamptz not null,
  before     text,
  after      text,
  reasons    jsonb not null,
  primary key (project_id, person_id, label, changed_at)
);
comment on table label_change is 'Every change of a label, dated, with its reckoning (SEG-18): any past report can be rebuilt.';
comment on column label_change.before is 'Null at the first time.';
comment on column label_change.after is 'Null when the person no longer carries the label.';
comment on column label_change.reasons is 'Array of {criterion, observed, needed, met}; no personal data beyond days, amounts, counts and ages.';
create index label_change_by_time on label_change (project_id, changed_at);

alter table label_change enable row level security;
create policy read_in_scope on label_change for select using (project_id = any ((select scope.projects())::uuid[]));
create policy add_in_scope on label_change for insert with check (project_id = any ((select scope.projects())::uuid[]));
create policy move_in_scope on label_change for update
  using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy forget_in_scope on label_change for delete using (project_id = any ((select scope.projects())::uuid[]));

-- Somebody whose facts may have changed. Append-only on the hot path, so that nobody waits for the recompute that drains it.
create table customer_mark (
  id        bigint generated always as identity primary key,
  person_id uuid not null
);

create table value_scale (
  project_id      uuid primary key references company_node,
  top_cut_fen     bigint,
  percentiles_fen bigint[] not null,
  customers       int not null,
  computed_at     timestamptz not null
);
comment on table value_scale is 'How signed customers of a project rank by amount: the cut of the top share and the 1st … 100th percentile (SEG-07, SEG-08).';
alter table value_scale enable row level security;
create policy in_scope on value_scale
  using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));

-- A person has given up buying in a project while this row exists (SEG-05, CHN-02).
create table giving_up (
  project_id  uuid not null references company_node,
  person_id   uuid not null,
  given_up_on date not null,
  reason      text not null check (length(reason) between 1 and 200),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (project_id, person_id)
);
alter table giving_up enable row level security;
create policy in_scope on giving_up
  using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));

create table saved_view (
  id         uuid primary key,
  owner_id   uuid not null,
  name       text not null check (length(name) between 1 and 24),
  definition jsonb not null,
  shared     boolean not null,
  created_at timestamptz not null,
  version    int not null default 1
);
comment on table saved_view is 'A tab of the customer book: conditions, order, columns.';
comment on column saved_view.shared is 'Seen by all staff; only its maker changes it.';
create index saved_view_by_owner on saved_view (owner_id);
alter table saved_view enable row level security;
create policy own_or_shared on saved_view for select using (shared or owner_id = (select scope.actor()));
create policy own_added on saved_view for insert with check (owner_id = (select scope.actor()));
create policy own_changed on saved_view for update
  using (owner_id = (select scope.actor())) with check (owner_id = (select scope.actor()));
create policy own_removed on saved_view for delete using (owner_id = (select scope.actor()));

create table book_setting (
  account_id   uuid primary key,
  columns      jsonb not null,
  default_view text not null,
  pinned       text[] not null
);
comment on table book_setting is 'How one member of staff likes the customer book: columns with widths, first view, pinned tabs in order.';
alter table book_setting enable row level security;
create policy own on book_setting using (account_id = (select scope.actor())) with check (account_id = (select scope.actor()));

create table bulk_act (
  id          uuid primary key,
  account_id  uuid not null,
  act         jsonb not null,
  total       int not null,
  done        int not null default 0,
  started_at  timestamptz not null,
  finished_at timestamptz,
  undone_at   timestamptz
);
comment on table bulk_act is 'One act on many customers, done in the background, undone as a whole.';
comment on column bulk_act.act is 'What is done: {kind, …}; ids and keys only.';
create index bulk_act_by_account on bulk_act (account_id, started_at desc);
create table bulk_act_item (
  bulk_id    uuid not null references bulk_act on delete cascade,
  position   int not null,
  project_id uuid not null,
  person_id  uuid not null,
  outcome    text check (outcome in ('done', 'unchanged', 'refused')),
  made_id    uuid,
  primary key (bulk_id, position)
);
comment on column bulk_act_item.outcome is 'Null while waiting. Only done ones are undone.';
comment on column bulk_act_item.made_id is 'What was made: the task or the entrustment; undone by it.';
alter table bulk_act enable row level security;
alter table bulk_act_item enable row level security;
create policy own on bulk_act using (account_id = (select scope.actor())) with check (account_id = (select scope.actor()));
create policy own on bulk_act_item
  using (exists (select from bulk_act where bulk_act.id = bulk_id and account_id = (select scope.actor())))
  with check (exists (select from bulk_act where bulk_act.id = bulk_id and account_id = (select scope.actor())));

create table customer_export (
  id           uuid primary key,
  account_id   uuid not null,
  account_name text not null,
  project_ids  uuid[] not null,
  request      jsonb not null,
  rows         int not null,
  reason       text not null check (length(reason) between 1 and 200),
  asked_at     timestamptz not null,
  released_by  uuid,
  released_at  timestamptz,
  fetched_at   timestamptz
);
comment on table customer_export is 'A wish to take customers out of the house (SEC-09): what, why, released by whom; the file is made when fetched.';
comment on column customer_export.request is '{format, search, filter, sort, projectId, columns}.';
create index customer_export_by_time on customer_export (asked_at desc);
alter table customer_export enable row level security;
create policy own_or_in_scope on customer_export
  using (account_id = (select scope.actor()) or project_ids <@ (select scope.projects())::uuid[])
  with check (account_id = (select scope.actor()) or project_ids <@ (select scope.projects())::uuid[]);

create schema segments_published;
grant usage on schema segments_published to yilu_app;
create view segments_published.label with (security_invoker = true) as
  select project_id, person_id, room_ids, standing, lifecycle, value, activity, completeness, valid_until
    from customer_fact;
comment on view segments_published.label is 'Labels of today per customer and project, for set-based readers.';
grant select on all tables in schema segments_published to yilu_app;
