-- Every contact between a customer and us, and the registers of calls and visits.

create table interaction (
  id           uuid primary key,
  project_id   uuid not null references company_node,
  person_id    uuid not null references person,
  side         text not null check (side in ('developer', 'property')),
  kind         text not null check (kind in ('CALL_IN', 'VISIT_IN', 'CALL_OUT', 'VISIT_OUT', 'SMS', 'WECHAT',
                                             'INVITATION', 'ACTIVITY', 'CIRCLE', 'ENQUIRY')),
  reacted      boolean not null,
  counted      boolean not null,
  contacted_at timestamptz not null,
  entered_at   timestamptz not null,
  parts        jsonb not null,
  recorded_by  uuid,
  on_behalf_of uuid,
  staff_name   text,
  written_by   uuid,
  written_at   timestamptz not null,
  import_id    uuid,
  source_key   text,
  version      int not null default 1,
  constraint imported_rows_have_a_key check ((import_id is null) = (source_key is null)),
  constraint recorded_by_somebody check (recorded_by is not null or import_id is not null)
);
comment on table interaction is 'Contacts (DOS-32, DOS-40…43). Append-only but for the words, whose earlier versions stay in interaction_version (DOS-45).';
comment on column interaction.side is 'Developer or property company: each sees its own records of a shared customer (ORG-08).';
comment on column interaction.reacted is 'The customer took part: came, answered, replied.';
comment on column interaction.counted is 'Keeps the customer active by the rule when it was recorded (SEG-17).';
comment on column interaction.contacted_at is 'When it happened; entered_at is when it was written down (DOS-06).';
comment on column interaction.parts is 'Passages by name: keyPoints, feedback, goal, achievement, plan, theme, participants, message, reply …';
comment on column interaction.recorded_by is 'From the sign-in, never typed (DOS-07); empty for imported history of unknown staff.';
comment on column interaction.staff_name is 'Name as the imported file has it, when it was matched to no account.';
comment on column interaction.written_by is 'Who wrote the words as they stand now.';
comment on column interaction.source_key is 'The row of the source, unique in the project, so that importing twice is importing once (decision 20).';
create unique index interaction_by_source on interaction (project_id, source_key) where source_key is not null;
create index interaction_of_person on interaction (person_id, contacted_at desc, id desc);
create index interaction_of_import on interaction (import_id) where import_id is not null;

create table interaction_version (
  interaction_id uuid not null references interaction on delete cascade,
  number         int not null,
  parts          jsonb not null,
  contacted_at   timestamptz not null,
  written_by     uuid,
  written_at     timestamptz not null,
  primary key (interaction_id, number)
);
comment on table interaction_version is 'The words before a change after the edit window; nobody can alter them (DOS-45).';

create table register_entry (
  id             uuid primary key,
  project_id     uuid not null references company_node,
  kind           text not null check (kind in ('CALL_IN', 'VISIT_IN')),
  contacted_at   timestamptz not null,
  contacted_on   date not null,
  number_of_day  int not null,
  due_at         timestamptz not null,
  recorded_by    uuid not null,
  on_behalf_of   uuid,
  entered_at     timestamptz not null,
  completed_at   timestamptz,
  person_id      uuid references person,
  interaction_id uuid unique references interaction,
  times_before   int,
  missing        text[] not null,
  caller_name    text,
  phone_masked   text,
  form_sealed    text not null,
  follow_up      jsonb,
  version        int not null default 1,
  constraint complete_means_somebody check (completed_at is null or (person_id is not null and interaction_id is not null)),
  constraint complete_means_nothing_missing check (completed_at is null or missing = '{}'),
  constraint numbered_within_the_day unique (project_id, kind, contacted_on, number_of_day)
);
comment on table register_entry is 'A line of the call-in or visit register (DOS-01, DOS-02); open until completed_at.';
comment on column register_entry.contacted_on is 'Day in Shanghai.';
comment on column register_entry.due_at is 'Closing time of the day, or 24:00 for contacts after closing; fixed when the register is opened.';
comment on column register_entry.times_before is 'Calls or visits of this customer in this project before this one (DOS-08).';
comment on column register_entry.missing is 'Fields still to fill in.';
comment on column register_entry.caller_name is 'As written, while the caller is not yet a customer.';
comment on column register_entry.form_sealed is 'JSON of the form as written: encrypted, with the person’s key once the person is known.';
create index register_entry_by_time on register_entry (project_id, contacted_at desc, id desc);
create index register_entry_by_due on register_entry (project_id, due_at);
create index register_entry_open on register_entry (due_at) where completed_at is null;
create index register_entry_of_person on register_entry (person_id) where person_id is not null;

alter table interaction enable row level security;
-- Within the project and the side (decision 8); with an own portfolio, contacts of one's people and what one wrote oneself.
create policy in_scope on interaction for select using (
  project_id = any ((select scope.projects())::uuid[]) and side = any ((select scope.sides())::text[])
  and (not (select scope.own_only()) or person_id in (select customers.my_people()) or recorded_by = (select scope.actor())));
create policy recorded_in_scope on interaction for insert with check (
  project_id = any ((select scope.projects())::uuid[]) and side = any ((select scope.sides())::text[]));
create policy changed_in_scope on interaction for update
  using (project_id = any ((select scope.projects())::uuid[]) and side = any ((select scope.sides())::text[]))
  with check (project_id = any ((select scope.projects())::uuid[]) and side = any ((select scope.sides())::text[]));
-- Only what an import brought and nobody edited can go again, when the import is undone.
create policy an_import_is_taken_back on interaction for delete using (
  import_id is not null and version = 1
  and project_id = any ((select scope.projects())::uuid[]) and side = any ((select scope.sides())::text[]));

alter table interaction_version enable row level security;
create policy of_a_visible_interaction on interaction_version for select using (
  exists (select 1 from interaction where interaction.id = interaction_id));
create policy added on interaction_version for insert with check (
  exists (select 1 from interaction where interaction.id = interaction_id));

alter table register_entry enable row level security;
create policy in_scope on register_entry using (
  project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[])
  and (not (select scope.own_only())
       or recorded_by = (select scope.actor())
       or on_behalf_of = (select scope.actor())
       or person_id in (select customers.my_people())));

-- A number is the next of its day whoever asks, although an own portfolio shows only some of the day's registers.
create schema interactions;
grant usage on schema interactions to yilu_app;
create function interactions.next_number(project uuid, of_kind text, on_day date) returns int
  language plpgsql volatile security definer set search_path = '' as $$
begin
  if not project = any (scope.projects()) then
    raise exception 'project out of scope' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(project::text || of_kind || on_day::text, 950));
  return (select coalesce(max(number_of_day), 0) + 1 from public.register_entry
           where project_id = project and kind = of_kind and contacted_on = on_day);
end
$$;
comment on function interactions.next_number(uuid, text, date) is 'The number a register of this day gets; holds others back until the transaction ends.';

create schema interactions_published;
grant usage on schema interactions_published to yilu_app;
create view interactions_published.last_contact with (security_invoker = true) as
select person_id,
       project_id,
       max(contacted_at) filter (where counted)                       as last_interaction_at,
       min(contacted_at)                                              as first_registered_at,
       (count(*) filter (where kind = 'VISIT_IN'))::int               as visit_count,
       (count(*) filter (where kind = 'CALL_IN'))::int                as call_count,
       (count(*) filter (where kind not in ('CALL_IN', 'VISIT_IN')))::int as follow_up_count
  from interaction
 group by person_id, project_id;
comment on view interactions_published.last_contact is 'What segments know of the contacts of one person in one project.';
comment on column interactions_published.last_contact.last_interaction_at is 'Latest contact that counts (SEG-17); null when none does.';
comment on column interactions_published.last_contact.first_registered_at is 'First contact in the project, from which the month of DOS-12 runs.';
comment on column interactions_published.last_contact.visit_count is 'Visits to our sales office (DOS-12: the third deepens the dossier).';
comment on column interactions_published.last_contact.follow_up_count is 'Original follow-up records (DOS-12).';
grant select on interactions_published.last_contact to yilu_app;
