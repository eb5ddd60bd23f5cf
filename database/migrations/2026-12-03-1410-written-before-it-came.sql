-- A register written on a phone without a signal came the next day and counted as late, though it was written in time.
alter table register_entry add column arrived_at timestamptz;
comment on column register_entry.arrived_at is
  'When the server had it, where it had waited on a device: entered_at and completed_at then say when it was written there (DOS-06).';
comment on column register_entry.entered_at is
  'When it was opened here, or written on a device that could not reach the server; see arrived_at.';
