-- Undoing a task that was given to hundreds left a line on the timeline of each.
comment on column task_outcome.choice is
  'The outcome as it was offered, such as reached or noAnswer; withdrawn where the task had been given by mistake.';
