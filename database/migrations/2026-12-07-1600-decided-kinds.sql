-- A person who corrects a column has not said what the sheet is.
alter table import_mapping alter column kind drop not null;
comment on column import_mapping.kind is 'What somebody said such sheets are; null where nobody did, so that each is recognised by itself.';
comment on column import_mapping.fields is 'Field by plain heading of the columns that somebody decided; null for one that goes nowhere.';
