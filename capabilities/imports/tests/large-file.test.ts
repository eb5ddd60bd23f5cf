import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

const rows = Number(process.env.IMPORT_ROWS ?? 5_000);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

/** An owners' list as a big estate would hand it over; all invented. */
function ownersList(count: number): string {
  const family = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗';
  const given = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚';
  const lines = ['项目名称,楼栋,单元,房号,建筑面积,业主姓名,手机号码,性别,领房时间,个人爱好'];
  for (let n = 0; n < count; n += 1) {
    const name = `${family[n % 20]}${given[Math.floor(n / 20) % 20]}${given[Math.floor(n / 400) % 20]}`;
    const place = `${1 + (n % 60)}栋,${1 + (Math.floor(n / 60) % 3)}单元,${1 + Math.floor(n / 180)}${String(1 + (n % 4)).padStart(2, '0')}`;
    lines.push(
      `锦绣花园,${place},${(80 + (n % 70)).toFixed(2)},${name},1${38 + (n % 2)}${String(n).padStart(8, '1')},${n % 2 ? '男' : '女'},2025-0${1 + (n % 9)}-1${n % 10},羽毛球`,
    );
  }
  return lines.join('\n');
}

test(`a list of ${rows.toLocaleString('en-US')} owners goes in whole`, async () => {
  const { administrator } = office;
  const started = performance.now();
  const preview = await office.drop(administrator, { 'owners.csv': ownersList(rows) });
  const previewed = performance.now();
  expect(preview).toMatchObject({ phase: 'previewed', counts: { rows, rejected: 0 } });
  const applied = await office.bringIn(administrator, preview);
  const seconds = (performance.now() - previewed) / 1_000;
  expect(applied).toMatchObject({ phase: 'applied', counts: { rows, created: rows } });
  expect(await office.count('person')).toBe(applied.records?.people);
  if (process.env.IMPORT_ROWS)
    process.stdout.write(`preview ${((previewed - started) / 1_000).toFixed(1)} s, apply ${seconds.toFixed(1)} s\n`);
}, 600_000);
