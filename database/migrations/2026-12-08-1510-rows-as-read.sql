-- A workbook was parsed three times: to recognise it, for its preview and to bring it in. What the first reading found is kept
-- beside the file, encrypted like it, and goes when it goes.

alter table import_file_part add column sheet int;
alter table import_file_part add column reader int;
alter table import_file_part add constraint import_file_part_of_file_or_reading
  check ((part >= 0) = (sheet is null) and (sheet is null) = (reader is null));
comment on column import_file_part.part is 'From 0 in the file; what was read of it counts down from -1.';
comment on column import_file_part.sheet is 'Of what was read: the sheet''s position. Its heading comes first, its rows follow some thousand at a time.';
comment on column import_file_part.reader is 'Edition of the reader that read it; another reads the file again.';
