import { expect, test } from 'vitest';
import { makeAntdSheet } from '../apps/console/boot/antd-sheet.ts';

const sheet = makeAntdSheet();

test('every variable that antd asks for has a value', () => {
  const given = new Set([...sheet.css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const asked = new Set([...sheet.css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
  // Set by the code of the part, on its element.
  const bySelf = ['--arrow-x', '--ant-modal-xs-width'];
  expect([...asked].filter((name) => !given.has(name) && !bySelf.includes(name ?? ''))).toEqual([]);
});

test('what a part has otherwise than the page ends where the next part begins', () => {
  const within = (selector: string) => {
    const rule = sheet.css.split('\n').find((line) => line.startsWith(`${selector}{`));
    return /--ant-color-border:([^;}]+)/.exec(rule ?? '')?.[1];
  };
  expect(within('.yl-antd.ant-checkbox-css-var')).not.toBe(within('.yl-antd'));
  expect(within('.yl-antd')).toBe(sheet.tokens.light.colorBorder);
  expect(within(":where([data-theme='dark']) .yl-antd")).toBe(sheet.tokens.dark.colorBorder);
});
