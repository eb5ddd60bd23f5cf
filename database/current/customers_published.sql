-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Answers that are not sensitive, as JSON.
create view customers_published.dossier_answer as
 SELECT person_id,
    field,
    value,
    answered_at
   FROM dossier_answer
  WHERE (value IS NOT NULL);

-- Which fields of the dossier have an answer; for completeness in sets use customers.filled_fields().
create view customers_published.dossier_filled as
 SELECT person_id,
    field,
    declined,
    answered_at
   FROM dossier_answer;

-- Who lives and decides together.
create view customers_published.household_member as
 SELECT person_id,
    household_id
   FROM household_member;

-- People with the columns that everyone shares.
create view customers_published.person as
 SELECT id,
    kind,
    name,
    name_key,
    pinyin,
    initials,
    sex,
    birth_date,
    birth_year,
    registered_at,
    entered_at,
    version
   FROM person;

-- Which people belong to which project, since when.
create view customers_published.person_project as
 SELECT person_id,
    project_id,
    registered_at,
    imported
   FROM person_project;

-- Phones, masked (SEC-09).
create view customers_published.phone as
 SELECT id,
    person_id,
    customers.masked(number) AS masked,
    kind,
    is_primary,
    wrong_since
   FROM person_phone;

-- from_person is the <kind> of to_person.
create view customers_published.relation as
 SELECT id,
    from_person,
    to_person,
    kind,
    added_at
   FROM person_relation;

-- Who is what to which room, from when to when; ended ones included.
create view customers_published.room_party as
 SELECT id,
    room_id,
    project_id,
    person_id,
    role,
    share,
    started_on,
    ended_on,
    primary_contact
   FROM room_party;
