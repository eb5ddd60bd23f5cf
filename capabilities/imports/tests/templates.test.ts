import { readWholeSpreadsheet } from '@yilu/platform/server';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importTemplate, listImportRows, type SheetKind } from '../contract/index.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

type Kind = Exclude<SheetKind, 'ignored'>;
/** Per column what an office fills in, and how it is found afterwards. */
const filled: Readonly<Record<Kind, Readonly<Record<string, readonly [string, string]>>>> = {
  rooms: {
    楼栋: ['8栋', '8栋1单元2201'],
    单元: ['1单元', '8栋1单元2201'],
    房号: ['2201', '"2201"'],
    楼层: ['22', '"floor":22'],
    户型: ['4室2厅3卫', '4室2厅3卫'],
    建筑面积: ['143.5', '143.5'],
    套内面积: ['118.2', '118.2'],
    朝向: ['南北', '"NS"'],
    装修标准: ['精装', 'FITTED_OUT'],
    房屋类型: ['住宅', 'RESIDENCE'],
    房屋状态: ['待售', 'AVAILABLE'],
    交付批次: ['第七批', '第七批'],
  },
  owners: {
    楼栋: ['9栋', '9栋2单元1203'],
    单元: ['2单元', '9栋2单元1203'],
    房号: ['1203', '9栋2单元1203'],
    业主姓名: ['钱大', '钱大 owner'],
    手机号码: ['13800151001/13800151002', '13800151002'],
    性别: ['女', '"sex":"female"'],
    生日: ['1986-07-08', '1986-07-08'],
    证件编号: ['440301199908181311', 'residentId'],
    共有人: ['钱二', '钱二 coOwner'],
    共有人电话: ['13800151003', '13800151003'],
    产权份额: ['70%、30%', '"share":0.3'],
    房屋面积: ['131.47', '131.47'],
    交房日期: ['2025-06-29', '"HANDED_OVER","reached_on":"2025-06-29"'],
    入住时间: ['2025-10-02', '"MOVED_IN","reached_on":"2025-10-02"'],
    车牌号: ['粤B99999', '粤B99999'],
    紧急联系人: ['钱父', '钱父 13800151004'],
    紧急联系电话: ['13800151004', '钱父 13800151004'],
    个人爱好: ['羽毛球', 'BALL_GAMES'],
    备注: ['每周三下午在家', '每周三下午在家'],
  },
  assets: {
    楼号: ['11', '11栋3单元商铺903'],
    单元: ['3', '11栋3单元商铺903'],
    房间: ['903', '11栋3单元商铺903'],
    楼层: ['9', '"floor":9'],
    房屋类型: ['商铺', 'SHOP'],
    房屋户型: ['2室1厅', '2室1厅'],
    建筑面积: ['77.7', '77.7'],
    室内面积: ['66.6', '66.6'],
    房屋状态: ['已入住', '"SIGNED"'],
    业主名称: ['孙大', '孙大 owner'],
    性别: ['男', '"sex":"male"'],
    手机号: ['13800152001', '13800152001'],
    身份证号: ['44030119790623621X', 'residentId'],
    业主类型: ['业主', '孙大 owner'],
  },
  contacts: {
    客户姓名: ['李大', '李大'],
    联系电话: ['13800153001', '13800153001'],
    客户类型: ['来电', 'CALL_IN'],
    首访日期: ['2026-11-01', '2026-10-31T16:00:00'],
    置业顾问: ['王顾问', '王顾问'],
    性别: ['男', '"sex":"male"'],
    知晓途径: ['朋友介绍', 'sourceChannel'],
    家庭结构: ['三口之家', 'oneChild'],
    居住区域: ['龙岗区', '龙岗区'],
    置业目的: ['改善', 'purchasePurpose'],
    意向户型: ['三房', 'needLayout'],
    意向面积: ['90-110', '90to120'],
    '意向总价(万)': ['400-500', '300to500'],
    意向级别: ['B', 'intentGrade'],
    抗性: ['价格偏高', '价格偏高'],
    备注: ['关注学校，约下周再看', '关注学校'],
  },
  deals: {
    协议编号: ['RG20269999', 'RG20269999'],
    房间: ['12栋1单元1801', '12栋1单元1801'],
    客户名称: ['周大', '周大'],
    客户证件号码: ['E12345678', 'passport'],
    所有客户手机号: ['13800154001', '13800154001'],
    认购日期: ['2026-11-02', '"subscribed_on":"2026-11-02"'],
    签约日期: ['2026-11-15', '"signed_on":"2026-11-15"'],
    房间总价: ['6634225.59', '663422559'],
    协议总价: ['6501541.08', '650154108'],
    折扣: ['98折', '98 折'],
    付款方式: ['按揭', 'MORTGAGE'],
    成交单价: ['54420', '5442000'],
    定金: ['50000', '5000000'],
    按揭银行: ['建设银行', '建设银行'],
    置业顾问: ['王顾问', '王顾问'],
    推荐人姓名: ['吴介绍', '吴介绍'],
    推荐人联系电话: ['13800154002', '13800154002'],
    合同编号: ['HT20269999', 'HT20269999'],
    关闭原因: ['退房', 'CANCELLED'],
    备注: ['公积金未批', '公积金未批'],
  },
  residents: {
    楼栋: ['13栋', '13栋2单元301'],
    单元: ['2单元', '13栋2单元301'],
    房号: ['301', '13栋2单元301'],
    姓名: ['郑小', '郑小 tenant'],
    与业主关系: ['租户', '郑小 tenant'],
    电话: ['13800155001', '13800155001'],
    性别: ['男', '"sex":"male"'],
    生日: ['2001-05-09', '2001-05-09'],
    入住时间: ['2025-10-03', '"MOVED_IN","reached_on":"2025-10-03"'],
    租期开始: ['2025-10-01', '"started_on":"2025-10-01"'],
    租期结束: ['2027-09-30', '郑小 tenant'],
    备注: ['养狗', '养狗'],
  },
  parking: {
    停车场: ['西区车库', '西区车库-B1-099'],
    车位编码: ['B1-099', 'B1-099'],
    车位类型: ['机械车位', '机械车位'],
    面积: ['13.7', '13.7'],
    业主姓名: ['冯大', '车位西区车库-B1-099 冯大 owner'],
    联系电话: ['13800156001', '13800156001'],
    房号: ['14-1-101', '14栋1单元101 冯大 owner'],
    出租还是出售: ['出售', '车位西区车库-B1-099 冯大 owner'],
    车牌号: ['粤B88888', '粤B88888'],
  },
};

/** All that an import may have written, as one text to look in. */
async function everything(): Promise<string> {
  const tables = [
    'room',
    'room_milestone',
    'person',
    'person_phone',
    'person_identity',
    'dossier_answer',
    'deal',
    'interaction',
    'room_party',
  ];
  const rows = await Promise.all(
    tables.map((table) => office.house.sql<{ json: string }>(`select row_to_json(t)::text as json from ${table} t`)),
  );
  const parties = await office.house.sql<{ json: string }>(
    `select r.display_name || ' ' || p.name || ' ' || rp.role as json from room_party rp
       join room r on r.id = rp.room_id join person p on p.id = rp.person_id`,
  );
  return [...rows.flat(), ...parties].map(({ json }) => json).join('\n');
}

test.each(Object.keys(filled) as Kind[])(
  'the blank template of %s, filled in, arrives in every column',
  async (kind) => {
    const answer = await office.administrator.exchange(importTemplate, { kind });
    const [sheet] = await readWholeSpreadsheet(answer.rawPayload);
    const headings = (sheet?.rows[0]?.cells ?? []).map(String);
    expect(headings).toEqual(Object.keys(filled[kind]));
    // The example was left standing: it is never imported.
    const rows = [
      headings,
      ...(sheet?.rows.slice(1) ?? []).map(({ cells }) => [...cells]),
      headings.map((heading) => filled[kind][heading]?.[0] ?? null),
    ];
    const file = Buffer.from(await writeXlsx({ sheets: [{ name: sheet?.name ?? '', rows: rows as never }] }));
    const preview = await office.drop(office.administrator, { '模板.xlsx': file }, office.projectId);
    expect(preview.files[0]?.sheets[0]).toMatchObject({ kind, counts: { rows: 1, rejected: 0 } });
    expect(preview.files[0]?.sheets[0]?.columns.filter(({ field }) => !field)).toEqual([]);
    const { items } = await office.administrator.ask(listImportRows, { importId: preview.id });
    const told = items.flatMap(({ reasons }) =>
      reasons.filter(({ sort }) => sort === 'problem').map(({ code }) => code),
    );
    expect(told).toEqual([]);
    const before = await everything();
    await office.bringIn(office.administrator, preview);
    const after = (await everything())
      .split('\n')
      .filter((line) => !before.includes(line))
      .join('\n');
    const lost = headings.filter((heading) => !after.includes(filled[kind][heading]?.[1] ?? 'nothing'));
    expect(lost).toEqual([]);
  },
);
