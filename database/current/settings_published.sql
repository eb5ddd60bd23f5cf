-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- The whole tree, group to project: what identity grants roles on.
create view settings_published.company as
 SELECT id,
    kind,
    parent_id,
    path,
    name,
    pinyin
   FROM company_node;

-- All projects with what lists and letters print of them.
create view settings_published.project as
 SELECT id,
    name,
    pinyin,
    code,
    path,
    parent_id
   FROM company_node
  WHERE (kind = 'project'::text);

-- Every company with every project below it; a project stands under itself. Scopes are resolved by it.
create view settings_published.project_under as
 SELECT above.id AS node_id,
    project.id AS project_id
   FROM (company_node project
     JOIN company_node above ON ((above.id = ANY (project.path))))
  WHERE (project.kind = 'project'::text);
