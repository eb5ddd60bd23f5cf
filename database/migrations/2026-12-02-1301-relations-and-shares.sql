-- Who hangs together with whom over some steps (DOS-18), and the last guard on shares of a home.

create function customers.relation_graph(asked uuid, steps int) returns table (people jsonb, links jsonb)
language plpgsql stable security definer set search_path = ''
as $$
declare
  most constant int := 120;
  known uuid[] := array[asked];
  ring uuid[] := array[asked];
  depths int[] := array[0];
begin
  if not customers.in_reach(asked) then return; end if;
  -- Nobody is reached through somebody out of reach: a graph must not tell who knows whom elsewhere.
  for step in 1 .. steps loop
    ring := array(
      select near.id
        from (select link.to_person as id, link.added_at from public.person_relation link where link.from_person = any (ring)
              union all
              select link.from_person, link.added_at from public.person_relation link where link.to_person = any (ring)) near
       where near.id <> all (known) and customers.in_reach(near.id)
       group by near.id
       order by min(near.added_at), near.id
       limit most - cardinality(known));
    known := known || ring;
    depths := depths || array_fill(step, array[cardinality(ring)]);
  end loop;
  return query
    select (select jsonb_agg(jsonb_build_object('personId', person.id, 'name', person.name, 'depth', found.depth) order by found.place)
              from unnest(known, depths) with ordinality found (id, depth, place)
              join public.person on person.id = found.id),
           (select coalesce(jsonb_agg(jsonb_build_object('id', link.id, 'fromId', link.from_person, 'toId', link.to_person,
                                                         'kind', link.kind) order by link.added_at, link.id), '[]')
              from public.person_relation link
             where link.from_person = any (known) and link.to_person = any (known));
end
$$;
comment on function customers.relation_graph(uuid, int) is
  'People in reach up to so many steps of relations from one in reach, at most 120, and all links among them; nothing for anybody else.';
revoke execute on function customers.relation_graph from public;
grant execute on function customers.relation_graph to yilu_app;

-- The rules refuse with a sentence; this stands behind them, at the end of the transaction. A file is believed, and what it says
-- too much is mended by hand (decision 20): rows that an import brought are not looked at until somebody edits the room.
create function customers.insist_shares() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  if (select sum(party.share) from public.room_party party
       where party.room_id = new.room_id and party.ended_on is null and party.role in ('owner', 'coOwner')) > 1.00001 then
    raise exception 'the owners'' shares of a room exceed the whole' using errcode = 'check_violation', constraint = 'shares_of_a_room';
  end if;
  return null;
end
$$;
create constraint trigger shares_of_a_room after insert or update of share, role, ended_on on room_party
  deferrable initially deferred for each row
  when (new.share is not null and new.ended_on is null and new.role in ('owner', 'coOwner') and not new.imported)
  execute function customers.insist_shares();

create function sales.insist_shares() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  if (select sum(buyer.share) from public.deal_buyer buyer where buyer.deal_id = new.deal_id) > 1.00001
     and exists (select from public.deal where deal.id = new.deal_id and (deal.import_id is null or deal.version > 1)) then
    raise exception 'the buyers'' shares of a deal exceed the whole' using errcode = 'check_violation', constraint = 'shares_of_a_deal';
  end if;
  return null;
end
$$;
create constraint trigger shares_of_a_deal after insert or update of share on deal_buyer
  deferrable initially deferred for each row when (new.share is not null)
  execute function sales.insist_shares();
revoke execute on function customers.insist_shares, sales.insist_shares from public;
