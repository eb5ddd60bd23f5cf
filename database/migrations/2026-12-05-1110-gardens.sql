-- Gardens and phases of one estate may each have a building 3 (INT-02).
alter table building
  add column called_words text check (length(called_words) between 1 and 40),
  add column called_phase text check (length(called_phase) between 1 and 24);

comment on column building.code is 'Canonical: 3 for 3栋, 3# and 三号楼; A for A座; 东区3 and 梅园3 where gardens number apart, 2期3 where another phase has a 3 too. Unique in the project.';
comment on column building.called_words is 'Words that files put before the number and that the code leaves out: 阳光花园 where the rooms came first without it. Other words mean another building.';
comment on column building.called_phase is 'Code of the phase in which a file put the building after it was made without one. Another phase means another building.';
