-- What hangs on a run is what its files said, amounts and intents of the developer's side too. Whoever works for one side sees only the
-- runs of their own, though they reach the whole group (ORG-08).
alter policy own_or_group on import_run
  using (started_by = (select scope.actor()) or (select scope.is_group() and scope.sides() @> '{developer,property}'))
  with check (started_by = (select scope.actor()) or (select scope.is_group() and scope.sides() @> '{developer,property}'));
