-- A sheet may hold several tables, under each other or side by side; each is an import_sheet of its own.
alter table import_sheet add column part int not null default 0;
alter table import_sheet add column first_row int;
alter table import_sheet add column last_row int;
alter table import_sheet drop constraint import_sheet_file_id_position_key;
alter table import_sheet add unique (file_id, position, part);
comment on column import_sheet.part is 'Which table of the sheet, from 0.';
comment on column import_sheet.first_row is 'Where the table''s own title lines begin, when it lies below another table of the sheet.';
comment on column import_sheet.last_row is 'The last row before another table of the sheet begins.';
