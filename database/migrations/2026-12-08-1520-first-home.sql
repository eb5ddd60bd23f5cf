-- Whoever said, after the purchase, that they own a home of ours, or after moving in that they live in a home of their own, lost the label
-- of a first home (SEG-10): both were said of this very home. Said before, they speak of another one, as other real estate always does.
do $$
declare
  before constant text := pg_get_functiondef('segments.facts_of'::regproc);
  after constant text := replace(before, $old$
    known.answers ->> 'groupOwner' = 'yes' or known.answers ->> 'residenceStatus' = 'ownHome'
      or coalesce($old$, $new$
    -- An answer as old as the home is about the home.
    case when known.answers ->> 'groupOwner' = 'yes' then coalesce((
      select (answer.answered_at at time zone interval '8 hours')::date < coalesce(
               case when bought.stands then contract.first_signed_on end, case when home.owns then coalesce(home.owner_since, link.registered_on) end)
        from public.dossier_answer answer where answer.person_id = link.person_id and answer.field = 'groupOwner'), true) else false end
      or case when known.answers ->> 'residenceStatus' = 'ownHome' then coalesce((
        select (answer.answered_at at time zone interval '8 hours')::date < home.delivered_on
          from public.dossier_answer answer
         where home.owns and answer.person_id = link.person_id and answer.field = 'residenceStatus'), true) else false end
      or coalesce($new$);
begin
  if after = before then
    raise exception 'segments.facts_of no longer asks for answers about other homes';
  end if;
  execute after;
end
$$;
select segments.make_facts_of_one();

insert into customer_mark (person_id, lane)
select person_id, segments.lane_of(person_id) from dossier_sum
 where answers ->> 'groupOwner' = 'yes' or answers ->> 'residenceStatus' = 'ownHome';
