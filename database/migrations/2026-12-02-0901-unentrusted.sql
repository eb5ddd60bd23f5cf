-- Customers whom nobody is responsible for, after an import often all of them; Today counts them for whoever can entrust them.
create index customer_fact_unentrusted on customer_fact (project_id)
  where responsible_id is null and standing in ('owner', 'coOwner', 'lead');
