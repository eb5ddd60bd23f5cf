-- The night's recompute is owed once after its time of day: a machine that is switched off at night does it when it is on again.
create table label_night (
  begun_at timestamptz primary key
);
comment on table label_night is 'When the recompute of those whose day has come was begun (SEG-18).';
