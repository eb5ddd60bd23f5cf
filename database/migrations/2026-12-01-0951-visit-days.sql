-- The days of visits, for the third one and the first one (DOS-11, DOS-12).
create view interactions_published.visit_day with (security_invoker = true) as
  select person_id, project_id, (contacted_at at time zone 'Asia/Shanghai')::date as visited_on
    from interaction
   where kind = 'VISIT_IN';
comment on view interactions_published.visit_day is 'One row per visit received, with its day in Shanghai.';
grant select on interactions_published.visit_day to yilu_app;
