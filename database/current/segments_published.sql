-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Labels of today per customer and project, for set-based readers.
create view segments_published.label as
 SELECT project_id,
    person_id,
    room_ids,
    standing,
    lifecycle,
    value,
    activity,
    completeness,
    valid_until
   FROM customer_fact;
