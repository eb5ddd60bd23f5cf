-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Who took part in an activity, one row each time (DOS-31).
create view interactions_published.activity_taken as
 SELECT person_id,
    project_id
   FROM interaction
  WHERE (kind = 'ACTIVITY'::text);

-- The contacts of one customer in one project, summed up; for functions that gather facts.
create view interactions_published.contact_sum as
 SELECT person_id,
    project_id,
    first_on,
    last_counted_on,
    visit_days,
    calls,
    follow_ups
   FROM contact_sum;
