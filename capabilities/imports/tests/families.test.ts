import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const owners = `房号,业主姓名,手机号,配偶姓名,配偶生日,子女姓名,子女生日,结婚纪念日,车位号,储藏室号,备用钥匙
1-1-101,张伟,13800142001,李娜,1987-05-20,张小宝,2015-06-01,2012-10-01,B1-023,C-07,在前台
1-1-102,王芳,13800142003,,,,,,,,
`;
const families = `房号,业主姓名,成员姓名,与业主关系,出生日期,联系电话
1-1-102,王芳,陈明,丈夫,1985-01-02,13800142004
1-1-102,王芳,陈小明,儿子,2016-03-04,
1-1-102,王芳,王父,父亲,1950,13800142005
`;

test('families, days to care about, spaces and storage rooms of a list go in, again change nothing, and are taken back', async () => {
  const { administrator, house, projectId } = office;
  const drop = () => office.drop(administrator, { '业主.csv': owners, '家庭成员.csv': families }, projectId);
  const run = await office.bringIn(administrator, await drop());
  expect(run.counts).toMatchObject({ created: 5, rejected: 0 });

  const told = async (query: string) => (await house.sql<{ told: string }>(query)).map((row) => row.told);
  expect(
    await told(`select r.display_name || ' ' || p.name || ' ' || rp.role as told from room_party rp
                  join room r on r.id = rp.room_id join person p on p.id = rp.person_id`),
  ).toEqual(
    expect.arrayContaining([
      '1栋1单元101 张伟 owner',
      '1栋1单元101 李娜 family',
      '车位B1-023 张伟 owner',
      '储藏室C-07 张伟 owner',
      '1栋1单元102 王芳 owner',
      '1栋1单元102 陈明 family',
      '1栋1单元102 陈小明 family',
      '1栋1单元102 王父 family',
    ]),
  );
  expect(await office.count('room_party')).toBe(8);
  expect(
    (
      await told(`select a.name || ' ' || person_relation.kind || ' ' || b.name as told from person_relation
                    join person a on a.id = from_person join person b on b.id = to_person`)
    ).sort(),
  ).toEqual(['李娜 spouse 张伟', '王父 parent 王芳', '王芳 parent 陈小明', '陈明 spouse 王芳']);
  const answers = await house.sql<{ field: string; value: unknown }>(
    `select field, value from dossier_answer where field in ('familyMembers', 'careDates') order by field`,
  );
  expect(answers.map(({ value }) => value)).toEqual([
    [
      { kind: 'familyBirthday', whose: '配偶', calendar: 'solar', month: 5, dayOfMonth: 20, year: 1987, yearly: true },
      { kind: 'wedding', calendar: 'solar', month: 10, dayOfMonth: 1, year: 2012, yearly: true },
    ],
    [{ relation: 'child', name: '张小宝', birthMonth: '2015-06' }],
  ]);
  const [child] = await house.sql("select birth_date, birth_year from person where name = '陈小明'");
  expect(child).toEqual({ birth_date: null, birth_year: 2016 });

  const again = await office.bringIn(administrator, await drop());
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
  await office.takeBack(administrator, again);
  expect(await office.takeBack(administrator, run)).toMatchObject({ kept: [] });
  expect([await office.count('person'), await office.count('dossier_answer')]).toEqual([0, 0]);
}, 180_000);

test('a family is one however far apart its rows stand, and again changes nothing', async () => {
  const { administrator, house, projectId } = office;
  const others = Array.from(
    { length: 1_050 },
    (_, n) => `2-1-${1_000 + n},住户${n},业主,139${String(n).padStart(8, '0')}`,
  );
  const lines = [
    '房号,姓名,与业主关系,联系电话',
    '1-9-901,赵大,业主,13800149001',
    '1-9-902,无号码的业主,业主,',
    ...others,
    '1-9-901,钱二,妻子,13800149002',
    '1-9-901,赵小宝,儿子,',
    '1-9-902,孙三,丈夫,13800149003',
  ];
  const drop = () => office.drop(administrator, { '住户.csv': `${lines.join('\n')}\n` }, projectId);
  const run = await office.bringIn(administrator, await drop());
  expect(run.counts).toMatchObject({ rows: 1_055, created: 1_055, rejected: 0 });
  const related = async () =>
    (
      await house.sql<{ told: string }>(
        `select a.name || ' ' || person_relation.kind || ' ' || b.name as told from person_relation
           join person a on a.id = from_person join person b on b.id = to_person`,
      )
    )
      .map(({ told }) => told)
      .sort();
  expect(await related()).toEqual(['孙三 spouse 无号码的业主', '赵大 parent 赵小宝', '钱二 spouse 赵大']);
  const again = await office.bringIn(administrator, await drop());
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1_055 });
  expect(await related()).toHaveLength(3);
  await office.takeBack(administrator, again);
  expect(await office.takeBack(administrator, run)).toMatchObject({ kept: [] });
  expect(await office.count('person')).toBe(0);
}, 180_000);
