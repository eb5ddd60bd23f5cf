import { afterEach, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { type House, openHouse } from './house.ts';

let house: House;
afterEach(() => house.close());

test.each([
  ['zh', '集团或公司名称', '您的姓名', '用户名', '密码', '开始使用', '导入我的表格'],
  ['en', 'Name of the group or company', 'Your name', 'Username', 'Password', 'Begin', 'Import my spreadsheets'],
])(
  'a new house is set up from its first page (%s)',
  async (language, group, name, username, password, begin, welcome) => {
    house = await openHouse({ isSetUp: false });
    const page = await house.window();
    await page.goto('/');
    await page.waitForURL('**/set-up');
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    expect(await seriousFaults(page)).toEqual([]);

    // By keyboard alone: the first field has the focus.
    await page.getByLabel(group).pressSequentially('澜山集团');
    await page.getByLabel(name).fill('林晓');
    await page.getByLabel(username).fill('linxiao');
    await page.getByLabel(password, { exact: true }).fill('Qingshan-7-liushui');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: welcome }).waitFor();
    // The keyboard goes on where the hand would: at the first of the choices.
    await page.locator('main button:focus').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.getByRole('button', { name: begin }).count()).toBe(0);
  },
);
