-- A label and the order by last contact go together in most views of the book ("cooling, the most recent first"). The order
-- alone cannot serve that: activity follows from the last contact, so every active customer was read before the first cooling one.
create index customer_fact_by_activity on customer_fact (project_id, activity, last_contact_on, person_id);
create index customer_fact_by_lifecycle on customer_fact (project_id, lifecycle, last_contact_on, person_id);
create index customer_fact_by_value on customer_fact (project_id, value, last_contact_on, person_id);
