import { kinds } from './numbers.ts';
import type { EstateSize } from './size.ts';
import { nameParts } from './words.ts';

/** A housekeeper looks after some 250 households. */
const roomsPerHousekeeper = 250;
const consultants = 4;
/** Places of a project's staff before its housekeepers: manager, sales-site manager, consultants, property manager. */
const before = 3 + consultants;

export function housekeepersPerProject({ rooms, projects }: EstateSize): number {
  return Math.max(1, Math.ceil(rooms / projects / roomsPerHousekeeper));
}

/** The staff of each project, key p × 1000 + place, with roles on their project. They get passwords from an administrator. */
export function staff(size: EstateSize, seed: number): string[] {
  const { surnames, given } = nameParts;
  const array = (texts: readonly string[]) => `'{${texts.join(',')}}'::text[]`;
  const id = (key: string) => `demo.id(${kinds.staff}, ${key}, ${seed})`;
  const node = `demo.id(${kinds.node}, 10 + p, ${seed})`;
  return [
    `create temp table demo_staff on commit drop as
       select p, s, p * 1000 + s as key,
              case when s = 0 then 'projectManager' when s = 1 then 'salesSiteManager' when s < ${2 + consultants} then 'salesConsultant'
                   when s = ${2 + consultants} then 'propertyManager' else 'housekeeper' end as role,
              1 + floor(demo.share(p * 1000 + s, 'surname', ${seed}) * ${surnames.length})::int as family,
              1 + floor(demo.share(p * 1000 + s, 'given', ${seed}) * ${given.length})::int as own
         from generate_series(0, ${size.projects - 1}) p, generate_series(0, ${before + housekeepersPerProject(size) - 1}) s`,
    `insert into staff (id, username, name, name_key, added_at)
       select ${id('key')}, 'demo' || lpad(key::text, 5, '0') || '_' || ${seed}, (${array(surnames.map(({ text }) => text))})[family] || (${array(given.map(({ text }) => text))})[own],
              (${array(surnames.map(({ pinyin }) => pinyin))})[family] || (${array(given.map(({ pinyin }) => pinyin))})[own] || ' ' ||
              (${array(surnames.map(({ initials }) => initials))})[family] || (${array(given.map(({ initials }) => initials))})[own], now()
         from demo_staff`,
    `insert into staff_grant (id, staff_id, role_id, node_id, own_only, granted_at, granted_by)
       select demo.id(${kinds.grant}, key, ${seed}), ${id('key')}, role, ${node}, role in ('housekeeper', 'salesConsultant'), now(), ${id('key')} from demo_staff`,
  ];
}

/** SQL for the housekeeper of room number n of project p, and for the consultant of a key. */
export function housekeeperOf(size: EstateSize, seed: number): string {
  return `demo.id(${kinds.staff}, p * 1000 + ${before} + n * ${housekeepersPerProject(size)} / ${Math.ceil(size.rooms / size.projects)}, ${seed})`;
}

export function consultantOf(seed: number): string {
  return `demo.id(${kinds.staff}, p * 1000 + 2 + k % ${consultants}, ${seed})`;
}
