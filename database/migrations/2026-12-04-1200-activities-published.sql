-- Whoever took part in an activity can be found in the customer book (DOS-31, DOS-33).
create index interaction_activities on interaction (person_id, project_id) where kind = 'ACTIVITY';

create view interactions_published.activity_taken with (security_invoker = true) as
  select person_id, project_id from interaction where kind = 'ACTIVITY';
comment on view interactions_published.activity_taken is 'Who took part in an activity, one row each time (DOS-31).';
grant select on interactions_published.activity_taken to yilu_app;
