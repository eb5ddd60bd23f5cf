-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Rooms with the latest date of each milestone, for set-based readers.
create view properties_published.room as
 SELECT room.id,
    room.project_id,
    room.phase_id,
    room.building_id,
    room.unit_id,
    room.kind,
    room.number,
    room.code,
    room.display_code,
    room.display_name,
    room.sort_key,
    room.floor,
    room.floor_label,
    room.layout,
    room.bedrooms,
    room.living_rooms,
    room.bathrooms,
    room.gross_area,
    room.inner_area,
    room.fit_out,
    room.sale_kind,
    room.sales_state,
    room.product_type,
    room.delivery_batch,
    room.stage,
    milestone.subscribed_on,
    milestone.signed_on,
    milestone.filed_on,
    milestone.handed_over_on,
    milestone.title_issued_on,
    milestone.moved_in_on,
    milestone.moved_out_on,
    milestone.rescinded_on
   FROM (room
     LEFT JOIN LATERAL ( SELECT max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'SUBSCRIBED'::text)) AS subscribed_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'SIGNED'::text)) AS signed_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'FILED'::text)) AS filed_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'HANDED_OVER'::text)) AS handed_over_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'TITLE_ISSUED'::text)) AS title_issued_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'MOVED_IN'::text)) AS moved_in_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'MOVED_OUT'::text)) AS moved_out_on,
            max(room_milestone.reached_on) FILTER (WHERE (room_milestone.kind = 'RESCINDED'::text)) AS rescinded_on
           FROM room_milestone
          WHERE (room_milestone.room_id = room.id)) milestone ON (true));
