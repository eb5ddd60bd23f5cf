import { kinds } from './numbers.ts';
import type { EstateSize } from './size.ts';

const names = [
  '澜山府',
  '云栖里',
  '望江台',
  '锦绣园',
  '观棠',
  '听松苑',
  '星河湾畔',
  '明月江南',
  '春和景明',
  '晴川阁',
  '溪谷雅筑',
  '远山居',
  '湖畔颂',
  '青云里',
  '长乐坊',
  '梧桐院',
  '天元府',
  '枫林绿洲',
  '海棠公社',
  '翡翠云台',
];

const region = '华东区域';

/** Companies, projects, buildings, units and rooms. Rooms are numbered from 0; a project holds a run of them. */
export function places(size: EstateSize, seed: number): string[] {
  const perProject = Math.ceil(size.rooms / size.projects);
  const perBuilding = size.floors * size.roomsPerFloor * 2;
  // A second estate beside a first one tells its names apart.
  const unlessTaken = (name: string, among: string) =>
    `${name} || case when exists (select from company_node where ${among} and company_node.name = ${name}) then '（${seed}）' else '' end`;
  const node = (key: number | string) => `demo.id(${kinds.node}, ${key}, ${seed})`;
  return [
    // A house that has a group already, or gets one this moment, keeps it; the demo hangs below.
    `insert into company_node (id, kind, parent_id, name, pinyin)
     values (${node(0)}, 'group', null, '远山集团', 'yuanshanjituan') on conflict (kind) where kind = 'group' do nothing`,
    `insert into company_node (id, kind, parent_id, name, pinyin)
       select ${node(1)}, 'region', house.id, '${region}', 'huadongquyu' from company_node house
        where kind = 'group' and not exists (select from company_node where parent_id = house.id and name = '${region}')`,
    `insert into company_node (id, kind, parent_id, name, pinyin, developer, property_company)
       select ${node(2)}, 'city', region.id, ${unlessTaken("'杭州公司'", 'region.id = company_node.parent_id')}, 'hangzhougongsi', '远山置业', '远山物业'
         from company_node region join company_node house on house.id = region.parent_id and house.kind = 'group' where region.name = '${region}'`,
    `insert into company_node (id, kind, parent_id, name, pinyin)
       select ${node('10 + p')}, 'project', ${node(2)}, ${unlessTaken('planned.name', "company_node.kind = 'project'")}, ''
         from (select p, (array[${names.map((name) => `'${name}'`).join(',')}])[1 + p % ${names.length}] || case when p >= ${names.length} then (p / ${names.length} + 1)::text || '期' else '' end as name
                 from generate_series(0, ${size.projects - 1}) p) planned`,
    `insert into phase (id, project_id, name, code) select demo.id(${kinds.phase}, p, ${seed}), ${node('10 + p')}, '一期', '01' from generate_series(0, ${size.projects - 1}) p`,
    `create temp table demo_room on commit drop as
       select k, k / ${perProject} as p, k % ${perProject} as n, (k % ${perProject}) / ${perBuilding} as b,
              ((k % ${perProject}) % ${perBuilding}) / ${perBuilding / 2} as u,
              ((k % ${perProject}) % ${perBuilding / 2}) / ${size.roomsPerFloor} + 1 as floor,
              ((k % ${perProject}) % ${size.roomsPerFloor}) + 1 as door
         from generate_series(0, ${size.rooms - 1}) k`,
    `insert into building (id, project_id, phase_id, code, name, position)
       select distinct demo.id(${kinds.building}, p * 10000 + b, ${seed}), ${node('10 + p')}, demo.id(${kinds.phase}, p, ${seed}), (b + 1)::text, (b + 1) || '栋', b from demo_room`,
    `insert into building_unit (id, project_id, building_id, code, name, position)
       select distinct demo.id(${kinds.unit}, (p * 10000 + b) * 10 + u, ${seed}), ${node('10 + p')}, demo.id(${kinds.building}, p * 10000 + b, ${seed}),
              (u + 1)::text, (u + 1) || '单元', u from demo_room`,
    `insert into room (id, project_id, phase_id, building_id, unit_id, kind, number, code, display_code, display_name, sort_key, floor, floor_label,
                       layout, bedrooms, living_rooms, bathrooms, kitchens, gross_area, inner_area, orientation, fit_out, sale_kind, sales_state, stage, product_type, created_at)
       select demo.id(${kinds.room}, k, ${seed}), ${node('10 + p')}, demo.id(${kinds.phase}, p, ${seed}), demo.id(${kinds.building}, p * 10000 + b, ${seed}),
              demo.id(${kinds.unit}, (p * 10000 + b) * 10 + u, ${seed}), 'RESIDENCE', number, (b + 1) || '-' || (u + 1) || '-' || number, (b + 1) || '-' || (u + 1) || '-' || number,
              (b + 1) || '栋' || (u + 1) || '单元' || number, lpad((b + 1)::text, 6, '0') || '|' || lpad((u + 1)::text, 6, '0') || '|000000|' || lpad(number, 6, '0'), floor, floor::text,
              rooms || '室2厅' || baths || '卫1厨', rooms, 2, baths, 1, round((38 + rooms * 24 + demo.share(k, 'area', ${seed}) * 12)::numeric, 2),
              round(((38 + rooms * 24) * 0.8)::numeric, 2), demo.pick('{S,NS,SE,SW}', k, 'orientation', ${seed}), 'FITTED_OUT', 'COMPLETED', 'AVAILABLE', 'AVAILABLE', '高层', now()
         from (select *, floor || lpad(door::text, 2, '0') as number, 1 + (demo.share(k, 'rooms', ${seed}) * 4.2)::int as rooms,
                      1 + (demo.share(k, 'rooms', ${seed}) > 0.5)::int as baths from demo_room) planned`,
  ];
}
