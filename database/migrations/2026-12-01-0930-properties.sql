-- Project → phase → building → unit → room (INT-02). Rows belong to a project and are seen by whoever has it in scope.

create table phase (
  id         uuid primary key,
  project_id uuid not null references company_node,
  name       text not null check (length(name) between 1 and 40),
  code       text not null check (length(code) between 1 and 12),
  position   int not null default 0,
  version    int not null default 1,
  unique (project_id, code),
  unique (id, project_id)
);
comment on column phase.code is 'Canonical, for room codes: 02 for 二期.';

create table building (
  id         uuid primary key,
  project_id uuid not null references company_node,
  phase_id   uuid,
  code       text not null check (length(code) between 1 and 24),
  name       text not null check (length(name) between 1 and 40),
  position   int not null default 0,
  version    int not null default 1,
  entered_fields text[] not null default '{}',
  unique (project_id, code),
  unique (id, project_id),
  foreign key (phase_id, project_id) references phase (id, project_id)
);
comment on column building.code is 'Canonical: 3 for 3栋, 3# and 三号楼; A for A座; 东区3 where districts number apart. Runs through the whole project, across phases (norms §8).';
comment on column building.name is 'As people write it: 3栋, A座.';

create table building_unit (
  id          uuid primary key,
  project_id  uuid not null references company_node,
  building_id uuid not null,
  code        text not null check (length(code) between 1 and 12),
  name        text not null check (length(name) between 1 and 40),
  position    int not null default 0,
  version     int not null default 1,
  unique (building_id, code),
  unique (id, building_id),
  foreign key (building_id, project_id) references building (id, project_id)
);
comment on table building_unit is '单元; a room of a building without units has none.';

create table room (
  id             uuid primary key,
  project_id     uuid not null references company_node,
  phase_id       uuid,
  building_id    uuid,
  unit_id        uuid,
  kind           text not null check (kind in ('RESIDENCE', 'SHOP', 'PARKING_SPACE', 'STORAGE', 'OTHER')),
  number         text not null check (length(number) between 1 and 40),
  code           text not null,
  display_code   text not null,
  display_name   text not null,
  sort_key       text not null,
  floor          int,
  floor_label    text,
  layout         text,
  bedrooms       smallint check (bedrooms between 0 and 30),
  living_rooms   smallint check (living_rooms between 0 and 30),
  bathrooms      smallint check (bathrooms between 0 and 30),
  kitchens       smallint check (kitchens between 0 and 30),
  gross_area     numeric(9, 2) check (gross_area > 0),
  inner_area     numeric(9, 2) check (inner_area > 0),
  orientation    text,
  fit_out        text check (fit_out in ('BARE', 'FITTED_OUT')),
  sale_kind      text check (sale_kind in ('PRESALE', 'COMPLETED')),
  sales_state    text check (sales_state in ('NOT_FOR_SALE', 'AVAILABLE', 'RESERVED', 'SUBSCRIBED', 'SIGNED')),
  product_type   text,
  delivery_batch text,
  stage          text not null default 'NOT_FOR_SALE' check (stage in ('NOT_FOR_SALE', 'AVAILABLE', 'RESERVED', 'SUBSCRIBED', 'SIGNED', 'HANDED_OVER', 'MOVED_IN')),
  address        text,
  entered_fields text[] not null default '{}',
  version        int not null default 1,
  created_at     timestamptz not null,
  unique nulls not distinct (project_id, building_id, unit_id, kind, number),
  unique (id, project_id),
  foreign key (phase_id, project_id) references phase (id, project_id),
  foreign key (building_id, project_id) references building (id, project_id),
  foreign key (unit_id, building_id) references building_unit (id, building_id),
  check (unit_id is null or building_id is not null)
);
comment on column room.number is 'Floor and two digits: 1203. What stands on the door.';
comment on column room.code is 'Within the project: 02-08-1-1203, without what is unknown; the short code of the project stands before it on paper (norms §8).';
comment on column room.stage is 'Where it stands now, by the rule over sales state and milestones; kept with every write of either.';
comment on column room.display_code is '3-2-1203.';
comment on column room.display_name is '3栋2单元1203.';
comment on column room.sort_key is 'Sorts rooms as people count: figures padded.';
comment on column room.floor is 'Physical floor from the ground, basements negative; differs from floor_label where floors are skipped (4, 13, 14).';
comment on column room.floor_label is 'What the lift shows: 3A, 12A, -1, M.';
comment on column room.gross_area is 'm², 建筑面积 = inner and shared area.';
comment on column room.inner_area is 'm², 套内面积.';
comment on column room.orientation is 'One or two of N E S W: S, SE, NS.';
comment on column room.address is 'The public address, apart from the sales code (norms §8).';
comment on column room.entered_fields is 'Fields that a person entered here: an import never overwrites them (decision 20).';
create index room_by_building on room (building_id, sort_key);
create index room_by_project on room (project_id, sort_key);
create index room_by_number on room (building_id, number);
create index room_apart on room (project_id, number) where building_id is null;
create index room_by_unit on room (unit_id, building_id);
create index room_by_stage on room (project_id, building_id, stage);

create table room_external_code (
  room_id    uuid not null,
  project_id uuid not null,
  source     text not null check (length(source) between 1 and 40),
  code       text not null check (length(code) between 1 and 80),
  primary key (room_id, source, code),
  unique (project_id, source, code),
  foreign key (room_id, project_id) references room (id, project_id) on delete cascade
);
-- Both columns of the foreign key, or deleting a room may be checked along all codes of the project.
create index room_external_code_by_room on room_external_code (room_id, project_id);
comment on table room_external_code is 'What other systems call this room: a sales system, a fee system, the 28-digit real-estate unit number.';

create table room_milestone (
  id          uuid primary key,
  room_id     uuid not null,
  project_id  uuid not null,
  kind        text not null check (kind in ('RESERVED', 'SUBSCRIBED', 'SIGNED', 'FILED', 'FULLY_PAID', 'HANDED_OVER', 'TITLE_ISSUED', 'DECORATION_STARTED', 'MOVED_IN', 'MOVED_OUT', 'RESCINDED')),
  reached_on  date not null,
  entered     boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  unique (room_id, kind, reached_on),
  foreign key (room_id, project_id) references room (id, project_id) on delete cascade
);
create index room_milestone_by_room on room_milestone (room_id, project_id);
comment on table room_milestone is 'What a room has been through, one dated row each; a resold room is signed again on another day.';
comment on column room_milestone.entered is 'By a person here; false when it came from an import, which a later import may correct.';

alter table phase enable row level security;
alter table building enable row level security;
alter table building_unit enable row level security;
alter table room enable row level security;
alter table room_external_code enable row level security;
alter table room_milestone enable row level security;
create policy in_scope on phase using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy in_scope on building using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy in_scope on building_unit using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy in_scope on room using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy in_scope on room_external_code using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy in_scope on room_milestone using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));

create schema properties_published;
grant usage on schema properties_published to yilu_app;

create view properties_published.room with (security_invoker = true) as
  select room.id, room.project_id, room.phase_id, room.building_id, room.unit_id, room.kind, room.number, room.code,
         room.display_code, room.display_name, room.sort_key, room.floor, room.floor_label, room.layout, room.bedrooms,
         room.living_rooms, room.bathrooms, room.gross_area, room.inner_area, room.fit_out, room.sale_kind, room.sales_state,
         room.product_type, room.delivery_batch, room.stage,
         milestone.subscribed_on, milestone.signed_on, milestone.filed_on, milestone.handed_over_on, milestone.title_issued_on,
         milestone.moved_in_on, milestone.moved_out_on, milestone.rescinded_on
    from room
    left join lateral (
      select max(reached_on) filter (where kind = 'SUBSCRIBED') as subscribed_on,
             max(reached_on) filter (where kind = 'SIGNED') as signed_on,
             max(reached_on) filter (where kind = 'FILED') as filed_on,
             max(reached_on) filter (where kind = 'HANDED_OVER') as handed_over_on,
             max(reached_on) filter (where kind = 'TITLE_ISSUED') as title_issued_on,
             max(reached_on) filter (where kind = 'MOVED_IN') as moved_in_on,
             max(reached_on) filter (where kind = 'MOVED_OUT') as moved_out_on,
             max(reached_on) filter (where kind = 'RESCINDED') as rescinded_on
        from room_milestone
       where room_milestone.room_id = room.id
    ) milestone on true;
comment on view properties_published.room is 'Rooms with the latest date of each milestone, for set-based readers.';
grant select on all tables in schema properties_published to yilu_app;
