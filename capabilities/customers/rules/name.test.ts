import { expect, test } from 'vitest';
import { maskedName, nameKeyOf, soundOf } from './name.ts';

test.each([
  ['张三', 'zhangsan', 'zs'],
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['曾志伟', 'zengzhiwei', 'zzw'],
  ['欧阳娜娜', 'ouyangnana', 'oynn'],
  ['吕布', 'lvbu', 'lb'],
  ['John Smith', 'johnsmith', 'js'],
])('%s sounds %s', (name, pinyin, initials) => {
  expect(soundOf(name)).toEqual({ pinyin, initials });
});

test.each([
  ['张 三', '张三'],
  ['张三先生', '张三'],
  ['ＪＯＨＮ Smith', 'johnsmith'],
  ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
  ['先生', '先生'],
])('%s is compared as %s', (name, key) => {
  expect(nameKeyOf(name)).toBe(key);
});

test('a name outside one’s reach keeps its first character', () => {
  expect([maskedName('张三丰'), maskedName('李'), maskedName('杭州一路物业有限公司')]).toEqual(['张**', '*', '杭**']);
});
