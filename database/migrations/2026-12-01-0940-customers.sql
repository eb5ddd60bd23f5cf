-- People, once for the whole group (PRN-12); what they are to rooms, to each other, and what is known of them (DOS-20…36, DOS-53).
-- A person is visible where it has a link to a project in scope; with an own portfolio only, where it is entrusted.

create table person (
  id            uuid primary key,
  kind          text not null check (kind in ('natural', 'company')),
  name          text not null check (length(name) between 1 and 60),
  name_key      text not null,
  pinyin        text not null,
  initials      text not null,
  sex           text check (sex in ('female', 'male')),
  birth_date    date,
  birth_year    smallint check (birth_year between 1900 and 2100),
  registered_at timestamptz not null,
  registered_by uuid not null,
  entered_at    timestamptz not null,
  version       int not null default 1,
  check (birth_date is null or birth_year = extract(year from birth_date))
);
comment on column person.name_key is 'The name without width, spaces and forms of address: what joins rows to a person, never alone (decision 2).';
comment on column person.pinyin is 'zhangsan; names sort by it.';
comment on column person.birth_year is 'Always with birth_date; alone when only the year is known.';
comment on column person.registered_at is 'First registration in the group; imports tell an earlier day.';
comment on column person.entered_at is 'When the record came to stand here; grace periods of imported history count from then (decision 19).';
create index person_by_name_key on person (name_key);
create index person_by_pinyin on person (pinyin);

create table person_project (
  person_id     uuid not null references person on delete cascade,
  project_id    uuid not null references company_node,
  registered_at timestamptz not null,
  registered_by uuid not null,
  imported      boolean not null default false,
  primary key (person_id, project_id)
);
comment on table person_project is 'What makes a person visible in a project. registered_at is the first registration there (DOS-12).';
create index person_project_by_project on person_project (project_id, person_id);

create table person_identity (
  person_id  uuid primary key references person on delete cascade,
  kind       text not null,
  encrypted  text not null,
  hash       text not null
);
comment on table person_identity is 'ID number: AES-256-GCM bound to the person, found by a keyed hash; purpose: identity (decision 3).';
create index person_identity_by_hash on person_identity (hash);

create table person_phone (
  id          uuid primary key,
  person_id   uuid not null references person on delete cascade,
  number      text not null check (number ~ '^\+?\d{5,15}$'),
  kind        text not null check (kind in ('mobile', 'home', 'work', 'other')),
  is_primary  boolean not null,
  wrong_since date,
  note        text,
  added_at    timestamptz not null,
  version     int not null default 1,
  unique (person_id, number)
);
comment on column person_phone.number is 'Digits; foreign ones with +. Several people may share one. Placeholders are never stored.';
comment on column person_phone.wrong_since is 'Known not to reach the person since this day; null while believed.';
create index person_phone_by_number on person_phone (number);
create unique index person_phone_one_primary on person_phone (person_id) where is_primary;

create table room_party (
  id              uuid primary key,
  room_id         uuid not null,
  project_id      uuid not null,
  person_id       uuid not null,
  role            text not null check (role in ('owner', 'coOwner', 'resident', 'tenant', 'family')),
  share           numeric(7, 6) check (share > 0 and share <= 1),
  started_on      date,
  ended_on        date,
  primary_contact boolean not null default false,
  imported        boolean not null default false,
  version         int not null default 1,
  foreign key (room_id, project_id) references room (id, project_id),
  foreign key (person_id, project_id) references person_project (person_id, project_id),
  check (ended_on >= started_on)
);
comment on table room_party is 'A person''s part in a room from a day to a day (DOS-53); transfers end one and begin another.';
comment on column room_party.share is 'Part of ownership, above 0 to 1; null when unknown or not an owner.';
comment on column room_party.ended_on is 'First day on which it no longer holds.';
create unique index room_party_held_once on room_party (room_id, person_id, role) where ended_on is null;
create unique index room_party_one_contact on room_party (room_id) where primary_contact and ended_on is null;
create index room_party_by_person on room_party (person_id);
create index room_party_by_project on room_party (project_id, person_id);

create table household_member (
  person_id    uuid primary key references person on delete cascade,
  household_id uuid not null
);
comment on table household_member is 'People who live and decide together, across rooms and projects; a person belongs to one household at most.';
create index household_member_by_household on household_member (household_id);

create table person_relation (
  id          uuid primary key,
  from_person uuid not null references person on delete cascade,
  to_person   uuid not null references person on delete cascade,
  kind        text not null check (kind in ('spouse', 'parent', 'sibling', 'relative', 'referrer', 'friend', 'colleague', 'neighbour', 'partner', 'influencer')),
  note        text,
  added_by    uuid not null,
  added_at    timestamptz not null,
  check (from_person <> to_person)
);
comment on table person_relation is 'from_person is the <kind> of to_person (DOS-18).';
create unique index person_relation_once on person_relation (least(from_person, to_person), greatest(from_person, to_person), kind);
create index person_relation_from on person_relation (from_person);
create index person_relation_to on person_relation (to_person);

create table dossier_answer (
  person_id   uuid not null references person on delete cascade,
  field       text not null,
  side        text not null check (side in ('both', 'developer')),
  value       jsonb,
  encrypted   text,
  declined    boolean not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  source      text not null check (source in ('staff', 'import', 'register', 'owner')),
  primary key (person_id, field),
  check (num_nonnulls(value, encrypted) + declined::int = 1)
);
comment on table dossier_answer is 'One answered field of the catalogue; no row is no answer (decision 5).';
comment on column dossier_answer.encrypted is 'JSON of a sensitive value, AES-256-GCM bound to person and field (SEC-04).';
comment on column dossier_answer.side is 'developer: not for property-side staff until consent shares it (decision 33).';

create table dossier_field_switch (
  field           text primary key,
  switched_on     boolean not null,
  purpose         text check (length(purpose) between 1 and 200),
  switched_by     uuid not null,
  switched_at     timestamptz not null,
  check (not switched_on or purpose is not null)
);
comment on table dossier_field_switch is 'Where a company collects other fields than the shipped catalogue says; on only with a purpose (DOS-36).';

create table field_change (
  id              uuid primary key,
  person_id       uuid not null references person on delete cascade,
  field           text not null,
  side            text not null check (side in ('both', 'developer')),
  before_sealed   text,
  after_sealed    text,
  changed_by      uuid not null,
  changed_by_name text not null,
  changed_at      timestamptz not null,
  source          text not null check (source in ('staff', 'import', 'register', 'owner'))
);
comment on table field_change is 'Old and new value of each change, JSON sealed with the person''s key (decision 10); null is absence.';
create index field_change_by_person on field_change (person_id, changed_at desc, id desc);

create table person_merge (
  merged_id uuid primary key,
  person_id uuid not null references person on delete cascade,
  merged_by uuid not null,
  merged_at timestamptz not null
);
comment on table person_merge is 'merged_id no longer exists: all of it belongs to person_id (DOS-08). Old addresses lead there.';
create index person_merge_by_person on person_merge (person_id);

create table person_search (
  person_id uuid primary key references person on delete cascade,
  words     text not null
);
comment on table person_search is 'What a person is found by. A name stands with all its endings, so that two characters inside it begin a word and the trigram index can use them; phones begin with p. Read and written by functions only.';
-- New words wait in a list until it holds 64 kB (see customers.refresh_search), so a search never reads a long one.
create index person_search_by_words on person_search using gin (words gin_trgm_ops);

-- ------------------------------------------------------------------------------------------------------- who sees whom

create schema customers;
grant usage on schema customers to yilu_app;

create function customers.my_people() returns setof uuid language sql stable security definer set search_path = ''
  as $$
    select mine from scope.own_subjects() mine
    union
    select party.person_id from public.room_party party
     where party.room_id in (select scope.own_subjects())
       and (party.ended_on is null or party.ended_on > (select scope.today()))
  $$;
comment on function customers.my_people() is 'People entrusted to the actor, themselves or by their room (decision 8).';

alter table person enable row level security;
alter table person_project enable row level security;
alter table person_identity enable row level security;
alter table person_phone enable row level security;
alter table room_party enable row level security;
alter table household_member enable row level security;
alter table person_relation enable row level security;
alter table dossier_answer enable row level security;
alter table field_change enable row level security;
alter table person_merge enable row level security;
alter table person_search enable row level security;
revoke all on person_search from yilu_app;

create policy in_scope on person_project for select using (
  project_id = any ((select scope.projects())::uuid[])
  and (not (select scope.own_only()) or person_id in (select customers.my_people()))
);
create policy adds on person_project for insert with check (project_id = any ((select scope.projects())::uuid[]));
create policy changes on person_project for update using (project_id = any ((select scope.projects())::uuid[]));
create policy removes on person_project for delete using (project_id = any ((select scope.projects())::uuid[]));

create policy linked on person for select using (exists (select from person_project link where link.person_id = person.id));
create policy adds on person for insert with check (true);
create policy changes on person for update using (exists (select from person_project link where link.person_id = person.id));
create policy removes on person for delete using (exists (select from person_project link where link.person_id = person.id));

create policy linked on person_identity using (exists (select from person_project link where link.person_id = person_identity.person_id)) with check (true);
create policy linked on person_phone using (exists (select from person_project link where link.person_id = person_phone.person_id)) with check (true);
create policy linked on household_member using (exists (select from person_project link where link.person_id = household_member.person_id)) with check (true);
create policy linked on person_merge using (exists (select from person_project link where link.person_id = person_merge.person_id)) with check (true);

create policy linked on person_relation using (
  exists (select from person_project link where link.person_id = person_relation.from_person)
  and exists (select from person_project link where link.person_id = person_relation.to_person)
);

create policy linked on dossier_answer using (
  (side = 'both' or side = any ((select scope.sides())::text[]))
  and exists (select from person_project link where link.person_id = dossier_answer.person_id)
) with check (true);
create policy linked on field_change for select using (
  (side = 'both' or side = any ((select scope.sides())::text[]))
  and exists (select from person_project link where link.person_id = field_change.person_id)
);
create policy adds on field_change for insert with check (true);
revoke update, delete on field_change from yilu_app;

create policy in_scope on room_party using (
  project_id = any ((select scope.projects())::uuid[])
  and (not (select scope.own_only()) or person_id in (select customers.my_people()))
) with check (project_id = any ((select scope.projects())::uuid[]));
