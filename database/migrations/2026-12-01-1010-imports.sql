-- Spreadsheets in: what was dropped in, what it was taken for, what became of each row, and how to take it back.

create table import_run (
  id              uuid primary key,
  started_by      uuid not null,
  started_by_name text not null,
  started_at      timestamptz not null,
  phase           text not null check (phase in ('reading', 'asking', 'previewing', 'previewed', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  project_id      uuid references company_node,
  records         jsonb,
  staff_names     jsonb,
  kept            jsonb,
  failure         jsonb,
  previewed_at    timestamptz,
  applied_at      timestamptz,
  undone_at       timestamptz,
  version         int not null default 1
);
comment on table import_run is 'One or several files brought in together.';
comment on column import_run.phase is 'Only failed, undone, previewed, asking and applied rest; in the others a job is at work and resumes after a restart.';
comment on column import_run.project_id is 'Where rows go that name no project themselves.';
comment on column import_run.records is 'Distinct people, rooms, contacts and deals that the rows became.';
comment on column import_run.staff_names is 'Names of staff that the rows carry.';
comment on column import_run.kept is 'What an undo left as it is, and why.';
create index import_run_by_time on import_run (started_at desc, id desc);

create table import_file (
  id         uuid primary key,
  run_id     uuid not null references import_run on delete cascade,
  position   int not null,
  name       text not null check (length(name) between 1 and 300),
  size_bytes int not null check (size_bytes >= 0),
  encoding   text,
  refusal    jsonb,
  expires_at timestamptz not null,
  unique (run_id, position)
);
comment on column import_file.refusal is 'Why it could not be read at all.';
comment on column import_file.expires_at is 'From then on the content is gone, and the error file with it (decision 23).';

create table import_file_part (
  file_id uuid not null references import_file on delete cascade,
  part    int not null,
  sealed  text not null,
  primary key (file_id, part)
);
comment on column import_file_part.sealed is 'Half a megabyte of the file, encrypted: raw files carry ID numbers.';

create table import_sheet (
  id              uuid primary key,
  run_id          uuid not null references import_run on delete cascade,
  file_id         uuid not null references import_file on delete cascade,
  position        int not null,
  name            text not null,
  kind            text not null,
  kind_confidence real not null,
  header_row      int,
  headings_key    text,
  columns         jsonb not null,
  title           text,
  remembered_at   timestamptz,
  skipped         jsonb not null,
  counts          jsonb,
  unique (file_id, position)
);
comment on column import_sheet.columns is 'Per column: heading, field, confidence, share of values that fit, a masked sample.';
comment on column import_sheet.title is 'What stands above the headings; a project is looked for in it.';
comment on column import_sheet.remembered_at is 'When somebody decided this mapping, for this or an earlier file with the same headings.';
comment on column import_sheet.skipped is 'Rows that are no data: blank, totals, notes, repeated headings.';
comment on column import_sheet.counts is 'rows = created + updated + unchanged + rejected; of the preview, then of the applying.';
create index import_sheet_of_run on import_sheet (run_id);

create table import_row (
  sheet_id uuid not null references import_sheet on delete cascade,
  row      int not null,
  run_id   uuid not null references import_run on delete cascade,
  outcome  text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  joined   boolean not null,
  reasons  jsonb not null,
  sealed   text,
  primary key (sheet_id, row)
);
comment on table import_row is 'Rows that have something to say: rejected, with a field left out, or with a difference kept.';
comment on column import_row.reasons is 'Per column: sort (rejection, problem, difference), code and sentence in both languages.';
comment on column import_row.sealed is 'Who the row is about and what stood in the columns, encrypted; removed with the file.';
create index import_row_of_run on import_row (run_id, outcome, row);

create table import_repair (
  sheet_id uuid not null references import_sheet on delete cascade,
  row      int not null,
  col      int not null,
  run_id   uuid not null references import_run on delete cascade,
  sealed   text not null,
  primary key (sheet_id, row, col)
);
comment on table import_repair is 'A cell as the importer corrected it here; the file itself stays as it came.';

create table import_change (
  run_id   uuid not null references import_run on delete cascade,
  position int not null,
  door     text not null check (door in ('rooms', 'people', 'contacts', 'deals')),
  image    jsonb not null,
  primary key (run_id, position)
);
comment on table import_change is 'Before-images by the door that made the change; personal values in them are sealed with the person''s key (decision 10). Kept 90 days by default.';

create table import_progress (
  run_id     uuid primary key references import_run on delete cascade,
  step       text not null,
  done       int not null,
  total      int not null,
  started_at timestamptz not null,
  told_at    timestamptz not null
);
comment on table import_progress is 'Rows done in the present step; written beside the import''s own transaction so that it is seen while that runs.';

create table import_mapping (
  headings_key text primary key,
  kind         text not null,
  fields       jsonb not null,
  decided_by   uuid not null,
  decided_at   timestamptz not null
);
comment on table import_mapping is 'What somebody decided for a set of headings; the next file with the same headings starts from it.';
comment on column import_mapping.fields is 'Field by plain heading; null for a column that goes nowhere.';

create table import_staff_name (
  name       text primary key check (length(name) between 1 and 60),
  staff_id   uuid,
  decided_by uuid not null,
  decided_at timestamptz not null
);
comment on table import_staff_name is 'Whom a name in files means; without staff_id nobody here.';

-- A run is seen by who started it and by the group; what hangs on it follows it.
do $$
declare t text;
begin
  execute 'alter table import_run enable row level security';
  execute 'create policy own_or_group on import_run using (started_by = (select scope.actor()) or (select scope.is_group()))
    with check (started_by = (select scope.actor()) or (select scope.is_group()))';
  foreach t in array array['import_file', 'import_sheet', 'import_row', 'import_repair', 'import_change', 'import_progress'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy of_the_run on %I using (run_id in (select id from import_run)) with check (run_id in (select id from import_run))', t);
  end loop;
  execute 'alter table import_file_part enable row level security';
  execute 'create policy of_the_file on import_file_part using (file_id in (select id from import_file)) with check (file_id in (select id from import_file))';
  foreach t in array array['import_run', 'import_file', 'import_file_part', 'import_sheet', 'import_row', 'import_repair', 'import_change', 'import_progress', 'import_mapping', 'import_staff_name'] loop
    execute format('grant select, insert, update, delete on %I to yilu_app', t);
  end loop;
end $$;
