-- A record just written, and the tasks it made, are taken back as a whole by the one who wrote it; how long counts the server.
create policy just_written_is_taken_back on interaction for delete using (
  import_id is null and version = 1 and recorded_by = (select scope.actor())
  and project_id = any ((select scope.projects())::uuid[]) and side = any ((select scope.sides())::text[]));

create policy untouched_is_taken_back on task for delete using (
  version = 1 and created_by = (select scope.actor())
  and project_id = any ((select scope.projects())::uuid[]));

create index task_outcome_by_record on task_outcome (record_id) where record_id is not null;

-- A line that spoke of something due in days became a task, when somebody handed it over or took the outcome back, and was
-- not seen again until the day it was due.
alter table task add column shown_from timestamptz;
comment on column task.shown_from is 'From when Today shows it, where that is before its time or due day; made from a line that showed early.';
