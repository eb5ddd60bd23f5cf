-- Whoever sees an own portfolio only sees its contacts, deals and changes of labels too, besides what they recorded themselves.
-- The same limit stands on people and homes; without it here, a question put to these tables directly told of a colleague's households.

drop policy in_scope on interaction;
create policy in_scope on interaction for select using (
  project_id = any ((select scope.projects())::uuid[])
  and side = any ((select scope.sides())::text[])
  and (not (select scope.own_only()) or recorded_by = (select scope.actor()) or person_id in (select customers.my_people()))
);

-- The buyers' own policy asks for a visible deal, so this looks past it.
create function sales_published.deals_of_my_people() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select deal_id from public.deal_buyer where person_id in (select customers.my_people()) $$;
comment on function sales_published.deals_of_my_people() is 'Deals in which somebody entrusted to the actor buys.';

drop policy in_scope on deal;
create policy in_scope on deal for select using (
  project_id = any ((select scope.projects())::uuid[])
  and 'developer' = any ((select scope.sides())::text[])
  and (not (select scope.own_only())
       or consultant_id = (select scope.actor())
       or created_by = (select scope.actor())
       or id in (select sales_published.deals_of_my_people()))
);

drop policy in_scope on register_entry;
create policy in_scope on register_entry using (
  project_id = any ((select scope.projects())::uuid[])
  and 'developer' = any ((select scope.sides())::text[])
  and (not (select scope.own_only())
       or recorded_by = (select scope.actor())
       or on_behalf_of = (select scope.actor())
       or person_id in (select customers.my_people()))
) with check (
  project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[])
);

drop policy read_in_scope on label_change;
create policy read_in_scope on label_change for select using (
  project_id = any ((select scope.projects())::uuid[])
  and (not (select scope.own_only()) or person_id in (select customers.my_people()))
);
