-- Whoever grants a role sees its title only. Two made in the same moment are kept apart here; of titles that are there twice
-- already the later ones are numbered.
update role
   set title_zh = left(title_zh, 26) || ' ' || place
  from (select id, row_number() over (partition by lower(title_zh) order by id like 'own%', id) as place from role) numbered
 where numbered.id = role.id and place > 1;
update role
   set title_en = left(title_en, 56) || ' ' || place
  from (select id, row_number() over (partition by lower(title_en) order by id like 'own%', id) as place from role) numbered
 where numbered.id = role.id and place > 1;
create unique index one_role_of_a_chinese_title on role (lower(title_zh));
create unique index one_role_of_an_english_title on role (lower(title_en));
