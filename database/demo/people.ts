import { catalogue } from '@yilu/customers/contract';
import { kinds } from './numbers.ts';
import type { EstateSize } from './size.ts';
import { consultantOf, housekeeperOf } from './staff.ts';
import { nameParts } from './words.ts';

/** Owners, co-owners and leads with phones, homes, portfolios and a dossier that is partly filled. */
export function people(size: EstateSize, seed: number, today: string): string[] {
  const { owners, coOwners, leads, rooms, projects } = size;
  const all = owners + coOwners + leads;
  const perProject = Math.ceil(rooms / projects);
  const person = (key: string) => `demo.id(${kinds.person}, ${key}, ${seed})`;
  const project = `demo.id(${kinds.node}, 10 + p, ${seed})`;
  return [
    // An owner's room is the one as far along the estate as the owner is along the owners: unsold ones lie between.
    `create temp table demo_person on commit drop as
       select k, part, r, case when r is null then k % ${projects} else r / ${perProject} end as p, r % ${perProject} as n,
              1 + floor(demo.share(k, 'surname', ${seed}) * ${nameParts.surnames.length})::int as family,
              1 + floor(demo.share(k, 'given', ${seed}) * ${nameParts.given.length})::int as own,
              1955 + floor(demo.share(k, 'born', ${seed}) * 48)::int as born
         from (select k, case when k < ${owners} then 'owner' when k < ${owners + coOwners} then 'coOwner' else 'lead' end as part,
                      case when k < ${owners} then k * ${rooms}::bigint / ${owners}
                           when k < ${owners + coOwners} then ((k - ${owners}) * ${owners}::bigint / ${Math.max(1, coOwners)}) * ${rooms}::bigint / ${owners} end as r
                 from generate_series(0, ${all - 1}) k) planned`,
    // Owners came with an import these days, leads were registered one by one (decision 19).
    // What happened to a sold home: handed over building by building, some buildings not yet.
    `create temp table demo_home on commit drop as
       select k as owner, p, n, r,
              case when demo.share(r / ${size.floors * size.roomsPerFloor}, 'undelivered', ${seed}) < 0.15 then null
                   else date '${today}' - (20 + demo.share(r / ${size.floors * size.roomsPerFloor}, 'handover', ${seed}) * 1250)::int end as handed_over_on,
              (30 + demo.share(k, 'wait', ${seed}) * 600)::int as waited
         from demo_person where part = 'owner'`,
    `alter table demo_home add signed_on date`,
    `update demo_home set signed_on = coalesce(handed_over_on, date '${today}') - waited - 1`,
    `insert into person (id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, entered_at, registered_by)
       select ${person('k')}, 'natural', name, name, letters, first_letters, case when demo.share(k, 'sex', ${seed}) < 0.5 then 'female' else 'male' end,
              case when demo.share(k, 'birthday', ${seed}) < 0.4 then make_date(born, 1 + floor(demo.share(k, 'month', ${seed}) * 12)::int, 1 + floor(demo.share(k, 'day', ${seed}) * 28)::int) end,
              case when demo.share(k, 'birthday', ${seed}) < 0.75 then born end, registered_at,
              case part when 'lead' then registered_at else timestamptz '${today} 02:00Z' - make_interval(days => (demo.share(k, 'entered', ${seed}) * 4)::int) end, ${consultantOf(seed)}
         from (select demo_person.*, ${joined('text')} as name, ${joined('pinyin')} as letters, ${joined('initials')} as first_letters,
                      timestamptz '${today} 02:00Z' - make_interval(days => (case part when 'lead' then 5 + demo.share(k, 'known', ${seed}) * 300 else 700 + demo.share(k, 'known', ${seed}) * 1500 end)::int) as registered_at
                 from demo_person) named`,
    `insert into person_project (person_id, project_id, registered_at, registered_by, imported)
       select ${person('k')}, ${project}, person.registered_at, person.registered_by, part <> 'lead' from demo_person join person on person.id = ${person('k')}`,
    `insert into person_phone (id, person_id, number, kind, is_primary, added_at)
       select demo.id(${kinds.phone}, k, ${seed}), ${person('k')},
              demo.pick('{133,135,136,137,138,139,150,151,158,159,177,182,186,187,188,189}', k, 'phone', ${seed}) || lpad(((k * 7919 + ${seed} * 104729) % 100000000)::text, 8, '0'),
              'mobile', true, now() from demo_person where demo.share(k, 'has phone', ${seed}) < 0.99`,
    `insert into room_party (id, room_id, project_id, person_id, role, share, started_on, primary_contact)
       select demo.id(${kinds.party}, demo_person.k, ${seed}), demo.id(${kinds.room}, demo_person.r, ${seed}), demo.id(${kinds.node}, 10 + demo_person.p, ${seed}), ${person('demo_person.k')}, part, null, home.signed_on, part = 'owner'
         from demo_person join demo_home home on home.r = demo_person.r`,
    `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
       select demo.id(${kinds.portfolio}, r, ${seed}), ${housekeeperOf(size, seed)}, 'room', demo.id(${kinds.room}, r, ${seed}), ${project}, date '${today}' - 400, ${housekeeperOf(size, seed)} from demo_home`,
    `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
       select demo.id(${kinds.portfolio}, ${rooms} + k, ${seed}), ${consultantOf(seed)}, 'person', ${person('k')}, ${project}, date '${today}' - 300, ${consultantOf(seed)}
         from demo_person where part = 'lead'`,
    ...dossier(seed),
  ];
}

function joined(of: 'text' | 'pinyin' | 'initials'): string {
  const array = (texts: readonly string[]) => `('{${texts.join(',')}}'::text[])`;
  return `${array(nameParts.surnames.map((part) => part[of]))}[family] || ${array(nameParts.given.map((part) => part[of]))}[own]`;
}

/** Answers that people give to fields; dictionaries and the rest of the catalogue stay as the offices left them. */
const said: Readonly<Record<string, readonly unknown[]>> = {
  address: ['滨江区江南大道 288 号', '西湖区文三路 478 号', '余杭区五常街道', '萧山区市心中路'],
  nativePlace: ['浙江绍兴', '浙江杭州', '安徽黄山', '江西上饶', '江苏苏州'],
  sourceChannel: ['FRIEND', 'WECHAT', 'OUTDOOR', 'WALK_BY', 'WEB'],
  livingArea: ['滨江', '西湖', '余杭', '萧山', '拱墅'],
  character: ['爽快直接', '细致谨慎', '热心邻里', '话不多，重承诺'],
  propertyHistory: ['2014 年购入余杭两居自住', '首次置业', '老家有一套自建房', '2009 年购入城西学区房'],
};

function dossier(seed: number): string[] {
  const insert = (field: string, side: string, values: readonly unknown[], share: number) =>
    `insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
       select demo.id(${kinds.person}, k, ${seed}), '${field}', '${side}', demo.pick(array[${values.map((value) => `'${JSON.stringify(value)}'`).join(',')}], k, '${field}', ${seed})::jsonb, false,
              ${consultantOf(seed)}, now() - interval '90 days', 'staff' from demo_person where demo.share(k, 'has ${field}', ${seed}) < ${share}`;
  return catalogue
    .filter(({ sensitivity }) => sensitivity === 'normal')
    .flatMap(({ key, side, type }, place) => {
      const values = said[key] ?? (type.kind === 'choice' ? type.choices.map((choice) => choice.key) : []);
      return values.length > 0 ? [insert(key, side, values, 0.35 + ((place * 37) % 50) / 100)] : [];
    });
}
