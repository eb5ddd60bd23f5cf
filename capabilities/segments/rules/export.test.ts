import { expect, test } from 'vitest';
import type { BookRow } from '../contract/index.ts';
import { exportedCells, headLine, needsRelease, watermark } from './export.ts';

const row: BookRow = {
  personId: '019ab000-0000-7000-8000-000000000001',
  projectId: '019ab000-0000-7000-8000-000000000002',
  project: '澜山府',
  name: '许静安',
  phone: '138****5678',
  standing: 'owner',
  lifecycle: 'LONG_STANDING',
  valueMatches: [],
  completeness: 86,
  tags: ['SCHOOL', 'gone'],
  circles: [],
  visits: 3,
  amountFen: 123_456_789,
};
const names = (_: string, id: string) => (id === 'SCHOOL' ? '关注学区' : id);

test('a customer is exported in the words of the book', () => {
  const columns = ['name', 'phone', 'lifecycle', 'value', 'completeness', 'tags', 'amount', 'visits'] as const;
  expect(headLine(columns, 'zh')).toEqual([
    '姓名',
    '电话',
    '生命周期',
    '价值',
    '完善度',
    '标签',
    '签约金额',
    '来访次数',
  ]);
  expect(exportedCells(row, columns, 'zh', names)).toEqual([
    '许静安',
    '138****5678',
    '老客户',
    null,
    '86%',
    '关注学区、gone',
    1_234_567.89,
    3,
  ]);
});

test('a copy says who took it, when and why', () => {
  const taken = { by: '林晓', at: '2026-11-22 10:00', reason: '周会', rows: 12, id: 'E1' };
  expect(watermark(taken, 'zh')).toBe('内部资料，请勿外传。林晓 于 2026-11-22 10:00 导出 12 户，用途：周会。编号 E1');
});

test.each([
  [500, 0, false, false],
  [501, 0, false, true],
  [501, 0, true, false],
  [100, 400, false, false],
  [101, 400, false, true],
  [101, 400, true, false],
])('%i rows after %i of the day, may release %s: waits %s', (rows, taken, mayRelease, waits) => {
  expect(needsRelease(rows, taken, 500, mayRelease)).toBe(waits);
});
