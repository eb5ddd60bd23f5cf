-- Somebody who left neither phone nor ID number and lives in none of our rooms is known to a file only by what the file
-- says around the name: the agreement, the room asked for, the source's own number, the person beside whom they stand.
create table person_source (
  project_id uuid not null,
  key        text not null,
  person_id  uuid not null references person on delete cascade,
  primary key (project_id, key, person_id)
);
comment on table person_source is 'Finds people without phone, ID number or room again when their file comes again (decision 20).';
comment on column person_source.key is 'Hash of the name and of what stood around it in the source.';
create index person_source_of_person on person_source (person_id);

alter table person_source enable row level security;
create policy in_scope on person_source using (project_id = any ((select scope.projects())::uuid[]))
  with check (project_id = any ((select scope.projects())::uuid[]));
