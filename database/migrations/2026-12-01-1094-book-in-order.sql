-- The book's pages are ordered by a column and then by person, both in one direction; an index that stores nulls the other way
-- round cannot serve that, so each page sorted its whole project. Plain ascending indexes are read in either direction.
drop index customer_fact_by_contact;
create index customer_fact_by_contact on customer_fact (project_id, last_contact_on, person_id);
-- Whoever reaches several projects at once has no project to begin with.
create index customer_fact_by_contact_anywhere on customer_fact (last_contact_on, person_id, project_id);
