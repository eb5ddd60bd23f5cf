-- 梯户比 asks how many lifts the homes of a floor share (norms §13).
alter table building_unit add column lifts smallint check (lifts between 1 and 20);
comment on column building_unit.lifts is 'Lifts of the unit; null is unknown, or none.';
