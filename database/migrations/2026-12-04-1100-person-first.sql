-- Whether a person is in reach is asked for every name that is shown. Both indexes could answer it at the same estimated cost, and the
-- later one was taken: one descent for each project in scope (20 here, hundreds in a large group) instead of one for the person.
-- Under the project the person is only carried along now, so that a look-up of one person cannot go that way.
drop index person_project_by_project;
create index person_project_by_project on person_project (project_id) include (person_id);
