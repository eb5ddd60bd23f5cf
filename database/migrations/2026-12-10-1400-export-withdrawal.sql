-- An export that nobody wants to release, or that was asked for by mistake, waited for ever in everybody's list.
alter table customer_export
  add column withdrawn_by uuid,
  add column withdrawn_by_name text,
  add column withdrawn_at timestamptz,
  add constraint withdrawn_by_somebody check (num_nulls(withdrawn_by, withdrawn_by_name, withdrawn_at) in (0, 3));
comment on column customer_export.withdrawn_at is
  'When its asker took it back, or somebody who may release refused it or took the release back (SEC-09); no file is made from then on.';
