-- What was done last about a task was found by its instant: after the server's clock was set back, one's last act could not be taken
-- back, since an earlier one seemed to come after it.
alter table task_outcome add column place bigint generated always as identity;
comment on column task_outcome.place is 'Which came after which, whatever the clock said.';
