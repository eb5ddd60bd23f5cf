import { expect, test } from 'vitest';
import { gardenIn } from './garden.ts';

test.each([
  ['梅园', '梅园'],
  ['梅园业主名册', '梅园'],
  ['翠湖苑 2024年 业主台账', '翠湖苑'],
  ['东区', '东区'],
  ['A区住户', 'A区'],
  ['一组团', '一组团'],
  ['别墅区业主', '别墅区'],
  ['业主名册', undefined],
  ['小区业主', undefined],
  ['家园', undefined],
  ['Sheet1', undefined],
  ['张三', undefined],
  ['3栋', undefined],
  ['某某社区居民信息登记表', undefined],
])('a list called %s is of %s', (text, garden) => {
  expect(gardenIn(text)).toBe(garden);
});
