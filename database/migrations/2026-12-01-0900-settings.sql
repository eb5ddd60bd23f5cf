-- Companies and projects, parameters, lists of choices, working calendars. None of it is personal data, so there is no
-- row-level security here: a scope is resolved over this tree before it can be set.

create table company_node (
  id               uuid primary key,
  kind             text not null check (kind in ('group', 'region', 'city', 'project')),
  parent_id        uuid references company_node,
  path             uuid[] not null,
  name             text not null check (length(name) between 1 and 60),
  pinyin           text not null default '',
  code             text unique check (code ~ '^[A-Z0-9]{1,12}$'),
  developer        text,
  property_company text,
  letterhead       text,
  address          text,
  version          int not null default 1,
  created_at       timestamptz not null default now(),
  check ((kind = 'group') = (parent_id is null)),
  unique nulls not distinct (parent_id, name)
);
comment on table company_node is 'The group, its regions and city companies, down to projects; the id of a project is what every project_id refers to.';
comment on column company_node.path is 'From the group down to this node, itself last; kept by triggers.';
comment on column company_node.pinyin is 'For sorting and for finding by letters.';
comment on column company_node.code is 'Stands in room codes and on forms (norms §8).';
comment on column company_node.developer is 'Who builds and sells (ORG-08); where null, the nearest company above says.';
comment on column company_node.property_company is 'Who manages the community (ORG-08); where null, the nearest company above says.';
comment on column company_node.letterhead is 'The lines printed above forms; where null, the nearest company above says.';
create unique index company_node_one_group on company_node (kind) where kind = 'group';
create index company_node_by_path on company_node using gin (path);
create index company_node_by_parent on company_node (parent_id);

create function settings_node_path() returns trigger language plpgsql as $$
begin
  new.path := coalesce((select above.path from company_node above where above.id = new.parent_id), '{}') || new.id;
  if array_length(new.path, 1) > 8 or new.id = any (new.path[:array_length(new.path, 1) - 1]) then
    raise exception 'a company cannot stand below itself' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger company_node_finds_its_path before insert or update of parent_id on company_node
  for each row execute function settings_node_path();

-- Moving a company moves everything below it: touching the children's parent makes each find its path again, level by level.
create function settings_node_moved() returns trigger language plpgsql as $$
begin
  update company_node set parent_id = parent_id where parent_id = new.id;
  return null;
end
$$;
create trigger company_node_takes_its_children after update of parent_id on company_node
  for each row when (old.path is distinct from new.path) execute function settings_node_moved();

create schema settings_published;
grant usage on schema settings_published to yilu_app;

create view settings_published.project_under with (security_invoker = true) as
  select above.id as node_id, project.id as project_id
    from company_node project
    join company_node above on above.id = any (project.path)
   where project.kind = 'project';
comment on view settings_published.project_under is 'Every company with every project below it; a project stands under itself. Scopes are resolved by it.';

create view settings_published.project with (security_invoker = true) as
  select id, name, pinyin, code, path, parent_id from company_node where kind = 'project';
comment on view settings_published.project is 'All projects with what lists and letters print of them.';
create view settings_published.company with (security_invoker = true) as
  select id, kind, parent_id, path, name, pinyin from company_node;
comment on view settings_published.company is 'The whole tree, group to project: what identity grants roles on.';
grant select on all tables in schema settings_published to yilu_app;

-- ----------------------------------------------------------------------------------------------------------- parameters

create table parameter_override (
  key        text not null,
  node_id    uuid not null references company_node on delete cascade,
  value      jsonb not null,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (key, node_id)
);
comment on table parameter_override is 'What a company or project says instead of the shipped default; holds for everything below it (architecture §8).';

create table parameter_change (
  id         uuid primary key,
  key        text not null,
  node_id    uuid not null,
  node_name  text not null,
  before     jsonb,
  after      jsonb,
  reason     text,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);
comment on table parameter_change is 'History of overrides: who, when, from what to what. Null is "the value above holds". Append-only.';
create index parameter_change_by_key on parameter_change (key, changed_at desc, id desc);
create trigger parameter_history_is_append_only before update or delete on parameter_change
  for each statement execute function scope.refuse_change();
revoke update, delete on parameter_change from yilu_app;

-- ------------------------------------------------------------------------------------------------------ lists of choices

create table dictionary_entry (
  dictionary text not null,
  id         text not null check (length(id) between 1 and 60),
  zh         text not null check (length(zh) between 1 and 40),
  en         text not null,
  synonyms   text[] not null default '{}',
  position   int not null,
  retired_at timestamptz,
  version    int not null default 1,
  primary key (dictionary, id)
);
comment on table dictionary_entry is 'What a company added to or changed in a shipped list of choices; entries that nobody touched are in the contract only. Never deleted: records point to ids.';
comment on column dictionary_entry.synonyms is 'Other words for it in spreadsheets.';
revoke delete on dictionary_entry from yilu_app;

-- ----------------------------------------------------------------------------------------------------- working calendars

create table working_hours (
  node_id         uuid not null references company_node on delete cascade,
  kind            text not null check (kind in ('sales', 'service', 'office')),
  week            jsonb not null check (jsonb_array_length(week) = 7),
  follows_holidays boolean not null,
  version         int not null default 1,
  primary key (node_id, kind)
);
comment on table working_hours is 'Hours of a company or project, and of everything below that has none of its own (CMP-05).';
comment on column working_hours.week is 'Seven lists from Monday to Sunday of {from, to} in whole minutes after midnight in Shanghai.';

create table special_day (
  node_id uuid not null references company_node on delete cascade,
  kind    text not null check (kind in ('sales', 'service', 'office')),
  day     date not null,
  periods jsonb not null,
  note    text not null default '',
  primary key (node_id, kind, day)
);
comment on table special_day is 'A day that a site arranges for itself; no periods is closed. The nearest node up the tree wins.';

create table public_day (
  day        date primary key,
  kind       text not null check (kind in ('HOLIDAY', 'MAKE_UP', 'ORDINARY')),
  name       text not null default '',
  changed_by uuid not null,
  changed_at timestamptz not null
);
comment on table public_day is 'Public holidays and make-up days that a person entered, over the shipped ones (norms §13.1).';
