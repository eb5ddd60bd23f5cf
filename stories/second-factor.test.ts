import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfStep } from '../capabilities/identity/server/totp.ts';
import { seriousFaults } from './axe.ts';
import { administrator, type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a second factor is set up on the telephone that holds the authenticator, and asked for at the next sign-in', async () => {
  const page = await house.windowOf(administrator, '/me', { phone: true });
  // As over plain HTTP in an office's own network, where pages have no clipboard.
  await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await page.getByRole('button', { name: '启用' }).click();
  const sheet = page.getByRole('dialog', { name: '两步验证' });
  await sheet.getByLabel('先输入密码').fill(administrator.password);
  await sheet.getByRole('button', { name: '继续' }).click();

  // Nobody scans their own screen.
  const here = await sheet.getByRole('link', { name: '在这台设备的验证器里打开' }).getAttribute('href');
  const secret = new URL(here ?? '').searchParams.get('secret') ?? '';
  expect(here).toMatch(/^otpauth:\/\/totp\//);
  expect((await sheet.locator('code').textContent())?.replaceAll(' ', '')).toBe(secret);
  await sheet.getByRole('button', { name: '复制密钥' }).click();
  await page.getByText('已复制').waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  const step = Math.floor(Date.now() / 30_000);
  await sheet.getByLabel('再输入验证器显示的六位数字').fill(codeOfStep(secret, step));
  await sheet.getByRole('button', { name: '启用' }).click();
  const codes = page.getByRole('dialog', { name: '备用码' });
  await codes.waitFor();
  const [backup = ''] = await codes.locator('code').allInnerTexts();
  // All of them and the way on fit the screen: nobody leaves by a button that they did not find.
  const kept = codes.getByRole('button', { name: '我收好了' });
  await expect
    .poll(async () => (await kept.boundingBox())?.y ?? 9_999)
    .toBeLessThan((page.viewportSize()?.height ?? 0) - 44);
  await kept.click();
  await page.getByText('已启用').waitFor();

  const again = await house.window({ phone: true });
  await again.goto('/me');
  await again.getByLabel('用户名').fill(administrator.username);
  await again.getByLabel('密码', { exact: true }).fill(administrator.password);
  await again.keyboard.press('Enter');
  const code = again.locator('input[autocomplete="one-time-code"]');
  await code.fill('000000');
  await again.keyboard.press('Enter');
  await again.getByRole('alert').waitFor();
  await code.fill(backup);
  await again.keyboard.press('Enter');
  await again.getByRole('heading', { name: '我的账号' }).waitFor();
});
