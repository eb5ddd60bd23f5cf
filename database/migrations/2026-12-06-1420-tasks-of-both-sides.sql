-- Whoever works for both sides sees the tasks of either: to compare the sides of every open task of a group with theirs took longer
-- than all else that was asked about it. It is settled once per statement, before a task is looked at.

drop policy in_scope on task;
create policy in_scope on task for select using (
  project_id = any ((select scope.projects())::uuid[])
  and ((select not scope.own_only() and scope.sides() @> '{developer,property}')
       or assignee_id = (select scope.actor())
       or created_by = (select scope.actor())
       or changed_by = (select scope.actor())
       or not (select scope.own_only()) and sides && (select scope.sides())::text[])
);
