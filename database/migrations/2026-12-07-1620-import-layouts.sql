-- Offices keep households on cards, and paste what a group of owners wrote line by line into one column.
alter table import_sheet add column layout jsonb;
comment on column import_sheet.layout is 'How the rows lie, where they make no table: cards with the places of their values, or a chain of lines; null of a table.';
