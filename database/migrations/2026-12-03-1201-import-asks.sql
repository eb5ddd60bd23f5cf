-- A file may name several projects that do not exist yet, and a sheet may have no headings: both are asked about.
alter table import_run add column project_choices jsonb not null default '{}';
comment on column import_run.project_choices is 'Which project each name in the files stands for, as the importer said: folded name to project id.';
alter table import_sheet add column headless boolean not null default false;
comment on column import_sheet.headless is 'The sheet has no heading row: its columns are called by their letters and a person says what they are.';
alter table import_sheet add column ignored_because text;
comment on column import_sheet.ignored_because is 'Code of the reason why the sheet is taken for none of ours; null when it is imported.';
