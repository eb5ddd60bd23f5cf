-- How far an import is can be told from its first pass on, not only once a preview has counted its rows.

alter table import_sheet add column rows_seen int check (rows_seen >= 0);
comment on column import_sheet.rows_seen is 'Filled rows below the headings when the file was recognised; an estimate of its data rows, for progress.';
comment on column import_change.image is 'A list of images, up to a hundred, in the order of their changes; a single one in imports of before December 2026.';
