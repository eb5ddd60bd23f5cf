import { timelineOfPerson } from '@yilu/interactions/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { call } from './call.ts';
import { drawn } from './drawn.ts';
import { type Estate, hire, makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';
import { sticksOut, tooSmall } from './within-reach.ts';

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

const small = { width: 360, height: 740 };

test.each([
  ['light', false],
  ['dark', true],
])('nothing is wider than a telephone of 360 pixels on a housekeeper’s way (%s)', async (theme, dark) => {
  const page = await house.windowOf(administrator, '/me', { phone: true, dark });
  await page.request.patch('/api/me', { data: { theme } });
  await page.setViewportSize(small);
  const way = [
    '/today',
    '/contacts/new',
    '/customers',
    `/customers/${estate.personId}`,
    '/registers/new?kind=VISIT_IN',
    `/rooms/${estate.roomId}`,
    '/registers',
    '/more',
    '/me/phone',
    '/waiting',
  ];
  for (const at of way) {
    await page.goto(at);
    await drawn(page);
    expect([at, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([at, small.width]);
    expect([at, await sticksOut(page)]).toEqual([at, []]);
  }
  await page.context().close();
});

test('names and figures that lead on are met by a thumb', async () => {
  const page = await house.windowOf(administrator, `/rooms/${estate.roomId}`, { phone: true });
  await page.setViewportSize(small);
  const building = page.locator('a[href^="/buildings/"]').first();
  const way = [`/rooms/${estate.roomId}`, await building.getAttribute('href'), '/labels', '/me', '/staff', '/api-keys'];
  for (const at of way) {
    await page.goto(at ?? '');
    await drawn(page);
    expect([at, await tooSmall(page)]).toEqual([at, []]);
  }
  await page.context().close();
});

test('a visitor is registered with the thumb: the number’s keyboard first, saving within reach, and the way back', async () => {
  const page = await house.windowOf(administrator, '/today', { phone: true });
  await page.setViewportSize(small);
  await page.goto(`/customers/${estate.personId}`);
  await page.getByRole('heading', { level: 1, name: owner.name }).waitFor();
  // The gesture that goes back leads to where one was.
  await page.getByRole('link', { name: '记一笔' }).click();
  await page.getByRole('heading', { level: 1, name: '记一笔' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: owner.name }).waitFor();
  await page.goto('/registers/new?kind=VISIT_IN');
  expect(await page.getByLabel('联系电话').getAttribute('inputmode')).toBe('tel');
  const keep = await page.getByRole('button', { name: '先存着' }).boundingBox();
  const save = await page.getByRole('button', { name: '保存' }).boundingBox();
  for (const box of [keep, save]) {
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.y).toBeGreaterThan(small.height / 2);
  }
  await page.getByLabel('联系电话').fill(owner.phone);
  await page.getByRole('button', { name: '是这位' }).click();
  await page.getByRole('button', { name: '先存着' }).click();
  await page.getByText(`先存着了，截止前要补齐 · ${owner.name}`).waitFor();
  await page.waitForURL('**/registers');
  await page.context().close();
});

test.each([
  ['/customers/new', '登记'],
  ['/deals/new', '保存'],
])('%s is ended with the thumb however long its form is, and what was just done is said above', async (at, name) => {
  const page = await house.windowOf(administrator, '/me', { phone: true });
  await page.setViewportSize(small);
  await page.goto(at);
  const ends = page.getByRole('button', { name, exact: true });
  await ends.waitFor();
  const box = await ends.boundingBox();
  const tabs = await page.getByRole('navigation').last().boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(box?.y).toBeGreaterThan(small.height / 2);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0);
  // The lower edge of where things are said.
  const said = await page.locator('.yl-toasts').evaluate((toasts) => toasts.getBoundingClientRect().bottom);
  expect(said).toBeLessThanOrEqual(box?.y ?? 0);
  expect(await sticksOut(page)).toEqual([]);
  await page.context().close();
});

test('on a network that crawls, impatient taps make one record, and the button says that it works', async () => {
  const page = await house.windowOf(administrator, '/contacts/new', { phone: true });
  await page.getByLabel('客户', { exact: true }).fill(owner.name);
  await page.locator('.ant-select-item-option', { hasText: owner.name }).click();
  const said = '物业费发票的抬头要改成公司名称，她把税号发到了微信，想在月底之前拿到新的发票。';
  await page.getByLabel('客户反馈', { exact: true }).fill(said);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 2_000,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  const save = page.getByRole('button', { name: '保存' });
  await save.click();
  await page.locator('.ant-btn-loading').waitFor();
  await save.click({ force: true });
  await save.click({ force: true });
  await page.keyboard.press('Control+Enter');
  await page.getByText('已记下').waitFor();
  const { items } = await call(page.request, timelineOfPerson, { personId: estate.personId });
  expect(items.filter(({ parts }) => parts.feedback === said)).toHaveLength(1);
  await page.context().close();
});

test('the same words a minute later are recorded only when one says that there was another contact', async () => {
  const page = await house.windowOf(administrator, '/contacts/new', { phone: true });
  const said = '没有接通，响了很久没有人接，晚饭以后再打一次试试，还不行就先发一条微信问问。';
  const record = async () => {
    await page.goto('/contacts/new');
    await page.getByLabel('客户', { exact: true }).fill(owner.name);
    await page.locator('.ant-select-item-option', { hasText: owner.name }).click();
    await page.getByLabel('客户反馈', { exact: true }).fill(said);
    await page.getByRole('button', { name: '保存' }).click();
  };
  await record();
  await page.getByText('已记下').waitFor();
  await record();
  await page.getByRole('alert').filter({ hasText: '这几句话刚刚已经记过了' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '又联系了一次，再记一条' }).click();
  await page.getByText('已记下').waitFor();
  const { items } = await call(page.request, timelineOfPerson, { personId: estate.personId });
  expect(items.filter(({ parts }) => parts.feedback === said)).toHaveLength(2);
  await page.context().close();
});

/** A recognizer that hears what the story says to it. */
const stubbed = () => {
  class Stub {
    onresult: ((event: object) => void) | undefined;
    onerror: ((event: { error: string }) => void) | undefined;
    onend: (() => void) | undefined;
    lang = '';
    start() {
      Object.assign(window, { heard: this });
    }
    stop() {
      this.onend?.();
    }
    abort() {
      this.onend?.();
    }
    say(text: string, isFinal: boolean) {
      this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript: text }], { isFinal })] });
    }
    fail(error: string) {
      this.onerror?.({ error });
      this.onend?.();
    }
  }
  Object.assign(window, { SpeechRecognition: Stub, webkitSpeechRecognition: Stub });
};

interface Heard {
  readonly heard: { lang: string; say: (text: string, isFinal: boolean) => void; fail: (error: string) => void };
}

test('the middle tab listens: what is said is written and counted, and it can be stopped', async () => {
  const page = await house.windowOf(administrator, '/me', { phone: true });
  await page.addInitScript(stubbed);
  await page.goto('/today');
  await page.getByRole('link', { name: '记一笔' }).click();
  await page.getByRole('button', { name: '说完了：客户反馈' }).waitFor();
  expect(await page.evaluate(() => (window as unknown as Heard).heard.lang)).toBe('zh-CN');
  const say = (text: string, isFinal: boolean) =>
    page.evaluate(
      ([words, done]) => (window as unknown as Heard).heard.say(words as string, done as boolean),
      [text, isFinal],
    );
  await say('她说周六', false);
  await page.getByText('4 字 / 至少 30').waitFor();
  await say('她说周六上午在家。', true);
  await say('请先打电话。', true);
  const written = () => page.getByLabel('客户反馈', { exact: true }).inputValue();
  await expect.poll(written).toBe('她说周六上午在家。请先打电话。');
  await page.getByText('声音不保存').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '说完了：客户反馈' }).click();
  await page.getByText('声音不保存').waitFor({ state: 'detached' });

  // What is written stays in front of what is said next.
  await page.getByRole('button', { name: '用说的：客户反馈' }).click();
  await page.getByRole('button', { name: '说完了：客户反馈' }).waitFor();
  await say('孩子在午睡。', true);
  await expect.poll(written).toBe('她说周六上午在家。请先打电话。孩子在午睡。');
  await page.evaluate(() => (window as unknown as Heard).heard.fail('not-allowed'));
  await page.getByText('话筒没有打开').waitFor();
  await page.context().close();
});

test('a browser that cannot take dictation names the keyboard’s own', async () => {
  const page = await house.windowOf(administrator, '/me', { phone: true });
  await page.addInitScript(() => {
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) Reflect.deleteProperty(window, name);
  });
  await page.goto('/contacts/new');
  await page.getByRole('button', { name: '用说的：客户反馈' }).click();
  await page.getByText('这个浏览器不会听写，请用键盘上的话筒键说。').waitFor();
  await page.context().close();
});

test('a short form lies low on a telephone: as high as what is in it, never over the whole screen', async () => {
  const page = await house.windowOf(administrator, '/settings/dictionaries', { phone: true });
  await page.getByRole('button', { name: '新增选项' }).click();
  const sheet = page.getByRole('dialog', { name: '新增选项' });
  await sheet.getByLabel('中文名称').waitFor();
  const { height } = page.viewportSize() ?? { height: 0 };
  const box = await sheet.boundingBox();
  expect(box?.height).toBeLessThan(0.6 * height);
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(height);
  await page.context().close();
});

test('what was just done is said above the foot of a sheet, also while the keyboard takes half of the screen', async () => {
  const page = await house.windowOf(administrator, '/settings/dictionaries', { phone: true });
  await page.getByRole('button', { name: '新增选项' }).click();
  const sheet = page.getByRole('dialog', { name: '新增选项' });
  await sheet.getByLabel('中文名称').waitFor();
  for (const height of [740, 400]) {
    await page.setViewportSize({ width: 360, height });
    const foot = sheet.locator('.yl-panel-foot');
    await expect.poll(async () => (await foot.boundingBox())?.y ?? height).toBeLessThan(height - 44);
    const box = await foot.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    const said = await page.locator('.yl-toasts').evaluate((toasts) => toasts.getBoundingClientRect().bottom);
    expect(said).toBeLessThanOrEqual(box?.y ?? 0);
  }
  await page.context().close();
});

test('the hours of a week fit the sheet in which they are changed', async () => {
  const page = await house.windowOf(administrator, '/settings/calendars', { phone: true });
  await page.setViewportSize(small);
  await page.getByRole('button', { name: '修改时间' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '用到每天' }).waitFor();
  const within = sheet.locator('.ant-drawer-body');
  expect(await within.evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
  await page.context().close();
});

test('a housekeeper’s telephone has the buildings within reach of the thumb, not the settings', async () => {
  const housekeeper = await hire(house, {
    username: 'weiping',
    name: '魏萍',
    roleId: 'housekeeper',
    nodeId: estate.projectId,
  });
  const page = await house.windowOf(housekeeper, '/today', { phone: true });
  const tabs = page.getByRole('navigation').last();
  await tabs.getByRole('link', { name: '楼栋房间' }).click();
  await page.getByRole('heading', { level: 1, name: '楼栋房间' }).waitFor();
  expect(await tabs.locator('[aria-current]').allInnerTexts()).toEqual(['楼栋房间']);
  expect(await tabs.getByRole('link', { name: '设置' }).count()).toBe(0);
  await page.context().close();
});
