-- segments.facts_of was written anew in 1092: its twin for few people is made again from the present text.
do $$
declare
  many constant text := pg_get_functiondef('segments.facts_of(uuid[], date)'::regprocedure);
  few constant text := replace(replace(many, 'segments.facts_of(', 'segments.facts_of_few('),
                               'force_custom_plan', 'force_generic_plan');
begin
  if position('facts_of_few' in few) = 0 or position('force_generic_plan' in few) = 0 then
    raise exception 'segments.facts_of is not what it was when its twin was made';
  end if;
  execute few;
end
$$;
comment on function segments.facts_of_few(uuid[], date) is
  'segments.facts_of with a plan that is kept, for up to ten people. Made from its text: whoever changes that one makes this one again.';
grant execute on function segments.facts_of_few(uuid[], date) to yilu_app;
