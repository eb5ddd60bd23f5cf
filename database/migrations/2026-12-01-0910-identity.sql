-- Who is acting: staff, roles, grants, portfolios (ORG-01…09, ORG-16); sign-in and API keys in schema auth.

-- --------------------------------------------------------------------------------------------------------------- roles

create table role (
  id           text primary key check (id ~ '^[a-z][a-zA-Z0-9]{1,59}$'),
  title_zh     text not null check (length(title_zh) between 1 and 30),
  title_en     text not null check (length(title_en) between 1 and 60),
  about_zh     text not null,
  about_en     text not null,
  side         text not null check (side in ('developer', 'property', 'both')),
  suggests_own boolean not null default false,
  added        text[] not null default '{}',
  removed      text[] not null default '{}',
  version      int not null default 1
);
comment on table role is 'Roles shipped with the product (ORG-01…09) and the company''s own. Which permissions a shipped role has is declared with each permission.';
comment on column role.side is 'For which of the two organisations the role works (ORG-08).';
comment on column role.suggests_own is 'Proposed when the role is granted: only what is entrusted to the person.';
comment on column role.added is 'Permissions given beyond the shipped ones; for an own role all that it has.';
comment on column role.removed is 'Shipped permissions taken away.';

insert into role (id, side, suggests_own, title_zh, title_en, about_zh, about_en) values
  ('administrator', 'both', false, '管理员', 'Administrator', '拥有全部权限：设置、员工、角色、接口。', 'May do everything: settings, staff, roles, interfaces.'),
  ('groupManager', 'both', false, '集团负责人', 'Group manager', '看全集团的经营与服务，管理各区域人员。', 'Sees sales and service of the whole group and manages its people.'),
  ('regionManager', 'both', false, '区域负责人', 'Region manager', '看一个区域或城市公司下的全部项目。', 'Sees all projects of a region or city company.'),
  ('projectManager', 'both', false, '项目负责人', 'Project manager', '负责一个项目从销售到服务的全过程。', 'Answers for one project from sales to service.'),
  ('salesSiteManager', 'developer', false, '营销案场经理', 'Sales-site manager', '带案场团队，分配客户，盯登记与跟进。', 'Leads the sales site, assigns customers, watches registers and follow-up.'),
  ('salesConsultant', 'developer', true, '置业顾问', 'Sales consultant', '接待来电来访，跟进意向到签约，成交后继续维护。', 'Receives callers and visitors, follows them to the contract and after.'),
  ('customerSuccessManager', 'developer', false, '客户成功经理', 'Customer success manager', '维护高净值客户与老客户，推动老带新。', 'Looks after high-net-worth and long-standing customers and their referrals.'),
  ('accountManager', 'developer', true, '客户经理', 'Account manager', '从签约到交付的联系人。', 'The contact from contract to handover.'),
  ('customerAmbassador', 'developer', true, '客户大使', 'Customer ambassador', '登门道贺，传递心意。', 'Pays congratulatory visits.'),
  ('propertyManager', 'property', false, '物业经理', 'Property manager', '负责一个小区的物业服务，分配管家的户数。', 'Answers for the service of a community and assigns households to housekeepers.'),
  ('housekeeper', 'property', true, '管家', 'Housekeeper', '照看名下两三百户，记录往来，经营粘性。', 'Looks after some 200–300 households.'),
  ('privateHousekeeper', 'property', true, '私人管家', 'Private housekeeper', '只服务少数贵宾客户。', 'Serves a few VIP households only.'),
  ('serviceManager', 'property', false, '客服经理', 'Service manager', '带客服团队，回访流失客户。', 'Leads the service agents and calls customers who were lost.'),
  ('serviceAgent', 'property', false, '客服人员', 'Service agent', '日常咨询、受理、跟进。', 'Enquiries, intake and progress.'),
  ('dedicatedServiceAgent', 'property', true, '专属客服', 'Dedicated service agent', '专门对接分给自己的客户。', 'Serves the customers assigned to them.'),
  ('callCenterAgent', 'property', false, '呼叫中心坐席', 'Call-centre agent', '接听集团热线，登记并派发。', 'Answers the group hotline, registers and dispatches.'),
  ('complaintSpecialist', 'property', false, '投诉处理专员', 'Complaint specialist', '登记、分类、派发并跟踪投诉。', 'Registers, classifies, dispatches and follows complaints.'),
  ('repairEngineer', 'property', true, '房修工程师', 'Repair engineer', '一单到底，报修的唯一责任人。', 'The one person responsible for a repair.'),
  ('projectEngineer', 'developer', false, '项目工程师', 'Project engineer', '负责工程质量问题的判断与整改。', 'Judges and mends questions of construction quality.'),
  ('inspectionEscort', 'developer', true, '陪验专员', 'Inspection escort', '交付时陪业主验房。', 'Accompanies owners at handover inspection.'),
  ('communityOperator', 'property', false, '社区运营专员', 'Community operator', '策划活动、运营内容、与业主互动。', 'Plans activities, runs content, talks with owners.'),
  ('developerCashier', 'developer', false, '地产财务', 'Developer cashier', '交付时收付房款差额与税费。', 'Takes and returns purchase balances and taxes at handover.'),
  ('propertyCashier', 'property', false, '物业财务', 'Property cashier', '交付时收取物业费用。', 'Takes property fees at handover.'),
  ('oversight', 'both', false, '督导检查', 'Oversight', '区域与总部的检查，只看不改。', 'Inspects for region and headquarters; looks, never changes.'),
  ('surveyor', 'both', false, '第三方调查员', 'Outside surveyor', '外部满意度调查，只接触名单中的客户。', 'Outside satisfaction surveys; reaches listed customers only.');

-- --------------------------------------------------------------------------------------------------------------- staff

create table staff (
  id         uuid primary key,
  username   text not null unique check (username = lower(username) and length(username) between 2 and 40),
  name       text not null check (length(name) between 1 and 40),
  name_key   text not null,
  language   text not null default 'zh' check (language in ('zh', 'en')),
  theme      text not null default 'system' check (theme in ('system', 'light', 'dark')),
  added_at   timestamptz not null,
  version    int not null default 1
);
comment on column staff.username is 'Lower case, NFKC; unique for ever, so that old records name one person.';
comment on column staff.name_key is 'Pinyin and initials in lower case, for sorting and finding: zhangsan zs.';
create index staff_by_name on staff (name_key, id);

-- An account is closed while this row exists.
create table staff_leaving (
  staff_id  uuid primary key references staff,
  left_at   timestamptz not null,
  closed_by uuid not null
);

create table staff_grant (
  id         uuid primary key,
  staff_id   uuid not null references staff,
  role_id    text not null references role,
  node_id    uuid not null references company_node,
  own_only   boolean not null,
  granted_at timestamptz not null,
  granted_by uuid not null,
  unique (staff_id, role_id, node_id)
);
comment on table staff_grant is 'A role on a node of the tree of companies; it reaches every project below.';
comment on column staff_grant.own_only is 'Of those projects only what is entrusted to the person. The same in all grants of an account.';
create index staff_grant_by_role on staff_grant (role_id);
create index staff_grant_by_node on staff_grant (node_id);

-- ----------------------------------------------------------------------------------------------------------- portfolios

create table portfolio_item (
  id           uuid primary key,
  staff_id     uuid not null references staff,
  subject_kind text not null check (subject_kind in ('room', 'person')),
  subject_id   uuid not null,
  project_id   uuid not null references company_node,
  from_day     date not null,
  until_day    date check (until_day >= from_day),
  entrusted_by uuid not null
);
comment on table portfolio_item is 'A room or a person entrusted to a member of staff for a time (ORG-05, ORG-16).';
comment on column portfolio_item.subject_id is 'Room or person; opaque here, both stand above identity.';
comment on column portfolio_item.until_day is 'First day on which it is no longer held; null while open.';
create unique index portfolio_held_once on portfolio_item (staff_id, subject_id) where until_day is null;
create index portfolio_by_subject on portfolio_item (subject_id, staff_id);
create index portfolio_by_staff on portfolio_item (staff_id, from_day);

-- ---------------------------------------------------------------------------------------------------------------- scope

create function scope.today() returns date language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('yilu.today', true), '')::date, (now() at time zone 'Asia/Shanghai')::date) $$;
comment on function scope.today() is 'The calendar day in Shanghai at which the running transaction began.';

create function scope.own_subjects() returns setof uuid language sql stable security definer set search_path = ''
  as $$
    select subject_id from public.portfolio_item
    where staff_id = (select scope.actor()) and from_day <= (select scope.today())
      and (until_day is null or until_day > (select scope.today()))
  $$;
comment on function scope.own_subjects() is
  'Rooms and people entrusted to the actor today. In policies: room_id in (select scope.own_subjects()), evaluated once per statement.';
grant execute on function scope.today(), scope.own_subjects() to yilu_app;

-- Names of colleagues stand beside all their work, so whoever acts may read them; changing them takes a permission.
alter table staff enable row level security;
create policy colleagues on staff using ((select scope.actor()) is not null) with check ((select scope.actor()) is not null);
alter table staff_leaving enable row level security;
create policy colleagues on staff_leaving using ((select scope.actor()) is not null) with check ((select scope.actor()) is not null);
alter table staff_grant enable row level security;
create policy colleagues on staff_grant using ((select scope.actor()) is not null) with check ((select scope.actor()) is not null);
alter table portfolio_item enable row level security;
create policy in_scope on portfolio_item
  using (
    project_id = any ((select scope.projects())::uuid[])
    and (not (select scope.own_only()) or staff_id = (select scope.actor()))
  )
  with check (project_id = any ((select scope.projects())::uuid[]));

-- --------------------------------------------------------------------------------------------------------------- sign-in

create table auth.password (
  staff_id uuid primary key references public.staff,
  hash     text not null,
  set_at   timestamptz not null,
  set_by   uuid not null
);
comment on column auth.password.hash is 'scrypt$N$r$p$salt$key, base64url.';
comment on column auth.password.set_by is 'Set by another than its bearer: it must be changed at the next sign-in.';

create table auth.session (
  id           uuid primary key,
  token_hash   bytea not null unique,
  staff_id     uuid not null references public.staff,
  opened_at    timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  idle_days    int not null check (idle_days between 1 and 180),
  device       text not null,
  address      text not null
);
comment on column auth.session.token_hash is 'SHA-256 of the cookie''s 256 random bits: reading this table opens no session.';
comment on column auth.session.expires_at is 'Moves on with use by idle_days, but never beyond 180 days after opening.';
create index session_by_staff on auth.session (staff_id);
create index session_by_expiry on auth.session (expires_at);

-- Between the right password and the second factor.
create table auth.sign_in_ticket (
  token_hash bytea primary key,
  staff_id   uuid not null references public.staff,
  expires_at timestamptz not null
);
create index sign_in_ticket_by_staff on auth.sign_in_ticket (staff_id);

-- A secret shown as a QR code and not yet confirmed by a first code.
create table auth.second_factor_offer (
  staff_id   uuid primary key references public.staff,
  secret     text not null,
  offered_at timestamptz not null
);
create table auth.second_factor (
  staff_id     uuid primary key references public.staff,
  secret       text not null,
  confirmed_at timestamptz not null,
  last_step    bigint not null
);
comment on column auth.second_factor.secret is 'RFC 6238 secret, encrypted with the key file.';
comment on column auth.second_factor.last_step is 'The 30-second step of the latest accepted code; a code is accepted once.';

-- Deleted when used.
create table auth.backup_code (
  staff_id  uuid not null references public.staff,
  code_hash text not null,
  primary key (staff_id, code_hash)
);

create table auth.failed_tries (
  key     text primary key,
  count   int not null check (count > 0),
  last_at timestamptz not null
);
comment on table auth.failed_tries is 'Tries in a row that have not (yet) succeeded, per username, address or second factor. Charged before the check, so that parallel guesses count.';
comment on column auth.failed_tries.key is 'Keyed hash: what people type by mistake into the name field must not be readable.';
create index failed_tries_by_time on auth.failed_tries (last_at);

-- -------------------------------------------------------------------------------------------------------------- API keys

create table auth.api_key (
  id           uuid primary key,
  name         text not null,
  prefix       text not null,
  key_hash     bytea not null unique,
  role_id      text not null references public.role,
  created_at   timestamptz not null,
  created_by   uuid not null,
  expires_at   timestamptz,
  last_used_at timestamptz
);
comment on column auth.api_key.prefix is 'The first characters of the key, to tell keys apart.';
comment on column auth.api_key.key_hash is 'SHA-256 of the whole key; its 256 random bits need no salt.';
comment on column auth.api_key.expires_at is 'Null: until revoked.';

create table auth.api_key_node (
  key_id  uuid not null references auth.api_key,
  node_id uuid not null references public.company_node,
  primary key (key_id, node_id)
);
comment on table auth.api_key_node is 'What a key reaches (decision 9): projects below these nodes. Without a row it reaches nothing.';

create table auth.api_key_revocation (
  key_id     uuid primary key references auth.api_key,
  revoked_at timestamptz not null,
  revoked_by uuid not null
);

-- Secrets here are hashed or encrypted, and only identity's store names these tables.
grant usage on schema auth to yilu_app;
grant select, insert, update, delete on all tables in schema auth to yilu_app;
