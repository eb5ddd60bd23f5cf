-- What a member of staff must do, by when, about whom.

create table task (
  id           uuid primary key,
  project_id   uuid not null references company_node,
  kind         text not null,
  subject_kind text,
  subject_id   uuid,
  title        jsonb not null,
  why          jsonb not null,
  note         jsonb,
  words        jsonb,
  origin       text not null,
  occurrence   text not null,
  planned_at   timestamptz,
  due_at       timestamptz not null,
  assignee_id  uuid not null,
  created_by   uuid not null,
  created_at   timestamptz not null,
  changed_by   uuid not null,
  changed_at   timestamptz not null,
  closed_at    timestamptz,
  version      int not null default 1,
  constraint a_subject_is_whole check ((subject_kind is null) = (subject_id is null)),
  constraint a_task_is_made_once unique (origin, occurrence)
);
comment on table task is 'Open while closed_at is empty; what was done about it stands in task_outcome.';
comment on column task.kind is 'Which set of outcomes it offers: followUp, register, dossier, care, other.';
comment on column task.subject_kind is 'What it is about, opaque here: person, room, register; named by the resolver that its capability contributes.';
comment on column task.title is 'What to do, {zh, en}.';
comment on column task.why is 'Why now: rule and data, {zh, en}.';
comment on column task.words is 'Suggested words to say, {zh, en}.';
comment on column task.origin is 'The rule or hand that made it, such as interactions.followUp or tasks.byHand.';
comment on column task.occurrence is 'Which occurrence of the origin; a repeated creation finds the same task.';
comment on column task.planned_at is 'The time of day to start, when there is one; due_at is the end of the time.';
comment on column task.changed_by is 'Who changed it last; lets a person with an own portfolio take back what they just handed over.';
comment on column task.closed_at is 'A column rather than a row, because the indexes of open tasks need it.';
create index task_open_by_assignee on task (assignee_id, due_at) where closed_at is null;
create index task_open_by_project on task (project_id, due_at) where closed_at is null;
create index task_closed_by_assignee on task (assignee_id, closed_at desc) where closed_at is not null;
create index task_by_subject on task (subject_kind, subject_id, due_at desc);

create table task_outcome (
  id         uuid primary key,
  task_id    uuid not null references task on delete cascade,
  effect     text not null check (effect in ('DONE', 'NOT_NEEDED', 'POSTPONED', 'HANDED_OVER')),
  choice     text,
  reason     text,
  record_id  uuid,
  by_account uuid not null,
  at         timestamptz not null,
  was        jsonb not null,
  undone_at  timestamptz
);
comment on table task_outcome is 'Everything that was done about a task, one row per act; taking back marks the row.';
comment on column task_outcome.choice is 'The outcome as it was offered, such as reached or noAnswer.';
comment on column task_outcome.record_id is 'The record that did the task, such as an interaction.';
comment on column task_outcome.was is 'Assignee, plan and due instant before the act, for taking it back.';
create index task_outcome_by_task on task_outcome (task_id, at desc);

create table today_visit (
  account_id  uuid primary key,
  seen_at     timestamptz not null,
  previous_at timestamptz not null
);
comment on table today_visit is 'When somebody last looked at Today, for what changed since.';
comment on column today_visit.previous_at is 'The visit before the one that is going on.';

-- One's own tasks, and, without the limit to an own portfolio, those of the projects in reach.
alter table task enable row level security;
create policy in_scope on task for select using (
  project_id = any ((select scope.projects())::uuid[])
  and (not (select scope.own_only())
       or assignee_id = (select scope.actor())
       or created_by = (select scope.actor())
       or changed_by = (select scope.actor()))
);
create policy made_in_scope on task for insert with check (project_id = any ((select scope.projects())::uuid[]));
create policy changed_in_scope on task for update
  using (
    project_id = any ((select scope.projects())::uuid[])
    and (not (select scope.own_only())
         or assignee_id = (select scope.actor())
         or changed_by = (select scope.actor()))
  )
  with check (project_id = any ((select scope.projects())::uuid[]));

alter table task_outcome enable row level security;
create policy of_a_visible_task on task_outcome for select using (exists (select 1 from task where task.id = task_id));
create policy by_oneself on task_outcome for insert with check (by_account = (select scope.actor()));
create policy taken_back_by_oneself on task_outcome for update
  using (by_account = (select scope.actor())) with check (by_account = (select scope.actor()));

alter table today_visit enable row level security;
create policy own on today_visit using (account_id = (select scope.actor())) with check (account_id = (select scope.actor()));
