-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Open tasks; subject_kind is person or room, or null for tasks about nobody.
create view tasks_published.open_task as
 SELECT id,
    project_id,
    subject_kind,
    subject_id,
    title,
    due_at,
    assignee_id,
    sides
   FROM task
  WHERE (closed_at IS NULL);

-- Lines of Today that have become tasks, by the rule they came from and the occasion.
create view tasks_published.taken_line as
 SELECT origin,
    occurrence
   FROM task;
