-- Roles of ORG-06 and ORG-07 that were not shipped yet: the desk that both sides share, the project's own department on the
-- building site, and the two departments of headquarters that look at projects without changing them.
insert into role (id, side, suggests_own, title_zh, title_en, about_zh, about_en) values
  ('customerRelationsCenter', 'both', false, '客户关系中心', 'Customer-relations centre', '投诉与回访的总台，开发商和物业的客户都接。', 'The central desk for complaints and follow-ups, for customers of either side.'),
  ('projectDepartment', 'developer', false, '项目部', 'Project department', '现场项目团队，记录房屋的工程与交付节点。', 'The team on site; records milestones of rooms up to handover.'),
  ('customerRelationsDepartment', 'both', false, '客户关系管理部', 'Customer-relations department', '总部职能，看各项目的客户与服务，只看不改。', 'Headquarters; looks at customers and service of all projects, never changes.'),
  ('propertyDivision', 'property', false, '物业事业本部', 'Property division', '总部与区域的物业服务管理，只看不改。', 'Property service at headquarters and region; looks, never changes.');
