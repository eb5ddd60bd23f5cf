-- Lines of Today are due when their site closes; a process remembers calendars together with the edition of access: these move it on.
create constraint trigger access_changes after insert or update or delete on working_hours
  deferrable initially deferred for each row execute function auth.move_access_edition();
create constraint trigger access_changes after insert or update or delete on special_day
  deferrable initially deferred for each row execute function auth.move_access_edition();
create constraint trigger access_changes after insert or update or delete on public_day
  deferrable initially deferred for each row execute function auth.move_access_edition();
